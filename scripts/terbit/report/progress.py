"""Where each step of the SOP stands: who took it, in which capacity, when, and its clock."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from terbit import indonesian
from terbit.core.clock import office_minutes
from terbit.core.gate.texts import Texts
from terbit.core.office import ACTING
from terbit.core.procedure import Action, Step
from terbit.core.verdict import Reason, Scope, Signed
from terbit.report import phrases, urgent, words
from terbit.report.people import Part
from terbit.report.phrases import State


@dataclass(frozen=True)
class Row:
    """One step of the SOP; `text` says who, in which capacity, when, and the clock."""

    number: int
    title: str
    state: State
    text: str


@dataclass(frozen=True)
class Progress(Part):
    """The steps of one request."""

    def row(self, step: Step) -> Row:
        """One step as people read it."""
        own = self.view.step(step.number)
        state = self.state(own)
        tell = {
            State.DONE: self._done,
            State.WAITING: self._waiting,
            State.NOT_YET: self._to_come,
            State.FOLLOWS: self._following,
        }.get(state)
        text = "; ".join(part for part in tell(own) if part) if tell else ""
        return Row(step.number, words.title(step, self.view.procedure), state, text)

    def state(self, step: Step) -> State:
        """Whether a step is done, waits, comes later or is not needed."""
        verdict = self.view.verdict
        if urgent.was_urgent(verdict):
            return State.FOLLOWS if step.id in verdict.postponed else State.DONE
        if verdict.step is None:
            return State.UNKNOWN
        if step.id in verdict.postponed:
            return State.FOLLOWS
        if not self._needed(step):
            return State.NOT_NEEDED
        if step.number == verdict.step:
            return State.WAITING
        counts = step in self.view.route and verdict.reason is not Reason.CONTENT_DRIFT
        complete = counts and self._seats(step) >= step.quorum
        return State.DONE if step.number < verdict.step or complete else State.NOT_YET

    def open_step(self) -> Step:
        """The first review step that is not complete, else the deciding one."""
        route = self.view.route
        return next((s for s in route if self.state(s) is not State.DONE), route[-1])

    def missing(self, step: Step) -> int:
        """How many signatures a step still lacks."""
        return max(0, step.quorum - self._seats(step))

    def before(self, step: Step | None) -> str:
        """What must be complete before a review step."""
        index = self.view.route.index(step) if step else 0
        return self.view.noun(self.view.route[index - 1]) if index else phrases.NOUNS[Action.REVIEW]

    def _needed(self, step: Step) -> bool:
        """An article passes every step, a draft one, other requests the signatures and merging."""
        view, scope = self.view, self.view.verdict.scope
        if scope in (None, Scope.ARTICLE) or step in view.route:
            return True
        return scope is not Scope.DRAFT and step in (view.procedure.publishing, view.awaited)

    def _seats(self, step: Step) -> int:
        """How many of a step's signatures fill its quorum (N2: acting and definitive are one)."""
        held: Counter[tuple[str, bool]] = Counter()
        for row in self._signed(step):
            prefix = next((p for p in ACTING.values() if row.capacity.startswith(p)), "")
            held[row.capacity.removeprefix(prefix), bool(prefix)] += 1
        return sum(max(held[post, True], held[post, False]) for post in {post for post, _ in held})

    def _signed(self, step: Step) -> list[Signed]:
        """The counted approvals of a step, in the order in which they were given."""
        rows = (row for row in self.view.verdict.signatures if row.step == step.id)
        return sorted(rows, key=lambda row: (row.at, row.review))

    def _signatures(self, step: Step) -> str:
        """Who signed a step, in which capacity and when."""
        return "; ".join(
            f"{words.clean(row.name)} sebagai {words.clean(row.capacity)},"
            f" {self.people.when(row.at)}"
            for row in self._signed(step)
        )

    def _done(self, step: Step) -> Iterator[str]:
        request = self.view.facts.request
        if step.action is Action.DRAFT:
            opener, at = self.people.person(request.opener), self.people.when(request.created_at)
            yield f"diajukan oleh {opener}, {at}"
        yield self._signatures(step)
        start, end = self._start(step), self._completed(step)
        if step.minutes is not None and start and end:
            yield words.spent(step.minutes, office_minutes(self.view.office.calendar, start, end))

    def _waiting(self, step: Step) -> Iterator[str]:
        yield self.view.posts(step)
        if lifters := self.people.lifters():
            yield phrases.AFTER_REASON.replace("{siapa}", lifters)
        if signed := self._signatures(step):
            yield f"sudah: {signed}"
        sla = self.view.verdict.sla
        if sla is not None and sla.step == step.number:
            spent = words.spent(sla.limit_minutes, sla.used_minutes)
            yield f"{spent} sejak {self.people.when(sla.since)}"

    def _to_come(self, step: Step) -> Iterator[str]:
        yield self.view.posts(step)
        if signed := self._signatures(step):
            yield f"sudah: {signed}"
        if step.minutes is not None:
            yield f"batas waktu {indonesian.duration(step.minutes)}"

    def _following(self, step: Step) -> Iterator[str]:
        yield self.view.posts(step)
        if self.view.verdict.due is not None:
            yield urgent.by(self.view.verdict.due, self.view.office.calendar)
        if signed := self._signatures(step):
            yield f"sudah: {signed}"

    def _completed(self, step: Step) -> datetime | None:
        """When the approval came that filled the quorum of a review step."""
        rows = self._signed(step)
        return rows[step.quorum - 1].at if len(rows) >= step.quorum else None

    def _start(self, step: Step) -> datetime | None:
        """N6: when the clock of a review step started."""
        if step not in self.view.route:
            return None
        if index := self.view.route.index(step):
            return self._completed(self.view.route[index - 1])
        opened = self.view.facts.request.created_at
        return max(Texts(self.view.facts).last_change or opened, opened)
