"""`terbit show`: one request as one file that a phone opens: the very page, facts, changes, posts.

Nothing of the request is checked out or run: its texts and photos are read as Git objects.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from terbit.core.facts import from_json
from terbit.newsroom import showing
from terbit.newsroom.pointing import numbers_of
from terbit.newsroom.room import Newsroom
from terbit.writing import put

PATTERN = "pratinjau-*.html"


@dataclass(frozen=True)
class Shown:
    """The file of a request at one commit, and how many articles and pages are in it."""

    number: int
    head: str
    file: Path
    pieces: int


def chosen(newsroom: Newsroom, event: Mapping[str, Any]) -> int | None:
    """The one open request that an event speaks of; None where it names none, or several."""
    found = numbers_of(event, newsroom.forge.requests())
    return found[0] if len(found) == 1 else None


def show(newsroom: Newsroom, number: int, out: Path, now: datetime) -> Shown | None:
    """Write the file of a request; None where it brings nothing to the public.

    Raises TerbitError. Files that an earlier call left in `out` are taken away.
    """
    newsroom.repository.fetch()
    facts = from_json(newsroom.facts(number, now))
    out.mkdir(parents=True, exist_ok=True)
    for old in out.glob(PATTERN):
        old.unlink()
    with TemporaryDirectory(prefix="terbit-lihat-") as work:
        page = showing.shown(newsroom, facts, Path(work))
        if page is None:
            return None
        file = put(out / page.name, showing.html(newsroom, facts, page))
    return Shown(number, page.head, file, len(page.pieces))
