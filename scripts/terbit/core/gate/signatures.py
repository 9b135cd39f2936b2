"""Which approvals count for which step: order, quorum, one person one step (S5, S6, N1–N4)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
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
    """Who counts where; `places` in the order in which they were taken."""

    places: dict[int, Place] = field(default_factory=dict)

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
        return tuple(
            index
            for index, step in enumerate(self.route.steps)
            if self.roster.holds(mark.person, step, mark.day) and not self.barred(mark.person, step)
        )

    def holds_any(self, mark: Mark) -> bool:
        """Whether a person's posts name a step of the route at all, independence aside."""
        return any(self.roster.holds(mark.person, step, mark.day) for step in self.route.steps)

    def assign(self, marks: Iterable[Mark]) -> Assignment:
        """Count approvals in their order."""
        return self._walk(sorted(marks, key=lambda mark: mark.moment))

    def _walk(self, marks: Sequence[Mark]) -> Assignment:
        assignment = Assignment()
        for mark in marks:
            best = self._latest_open_step(mark, assignment)
            held = assignment.places.get(mark.person)
            if held is None:
                if best is not None:
                    assignment.places[mark.person] = Place(best, mark, mark.review)
                continue
            if best is not None and best > held.step:
                moved = self._walk(
                    [
                        m
                        for m in marks
                        if m.person != mark.person or m is mark or m.moment > mark.moment
                    ]
                )
                if mark.person in moved.places and moved.places[mark.person].step >= best:
                    return moved
            assignment.places[mark.person] = Place(held.step, held.mark, mark.review)
        return assignment

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
        places = [place for place in assignment.at(index) if place.mark.person != without]
        return max(0, step.quorum - self._seats(step, places))

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
        held = [
            {
                (row.role, row.acting)
                for row in self.roster.posts_for(p.mark.person, step, p.mark.day)
            }
            for p in places
        ]
        both = [role for role in step.roles if {(role, False), (role, True)} <= set().union(*held)]
        most = 0
        for choice in product((False, True), repeat=len(both)):
            barred = {(role, not acting) for role, acting in zip(both, choice, strict=True)}
            most = max(most, sum(1 for posts in held if posts - barred))
        return most
