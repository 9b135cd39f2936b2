"""One built page as a browser sees it: its tags, its words block by block, and what is hidden."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

from terbit.checks.reading.html_tags import Tag, settled
from terbit.checks.reading.prose import Text

VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
INLINE = frozenset(
    "a abbr b bdi bdo cite code data del dfn em i ins kbd mark q s samp small span strong sub sup"
    " time u var wbr font".split()
)
"""Elements that do not break a line of words (HTML Living Standard, 15.3)."""
UNREAD = frozenset({"script", "style", "template"})
_HIDING = re.compile(
    r"display:none|visibility:hidden|opacity:0(?:[;.]0*)?(?:;|$)|font-size:0(?:px|em|rem|%)?(?:;|$)"
    r"|(?:left|top|text-indent|right|margin-left|margin-top):-\d{3,}|clip:rect\(0"
    r"|(?:width|height):0(?:px)?(?:;|$)|transform:scale\(0"
)


@dataclass(frozen=True)
class Page:
    """What a page holds.

    `shown` and `hidden` are blocks of words; `veiled` the tags inside of hidden elements.
    """

    tags: tuple[Tag, ...]
    shown: tuple[Text, ...]
    hidden: tuple[Text, ...]
    veiled: tuple[Tag, ...]
    ids: frozenset[str]


def read(html: str, first_line: int = 1) -> Page:
    """Read a page or a piece of one; lines count from `first_line`."""
    reader = _Reader(first_line)
    reader.feed(settled(html))
    reader.close()
    reader.end_block()
    return reader.page()


def hides(tag: Tag) -> bool:
    """Whether an element is kept from those who see the page."""
    style = "".join((tag.get("style") or "").split()).casefold()
    return tag.get("hidden") is not None or bool(style and _HIDING.search(style))


@dataclass
class _Words:
    """The words of the block that is being read."""

    line: int = 1
    parts: list[str] = field(default_factory=list)


class _Reader(HTMLParser):
    """Collects tags and blocks; an element that never ends hides what follows it."""

    def __init__(self, first_line: int) -> None:
        super().__init__(convert_charrefs=True)
        self.first_line = first_line
        self.tags: list[Tag] = []
        self.veiled: list[Tag] = []
        self.blocks: dict[bool, list[Text]] = {True: [], False: []}
        self.words = _Words()
        self.veils: list[str] = []
        self.unread = ""

    @property
    def at(self) -> int:
        return self.getpos()[0] + self.first_line - 1

    def page(self) -> Page:
        ids = {value for tag in self.tags for value in (tag.get("id"), tag.get("name")) if value}
        return Page(
            tuple(self.tags),
            tuple(self.blocks[False]),
            tuple(self.blocks[True]),
            tuple(self.veiled),
            frozenset(ids),
        )

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = Tag(tag, tuple((key, value or "") for key, value in attrs), self.at)
        self.tags.append(found)
        hidden = hides(found)
        if tag not in INLINE or hidden:
            self.end_block()
        if self.veils or hidden:
            self.veiled.append(found)
        if tag in VOID:
            return
        if self.veils:
            self.veils += [tag] if tag == self.veils[0] else []
        elif hidden:
            self.veils.append(tag)
        self.unread = tag if tag in UNREAD else self.unread

    def handle_endtag(self, tag: str) -> None:
        if tag not in INLINE or (self.veils and tag == self.veils[0]):
            self.end_block()
        if self.veils and tag == self.veils[0]:
            self.veils.pop()
        if tag == self.unread:
            self.unread = ""

    def handle_data(self, data: str) -> None:
        if self.unread in UNREAD:
            return
        if not self.words.parts:
            self.words.line = self.at
        self.words.parts.append(data)

    def parse_html_declaration(self, i: int) -> int:
        # the standard parser raises AssertionError on unknown marked sections
        if self.rawdata[i : i + 3] == "<![":
            return self.parse_bogus_comment(i)
        return super().parse_html_declaration(i)

    def end_block(self) -> None:
        text = " ".join("".join(self.words.parts).split())
        if text:
            self.blocks[bool(self.veils)].append(Text("", text, self.words.line))
        self.words = _Words()
