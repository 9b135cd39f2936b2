"""Whose turn it is: one next action for each person who can act, one line for all others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from terbit import indonesian
from terbit.core.procedure import RESERVED_ACTOR, Step
from terbit.core.verdict import Reason
from terbit.report import phrases, urgent, words
from terbit.report.guidance import Objection
from terbit.report.people import Part
from terbit.report.progress import Progress
from terbit.report.uncounted import Uncounted
from terbit.report.view import MAINTAINER


@dataclass(frozen=True)
class Turn:
    """The one next action of one reader; `post` is "" where `who` is no single person."""

    who: str
    post: str
    act: str

    def __str__(self) -> str:
        return f"{self.who}{f' ({self.post})' if self.post else ''}: {self.act}"


@dataclass(frozen=True)
class Turns(Part):
    """Finds whose turn it is; `held` says that a finding blocks."""

    held: bool
    objections: tuple[Objection, ...]
    uncounted: tuple[Uncounted, ...]

    def rows(self) -> tuple[Turn, ...]:
        """One for each person who can act now, those who are awaited first."""
        verdict, (step, act) = self.view.verdict, self._awaited_act()
        if verdict.next_actor == RESERVED_ACTOR:
            return (Turn(MAINTAINER.capitalize(), "", act),)
        if step is None or self.view.stuck:
            return ()
        if logins := self.view.lifters.logins:
            return tuple(self._lifter(login) for login in logins)
        acts: dict[str, str] = {}
        for login, own in self._acts(step, act):
            acts.setdefault(login, own)
        people, now = self.people, self.view.facts.now

        def turn(login: str, own: str) -> Turn:
            waits = own.startswith(phrases.NOT_YET)
            return Turn(
                people.named(login), people.capacity(login, None if waits else step, now), own
            )

        rows = tuple(turn(login, own) for login, own in acts.items())
        posts = self.view.posts(step)
        nobody = () if self._logins(step) else (Turn(posts[:1].upper() + posts[1:], "", act),)
        return (*nobody, *rows)

    def others(self) -> str:
        """For whom or what everybody else waits, and how far it is; "" where nobody is awaited."""
        verdict, (step, _) = self.view.verdict, self._awaited_act()
        if verdict.next_actor == RESERVED_ACTOR:
            return f"Yang lain menunggu {MAINTAINER}"
        if step is None or self.view.stuck or self.view.open_to_all(step):
            return ""
        if lifters := self.people.lifters():
            return f"Yang lain menunggu persetujuan {lifters}"
        more = verdict.approvals_needed or 0
        needed = f"naskah ini masih memerlukan sedikitnya {indonesian.number(more)} persetujuan"
        rest = f"; {needed}" if more > 1 else ""
        return f"Yang lain menunggu {self._goal(step)}{rest}"

    def _lifter(self, login: str) -> Turn:
        """Somebody in whose name a reason stands, by the post of the step that he or she takes."""
        people, now = self.people, self.view.facts.now
        own = (step for step in self.view.route if people.holds(login, step, now))
        post = people.capacity(login, next(own, None), now)
        return Turn(people.named(login), post, phrases.SIGN)

    def _goal(self, step: Step) -> str:
        """The one person who is awaited, else what is awaited of how many."""
        logins = self._logins(step)
        if len(logins) == 1:
            return self.people.named(logins[0])
        verdict = self.view.verdict
        objected = verdict.reason is Reason.CHANGES_REQUESTED or urgent.is_contested(verdict)
        mending = self.held or objected
        drafting = step == self.view.procedure.drafting
        noun = phrases.MENDING if drafting and mending else self.view.noun(step)
        need = Progress(self.view).missing(step) if step in self.view.route else 1
        how_many = f"{indonesian.number(need)} orang di antara" if need > 1 else "salah satu dari"
        return f"{noun} oleh {how_many} mereka" if logins else noun

    def _awaited_act(self) -> tuple[Step | None, str]:
        """The step whose people are awaited, and what they have to do."""
        reason = self.view.verdict.reason
        if urgent.is_contested(self.view.verdict):
            return self.view.procedure.drafting, urgent.MEND
        if urgent.was_urgent(self.view.verdict):
            return self.view.awaited, urgent.READ
        if barred := self.view.lifters.barred:
            whom = words.clean(indonesian.enumerate_words(list(barred)))
            return self.view.procedure.drafting, phrases.RENAME.replace("{siapa}", whom)
        if reason is Reason.READY and self.held:
            return self.view.procedure.drafting, phrases.MEND
        if self.view.text_changed:
            return self.view.awaited, phrases.CHANGED
        silent = [row.who.name for row in self.objections if not row.words]
        if reason is Reason.CHANGES_REQUESTED and len(silent) == len(self.objections) > 0:
            whom = indonesian.enumerate_words(list(dict.fromkeys(silent)))
            return self.view.awaited, phrases.ASK.replace("{siapa}", whom)
        return self.view.awaited, phrases.ACTS.get(reason, "")

    def _acts(self, step: Step, act: str) -> Iterator[tuple[str, str]]:
        """(login, act), the most pressing first: of two for one person the first holds."""
        changed, reviewing = self.view.text_changed, step in self.view.route
        objecting = {row.login: row for row in self.objections if row.login}
        again = {row.signer: row.repair for row in self.uncounted if row.signer and reviewing}
        logins = self._logins(step)
        silent = (login for login, row in objecting.items() if not row.words and not changed)
        yield from ((login, phrases.SPEAK) for login in silent)
        for login in logins:
            own = phrases.RECONSIDER if login in objecting and changed else act
            yield login, again.get(login, own)
        yield from ((login, f"{phrases.NOT_YET}; {repair}") for login, repair in again.items())
        if self.held and reviewing:
            yield from ((who, phrases.MEND) for who in self._holders(self.view.procedure.drafting))

    def _logins(self, step: Step) -> tuple[str, ...]:
        """Those who can take a step now: of a review step those whose tap counts."""
        if self.view.open_to_all(step):
            return ()
        if step not in self.view.route and step.id not in self.view.verdict.postponed:
            return self._holders(step)
        able = [row for row in self._in_order() if row in self.view.verdict.can_act]
        own = [login for login in able if self.people.holds(login, step, self.view.facts.now)]
        return tuple(own or able)

    def _holders(self, step: Step) -> tuple[str, ...]:
        holds = self.people.holds
        return tuple(who for who in self._in_order() if holds(who, step, self.view.facts.now))

    def _in_order(self) -> Iterable[str]:
        """Every login, in the order of kantor.yml."""
        return dict.fromkeys(row.login for row in self.view.roster.appointments)
