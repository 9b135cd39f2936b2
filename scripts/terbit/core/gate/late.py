"""Reviews that follow after publication by the urgent path: who may give them, who did."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from types import MappingProxyType

from terbit.core.facts import Facts
from terbit.core.gate.authors import find_authors
from terbit.core.gate.positions import OBJECTED, Mark, Reader
from terbit.core.gate.roster import Roster
from terbit.core.gate.scope import Route
from terbit.core.gate.signatures import Counter
from terbit.core.gate.texts import Texts
from terbit.core.office import ACTING, Office
from terbit.core.procedure import Procedure, Step
from terbit.core.verdict import Scope, Signed


@dataclass(frozen=True)
class Late:
    """What came of a published request, by the gate's own rules.

    `taken` are the reviews for the steps that were put off, `objections` the requests for
    changes since the merge (of no step), `owed` the steps that still lack somebody, and `able`
    the logins of those who could give such a review today.
    """

    taken: tuple[Signed, ...] = ()
    objections: tuple[Signed, ...] = ()
    owed: tuple[str, ...] = ()
    able: tuple[str, ...] = ()


def late_reviews(
    procedure: Procedure,
    office: Office,
    facts: Facts,
    steps: Collection[str],
    signed: Mapping[int, str],
) -> Late:
    """The valid reviews of the published text for some steps.

    `signed` are the reviews that let it be published or followed already, with their logins:
    one person fills one step (S6). Whoever wrote in the request verifies nothing (S7), and a
    review of another text counts for nothing (S3). Order does not matter any more.
    """
    return _Case(procedure, of_procedure(office, procedure), facts).late(steps, signed)


def of_procedure(office: Office, procedure: Procedure) -> Office:
    """The people of today in the roles of the SOP under which a text was published."""
    roles = {role.id for role in procedure.roles}
    rows = tuple(row for row in office.appointments if row.role in roles)
    teams = {role: team for role, team in office.teams.items() if role in roles}
    return replace(office, appointments=rows, teams=MappingProxyType(teams))


class _Case:
    """One request as it is today."""

    def __init__(self, procedure: Procedure, office: Office, facts: Facts) -> None:
        self.procedure, self.office, self.facts = procedure, office, facts
        texts, self.roster = Texts(facts), Roster.of(procedure, office, facts)
        self.authors = find_authors(facts, texts, self.roster, office.calendar)
        days = procedure.approval_days
        reader = Reader(facts, texts, self.roster, office.calendar, days, facts.now)
        self.reading = reader.read()

    def late(self, steps: Collection[str], signed: Mapping[int, str]) -> Late:
        used, taken, owed = self._people(signed), list[Signed](), list[Step]()
        for step in self.procedure.review_steps:
            if step.id in steps:
                found = self._of(step, used)
                used |= {mark.person for mark in found}
                taken += [self._signed(step, mark) for mark in found]
                if self._missing(self._counter(step), found):
                    owed.append(step)
        names = tuple(step.id for step in owed)
        return Late(tuple(taken), tuple(self._objections()), names, self._able(owed, used))

    def _of(self, step: Step, used: set[int]) -> list[Mark]:
        """Those who fill a step, each with the first approval that counts."""
        counter = self._counter(step)
        firsts = (position.chain[0] for position in self.reading.positions if position.chain)
        marks = (mark for mark in firsts if mark.person not in used and counter.options(mark))
        kept: list[Mark] = []
        for mark in sorted(marks, key=lambda mark: mark.moment):
            if self._missing(counter, [*kept, mark]) < self._missing(counter, kept):
                kept.append(mark)
        return kept

    def _counter(self, step: Step) -> Counter:
        return Counter(Route(Scope.ARTICLE, (step,)), self.roster, self.authors)

    def _missing(self, counter: Counter, marks: Sequence[Mark]) -> int:
        return counter.missing(counter.assign(marks), 0)

    def _able(self, owed: Sequence[Step], used: set[int]) -> tuple[str, ...]:
        today = self.office.calendar.day(self.facts.now)
        people = self.roster.in_force(today)
        return tuple(
            self.roster.login(person)
            for person in people
            if person not in used and any(self._may(person, step, today) for step in owed)
        )

    def _may(self, person: int, step: Step, day: date) -> bool:
        return bool(self._counter(step).options(Mark(person, 0, self.facts.now, day)))

    def _people(self, signed: Mapping[int, str]) -> set[int]:
        given = {review.id: review.account for review in self.facts.reviews}
        accounts = (given.get(number) for number in signed)
        logins = {login.casefold() for login in signed.values()}
        rows = {row.id for row in self.roster.appointments if row.login.casefold() in logins}
        return rows | {self.roster.person(account)[1] for account in accounts if account}

    def _objections(self) -> Iterator[Signed]:
        """Requests for changes by anybody with a post, made after the merge."""
        merged = self.facts.request.merged_at
        for position in self.reading.positions:
            at, number = position.latest.at, position.latest.id
            if position.latest.state == OBJECTED and merged and at and at > merged:
                capacity = self._highest(position.person, position.day)
                yield self._row("", capacity, position.person, number, at)

    def _highest(self, person: int, day: date) -> str:
        """The post of the highest rank that a person held, a definitive one first."""
        roles, rows = self.procedure.role, self.roster.posts(person, day)
        post = min(rows, key=lambda row: (-roles(row.role).rank, row.acting))
        return ACTING.get(post.status, "") + roles(post.role).name

    def _signed(self, step: Step, mark: Mark) -> Signed:
        capacity = self.roster.capacity(mark.person, step, mark.day)
        return self._row(step.id, capacity, mark.person, mark.review, mark.at)

    def _row(self, step: str, capacity: str, person: int, number: int, at: datetime) -> Signed:
        name, login = self.roster.name(person), self.roster.login(person)
        return Signed(step, person, name, login, capacity, number, at)
