"""Print the pages that are stale: each is made, and laid into the theme, where it is new."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from terbit import parallel
from terbit.site import frames, render
from terbit.site.frames import Frame, Kind
from terbit.site.plan import Plan, fixed
from terbit.site.press import Planned
from terbit.site.render import NOT_FOUND, Shard
from terbit.site.store import Output, Store

FEW = 12
"""Pages up to which a second process would cost more than it saves."""
FRAMES, PAGES = "bingkai", "halaman"
_KEPT, _STAGED = -1, -2
_NEW = os.O_WRONLY | os.O_CREAT | os.O_TRUNC


@dataclass(frozen=True)
class Printing:
    """The pages of one build. `frame` is the key of all that surrounds a page.

    `fresh` is the folder that gets new pages, `work` one for what is on its way; `old` are the
    files of the last build. `each`: mkdocs renders every page itself, none is poured.
    """

    plan: Plan
    config: Mapping[str, Any]
    frame: str
    fresh: Path
    work: Path
    store: Store
    old: Mapping[str, Output]
    each: bool = False

    def run(self, pages: Mapping[str, Planned]) -> tuple[list[Output], list[Output]]:
        """(pages that are new or other than before, those whose inputs alone are other)."""
        stale = {page.url: page for path, page in pages.items() if not self._stands(page)}
        if not stale and self._not_found_stands:
            return [], []
        known, missing = self._frames(stale)
        places = self._places(stale)

        def one(url: str) -> tuple[str, int, int]:
            return self._printed(stale[url], known, places[url])

        done = dict(zip(stale, parallel.each(one, list(stale), few=FEW), strict=True))
        new, kept, staged = [], [], {}
        for url, (key, size, modified) in done.items():
            output = Output(stale[url].path, stale[url].inputs, key, size, modified)
            if size == _STAGED:
                staged[url] = output
            elif size == _KEPT:
                kept.append(replace(self.old[output.path], inputs=output.inputs))
            else:
                new.append(output)
        return [*new, *self._rendered(staged, places), *missing], kept

    def _stands(self, page: Planned) -> bool:
        old = self.old.get(page.path)
        return old is not None and old.inputs == page.inputs

    @cached_property
    def _near(self) -> frozenset[str]:
        return frames.above(fixed(self.plan.site))

    @cached_property
    def _not_found_stands(self) -> bool:
        old = self.old.get(NOT_FOUND)
        return old is not None and old.inputs == self.frame

    def _frames(self, stale: Mapping[str, Planned]) -> tuple[Mapping[Kind, Frame], list[Output]]:
        """The frames of some pages, and the page for 404 where it is new."""
        kept = self.store.frames(self.frame) if self._not_found_stands else {}
        wanted = (
            set() if self.each else {frames.kind_of(page, self._near) for page in stale.values()}
        )
        if self._not_found_stands and wanted <= kept.keys():
            return _there(kept), []
        missing = sorted(wanted - kept.keys(), key=repr)
        made, not_found = frames.make(missing, self.config, self.work / FRAMES)
        self.store.keep_frames(self.frame, made)
        new = [] if self._not_found_stands else [self._taken(not_found, NOT_FOUND)]
        return _there({**kept, **made}), new

    def _places(self, stale: Mapping[str, Planned]) -> dict[str, Shard]:
        work = render.shards(list(stale), self.work / PAGES)
        return {url: shard for shard in work for url in shard.urls}

    def _printed(
        self, page: Planned, known: Mapping[Kind, Frame], place: Shard
    ) -> tuple[str, int, int]:
        """The key of a page, its size and time: written, staged for mkdocs, or as it was."""
        printed = self.plan.press.printed(page)
        key = printed.key(self.frame)
        old = self.old.get(page.path)
        if old and old.key == key:
            return key, _KEPT, 0
        titled = printed.title != self.config["site_name"]
        frame = known.get(replace(frames.kind_of(page, self._near), titled=titled))
        if frame is None:
            place.stage(printed)
            return key, _STAGED, 0
        render.refuse_foreign(page.url, printed.head + printed.block)
        found = _written(f"{self.fresh}/{page.path}", frame.poured(printed).encode())
        return key, found.st_size, found.st_mtime_ns

    def _rendered(self, staged: Mapping[str, Output], places: Mapping[str, Shard]) -> list[Output]:
        """What mkdocs renders itself."""
        shards = {places[url] for url in staged}
        work = [replace(s, urls=tuple(u for u in s.urls if u in staged)) for s in shards]
        render.render(work, self.config)
        return [
            self._taken(
                shard.site / staged[url].path,
                staged[url].path,
                staged[url],
                kept=render.texts_of((shard.docs / url / "index.md").read_text("utf-8")),
            )
            for shard in work
            for url in shard.urls
        ]

    def _taken(
        self, source: Path, path: str, output: Output | None = None, kept: Sequence[str] = ()
    ) -> Output:
        html = frames.squeezed(source.read_bytes().decode(), kept)
        found = _written(f"{self.fresh}/{path}", html.encode())
        told = output or Output(path, self.frame, self.frame, 0, 0)
        return replace(told, size=found.st_size, modified=found.st_mtime_ns)


def _there(made: Mapping[Kind, Frame | None]) -> dict[Kind, Frame]:
    return {kind: frame for kind, frame in made.items() if frame}


def _written(path: str, data: bytes) -> os.stat_result:
    # pathlib would take as long as the file system itself
    try:
        file = os.open(path, _NEW, 0o666)
    except FileNotFoundError:
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        file = os.open(path, _NEW, 0o666)
    with os.fdopen(file, "wb") as target:
        target.write(data)
        target.flush()
        return os.fstat(file)
