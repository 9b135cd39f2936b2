"""Which of the activities that were held are told in an article that the public saw."""

from __future__ import annotations

from collections.abc import Container, Iterable
from dataclasses import dataclass

from terbit.core.agenda import Activity, State


@dataclass(frozen=True)
class Coverage:
    """Of the activities held: those that are told and those that are not, by day.

    What is not public is counted among both, and its title is left out of `missing`.
    """

    held: int
    told: int
    missing: tuple[Activity, ...]

    @property
    def percent(self) -> int:
        """The part that is told, rounded down; 0 where nothing was held."""
        return 100 * self.told // self.held if self.held else 0


def coverage(activities: Iterable[Activity], published: Container[str]) -> Coverage:
    """Compare what was held with the items that were published."""
    rows = (one for one in activities if one.state is State.HELD)
    held = sorted(rows, key=lambda one: (one.start, one.title))
    missing = [one for one in held if one.news not in published]
    return Coverage(len(held), len(held) - len(missing), tuple(a for a in missing if a.public))
