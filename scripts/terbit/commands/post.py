"""`terbit post`: the upload kits of what is published, as a step of its own (SOP step 5).

It judges nothing: it reads the ledger, and what is not published there gets no kit. So it can
run in a job of its own, with other rights than the job that approves.
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from terbit.archive import ledger as archive
from terbit.core.record import Event, extend
from terbit.newsroom.edition import Edition
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
    """Write all kits beside the old ones, note the new ones in the archive, then swap them in."""
    return settled(lambda: _post(newsroom, out, now))


def _post(newsroom: Newsroom, out: Path, now: datetime) -> Posted:
    newsroom.repository.fetch()
    setting, ledger = newsroom.config_at(newsroom.main()), newsroom.ledger()
    events = tuple(Kits(Edition(newsroom, setting, ledger), now).events())
    edition = Edition(newsroom, setting, extend(ledger, events))
    fresh = out.with_name(f".{out.name}.baru")
    shutil.rmtree(fresh, ignore_errors=True)
    Kits(edition, now).write(fresh)
    if events:
        message = f"Catat {len(events)} paket unggah"
        newsroom.repository.append(ARCHIVE, archive.files_of(events), message, now)
    shutil.rmtree(out, ignore_errors=True)
    fresh.rename(out)
    return Posted(out, len(edition.posts), events)
