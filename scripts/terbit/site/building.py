"""One build: what has changed since the last is made anew, the rest is left as it is."""

from __future__ import annotations

import gc
import shutil
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from pathlib import Path
from types import TracebackType

from terbit import parallel
from terbit.core.record import History
from terbit.site import (
    cards,
    contact_pages,
    gallery,
    items,
    merge,
    recipe,
    render,
    search,
    watch,
    weight,
)
from terbit.site.assets import PICTURES, Asset, LostError, assets
from terbit.site.bundles import Bundles
from terbit.site.cards import Album, Card, Text
from terbit.site.merge import Change
from terbit.site.model import AnyEntry, Site, key_of
from terbit.site.pages import pages as pages_of
from terbit.site.pictures import Brand
from terbit.site.plan import Plan, fixed
from terbit.site.printing import Printing
from terbit.site.render import NOT_FOUND
from terbit.site.store import Output, Store

FRESH, SHARDS = "baru", "antrean"
ALBUMS = 256
"""Albums that a process keeps: those of neighbours, which pages show again and again."""
FEW, MANY = 12, 300
"""Articles, and files, up to which a second process would cost more than it saves."""


@dataclass(frozen=True)
class Prepared:
    """A build that is decided but not yet brought into the site's folder."""

    out: Path
    work: Path
    store: Store
    change: Change
    unwanted: tuple[str, ...]
    search: Bundles
    pictures: tuple[str, ...]

    def __enter__(self) -> Prepared:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.store.close()
        shutil.rmtree(self.work / FRESH, ignore_errors=True)

    @property
    def fresh(self) -> Path:
        """The folder of everything that is new of the site, each file at its place."""
        return self.change.fresh

    @property
    def standing(self) -> frozenset[str]:
        """The files of the site that stay as they are."""
        if self.change.whole:
            return frozenset()
        gone = {output.path for output in self.change.new} | set(self.change.removed)
        return frozenset(self.store.outputs()) - gone

    def commit(self, *, search: bool = True) -> int:
        """Bring it into the folder, make the search bundles that are stale, tidy up; its bytes."""
        merge.commit(self.change, self.out, self.work, self.store)
        self.store.forget(self.unwanted)
        if search:
            self.search.refresh(self.out, self.store)
        if self.unwanted or self.change.whole:
            gallery.prune(self.work / PICTURES, gallery.used(self.pictures))
        return weight.of(self.out, self.store)


def prepare(site: Site, config: bytes, out: Path, work: Path, *, each: bool = False) -> Prepared:
    """Make what is new of the site beside it. Raises TerbitError; then nothing has changed.

    `each`: mkdocs renders every page itself, which is slower and gives the same bytes.
    """
    store = Store(work)
    # tens of thousands of objects live until the end; the collector would look at each again
    gc.disable()
    try:
        try:
            return _Build(site, config, out, store, each=each).prepared()
        except LostError:
            store.forget(store.cards())
            return _Build(site, config, out, store, each=each).prepared()
    except BaseException:
        store.close()
        shutil.rmtree(work / FRESH, ignore_errors=True)
        raise
    finally:
        gc.enable()
        shutil.rmtree(work / SHARDS, ignore_errors=True)


class _Build:
    def __init__(self, site: Site, config: bytes, out: Path, store: Store, *, each: bool) -> None:
        self.site, self.out, self.store, self.each = site, out, store, each
        self.work = work = store.path.parent
        merge.complete(out, work, store)
        for folder in (work / FRESH, work / SHARDS):
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir(parents=True)
        self.unwanted: tuple[str, ...] = ()
        self.old: dict[str, Output] = {}
        self.differences = parallel.aside(partial(watch.differences, out, work))
        shown = items.collect(site, self._cards(), lru_cache(ALBUMS)(self._album))
        self.config = render.configuration(site, config, fixed(site))
        self.frame = key_of(repr(self.config).encode(), recipe.code().encode())
        shared = key_of(_recipe(site).encode(), self.frame.encode())
        self.plan = Plan(site, shown, shared, self._text, self._events)

    def prepared(self) -> Prepared:
        """Everything that differs, made."""
        pages, known = pages_of(self.plan), self.store.outputs()
        altered, foreign = self.differences()
        self.old = {path: output for path, output in known.items() if path not in altered}
        new, kept = self._printing().run(pages)
        files = {asset.path: asset for asset in assets(self.plan, pages.values(), self.work)}
        new += self._files(files)
        expected = {*pages, *files, NOT_FOUND}
        there = known.keys() | foreign if self.old else foreign
        removed = tuple(sorted(there - expected))
        change = Change(self.work / FRESH, tuple(new), tuple(kept), removed, whole=not self.old)
        if self.old and len(new) > len(self.old) / 2:
            same = self.old.keys() & expected - {output.path for output in (*new, *kept)}
            change = merge.carry(change, [*(self.old[path] for path in same), *kept], self.out)
        bundles = self._bundles({output.path: output.key for output in (*new, *kept)})
        rest = (self.unwanted, bundles, self.pictures)
        return Prepared(self.out, self.work, self.store, change, *rest)

    def _printing(self) -> Printing:
        places = (self.work / FRESH, self.work / SHARDS)
        return Printing(
            self.plan, self.config, self.frame, *places, self.store, self.old, self.each
        )

    def _bundles(self, fresh: Mapping[str, str]) -> Bundles:
        """The search bundles with the key of the pages in each."""

        def key(urls: Iterable[str]) -> str:
            paths = sorted(f"{url}index.html" for url in urls)
            return key_of(repr([fresh.get(path) or self.old[path].key for path in paths]).encode())

        years: dict[str, list[str]] = {year: [] for year in self.plan.searched}
        for item in self.plan.live if years else ():
            years[item.year].append(item.url)
        plain = [page.url for page in self.site.pages if not self.site.is_preview]
        plain += [contact_pages.URL] if plain and contact_pages.URL not in plain else []
        keys = {year: key(urls) for year, urls in years.items()}
        return Bundles(keys | {search.PLAIN: key(plain)}, tuple(plain))

    # cards

    def _cards(self) -> dict[str, tuple[str, Card]]:
        """For each item the key and the card of its version; unknown ones are made."""
        common = _card_recipe(self.site).encode()
        keys = {entry.item: key_of(common, entry.key.encode()) for entry in self.site.entries}
        kept = self.store.cards()
        missing = {keys[e.item]: e for e in self.site.entries if keys[e.item] not in kept}
        made = parallel.stream(lambda key: self._card(missing[key]), list(missing), few=FEW)
        self.store.keep(_kept(kept, missing, made))
        self.unwanted = tuple(set(kept).difference(keys.values()))
        found = {name: (key, Card.from_json(kept[key])) for name, key in keys.items()}
        self.pictures = tuple(card.files for _, card in found.values())
        return found

    def _card(self, entry: AnyEntry) -> tuple[str, str, str, str]:
        """Card, text, album and events of an article as they are kept."""
        loaded = entry.load()
        album = cards.album_of(loaded.article, self.work / PICTURES, Brand.of(self.site.office))
        card, text = cards.make(loaded, self.site, album), cards.text_of(loaded.article)
        return card.to_json(), text.to_json(), album.to_json(), loaded.history.to_json()

    def _text(self, key: str) -> Text:
        return Text.from_json(self.store.text(key))

    def _events(self, item: str, key: str) -> History:
        return History.from_json(item, self.store.events(key))

    def _album(self, key: str) -> Album:
        return Album.from_json(self.store.album(key))

    # files

    def _files(self, files: Mapping[str, Asset]) -> list[Output]:
        """The other files that are new or other than before."""

        def write(path: str) -> Output:
            target = self.work / FRESH / path
            target.parent.mkdir(parents=True, exist_ok=True)
            files[path].write(target)
            found = target.stat()
            return Output(path, "", files[path].key, found.st_size, found.st_mtime_ns)

        old = {path: output.key for path, output in self.old.items()}
        stale = [path for path, asset in files.items() if old.get(path) != asset.key]
        return parallel.each(write, stale, few=MANY)


def _kept(
    cards_: dict[str, str], keys: Iterable[str], made: Iterable[tuple[str, str, str, str]]
) -> Iterator[tuple[str, str, str, str, str]]:
    """Note each card among `cards_` as it comes, and pass it on with what else is kept."""
    for key, rows in zip(keys, made, strict=True):
        cards_[key] = rows[0]
        yield key, *rows


def _recipe(site: Site) -> str:
    """The key of what all pages share: the office, its SOP, the address, the code."""
    office = replace(site.office, appointments=(), officials=(), archive_keys=())
    told = (office, site.procedure, site.base, site.is_preview)
    return key_of(recipe.code().encode(), repr(told).encode())


def _card_recipe(site: Site) -> str:
    told = (site.office.calendar.zone, Brand.of(site.office))
    return key_of(recipe.code().encode(), repr(told).encode())
