"""The office's own agenda: activities planned and held, and which of them nobody has told of."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass
from datetime import date, time, timedelta
from enum import StrEnum
from itertools import islice

from terbit.core import clock
from terbit.core.digest import path_of
from terbit.core.office import Calendar

ITEM = "agenda.yml"
PATH = path_of(ITEM)
HORIZON = timedelta(days=366)
"""How far office days are counted; no office is closed for a year."""


def is_text(path: str) -> bool:
    """Whether a file below content/ is one that people write: a page, or the agenda."""
    return path.endswith(".md") or path == PATH


class State(StrEnum):
    """What became of an activity, as people write it."""

    PLANNED = "rencana"
    HELD = "terlaksana"
    CANCELLED = "batal"


@dataclass(frozen=True)
class Activity:
    """One activity, both days inclusive and local; without `begins` it takes the whole day.

    `news` is the item of the article about it, such as "berita/2026/11/rapat", "" for none.
    """

    id: str
    title: str
    start: date
    end: date
    begins: time | None = None
    ends: time | None = None
    place: str = ""
    unit: str = ""
    state: State = State.PLANNED
    public: bool = True
    news: str = ""


@dataclass(frozen=True)
class Agenda:
    """The activities of agenda.yml; `days` office days may pass until one that was held is told."""

    activities: tuple[Activity, ...] = ()
    days: int = 3

    @property
    def shown(self) -> tuple[Activity, ...]:
        """Those that the public may see, by day."""
        public = (one for one in self.activities if one.public)
        return tuple(sorted(public, key=lambda one: (one.start, one.begins or time(), one.id)))


@dataclass(frozen=True)
class Silence:
    """An activity that was held and that no published article tells of; `due` was the last day."""

    activity: Activity
    due: date
    late: bool


def silences(
    agenda: Agenda, published: Container[str], calendar: Calendar, today: date
) -> tuple[Silence, ...]:
    """What was held and is not told of, the longest ago first; `published` holds items."""
    held = [one for one in agenda.activities if one.state is State.HELD]
    quiet = [one for one in held if one.news not in published]
    found = []
    for one in sorted(quiet, key=lambda one: (one.end, one.id)):
        due = last_day(calendar, one.end, agenda.days)
        found.append(Silence(one, due, late=today > due))
    return tuple(found)


def last_day(calendar: Calendar, day: date, days: int) -> date:
    """The given office day after a day, counted from the next one; at most a year later."""
    later = (day + timedelta(days=number) for number in range(1, HORIZON.days + 1))
    office_days = (one for one in later if clock.windows(calendar, one))
    return next(islice(office_days, days - 1, None), day + HORIZON)
