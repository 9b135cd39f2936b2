"""NAMA-01: the office, its region and its officials are spelt as kantor.yml spells them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from terbit.checks.base import Context, Rule
from terbit.checks.reading.distance import distance
from terbit.checks.reading.texts import texts
from terbit.core.article import Article
from terbit.core.finding import Finding, Level

SLIPS = 2
"""Up to here two spellings are one word (checks catalogue, NAMA-01)."""

LONG = 9
"""Words from this length on are known without their neighbours."""

MIDDLE = 7
SHORT = 5
SHORTEST = 4

_PREFIXES = ("", "se", "ke", "antar", "ber", "per", "non")
_SUFFIXES = ("", "nya", "ku", "mu", "lah", "kah", "pun", "an")
_DERIVED = re.compile(r"(?:ke|pe|ber|me)\w+(?:an|kan)")
"""Affixed words have real words one letter away, such as pendidikan and penyidikan."""

_OTHER_WORDS = frozenset(
    "propinsi sekretaris sekretariat direktur direktorat inspektor inspectorate".split()
)
"""Right words beside an office's words; “propinsi” stands in older laws and is BHS-01's."""

_PLACE_WORDS = frozenset(
    "provinsi pemprov gubernur wagub sekda pemerintah pemda dprd polda kejati bupati kota".split()
)
_WORD = re.compile(r"[^\W\d_]+")
_HONORIFICS = frozenset("h hj haji hajah dr drs dra ir prof".split())

Name = tuple[str, ...]


@dataclass(frozen=True)
class _Word:
    """A word of a text, casefolded."""

    plain: str
    start: int
    end: int
    capital: bool


@dataclass(frozen=True)
class _Names:
    """How the office writes itself: `written` gives a word back with its capitals."""

    names: tuple[Name, ...]
    written: tuple[tuple[str, str], ...]

    @property
    def vocabulary(self) -> frozenset[str]:
        return frozenset(word for name in self.names for word in name if len(word) >= SHORTEST)

    def spelt(self, word: str) -> str:
        return dict(self.written)[word]


def check(article: Article, context: Context) -> Iterator[Finding]:
    """Words within two slips of the office's own, and names within two of an official's."""
    office = context.office
    names = _own_names((office.name, office.short_name, office.city))
    people = {_parts(official.name): _bare(official.name) for official in office.officials}
    for text in texts(article):
        words = _words(text.text)
        for place, right in (*_misspelt_words(words, names), *_misspelt_people(words, people)):
            wrong = " ".join(text.text[slice(*place)].split())
            yield RULE.in_text(
                article,
                text,
                place,
                f"“{wrong}” tampaknya salah eja",
                f"tulis “{right}”, seperti dalam kantor.yml",
            )


def _words(text: str) -> list[_Word]:
    found = _WORD.finditer(text)
    return [_Word(m[0].casefold(), m.start(), m.end(), m[0][0].isupper()) for m in found]


@lru_cache(maxsize=8)
def _own_names(written: tuple[str, ...]) -> _Names:
    spellings = {word.casefold(): word for name in written for word in _WORD.findall(name)}
    names = tuple(tuple(w.casefold() for w in _WORD.findall(name)) for name in written if name)
    return _Names(names, tuple(spellings.items()))


def _misspelt_words(words: list[_Word], names: _Names) -> Iterator[tuple[tuple[int, int], str]]:
    vocabulary = names.vocabulary
    nobody = _Word("", 0, 0, capital=False)
    neighbours = zip([nobody, *words], words, [*words[1:], nobody], strict=False)
    for before, word, after in neighbours:
        if len(word.plain) < SHORTEST - 1 or _is_right(word.plain, vocabulary):
            continue
        for name in names.names:
            right = next(
                (
                    own
                    for own in _near(word.plain, name)
                    if _means(word, own, (before, after), name, vocabulary)
                ),
                "",
            )
            if right:
                yield (word.start, word.end), names.spelt(right)
                break


@lru_cache(maxsize=8192)
def _is_right(word: str, vocabulary: frozenset[str]) -> bool:
    """An own word, inflected or not, or another word that is right."""
    return word in _OTHER_WORDS or any(
        word[len(prefix) : len(word) - len(suffix)] in vocabulary
        for prefix in _PREFIXES
        if word.startswith(prefix)
        for suffix in _SUFFIXES
        if word.endswith(suffix)
    )


@lru_cache(maxsize=8192)
def _near(word: str, name: Name) -> tuple[str, ...]:
    """The words of a name within two slips."""
    close = (own for own in name if len(own) >= SHORTEST)
    return tuple(own for own in close if distance(word, own, SLIPS) <= SLIPS)


def _means(
    word: _Word, own: str, around: tuple[_Word, _Word], name: Name, vocabulary: frozenset[str]
) -> bool:
    """Whether `word` is `own` misspelt: the shorter, the more its neighbours must say so."""
    before, after = around
    slips = distance(word.plain, own, SLIPS)
    beside = before.plain in vocabulary or after.plain in vocabulary
    if len(own) >= LONG and not _DERIVED.fullmatch(own):
        return True
    if len(own) >= MIDDLE and beside:
        return True
    if slips > 1:
        return False
    if len(own) >= SHORT:
        return beside or (word.capital and before.plain in _PLACE_WORDS)
    place = name.index(own)
    follows = place > 0 and before.plain == name[place - 1]
    return follows and word.capital and word.plain[0] == own[0]


def _bare(name: str) -> str:
    """A person's name without degrees and honorifics."""
    words = name.partition(",")[0].split()
    return " ".join(word for word in words if word.rstrip(".").casefold() not in _HONORIFICS)


def _parts(name: str) -> Name:
    return tuple(word.casefold() for word in _WORD.findall(_bare(name)))


def _misspelt_people(
    words: list[_Word], people: dict[Name, str]
) -> Iterator[tuple[tuple[int, int], str]]:
    for name, written in people.items():
        size, whole = len(name), " ".join(name)
        # a name of one word is too often somebody else's
        limit = SLIPS if len(whole) >= MIDDLE + SHORT else 1
        for first in range(len(words) - size + 1 if size > 1 else 0):
            window = words[first : first + size]
            said = tuple(word.plain for word in window)
            if said in people or not all(word.capital for word in window):
                continue
            if distance(" ".join(said), whole, limit) <= limit:
                yield (window[0].start, window[-1].end), written


RULE = Rule(
    id="NAMA-01",
    level=Level.TOLAK,
    sentence="Nama kantor, daerah, dan pejabat sendiri harus dieja seperti dalam kantor.yml.",
    basis="PermenPANRB 81/2012 (penulisan nama instansi)",
    # the official of the examples stands in the tests' roster
    example_fails="Kartika Sary Dewi membuka rapat koordinasi.",
    example_passes="Kartika Sari Dewi membuka rapat koordinasi.",
    check=check,
)
