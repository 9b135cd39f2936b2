"""What in `.github/` follows from the office's own files: owners, rulesets, office hours."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from terbit.core.office import Calendar, Office
from terbit.core.procedure import Procedure
from terbit.forges.github.settings import APPROVALS, archive_ruleset, gate_ruleset

CODEOWNERS = ".github/CODEOWNERS"
GATE_FILE = ".github/rulesets/main.json"
ARCHIVE_FILE = ".github/rulesets/arsip.json"
WORKFLOWS = (".github/workflows/gerbang.yml", ".github/workflows/terbit.yml")
"""Those that a clock wakes."""
CHOICES = (0, 1)
"""How many native approvals an office may choose."""

POLICY_PATHS = (
    "/sop.yml",
    "/kantor.yml",
    "/mkdocs.yml",
    "/.github/",
    "/.ci/",
    "/scripts/",
    "/requirements*",
    "/pyproject.toml",
    "/Makefile",
)
"""What decides who may approve, and what runs in the workflows."""

_IN_OFFICE_HOURS = re.compile(r"(- cron: '[\d,]+ )\d+-\d+ \* \* [\d,-]+(?=')")
_ZONE = re.compile(r"(?<=\btimezone: )\S+")

HEADER = """\
# Dibuat dengan `terbit setup --files` dari sop.yml dan kantor.yml; jangan disunting langsung.
# Perubahan pada berkas di bawah ini juga harus ditinjau salah satu akun di barisnya.
"""
NOBODY = "# Di kantor.yml belum ada orang yang memelihara kode.\n"


def files(
    setting: tuple[Procedure, Office], archive: str, day: date, approvals: int
) -> dict[str, str]:
    """The text of each file by its path."""
    return {
        CODEOWNERS: codeowners(owners(*setting, day)),
        GATE_FILE: _text(gate_ruleset(approvals)),
        ARCHIVE_FILE: _text(archive_ruleset(archive)),
    }


def scheduled(workflow: str, calendar: Calendar) -> str:
    """A workflow's text whose clocks go by the office's zone, hours and days; the night stays."""
    text = _ZONE.sub(calendar.zone.key, workflow)
    windows = [window for day in calendar.week for window in day]
    if not windows:
        return text
    first, last = min(w[0] for w in windows) // 60, (max(w[1] for w in windows) - 1) // 60
    # cron counts from Sunday
    days = sorted((number + 1) % 7 for number, day in enumerate(calendar.week) if day)
    whole = len(days) > 1 and days == list(range(days[0], days[-1] + 1))
    named = f"{days[0]}-{days[-1]}" if whole else ",".join(map(str, days))
    return _IN_OFFICE_HOURS.sub(rf"\g<1>{first}-{last} * * {named}", text)


def maintaining_roles(procedure: Procedure) -> tuple[str, ...]:
    """The roles that look after the code: the one that sop.yml names, else those of no step."""
    if procedure.maintainer is not None:
        return (procedure.maintainer,)
    busy = {role for step in procedure.steps for role in step.roles}
    return tuple(role.id for role in procedure.roles if role.id not in busy)


def owners(procedure: Procedure, office: Office, day: date) -> tuple[str, ...]:
    """Accounts and teams of the maintaining roles, in force that day or open-ended."""
    roles = maintaining_roles(procedure)
    rows = (row for row in office.appointments if row.role in roles)
    found = [row.login for row in rows if row.in_force(day) or row.end is None]
    found += [office.teams[role] for role in roles if role in office.teams]
    return tuple(dict.fromkeys(found))


def codeowners(accounts: tuple[str, ...]) -> str:
    """CODEOWNERS; without owners it names none, and the SOP's own signatures remain."""
    if not accounts:
        return HEADER + NOBODY
    names = " ".join(f"@{account}" for account in accounts)
    return HEADER + "".join(f"{path} {names}\n" for path in POLICY_PATHS)


def chosen_approvals(ruleset: str | None) -> int:
    """How many native approvals the ruleset's file asks for: there the office keeps its choice."""
    try:
        count = next(_counts(json.loads(ruleset or "")), None)
    except (ValueError, TypeError, KeyError, AttributeError):
        count = None
    return count if type(count) is int and count in CHOICES else APPROVALS


def _counts(document: Any) -> Iterator[Any]:
    for rule in document.get("rules") or ():
        if rule.get("type") == "pull_request":
            yield rule["parameters"].get("required_approving_review_count")


def _text(document: Any) -> str:
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"
