"""The measuring itself: every tool in turn on the same articles, round after round."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.bench.site import corpus
from tests.bench.site.competitors import Tool
from tests.bench.site.corpus import Story
from tests.bench.site.measure import Run, measure
from tests.bench.site.newsroom import Newsroom
from tests.bench.start import as_installed

CLEAN, ONE_MORE, UNCHANGED = "bersih", "satu lagi", "tanpa perubahan"
SEARCH, SEARCH_MORE = "pencarian", "pencarian tahun ini"
TERBIT, EACH = "Terbit", "Terbit, each page by mkdocs"
COMMAND = ("{python}", "-m", "terbit", "build", "--out", "{out}", "--skip-search")
"""What builds the site, run in the clone; the names in braces are filled in."""
INDEX = ("{python}", "-m", "terbit", "build", "--out", "{out}")
"""What then makes the search bundles that are stale: the rest of the site stands already."""
SLOW_SIZE = 3_000
"""The slow tools build no more articles than this."""
ZENSICAL_LIMIT = 300.0
"""Seconds after which a slow tool is stopped."""


@dataclass(frozen=True)
class Case:
    """One thing that is measured: a tool, what it is asked to do, and with how many articles."""

    tool: str
    act: str
    size: int


@dataclass
class Terbit:
    """Terbit, on a newsroom with a ledger."""

    folder: Path
    template: Sequence[str] = COMMAND
    index: Sequence[str] = ()
    name: str = TERBIT
    newsroom: Newsroom = field(init=False)

    def __post_init__(self) -> None:
        self.newsroom = Newsroom(self.folder)

    def create(self, stories: Iterable[Story]) -> None:
        """The repository and its clone."""
        self.folder.mkdir(parents=True)
        self.newsroom.create(stories)

    def append(self, stories: Iterable[Story]) -> None:
        """One commit on each branch."""
        self.newsroom.append(stories)

    def reset(self) -> None:
        """Remove output and caches."""
        for folder in (self.output.parent, self.place / ".terbit", self.place / ".cache"):
            shutil.rmtree(folder, ignore_errors=True)

    @property
    def command(self) -> Sequence[str]:
        """What builds the site."""
        return self._filled(self.template)

    @property
    def search(self) -> Sequence[str]:
        """What makes the search index of a site that is built; empty where that is not asked."""
        return self._filled(self.index)

    def _filled(self, template: Sequence[str]) -> Sequence[str]:
        values = {"{python}": sys.executable, "{out}": str(self.output)}
        return [values.get(part, part) for part in template]

    @property
    def place(self) -> Path:
        """The clone."""
        return self.newsroom.clone

    @property
    def output(self) -> Path:
        """The folder of the site, alone in a folder in which the builder may keep its caches."""
        return self.folder / "keluaran" / "situs"


@dataclass(frozen=True)
class Session:
    """Makers of tools by a folder, how often they run, and what they share.

    `fast` do everything in every round; `slow` only build from nothing, in the first one.
    """

    folder: Path
    fast: Sequence[Callable[[Path], Tool]]
    slow: Sequence[Callable[[Path], Tool]] = ()
    rounds: int = 3
    limit: float = ZENSICAL_LIMIT

    def run(self, sizes: Iterable[int]) -> Iterator[tuple[Case, Run]]:
        """Every case as soon as it is measured, one size after the other."""
        for size in sizes:
            place = self.folder / str(size)
            shutil.rmtree(place, ignore_errors=True)
            yield from self._size(size, place)
            shutil.rmtree(place, ignore_errors=True)

    def _size(self, size: int, place: Path) -> Iterator[tuple[Case, Run]]:
        fast = [make(place / f"cepat-{i}") for i, make in enumerate(self.fast)]
        slow = [make(place / f"lambat-{i}") for i, make in enumerate(self.slow)]
        slow = slow if size <= SLOW_SIZE else []
        for tool in (*fast, *slow):
            tool.create(corpus.stories(size))
        for number in range(self.rounds):
            for tool in (*fast, *(slow if number == 0 else ())):
                tool.reset()
                yield Case(tool.name, CLEAN, size), self._build(tool, size)
                yield from self._searched(tool, SEARCH, size)
            for tool in fast:
                tool.append([corpus.story(size + number, size)])
                yield Case(tool.name, ONE_MORE, size), self._build(tool, size + number + 1)
                yield from self._searched(tool, SEARCH_MORE, size)
            for tool in fast:
                yield Case(tool.name, UNCHANGED, size), self._build(tool, size + number + 1)

    def _searched(self, tool: Tool, act: str, size: int) -> Iterator[tuple[Case, Run]]:
        """The step that makes the search index, where the tool has one of its own."""
        if tool.search:
            yield Case(tool.name, act, size), self._run(tool.search, tool.place)

    def _run(self, command: Sequence[str], place: Path) -> Run:
        variables = environment(self.folder / "bytecode")
        return measure(command, place, variables, self.limit, half_of_memory())

    def _build(self, tool: Tool, articles: int) -> Run:
        """One build. Raises RuntimeError where it made fewer pages than there are articles."""
        run = self._run(tool.command, tool.place)
        made = sum(1 for _ in tool.output.rglob("index.html"))
        if made < articles and not run.stopped:
            raise RuntimeError(f"{tool.name} membuat {made} halaman dari {articles} berita")
        return run


def half_of_memory() -> float:
    """Half of what the machine has, in megabytes: the rest is for whatever else runs on it."""
    return os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") / 1024**2 / 2


def environment(bytecode: Path) -> Mapping[str, str]:
    """As an installed program has it, on a console that nobody reads."""
    return {**as_installed(bytecode), "NO_MKDOCS_2_WARNING": "1"}
