"""The words of a Markdown body as they will be read, each with its line."""

from __future__ import annotations

import re
from functools import lru_cache
from html import unescape
from urllib.parse import unquote

from markdown_it.token import Token

from terbit import markup
from terbit.checks.reading.prose import Text

KEY = "isi"
CELL_GAP = " | "

_COMMENT = re.compile(r"<!--(.*?)(?:-->|\Z)", re.DOTALL)
_TAG = re.compile(r"</?[A-Za-z!?][^>]*>?")
_VALUE = re.compile(r"=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))")


@lru_cache(maxsize=8)
def read(body: str) -> tuple[tuple[Text, ...], tuple[Text, ...]]:
    """(shown, hidden) texts of a body; lines count from 0 at the body's first line."""
    reader = _Reader()
    for token in tokens(body):
        reader.take(token)
    return tuple(reader.shown), tuple(reader.hidden)


def tokens(body: str) -> tuple[Token, ...]:
    """The body as the one Markdown parser sees it."""
    return markup.tokens(body)


class _Reader:
    """Collects texts token by token; a table row is one text with its column headers."""

    def __init__(self) -> None:
        self.shown: list[Text] = []
        self.hidden: list[Text] = []
        self.in_head = False
        self.row: list[str] | None = None
        self.header: list[str] = []

    def take(self, token: Token) -> None:
        line = token.map[0] if token.map else 0
        if token.type in {"thead_open", "thead_close"}:
            self.in_head = token.type == "thead_open"
        elif token.type == "tr_open":
            self.row = []
        elif token.type == "tr_close":
            self.end_row()
        elif token.type == "inline":
            self.inline(token, line)
        elif token.type in {"fence", "code_block"}:
            self.shown.append(Text(KEY, token.content, line + (token.type == "fence")))
        elif token.type == "html_block":
            self.raw(token.content, line)
            self.shown.append(Text(KEY, _without_tags(token.content), line))

    def inline(self, token: Token, line: int) -> None:
        words = "".join(self.child(child, line) for child in token.children or ())
        if self.row is None:
            self.shown.append(Text(KEY, words, line))
            return
        self.row.append(words)
        self.row_line = line

    def child(self, token: Token, line: int) -> str:
        if token.type in {"softbreak", "hardbreak"}:
            return "\n"
        if token.type == "html_inline":
            self.raw(token.content, line)
            return "\n" * token.content.count("\n")
        if token.type == "image":
            self.shown.append(Text(KEY, token.content, line))
        if token.type in {"image", "link_open"}:
            self.hide(str(token.attrs.get("title", "")), line)
            if token.markup != "autolink":
                self.hide(unquote(str(token.attrs.get("href", ""))), line)
            return " " if token.type == "image" else ""
        return token.content

    def raw(self, html: str, line: int) -> None:
        """Comments and attribute values of raw HTML."""
        for match in (*_COMMENT.finditer(html), *_VALUE.finditer(html)):
            value = next((group for group in match.groups() if group), "")
            self.hide(unescape(value), line + html.count("\n", 0, match.start()))

    def hide(self, text: str, line: int) -> None:
        if text.strip():
            self.hidden.append(Text(KEY, text, line))

    def end_row(self) -> None:
        cells = self.row or []
        self.row = None
        if self.in_head:
            self.header = cells
        offsets, length = [], 0
        for cell in cells:
            offsets.append(length)
            length += len(cell) + len(CELL_GAP)
        titles = [""] * len(cells) if self.in_head else self.header
        headers = tuple(zip(offsets, titles, strict=False))
        if cells:
            self.shown.append(Text(KEY, CELL_GAP.join(cells), self.row_line, headers=headers))


def _without_tags(html: str) -> str:
    """The words between tags, with as many newlines as before."""
    return unescape(_TAG.sub(_newlines, _COMMENT.sub(_newlines, html)))


def _newlines(match: re.Match[str]) -> str:
    return "\n" * match[0].count("\n")
