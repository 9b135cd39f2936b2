"""`terbit explain`: what the SOP says of a request, from the forge or from a saved document."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from terbit import config
from terbit.config import Config
from terbit.core.facts import Account, Facts, FactsError, from_json
from terbit.core.finding import Finding
from terbit.core.gate import evaluate, policy_invalid
from terbit.core.office import Office
from terbit.core.verdict import Verdict
from terbit.core.whatif import with_review
from terbit.errors import InputErrors, TerbitError

if TYPE_CHECKING:
    from terbit.newsroom.room import Assessment, Newsroom


@dataclass(frozen=True)
class Explanation:
    """A verdict with what it was made from; `config` is None where it cannot be trusted.

    `findings` are those of the request's texts; a saved document holds none.
    """

    facts: Facts
    verdict: Verdict
    config: Config | None
    findings: tuple[Finding, ...] = ()


Judged = TypeVar("Judged", Explanation, "Assessment")
"""A verdict with what it was made from, from a file or from the forge."""


def offline(facts_file: Path, folder: Path) -> Explanation:
    """Replay a facts document under the configuration in a folder; no network, no forge."""
    facts = read_facts(facts_file)
    try:
        setting = config.load(folder)
    except InputErrors as error:
        return Explanation(facts, policy_invalid(map(str, error.problems)), None)
    verdict = evaluate(setting.procedure, setting.office, facts, facts.now)
    return Explanation(facts, verdict, setting)


def online(newsroom: Newsroom, number: int, now: datetime) -> Assessment:
    """What the SOP says of an open request now."""
    newsroom.repository.fetch()
    return newsroom.assess(number, now)


def suppose(found: Judged, presses: Iterable[tuple[str, str]]) -> Judged:
    """The same after (login, state) presses of a button, in their order. Raises TerbitError."""
    if found.config is None:
        return found
    procedure, office = found.config.procedure, found.config.office
    facts = found.facts
    for login, state in presses:
        facts = with_review(facts, _account(office, login), state)
    return replace(found, facts=facts, verdict=evaluate(procedure, office, facts, facts.now))


def _account(office: Office, login: str) -> Account:
    rows = office.appointments
    row = next((row for row in rows if row.login.casefold() == login.casefold()), None)
    if row is None:
        fix = "periksa ejaannya di bagian pejabat"
        raise TerbitError(f"akun “{login}” tidak ada di kantor.yml", fix)
    return Account(row.login, row.id)


def read_facts(path: Path) -> Facts:
    """A facts document from a file. Raises TerbitError where it is none."""
    fix = "buat dokumennya dengan `terbit facts NOMOR`"
    try:
        return from_json(json.loads(path.read_bytes()))
    except OSError:
        raise TerbitError(f"{path} tidak dapat dibaca", fix) from None
    except (json.JSONDecodeError, UnicodeDecodeError, FactsError) as error:
        raise TerbitError(f"{path} bukan dokumen fakta ({error})", fix) from error
