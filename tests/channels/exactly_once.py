"""Exactly once: a matrix of deaths, faults and recoveries for any server behind any sender.

Every run is a real process with a clone of its own, killed with SIGKILL at one step; the server
lives on. `check` plays one combination, `matrix` names them all. Whoever adds a server gives a
`Bench`: how to make its sender, how to let the next posting request go wrong, how to count.
"""

from __future__ import annotations

import os
import signal
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import product
from pathlib import Path

from terbit.commands.publish import Publisher
from terbit.core.delivery import Delivery, State, deliveries
from terbit.core.next_step import LEASE
from terbit.core.record import Event
from terbit.core.sending import Parcel, Receipt, Sender
from terbit.newsroom import outbox as outboxes
from terbit.newsroom import shelf
from terbit.newsroom.courier import Courier
from terbit.newsroom.journal import Journal
from terbit.newsroom.outbox import Outbox
from terbit.newsroom.room import Newsroom
from terbit.repository import clone
from tests.rooms import DRAFT, ITEM, Room

STEPS = ("", "before intent", "after intent", "after call", "before answer", "after answer")
"""Where the first run dies; "" for not at all."""
FAULTS = ("", "lost", "500 after accept", "429", "malformed", "slow")
"""What the first posting request meets, in whichever run it comes."""
RECOVERIES = ("same", "fresh", "two")
"""Who goes on: the same clone, a fresh one, or two at once."""
ROUNDS = 8


@dataclass(frozen=True)
class Bench:
    """A server under test; `count` gives how many posts stand on the account."""

    channel: str
    sender: Callable[[], Sender]
    arm: Callable[[str], None]
    count: Callable[[], int]


@dataclass(frozen=True)
class Case:
    """One combination."""

    step: str
    fault: str
    recovery: str

    def __str__(self) -> str:
        names = (self.step or "no death", self.fault or "no fault", self.recovery)
        return ", ".join(names)


def matrix(steps: tuple[str, ...] = STEPS) -> Iterator[Case]:
    """Every combination, those without any fault included."""
    return (Case(*one) for one in product(steps, FAULTS, RECOVERIES))


def sample(steps: tuple[str, ...] = STEPS) -> Iterator[Case]:
    """Every death with every fault, the recoveries in turn."""
    for case in matrix(steps):
        turn = STEPS.index(case.step) + FAULTS.index(case.fault)
        if RECOVERIES[turn % len(RECOVERIES)] == case.recovery:
            yield case


def prepare(room: Room, channel: str) -> Room:
    """A room with one published item that is meant for this channel."""
    room.edit("[situs, instagram, telegram]", f"[situs, {channel}]", f"{DRAFT}/index.md")
    room.publish_request()
    Publisher(room.newsroom, room.out, room.tick(), kits=False).run()
    return room


def check(bench: Bench, template: Path, folder: Path, case: Case) -> None:
    """Play one combination: exactly one post in the end, and an archive that says so."""
    room = Room.copy(template, folder)
    before, now = bench.count(), room.tick()
    bench.arm(case.fault)
    status = _finish(_start(bench, room.clone, now, case.step))
    died = os.WIFSIGNALED(status)
    assert died or os.WEXITSTATUS(status) == 0, case
    for number in range(ROUNDS):
        known = _known(room, bench.channel)
        if known.state is State.POSTED:
            break
        now = max(now + LEASE + timedelta(minutes=1), known.until or now) + timedelta(seconds=1)
        runs = [_start(bench, place, now, "") for place in _places(room, case.recovery, number)]
        assert [_finish(run) for run in runs] == [0] * len(runs), case
    bench.arm("")
    known = _known(room, bench.channel)
    assert bench.count() - before == 1, case
    assert known.state is State.POSTED, (case, known)
    assert known.post is not None
    assert known.post.link.startswith("http"), case


def _places(room: Room, recovery: str, number: int) -> Iterator[Path]:
    """The clones in which the next runs work."""
    if recovery == "same":
        yield room.clone
        return
    for name in ("a", "b") if recovery == "two" else ("a",):
        place = room.folder / f"lain-{number}-{name}"
        clone(room.bare, place)
        yield place


def _known(room: Room, channel: str) -> Delivery:
    room.newsroom.repository.fetch()
    found = deliveries(room.newsroom.ledger()[ITEM])
    return found.get(channel, Delivery(channel))


def _start(bench: Bench, place: Path, now: datetime, step: str) -> int:
    """A process of its own that does one run."""
    process = os.fork()
    if process:
        return process
    status = 1
    try:
        _run(bench, place, now, step)
        status = 0
    except BaseException:
        traceback.print_exc()
    finally:
        os._exit(status)


def _finish(process: int) -> int:
    return os.waitpid(process, 0)[1]


def _run(bench: Bench, place: Path, now: datetime, step: str) -> None:
    # what the server says of its own clock has nothing to do with the time of this play
    outboxes.FRESH = timedelta(days=36500)
    newsroom = Newsroom(place)
    newsroom.repository.fetch()
    setting = newsroom.config_at(newsroom.main())
    senders: dict[str, Sender] = {bench.channel: Mortal(bench.sender(), step)}
    held = shelf.read(newsroom, setting, place.with_name(f"{place.name}.kerja"))
    courier = Courier(
        Outbox(held, senders, now), senders, lambda: now, MortalJournal(newsroom, step)
    )
    list(courier.deliver())


def die() -> None:
    """As `kill -9` does it."""
    os.kill(os.getpid(), signal.SIGKILL)


class MortalJournal(Journal):
    """A journal whose process dies around its first or second push."""

    def __init__(self, newsroom: Newsroom, step: str) -> None:
        super().__init__(newsroom, pause=lambda seconds: None)
        self.step, self.pushes = step, 0

    def _push(self, event: Event) -> None:
        name = ("intent", "answer")[min(self.pushes, 1)]
        self.pushes += 1
        if self.step == f"before {name}":
            die()
        super()._push(event)
        if self.step == f"after {name}":
            die()


@dataclass
class Mortal:
    """A sender whose process dies when the medium has answered, before anybody hears of it."""

    inner: Sender
    step: str

    def repeat(self, parcel: Parcel, since: datetime, now: datetime):  # type: ignore[no-untyped-def]
        return self.inner.repeat(parcel, since, now)

    def send(self, parcel: Parcel) -> Receipt:
        try:
            return self.inner.send(parcel)
        finally:
            if self.step == "after call":
                die()

    def find(self, parcel: Parcel) -> Receipt | None:
        return self.inner.find(parcel)

    def edit(self, receipt: Receipt, parcel: Parcel) -> Receipt:
        return self.inner.edit(receipt, parcel)

    def delete(self, receipt: Receipt) -> None:
        self.inner.delete(receipt)
