"""A verdict seen beside the SOP and the people that it speaks of."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from terbit.core.facts import Account, Facts, Review
from terbit.core.finding import Finding
from terbit.core.gate.lifters import Lifters, lifters
from terbit.core.gate.roster import Roster
from terbit.core.gate.scope import find_route
from terbit.core.office import Appointment, Office
from terbit.core.procedure import Procedure, Step
from terbit.core.verdict import Check, Reason, Scope, Verdict
from terbit.report import words

WAITING = frozenset({Reason.WAIT_ADMIN, Reason.WAIT_VERIFICATION, Reason.WAIT_APPROVAL})
EVERYBODY = "siapa pun yang berjabatan di kantor ini"
MAINTAINER = "pengelola repositori"


@dataclass(frozen=True)
class View:
    """A verdict beside the SOP and the people that it speaks of, and what the rules found."""

    verdict: Verdict
    procedure: Procedure
    office: Office
    facts: Facts
    findings: tuple[Finding, ...] = ()

    @cached_property
    def lifters(self) -> Lifters:
        """Whose approval the reasons for what holds a complete request still wait for."""
        return lifters(self.verdict, self.procedure, self.office, self.facts, self.findings)

    @cached_property
    def route(self) -> tuple[Step, ...]:
        """The review steps of this request; those of an article where the scope is not known."""
        scope = self.verdict.scope or Scope.ARTICLE
        postponed = self.verdict.postponed
        return find_route(scope, self.procedure, draft_is_free=False, postponed=postponed).steps

    @cached_property
    def roster(self) -> Roster:
        """Who holds which post."""
        return Roster.of(self.procedure, self.office, self.facts)

    @cached_property
    def reviews(self) -> dict[int, Review]:
        """The reviews by id."""
        return {review.id: review for review in self.facts.reviews}

    @property
    def objecting(self) -> tuple[Review, ...]:
        """The reviews that block, as far as the facts hold them."""
        return tuple(self.reviews[i] for i in self.verdict.blocked_by if i in self.reviews)

    @property
    def text_changed(self) -> bool:
        """Whether an objection waits for a new look instead of a new text."""
        objected = self.verdict.reason is Reason.CHANGES_REQUESTED
        return objected and self.verdict.check is Check.PENDING

    @property
    def stuck(self) -> bool:
        """Whether signatures are awaited that nobody can give."""
        waits = self.verdict.reason in WAITING or self.text_changed
        return waits and self.verdict.approvals_needed is None

    @property
    def awaited(self) -> Step | None:
        """The step that waits."""
        return None if self.verdict.step is None else self.step(self.verdict.step)

    def step(self, number: int) -> Step:
        """A step by its number, as this request takes it."""
        own = (step for step in self.route if step.number == number)
        return next(own, self.procedure.steps[number - 1])

    def noun(self, step: Step | None) -> str:
        """What is awaited at a step, in the SOP's own word."""
        return words.noun(self.procedure.steps[step.number - 1], self.procedure) if step else ""

    def posts(self, step: Step) -> str:
        """The posts of a step with its quorum; a draft is open to everybody (N12)."""
        if self.open_to_all(step):
            return EVERYBODY
        return words.posts_with_quorum(step, self.procedure)

    def open_to_all(self, step: Step) -> bool:
        """Whether any post will do."""
        return self.verdict.scope is Scope.DRAFT and step in self.route

    def post(self, review: Review) -> Appointment | None:
        """The highest post of a reviewer at that time, a definitive one first."""
        return self.post_at(review.account, review.at)

    def post_at(self, account: Account | None, at: datetime | None) -> Appointment | None:
        """The highest post of an account at a moment, a definitive one first."""
        if account is None or at is None:
            return None
        _, person = self.roster.person(account)
        return self.highest(self.roster.posts(person, self.office.calendar.day(at)))

    def highest(self, rows: Iterable[Appointment]) -> Appointment | None:
        """The post of the highest rank, a definitive one first."""
        ranked = ((-self.procedure.role(row.role).rank, row.acting, row) for row in rows)
        return min(ranked, key=lambda found: found[:2], default=(0, False, None))[2]
