"""The words of an article as one line: the cheap question before any costly one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import compress

from terbit.checks.reading.once import once
from terbit.checks.reading.texts import texts
from terbit.core.article import Article

_WORD = re.compile(r"[^\W\d_]+")


@once
def plain(article: Article) -> str:
    """Everything that the public reads, casefolded and on one line."""
    return " ".join(" ".join(text.text for text in texts(article)).casefold().split())


@once
def vocabulary(article: Article) -> frozenset[str]:
    """Every word of `plain`, without digits."""
    return frozenset(_WORD.findall(" ".join(set(plain(article).split()))))


def speaks_of(article: Article, stems: Iterable[str]) -> bool:
    """Whether any of some casefolded stretches of words stands in the article."""
    return any(map(plain(article).__contains__, stems))


def spoken(article: Article, stems: tuple[str, ...]) -> tuple[str, ...]:
    """Those of some casefolded stretches of words that may stand in a text of the article.

    Line breaks within a stretch count as spaces, spaces around it not at all.
    """
    known = _spoken(article)
    if stems not in known:
        known[stems] = tuple(compress(stems, map(plain(article).__contains__, _lines(stems))))
    return known[stems]


@lru_cache(maxsize=1024)
def _lines(stems: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(" ".join(stem.split()) for stem in stems)


@once
def _spoken(article: Article) -> dict[tuple[str, ...], tuple[str, ...]]:
    return {}
