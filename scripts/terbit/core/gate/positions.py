"""Reading the reviews: whose latest decision stands, and why others do not (S1, S2, S10, S11)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime

from terbit.core.facts import Dismissal, Facts, Review
from terbit.core.gate.roster import Roster, Standing
from terbit.core.gate.texts import Seen, Texts
from terbit.core.office import Calendar
from terbit.core.verdict import Why

APPROVED, OBJECTED, DISMISSED = "APPROVED", "CHANGES_REQUESTED", "DISMISSED"
DECISIVE = frozenset({APPROVED, OBJECTED, DISMISSED})
UNDECISIVE = "COMMENTED"
PENDING = "PENDING"
APPROVAL_WORDS = ("setuju", "approve", "acc", "lanjut")


@dataclass(frozen=True)
class Mark:
    """One approval at its place in time; `moment` orders it, ties broken by review id (S5)."""

    person: int
    review: int
    at: datetime
    day: date

    @property
    def moment(self) -> tuple[datetime, int]:
        """What orders decisions."""
        return (self.at, self.review)


@dataclass(frozen=True)
class Position:
    """Where one person stands: the latest decisive review, and its chain of valid approvals.

    `chain` holds the unbroken run of approvals of the head's content that ends with the
    latest review (N4), oldest first; it is empty where `why` says that the latest does not hold.
    """

    person: int
    latest: Review
    day: date
    seen: Seen
    chain: tuple[Mark, ...] = ()
    why: Why | None = None
    dismissal: Dismissal | None = None

    @property
    def moment(self) -> tuple[datetime, int]:
        """What orders decisions."""
        assert self.latest.at is not None  # noqa: S101  (only submitted reviews are decisive)
        return (self.latest.at, self.latest.id)


@dataclass(frozen=True)
class Reading:
    """All positions, the reviews that are out already, and what to tell about the rest."""

    positions: tuple[Position, ...]
    ignored: dict[int, Why] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()
    hints: tuple[str, ...] = ()
    unreadable: bool = False


@dataclass(frozen=True)
class Reader:
    """What reading reviews needs to know."""

    facts: Facts
    texts: Texts
    roster: Roster
    calendar: Calendar
    approval_days: int | None
    now: datetime

    def read(self) -> Reading:
        """Every review in its place."""
        ignored: dict[int, Why] = {}
        of_person: dict[int, list[Review]] = {}
        for review in self.facts.reviews:
            why, person = self._first_hurdle(review)
            if why is None:
                of_person.setdefault(person, []).append(review)
            else:
                ignored[review.id] = why
        positions = []
        for person, reviews in of_person.items():
            ordered = sorted(reviews, key=lambda r: (r.at or self.now, r.id))
            ignored.update({review.id: Why.SUPERSEDED for review in ordered[:-1]})
            positions.append(self._position(person, ordered))
        return Reading(
            positions=tuple(sorted(positions, key=lambda p: p.moment)),
            ignored=ignored,
            warnings=_warnings(ignored.values()),
            hints=self._hints(),
            unreadable=any(p.latest.state == DISMISSED and p.dismissal is None for p in positions),
        )

    def _first_hurdle(self, review: Review) -> tuple[Why | None, int]:
        """Why a review is out before it is compared with others, or the person it speaks for."""
        if review.state == PENDING or review.at is None:
            return Why.NOT_SUBMITTED, 0
        if review.state not in DECISIVE:
            return (Why.NOT_DECISIVE if review.state == UNDECISIVE else Why.UNKNOWN_STATE), 0
        if review.account is None:
            return Why.USER_DELETED, 0
        if not review.account.human:
            return Why.BOT, 0
        standing, person = self.roster.person(review.account)
        if standing is Standing.MISMATCH:
            return Why.ID_MISMATCH, person
        if standing is Standing.OUTSIDER:
            return Why.NOT_ROLE_HOLDER, person
        if not self.roster.posts(person, self.calendar.day(review.at)):
            return Why.OUTSIDE_DATES, person
        return None, person

    def _position(self, person: int, ordered: list[Review]) -> Position:
        latest = ordered[-1]
        assert latest.at is not None  # noqa: S101  (_first_hurdle lets only submitted ones pass)
        seen = self.texts.seen(latest)
        dismissals = [d for d in self.facts.dismissals if d.review == latest.id]
        why = self._flaw(latest)
        return Position(
            person=person,
            latest=latest,
            day=self.calendar.day(latest.at),
            seen=seen,
            chain=() if why else self._chain(person, ordered),
            why=why,
            dismissal=dismissals[-1] if dismissals else None,
        )

    def _chain(self, person: int, ordered: list[Review]) -> tuple[Mark, ...]:
        marks: list[Mark] = []
        for review in reversed(ordered):
            if self._flaw(review) is not None or review.at is None:
                break
            marks.append(Mark(person, review.id, review.at, self.calendar.day(review.at)))
        return tuple(reversed(marks))

    def _flaw(self, review: Review) -> Why | None:
        """Why a decisive review is no valid approval of the head's content."""
        if review.state == DISMISSED:
            return Why.DISMISSED
        if review.state == OBJECTED:
            return Why.NOT_DECISIVE
        seen = self.texts.seen(review)
        if seen.digest is None:
            return Why.NOT_VERIFIABLE
        if seen.digest != self.texts.head_digest:
            return Why.STALE_CONTENT
        return Why.EXPIRED if self._expired(review) else None

    def _expired(self, review: Review) -> bool:
        """S16: older than the SOP lets an approval be, in calendar days; off unless configured."""
        if self.approval_days is None or review.at is None:
            return False
        age = self.calendar.day(self.now) - self.calendar.day(review.at)
        return age.days > self.approval_days

    def _hints(self) -> tuple[str, ...]:
        said = [(c.account, c.body) for c in self.facts.comments]
        said += [(r.account, r.body) for r in self.facts.reviews if r.state == UNDECISIVE]
        for account, body in said:
            if account is None or not body.strip().casefold().startswith(APPROVAL_WORDS):
                continue
            if self.roster.person(account)[0] is Standing.HOLDER:
                return ("COMMENT_LOOKS_LIKE_APPROVAL",)
        return ()


def _warnings(reasons: Iterable[Why]) -> tuple[str, ...]:
    found = set(reasons)
    words = {Why.USER_DELETED: "UNATTRIBUTED_REVIEW", Why.UNKNOWN_STATE: "UNKNOWN_REVIEW_STATE"}
    return tuple(word for why, word in words.items() if why in found)
