"""What every channel is, and the parts that all of them share."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from typing import Protocol, runtime_checkable

from terbit import git_objects
from terbit.channels import counting, wording
from terbit.channels.designs import Design, of_channel
from terbit.core.article import Article, Photo
from terbit.core.office import Office
from terbit.core.post import Picture, Post
from terbit.shortening import line, shorten

KIT_BYTES = 1_000_000
"""Our own ceiling for one picture: it must go through a weak mobile network."""

CHECKED = date(2026, 11, 22)
"""When the facts of the channels were last read or measured, unless a channel says otherwise."""

WHOLE_KINDS = ("infografik",)
"""Articles whose pictures are full of words: nothing is cut off them or laid over them."""

PORTRAIT = (1080, 1350)
SQUARE = (1080, 1080)
STORY = (1080, 1920)
WIDE = (1200, 630)
CINEMA = (1600, 900)


@dataclass(frozen=True)
class Limits:
    """What a platform allows, in its own unit, and where that is written.

    `text` None: no limit is known. `hashtags` is what the platform takes without harm,
    `hashtags_hard` what it refuses, `hashtag` the characters of a single one. `fold`: the
    characters that are read before "more". `alt` 0: no field for alternative text. `source`
    names every page read, `confidence` is that of the text's limit: official, measured,
    secondary or unverified. Every platform takes JPEG, which is all that we make.
    """

    text: int | None
    source: str
    confidence: str
    checked: date = CHECKED
    unit: str = "karakter"
    count: Callable[[str], int] = counting.codepoints
    title: int | None = None
    title_count: Callable[[str], int] = counting.codepoints
    fold: int | None = None
    utf8: int | None = None
    hashtags: int | None = None
    hashtags_hard: int | None = None
    hashtag: int | None = None
    mentions: int | None = None
    links: int | None = None
    pictures: int = 0
    picture_bytes: int = KIT_BYTES
    alt: int = 0
    needs_video: bool = False


@dataclass(frozen=True)
class Form:
    """How a channel shows an article: picture size, title card or plain photo, taps, warnings.

    In `steps`, {gambar} stands for the number of pictures; `mark` makes the title bold.
    `screenshot`: posts die or have no address, so that a picture of one may be its proof.
    """

    steps: tuple[str, ...]
    size: tuple[int, int] = (0, 0)
    card: bool = False
    link: str = "Selengkapnya: {link}"
    mark: str = ""
    notes: tuple[str, ...] = ()
    screenshot: bool = False


@runtime_checkable
class Channel(Protocol):
    """One medium; its modules are objects of this type."""

    @property
    def id(self) -> str:
        """The product's id, as in kantor.yml."""

    @property
    def name(self) -> str:
        """The name that people read."""

    @property
    def limits(self) -> Limits:
        """What the platform allows."""

    @property
    def form(self) -> Form:
        """How it shows an article."""

    @property
    def permalink(self) -> re.Pattern[str]:
        """The form of a post's address; the group `account`, if any, is whose it is."""

    def compose(self, article: Article, office: Office, link: str) -> Post:
        """The post of an article; pure."""

    def accepts(self, link: str, account: str) -> bool:
        """Whether a link is a post of this account, as far as the link can tell."""


def pattern(expression: str) -> re.Pattern[str]:
    """An address pattern: all of the link, any query or fragment after it, no quote or space.

    Letters are those of ASCII: no host or account that only looks like the right one.
    """
    flags = re.IGNORECASE | re.ASCII
    return re.compile(rf"https://(?:{expression})/?(?:[?#][^\s'\"<>`\\]*)?", flags)


def accepts(permalink: re.Pattern[str], link: str, account: str) -> bool:
    """Whether a link has the form and, where it names an account, names this one."""
    match = permalink.fullmatch(link)
    if not match:
        return False
    named = match.groupdict().get("account")
    return not named or not account or handle(named) == handle(account)


def handle(account: str) -> str:
    """The bare name of an account, from "@name", "name" or a profile address."""
    bare = account.strip().split("?")[0].rstrip("/").rsplit("/", 1)[-1]
    return bare.removeprefix("@").casefold()


def suits(channel: Channel, article: Article) -> bool:
    """Whether the article has what the channel is for (a film, for a film channel)."""
    return article.video is not None or not channel.limits.needs_video


def post(channel_id: str, limits: Limits, form: Form, article: Article, link: str) -> Post:
    """The post of an article: the office's own text if it wrote one, else a composed one."""
    own = own_text(channel_id, article)
    text = own if own is not None else compose_text(limits, form, article, link)
    pictures = gallery(channel_id, limits, form, article)
    amount = f"{len(pictures)} gambar" + (" secara berurutan" if len(pictures) > 1 else "")
    return Post(
        channel=channel_id,
        text=text,
        pictures=pictures,
        title=_title(limits, line(article.title)),
        length=limits.count(text),
        limit=limits.text,
        unit=limits.unit,
        steps=tuple(step.replace("{gambar}", amount) for step in form.steps),
        notes=form.notes,
    )


def _title(limits: Limits, title: str) -> str:
    return shorten(title, limits.title, limits.title_count) if limits.title else ""


def own_text(channel_id: str, article: Article) -> str | None:
    """What the office wrote for a channel itself, if it did."""
    own = article.channel_texts.get(channel_id)
    return None if own is None else own.strip()


def compose_text(limits: Limits, form: Form, article: Article, link: str) -> str:
    """The fullest text of an article within the limits."""
    if limits.text == 0:
        return ""
    whole = wording.draft(article, form.link.replace("{link}", link), form.mark)
    tags = [tag for tag in whole.tags if limits.hashtag is None or len(tag) <= limits.hashtag + 1]
    whole = replace(whole, tags=tuple(tags[: limits.hashtags]))
    return wording.fit(whole, lambda text: within(limits, text))


def within(limits: Limits, text: str) -> bool:
    """Whether a text keeps every limit of its platform."""
    return (
        (limits.text is None or limits.count(text) <= limits.text)
        and (limits.utf8 is None or counting.utf8(text) <= limits.utf8)
        and (limits.hashtags is None or counting.hashtags(text) <= limits.hashtags)
        and (limits.mentions is None or counting.mentions(text) <= limits.mentions)
        and (limits.links is None or counting.links(text) <= limits.links)
    )


def gallery(channel_id: str, limits: Limits, form: Form, article: Article) -> tuple[Picture, ...]:
    """The pictures of a post: the photos in order, or one title card where there is none.

    A design made by hand stands in the place of the picture that it replaces.
    """
    photos: tuple[Photo | None, ...] = article.photos[: limits.pictures] or (None,)
    designs = of_channel(article, channel_id)
    count = len(photos) if limits.pictures else 0
    while count and count < limits.pictures and count + 1 in designs:
        count += 1
    stem = f"{article.date}-{article.slug}_{channel_id}"
    return tuple(
        _picture(
            f"{stem}_{n}dari{count}.jpg",
            designs.get(n) or photos[n - 1],
            first=n == 1,
            limits=limits,
            form=form,
            article=article,
        )
        for n in range(1, count + 1)
    )


def card_size(channel: Channel, article: Article) -> tuple[int, int] | None:
    """The size of the title card among the pictures of a post, if there is one."""
    if not channel.limits.pictures or 1 in of_channel(article, channel.id):
        return None
    photo = article.photos[0] if article.photos else None
    return channel.form.size if _is_card(photo, True, channel.form, article) else None


def _is_card(shown: Photo | Design | None, first: bool, form: Form, article: Article) -> bool:
    if isinstance(shown, Design):
        return False
    return shown is None or (first and form.card and article.kind not in WHOLE_KINDS)


def _picture(
    name: str,
    shown: Photo | Design | None,
    *,
    first: bool,
    limits: Limits,
    form: Form,
    article: Article,
) -> Picture:
    card = _is_card(shown, first, form, article)
    return Picture(
        name=name,
        source=shown.file if shown else "",
        width=form.size[0],
        height=form.size[1],
        alt=_alt(shown, article, card, limits.alt),
        overlay=card,
        focus=shown.focus if isinstance(shown, Photo) else None,
        max_bytes=picture_bytes(limits),
        made_of=_made_of(shown, card, article),
    )


def _made_of(shown: Photo | Design | None, card: bool, article: Article) -> str:
    """What tells a picture from every other: its file by its name in Git, the words over it."""
    files, name = article.files, shown.file if shown else ""
    blob = git_objects.blob_of(files, name).id if name in files else ""
    over = (article.title, article.category, str(article.date)) if card else ()
    return sha256("\0".join((blob, article.kind, *over)).encode()).hexdigest()


def picture_bytes(limits: Limits) -> int:
    """What one picture may weigh: what the platform takes, and never more than our own ceiling."""
    return min(limits.picture_bytes, KIT_BYTES)


def _alt(shown: Photo | Design | None, article: Article, card: bool, limit: int) -> str:
    """What the picture shows; on a card also the words that stand on it."""
    title = line(article.title)
    if isinstance(shown, Design):
        told = line(article.summary)
        whole = shown.alt or f"Gambar dengan tulisan: “{title}”. {told}".strip()
        return shorten(whole, limit or 1000)
    seen = line(shown.alt) if shown else "Kartu judul bermotif anyaman"
    words = f"Tulisan pada gambar: “{title}”." if card else ""
    whole = f"{seen.rstrip('.')}. {words}" if seen and words else seen or words
    return shorten(whole, limit or 1000)
