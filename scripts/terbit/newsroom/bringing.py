"""What the rules may know of the request that brings an article."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from terbit.checks import Case
from terbit.config import Config
from terbit.core.facts import Account, Facts
from terbit.core.office import ACTING
from terbit.core.verdict import Verdict, Why


@dataclass(frozen=True)
class Brought:
    """When a text was handed in (local time), and what the SOP says of its request."""

    submitted: datetime | None = None
    case: Case | None = None

    def anew(self, fresh: bool) -> Brought:
        """The same for one text: only what is not public yet can be handed in too late."""
        return self if fresh else replace(self, submitted=None)


NOTHING = Brought()
"""Where no request is known."""


def brought(facts: Facts, verdict: Verdict, setting: Config, *, closing: bool) -> Brought:
    """What a request says; `closing` where its text is about to be published."""
    handed_in = setting.office.calendar.local(facts.request.created_at).replace(tzinfo=None)
    lapsed = tuple(dict.fromkeys(_lapsed(facts, verdict, setting)))
    return Brought(handed_in, Case(verdict, closing, lapsed))


def _lapsed(facts: Facts, verdict: Verdict, setting: Config) -> Iterator[str]:
    """Capacities of acting officials who reviewed the waiting step outside of their dates."""
    outside = {row.review for row in verdict.ignored if row.why is Why.OUTSIDE_DATES}
    if not outside or verdict.step is None:
        return
    roles = setting.procedure.steps[verdict.step - 1].roles
    for account in (review.account for review in facts.reviews if review.id in outside):
        for row in setting.office.appointments:
            if row.acting and row.role in roles and account and _same(account, row.id, row.login):
                yield ACTING[row.status] + setting.procedure.role(row.role).name


def _same(account: Account, number: int, login: str) -> bool:
    return account.id == number or account.login.casefold() == login.casefold()
