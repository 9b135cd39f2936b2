"""The articles that may be public now, each with its dates, address and pictures."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, tzinfo
from functools import cached_property
from types import MappingProxyType

from terbit import markup
from terbit.core.article import Article, Photo
from terbit.core.procedure import Action
from terbit.core.record import ADOPTED, APPROVED, PUBLISHED, Event, History, Signature
from terbit.site import words
from terbit.site.model import Entry, Site, address, sheet_address
from terbit.site.pictures import Picture

RELATED = 3
NEIGHBOURS = 60
"""How far in time, counted in items, related ones are looked for; keeps big archives linear."""


@dataclass(frozen=True)
class Shown:
    """One photo with the files made from it; a crop keeps `focus`, tenths from the top left."""

    photo: Photo
    picture: Picture
    focus: tuple[int, int]


@dataclass(frozen=True)
class Item:
    """An article as listings, pages and feeds see it; moments are in the office's zone."""

    article: Article
    history: History
    name: str
    published: datetime
    changed: datetime
    draft: bool = False
    pictures: Mapping[str, Picture] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def url(self) -> str:
        """Its address below the site's root."""
        return address(self.name)

    @property
    def sheet(self) -> str:
        """The address of its register sheet."""
        return sheet_address(self.name)

    @property
    def day_only(self) -> bool:
        """Whether the hour of publication is not known: a draft, or older than the gate."""
        return self.draft or _adopted(self.history)

    @property
    def withdrawn(self) -> bool:
        """Whether only a notice of it may be shown."""
        return self.article.withdrawal is not None

    @property
    def withdrawn_at(self) -> datetime | None:
        """When it was withdrawn."""
        withdrawal = self.article.withdrawal
        zone = self.published.tzinfo
        return aware(withdrawal.at, zone) if withdrawal and zone else None

    @cached_property
    def tags(self) -> frozenset[str]:
        """The tags, without regard to case."""
        return frozenset(tag.casefold() for tag in self.article.tags)

    @cached_property
    def category(self) -> str:
        """The category as a part of an address, "" where there is none."""
        return markup.heading_id(self.article.category)

    @property
    def category_name(self) -> str:
        """The category in words, else the kind."""
        return words.label(self.article.category) or self.kind

    @property
    def kind(self) -> str:
        """The kind in words."""
        return words.kind(self.article.kind)

    @property
    def summary(self) -> str:
        """The summary as written, else the beginning of the text."""
        return self.article.summary or excerpt(markup.to_text(self.article.html))

    @property
    def shown(self) -> tuple[Shown, ...]:
        """The photos of its head, in order."""
        # an infographic says at its top what it is about
        middle = (0.5, 0.0) if self.article.kind == "infografik" else (0.5, 0.5)
        rows = ((photo, self.pictures.get(photo.file)) for photo in self.article.photos)
        return tuple(
            Shown(photo, picture, _tenths(photo.focus or middle))
            for photo, picture in rows
            if picture
        )

    @property
    def lead(self) -> Shown | None:
        """The first photo."""
        return self.shown[0] if self.shown else None

    @property
    def gallery(self) -> tuple[Shown, ...]:
        """The photos after the first that do not stand in the text already."""
        return tuple(s for s in self.shown[1:] if f'src="{s.photo.file}"' not in self.article.html)

    @property
    def month(self) -> str:
        """The address of its month's page; drafts have the month of the activity."""
        place = self.name.split("/")
        year, number = place[1:3] if place[0] == "berita" else _parts(self.article.date)
        return f"berita/{year}/{number}/"

    @property
    def signed(self) -> str:
        """Who let this version pass and when, as a sentence; "" where nobody has."""
        approval = standing(self.history)
        if self.draft or approval is None:
            return ""
        return signed(approval, self.published.tzinfo)


def collect(site: Site, draw: Callable[[Entry], Mapping[str, Picture]]) -> tuple[Item, ...]:
    """Every item that may be public now, newest first; nothing else goes past this door.

    `draw` makes the pictures of an entry; it is asked only for what will be shown.
    """
    public = [entry for entry in site.entries if is_public(entry, site)]
    items = (_item(entry, site, draw) for entry in public)
    return tuple(sorted(items, key=lambda item: (item.published, item.name), reverse=True))


def is_public(entry: Entry, site: Site) -> bool:
    """Not before `terbit_pada`; what is only previewed is always shown to the previewer."""
    wanted = entry.article.publish_at
    if wanted is None or entry.item in site.draft_items:
        return True
    return aware(wanted, site.office.calendar.zone) <= site.built_at


def aware(moment: datetime, zone: tzinfo) -> datetime:
    """A moment of a head, local where it names no zone, in the office's zone."""
    return moment.replace(tzinfo=zone) if moment.tzinfo is None else moment.astimezone(zone)


def excerpt(text: str, limit: int = 180) -> str:
    """The first words of a text, at most `limit` characters."""
    if len(text) <= limit:
        return text
    return text[:limit].rsplit(" ", 1)[0].rstrip(",.;:") + "…"


def related(index: int, items: Sequence[Item]) -> tuple[Item, ...]:
    """Items near `items[index]` of its category or with its tags, closest and newest first."""
    item = items[index]

    def closeness(other: Item) -> int:
        same = bool(item.category) and item.category == other.category
        return len(item.tags & other.tags) + 2 * same

    around = items[max(0, index - NEIGHBOURS) : index + NEIGHBOURS]
    near = [other for other in around if other.name != item.name and closeness(other)]
    return tuple(sorted(near, key=closeness, reverse=True)[:RELATED])


def standing(history: History) -> Event | None:
    """The approval of the version that the public sees; of the newest where none is out yet."""
    shown = next((e.digest for e in reversed(history.events) if e.kind == PUBLISHED), None)
    approvals = [e for e in history.events if e.kind in (APPROVED, ADOPTED)]
    matching = [e for e in approvals if e.digest == shown]
    found = matching or approvals
    return found[-1] if found else None


def signatures(approval: Event) -> tuple[Signature, ...]:
    """Who verified and decided, as the approval keeps it."""
    return tuple(Signature.from_json(row) for row in approval.details.get("signatures", ()))


def decided_at(approval: Event) -> datetime:
    """When the last leader decided; the event's own time where no signatures are kept."""
    return max((signature.at for signature in signatures(approval)), default=approval.at)


def signed(approval: Event, zone: tzinfo | None) -> str:
    """Who verified and who decided, each capacity once, and when, in the given zone."""
    when = words.moment(decided_at(approval).astimezone(zone))
    if approval.kind == ADOPTED:
        return f"Sudah terbit sebelum alur persetujuan ini berlaku; dicatat {when}"
    verified = _capacities(signatures(approval), Action.REVIEW)
    decided = _capacities(signatures(approval), Action.DECIDE)
    parts = [f"diverifikasi oleh {verified}"] if verified else []
    parts += [f"disetujui {decided}"] if decided else []
    text = ", ".join([*parts, when])
    return text[:1].upper() + text[1:]


def _capacities(signatures: tuple[Signature, ...], action: Action) -> str:
    names = dict.fromkeys(s.capacity for s in signatures if s.action == action)
    return words.enumerate_words(list(names))


def _item(entry: Entry, site: Site, draw: Callable[[Entry], Mapping[str, Picture]]) -> Item:
    article, history = entry.article, entry.history
    published = _published(entry, site)
    changes = [aware(c.at, site.office.calendar.zone) for c in article.corrections]
    if article.withdrawal:
        changes.append(aware(article.withdrawal.at, site.office.calendar.zone))
    if history.last_published:
        changes.append(site.office.calendar.local(history.last_published))
    return Item(
        article,
        history,
        entry.item,
        published,
        max([published, *changes]),
        entry.item in site.draft_items,
        draw(entry) if article.withdrawal is None else {},
    )


def _published(entry: Entry, site: Site) -> datetime:
    """First publication; before it is recorded, the moment from which it may be public.

    Of what stood before the gate only the day of the activity is known.
    """
    zone = site.office.calendar.zone
    if _adopted(entry.history):
        return datetime.combine(entry.article.date, time(), zone)
    if entry.history.first_published:
        return entry.history.first_published.astimezone(zone)
    moments = []
    if approval := standing(entry.history):
        moments.append(approval.at.astimezone(zone))
    if entry.article.publish_at:
        moments.append(aware(entry.article.publish_at, zone))
    return max(moments, default=datetime.combine(entry.article.date, time(), zone))


def _adopted(history: History) -> bool:
    return bool(history.events) and history.events[0].kind == ADOPTED


def _tenths(point: tuple[float, float]) -> tuple[int, int]:
    return round(point[0] * 10), round(point[1] * 10)


def _parts(day: date) -> tuple[str, str]:
    return f"{day:%Y}", f"{day:%m}"
