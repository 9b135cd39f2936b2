"""The links of an article: where each leads, and by which words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

from terbit.checks.reading.html_tags import all_tags
from terbit.checks.reading.once import once
from terbit.checks.reading.prose import sentence_at, squeeze
from terbit.checks.reading.texts import texts
from terbit.core.article import Article

_ANCHOR = re.compile(r"<a\s(?P<attributes>[^>]*)>(?P<words>.{0,2000}?)</a>", re.DOTALL | re.I)
_HREF = re.compile(r"href\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>]+))", re.IGNORECASE)
_TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True)
class Link:
    """A link with its words, the sentence around it and its line in index.md."""

    href: str
    words: str
    sentence: str
    line: int


@once
def links(article: Article) -> tuple[Link, ...]:
    """Every link of body and head, in order; in the head only a `daftar` says words of them."""
    words = _words_by_address(article) if "<a " in article.rendered else {}
    for row in article.listed:
        if row.link:
            words.setdefault(row.link, []).append(row.name)
    return tuple(_links(article, words))


def _links(article: Article, words: dict[str, list[str]]) -> Iterator[Link]:
    for tag in all_tags(article):
        href = tag.get("href")
        if tag.name in {"a", "area"} and href is not None:
            waiting = words.get(href)
            said = waiting.pop(0) if waiting else ""
            yield Link(href, said, _sentence(article, tag.line, said), tag.line)


def _words_by_address(article: Article) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for match in _ANCHOR.finditer(article.rendered):
        href = _HREF.search(match["attributes"])
        address = next((group for group in href.groups() if group), "") if href else ""
        words = squeeze(unescape(_TAG.sub("", match["words"])))
        found.setdefault(unescape(address), []).append(words)
    return found


def _sentence(article: Article, line: int, words: str) -> str:
    """The sentence in which a link stands; without its words the whole stretch of text."""
    for text in texts(article):
        if text.line <= line <= text.line + text.text.count("\n") and text.key == "isi":
            at = text.text.find(words) if words else -1
            if at >= 0:
                return sentence_at(text.text, at, at + len(words))
    return ""
