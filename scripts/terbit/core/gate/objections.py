"""What blocks, and how an objection ends (S9, N9, N12)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from terbit.core.gate.positions import DISMISSED, OBJECTED, Mark, Position, Reading
from terbit.core.gate.signatures import Counter
from terbit.core.office import Calendar
from terbit.core.verdict import Scope, Why


@dataclass(frozen=True)
class Objection:
    """A request for changes that stood; `text_changed` since it was made, as far as is known."""

    position: Position
    rank: int
    text_changed: bool

    @property
    def review(self) -> int:
        """The review that objects."""
        return self.position.latest.id


@dataclass(frozen=True)
class Court:
    """Decides which objections live."""

    counter: Counter
    calendar: Calendar
    head_digest: str | None

    def objections(self, reading: Reading) -> tuple[Objection, ...]:
        """Every objection that its author has not taken back and nobody validly dismissed."""
        return tuple(
            Objection(
                position=position,
                rank=self.counter.roster.rank(position.person, position.day),
                text_changed=position.seen.digest not in (None, self.head_digest),
            )
            for position in reading.positions
            if self._objects(position)
        )

    def ended(self, objection: Objection, marks: Iterable[Mark]) -> Why | None:
        """How later valid approvals of the head's content end an objection, if they do."""
        overruled = False
        for mark in marks:
            if mark.moment <= objection.position.moment or not self._may_lift(mark):
                continue
            rank = self.counter.roster.rank(mark.person, mark.day)
            by_peers = self.counter.route.scope is not Scope.TECHNICAL
            if objection.text_changed and by_peers and rank >= objection.rank:
                return Why.RESOLVED_BY_NEW_TEXT
            overruled = overruled or rank > objection.rank
        return Why.OVERRULED_BY_SUPERIOR if overruled else None

    def earliest_step(self, objection: Objection) -> int:
        """The index of the first step that the objector's posts name, else the first (N5)."""
        roster, position = self.counter.roster, objection.position
        for index, step in enumerate(self.counter.route.steps):
            if roster.holds(position.person, step, position.day):
                return index
        return 0

    def _may_lift(self, mark: Mark) -> bool:
        if self.counter.route.scope is Scope.TECHNICAL:
            return mark.person not in self.counter.authors.contributors
        return bool(self.counter.options(mark))

    def _objects(self, position: Position) -> bool:
        if position.latest.state == OBJECTED:
            return True
        dismissal = position.dismissal
        if position.latest.state != DISMISSED or dismissal is None:
            return False
        was_objection = dismissal.state == OBJECTED.lower()
        return was_objection and not self._accepted(position, self.calendar.day(dismissal.at))

    def _accepted(self, position: Position, day: date) -> bool:
        """Whether the objector, or a higher-ranked person who did not write, dismissed it."""
        actor = position.dismissal.actor if position.dismissal else None
        if actor is None or not actor.human:
            return False
        roster = self.counter.roster
        _, person = roster.person(actor)
        if person == position.person:
            return True
        higher = roster.rank(person, day) > roster.rank(position.person, position.day)
        return higher and person not in self.counter.authors.contributors
