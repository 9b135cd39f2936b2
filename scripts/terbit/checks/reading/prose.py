"""Stretches of Indonesian prose: their place in the source and their sentences."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from operator import itemgetter


@dataclass(frozen=True)
class Text:
    """One stretch of words.

    `key` is a front-matter key path or "isi"; `line` is 1-based; `region` holds the source
    lines of a front-matter value (empty for the body, where newlines count lines);
    `headers` gives for each table cell its offset and the words at the head of its column.
    """

    key: str
    text: str
    line: int
    region: tuple[str, ...] = ()
    headers: tuple[tuple[int, str], ...] = ()

    def line_at(self, start: int, end: int) -> int:
        """The source line on which the characters from `start` begin."""
        if not self.region:
            return self.line + self.text.count("\n", 0, start)
        fragment = self.text[start:end].strip()
        for needle in (fragment.split("\n")[0], *fragment.split()[:1]):
            for offset, source in enumerate(self.region):
                if needle and needle in source:
                    return self.line + offset
        return self.line

    def before(self, start: int, length: int) -> str:
        """Up to `length` characters before `start`; in a table led by the column's header."""
        index = bisect_right(self.headers, start, key=itemgetter(0))
        cell, header = self.headers[index - 1] if index else (0, "")
        lead = f"{header}: " if header else ""
        return lead + self.text[max(cell, start - length) : start]


def squeeze(text: str) -> str:
    """The text on one line."""
    return " ".join(text.split())


_ABBREVIATIONS = frozenset(
    "no jl gg tgl telp tlp dr drs dra ir prof hj sdr sdri bpk plt plh pj pjs kab kec kel prov dll"
    " dsb dst yth rp hal ps vol maks min tn ny jend jan feb mar apr jun jul agu ags sep sept okt"
    " nov des st pt cv".split()
)
_STOP = re.compile(r"(?<![.!?…])[.!?…]+[\"'”’)\]]*(?=\s+[\"'“‘(\[]*[^\W_a-z])|\n\s*\n")
_LAST_WORD = re.compile(r"[^\s(\"“'‘]+$")
_LONGEST_WORD = 40
LONGEST_SENTENCE = 2000
"""Characters; what runs on longer is cut, so that no finding carries a whole file."""


@lru_cache(maxsize=4096)
def sentences(text: str) -> tuple[tuple[int, int], ...]:
    """(start, end) of each sentence; dots of abbreviations, degrees and initials end none."""
    found: list[tuple[int, int]] = []
    start = 0
    for stop in _STOP.finditer(text):
        if text[stop.start()] == "." and _abbreviated(text, start, stop.start()):
            continue
        found += _pieces(start, stop.end())
        start = stop.end()
    if text[start:].strip():
        found += _pieces(start, len(text))
    return tuple(found)


def _pieces(start: int, end: int) -> list[tuple[int, int]]:
    cuts = [*range(start, end, LONGEST_SENTENCE), end]
    return list(pairwise(cuts))


def sentence_at(text: str, start: int, end: int) -> str:
    """The whole sentence or sentences that hold the characters from `start` to `end`."""
    parts = sentences(text)
    first = bisect_right(parts, start, key=itemgetter(1))
    last = bisect_left(parts, max(end, start + 1), key=itemgetter(0))
    return squeeze(text[parts[first][0] : parts[last - 1][1]]) if first < last else squeeze(text)


def _abbreviated(text: str, start: int, dot: int) -> bool:
    match = _LAST_WORD.search(text, max(start, dot - _LONGEST_WORD), dot)
    word = match[0] if match else ""
    initial = len(word) == 1 and word.isalpha()
    dotted = "." in word and not word[-1].isdecimal()
    return initial or dotted or word.casefold() in _ABBREVIATIONS
