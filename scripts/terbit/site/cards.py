"""What listings, feeds and the register need of an article: made once a version, then kept."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, tzinfo
from pathlib import Path
from types import MappingProxyType
from typing import Any

from terbit import markup
from terbit.core.article import INDEX, REPLY, Article, Photo
from terbit.core.follow_up import promise
from terbit.core.record import ADOPTED, Event, History
from terbit.drawing.look import Focus
from terbit.git_objects import blob_of
from terbit.shortening import shorten
from terbit.site import approvals, links, pictures, words
from terbit.site.model import PLACE, Entry, Site
from terbit.site.pictures import Brand, Picture, Sizes

INFOGRAPHIC = "infografik"
EXCERPT = 180
"""Characters of what stands for a summary where nobody wrote one."""


@dataclass(frozen=True)
class Shown:
    """One photo of the head with its files; a crop keeps `focus`, tenths from the top left."""

    file: str
    alt: str
    caption: str
    credit: str
    focus: tuple[int, int]
    picture: Picture

    @classmethod
    def from_json(cls, row: Mapping[str, Any]) -> Shown:
        """As it was kept."""
        picture = Picture.from_json(row["picture"])
        return cls(**{**row, "focus": tuple(row["focus"]), "picture": picture})


@dataclass(frozen=True)
class Card:
    """An article at a glance. Moments are ISO 8601 in the office's zone, "" where there is none.

    `corrections` are (moment, words). `adopted` says that it stood before the gate, `baseline`
    that its public version did. `links` are the places inside the site that its text leads to;
    `files` the file names and cache places of its pictures, a tab between, one a line;
    `preview` the file name of the photo for link previews, "" where a title card stands for it;
    `answers` the item that a right of reply answers, "" for all else. `urgent_owed` are the
    review steps that the urgent path put off until `urgent_due` and that are missing.
    """

    item: str
    title: str
    kind: str
    category: str
    tags: tuple[str, ...]
    summary: str
    day: str
    published: str
    changed: str
    publish_at: str
    withdrawn_at: str
    reason: str
    corrections: tuple[tuple[str, str], ...]
    adopted: bool
    baseline: bool
    signed: str
    approved: str
    procedure: str
    first_event: str
    channels: tuple[str, ...] | None
    links: tuple[str, ...]
    files: str
    preview: str
    answers: str
    urgent_reason: str = ""
    urgent_due: str = ""
    urgent_owed: tuple[str, ...] = ()

    def to_json(self) -> str:
        """As it is kept."""
        return json.dumps(self.__dict__, ensure_ascii=False)

    @classmethod
    def from_json(cls, text: str) -> Card:
        """As it was kept."""
        row = json.loads(text)
        for name in ("tags", "links", "urgent_owed"):
            row[name] = tuple(row[name])
        row["corrections"] = tuple(map(tuple, row["corrections"]))
        row["channels"] = None if row["channels"] is None else tuple(row["channels"])
        return cls(**row)


@dataclass(frozen=True)
class Album:
    """The pictures of an article: the photos of its head in order, those in its text by name.

    `share` is the picture of link previews, a title card where there is no photo; `in_text`
    names the photos of the head that the text shows already.
    """

    shown: tuple[Shown, ...] = ()
    inline: Mapping[str, Picture] = field(default_factory=lambda: MappingProxyType({}))
    share: Picture | None = None
    in_text: frozenset[str] = frozenset()

    def to_json(self) -> str:
        """As it is kept."""
        rows = [{**s.__dict__, "picture": s.picture.to_json()} for s in self.shown]
        document = {
            "shown": rows,
            "inline": {name: picture.to_json() for name, picture in self.inline.items()},
            "share": self.share.to_json() if self.share else None,
            "in_text": sorted(self.in_text),
        }
        return json.dumps(document, ensure_ascii=False)

    @classmethod
    def from_json(cls, text: str) -> Album:
        """As it was kept."""
        row = json.loads(text)
        return cls(
            tuple(map(Shown.from_json, row["shown"])),
            {name: Picture.from_json(one) for name, one in row["inline"].items()},
            Picture.from_json(row["share"]) if row["share"] else None,
            frozenset(row["in_text"]),
        )


@dataclass(frozen=True)
class Text:
    """What only the page of an article and the feeds show: the text itself and its facts.

    `facts` are (question, answer); `html` is sanitised; `originals` are the files beside the
    text as they were approved: (name, Git object id).
    """

    html: str
    summary: str
    facts: tuple[tuple[str, str], ...]
    video: str
    transcript: str
    originals: tuple[tuple[str, str], ...] = ()

    def to_json(self) -> str:
        """As it is kept."""
        return json.dumps(self.__dict__, ensure_ascii=False)

    @classmethod
    def from_json(cls, text: str) -> Text:
        """As it was kept."""
        row = json.loads(text)
        row["facts"] = tuple(map(tuple, row["facts"]))
        row["originals"] = tuple(map(tuple, row["originals"]))
        return cls(**row)


def text_of(article: Article) -> Text:
    """The text of an article; nothing of one that was withdrawn."""
    if article.withdrawal:
        return Text("", "", (), "", "")
    facts = article.five_w.items() if article.five_w else ()
    files = (name for name in sorted(article.files) if name != INDEX)
    return Text(
        html=article.html,
        summary=article.summary,
        facts=tuple((question, answer) for question, answer in facts if answer),
        video=article.video.link if article.video else "",
        transcript=article.video.transcript if article.video else "",
        originals=tuple((name, blob_of(article.files, name).id) for name in files),
    )


def make(entry: Entry, site: Site, album: Album) -> Card:
    """The card of an article with its pictures."""
    article, history = entry.article, entry.history
    zone = site.office.calendar.zone
    published = _published(entry, site)
    approval = approvals.standing(history)
    withdrawn = aware(article.withdrawal.at, zone) if article.withdrawal else None
    put_off = promise(history, approval)
    return Card(
        item=entry.item,
        title=article.title,
        kind=article.kind,
        category=article.category,
        tags=article.tags,
        summary=article.summary or _beginning(article),
        day=article.date.isoformat(),
        published=published.isoformat(),
        changed=max([published, *_changes(entry, site)]).isoformat(),
        publish_at=aware(article.publish_at, zone).isoformat() if article.publish_at else "",
        withdrawn_at=withdrawn.isoformat() if withdrawn else "",
        reason=article.withdrawal.reason if article.withdrawal else "",
        corrections=tuple((aware(c.at, zone).isoformat(), c.text) for c in article.corrections),
        adopted=is_adopted(history),
        baseline=approval is not None and approval.kind == ADOPTED,
        signed=approvals.signed(approval, zone, put_off) if approval else "",
        approved=approvals.decided_at(approval).astimezone(zone).isoformat() if approval else "",
        procedure=approval.procedure if approval else "",
        first_event=_first(history),
        channels=article.channels,
        links=tuple(sorted(links.targets(article.html, entry.item))),
        files="\n".join(_files(album)),
        preview=album.share.widest.name if album.share and album.shown else "",
        answers=article.answers.removeprefix(PLACE) if article.kind == REPLY else "",
        urgent_reason=put_off.reason if put_off else "",
        urgent_due=put_off.due.astimezone(zone).isoformat() if put_off else "",
        urgent_owed=put_off.owed if put_off else (),
    )


def album_of(article: Article, cache: Path, brand: Brand) -> Album:
    """The pictures of an article, made where `cache` does not hold them. Raises TerbitError.

    Nothing of an article that was withdrawn.
    """
    if article.withdrawal:
        return Album()
    named = [name for name in sorted(article.files) if f'src="{name}"' in article.html]
    listed = [photo.file for photo in article.photos if photo.file in article.files]
    # where the head has no photo its title card takes the part of the first
    count = max(len(listed), 1) + len(set(named).difference(listed))
    other = pictures.other_sizes(count)
    shown = tuple(_shown(article, cache, other))
    inline = {one.file: one.picture for one in shown if one.file in named}
    for name in named:
        if name not in inline:
            data = blob_of(article.files, name)
            inline[name] = pictures.make(name, data, cache, other)
    share = _share(article, shown, cache, brand)
    return Album(shown, inline, share, frozenset(named).intersection(listed))


def _first(history: History) -> str:
    return history.events[0].at.isoformat() if history.events else ""


def _files(album: Album) -> Iterator[str]:
    made = [*(shown.picture for shown in album.shown), *album.inline.values()]
    made += [album.share] if album.share else []
    yield from sorted({f"{v.name}\t{v.source}" for picture in made for v in picture.variants})


def _shown(article: Article, cache: Path, other: Sizes) -> Iterator[Shown]:
    for number, photo in enumerate(article.photos):
        if photo.file in article.files:
            sizes = other if number else pictures.LEAD_SIZES
            made = pictures.make(photo.file, blob_of(article.files, photo.file), cache, sizes)
            tenths = tuple(round(10 * part) for part in _focus(article, photo))
            yield Shown(
                photo.file, photo.alt, photo.caption, photo.credit, (tenths[0], tenths[1]), made
            )


def _focus(article: Article, photo: Photo) -> Focus:
    # an infographic says at its top what it is about
    return photo.focus or ((0.5, 0.0) if article.kind == INFOGRAPHIC else (0.5, 0.5))


def _share(article: Article, shown: tuple[Shown, ...], cache: Path, brand: Brand) -> Picture:
    if not shown:
        category = words.label(article.category) or words.kind(article.kind)
        return pictures.card(article.title, category, brand, cache)
    photo = next(photo for photo in article.photos if photo.file == shown[0].file)
    data = blob_of(article.files, photo.file)
    return pictures.share(photo.file, data, _focus(article, photo), brand, cache)


def _changes(entry: Entry, site: Site) -> Iterator[datetime]:
    zone, article = site.office.calendar.zone, entry.article
    yield from (aware(correction.at, zone) for correction in article.corrections)
    if article.withdrawal:
        yield aware(article.withdrawal.at, zone)
    if entry.history.last_published:
        yield site.office.calendar.local(entry.history.last_published)


def _published(entry: Entry, site: Site) -> datetime:
    """First publication; before it is recorded, the moment from which it may be public.

    Of what stood before the gate only the day of the activity is known; one that was yet to
    come then had been announced before.
    """
    zone = site.office.calendar.zone
    if is_adopted(entry.history):
        taken_in = entry.history.events[0].at.astimezone(zone)
        return min(_day(entry.article.date, zone), _day(taken_in.date(), zone))
    if entry.history.first_published:
        return entry.history.first_published.astimezone(zone)
    moments = []
    if approval := approvals.standing(entry.history):
        moments.append(approval.at.astimezone(zone))
    if entry.article.publish_at:
        moments.append(aware(entry.article.publish_at, zone))
    return max(moments, default=_day(entry.article.date, zone))


def _day(day: date, zone: tzinfo) -> datetime:
    return datetime.combine(day, time(), zone)


def is_adopted(history: History) -> bool:
    """Whether the item stood before the gate."""
    first: Event | None = history.events[0] if history.events else None
    return first is not None and first.kind == ADOPTED


def aware(moment: datetime, zone: tzinfo) -> datetime:
    """A moment of a head, local where it names no zone, in the office's zone."""
    return moment.replace(tzinfo=zone) if moment.tzinfo is None else moment.astimezone(zone)


def _beginning(article: Article) -> str:
    """The first words of the text; twice the limit is enough to choose their end from."""
    return shorten(markup.to_text(article.html)[: 2 * EXCERPT], EXCERPT)
