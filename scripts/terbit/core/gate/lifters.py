"""Whose approval a reason of `catatan_pemeriksaan` still waits for, once the SOP is complete."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from terbit.core import lifting
from terbit.core.facts import Account, Facts
from terbit.core.finding import Finding, blocking
from terbit.core.gate.evaluate import evaluate
from terbit.core.gate.roster import Roster
from terbit.core.office import Office
from terbit.core.procedure import Procedure
from terbit.core.verdict import Verdict
from terbit.core.whatif import with_review


@dataclass(frozen=True)
class Lifters:
    """Whose approval lifts what holds a request: `groups` of logins, one of each group is enough.

    `barred` are those in whose name a reason stands, of whom nobody can approve any more.
    """

    groups: tuple[tuple[str, ...], ...] = ()
    barred: tuple[str, ...] = ()

    @property
    def logins(self) -> tuple[str, ...]:
        """Everybody whose approval is awaited; nobody where a reason must be written anew."""
        rows = () if self.barred else self.groups
        return tuple(dict.fromkeys(login for group in rows for login in group))


NOBODY = Lifters()


def lifters(
    verdict: Verdict,
    procedure: Procedure,
    office: Office,
    facts: Facts,
    findings: Iterable[Finding],
) -> Lifters:
    """Who is awaited where reasons for everything that holds a request lack only an approval."""
    held = blocking(findings)
    if not held or not verdict.allow_merge or not all(row.awaits for row in held):
        return NOBODY
    case = _Case(procedure, office, facts)
    named = dict.fromkeys(row.awaits for row in held)
    found = {by: tuple(dict.fromkeys(who for one in by for who in case.able(one))) for by in named}
    barred = (one for by, able in found.items() if not able for one in by)
    groups = dict.fromkeys(group for group in found.values() if group)
    return Lifters(tuple(groups), tuple(dict.fromkeys(barred)))


@dataclass(frozen=True)
class _Case:
    procedure: Procedure
    office: Office
    facts: Facts

    def able(self, by: str) -> tuple[str, ...]:
        """Those in whose name a reason stands whose approval now would be one in that name."""
        roster = Roster.of(self.procedure, self.office, self.facts)
        day, named = self.office.calendar.day(self.facts.now), lifting.said(by)
        rows = dict.fromkeys(
            (row.login, row.id)
            for row in roster.appointments
            if row.in_force(day)
            and {lifting.plain(row.name), lifting.plain(self.procedure.role(row.role).name)} & named
        )
        return tuple(login for login, number in rows if self._lifts(by, Account(login, number)))

    def _lifts(self, by: str, who: Account) -> bool:
        after = evaluate(
            self.procedure,
            self.office,
            with_review(self.facts, who, "APPROVED"),
            self.facts.now,
        )
        return after.allow_merge and lifting.signed(by, after.signatures)
