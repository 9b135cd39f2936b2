"""`terbit post`: the upload kits of what is published, as a step of its own (SOP step 5).

It judges nothing: it reads the ledger, and what is not published there gets no kit. So it can
run in a job of its own, with other rights than the job that approves.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from terbit.archive import ledger as archive
from terbit.core.record import Event
from terbit.newsroom import shelf
from terbit.newsroom.kits import Kits
from terbit.newsroom.race import settled
from terbit.newsroom.room import Newsroom
from terbit.repository import ARCHIVE


@dataclass(frozen=True)
class Posted:
    """The folder of the kits, how many items have one, and the events that were appended."""

    folder: Path
    items: int
    events: tuple[Event, ...]


def post(newsroom: Newsroom, out: Path, now: datetime) -> Posted:
    """Make the kits that are due beside the old ones, note the new ones, then bring them in."""
    return settled(lambda: _post(newsroom, out, now))


def _post(newsroom: Newsroom, out: Path, now: datetime) -> Posted:
    newsroom.repository.fetch()
    setting = newsroom.config_at(newsroom.main())
    work = out.with_name(f".{out.name}.kerja")
    held = shelf.read(newsroom, setting, work)
    shelf.keep(held, work)
    kits = Kits(held, out, work, now)
    events, made = kits.events(), kits.prepare()
    if events:
        message = f"Catat {len(events)} paket unggah"
        newsroom.repository.append(ARCHIVE, archive.files_of(events), message, now)
    return Posted(out, kits.commit(made), events)
