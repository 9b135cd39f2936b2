"""`terbit post`: upload kits and posts by machine, of what is published (SOP step 5).

It judges nothing: it reads the ledger, and what is not published there is neither packed nor
posted. So it can run in a job of its own, with other rights than the job that approves; the
tokens of the channels are in that job alone.
"""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from terbit.archive import ledger as archive
from terbit.channels import sending
from terbit.core.next_step import Do
from terbit.core.office import Office
from terbit.core.record import FAILED, Event
from terbit.core.sending import Prospect, Sender
from terbit.errors import TerbitError
from terbit.newsroom import handed, shelf
from terbit.newsroom.clone import Clone
from terbit.newsroom.courier import Clock, Courier, Did
from terbit.newsroom.journal import Journal
from terbit.newsroom.kits import Kits
from terbit.newsroom.outbox import Outbox, Task
from terbit.newsroom.posting import KITS
from terbit.newsroom.race import settled
from terbit.site import weight


@dataclass(frozen=True)
class Posted:
    """What a run left: kits in a folder, events, what was sent, and what is still to be done."""

    folder: Path
    items: int
    events: tuple[Event, ...]
    office: Office
    did: tuple[Did, ...] = ()
    left: tuple[Task, ...] = ()
    bare: tuple[str, ...] = ()

    def lines(self) -> list[str]:
        """What a person reads of it."""
        calendar = self.office.calendar
        rows = [handed.of_channel(channel) for channel in self.bare]
        rows += [handed.of_deed(did) for did in self.did]
        return rows + [row for task in self.left if (row := handed.of_task(task, calendar))]

    def duties(self) -> list[str]:
        """The lines among them that ask for a person."""
        asked = (task for task in self.left if task.step.do in (Do.ASK, Do.BY_HAND))
        return [handed.of_task(task, self.office.calendar) for task in asked]


@dataclass(frozen=True)
class Planned:
    """What a run would do: items whose kit it would make, and its tasks."""

    kits: tuple[str, ...]
    tasks: tuple[Task, ...]
    office: Office
    bare: tuple[str, ...] = ()

    def lines(self) -> list[str]:
        """What a person reads of it."""
        rows = [handed.of_channel(channel) for channel in self.bare]
        rows += [f"akan disiapkan: paket unggah {item}" for item in self.kits]
        rows += [handed.of_plan(task, self.office.calendar) for task in self.tasks]
        return rows or ["Tidak ada yang perlu dikerjakan."]


def plan(clone: Clone, machines: Mapping[str, Prospect], out: Path, now: datetime) -> Planned:
    """What `post` would do; nothing is written but what Git fetches, no medium is called."""
    clone.repository.fetch()
    setting = clone.config_at(clone.main())
    kits = Kits(shelf.read(clone, setting, _work(out)), out, _work(out), now, machines)
    return Planned(kits.stale, kits.outbox.tasks, setting.office, _bare(setting.office, machines))


def post(clone: Clone, out: Path, clock: Clock, senders: Mapping[str, Sender]) -> Posted:
    """Make and note the kits that are due, then post by machine what has a sender.

    What a medium refused gets its kit in the same run. Raises TerbitError.
    """
    packed = settled(lambda: _pack(clone, out, clock(), senders))
    did = tuple(_deliver(clone, out, clock, senders))
    if any(one.kind == FAILED for one in did):
        again = settled(lambda: _pack(clone, out, clock(), senders))
        packed = Posted(out, again.items, packed.events + again.events, packed.office)
    left = _read(clone, out, clock(), senders).tasks
    bare = _bare(packed.office, senders)
    return Posted(out, packed.items, packed.events, packed.office, did, left, bare)


def place(clone: Clone, folder: Path, machines: Mapping[str, Prospect], now: datetime) -> int:
    """Put the kits into the folder of a built site, newest first as far as there is room.

    `folder` is `situs` of what `publish` left. Nothing is noted and nothing sent: `post` does
    that. How many kits there are then. Raises TerbitError.
    """
    if not (folder / "index.html").is_file():
        raise TerbitError(f"di {folder} tidak ada situs", "jalankan terbit publish lebih dahulu")
    clone.repository.fetch()
    setting = clone.config_at(clone.main())
    held = shelf.read(clone, setting, _work(folder.parent))
    shutil.rmtree(folder / KITS, ignore_errors=True)
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    work = folder.with_name(f".{folder.name}.{KITS}")
    kits = Kits(held, folder / KITS, work, now, machines)
    return kits.commit(kits.prepare(), max(0, weight.ROOM - size))


def _pack(clone: Clone, out: Path, now: datetime, machines: Mapping[str, Prospect]) -> Posted:
    """The kits: made beside the old ones, noted, then brought in."""
    clone.repository.fetch()
    setting = clone.config_at(clone.main())
    held = shelf.read(clone, setting, _work(out))
    shelf.keep(held, _work(out))
    kits = Kits(held, out, _work(out), now, machines)
    events, made = kits.events(), kits.prepare()
    if events:
        message = f"Catat {len(events)} paket unggah"
        clone.record(archive.files_of(events), message, now)
    return Posted(out, kits.commit(made), events, setting.office)


def _deliver(
    clone: Clone, out: Path, clock: Clock, senders: Mapping[str, Sender]
) -> tuple[Did, ...]:
    if not senders:
        return ()
    outbox = _read(clone, out, clock(), senders)
    return tuple(Courier(outbox, senders, clock, Journal(clone)).deliver())


def _read(clone: Clone, out: Path, now: datetime, machines: Mapping[str, Prospect]) -> Outbox:
    setting = clone.config_at(clone.main())
    return Outbox(shelf.read(clone, setting, _work(out)), machines, now)


def _work(out: Path) -> Path:
    """What a run leaves for the next: beside the output, for it is not for the public."""
    return out.with_name(f".{out.name}.kerja")


def _bare(office: Office, machines: Mapping[str, Prospect]) -> tuple[str, ...]:
    """The channels that shall be posted to by machine and have no token here."""
    return tuple(one.id for one in sending.by_machine(office) if one.id not in machines)
