"""The archive item by item: of ten thousand items only those whose folder changed are read.

The tree of an item's folder names every byte of its events, so what was once read and proved
of a tree holds for ever. Publishing reads the whole ledger; this is for building again.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import astuple, dataclass
from datetime import datetime
from functools import cached_property, partial
from pathlib import Path

from terbit import parallel, site
from terbit.archive import ledger as archive
from terbit.config import Config
from terbit.core.plan import Version, visible
from terbit.core.record import History
from terbit.errors import LedgerError
from terbit.newsroom import approved
from terbit.newsroom.clone import Clone
from terbit.repository import ARCHIVE

FILE = "arsip.json"
FEW = 50
"""Items up to which a second process would cost more than it saves."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Where an item stands: its last event, the version that the public sees, if it was public.

    `mode`, `object_id` and `digest` are "" where nothing of it is to be seen.
    """

    head: str
    mode: str
    object_id: str
    digest: str
    public: bool


def standing(history: History) -> Standing:
    """Where an item stands by its events."""
    head, public = history.events[-1].hash, history.first_published is not None
    approval = visible({history.item: history}).get(history.item)
    if approval is None:
        return Standing(head, "", "", "", public)
    details = approval.details
    return Standing(head, str(details["mode"]), str(details["object"]), approval.digest, public)


@dataclass(frozen=True)
class Shelf:
    """What the archive holds now; `work` keeps what was read of it before."""

    clone: Clone
    setting: Config
    work: Path

    @cached_property
    def trees(self) -> dict[str, str]:
        """The tree of every item's folder."""
        tip = self.clone.repository.tip(ARCHIVE)
        folders = self.clone.repository.folders(tip) if tip else {}
        parents = {path.rpartition("/")[0] for path in folders}
        return {path: tree for path, tree in folders.items() if path not in parents}

    @cached_property
    def standings(self) -> dict[str, Standing]:
        """Where each item stands. Raises LedgerError where its chain is broken."""
        kept = self._kept()
        names = {item: f"{item} {tree}" for item, tree in self.trees.items()}
        missing = [item for item, name in names.items() if name not in kept]
        read = parallel.each(lambda item: standing(self.history(item)), missing, few=FEW)
        kept |= {names[item]: one for item, one in zip(missing, read, strict=True)}
        if read:
            self._keep({name: kept[name] for name in names.values()})
        return {item: kept[name] for item, name in names.items()}

    def history(self, item: str) -> History:
        """The events of one item, read and proved now. Raises LedgerError."""
        objects = self.clone.repository.objects
        rows = objects.tree(self.trees[item])
        blobs = objects.blobs([row.object_id for row in rows])
        files = {f"{item}/{row.name}": data for row, data in zip(rows, blobs, strict=True)}
        histories = archive.read(files)
        if item not in histories:
            raise LedgerError(f"arsip: {item} tidak memuat peristiwa", "periksa cabang arsip")
        return histories[item]

    def compose(self, built_at: datetime, revision: str) -> site.Site:
        """The input of the site builder."""
        return site.Site(
            office=self.setting.office,
            procedure=self.setting.procedure,
            entries=tuple(self._entries()),
            pages=tuple(self._pages()),
            ledger={item: self.history(item) for item in self._gone()},
            built_at=built_at,
            revision=revision,
            logo=approved.logo(self.clone, self.setting.office),
        )

    def _entries(self) -> Iterator[site.StoredEntry]:
        for item, one in self.standings.items():
            if one.digest and approved.is_article(item):
                version, events = self._version(item, one), partial(self.history, item)
                yield approved.entry(self.clone, version, one.head, events)

    def _pages(self) -> Iterator[site.Page]:
        for item, one in self.standings.items():
            if one.digest and not approved.is_article(item):
                yield approved.page(self.clone, self._version(item, one), self.history(item))

    def _gone(self) -> Iterator[str]:
        """What was public once and of which nothing is to be seen any more."""
        return (item for item, one in self.standings.items() if one.public and not one.digest)

    @staticmethod
    def _version(item: str, one: Standing) -> Version:
        return approved.proved(Version(item, (one.mode, one.object_id)), one.digest)

    def _kept(self) -> dict[str, Standing]:
        try:
            rows = json.loads((self.work / FILE).read_text("utf-8"))
            return {name: Standing(*row) for name, row in rows.items()}
        except (OSError, ValueError, TypeError, AttributeError):
            return {}

    def _keep(self, rows: dict[str, Standing]) -> None:
        self.work.mkdir(parents=True, exist_ok=True)
        fresh = self.work / f"{FILE}.baru"
        text = json.dumps({name: astuple(one) for name, one in rows.items()}, ensure_ascii=False)
        fresh.write_text(text, "utf-8")
        fresh.rename(self.work / FILE)
