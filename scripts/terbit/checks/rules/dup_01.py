"""DUP-01: the same activity is not published twice."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from functools import lru_cache
from itertools import combinations

from terbit.checks.base import Context, Place, Rule
from terbit.core.article import Article
from terbit.core.finding import Finding, Level

_PLACE = re.compile(r"content/berita/(\d{4})/(\d{2})/([^/]+)/index\.md")
_YEAR = re.compile(r"(?:19|20)\d\d")
_COMMON = frozenset(
    "dan di ke dari untuk pada dengan dalam yang oleh para se atas bagi serta tahun hari bulan"
    " kegiatan acara berita".split()
)
SHARE = 0.6
"""At least two words are shared, and this share of the shorter name; chosen by judgement."""
_KINDS = frozenset({"berita", "konten-foto", "video"})

Month = tuple[int, int]
Pair = tuple[str, str]


def check(article: Article, context: Context) -> Iterator[Finding]:
    """Published items of a like name whose activity was on the same or a neighbouring day."""
    if article.kind not in _KINDS:
        return
    words = _words(article.slug)
    for path in _alike(article, words, context.known_paths):
        day = context.day_of(path)
        if day is not None and abs((day - article.date).days) <= 1:
            address = path.removeprefix("content").removesuffix("index.md")
            yield RULE.finding(
                article.path,
                article.line("judul"),
                f"kegiatan ini tampaknya sudah diberitakan di {address}",
                "perbarui berita itu, atau jelaskan bedanya dalam judul",
                quote=address,
                span=address,
            )


def _alike(article: Article, words: frozenset[str], paths: frozenset[str]) -> Iterator[str]:
    """The paths whose names share most words with the article's."""
    pairs = tuple(combinations(sorted(words), 2))
    for month in _months(article.date):
        named = _named(paths, month)
        for path in dict.fromkeys(path for pair in pairs for path in named.get(pair, ())):
            other = _words(path.rsplit("/", 2)[1])
            enough = len(words & other) >= SHARE * min(len(words), len(other))
            if enough and path != article.path and not _numbered(words, other):
                yield path


def _numbered(one: frozenset[str], other: frozenset[str]) -> bool:
    """“bagian-1” and “bagian-2” are a series."""
    numbers = [{word for word in words if word.isdecimal()} for words in (one, other)]
    return numbers[0] != numbers[1]


def _months(day: date) -> tuple[Month, ...]:
    count = day.year * 12 + day.month - 1
    return tuple(((n // 12), n % 12 + 1) for n in (count - 1, count, count + 1))


def _words(slug: str) -> frozenset[str]:
    """The words of a name that tell activities apart; a year tells none."""
    return frozenset(w for w in slug.split("-") if not _YEAR.fullmatch(w)) - _COMMON


@lru_cache(maxsize=64)
def _named(paths: frozenset[str], month: Month) -> Mapping[Pair, tuple[str, ...]]:
    """The published items of a month by every two words of their names."""
    found: dict[Pair, tuple[str, ...]] = {}
    for path in _by_month(paths).get(month, ()):
        for pair in combinations(sorted(_words(path.rsplit("/", 2)[1])), 2):
            found[pair] = (*found.get(pair, ()), path)
    return found


@lru_cache(maxsize=4)
def _by_month(paths: frozenset[str]) -> Mapping[Month, tuple[str, ...]]:
    found: dict[Month, list[str]] = {}
    for match in filter(None, map(_PLACE.fullmatch, paths)):
        found.setdefault((int(match[1]), int(match[2])), []).append(match[0])
    return {month: tuple(sorted(items)) for month, items in found.items()}


RULE = Rule(
    id="DUP-01",
    level=Level.INGAT,
    sentence="Satu kegiatan cukup diberitakan satu kali.",
    basis="UU 14/2008 Pasal 7 ayat (2): informasi publik akurat, benar, dan tidak menyesatkan",
    example_fails="{berita_lain: {content/berita/2026/11/pengendalian-intern-sepuluh-opd/index.md:"
    " 2026-11-10}}",
    example_passes="{berita_lain: {content/berita/2026/11/pengendalian-intern-tahap-awal/index.md:"
    " 2026-11-03}}",
    check=check,
    place=Place.CASE,
)
