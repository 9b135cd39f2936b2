"""Days on which an office works."""

from __future__ import annotations

from datetime import date, timedelta

from terbit.core.clock import windows
from terbit.core.office import Calendar

_FARTHEST = 400
"""Days after which nobody counts on: an office that never opens must not keep us counting."""


def working_days(calendar: Calendar, after: date, until: date, enough: int) -> int:
    """How many working days follow `after` up to `until`, counted no farther than `enough`."""
    found = 0
    for step in range(1, min((until - after).days, _FARTHEST) + 1):
        found += bool(windows(calendar, after + timedelta(days=step)))
        if found >= enough:
            break
    return found
