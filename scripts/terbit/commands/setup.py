"""`terbit setup`: what differs between the wanted and the found settings, and mending it.

The plan is made with a reader only. GitHub's refusals are told and the rest is still done.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from types import MappingProxyType
from typing import Any

from terbit import config
from terbit.forges.github import GitHubError
from terbit.forges.github.changes import Change, Changes, SettingsWriter, compare
from terbit.forges.github.inspection import SettingsReader, Unread
from terbit.forges.github.settings import Settings
from terbit.newsroom import settings as wiring
from terbit.report import words
from terbit.repository import Repository
from terbit.writing import put

NOTES = (
    "Cabang arsip tidak dibuat di sini, tetapi saat `terbit adopt` atau `terbit publish` pertama "
    "kali dijalankan.",
    "Aturan cabang main menahan semua penggabungan sampai alur kerja Gerbang SOP ada di sana.",
)


@dataclass(frozen=True)
class Plan:
    """What is to be done on GitHub, and the generated files that are stale, by path."""

    changes: Changes
    files: Mapping[str, str]

    @property
    def empty(self) -> bool:
        """Everything is as wanted, as far as it could be seen."""
        return not self.changes.changes and not self.files


@dataclass(frozen=True)
class Outcome:
    """What became of a plan: parts that were set, those that GitHub refused, files written."""

    plan: Plan
    done: tuple[str, ...] = ()
    refused: Mapping[str, Unread] = field(default_factory=lambda: MappingProxyType({}))
    written: tuple[str, ...] = ()

    @property
    def complete(self) -> bool:
        """Nothing is left that somebody must do."""
        left = any(change.by_hand for change in self.plan.changes.changes)
        return not self.refused and not left and not self.plan.changes.unread


class Setup:
    """The settings of the GitHub behind one clone, and the clone's generated files."""

    def __init__(self, repository: Repository, now: datetime, approvals: int | None = None) -> None:
        """Native `approvals`; None keeps what the office chose. Raises InputErrors."""
        self.repository, self.root = repository, repository.root
        self.approvals = wiring.approvals(self.root) if approvals is None else approvals
        setting = config.load(self.root)
        day = setting.office.calendar.day(now)
        texts = wiring.generated(self.root, setting, day, self.approvals)
        self.files = {path: texts[path] for path in wiring.stale(self.root, texts)}

    @property
    def name(self) -> str:
        """The repository's name. Raises ForgeError where it is not on GitHub."""
        return wiring.reader(self.repository).address.name

    def plan(self) -> Plan:
        """What differs. Raises ForgeError where GitHub cannot be asked."""
        reader = wiring.reader(self.repository)
        return prepare(reader, wiring.settings(self.approvals), self.files)

    def run(self) -> Outcome:
        """Set what differs, and write the stale files. Raises TerbitError without a token."""
        writer = wiring.writer(self.repository)
        return carry_out(writer, self.plan(), self.root)

    def write_files(self) -> tuple[str, ...]:
        """Write the stale files alone, without asking anybody."""
        return write(self.root, self.files)


def prepare(reader: SettingsReader, wanted: Settings, files: Mapping[str, str]) -> Plan:
    """Compare. `files` are the stale ones. Raises GitHubError where GitHub does not answer."""
    return Plan(compare(wanted, reader.found(wanted)), files)


def carry_out(writer: SettingsWriter, plan: Plan, root: Path) -> Outcome:
    """Set everything that differs, one part after another, and write the stale files."""
    done, refused = [], {}
    for change in plan.changes.changes:
        try:
            writer.apply(change)
        except GitHubError as error:
            refused[change.part] = _refusal(error)
        else:
            done += [change.part] if change.calls else []
    return Outcome(plan, tuple(done), refused, write(root, plan.files))


def _refusal(error: GitHubError) -> Unread:
    """Why GitHub refused a write; to those without rights it says "not found"."""
    read = Unread.of(error)
    if read.plan or error.status not in (403, 404):
        return read
    fix = "pakai token admin repositori (Administration, Environments, Pages: write)"
    return Unread("token ini tidak berhak mengubahnya", fix)


def write(root: Path, files: Mapping[str, str]) -> tuple[str, ...]:
    """Write files whole: a reader finds the old text or the new one, never half of it."""
    for path, text in files.items():
        put(root / path, text)
    return tuple(files)


def plan_lines(plan: Plan, name: str) -> Iterator[str]:
    """The plan: one line for each action with its reason."""
    return map(words.clean, _plan_lines(plan, name))


def _plan_lines(plan: Plan, name: str) -> Iterator[str]:
    if plan.empty and not plan.changes.unread:
        yield f"Tidak ada yang perlu diubah; pengaturan {name} sudah seperti yang dianjurkan."
        return
    yield f"Pengaturan {name}:"
    for change in plan.changes.changes:
        yield from _change_lines(change)
    yield from (f"- tulis {path} — isinya mengikuti sop.yml dan kantor.yml" for path in plan.files)
    yield from _unread_lines(plan.changes.unread)
    if not plan.empty:
        yield from NOTES
        yield "Terapkan: terbit setup --apply"


def _change_lines(change: Change) -> Iterator[str]:
    for row in change.differences:
        yield f"- {change.part}: {row.name} menjadi {row.wanted} (sekarang {row.found}) — {row.why}"
    if change.by_hand:
        yield f"- {change.part}: dengan tangan — {change.by_hand}"


def _unread_lines(parts: Mapping[str, Unread]) -> Iterator[str]:
    for part, one in parts.items():
        yield f"? {part} tidak dapat diperiksa: {one.why} — {one.fix}"


def outcome_lines(outcome: Outcome) -> Iterator[str]:
    """What was done, what GitHub refused, and what is left to a person."""
    return map(words.clean, _outcome_lines(outcome))


def _outcome_lines(outcome: Outcome) -> Iterator[str]:
    yield from (f"✔ {part}: diatur" for part in outcome.done)
    yield from (
        f"✔ {path}: ditulis; ajukan dalam permintaan tersendiri (perubahan aturan)"
        for path in outcome.written
    )
    yield from (f"✘ {part}: {one.why} — {one.fix}" for part, one in outcome.refused.items())
    for change in outcome.plan.changes.changes:
        if change.by_hand:
            yield f"✘ {change.part}: kerjakan dengan tangan — {change.by_hand}"
    yield from _unread_lines(outcome.plan.changes.unread)
    if outcome.complete and outcome.plan.empty:
        yield "Tidak ada yang perlu diubah."


def to_json(outcome: Outcome) -> dict[str, Any]:
    """Plan and outcome as plain JSON."""
    changes = outcome.plan.changes
    return {
        "changes": [
            {
                "part": change.part,
                "differences": [vars(row) for row in change.differences],
                "by_hand": change.by_hand,
            }
            for change in changes.changes
        ],
        "files": list(outcome.plan.files),
        "unread": {part: vars(one) for part, one in changes.unread.items()},
        "done": list(outcome.done),
        "refused": {part: vars(one) for part, one in outcome.refused.items()},
        "written": list(outcome.written),
    }
