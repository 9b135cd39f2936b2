"""`terbit build`: the site of what the archive holds, without judging or recording anything.

What an earlier build made from the same approved objects is kept.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from terbit import site
from terbit.newsroom import approved, shelf
from terbit.newsroom.clone import Clone


@dataclass(frozen=True)
class Built:
    """What a build did: files that are new or other than before, and files taken away.

    `size` is how much the site weighs now, in bytes.
    """

    new: int
    removed: int
    size: int = field(default=0, compare=False)

    def lines(self) -> list[str]:
        """What a person reads of it."""
        if not self.new and not self.removed:
            return ["Situs sudah sesuai dengan arsip."]
        return [f"Situs dibangun: {self.new} berkas baru atau berubah, {self.removed} dihapus."]


@dataclass(frozen=True)
class Wanted:
    """How to build: with the search index or without, each page by mkdocs itself or poured."""

    search: bool = True
    each_page: bool = False


EVERYTHING = Wanted()


def build(clone: Clone, out: Path, now: datetime, wanted: Wanted = EVERYTHING) -> Built:
    """Bring the site in `out` to what the clone's archive holds. Raises TerbitError."""
    tip = clone.main()
    look = approved.look(clone, tip)
    work = out.with_name(f".{out.name}.kerja")
    held = shelf.read(clone, clone.config_at(tip), work)
    shelf.keep(held, work)
    out.parent.mkdir(parents=True, exist_ok=True)
    content = held.compose(now, tip[:7])
    with site.prepare(content, look, out, work, each=wanted.each_page) as prepared:
        size = prepared.commit(search=wanted.search)
        return Built(len(prepared.change.new), len(prepared.change.removed), size)
