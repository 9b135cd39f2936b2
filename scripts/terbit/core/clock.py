"""Office time: how many working minutes lie between two moments, and when they run out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from terbit.core.office import Calendar, Window


def office_minutes(calendar: Calendar, start: datetime, end: datetime) -> int:
    """Whole office minutes between two aware moments, rounded down; 0 if end is not later."""
    seconds = sum((b - a).total_seconds() for a, b in _stretches(calendar, start, end))
    return int(seconds // 60)


def deadline(
    calendar: Calendar, start: datetime, minutes: int, horizon_days: int = 120
) -> datetime | None:
    """When that many office minutes after `start` have passed; None beyond the horizon."""
    left = timedelta(minutes=minutes)
    for begin, finish in _stretches(calendar, start, start + timedelta(days=horizon_days)):
        if finish - begin >= left:
            return begin + left
        left -= finish - begin
    return None


def next_day_end(calendar: Calendar, start: datetime, horizon_days: int = 120) -> datetime:
    """The end of office hours on the next working day after a moment's local day.

    Where no day within the horizon has office hours, the end of the day after.
    """
    day = calendar.day(start)
    for number in range(1, horizon_days + 1):
        later = day + timedelta(days=number)
        if opened := windows(calendar, later):
            return _at(calendar, later, opened[-1][1])
    return _at(calendar, day, 2 * 24 * 60)


def _at(calendar: Calendar, day: date, minutes: int) -> datetime:
    """So many minutes after a local midnight."""
    return datetime.combine(day, time(), tzinfo=calendar.zone) + timedelta(minutes=minutes)


def windows(calendar: Calendar, day: date) -> tuple[Window, ...]:
    """The office hours of one local day; none on a day off."""
    if day in calendar.days_off:
        return ()
    special = calendar.special_on(day)
    return (special.week if special else calendar.week)[day.weekday()]


def _stretches(
    calendar: Calendar, start: datetime, end: datetime
) -> Iterator[tuple[datetime, datetime]]:
    """The parts of [start, end) that fall into office hours, as aware local moments."""
    day, last = calendar.day(start), calendar.day(end)
    while day <= last:
        midnight = datetime.combine(day, time(), tzinfo=calendar.zone)
        for opens, closes in windows(calendar, day):
            a = max(start, midnight + timedelta(minutes=opens))
            b = min(end, midnight + timedelta(minutes=closes))
            if a < b:
                yield a, b
        day += timedelta(days=1)
