"""The theme around a page: mkdocs lays it once, then every page that shares it is poured in.

All that the theme sees of a page is its head (`page.meta`): title, metadata, the finished block.
So pages at like places, of one menu entry and script, differ in these three texts alone. That is
not taken on trust: mkdocs renders each frame a second time, for another address with other texts,
and what is poured must be that very page, byte for byte. Where it is not (a theme that shows
more of a page), there is no frame, and mkdocs renders each of those pages itself.

The theme's indentation goes: blank lines and spaces between its tags are a fifth of what it adds
to a page. One line break stays where there was one, so a browser shows the same.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from markupsafe import escape

from terbit.site import render
from terbit.site.press import Planned, Printed
from terbit.site.render import NOT_FOUND, Shard

MARKS = ("terbitjudulhalaman", "terbitkepalahalaman", "terbitisihalaman")
"""What stands for title, metadata and block; escaping leaves these letters as they are."""
PLACE = "terbitalamathalaman"
PROBE = ('Uji "bingkai" & <b>isi</b>', "<meta name='uji' content='&amp;'>", "<p>Isi\n{{ uji }}</p>")
_MARK = re.compile("|".join(MARKS))
_VERBATIM = r"<(pre|textarea|script|style)\b.*?(?:</\1\s*>|\Z)"
_GAP = r"(?<![^>])\s*\n\s*(?![^<])"
"""White space with a line break between two tags, or at an end."""
_LOOSE = re.compile(f"{_VERBATIM}|{_GAP}", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Kind:
    """What pages of one frame have in common.

    `place` is the beginning of their address, as far as the theme may lead there: links are
    relative; `depth` counts the parts after it. `titled`: the title is not the site's own name.
    """

    place: str
    depth: int
    section: str
    script: str
    style: str
    titled: bool


@dataclass(frozen=True, slots=True)
class Frame:
    """The theme in pieces: before, between and after the texts that `slots` name by number."""

    pieces: tuple[str, ...]
    slots: tuple[int, ...]

    def poured(self, page: Printed) -> str:
        """The HTML of a page."""
        texts = (str(escape(page.title)), page.head, page.block)
        parts = [self.pieces[0]]
        for slot, piece in zip(self.slots, self.pieces[1:], strict=True):
            parts += (texts[slot], piece)
        return "".join(parts)


def kind_of(page: Planned, near: Container[str]) -> Kind:
    """The frame that a page goes into, if only the front page bears the site's own name.

    `near` holds the addresses that every page of the site may lead to, and what is above them.
    """
    place, rest = "", page.url
    while rest and (further := place + rest[: rest.index("/") + 1]) in near:
        place, rest = further, page.url.removeprefix(further)
    style = (page.script, page.style)
    return Kind(place, rest.count("/"), page.section, *style, titled=bool(page.url))


def above(urls: Iterable[str]) -> frozenset[str]:
    """Some addresses and every folder that they are in."""
    parts = (url.split("/")[:-1] for url in urls)
    return frozenset(
        "".join(f"{part}/" for part in some[: end + 1])
        for some in parts
        for end in range(len(some))
    )


def make(
    kinds: Iterable[Kind], config: Mapping[str, Any], folder: Path
) -> tuple[dict[Kind, Frame | None], Path]:
    """The frame of each kind, None where the theme shows more of a page; the page for 404.

    Two processes of mkdocs work side by side. Raises TerbitError where mkdocs fails.
    """
    wanted = list(kinds)
    name = str(config["site_name"])
    first = [_page(kind, PLACE, number, MARKS, name) for number, kind in enumerate(wanted)]
    second = [_page(kind, "uji", number, PROBE, name) for number, kind in enumerate(wanted)]
    shards = [_staged(pages, folder / part) for part, pages in (("a", first), ("b", second))]
    render.render(shards, config)
    made = {}
    for kind, page, probe in zip(wanted, first, second, strict=True):
        frame = frame_of((shards[0].site / page.url / "index.html").read_text("utf-8"))
        whole = (shards[1].site / probe.url / "index.html").read_text("utf-8")
        rendered = squeezed(whole, (probe.head, probe.block))
        made[kind] = frame if frame and frame.poured(probe) == rendered else None
    return made, shards[0].site / NOT_FOUND


def frame_of(html: str) -> Frame | None:
    """The frame in the page of marks; None where it tells the page's own address."""
    if PLACE in html:
        return None
    slots = tuple(MARKS.index(mark) for mark in _MARK.findall(html))
    return Frame(tuple(map(_squeezed, _MARK.split(html))), slots)


def squeezed(html: str, kept: Sequence[str] = ()) -> str:
    """A page without the theme's indentation; the texts `kept` in it stay as they are."""
    # a group for the texts themselves: every second part is one of them
    texts = "|".join(re.escape(text) for text in kept if text)
    parts = re.split(f"({texts})", html) if texts else [html]
    return "".join(part if place % 2 else _squeezed(part) for place, part in enumerate(parts))


def _squeezed(html: str) -> str:
    return _LOOSE.sub(lambda found: found[0] if found[1] else "\n", html)


def _page(kind: Kind, place: str, number: int, texts: tuple[str, str, str], name: str) -> Printed:
    """A page of a kind that holds given texts; each has an address of its own."""
    parts = [f"{place}{number}", *([place] * (kind.depth - 1))] if kind.depth else []
    url = kind.place + "".join(f"{part}/" for part in parts)
    title = texts[0] if kind.titled else name
    return Printed(url, title, kind.section, texts[1], texts[2], kind.script, kind.style)


def _staged(pages: Sequence[Printed], folder: Path) -> Shard:
    shard = Shard(folder, tuple(page.url for page in pages))
    shard.docs.mkdir(parents=True)
    for page in pages:
        shard.stage(page)
    return shard
