"""How the people of a request are called: name, post and time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from terbit import indonesian
from terbit.core.facts import Account
from terbit.core.gate.roster import Standing
from terbit.core.procedure import Step
from terbit.report import words
from terbit.report.view import View


@dataclass(frozen=True)
class Who:
    """A person as a line begins with: name, post and time, the last two where they are known."""

    name: str
    post: str = ""
    when: str = ""

    def __str__(self) -> str:
        return f"{self.name}{self.rest}"

    @property
    def rest(self) -> str:
        """What stands behind the name."""
        post = f" ({self.post})" if self.post else ""
        return post + (f", {self.when}" if self.when else "")


@dataclass(frozen=True)
class People:
    """Names from kantor.yml where it knows somebody, else accounts."""

    view: View

    def when(self, at: datetime) -> str:
        """A moment in the office's zone."""
        return words.moment(at, self.view.office.calendar)

    def person(self, account: Account | None) -> str:
        """A person's name from kantor.yml, else the account."""
        if account is None:
            return "akun yang sudah dihapus"
        if not self.known(account):
            return f"akun {words.clean(account.login)}"
        return words.clean(self.view.roster.name(self.view.roster.person(account)[1]))

    def known(self, account: Account | None) -> bool:
        """Whether kantor.yml names this person, whatever the dates."""
        return account is not None and self.view.roster.person(account)[0] is Standing.HOLDER

    def login(self, account: Account | None) -> str:
        """The login under which the verdict knows a person; "" for others."""
        if account is None or not self.known(account):
            return ""
        return self.view.roster.login(self.view.roster.person(account)[1])

    def named(self, login: str) -> str:
        """The name behind a login of the verdict."""
        rows = (row for row in self.view.roster.appointments if row.login == login)
        return next((words.clean(row.name) for row in rows), words.clean(login))

    def who(self, account: Account | None, at: datetime | None) -> Who:
        """Name, post and time: "Dewi Sekarmelati (Ketua PPID), 12 November 2026 10.41 WIB"."""
        post = self.view.post_at(account, at)
        held = words.capacity(post, self.view.procedure) if post else ""
        return Who(self.person(account), held, self.when(at) if at else "")

    def capacity(self, login: str, step: Step | None, now: datetime) -> str:
        """The post in which a login takes a step today, else the highest one; "" without any."""
        roster, day = self.view.roster, self.view.office.calendar.day(now)
        rows = [r for r in roster.appointments if r.login == login and r.in_force(day)]
        own = [row for row in rows if step is not None and row.role in step.roles]
        post = self.view.highest(own or rows)
        return words.capacity(post, self.view.procedure) if post else ""

    def lifters(self) -> str:
        """The posts in which those are awaited in whose name reasons stand; "" for nobody.

        One of each group is enough: "Ketua PPID dan Inspektur Pembantu".
        """
        now, route, awaited = self.view.facts.now, self.view.route, self.view.lifters
        if awaited.barred:
            return ""

        def post(login: str) -> str:
            step = next((step for step in route if self.holds(login, step, now)), None)
            return self.capacity(login, step, now)

        groups = (" / ".join(dict.fromkeys(map(post, group))) for group in awaited.groups)
        posts = list(dict.fromkeys(groups))
        return indonesian.enumerate_words(posts) if posts else ""

    def holds(self, login: str, step: Step | None, now: datetime) -> bool:
        """Whether a login of the roles file holds a post of a step today."""
        day = self.view.office.calendar.day(now)
        rows = (row for row in self.view.roster.appointments if row.login == login)
        return step is not None and any(r.role in step.roles and r.in_force(day) for r in rows)


@dataclass(frozen=True)
class Part:
    """A part of the account of a request, which calls people by their names."""

    view: View

    @cached_property
    def people(self) -> People:
        """How the people of the request are called."""
        return People(self.view)
