"""The articles that may be public now, each with its dates, address and pictures."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo
from functools import cached_property

from terbit import markup
from terbit.site import words
from terbit.site.cards import Album, Card, Shown
from terbit.site.model import Site, address, key_of, sheet_address

RELATED = 3
NEIGHBOURS = 60
"""How many older items are looked at for related ones; keeps big archives linear."""


@dataclass(frozen=True)
class Item:
    """An article as listings, pages and feeds see it.

    `key` tells it from its other versions, `version` is the key of its card and text;
    `read_album` gives its pictures by that key.
    """

    card: Card
    key: str
    version: str
    zone: tzinfo
    read_album: Callable[[str], Album]
    draft: bool = False

    @property
    def album(self) -> Album:
        """Its pictures, read when they are asked for."""
        return self.read_album(self.version)

    @property
    def name(self) -> str:
        """The item's name in the archive."""
        return self.card.item

    @property
    def title(self) -> str:
        """The headline."""
        return self.card.title

    @property
    def summary(self) -> str:
        """The summary as written, else the beginning of the text."""
        return self.card.summary

    @cached_property
    def url(self) -> str:
        """Its address below the site's root."""
        return address(self.name)

    @property
    def sheet(self) -> str:
        """The address of its register sheet."""
        return sheet_address(self.name)

    @cached_property
    def published(self) -> datetime:
        """When it was first published."""
        return datetime.fromisoformat(self.card.published).astimezone(self.zone)

    @cached_property
    def changed(self) -> datetime:
        """When it last changed."""
        return datetime.fromisoformat(self.card.changed).astimezone(self.zone)

    @cached_property
    def order(self) -> tuple[datetime, str]:
        """Its place in the row of all items."""
        return (self.published, self.name)

    @property
    def day_only(self) -> bool:
        """Whether the hour of publication is not known: a draft, or older than the gate."""
        return self.draft or self.card.adopted

    @cached_property
    def withdrawn(self) -> bool:
        """Whether only a notice of it may be shown."""
        return bool(self.card.withdrawn_at)

    @property
    def withdrawn_at(self) -> datetime | None:
        """When it was withdrawn."""
        at = self.card.withdrawn_at
        return datetime.fromisoformat(at).astimezone(self.zone) if at else None

    @property
    def notice(self) -> tuple[datetime, str] | None:
        """When and why it was withdrawn."""
        return (self.withdrawn_at, self.card.reason) if self.withdrawn_at else None

    @property
    def corrections(self) -> tuple[tuple[datetime, str], ...]:
        """What was corrected after publication, and when."""
        rows = self.card.corrections
        return tuple((datetime.fromisoformat(at).astimezone(self.zone), text) for at, text in rows)

    @property
    def tags(self) -> tuple[str, ...]:
        """The tags as written."""
        return self.card.tags

    @cached_property
    def folded(self) -> frozenset[str]:
        """The tags, without regard to case."""
        return frozenset(tag.casefold() for tag in self.tags)

    @cached_property
    def category(self) -> str:
        """The category as a part of an address, "" where there is none."""
        return markup.heading_id(self.card.category) if self.card.category else ""

    @property
    def category_name(self) -> str:
        """The category in words, else the kind."""
        return words.label(self.card.category) or self.kind

    @property
    def kind(self) -> str:
        """The kind in words."""
        return words.kind(self.card.kind)

    @property
    def is_notice(self) -> bool:
        """Whether it stands with the announcements."""
        return self.card.kind == "pengumuman"

    @property
    def lead(self) -> Shown | None:
        """The first photo."""
        return self.album.shown[0] if self.album.shown else None

    @property
    def gallery(self) -> tuple[Shown, ...]:
        """The photos after the first that do not stand in the text already."""
        return tuple(s for s in self.album.shown[1:] if s.file not in self.album.in_text)

    @property
    def year(self) -> str:
        """The year of its address; drafts have that of the activity."""
        return self.month.split("/")[1]

    @cached_property
    def month(self) -> str:
        """The address of its month's page; drafts have the month of the activity."""
        place = self.name.split("/")
        year, number = place[1:3] if place[0] == "berita" else self.card.day.split("-")[:2]
        return f"berita/{year}/{number}/"

    @property
    def signed(self) -> str:
        """Who let this version pass and when, as a sentence; "" where nobody has."""
        return "" if self.draft else self.card.signed


def collect(
    site: Site, cards: Mapping[str, tuple[str, Card]], album: Callable[[str], Album]
) -> tuple[Item, ...]:
    """Every item that may be public now, newest first; nothing else goes past this door.

    `cards` gives for each item the key and the card of its version, `album` its pictures.
    """
    zone = site.office.calendar.zone
    items = (
        Item(
            card,
            _key(key, name in site.draft_items),
            key,
            zone,
            album,
            name in site.draft_items,
        )
        for name, (key, card) in cards.items()
        if _is_public(card, site)
    )
    return tuple(sorted(items, key=lambda item: item.order, reverse=True))


def _key(key: str, draft: bool) -> str:
    return key_of(key.encode(), b"draft") if draft else key


def _is_public(card: Card, site: Site) -> bool:
    """Not before `terbit_pada`; what is only previewed is always shown to the previewer."""
    if not card.publish_at or card.item in site.draft_items:
        return True
    return datetime.fromisoformat(card.publish_at) <= site.built_at


def related(item: Item, older: Iterable[Item]) -> tuple[Item, ...]:
    """Of the items just before this one those of its category or with its tags, closest first.

    Never newer ones: a page would change with each later publication.
    """

    def closeness(other: Item) -> int:
        same = bool(item.category) and item.category == other.category
        return len(item.folded & other.folded) + 2 * same

    near = [other for other in older if closeness(other)]
    return tuple(sorted(near, key=closeness, reverse=True)[:RELATED])


def windows(items: Sequence[Item]) -> list[str]:
    """For each item the key of the older ones that `related` looks at."""
    keys = [bytes.fromhex(item.key) for item in items]
    joined, size = b"".join(keys), len(keys[0]) if keys else 0
    return [
        key_of(joined[(index + 1) * size : (index + 1 + NEIGHBOURS) * size])
        for index in range(len(keys))
    ]
