"""Who holds which post on which day, and with what rank (S10, S11, N9)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum
from functools import cached_property

from terbit.core.facts import ONLY_TEAM, Account, Facts
from terbit.core.office import ACTING, Appointment, Office
from terbit.core.procedure import Procedure, Step


class Standing(Enum):
    """What the roles file says of an account, dates aside."""

    HOLDER = "holder"
    MISMATCH = "mismatch"
    OUTSIDER = "outsider"


@dataclass(frozen=True)
class Roster:
    """The people of the base branch's roles file and of the forge teams that it names."""

    procedure: Procedure
    appointments: tuple[Appointment, ...]

    @classmethod
    def of(cls, procedure: Procedure, office: Office, facts: Facts) -> Roster:
        """The roster for one request, team members included."""
        members = [
            Appointment(member.login, role, member.login, member.id, date.min)
            for role in office.teams
            for member in team_members(facts, office, role) or ()
        ]
        return cls(procedure, (*office.appointments, *_with_ids(members, office)))

    def person(self, account: Account) -> tuple[Standing, int]:
        """How an account stands, and the person's id (the numeric id comes first)."""
        if account.id in self._rows:
            return Standing.HOLDER, account.id
        same = self._named.get(account.login.casefold(), ())
        named_only = next((row.id for row in same if row.id < 0), None)
        if named_only is not None:
            return Standing.HOLDER, named_only
        return (Standing.MISMATCH if same else Standing.OUTSIDER), account.id

    def posts(self, person: int, day: date) -> tuple[Appointment, ...]:
        """The posts that a person holds on a local day."""
        return tuple(row for row in self._rows.get(person, ()) if row.in_force(day))

    def posts_for(self, person: int, step: Step, day: date) -> tuple[Appointment, ...]:
        """The posts that let a person take a step that day, the one to print first first (N15)."""
        rows = [row for row in self.posts(person, day) if row.role in step.roles]
        return tuple(sorted(rows, key=lambda row: (row.acting, step.roles.index(row.role))))

    def holds(self, person: int, step: Step, day: date) -> bool:
        """Whether a person holds a post of the step that day."""
        return any(row.role in step.roles for row in self.posts(person, day))

    def rank(self, person: int, day: date) -> int:
        """The highest rank among the posts in force that day; -1 without any."""
        ranks = (self.procedure.role(row.role).rank for row in self.posts(person, day))
        return max(ranks, default=-1)

    def login(self, person: int) -> str:
        """The login under which the roles file knows a person."""
        return self._rows[person][0].login

    def name(self, person: int) -> str:
        """The name under which the roles file knows a person."""
        return self._rows[person][0].name

    def capacity(self, person: int, step: Step, day: date) -> str:
        """The post in which a person takes a step, as the archive prints it."""
        row = self.posts_for(person, step, day)[0]
        return ACTING.get(row.status, "") + self.procedure.role(row.role).name

    def in_force(self, day: date) -> tuple[int, ...]:
        """Everybody with a post that day, by login."""
        people = {row.id: row.login for row in self.appointments if row.in_force(day)}
        return tuple(sorted(people, key=lambda person: people[person]))

    @cached_property
    def _rows(self) -> dict[int, tuple[Appointment, ...]]:
        """The rows of each person, in the order of the roles file."""
        rows: dict[int, tuple[Appointment, ...]] = {}
        for row in self.appointments:
            rows[row.id] = (*rows.get(row.id, ()), row)
        return rows

    @cached_property
    def _named(self) -> dict[str, tuple[Appointment, ...]]:
        """The same by login, capital letters or not."""
        rows: dict[str, tuple[Appointment, ...]] = {}
        for row in self.appointments:
            login = row.login.casefold()
            rows[login] = (*rows.get(login, ()), row)
        return rows


def team_members(facts: Facts, office: Office, role: str) -> tuple[Account, ...] | None:
    """The members of a role's team, or None where the forge did not say."""
    team = office.teams[role]
    only = (ONLY_TEAM,) if len(set(office.teams.values())) == 1 else ()
    for key in (team, team.rpartition("/")[2], role, *only):
        if key in facts.teams:
            return facts.teams[key]
    return None


def _with_ids(members: list[Appointment], office: Office) -> list[Appointment]:
    """Bare logins get the id of their row in the roles file, else a negative one of their own."""
    known = {row.login.casefold(): row.id for row in office.appointments}
    rows = []
    for number, row in enumerate(members, start=1):
        person = row.id or known.get(row.login.casefold(), -number)
        rows.append(Appointment(row.name, row.role, row.login, person, row.start))
    return rows
