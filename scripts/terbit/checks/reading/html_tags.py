"""The tags of an article as a browser would see them, each with its source line."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from html.parser import HTMLParser
from urllib.parse import unquote

from markdown_it.token import Token

from terbit import markup
from terbit.checks.reading.body import tokens
from terbit.checks.reading.once import once
from terbit.checks.reading.prose import Text
from terbit.checks.reading.texts import front_texts
from terbit.core.article import Article

STYLE_TEXT = "#style"
"""Name of the pseudo tag that carries the words inside a <style>."""

_COMMENT_END = re.compile(r"--\s*>")
"""Where Python's parser ends a comment."""

Attributes = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Tag:
    """An opening tag with decoded attributes; `line` is 1-based in index.md."""

    name: str
    attributes: Attributes
    line: int

    def get(self, name: str) -> str | None:
        """The value of an attribute ("" where it has none), or None where it is absent."""
        return next((value for key, value in self.attributes if key == name), None)


@once
def body_tags(article: Article) -> tuple[Tag, ...]:
    """The tags of the rendered body, in order."""
    return tuple(replace(tag, line=tag.line + article.body_line) for tag in _body(article.body))


def inner_tags(tag: Tag) -> tuple[Tag, ...]:
    """Tags written inside of a tag's values: some elements make a browser read them as tags."""
    written = [value for _, value in tag.attributes if "<" in value]
    return tuple(
        Tag(name, attributes, tag.line)
        for value in written
        for name, attributes, _ in _parse([value])
    )


@once
def all_tags(article: Article) -> tuple[Tag, ...]:
    """The tags of the body and of every text of the head, read as Markdown."""
    return (*body_tags(article), *_head_tags(article))


def _head_tags(article: Article) -> Iterator[Tag]:
    for text in front_texts(article):
        if "<" in text.text or "](" in text.text or "]:" in text.text:
            for name, attributes, _ in _parse([markup.render(text.text)]):
                yield Tag(name, attributes, _line_in(text, name, attributes))
    if article.video:
        yield Tag("a", (("href", article.video.link),), article.line("video.tautan"))
    for i, row in enumerate(article.listed):
        if row.link:
            yield Tag("a", (("href", row.link),), article.line(f"daftar.{i}.tautan"))


def _line_in(text: Text, name: str, attributes: Attributes) -> int:
    folded = text.text.casefold()
    found = (folded.find(needle) for needle in _needles(name, attributes))
    start = next((place for place in found if place >= 0), 0)
    end = folded.find("\n", start)
    return text.line_at(start, end if end >= 0 else len(folded))


@dataclass(frozen=True)
class _Block:
    """A top-level block of the body: its rendered HTML and its first and last source line."""

    html: str
    first: int
    last: int


@lru_cache(maxsize=8)
def _body(body: str) -> tuple[Tag, ...]:
    blocks = _blocks(body)
    finder = _Finder(body)
    return tuple(
        Tag(name, attributes, finder.line(name, attributes, blocks[block]))
        for name, attributes, block in _parse([block.html for block in blocks])
    )


def _blocks(body: str) -> list[_Block]:
    parser = markup.parser()
    found: list[_Block] = []
    group: list[Token] = []
    for token in tokens(body):
        group.append(token)
        if token.level == 0 and token.nesting <= 0:
            html = str(parser.renderer.render(group, parser.options, {}))
            first, last = group[0].map or (0, 1)
            found.append(_Block(html, first, max(first, last - 1)))
            group = []
    return found


class _Finder:
    """Finds tags again in the source; the n-th tag of a kind is the n-th place of it."""

    def __init__(self, body: str) -> None:
        self.lines = [line.casefold() for line in body.split("\n")]
        self.seen: Counter[tuple[int, str]] = Counter()
        self.places: dict[tuple[int, str], list[int]] = {}

    def line(self, name: str, attributes: Attributes, block: _Block) -> int:
        for needle in _needles(name, attributes):
            key = (block.first, needle)
            inside = self.all(needle, block.first, block.last + 1)
            if self.seen[key] < len(inside):
                self.seen[key] += 1
                return inside[self.seen[key] - 1]
            anywhere = (
                self.all(needle, 0, len(self.lines)) if ":" in needle or "/" in needle else []
            )
            if anywhere and not inside:
                return anywhere[0]
        return block.first

    def all(self, needle: str, first: int, end: int) -> list[int]:
        """The line of each place of a needle, in order."""
        if (end, needle) not in self.places:
            numbered = enumerate(self.lines[first:end], start=first)
            found = [number for number, line in numbered for _ in range(line.count(needle))]
            self.places[end, needle] = found
        return self.places[end, needle]


def _needles(name: str, attributes: Attributes) -> Iterator[str]:
    for key, value in attributes:
        if key in {"href", "src"} and value:
            yield value.casefold()
            yield unquote(value).casefold()
    yield f"<{name}"
    if name == "img":
        yield "!["


def _parse(pieces: list[str]) -> list[tuple[str, Attributes, int]]:
    """(name, attributes, index of its piece) of each tag in HTML given in pieces."""
    scanner = _Scanner()
    starts, line = [], 1
    for piece in pieces:
        starts.append(line)
        line += piece.count("\n")
    # an unfinished tag at the end would be finished by whatever a page puts behind it
    scanner.feed(settled("".join(pieces) + ">"))
    scanner.close()
    return [
        (name, attributes, max(0, bisect_right(starts, at) - 1))
        for name, attributes, at in scanner.found
    ]


def settled(html: str) -> str:
    """HTML in which what is never closed is words; a parser would look for each end to the last.

    Browsers take an open comment for the rest of the page; here what stands in it is read.
    """
    closed = max((match.end() for match in _COMMENT_END.finditer(html)), default=0)
    html = html[:closed] + html[closed:].replace("<!--", "&lt;!--")
    ended = html.rfind(">") + 1
    return html[:ended] + html[ended:].replace("<", "&lt;")


class _Scanner(HTMLParser):
    """Collects (name, attributes, line of the HTML) of every opening tag."""

    def __init__(self, first_line: int = 1) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[tuple[str, Attributes, int]] = []
        self.first_line = first_line

    @property
    def at(self) -> int:
        return self.getpos()[0] + self.first_line - 1

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = tuple((key, value or "") for key, value in attrs)
        self.found.append((tag, attributes, self.at))

    def handle_data(self, data: str) -> None:
        if self.cdata_elem == "style":
            self.found.append((STYLE_TEXT, (("style", data),), self.at))

    def handle_comment(self, data: str) -> None:
        # browsers end some comments earlier than this parser does, such as <!-->
        if "<" in data:
            inner = _Scanner(self.at)
            # a declaration within would be another comment, and so on
            inner.feed(settled(data.replace("<!", "") + ">"))
            inner.close()
            self.found.extend(inner.found)

    def parse_html_declaration(self, i: int) -> int:
        # the standard parser raises AssertionError on unknown marked sections
        if self.rawdata[i : i + 3] == "<![":
            return self.parse_bogus_comment(i)
        return super().parse_html_declaration(i)
