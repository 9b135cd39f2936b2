"""What a check found: one finding, its level, and how it is counted."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from enum import StrEnum


class Level(StrEnum):
    """How grave a finding is, from information to refusal."""

    INFO = "INFO"
    INGAT = "INGAT"
    TAHAN = "TAHAN"
    TOLAK = "TOLAK"


@dataclass(frozen=True)
class Finding:
    """One place where a rule was broken.

    `line` is 1-based in the article's index.md (0: the folder as a whole); `quote` is
    already masked and safe to print; `span` is the unmasked sentence, used only to match
    a reason in `catatan_pemeriksaan`, never shown and kept out of repr. `awaits` names those in
    whose name a reason stands that lacks only the approval of one of them; a hold that is lifted
    nevertheless is so as long as nobody means to publish.
    """

    rule: str
    level: Level
    path: str
    line: int
    message: str
    fix: str
    basis: str
    quote: str = ""
    span: str = field(default="", repr=False)
    lifted_by: str = ""
    reason: str = ""
    awaits: tuple[str, ...] = ()

    @property
    def blocks(self) -> bool:
        """A refusal, or a hold that nobody has lifted."""
        return self.level is Level.TOLAK or (self.level is Level.TAHAN and not self.lifted_by)

    def at(self, level: Level) -> Finding:
        """The same finding at another level."""
        return replace(self, level=level)

    def lift(self, by: str, reason: str) -> Finding:
        """The same finding, let through by a named person for a reason."""
        return replace(self, lifted_by=by, reason=reason, awaits=())

    def await_approval(self, by: str) -> Finding:
        """The same finding, with a reason that counts once whoever it names has approved."""
        return replace(self, awaits=tuple(dict.fromkeys((*self.awaits, by))))


def blocking(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings that keep an item from being published."""
    return tuple(finding for finding in findings if finding.blocks)
