"""Texts on one line, and texts ended early at a word, where somebody would end them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import pairwise

ELLIPSIS = "…"
_ABBREVIATIONS = frozenset(
    "al alm bpk cq dll dr dra drg drs dsb dst dt gg hj hlm ir jl kab kec kel kol ltd no nn ny pdt"
    " pj plh plt prof prov pt rp rt rw s.d sdr sdri tbk tgk tgl tn ust yth".split()
)
_DANGLING = frozenset(
    "adalah agar akan atas atau bagi bahwa dalam dan dari demi dengan di hingga kepada ke karena"
    " maupun melalui oleh pada para saat sampai sebagai sebanyak sebesar secara sejak serta"
    " setelah tentang terhadap tetapi untuk yaitu yakni yang".split()
)
_ADDRESS = re.compile(r"://|www\.|\w\.\w{2,}/")
_PAUSES, _OPENING = ",;:!?)”", "(“\"'"
_WORD = re.compile(r"\S+")


def line(text: str) -> str:
    """A text on one line with single spaces."""
    return " ".join(text.split())


def cut(text: str, fits: Callable[[str], bool]) -> str:
    """A text ended at a word with "…" so that it fits; empty where it can end nowhere.

    No number, date, amount or abbreviation is divided, and no web address: "Rp 3…" would lie.
    """
    tried = (_ended(_tidy(text[:end])) for end in _ends(text))
    return next((shorter for shorter in tried if fits(shorter)), "")


def shorten(text: str, limit: int, count: Callable[[str], int] = len) -> str:
    """A text as it is where it fits into a limit, else ended at a word with "…"."""
    return text if count(text) <= limit else cut(text, lambda part: count(part) <= limit)


def dangling(word: str) -> bool:
    """Whether a word leads on to the next, so that nothing should end with it."""
    return word.casefold() in _DANGLING


def abbreviated(word: str) -> bool:
    """Whether a word is an abbreviation, initials or a degree, whose point ends no sentence."""
    bare = word.strip("(“\"'").rstrip(".").casefold()
    initials = re.fullmatch(r"[(“\"']*([A-Za-z]{1,4}\.)*[A-Z]", word.rstrip("."))
    degree = "." in bare and re.fullmatch(r"[a-z.]{2,9}", bare)
    return bare in _ABBREVIATIONS or bool(initials) or bool(degree)


def _ends(text: str) -> Iterator[int]:
    """Where a text may end early, longest first; inside a name only if nothing else is left."""
    words = list(_WORD.finditer(text))
    gaps = list(pairwise(words))
    loose = [(a, b) for a, b in reversed(gaps) if not _is_amount(a[0], b[0])]
    yield from (a.end() for a, b in loose if not _is_name(a[0], b[0]))
    yield from (a.end() for a, _ in loose)


def _is_name(first: str, second: str) -> bool:
    """Whether two words are parts of one name."""
    return first[-1] not in _PAUSES and _capital(first) and _capital(second)


def _is_amount(first: str, second: str) -> bool:
    """Whether two words are a number and its unit, parts of a date, or an abbreviation's."""
    if first[-1] in _PAUSES:
        return False
    return second.lstrip(_OPENING)[:1].isdigit() or first[-1].isdigit() or abbreviated(first)


def _capital(word: str) -> bool:
    return word.lstrip(_OPENING)[:1].isupper()


def _ended(text: str) -> str:
    """The text with an ellipsis that cannot be taken for a part of its last address."""
    last = text.rpartition(" ")[2]
    return f"{text} {ELLIPSIS}" if _ADDRESS.search(last) else text + ELLIPSIS


def _tidy(text: str) -> str:
    """Without the small words and marks that make no sense at an end."""
    words = text.split(" ")
    while len(words) > 1 and words[-1].strip(",;:–—-(").casefold() in _DANGLING | {""}:
        words.pop()
    said = " ".join(words)
    return said if "://" in words[-1] else said.rstrip(" ,;:–—-.(…")
