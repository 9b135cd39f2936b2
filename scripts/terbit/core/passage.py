"""How a version went through the SOP, as the events of its item tell it.

Times are office minutes; what an older event does not hold is left out, never guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from terbit.core.clock import office_minutes
from terbit.core.delivery import State, deliveries
from terbit.core.follow_up import Promise, promise
from terbit.core.office import SITE, Calendar
from terbit.core.procedure import Procedure
from terbit.core.record import (
    ADOPTED,
    APPROVED,
    KIT,
    POSTED,
    PUBLISHED,
    SKIPPED,
    Event,
    History,
    Signature,
)

HIDDEN = "…"
_PRIVATE = re.compile(
    r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"  # an e-mail address
    r"|(?<![\w/])@[\w-]+"  # an account
    r"|(?<![\w/])\+?\d(?:[ .-]?\d){8,}(?!\w)"  # telephone, NIK, NIP, account: nine digits or more
)


@dataclass(frozen=True)
class StepTime:
    """How long one step took and how long it may take, in office minutes; `limit` None: any."""

    step: str
    used: int
    limit: int | None

    @property
    def over(self) -> int:
        """By how many minutes the limit was passed, 0 where it was kept."""
        return max(0, self.used - self.limit) if self.limit is not None else 0


@dataclass(frozen=True)
class Reply:
    """What was answered below a note."""

    at: datetime
    capacity: str
    text: str


@dataclass(frozen=True)
class Remark:
    """A note of those who verified: `answers` tell what was changed after it.

    `place` is the line that it speaks of, "" for the whole; `changed` says that the line is not
    the same any more. Accounts, addresses and long numbers are left out of all words.
    """

    number: int
    at: datetime
    capacity: str
    state: str
    text: str
    place: str
    changed: bool
    replies: tuple[Reply, ...]
    answers: tuple[str, ...]


@dataclass(frozen=True)
class Passage:
    """One approval: what led to it and when the public saw it.

    `put_off` are the reviews that the urgent path let follow, None where every step was taken.
    """

    item: str
    approval: Event
    signatures: tuple[Signature, ...]
    times: tuple[StepTime, ...]
    remarks: tuple[Remark, ...]
    send_backs: int
    submitted: datetime | None
    decided: datetime
    published: datetime | None
    put_off: Promise | None = None

    @property
    def adopted(self) -> bool:
        """Whether it stood before the SOP's flow began."""
        return self.approval.kind == ADOPTED

    @property
    def removal(self) -> bool:
        """Whether what was approved is that the item goes."""
        return bool(self.approval.details.get("removed"))

    @property
    def overdue(self) -> tuple[StepTime, ...]:
        """The steps that took longer than they may."""
        return tuple(time for time in self.times if time.over)

    def time(self, step: str) -> StepTime | None:
        """How long a step took, None where that is not known."""
        return next((time for time in self.times if time.step == step), None)


@dataclass(frozen=True)
class Proof:
    """What is known of an item on one channel: `state` POSTED, SKIPPED, KIT, "terhapus", or "".

    `earlier` says that it is of a version before the public one, `screenshot` that a picture in
    the archive shows it, and `reason` why nothing was posted.
    """

    channel: str
    state: str = ""
    link: str = ""
    at: datetime | None = None
    earlier: bool = False
    screenshot: bool = False
    reason: str = ""

    @property
    def proved(self) -> bool:
        """Whether a post stands there."""
        return self.state == POSTED


def passage(
    history: History,
    approval: Event,
    procedure: Procedure,
    calendar: Calendar,
    due: datetime | None = None,
) -> Passage:
    """What the events tell of one approval; nothing was to be public before `due`."""
    told = approval.details
    signed = tuple(Signature.from_json(row) for row in told.get("signatures", ()))
    decided = max((signature.at for signature in signed), default=approval.at)
    published = _published(history, approval)
    times = list(_times(told.get("clocks", ())))
    if signed and published and approval.procedure == procedure.number:
        step, since = procedure.publishing, max(decided, due or decided)
        used = office_minutes(calendar, since, published)
        times.append(StepTime(step.id, used, step.minutes))
    return Passage(
        item=history.item,
        approval=approval,
        signatures=signed,
        times=tuple(times),
        remarks=tuple(_remarks(told.get("notes", ()))),
        send_backs=int(told.get("send_backs", 0)),
        submitted=_moment(told.get("submitted_at")),
        decided=decided,
        published=published,
        put_off=promise(history, approval),
    )


def passages(history: History, procedure: Procedure, calendar: Calendar) -> tuple[Passage, ...]:
    """Every approval of an item, first to last."""
    kinds = (APPROVED, ADOPTED)
    found = (event for event in history.events if event.kind in kinds)
    return tuple(passage(history, event, procedure, calendar) for event in found)


def proofs(history: History, digest: str, channels: Iterable[str]) -> tuple[Proof, ...]:
    """One line for each of some channels and of those that the item was sent to.

    `digest` is that of the public version. A post of an earlier one counts, but is called so.
    """
    sent = (event.channel for event in history.events if event.channel)
    wanted = dict.fromkeys([*channels, *sent])
    wanted.pop(SITE, None)
    gone = {name for name, one in deliveries(history).items() if one.state is State.DELETED}
    return tuple(_proof(history, digest, channel, channel in gone) for channel in wanted)


def discreet(text: str) -> str:
    """Words of a note as everybody may read them: no account, address or long number."""
    return _PRIVATE.sub(HIDDEN, text.strip())


def _proof(history: History, digest: str, channel: str, gone: bool) -> Proof:
    kinds = tuple(f"{kind}-{channel}" for kind in (POSTED, SKIPPED, KIT))
    events = [event for event in history.events if event.kind in kinds]
    if gone:
        return Proof(channel, State.DELETED.value)
    if not events:
        return Proof(channel)
    last = max(events, key=lambda e: (e.digest == digest, e.kind != kinds[2], e.number))
    state, earlier = last.kind.partition("-")[0], last.digest != digest
    if state == SKIPPED:
        reason = str(last.details.get("reason", ""))
        return Proof(channel, state, at=last.at, earlier=earlier, reason=reason)
    link = str(last.details.get("link", ""))
    safe = link if link.startswith(("https://", "http://")) else ""
    return Proof(channel, state, safe, last.at, earlier, screenshot=bool(last.picture))


def _published(history: History, approval: Event) -> datetime | None:
    later = history.events[approval.number :]
    shows = (e.at for e in later if e.kind == PUBLISHED and e.digest == approval.digest)
    return next(shows, None)


def _times(rows: Iterable[Mapping[str, Any]]) -> Iterator[StepTime]:
    for row in rows:
        yield StepTime(str(row["step"]), int(row["used_minutes"]), row["limit_minutes"])


def _remarks(rows: Iterable[Mapping[str, Any]]) -> Iterator[Remark]:
    for row in rows:
        place = row.get("place") or {}
        file = str(place.get("path", "")).rpartition("/")[2]
        yield Remark(
            number=int(row["number"]),
            at=datetime.fromisoformat(row["at"]),
            capacity=str(row["capacity"]),
            state=str(row["state"]),
            text=discreet(str(row["text"])),
            place=f"{file}:{place['line']}" if file and place.get("line") else file,
            changed=bool(place.get("changed")),
            replies=tuple(_replies(row.get("replies", ()))),
            answers=tuple(discreet(str(answer)) for answer in row.get("answer", ())),
        )


def _replies(rows: Iterable[Mapping[str, Any]]) -> Iterator[Reply]:
    for row in rows:
        at = datetime.fromisoformat(row["at"])
        yield Reply(at, str(row["capacity"]), discreet(str(row["text"])))


def _moment(value: object) -> datetime | None:
    return datetime.fromisoformat(value) if isinstance(value, str) and value else None
