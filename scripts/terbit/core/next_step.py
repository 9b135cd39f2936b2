"""What is to be done about a post next: the rules by which no message is ever posted twice.

An intent stands in the archive before a medium is called. A run that finds the intent of
another leaves it alone for LEASE; what is still open then is settled by what the medium allows:
the same request once more, a look at the account's own posts, or a person.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum

from terbit.core.delivery import Act, Delivery, State
from terbit.core.sending import Repeat

LEASE = timedelta(minutes=30)
"""How long an intent is left to its run: longer than `timeout-minutes` of the posting job."""
LOOK_GAP = timedelta(minutes=2)
"""Between two looks that find nothing: media show a new post with some delay."""
FRESH = timedelta(days=7)
"""How long after its first publication an item is posted by machine; older news is for people.

So nobody's feed is flooded when an office gets its first token, or after a long failure.
"""
MAX_REQUESTS = 5
"""How often one message is repeated before somebody looks."""
MAX_ATTEMPTS = 3
"""How often a message that never arrives is planned before a person uploads it."""


class Do(Enum):
    """What may be done next; ask and by hand are said to people, all else is the machine's.

    KIT: a person uploads it with the kit. BY_HAND: a person mends what stands there.
    """

    SEND = "kirim"
    REPEAT = "kirim ulang"
    LOOK = "cari"
    EDIT = "sunting"
    DELETE = "hapus"
    WAIT = "tunggu"
    ASK = "tanya"
    BY_HAND = "tangan"
    KIT = "paket"
    DONE = "selesai"

    @property
    def calls(self) -> bool:
        """Whether the medium is called."""
        return self in (Do.SEND, Do.REPEAT, Do.LOOK, Do.EDIT, Do.DELETE)


@dataclass(frozen=True)
class Step:
    """One next step: which act it is about, until when to wait, the number of the attempt."""

    do: Do
    act: Act = Act.SEND
    until: datetime | None = None
    attempt: int = 1


@dataclass(frozen=True)
class Target:
    """What a channel shall show of an item now.

    `payload` "" where the item is not meant for the channel, `gone` where the public shall not
    see it any more; `fresh` whether a machine may still post it, `kit` whether a kit was ever
    handed out for the channel, so that a person may have posted it already.
    """

    digest: str
    payload: str = ""
    key: str = ""
    account: str = ""
    gone: bool = False
    fresh: bool = True
    kit: bool = False

    @property
    def wanted(self) -> bool:
        """Whether something shall be seen."""
        return bool(self.payload) and not self.gone


def next_step(known: Delivery, target: Target, repeat: Repeat | None, now: datetime) -> Step:
    """What is to be done; `repeat` None where no machine can post to the channel."""
    if known.unsettled:
        return _unsettled(known, target, repeat, now)
    if known.skips(target.digest) and not target.gone:
        return Step(Do.DONE)
    if known.post:
        return _standing(known, target, repeat is not None, now)
    return _missing(known, target, repeat is not None, now)


def uploads(known: Delivery, digest: str) -> bool:
    """Whether a person uploads this version because the machine could not."""
    tired = known.digest == digest and known.attempt > MAX_ATTEMPTS and not known.unsettled
    if known.post is not None or known.skips(digest):
        return False
    return tired or known.failed(Act.SEND, digest)


def _unsettled(known: Delivery, target: Target, repeat: Repeat | None, now: datetime) -> Step:
    """A run ended, or was ended, between its intent and its result."""
    leased = known.at + LEASE if known.state is State.SENDING and known.at else None
    for until in (leased, known.until):
        if until and now < until:
            return Step(Do.WAIT, known.act, until, known.attempt)
    if known.act is not Act.SEND:
        return _changing(known, target, repeat is not None)
    if repeat in (None, Repeat.NEVER) or known.ask or known.account != target.account:
        return Step(Do.ASK, Act.SEND, attempt=known.attempt)
    same = target.wanted and known.key == target.key
    if repeat is Repeat.SAFE and same and known.requests < MAX_REQUESTS:
        return Step(Do.REPEAT, Act.SEND, attempt=known.attempt)
    if known.looked and now < known.looked + LOOK_GAP:
        return Step(Do.WAIT, Act.SEND, known.looked + LOOK_GAP, known.attempt)
    return Step(Do.LOOK, Act.SEND, attempt=known.attempt)


def _changing(known: Delivery, target: Target, machine: bool) -> Step:
    """An edit or deletion of which no answer came: done twice it is done once."""
    act = Act.DELETE if target.gone else Act.EDIT
    tired = known.requests >= MAX_REQUESTS and act is known.act
    mine = machine and known.account == target.account
    if not mine or tired or known.ask or not (target.gone or target.wanted):
        return Step(Do.BY_HAND, act)
    return Step(Do.DELETE if target.gone else Do.EDIT, act, attempt=known.attempt)


def _standing(known: Delivery, target: Target, machine: bool, now: datetime) -> Step:
    """A post stands there: as it shall be, to be changed, or to be taken away."""
    post = known.post
    if post is None or not (target.gone or target.wanted):
        return Step(Do.DONE)
    if not target.gone and target.digest == post.digest:
        return Step(Do.DONE)
    if not target.gone and target.payload == post.payload:
        return Step(Do.DONE)
    act = Act.DELETE if target.gone else Act.EDIT
    mine = machine and bool(post.id) and post.account == target.account
    if not mine or known.failed(act, target.digest):
        return Step(Do.BY_HAND, act)
    if known.until and now < known.until:
        return Step(Do.WAIT, act, known.until)
    return Step(Do.DELETE if target.gone else Do.EDIT, act)


def _missing(known: Delivery, target: Target, machine: bool, now: datetime) -> Step:
    """Nothing stands there, and nothing is on its way."""
    if not target.wanted:
        return Step(Do.DONE)
    if not machine or target.kit or not target.fresh or uploads(known, target.digest):
        return Step(Do.KIT)
    attempt = known.attempt if known.digest == target.digest else 1
    if known.until and now < known.until:
        return Step(Do.WAIT, Act.SEND, known.until, attempt)
    return Step(Do.SEND, Act.SEND, attempt=attempt)
