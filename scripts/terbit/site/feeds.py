"""RSS 2.0 and JSON Feed 1.1 of the newest items, full text, with corrections and notices.

A withdrawn item stays as a notice under the same guid: readers keep an entry that vanishes.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from html import escape
from typing import Any
from urllib.parse import urlsplit

from feedgen.feed import FeedGenerator

from terbit.site import words
from terbit.site.items import Item
from terbit.site.model import Site

NEWEST = 30
NOTICE_DAYS = 30
RSS = "rss.xml"
JSON = "feed.json"


@dataclass(frozen=True)
class FeedItem:
    """One entry, the same for both formats; `length` of the picture in bytes."""

    guid: str
    url: str
    title: str
    html: str
    summary: str
    published: datetime
    changed: datetime
    category: str
    tags: tuple[str, ...]
    image: str = ""
    length: int = 0


def entries(site: Site, items: tuple[Item, ...], texts: Mapping[str, str]) -> tuple[FeedItem, ...]:
    """The newest approved items and every recent notice of withdrawal; `texts` are absolute."""
    approved = [item for item in items if not item.draft]
    since = site.built_at - timedelta(days=NOTICE_DAYS)
    late = [i for i in approved[NEWEST:] if i.withdrawn and i.changed >= since]
    return tuple(_entry(site, item, texts) for item in [*approved[:NEWEST], *late])


def rss(site: Site, rows: tuple[FeedItem, ...]) -> bytes:
    """The RSS feed; the same input gives the same bytes."""
    feed = FeedGenerator()
    feed.load_extension("dc")
    feed.title(site.office.name)
    feed.description(site.office.tagline or f"Berita {site.office.name}")
    feed.language("id")
    # feedgen takes the last link for the channel's own address
    feed.link(href=site.base + RSS, rel="self", type="application/rss+xml")
    feed.link(href=site.base, rel="alternate")
    feed.copyright(site.office.name)
    feed.generator("Terbit")
    feed.docs("https://www.rssboard.org/rss-specification")
    feed.ttl(60)
    zone = site.office.calendar.zone
    newest = max((row.changed for row in rows), default=site.built_at.astimezone(zone))
    feed.lastBuildDate(newest)
    for row in rows:
        _rss_item(feed.add_entry(order="append"), row, site.office.name)
    return bytes(feed.rss_str(pretty=True))


def json_feed(site: Site, rows: tuple[FeedItem, ...]) -> bytes:
    """The same entries as JSON Feed 1.1."""
    document = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": site.office.name,
        "description": site.office.tagline or f"Berita {site.office.name}",
        "home_page_url": site.base,
        "feed_url": site.base + JSON,
        "language": "id",
        "authors": [{"name": site.office.name, "url": site.base}],
        "items": [_json_item(row) for row in rows],
    }
    return json.dumps(document, ensure_ascii=False, indent=1).encode() + b"\n"


def guid(site: Site, item: Item) -> str:
    """A tag URI (RFC 4151) made of what never changes: host, first event's day, item."""
    first = item.history.events[0].at if item.history.events else item.published
    day = site.office.calendar.day(first)
    return f"tag:{urlsplit(site.base).hostname},{day.isoformat()}:{item.name}"


def _entry(site: Site, item: Item, texts: Mapping[str, str]) -> FeedItem:
    article = item.article
    lead = item.lead.picture.medium if item.lead else None
    return FeedItem(
        guid=guid(site, item),
        url=site.base + item.url,
        title=_title(item),
        html=_html(site, item, texts.get(item.name, "")),
        summary=_notice(item) or item.summary,
        published=item.published,
        changed=item.changed,
        category=item.category_name,
        tags=() if item.withdrawn else article.tags,
        image=site.base + item.url + lead.name if lead else "",
        length=lead.length if lead else 0,
    )


def _title(item: Item) -> str:
    if item.withdrawn:
        return f"[DICABUT] {item.article.title}"
    return f"[RALAT] {item.article.title}" if item.article.corrections else item.article.title


def _html(site: Site, item: Item, text: str) -> str:
    """Correction first, then picture, then text; every address absolute."""
    if item.withdrawn:
        return f"<p>{escape(_notice(item))}</p>"
    notices = "".join(
        f"<p><strong>Ralat, {words.day(c.at)}:</strong> {escape(c.text)}</p>"
        for c in item.article.corrections
    )
    return notices + _figure(site, item) + text


def _notice(item: Item) -> str:
    """What is said in place of a withdrawn item, "" for any other."""
    withdrawal, when = item.article.withdrawal, item.withdrawn_at
    if withdrawal is None or when is None:
        return ""
    return f"{item.kind} ini dicabut pada {words.moment(when)}. Alasan: {withdrawal.reason}"


def _figure(site: Site, item: Item) -> str:
    if item.lead is None:
        return ""
    variant, photo = item.lead.picture.medium, item.lead.photo
    caption = " ".join(part for part in (photo.caption, photo.credit) if part)
    return (
        f'<figure><img src="{escape(site.base + item.url + variant.name)}"'
        f' alt="{escape(photo.alt)}" width="{variant.width}" height="{variant.height}">'
        f"<figcaption>{escape(caption)}</figcaption></figure>"
    )


def _rss_item(entry: Any, row: FeedItem, creator: str) -> None:
    entry.title(_clean(row.title))
    entry.link(href=row.url)
    entry.guid(row.guid, permalink=False)
    entry.pubDate(row.published)
    if row.summary:
        entry.description(_clean(row.summary))
    entry.content(_clean(row.html), type="CDATA")
    entry.dc.dc_creator(creator)
    entry.category(term=_clean(row.category))
    if row.image:
        entry.enclosure(row.image, str(row.length), "image/jpeg")


def _json_item(row: FeedItem) -> dict[str, Any]:
    return {
        "id": row.guid,
        "url": row.url,
        "title": row.title,
        "content_html": row.html,
        "date_published": row.published.isoformat(),
        "date_modified": row.changed.isoformat(),
        **({"summary": row.summary} if row.summary else {}),
        **({"image": row.image} if row.image else {}),
        **({"tags": list(row.tags)} if row.tags else {}),
    }


def _clean(text: str) -> str:
    """XML 1.0 has no place for control characters, and "]]>" would end the CDATA early."""
    kept = "".join(c for c in text if c in "\t\n" or c >= " ")
    return kept.replace("]]>", "]]&gt;").replace("\ufffe", "").replace("\uffff", "")
