"""SOP and people as they stood on `main` over time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from terbit.core.office import Appointment, Office
from terbit.core.procedure import Procedure

SLACK = timedelta(hours=1)
"""By how much two honest clocks may differ: a run dates all its events by its own start, and
`timeout-minutes` of the job that appends them is 60."""


@dataclass(frozen=True)
class Law:
    """What sop.yml and kantor.yml of one commit of `main` say; `since` is that commit's time."""

    since: datetime
    procedure: Procedure
    office: Office

    def holders(self, login: str, at: datetime) -> tuple[Appointment, ...]:
        """The posts that an account held on the local day of a moment."""
        day, name = self.office.calendar.day(at), login.casefold()
        rows = self.office.appointments
        return tuple(row for row in rows if row.login.casefold() == name and row.in_force(day))

    def knows(self, login: str) -> bool:
        """Whether an account stands in the file at all."""
        return any(row.login.casefold() == login.casefold() for row in self.office.appointments)


@dataclass(frozen=True)
class Laws:
    """All of them, oldest first; None stands for files that could not be read."""

    rows: tuple[tuple[datetime, Law | None], ...]

    def around(self, at: datetime) -> tuple[Law, ...]:
        """Those that may have been in force at a moment, as far as clocks can tell."""
        return tuple(self._around(at))

    def _around(self, at: datetime) -> Iterator[Law]:
        for number, (since, law) in enumerate(self.rows):
            over = number + 1 < len(self.rows) and self.rows[number + 1][0] < at - SLACK
            begun = since <= at + SLACK or number == 0
            if law is not None and begun and not over:
                yield law
