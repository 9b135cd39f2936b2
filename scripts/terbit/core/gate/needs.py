"""How far it is to READY: the fewest further approvals, and whose approval helps now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property

from terbit.core.gate.objections import Court, Objection
from terbit.core.gate.positions import Mark
from terbit.core.gate.signatures import Assignment, Counter
from terbit.core.verdict import Inability, Unable

Key = tuple[frozenset[tuple[int, int]], frozenset[int], bool]
Kind = tuple[frozenset[tuple[str, bool]], tuple[int, ...], bool, int | None]


@dataclass(frozen=True)
class State:
    """The request after some (perhaps imagined) approvals."""

    marks: tuple[Mark, ...]
    assignment: Assignment
    live: tuple[Objection, ...]
    evidence: bool
    missing: tuple[int, ...]

    @property
    def ready(self) -> bool:
        """Nothing is missing and nobody objects."""
        return self.evidence and not self.live and not any(self.missing)

    @property
    def deficit(self) -> int:
        """A rough count of what is missing, for when READY cannot be reached."""
        return sum(self.missing) + len(self.live) + (not self.evidence)

    @property
    def key(self) -> Key:
        """Two states with the same key have the same future."""
        places = frozenset((p, place.step) for p, place in self.assignment.places.items())
        return places, frozenset(o.review for o in self.live), self.evidence


@dataclass(frozen=True)
class Needs:
    """Looks ahead by imagining approvals by people whose posts are in force now."""

    counter: Counter
    court: Court
    objections: tuple[Objection, ...]
    now: datetime
    evidence_roles: frozenset[str]

    @property
    def today(self) -> date:
        """The local day on which the next approval would come."""
        return self.court.calendar.day(self.now)

    def state(self, marks: Iterable[Mark], evidence: bool) -> State:
        """The request with these valid approvals."""
        ordered = tuple(sorted(marks, key=lambda mark: mark.moment))
        assignment = self.counter.assign(ordered)
        live = self._live(self.objections, ordered)
        return State(ordered, assignment, live, evidence, self._missing(assignment))

    def _live(self, among: Iterable[Objection], marks: tuple[Mark, ...]) -> tuple[Objection, ...]:
        """The objections that these approvals leave standing."""
        approvers = {mark.person for mark in marks}
        return tuple(
            o
            for o in among
            if o.position.person not in approvers and self.court.ended(o, marks) is None
        )

    def _missing(self, assignment: Assignment) -> tuple[int, ...]:
        steps = range(len(self.counter.route.steps))
        return tuple(self.counter.missing(assignment, index) for index in steps)

    def after(self, state: State, person: int) -> State:
        """The request once this person has approved the present text."""
        mark = self._next(state, person)
        marks, evidence = (*state.marks, mark), state.evidence or self._gives_evidence(person)
        if self._overtaken(state):
            return self.state(marks, evidence)
        assignment = self.counter.assign_last(state.assignment, marks)
        repeated = assignment.plain and person in state.assignment.places
        missing = state.missing if repeated else self._missing(assignment)
        return State(marks, assignment, self._live(state.live, (mark,)), evidence, missing)

    def _next(self, state: State, person: int) -> Mark:
        count = len(state.marks) + 1
        last = max((mark.review for mark in state.marks), default=0)
        return Mark(person, last + count, self.now + timedelta(microseconds=count), self.today)

    def fewest(self, state: State, limit: int | None = None) -> int | None:
        """The fewest approvals from here to READY; None if nobody can, or not within the limit."""
        if state.ready:
            return 0
        seen, frontier, steps = {state.key}, [state], 0
        while frontier and (limit is None or steps < limit):
            steps += 1
            following: list[State] = []
            for current in frontier:
                for person in self._representatives(current):
                    new = self.after(current, person)
                    if new.ready:
                        return steps
                    if new.key in seen or (limit is not None and steps + self._least(new) > limit):
                        continue
                    seen.add(new.key)
                    following.append(new)
            frontier = following
        return None

    def _least(self, state: State) -> int:
        """Approvals without which READY is out of reach; 0 where one may do for several."""
        lone = self.counter.one_step_each and not self._overtaken(state)
        return sum(state.missing) if lone else 0

    def _overtaken(self, state: State) -> bool:
        """Whether a given approval is dated after the next one, by a clock that runs ahead."""
        soon = self.now + timedelta(microseconds=len(state.marks) + 1)
        return bool(state.marks) and state.marks[-1].at >= soon

    def helpful(self, state: State, fewest: int | None) -> Iterator[int]:
        """The people whose one approval now brings READY nearer."""
        for person in self.counter.roster.in_force(self.today):
            new = self.after(state, person)
            if new.key == state.key:
                continue
            if fewest is None:
                if new.deficit < state.deficit:
                    yield person
            elif fewest and self.fewest(new, fewest - 1) is not None:
                yield person

    def unable(self, state: State) -> Iterator[Unable]:
        """N10: for the first step that cannot be completed, each holder and why not."""
        for index, step in enumerate(self.counter.route.steps):
            if not state.missing[index]:
                continue
            rows = list(self._step_inabilities(state, index))
            able = {
                person
                for person in self.counter.roster.in_force(self.today)
                if index in self.counter.options(Mark(person, 0, self.now, self.today))
                and state.assignment.places.get(person) is None
            }
            if len(able) < state.missing[index]:
                yield from (Unable(step.number, *row) for row in rows)
                return

    def _step_inabilities(
        self, state: State, index: int
    ) -> Iterator[tuple[str, Inability, int | None]]:
        step, roster = self.counter.route.steps[index], self.counter.roster
        people = {row.id: row.name for row in roster.appointments if row.role in step.roles}
        for person, name in people.items():
            place = state.assignment.places.get(person)
            if not roster.holds(person, step, self.today):
                yield name, Inability.OUT_OF_DATES, None
            elif self.counter.barred(person, step):
                yield name, Inability.WROTE, None
            elif place is not None and place.step != index:
                yield name, Inability.SIGNED, self.counter.route.steps[place.step].number

    def _gives_evidence(self, person: int) -> bool:
        posts = self.counter.roster.posts(person, self.today)
        return any(row.role in self.evidence_roles for row in posts)

    def _representatives(self, state: State) -> Iterator[int]:
        """One person for each kind of people whose approval would do the same."""
        seen: set[object] = set()
        for person, kind in self._kinds:
            place = state.assignment.places.get(person)
            now = (kind, (place.step, place.mark.person) if place else None)
            if now not in seen:
                seen.add(now)
                yield person

    @cached_property
    def _kinds(self) -> tuple[tuple[int, Kind], ...]:
        """Everybody with a post in force, with all that tells people apart before they sign."""
        objectors = {o.position.person for o in self.objections}
        people = self.counter.roster.in_force(self.today)
        return tuple((person, self._kind(person, person in objectors)) for person in people)

    def _kind(self, person: int, objects: bool) -> Kind:
        posts = self.counter.roster.posts(person, self.today)
        return (
            frozenset((row.role, row.acting) for row in posts),
            self.counter.options(Mark(person, 0, self.now, self.today)),
            person in self.counter.authors.contributors,
            person if objects else None,
        )
