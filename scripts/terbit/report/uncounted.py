"""Reviews that do not count: whose, why, and the tap that repairs it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

from terbit import indonesian
from terbit.core.facts import Review
from terbit.core.procedure import Step
from terbit.core.verdict import Ignored, Reason, Why
from terbit.report import phrases
from terbit.report.people import Part, Who
from terbit.report.phrases import State
from terbit.report.progress import Progress


@dataclass(frozen=True)
class Uncounted:
    """A review that does not count: who and when, why, and the tap that repairs it.

    `signer` is the login of whoever has to sign again, now or later; "" where nobody has to.
    """

    why: Why
    who: Who
    what: str
    repair: str
    signer: str = ""

    def __str__(self) -> str:
        return f"{self.who}: {self.what}{f'; {self.repair}' if self.repair else ''}"


@dataclass(frozen=True)
class Uncounting(Part):
    """Tells of the reviews that a verdict ignores."""

    @cached_property
    def progress(self) -> Progress:
        """Which steps are still open."""
        return Progress(self.view)

    def row(self, ignored: Ignored) -> Uncounted:
        """One ignored review as people read it."""
        review = self.view.reviews.get(ignored.review)
        if review is None:
            fault = phrases.WHYS[ignored.why]
            return Uncounted(ignored.why, Who(f"Tinjauan {ignored.review}"), fault.what, "")
        fault = self._fault(ignored, review)
        what = fault.what.replace(
            "{hari}", indonesian.number(self.view.procedure.approval_days or 0)
        )
        what = what.replace("{sebelumnya}", self.progress.before(self._own_step(review)))
        repair, again = self._repair(fault, review)
        signer = self.people.login(review.account) if again else ""
        who = self.people.who(review.account, review.at)
        return Uncounted(ignored.why, who, what, repair, signer)

    def _fault(self, ignored: Ignored, review: Review) -> phrases.Fault:
        """Why a review does not count; of a dismissed one also by whom, or that it objected."""
        fault = phrases.WHYS[ignored.why]
        dismissed = [row for row in self.view.facts.dismissals if row.review == review.id]
        if ignored.why is not Why.DISMISSED or not dismissed:
            return fault
        if dismissed[-1].state == Reason.CHANGES_REQUESTED.lower():
            return phrases.WITHDRAWN
        return replace(fault, what=f"{fault.what} oleh {self.people.person(dismissed[-1].actor)}")

    def _repair(self, fault: phrases.Fault, review: Review) -> tuple[str, bool]:
        """The tap that repairs it, and whether the reviewer makes it, at once or after a step."""
        step, still_open = self._own_step(review), self.progress.open_step()
        if self.view.verdict.approvals_needed == 0 or not fault.repair:
            return "", False
        if not fault.own:
            return fault.repair.replace("{jabatan}", self.view.posts(still_open)), False
        if self.people.login(review.account) in self.view.verdict.can_act:
            return fault.repair, True
        if step is None or self.progress.state(step) is State.DONE:
            return phrases.NO_REPEAT, False
        later = self._later_step(review, step)
        if step == still_open and later is None:
            return f"minta persetujuan orang lain: {self.view.posts(step)}", False
        step = later or step
        return f"{fault.repair} sesudah {self.progress.before(step)} selesai", True

    def _later_step(self, review: Review, step: Step) -> Step | None:
        """A step behind the open one that waits for the same reviewer, in another post of today."""
        login, now = self.people.login(review.account), self.view.facts.now
        behind = (row for row in self.view.route if row.number > step.number)
        own = (row for row in behind if self.people.holds(login, row, now))
        return next((row for row in own if self.progress.state(row) is not State.DONE), None)

    def _own_step(self, review: Review) -> Step | None:
        """The review step for which a reviewer is awaited: the first open, else the last."""
        if review.account is None or review.at is None:
            return None
        _, person = self.view.roster.person(review.account)
        day = self.view.office.calendar.day(review.at)
        own = [s for s in self.view.route if self.view.roster.holds(person, s, day)]
        still_open = (step for step in own if self.progress.state(step) is not State.DONE)
        return next(still_open, own[-1] if own else None)
