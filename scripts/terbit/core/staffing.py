"""Whether every step keeps enough people when one is away or a post ends (N10).

One person takes one review step of a request and whoever wrote takes none (S6, S7), so the
people of all these steps are counted together.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import product

from terbit.core.office import Appointment
from terbit.core.procedure import Procedure, Step

HORIZON = timedelta(days=30)
"""How far ahead ends of posts are looked for."""

People = frozenset[int]


@dataclass(frozen=True)
class Gap:
    """A step without enough people from a day on, perhaps only while somebody is away.

    `absent` is the person whose absence makes the gap, `ended` are the posts whose end does;
    without both the step lacks people already.
    """

    step: Step
    day: date
    absent: str = ""
    ended: tuple[Appointment, ...] = ()


def gaps(procedure: Procedure, appointments: Sequence[Appointment], today: date) -> tuple[Gap, ...]:
    """Every gap of today, of one person's absence, and of the ends of posts that are near."""
    rows = [row for row in appointments if row.in_force(today)]
    now = short_steps(procedure, rows)
    found = [Gap(step, today) for step in now]
    for person, name in {row.id: row.name for row in rows}.items():
        left = [row for row in rows if row.id != person]
        lost = (step for step in short_steps(procedure, left) if step not in now)
        found += (Gap(step, today, absent=name) for step in lost)
    return (*found, *_ends(procedure, appointments, today, known=now))


def _ends(
    procedure: Procedure,
    appointments: Sequence[Appointment],
    today: date,
    known: Sequence[Step],
) -> Iterator[Gap]:
    """The first day on which each further step lacks people because posts have ended."""
    told = list(known)
    near = [row for row in appointments if row.end and today <= row.end < today + HORIZON]
    for last in sorted({row.end for row in near if row.end}):
        day = last + timedelta(days=1)
        left = [row for row in appointments if row.in_force(day)]
        for step in short_steps(procedure, left):
            if step not in told:
                told.append(step)
                roles = _competing(procedure, step)
                over = (row for row in near if row.end == last and row.role in roles)
                yield Gap(step, day, ended=tuple(over))


def _competing(procedure: Procedure, step: Step) -> frozenset[str]:
    """The roles whose people a step may need: those of the whole chain for a step in it."""
    chain = _chain(procedure)
    return frozenset(role for one in (chain if step in chain else (step,)) for role in one.roles)


def _chain(procedure: Procedure) -> tuple[Step, ...]:
    """The steps that different people must take."""
    return (procedure.drafting, *procedure.review_steps)


def short_steps(procedure: Procedure, rows: Sequence[Appointment]) -> tuple[Step, ...]:
    """The steps for which these posts do not suffice; a later step gives way to an earlier one."""
    chain = _chain(procedure)
    fitting: list[Step] = []
    short = []
    for step in procedure.steps:
        together = [*fitting, step] if step in chain else [step]
        if not _suffice(together, rows):
            short.append(step)
        elif step in chain:
            fitting.append(step)
    return tuple(short)


def _suffice(steps: Sequence[Step], rows: Sequence[Appointment]) -> bool:
    """Whether different people can be found for all these steps at once."""
    return any(_distinct(steps, chosen) for chosen in product(*(_holders(s, rows) for s in steps)))


def _holders(step: Step, rows: Sequence[Appointment]) -> Iterator[People]:
    """Who may take a step; definitive and acting holders of one post are one seat (N2)."""
    held = {(row.role, row.acting) for row in rows}
    both = [role for role in step.roles if {(role, False), (role, True)} <= held]
    for choice in product((False, True), repeat=len(both) if step.quorum > 1 else 0):
        barred = set(zip(both, choice, strict=False))
        yield frozenset(
            row.id
            for row in rows
            if row.role in step.roles and (row.role, row.acting) not in barred
        )


def _distinct(steps: Sequence[Step], holders: Iterable[People]) -> bool:
    """Whether each seat gets a person of its own (augmenting paths, after Kuhn)."""
    pairs = zip(steps, holders, strict=True)
    seats = [people for step, people in pairs for _ in range(step.quorum)]
    taken: dict[int, int] = {}

    def seat(number: int, tried: set[int]) -> bool:
        for person in seats[number] - tried:
            tried.add(person)
            if person not in taken or seat(taken[person], tried):
                taken[person] = number
                return True
        return False

    return all(seat(number, set()) for number in range(len(seats)))
