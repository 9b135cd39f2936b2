"""Where a post stands on its medium, as the events of its item tell.

planned -> mengunggah -> terunggah | gagal | tidak_pasti -> terunggah | planned once more; and the
same for the changes of a post (sunting) and for its end (hapus, terhapus).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum
from hashlib import sha256

from terbit.core.record import (
    ADOPTED,
    APPROVED,
    DEFERRED,
    DELETED,
    FAILED,
    KIT,
    POSTED,
    SENDING,
    SKIPPED,
    UNSURE,
    Event,
    History,
)


class Act(Enum):
    """What is done to a post; `act` in the details of an event."""

    SEND = "kirim"
    EDIT = "sunting"
    DELETE = "hapus"


class State(Enum):
    """What is known of the last act; the values are the archive's own words."""

    PLANNED = "direncanakan"
    SENDING = SENDING
    POSTED = POSTED
    FAILED = FAILED
    UNSURE = UNSURE
    DELETED = DELETED


@dataclass(frozen=True)
class Shown:
    """A post that stands on its medium; `id` "" where a person uploaded it."""

    digest: str
    payload: str
    account: str
    id: str
    link: str
    at: datetime


@dataclass(frozen=True)
class Delivery:
    """One channel of one item.

    `act` to `attempt` are of the last act, `since` is when its first request may have gone out
    and `requests` how many did; `looked` is when it was looked for in vain, `until` when the
    medium wants to be asked again, `ask` says that a person must tell what became of it.
    `skipped` is the version for which a person said that the channel is not available.
    """

    channel: str
    state: State = State.PLANNED
    act: Act = Act.SEND
    digest: str = ""
    payload: str = ""
    key: str = ""
    account: str = ""
    attempt: int = 1
    requests: int = 0
    approved: datetime | None = None
    since: datetime | None = None
    at: datetime | None = None
    looked: datetime | None = None
    until: datetime | None = None
    ask: bool = False
    reason: str = ""
    post: Shown | None = None
    skipped: str = ""

    @property
    def unsettled(self) -> bool:
        """Whether nobody knows yet what became of the last act."""
        return self.state in (State.SENDING, State.UNSURE)

    def posted(self, digest: str) -> bool:
        """Whether a post of this version stands."""
        return self.post is not None and self.post.digest == digest

    def skips(self, digest: str) -> bool:
        """Whether a person said that the channel is not available for this version."""
        return bool(digest) and self.skipped == digest

    def proven(self, digest: str) -> bool:
        """Whether nothing of this version is left to be uploaded: it is there, or skipped."""
        return self.posted(digest) or self.skips(digest)

    def failed(self, act: Act, digest: str) -> bool:
        """Whether this act was refused for this version."""
        return (self.state, self.act, self.digest) == (State.FAILED, act, digest)


def key_of(item: str, channel: str, account: str, version: str, payload: str) -> str:
    """The name of one message for ever (64 hex digits); `version` is that of the approval."""
    return sha256("\n".join((item, channel, account, version, payload)).encode()).hexdigest()


def version_of(approval: Event) -> str:
    """What tells an approval from every other, one of the same bytes included."""
    return f"{approval.number} {approval.digest}"


def deliveries(history: History) -> dict[str, Delivery]:
    """Where every channel stands of which the item's events speak."""
    found: dict[str, Delivery] = {}
    kits: dict[tuple[str, str], str] = {}
    approvals: dict[str, datetime] = {}
    for event in history.events:
        if event.kind in (APPROVED, ADOPTED):
            approvals[event.digest] = event.at
            continue
        kind, _, channel = event.kind.partition("-")
        if kind == KIT:
            kits[channel, event.digest] = str(event.details.get("payload", ""))
        if kind not in _STEPS:
            continue
        before = found.get(channel, Delivery(channel))
        found[channel] = _STEPS[kind](before, event, approvals, kits)
    return found


Approvals = Mapping[str, datetime]
Kits = Mapping[tuple[str, str], str]


def _sending(before: Delivery, event: Event, approvals: Approvals, _: Kits) -> Delivery:
    begun = _of(replace(before, state=State.SENDING), event)
    again = before.unsettled and (before.key, before.act) == (begun.key, begun.act)
    return replace(
        begun,
        approved=approvals.get(event.digest),
        since=before.since if again else event.at,
        requests=before.requests + 1 if again else 1,
        looked=None,
        until=None,
        ask=False,
        reason="",
    )


def _posted(before: Delivery, event: Event, _: Approvals, kits: Kits) -> Delivery:
    told = event.details
    known = before.payload if before.digest == event.digest else ""
    kit = kits.get((before.channel, event.digest), "")
    post = Shown(
        digest=event.digest,
        payload=str(told.get("payload") or kit or known),
        account=str(told.get("account", "")),
        id=str(told.get("id", "")),
        link=str(told.get("link", "")),
        at=event.at,
    )
    return replace(_settled(before, event), state=State.POSTED, post=post, skipped="")


def _failed(before: Delivery, event: Event, _: Approvals, __: Kits) -> Delivery:
    reason = str(event.details.get("reason", ""))
    return replace(_settled(_of(before, event), event), state=State.FAILED, reason=reason)


def _unsure(before: Delivery, event: Event, _: Approvals, __: Kits) -> Delivery:
    told = event.details
    return replace(
        before,
        state=State.UNSURE,
        at=event.at,
        looked=event.at if told.get("looked") else before.looked,
        until=_moment(told.get("until")),
        ask=bool(told.get("ask")),
        reason=str(told.get("reason", "")),
    )


def _deferred(before: Delivery, event: Event, _: Approvals, __: Kits) -> Delivery:
    planned = replace(_settled(_of(before, event), event), state=State.PLANNED)
    until, reason = _moment(event.details.get("until")), str(event.details.get("reason", ""))
    return replace(planned, until=until, reason=reason)


def _deleted(before: Delivery, event: Event, _: Approvals, __: Kits) -> Delivery:
    return replace(_settled(before, event), state=State.DELETED, post=None)


def _skipped(before: Delivery, event: Event, _: Approvals, __: Kits) -> Delivery:
    """Where more is known, or nobody knows what became of a post, nothing is taken back."""
    if before.unsettled or before.posted(event.digest):
        return before
    return replace(before, skipped=event.digest)


_STEPS: Mapping[str, Callable[[Delivery, Event, Approvals, Kits], Delivery]] = {
    SENDING: _sending,
    POSTED: _posted,
    FAILED: _failed,
    UNSURE: _unsure,
    DEFERRED: _deferred,
    DELETED: _deleted,
    SKIPPED: _skipped,
}


def _of(before: Delivery, event: Event) -> Delivery:
    """The same with what an event says of its act."""
    told = event.details
    return replace(
        before,
        act=_act(told.get("act")),
        digest=event.digest,
        payload=str(told.get("payload", before.payload)),
        key=str(told.get("key", before.key)),
        account=str(told.get("account", before.account)),
        attempt=_number(told.get("attempt")),
        at=event.at,
    )


def _settled(before: Delivery, event: Event) -> Delivery:
    """The same with nothing left open."""
    return replace(
        before,
        digest=event.digest,
        at=event.at,
        since=None,
        requests=0,
        looked=None,
        until=None,
        ask=False,
        reason="",
    )


def _act(word: object) -> Act:
    """The act of an event; what people record by hand names none."""
    return next((act for act in Act if act.value == word), Act.SEND)


def _number(value: object) -> int:
    return value if isinstance(value, int) and value > 0 else 1


def _moment(value: object) -> datetime | None:
    return datetime.fromisoformat(value) if isinstance(value, str) and value else None
