"""What an item that was published by the urgent path still owes, as its events tell it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from itertools import takewhile
from typing import Any

from terbit.core.record import ADOPTED, APPROVED, CONTESTED, FOLLOWED, Event, History, Signature


class Standing(StrEnum):
    """What came of reviews that were put off; the values are words for people."""

    IN_TIME = "menyusul tepat waktu"
    LATE = "menyusul terlambat"
    AWAITED = "masih dalam batas waktu"
    MISSING = "belum dibuat"
    REPLACED = "diganti versi lain sebelum diperiksa"


@dataclass(frozen=True)
class Promise:
    """The reviews that were put off: for what reason, until when, and what came of them.

    `steps` are (id, people needed); `taken` are the reviews that followed, `objections` those
    that asked for changes after publication; `replaced` is when another version was approved.
    """

    item: str
    digest: str
    request: int
    reason: str
    basis: str
    steps: tuple[tuple[str, int], ...]
    due: datetime
    taken: tuple[Signature, ...] = ()
    objections: tuple[Signature, ...] = ()
    replaced: datetime | None = None

    @property
    def owed(self) -> tuple[str, ...]:
        """The steps that still lack somebody."""
        return tuple(step for step, count in self.steps if len(self.of(step)) < count)

    def of(self, step: str) -> tuple[Signature, ...]:
        """The reviews that followed for one step, in their order."""
        return tuple(row for row in self.taken if row.step == step)

    @property
    def kept_at(self) -> datetime | None:
        """When the last review came that was owed; None while one is missing."""
        if self.owed:
            return None
        return max((row.at for row in self.taken), default=None)

    @property
    def in_time(self) -> bool:
        """Whether every review came by the deadline."""
        return self.kept_at is not None and self.kept_at <= self.due

    def standing(self, now: datetime) -> Standing:
        """What came of it so far."""
        if self.kept_at is not None:
            return Standing.IN_TIME if self.in_time else Standing.LATE
        if self.replaced is not None:
            return Standing.REPLACED
        return Standing.MISSING if now > self.due else Standing.AWAITED

    def is_overdue(self, now: datetime) -> bool:
        """Whether a review is missing although its day is over."""
        return self.standing(now) is Standing.MISSING

    def is_watched(self, now: datetime) -> bool:
        """Whether the forge is still asked: until all is there, and until the day is over."""
        return self.replaced is None and (bool(self.owed) or now <= self.due)


def promise(history: History, approval: Event | None) -> Promise | None:
    """What an approval of an item put off; None where every step was taken."""
    told = approval.details.get("urgent") if approval else None
    if approval is None or not told:
        return None
    later = history.events[approval.number :]
    mine = list(takewhile(lambda event: event.kind not in (APPROVED, ADOPTED), later))
    replaced = later[len(mine)].at if len(mine) < len(later) else None
    return Promise(
        item=history.item,
        digest=approval.digest,
        request=int(approval.details["request"]),
        reason=str(told["reason"]),
        basis=str(told["basis"]),
        steps=tuple((str(step), int(count)) for step, count in sorted(told["steps"].items())),
        due=datetime.fromisoformat(told["due"]),
        taken=_signed(mine, FOLLOWED),
        objections=_signed(mine, CONTESTED),
        replaced=replaced,
    )


def no_later(details: Mapping[str, Any], before: Promise | None) -> dict[str, Any]:
    """The details of a new approval, due no later than what its item owes already.

    Else one urgent change after another would put the missing review off for ever.
    """
    told = details.get("urgent")
    if not told or before is None or not before.owed:
        return dict(details)
    due = min(datetime.fromisoformat(told["due"]), before.due)
    return {**details, "urgent": {**told, "due": due.isoformat()}}


def _signed(events: Iterable[Event], kind: str) -> tuple[Signature, ...]:
    rows = (event.details["signature"] for event in events if event.kind == kind)
    return tuple(map(Signature.from_json, rows))
