"""What rules on single words share: which words there are, and where a word is not the writer's.

A name, a web address, a hashtag and the title of a law are written as they are written.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache
from operator import itemgetter

from terbit.checks.reading.once import once
from terbit.checks.reading.prose import Text, sentences
from terbit.checks.reading.texts import texts
from terbit.checks.reading.vocabulary import plain
from terbit.core.article import Article

WORD = re.compile(r"[^\W\d_]+(?:['’`][^\W\d_]+)?")
_EDGES = "\"'“”‘’`.,;:!?…()[]{}<>*_~|«»"
_HYPHENS = "-/–—|("

_ADDRESS = re.compile(r"://|www\.|@|^#|\w\.(?:id|com|go|org|net|me|ly|co|html?|pdf|jpe?g|png)\b")
_LAW = re.compile(
    r"\b(?:Undang-Undang|UU|Peraturan|PP|Perpres|Keppres|Inpres|Perda|Pergub|Perbup|Perwali|Perwako"
    r"|Permen\w*|Keputusan|Instruksi|Surat Edaran|SE|Qanun|Ketetapan)\b"
)
_ABOUT = re.compile(r"\btentang\b", re.IGNORECASE)
_SMALL = frozenset(
    "dan atau di ke dari untuk dalam atas bagi yang serta pada dengan oleh antara terhadap sebagai"
    " tentang kepada secara guna".split()
)
_LONGEST_TITLE = 220
_LONGEST_ADDRESS = 300
"""Characters on either side of a word; nobody writes a longer one in a text."""
_MOSTLY = 0.8
"""A text of which so many words have capitals is a title: capitals make no name there."""


@once
def written(article: Article) -> tuple[Text, ...]:
    """The texts that are sentences or parts of them: hashtags are words run together."""
    return tuple(text for text in texts(article) if not text.key.startswith("tagar."))


@once
def words_of(article: Article) -> frozenset[str]:
    """Every different word that the public reads, casefolded; parts between hyphens are words."""
    line = plain(article)
    for mark in _HYPHENS:
        line = line.replace(mark, " ")
    return frozenset(word.strip(_EDGES) for word in set(line.split()))


def like(written: str, word: str, *, titled: bool = False) -> str:
    """A word with the capitals of what was written; `titled` gives each of several words one."""
    letters = [character for character in written if character.isalpha()]
    if len(letters) > 1 and all(letter.isupper() for letter in letters):
        return word.upper()
    if not written[:1].isupper():
        return word
    parts = word.split(" ") if titled else [word]
    return " ".join(part[:1].upper() + part[1:] for part in parts)


def is_title(text: Text) -> bool:
    """Whether nearly every longer word has a capital, as in a headline."""
    return _is_title(text.text)


@lru_cache(maxsize=64)
def _is_title(text: str) -> bool:
    longer = [w for w in WORD.findall(text) if len(w) > 3 and w not in _SMALL]
    capitals = sum(word[0].isupper() for word in longer)
    return len(longer) > 1 and capitals > _MOSTLY * len(longer)


def in_address(text: str, start: int, end: int) -> bool:
    """Whether a word is a part of a web address, e-mail, account, hashtag or file name."""
    first, last = start, end
    while first > max(0, start - _LONGEST_ADDRESS) and not text[first - 1].isspace():
        first -= 1
    while last < min(len(text), end + _LONGEST_ADDRESS) and not text[last].isspace():
        last += 1
    if (first, last) == (start, end):
        return False
    token = text[first:last].lstrip("(“\"'")
    return _ADDRESS.search(token) is not None or "_" in token


def in_name(text: Text, start: int, end: int) -> bool:
    """Whether a word stands in mid-sentence among two and more words with capitals."""
    if not text.text[start].isupper() or is_title(text):
        return False
    first = first_of_sentence(text.text, start)
    if first >= start:
        return False
    left = _capital_before(text.text, start)
    return (left is not None and left > first) or _capital_behind(text.text, end)


def first_of_sentence(text: str, place: int) -> int:
    """Where the first word of the sentence around a place begins."""
    parts = sentences(text)
    index = bisect_right(parts, place, key=itemgetter(1))
    if index == len(parts) or place < parts[index][0]:
        return 0
    word = WORD.search(text, parts[index][0])
    return word.start() if word else parts[index][0]


def _capital_before(text: str, start: int) -> int | None:
    """Where a word with a capital begins that stands right before, or None."""
    gap = start
    while gap > 0 and text[gap - 1] in " \u00a0/&-\n":
        gap -= 1
    begin = gap
    while begin > 0 and (text[begin - 1].isalnum() or text[begin - 1] in "'’."):
        begin -= 1
    word = text[begin:gap]
    return begin if gap < start and word[:1].isupper() else None


def _capital_behind(text: str, end: int) -> bool:
    gap = re.match(r"[ \u00a0/&\n-]{1,3}", text[end : end + 3])
    return bool(gap) and text[end + len(gap[0]) : end + len(gap[0]) + 1].isupper() if gap else False


def in_law_title(text: str, start: int) -> bool:
    """Whether a word belongs to the title of a law: capitals all the way from “tentang”."""
    window = text[max(0, start - _LONGEST_TITLE) : start]
    law = _LAW.search(window)
    about = _ABOUT.search(window, law.end()) if law else None
    if not about or not text[start].isupper():
        return False
    words = WORD.findall(window, about.end())
    return all(word[0].isupper() or word in _SMALL for word in words)


def occurrences(text: Text, wanted: frozenset[str]) -> Iterator[re.Match[str]]:
    """Every place of some casefolded words in a text."""
    folded = text.text.casefold()
    there = tuple(filter(folded.__contains__, wanted))
    # a few letters of other alphabets grow, and places would no longer fit
    exact = len(folded) == len(text.text)
    for start, end in _between_spaces(folded, there) if exact else ((0, len(text.text)),):
        for match in WORD.finditer(text.text, start, end) if there else ():
            if match[0].casefold() in wanted:
                yield match


def _between_spaces(folded: str, words: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    """The stretches without a space in which some words stand, in order."""
    last = 0
    for at in sorted(at for word in words for at in _places(folded, word)):
        if at >= last:
            start = at
            while start > last and not folded[start - 1].isspace():
                start -= 1
            last = at
            while last < len(folded) and not folded[last].isspace():
                last += 1
            yield start, last


def _places(folded: str, word: str) -> Iterator[int]:
    at = folded.find(word)
    while at >= 0:
        yield at
        at = folded.find(word, at + 1)
