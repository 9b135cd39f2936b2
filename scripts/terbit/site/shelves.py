"""The information that a page's `daftar` names: what can be read, and what is not there yet.

A row is available where its link leads somewhere: to a page that this site has at the moment,
or to another site. Law 14 of 2008 (article 9) wants every public body to publish such lists.
"""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

from terbit.core.article import Listed
from terbit.site import links
from terbit.site.links import Place
from terbit.site.model import Page

ASKING = ("ppid/permohonan/", "ppid/", "kontak/")
"""Where a reader is told how to ask for information; the first that the site has is named."""


@dataclass(frozen=True)
class Line:
    """A row as it is shown; `href` is "" where it is not available, `host` that of another site."""

    name: str
    about: str
    href: str
    host: str
    updated: date | None


@dataclass(frozen=True)
class Shelf:
    """The rows of one group, in order; `anchor` is its place on the page, "" without a name."""

    name: str
    anchor: str
    lines: tuple[Line, ...]

    @property
    def available(self) -> int:
        """How many of the rows can be read."""
        return sum(1 for line in self.lines if line.href)


def shelves(page: Page, known: Container[str], root: str) -> tuple[Shelf, ...]:
    """The groups of a page in the order in which each is first named."""
    place = Place(page.path.rpartition("/")[0], known, root)
    groups: dict[str, list[Line]] = {}
    for row in page.listed:
        groups.setdefault(row.group, []).append(_line(row, place))
    return tuple(
        Shelf(name, f"daftar-{number}" if name else "", tuple(lines))
        for number, (name, lines) in enumerate(groups.items(), start=1)
    )


def count(page: Page, known: Container[str]) -> tuple[int, int]:
    """(how many rows are available, how many there are)."""
    place = Place(page.path.rpartition("/")[0], known, "")
    return sum(1 for row in page.listed if _href(row, place) is not None), len(page.listed)


def targets(page: Page) -> frozenset[str]:
    """The places inside the site that the rows lead to, whether they are there or not."""
    folder = page.path.rpartition("/")[0]
    found = (links.inside(row.link, folder) for row in page.listed if row.link)
    return frozenset(url for url in found if url is not None)


def asking(known: Container[str]) -> str:
    """Where the reader is told how to ask."""
    return next(url for url in ASKING if url in known)


def _line(row: Listed, place: Place) -> Line:
    host = (urlsplit(row.link).hostname or "").removeprefix("www.")
    return Line(row.name, row.about, _href(row, place) or "", host, row.updated)


def _href(row: Listed, place: Place) -> str | None:
    return links.target(row.link, place) if row.link else None
