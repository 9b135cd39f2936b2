"""What feeds say of an article: one row of plain values, and which articles a feed holds.

An entry is known by its guid for ever: readers show a correction as a change of the entry that
they hold, keep what silently vanishes, and list twice whatever comes back under another guid.
So a withdrawn article stays as a notice in its old place.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from html import escape
from typing import TypeVar
from urllib.parse import urlsplit

from terbit import indonesian
from terbit.site.items import Item
from terbit.site.model import Site
from terbit.site.replies import Tie

NEWEST = 30
NOTICE_DAYS = 30
"""How long corrections and withdrawals of older articles stay, counted from the newest change."""
ILLEGAL = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 (section 2.2, Char) has no place for, and CR, which its parsers would change."""


@dataclass(frozen=True)
class Figure:
    """A picture beside an article's page: pixels, bytes, and the words that go with it."""

    file: str
    width: int
    height: int
    length: int
    alt: str
    caption: str = ""


@dataclass(frozen=True)
class FeedSource:
    """What feeds need to know of an article, as plain values that a cache can keep.

    `first` is the local day of its first event, `url` its address below the root. Moments are
    aware. `notice` holds when and why it was withdrawn, `replies` are the rights of reply to it,
    the oldest first; the first picture becomes the enclosure.
    """

    name: str
    first: date
    url: str
    title: str
    kind: str
    summary: str
    published: datetime
    changed: datetime
    category: str = ""
    category_name: str = ""
    tags: tuple[str, ...] = ()
    corrections: tuple[tuple[datetime, str], ...] = ()
    notice: tuple[datetime, str] | None = None
    pictures: tuple[Figure, ...] = ()
    video: str = ""
    replies: tuple[Tie, ...] = ()


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


@dataclass(frozen=True)
class Section:
    """What a feed is about: everything, or one category with its id and its name in words."""

    id: str = ""
    name: str = ""

    @property
    def folder(self) -> str:
        """Where its files lie below the site's root; its page has the same address."""
        return f"kategori/{self.id}/" if self.id else ""


EVERYTHING = Section()


def source(site: Site, item: Item) -> FeedSource:
    """An item of the site as plain values."""
    first = item.card.first_event
    at = datetime.fromisoformat(first) if first else item.published
    return FeedSource(
        name=item.name,
        first=site.office.calendar.day(at),
        url=item.url,
        title=item.title,
        kind=item.kind,
        summary=item.summary,
        published=item.published,
        changed=item.changed,
        category=item.category,
        category_name=item.category_name,
        tags=item.tags,
        corrections=item.corrections,
        notice=item.notice,
    )


def figures(item: Item) -> tuple[Figure, ...]:
    """The pictures of an item for feeds: the crop for previews, then the gallery."""
    first = [(item.lead, item.album.share.widest)] if item.lead and item.album.share else []
    shown = [*first, *((one, one.picture.widest) for one in item.gallery)]
    return tuple(
        Figure(
            file=variant.name,
            width=variant.width,
            height=variant.height,
            length=variant.length,
            alt=one.alt,
            caption=" ".join(part for part in (one.caption, one.credit) if part),
        )
        for one, variant in shown
    )


Article = TypeVar("Article", FeedSource, Item)


def select(sources: Iterable[Article], section: Section = EVERYTHING) -> tuple[Article, ...]:
    """What the feed of a section holds, newest first: only these need their text read.

    The newest `NEWEST`, then older ones corrected or withdrawn within `NOTICE_DAYS` before the
    section's newest change; the clock can only be later, so a notice stays at least that long.
    """
    mine: list[Article] = [s for s in sources if section.id in ("", s.category)]
    mine.sort(key=lambda s: (s.published, s.name), reverse=True)
    since = max((s.changed for s in mine), default=None)
    if since is None:
        return ()
    since -= timedelta(days=NOTICE_DAYS)
    late: list[Article] = [
        s for s in mine[NEWEST:] if (s.notice or s.corrections) and s.changed >= since
    ]
    return tuple(mine[:NEWEST] + late)


def row(base: str, source: FeedSource, text: str = "", first_base: str = "") -> FeedItem:
    """The entry of an article; `text` is its HTML, sanitised and with absolute links.

    `first_base` is the site's address when its entries were first named, "" for the present.
    """
    page = base + source.url
    lead = source.pictures[0] if source.pictures and not source.notice else None
    return FeedItem(
        guid=guid(first_base or base, source.first, source.name),
        url=page,
        title=_title(source),
        html=_html(page, source, text) + "".join(_reply(base, one) for one in source.replies),
        summary=_notice(source) or source.summary or source.title,
        published=source.published,
        changed=max((source.changed, *(one.at for one in source.replies))),
        category=source.category_name,
        tags=() if source.notice else source.tags,
        image=page + lead.file if lead else "",
        length=lead.length if lead else 0,
    )


def guid(base: str, first: date, name: str) -> str:
    """A tag URI (RFC 4151) made of what never changes: first host, first event's day, item."""
    return f"tag:{urlsplit(base).hostname},{first.isoformat()}:{name}"


def legal(text: str) -> str:
    """The text without characters that XML 1.0 cannot carry, so that no feed breaks on one."""
    return ILLEGAL.sub("", text)


def _title(source: FeedSource) -> str:
    if source.notice:
        return f"[DICABUT] {source.title}"
    return f"[RALAT] {source.title}" if source.corrections else source.title


def _notice(source: FeedSource) -> str:
    """What is said in place of a withdrawn article, "" for any other."""
    if source.notice is None:
        return ""
    when, reason = source.notice
    return f"{source.kind} ini dicabut pada {indonesian.moment(when)}. Alasan: {reason}"


def _html(page: str, source: FeedSource, text: str) -> str:
    """Corrections, lead picture, text, film, further pictures; every address absolute."""
    if source.notice:
        return f"<p>{escape(_notice(source))}</p>"
    notices = [
        f"<p><strong>Ralat, {indonesian.day(when)}:</strong> {escape(what)}</p>"
        for when, what in source.corrections
    ]
    film = f'<p><a href="{escape(source.video)}">Tonton video</a></p>' if source.video else ""
    figures = [_figure(page, picture) for picture in source.pictures]
    return "".join([*notices, *figures[:1], text, film, *figures[1:]])


def _reply(base: str, reply: Tie) -> str:
    named = f'<a href="{escape(base + reply.url)}">{escape(reply.title)}</a>'
    told = f"{named}, {indonesian.day(reply.at)}"
    return f"<p><strong>Ada hak jawab atas berita ini:</strong> {told}</p>"


def _figure(page: str, picture: Figure) -> str:
    caption = f"<figcaption>{escape(picture.caption)}</figcaption>" if picture.caption else ""
    return (
        f'<figure><img src="{escape(page + picture.file)}" alt="{escape(picture.alt)}"'
        f' width="{picture.width}" height="{picture.height}">{caption}</figure>'
    )
