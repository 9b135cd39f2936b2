"""RSS 2.0 and JSON Feed 1.1 of the newest articles, for the whole site and for a category.

A feed is a function of its rows alone: no clock is read, so the same rows give the same bytes.

There is no Atom feed: feedgen 1.0.0 drops `rel`, `type` and `length` of every link of an Atom
entry (its issues 135 and 143), which turns the picture into the article's address, and every
reader that knows Atom knows RSS.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path, PurePosixPath
from typing import Any

from feedgen.feed import FeedGenerator

from terbit.site.feed_items import EVERYTHING, FeedItem, Section, legal
from terbit.site.model import Site

RSS = "rss.xml"
JSON = "feed.json"
RSS_TYPE = "application/rss+xml"
ABOUT = "langganan/"
"""The page that tells people what a feed is."""
ICON = "img/feed-icon.png"
ICON_SIDE = 512
"""Pixels; the size that JSON Feed 1.1 suggests for `icon`."""
IMAGE_WIDTH = 144
"""The most that RSS 2.0 allows for `width` of the channel's image."""
STYLE = "css/umpan.css"
"""How a browser shows the feed to a person who opens its address."""
TTL_MINUTES = 60
ATOM = "http://www.w3.org/2005/Atom"
PLACEHOLDER = Path(__file__).parent.parent / "theme/img/lambang.png"
TYPES = {".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".png": "image/png", ".webp": "image/webp"}


def rss(site: Site, rows: Iterable[FeedItem], section: Section = EVERYTHING) -> bytes:
    """The rows of a section as RSS 2.0, by the RSS Advisory Board's best practices profile."""
    rows = tuple(rows)
    feed = FeedGenerator()
    feed.load_extension("dc")
    feed.register_extension("dates", _FeedDates, _EntryDates, atom=False)
    # feedgen takes the last link for the channel's own address
    feed.link(href=site.base + section.folder + RSS, rel="self", type=RSS_TYPE)
    feed.link(href=site.base + section.folder, rel="alternate")
    feed.title(_line(title(site, section)))
    feed.description(_line(_description(site, section)))
    feed.language("id")
    feed.copyright(_line(f"© {site.office.name}"))
    feed.generator("Terbit")
    feed.docs(site.base + ABOUT)
    feed.ttl(TTL_MINUTES)
    if has_icon(site):
        side = str(IMAGE_WIDTH)
        feed.image(site.base + ICON, width=side, height=side)
    local = site.office.calendar.local
    feed.lastBuildDate(max((local(r.changed) for r in rows), default=None))
    feed.dates.dated = bool(rows)
    for one in rows:
        _rss_item(feed.add_entry(order="append"), one, site)
    head, line, body = bytes(feed.rss_str(pretty=True)).partition(b"\n")
    # relative: the site may lie in a folder of its server
    place = "../" * section.folder.count("/") + STYLE
    return head + line + f'<?xml-stylesheet type="text/css" href="{place}"?>\n'.encode() + body


def json_feed(site: Site, rows: Iterable[FeedItem], section: Section = EVERYTHING) -> bytes:
    """The same entries as JSON Feed 1.1 (jsonfeed.org/version/1.1)."""
    name = legal(site.office.name)
    document = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": legal(title(site, section)),
        "description": legal(_description(site, section)),
        "user_comment": f"Alamat ini untuk aplikasi pembaca berita: {site.base}{ABOUT}",
        "home_page_url": site.base + section.folder,
        "feed_url": site.base + section.folder + JSON,
        **({"icon": site.base + ICON} if has_icon(site) else {}),
        "language": "id",
        "authors": [{"name": name, "url": site.base}],
        "items": [_json_item(row, site) for row in rows],
    }
    return json.dumps(document, ensure_ascii=False, indent=1).encode() + b"\n"


def title(site: Site, section: Section = EVERYTHING) -> str:
    """The name of a feed, as readers list it."""
    return f"{section.name} – {site.office.name}" if section.id else site.office.name


def has_icon(site: Site) -> bool:
    """Whether `icon` can be drawn: RSS 2.0 knows GIF, JPEG and PNG only, so no SVG emblem."""
    return not site.logo or PurePosixPath(site.office.logo).suffix.lower() in TYPES


def icon(site: Site) -> bytes:
    """The office's emblem, else the theme's, as a square PNG for `ICON`."""
    # Pillow comes with it, and the icon is drawn once
    from terbit.site import encoding  # noqa: PLC0415

    return encoding.square(site.logo or PLACEHOLDER.read_bytes(), ICON_SIDE)


class _FeedDates:
    """A feedgen extension: an empty feed has no date, and feedgen would ask the clock."""

    dated = True

    def extend_ns(self) -> dict[str, str]:
        return {}

    def extend_rss(self, root: Any) -> None:
        if not self.dated:
            channel = root.find("channel")
            channel.remove(channel.find("lastBuildDate"))


class _EntryDates:
    """A feedgen extension: `atom:updated` on an entry that changed after its publication."""

    updated = ""

    def extend_rss(self, entry: Any) -> None:
        if self.updated:
            element = entry.makeelement(f"{{{ATOM}}}updated")
            element.text = self.updated
            entry.append(element)


def _description(site: Site, section: Section) -> str:
    if section.id:
        return f"Berita {site.office.name} dalam kategori {section.name}"
    return site.office.tagline or f"Berita {site.office.name}"


def _rss_item(entry: Any, row: FeedItem, site: Site) -> None:
    local = site.office.calendar.local
    entry.title(_line(row.title))
    entry.link(href=row.url)
    entry.guid(row.guid, permalink=False)
    entry.pubDate(local(row.published))
    entry.description(_line(row.summary))
    # "]]>" would end the CDATA section before its time
    entry.content(legal(row.html).replace("]]>", "]]&gt;"), type="CDATA")
    entry.dc.dc_creator(_line(site.office.name))
    entry.category([{"term": term} for term in _terms(row)])
    if row.changed > row.published:
        entry.dates.updated = local(row.changed).isoformat(timespec="seconds")
    if row.image:
        entry.enclosure(row.image, str(row.length), _type(row.image))


def _json_item(row: FeedItem, site: Site) -> dict[str, Any]:
    local = site.office.calendar.local
    return {
        "id": row.guid,
        "url": row.url,
        "title": _line(row.title),
        "summary": _line(row.summary),
        "content_html": legal(row.html),
        "date_published": local(row.published).isoformat(timespec="seconds"),
        "date_modified": local(row.changed).isoformat(timespec="seconds"),
        **(_json_image(row) if row.image else {}),
        "tags": _terms(row),
    }


def _json_image(row: FeedItem) -> dict[str, Any]:
    file = {"url": row.image, "mime_type": _type(row.image), "size_in_bytes": row.length}
    return {"image": row.image, "attachments": [file]}


def _terms(row: FeedItem) -> list[str]:
    """Category and tags, each once without regard to case."""
    terms: dict[str, str] = {}
    for term in map(_line, (row.category, *row.tags)):
        terms.setdefault(term.casefold(), term)
    return [term for term in terms.values() if term]


def _line(text: str) -> str:
    return " ".join(legal(text).split())


def _type(file: str) -> str:
    return TYPES[PurePosixPath(file).suffix.lower()]
