"""Sitemaps by year, Google's news sitemap, and robots.txt.

Formats: sitemaps.org/protocol.html, and developers.google.com/search/docs/crawling-indexing/
sitemaps for `image-sitemaps` and `news-sitemap`. Only `loc` is left of Google's image tags, and
of the optional ones of sitemaps.org only `lastmod` is read by anybody.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from html import escape
from typing import TypeVar

from terbit.site.feed_items import legal

T = TypeVar("T")
INDEX = "sitemap.xml"
PAGES = "sitemap-halaman.xml"
NEWS = "sitemap-berita.xml"
ROBOTS = "robots.txt"
MAX_URLS = 50_000
MAX_BYTES = 50 * 1024 * 1024
"""The most that one sitemap may hold (sitemaps.org: 50,000 URLs, 52,428,800 bytes)."""
PER_FILE = 10_000
"""So many of the longest addresses (2,048 characters, with a picture) keep within both."""
MAX_IMAGES = 1_000
"""The most images of one page (Google's image sitemaps)."""
MAX_NEWS = 1_000
NEWS_AGE = timedelta(days=2)
"""The most articles of a news sitemap, and the greatest age of one (Google's news sitemaps)."""

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
SPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
IMAGES = "http://www.google.com/schemas/sitemap-image/1.1"
NEWS_SPACE = "http://www.google.com/schemas/sitemap-news/0.9"
OPEN = f'<urlset xmlns="{SPACE}" xmlns:image="{IMAGES}">\n'
CLOSE = "</urlset>\n"


@dataclass(frozen=True)
class Location:
    """One address that may be indexed: absolute, with its last change and its pictures."""

    url: str
    changed: datetime | None = None
    images: tuple[str, ...] = ()


@dataclass(frozen=True)
class NewsLocation:
    """One article for the news sitemap: absolute address, title, first publication."""

    url: str
    title: str
    published: datetime


def parts(name: str, rows: Sequence[T]) -> Iterator[tuple[str, Sequence[T]]]:
    """The files that some rows, the oldest first, are divided into: "peta.xml", "peta-2.xml" …

    A file that is full never changes when something is added.
    """
    for number, start in enumerate(range(0, len(rows) or 1, PER_FILE), start=1):
        part = name if number == 1 else name.replace(".xml", f"-{number}.xml")
        yield part, rows[start : start + PER_FILE]


def sitemap(rows: Iterable[Location]) -> bytes:
    """One sitemap of at most PER_FILE addresses, sorted."""
    return (HEAD + OPEN + "".join(_url(row) for row in _sorted(rows)) + CLOSE).encode()


def index(sitemaps: Iterable[Location]) -> bytes:
    """The index of sitemaps, in the order given."""
    body = "".join(f"<sitemap>{_place(row)}</sitemap>\n" for row in sitemaps)
    return f'{HEAD}<sitemapindex xmlns="{SPACE}">\n{body}</sitemapindex>\n'.encode()


def news(publication: str, rows: Iterable[NewsLocation], now: datetime) -> bytes:
    """The articles of the last two days for Google News, newest first.

    `rows` are news only, no announcements. An empty list is allowed and stays at its address;
    it is named in robots.txt and not in the index, which is no matter of the clock.
    """
    fresh = [row for row in rows if now - NEWS_AGE <= row.published <= now]
    fresh.sort(key=lambda row: (row.published, row.url), reverse=True)
    body = "".join(_news(publication, row) for row in fresh[:MAX_NEWS])
    spaces = f'xmlns="{SPACE}" xmlns:news="{NEWS_SPACE}"'
    return f"{HEAD}<urlset {spaces}>\n{body}{CLOSE}".encode()


def robots(base: str, *, preview: bool = False) -> bytes:
    """Everything may be read, except a preview."""
    if preview:
        return b"User-agent: *\nDisallow: /\n"
    return (f"User-agent: *\nAllow: /\n\nSitemap: {base}{INDEX}\nSitemap: {base}{NEWS}\n").encode()


def _sorted(rows: Iterable[Location]) -> list[Location]:
    return sorted(rows, key=lambda row: row.url)


def newest(rows: Iterable[Location]) -> datetime | None:
    """The last change of some addresses; None where none is dated."""
    return max((row.changed for row in rows if row.changed), default=None)


def _url(row: Location) -> str:
    images = "".join(
        f"<image:image><image:loc>{_text(image)}</image:loc></image:image>"
        for image in row.images[:MAX_IMAGES]
    )
    return f"<url>{_place(row)}{images}</url>\n"


def _place(row: Location) -> str:
    changed = f"<lastmod>{_moment(row.changed)}</lastmod>" if row.changed else ""
    return f"<loc>{_text(row.url)}</loc>{changed}"


def _news(publication: str, row: NewsLocation) -> str:
    return (
        f"<url><loc>{_text(row.url)}</loc><news:news><news:publication>"
        f"<news:name>{_text(publication)}</news:name><news:language>id</news:language>"
        f"</news:publication><news:publication_date>{_moment(row.published)}"
        f"</news:publication_date><news:title>{_text(row.title)}</news:title></news:news></url>\n"
    )


def _moment(value: datetime) -> str:
    """W3C date and time (www.w3.org/TR/NOTE-datetime), as sitemaps.org asks."""
    return value.isoformat(timespec="seconds")


def _text(value: str) -> str:
    return escape(" ".join(legal(value).split()))
