"""Which approvals count for which step: order, quorum, one person one step (S5, S6, N1–N4)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import cached_property
from itertools import product

from terbit.core.gate.authors import Authors
from terbit.core.gate.positions import Mark
from terbit.core.gate.roster import Roster
from terbit.core.gate.scope import Route
from terbit.core.procedure import Action, Step
from terbit.core.verdict import Scope


@dataclass(frozen=True)
class Place:
    """A counted approval: index of the step, the first mark that counted, the latest id."""

    step: int
    mark: Mark
    review: int


@dataclass(frozen=True)
class Assignment:
    """Who counts where; `places` in the order in which they were taken.

    It is `plain` where no repeated approval could move a signature to a later step (N3): only
    then can a further approval be counted without counting all from the start.
    """

    places: dict[int, Place] = field(default_factory=dict)
    plain: bool = True

    def at(self, step: int) -> tuple[Place, ...]:
        """The counted approvals of one step, by the time that counts."""
        found = (place for place in self.places.values() if place.step == step)
        return tuple(sorted(found, key=lambda place: place.mark.moment))


@dataclass(frozen=True)
class Counter:
    """The rules of counting for one request."""

    route: Route
    roster: Roster
    authors: Authors

    def barred(self, person: int, step: Step) -> bool:
        """S7: whether having written keeps a person from a step."""
        if self.route.scope is Scope.DRAFT or person not in self.authors.contributors:
            return False
        if step.action is Action.REVIEW or self.route.scope is Scope.TECHNICAL:
            return True
        if all(other.action is not Action.REVIEW for other in self.route.steps):
            return True
        return person == self.authors.opener or person in self.authors.first

    def options(self, mark: Mark) -> tuple[int, ...]:
        """The steps that a person's posts and independence allow on that day."""
        key = (mark.person, mark.day)
        if key not in self._options:
            self._options[key] = tuple(
                index
                for index, step in enumerate(self.route.steps)
                if self.roster.holds(mark.person, step, mark.day)
                and not self.barred(mark.person, step)
            )
        return self._options[key]

    @cached_property
    def _options(self) -> dict[tuple[int, date], tuple[int, ...]]:
        """What was found before, by person and day: thousands of approvals ask the same."""
        return {}

    @cached_property
    def one_step_each(self) -> bool:
        """Whether nobody's posts, dates aside, name several steps: then nobody moves (N3)."""
        named: dict[int, set[int]] = {}
        for row in self.roster.appointments:
            steps = {i for i, step in enumerate(self.route.steps) if row.role in step.roles}
            named.setdefault(row.id, set()).update(steps)
        return all(len(steps) <= 1 for steps in named.values())

    def holds_any(self, mark: Mark) -> bool:
        """Whether a person's posts name a step of the route at all, independence aside."""
        return any(self.roster.holds(mark.person, step, mark.day) for step in self.route.steps)

    def assign(self, marks: Sequence[Mark]) -> Assignment:
        """Count approvals; `marks` in their order."""
        return self._walk(marks, Assignment(), 0)

    def assign_last(self, before: Assignment, marks: Sequence[Mark]) -> Assignment:
        """Count the last of `marks` on top of what the others came to."""
        if not before.plain:
            return self.assign(marks)
        return self._walk(marks, Assignment(dict(before.places)), len(marks) - 1)

    def _walk(self, marks: Sequence[Mark], assignment: Assignment, start: int) -> Assignment:
        places, plain = assignment.places, assignment.plain
        opened: dict[tuple[int, date], int | None] = {}  # holds until somebody takes a new place
        for mark in marks[start:]:
            key, held = (mark.person, mark.day), places.get(mark.person)
            if key not in opened:
                opened[key] = self._latest_open_step(mark, assignment)
            best = opened[key]
            if held is None:
                if best is not None:
                    places[mark.person] = Place(best, mark, mark.review)
                    opened.clear()
                continue
            if best is not None and best > held.step:
                plain = False
                moved = self.assign([m for m in marks if _stays(m, mark)])
                if mark.person in moved.places and moved.places[mark.person].step >= best:
                    return replace(moved, plain=False)
            places[mark.person] = Place(held.step, held.mark, mark.review)
        return replace(assignment, plain=plain)

    def _latest_open_step(self, mark: Mark, assignment: Assignment) -> int | None:
        """N3: the latest step that is open to this person, all earlier ones complete by others."""
        best = None
        for index in self.options(mark):
            if all(self.complete(assignment, j, without=mark.person) for j in range(index)):
                best = index
        return best

    def complete(self, assignment: Assignment, index: int, without: int | None = None) -> bool:
        """Whether a step has its quorum, somebody's own approval left out if asked."""
        return self.missing(assignment, index, without) == 0

    def missing(self, assignment: Assignment, index: int, without: int | None = None) -> int:
        """How many people a step still lacks."""
        step = self.route.steps[index]
        places = [
            place
            for person, place in assignment.places.items()
            if place.step == index and person != without
        ]
        return max(0, step.quorum - self._seats(step, places)) if places else step.quorum

    def completed_at(self, assignment: Assignment, index: int) -> datetime | None:
        """When the approval came that made a step complete (N2)."""
        step = self.route.steps[index]
        places = assignment.at(index)
        for count in range(1, len(places) + 1):
            if self._seats(step, places[:count]) >= step.quorum:
                return places[count - 1].mark.at
        return None

    def _seats(self, step: Step, places: Sequence[Place]) -> int:
        """N2: different people, where a definitive and an acting holder of one post are one."""
        held = [self._seats_of(place.mark, step) for place in places]
        both = [role for role in step.roles if {(role, False), (role, True)} <= set().union(*held)]
        most = 0
        for choice in product((False, True), repeat=len(both)):
            barred = {(role, not acting) for role, acting in zip(both, choice, strict=True)}
            most = max(most, sum(1 for posts in held if posts - barred))
        return most

    def _seats_of(self, mark: Mark, step: Step) -> frozenset[tuple[str, bool]]:
        """The posts of the step that a person holds that day, and whether for somebody else."""
        rows = self.roster.posts(mark.person, mark.day)
        return frozenset((row.role, row.acting) for row in rows if row.role in step.roles)


def _stays(mark: Mark, moving: Mark) -> bool:
    """Whether an approval still counts once its author moves to a later step by another one."""
    return mark.person != moving.person or mark is moving or mark.moment > moving.moment
