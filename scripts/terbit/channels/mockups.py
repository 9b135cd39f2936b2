"""The page “Kiriman di setiap aplikasi”: every post of an article as its app would show it.

Words and pictures are those that will be posted; the apps around them are drawn in plain HTML
and CSS of our own, without anybody's marks. It works without JavaScript and asks nobody.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

from terbit import indonesian
from terbit.channels import CHANNELS, base, kit_page
from terbit.channels.mockup_text import ALL, LINK, folded, runs
from terbit.core.article import Article
from terbit.core.office import ChannelSetting, Office
from terbit.core.post import Post
from terbit.drawing import photo
from terbit.shortening import line

PAGE = "kiriman.html"
STYLES = ("paket.css", "paket_kiriman.css")
WIDTHS = (480, 360, 240)
"""How wide an embedded picture is, in pixels: the first at which it is light enough."""
QUALITIES = (82, 76, 70, 62, 54, 46, 38)
EMBEDDED_BYTES = 25_000
COLLAGE = 5
"""How many photos of a post Facebook shows before one is tapped (seen in the app, unverified)."""


@dataclass(frozen=True)
class Frame:
    """How an app shows a post.

    `layout` and `gallery` name the macros of paket_aplikasi.html.j2 and their looks. `fold`:
    after how many characters a text is folded, None where no number is known (then it is shown
    whole), `source` where that is written. `marks`: *bold* becomes bold; `coloured`: what can be
    tapped in a text.
    """

    layout: str = "lini"
    gallery: str = "petak"
    fold: int | None = None
    source: str = ""
    more: str = "selengkapnya"
    coloured: frozenset[str] = ALL
    marks: bool = False


_NO_LINKS = ALL - {LINK}

FRAMES: Mapping[str, Frame] = {
    "instagram": Frame(
        "foto",
        "geser",
        125,
        "vendors of publishing tools agree (secondary), 2026-11-22",
        coloured=_NO_LINKS,
    ),
    "instagram_story": Frame("cerita", "satu"),
    "facebook": Frame(
        "lini",
        "kolase",
        480,
        "vendors of publishing tools agree (secondary), 2026-11-22",
        more="Lihat selengkapnya",
    ),
    "threads": Frame(gallery="intip"),
    "x": Frame(),
    "tiktok": Frame("film", "geser", coloured=_NO_LINKS),
    "youtube_shorts": Frame("video", "satu", coloured=_NO_LINKS),
    "youtube_komunitas": Frame("lini", "geser"),
    "whatsapp": Frame("gelembung", "satu", coloured=frozenset({LINK}), marks=True),
    "telegram": Frame("gelembung", "mosaik"),
    "mastodon": Frame(),
    "bluesky": Frame(),
}
"""By channel; a new one that is not here yet looks like a card in a timeline."""

BY_NAME = frozenset({"facebook", "whatsapp", "telegram", "youtube_komunitas"})
"""Apps that show the account's name alone, and no handle."""


@dataclass(frozen=True)
class Shown:
    """An article with all its posts, and their pictures by name; `machine` are sent by Terbit."""

    article: Article
    posts: Sequence[Post]
    images: Mapping[str, bytes]
    machine: frozenset[str] = frozenset()


def page(
    shown: Sequence[Shown], office: Office, *, one_file: bool = False, approved: bool = True
) -> bytes:
    """The page of one article or of several.

    Pictures are taken from beside the page, those that a machine posts excepted: no kit holds
    them. `one_file`: all of them are in the page itself, small. Same input, same bytes.
    """
    several, sources = len(shown) > 1, _Sources()
    return kit_page.html(
        "paket_kiriman.html.j2",
        office.colours,
        {
            "office": office,
            "colours": office.colours,
            "approved": approved,
            "kit": "" if one_file else "index.html",
            "pieces": [
                _piece(one, office, f"b{n}-" if several else "", sources, one_file=one_file)
                for n, one in enumerate(shown, start=1)
            ],
        },
        styles=STYLES,
        embedded=one_file,
    )


def inset(shown: Shown, office: Office, most: int) -> str:
    """The posts of an article as a part of another page that is one file, without a head.

    `most` is about how many bytes all of their pictures may have together.
    """
    pictures = {shown.images[one.name] for post in shown.posts for one in post.pictures}
    each = min(EMBEDDED_BYTES, most // max(len(pictures), 1))
    piece = _piece(shown, office, "", _Sources(each), one_file=True)
    return kit_page.part("paket_sisipan.html.j2", {"piece": piece})


def inset_style(office: Office) -> str:
    """The style of such a part, for the shadow root that it stands in: nothing comes in or out."""
    style = kit_page.style_of(office.colours, STYLES)
    return style.replace(":root{", ":host{").replace("\nbody{", "\n:host{display:block;")


def in_order(posts: Sequence[Post], office: Office) -> tuple[Post, ...]:
    """Posts in the order in which the office lists its channels."""
    places = {channel: n for n, channel in enumerate(office.available_channels)}
    return tuple(sorted(posts, key=lambda post: places.get(post.channel, len(places))))


@dataclass(frozen=True)
class _Sources:
    """Where pictures of a page come from; of two that are the same only one is made small.

    `most` is how many bytes one may have.
    """

    most: int = EMBEDDED_BYTES
    made: dict[bytes, str] = field(default_factory=dict)

    def of(self, name: str, data: bytes, *, embedded: bool) -> str:
        """The file beside the page, or the picture itself as an address."""
        if not embedded:
            return name
        key = sha256(data).digest()
        if key not in self.made:
            encoded = b64encode(small(data, self.most)).decode()
            self.made[key] = f"data:image/jpeg;base64,{encoded}"
        return self.made[key]


def _piece(
    shown: Shown, office: Office, prefix: str, sources: _Sources, *, one_file: bool
) -> dict[str, Any]:
    """What the page is told of an article."""
    return {
        "id": f"{prefix}kiriman",
        "title": line(shown.article.title),
        "date_text": indonesian.day(shown.article.date),
        "apps": [
            _app(post, shown, office)
            | {"id": f"{prefix}{post.channel}"}
            | _gallery(post, shown, sources, embedded=one_file or post.channel in shown.machine)
            for post in shown.posts
        ],
    }


def _app(post: Post, shown: Shown, office: Office) -> dict[str, Any]:
    """What the page is told of the words of one post."""
    channel, frame = CHANNELS[post.channel], FRAMES.get(post.channel, Frame())
    parts = runs(post.text, frame.coloured, marked=frame.marks)
    head, rest = folded(parts, frame.fold)
    return {
        "channel": post.channel,
        "name": channel.name,
        "layout": frame.layout,
        "machine": post.channel in shown.machine,
        "counter": kit_page.counter(post),
        "owner": _owner(office.channel(post.channel), office),
        "handle": _handle(post.channel, office.channel(post.channel)),
        "initials": initials(office.short_name or office.name),
        "title": post.title,
        "head": head,
        "rest": rest,
        "more": frame.more,
        "alt_field": channel.limits.alt > 0,
    }


def _gallery(post: Post, shown: Shown, sources: _Sources, *, embedded: bool) -> dict[str, Any]:
    """What the page is told of the pictures of one post."""
    gallery = FRAMES.get(post.channel, Frame()).gallery
    pictures = [
        {
            "src": sources.of(one.name, shown.images[one.name], embedded=embedded),
            "alt": one.alt,
            "width": one.width,
            "height": one.height,
        }
        for one in post.pictures
    ]
    first = COLLAGE if gallery == "kolase" else len(pictures)
    return {"gallery": gallery, "pictures": pictures[:first], "hidden": pictures[first:]}


def initials(name: str) -> str:
    """Two letters for the circle beside a name: "Dinas Kesehatan" gives "DK"."""
    letters = [word[0] for word in name.split() if word[0].isalpha()]
    return "".join(letters[:2]).upper()


def _owner(setting: ChannelSetting | None, office: Office) -> str:
    """Under which name the office stands there."""
    return (setting.options.get("nama") if setting else "") or office.short_name or office.name


def _handle(channel: str, setting: ChannelSetting | None) -> str:
    """The account as the app writes it; "" where it shows none, or none is known."""
    if setting is None or channel in BY_NAME or not setting.account:
        return ""
    name = setting.account.strip().removeprefix("@")
    if "/" in name:
        name = base.handle(name)
    if channel == "mastodon" and "@" not in name:
        server = setting.options.get("server", "").rpartition("//")[2].strip("/")
        name = f"{name}@{server}" if server else name
    return name


def small(data: bytes, most: int = EMBEDDED_BYTES) -> bytes:
    """A finished picture made small enough for a page that is one file; `most` in bytes."""
    return photo.small(data, WIDTHS, QUALITIES, most)
