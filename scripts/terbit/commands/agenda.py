"""`terbit agenda`: what was held and not told of; for the office alone, never on the site."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from terbit.core.agenda import Silence
from terbit.newsroom import shelf, silent
from terbit.newsroom.room import Newsroom


def agenda(newsroom: Newsroom, out: Path, now: datetime) -> tuple[Silence, ...]:
    """Every silence of the day, late or not; `out` is where publishing keeps what it read."""
    newsroom.repository.fetch()
    setting = newsroom.config_at(newsroom.main())
    held = shelf.read(newsroom, setting, out.with_name(f".{out.name}.kerja"))
    return silent.silences(held, setting.office.calendar.day(now))
