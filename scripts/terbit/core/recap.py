"""A month or a year of the office counted from its events; every number follows the ledger."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from statistics import median

from terbit.core.follow_up import Promise
from terbit.core.office import Calendar
from terbit.core.passage import Passage, Proof
from terbit.core.procedure import Procedure, Step
from terbit.core.record import KIT, POSTED, SKIPPED, Event


@dataclass(frozen=True)
class Period:
    """A year, or one month of it; days are local to the office."""

    year: int
    month: int | None = None

    @property
    def id(self) -> str:
        """Such as "2026" or "2026-11"."""
        return f"{self.year}" if self.month is None else f"{self.year}-{self.month:02d}"

    @property
    def months(self) -> tuple[Period, ...]:
        """Its months; a month has none."""
        return () if self.month else tuple(Period(self.year, n) for n in range(1, 13))

    def holds(self, day: date) -> bool:
        """Whether a local day lies in it."""
        return day.year == self.year and self.month in (None, day.month)


@dataclass(frozen=True)
class Case:
    """One item: what it is now, and every approval of it.

    `kind` is in words; `first` is when the public first saw it, None where it stood before the
    flow began; `proofs` are of the version that the public sees; `address` and `sheet` are
    where readers find it, "" for the former where it is gone; `events` are all of the item.
    Of what is `withdrawn` nothing is shown any more, so no post of it is awaited.
    """

    item: str
    title: str
    kind: str
    state: str
    first: datetime | None
    passages: tuple[Passage, ...]
    proofs: tuple[Proof, ...]
    address: str
    sheet: str
    events: tuple[Event, ...] = ()
    withdrawn: bool = False


@dataclass(frozen=True)
class Pass:
    """One approval of a case."""

    case: Case
    passage: Passage


@dataclass(frozen=True)
class StepRecap:
    """How long a step took in each approval, in office minutes and in the order of approvals."""

    step: Step
    limit: int | None
    used: tuple[int, ...]
    late: int

    @property
    def median(self) -> float | None:
        """The middle one of the minutes, None where there are none."""
        return median(self.used) if self.used else None

    @property
    def longest(self) -> int | None:
        """The most minutes."""
        return max(self.used, default=None)


@dataclass(frozen=True)
class ChannelRecap:
    """Of the period's items: how many were meant for a channel, are proved, or have a kit only."""

    channel: str
    planned: int
    proved: int
    kits: int


@dataclass(frozen=True)
class Recap:
    """Everything that is counted of one period.

    `cases` were first seen by the public in it, the earliest first; `passes` are the approvals
    that were decided in it.
    """

    period: Period
    cases: tuple[Case, ...]
    passes: tuple[Pass, ...]
    steps: tuple[StepRecap, ...]

    @property
    def empty(self) -> bool:
        """Whether nothing was approved or published."""
        return not self.cases and not self.passes

    @property
    def kinds(self) -> tuple[tuple[str, int], ...]:
        """How many items of each kind, the most frequent first."""
        counted = Counter(case.kind for case in self.cases)
        return tuple(sorted(counted.items(), key=lambda row: (-row[1], row[0])))

    @property
    def channels(self) -> tuple[ChannelRecap, ...]:
        """The channels in the order in which they are first met."""
        rows = [
            proof
            for case in self.cases
            for proof in case.proofs
            if proof.proved or not case.withdrawn
        ]
        names = dict.fromkeys(proof.channel for proof in rows)
        return tuple(_of_channel(name, rows) for name in names)

    @property
    def withdrawn(self) -> int:
        """How many of the items that were first seen in it are shown no longer."""
        return sum(case.withdrawn for case in self.cases)

    @property
    def told(self) -> tuple[Case, ...]:
        """Every item of which the recapitulation speaks, by name."""
        found = {case.item: case for case in self.cases}
        found |= {one.case.item: one.case for one in self.passes}
        return tuple(case for _, case in sorted(found.items()))

    @property
    def sent_back(self) -> tuple[Pass, ...]:
        """The approvals that came only after their text was sent back."""
        return tuple(one for one in self.passes if one.passage.send_backs)

    @property
    def send_backs(self) -> int:
        """How often texts were sent back before these approvals."""
        return sum(one.passage.send_backs for one in self.passes)

    @property
    def remarks(self) -> int:
        """How many notes those who verified wrote."""
        return sum(len(one.passage.remarks) for one in self.passes)

    @property
    def urgent(self) -> tuple[tuple[Pass, Promise], ...]:
        """The approvals that went by the urgent path, with the reviews that were put off."""
        return tuple((p, p.passage.put_off) for p in self.passes if p.passage.put_off)

    @property
    def overdue(self) -> tuple[Pass, ...]:
        """The approvals of which a step took longer than it may."""
        return tuple(one for one in self.passes if one.passage.overdue)


def recap(cases: Iterable[Case], period: Period, procedure: Procedure, calendar: Calendar) -> Recap:
    """Count a period. What was taken in without the flow, and removals, are not counted."""
    known = sorted(cases, key=lambda case: case.item)
    seen = [
        (case.first, case.item, case)
        for case in known
        if case.first and period.holds(calendar.day(case.first))
    ]
    found = (
        Pass(case, passage)
        for case in known
        for passage in case.passages
        if not passage.adopted
        and not passage.removal
        and period.holds(calendar.day(passage.decided))
    )
    passes = tuple(sorted(found, key=lambda one: (one.passage.decided, one.case.item)))
    return Recap(
        period,
        tuple(case for *_, case in sorted(seen, key=lambda row: row[:2])),
        passes,
        tuple(_of_step(step, passes) for step in (*procedure.review_steps, procedure.publishing)),
    )


def _of_step(step: Step, passes: Iterable[Pass]) -> StepRecap:
    times = [time for one in passes if (time := one.passage.time(step.id))]
    return StepRecap(
        step,
        step.minutes,
        tuple(time.used for time in times),
        sum(1 for time in times if time.over),
    )


def _of_channel(channel: str, rows: Iterable[Proof]) -> ChannelRecap:
    ours = (proof.state for proof in rows if proof.channel == channel)
    states = [state for state in ours if state != SKIPPED]  # not available: nothing is awaited
    return ChannelRecap(channel, len(states), states.count(POSTED), states.count(KIT))
