"""NAMA-01: the office, its region and its officials are spelt as kantor.yml spells them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from terbit.checks.base import Context, Rule
from terbit.checks.reading.distance import distance
from terbit.checks.reading.officials import is_post, mentions, own_names, parts, without_office
from terbit.checks.reading.texts import texts
from terbit.checks.reading.vocabulary import vocabulary
from terbit.core.article import Article
from terbit.core.finding import Finding, Level
from terbit.core.office import Office

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


class _Speller:
    """The words of the office's names and of its officials; each word is compared once."""

    def __init__(self, written: tuple[str, ...], officials: tuple[str, ...]) -> None:
        self.written = {word.casefold(): word for name in written for word in _WORD.findall(name)}
        self.names = [tuple(w.casefold() for w in _WORD.findall(name)) for name in written if name]
        self.people = {parts(name): _bare(name) for name in officials}
        self.alone = frozenset(name[0] for name in self.people if len(name) == 1)
        self.vocabulary = frozenset(
            word for name in self.names for word in name if len(word) >= SHORTEST
        )
        self.tokens = frozenset(word for name in self.people for word in name)
        self.near = lru_cache(maxsize=_REMEMBERED)(self._near)
        self.near_people = lru_cache(maxsize=_REMEMBERED)(self._near_people)

    def _near(self, word: str) -> tuple[tuple[Name, str], ...]:
        """The own words within two slips with the name they stand in; none for a right word."""
        if len(word) < SHORTEST - 1 or _is_right(word, self.vocabulary):
            return ()
        return tuple(
            (name, own)
            for name in self.names
            for own in name
            if len(own) >= SHORTEST and _is_near(word, own)
        )

    def _near_people(self, word: str) -> frozenset[str]:
        """The words of officials' names within two slips."""
        return frozenset(own for own in self.tokens if _is_near(word, own))

    def spoken_of(self, words: frozenset[str]) -> dict[Name, str]:
        """The officials each word of whose names stands there, rightly or nearly so."""
        said = frozenset().union(*map(self.near_people, words))
        return {name: written for name, written in self.people.items() if said.issuperset(name)}

    def asked(
        self, words: frozenset[str], people: dict[Name, str]
    ) -> tuple[frozenset[str], frozenset[str]]:
        """Words that may begin an official's name, and misspellings of names of one word."""
        first = {name[0] for name in people if len(name) > 1}
        near = [(word, own) for word in words if (own := self.near_people(word))]
        firsts = frozenset(word for word, own in near if not first.isdisjoint(own))
        return firsts, frozenset(w for w, own in near if own & self.alone and w not in self.alone)


_NONE: frozenset[str] = frozenset()
_REMEMBERED = 65_536


def _is_near(word: str, own: str) -> bool:
    """Whether two words are within two slips; each slip changes two letters at most."""
    if abs(len(word) - len(own)) > SLIPS or len(set(word) ^ set(own)) > 2 * SLIPS:
        return False
    return distance(word, own, SLIPS) <= SLIPS


@lru_cache(maxsize=8)
def _speller(written: tuple[str, ...], officials: tuple[str, ...]) -> _Speller:
    return _Speller(written, officials)


def check(article: Article, context: Context) -> Iterator[Finding]:
    """Words within two slips of the office's own, and names within two of an official's."""
    office = context.office
    speller = _speller(
        (office.name, office.short_name, office.city), tuple(row.name for row in office.officials)
    )
    said = vocabulary(article)
    people = speller.spoken_of(said)
    doubtful = frozenset(word for word in said if speller.near(word))
    if not people and not doubtful:
        return
    asked = (doubtful, *speller.asked(said, people)) if people else (doubtful, _NONE, _NONE)
    for text in texts(article):
        for place, right in _misspelt(text.text, office, speller, people, asked):
            wrong = " ".join(text.text[slice(*place)].split())
            yield RULE.in_text(
                article,
                text,
                place,
                f"“{wrong}” tampaknya salah eja",
                f"tulis “{right}”, seperti dalam kantor.yml",
            )


def _misspelt(
    text: str,
    office: Office,
    speller: _Speller,
    people: dict[Name, str],
    asked: tuple[frozenset[str], ...],
) -> Iterator[tuple[tuple[int, int], str]]:
    folded, (doubtful, firsts, alone) = text.casefold(), asked
    if any(map(folded.__contains__, doubtful)):
        yield from _misspelt_words(list(_WORD.finditer(text)), speller, doubtful)
    if any(map(folded.__contains__, firsts)):
        yield from _misspelt_people(text, people, speller, firsts)
    if any(map(folded.__contains__, alone)):
        yield from _misspelt_alone(text, office)


def _word(match: re.Match[str]) -> _Word:
    return _Word(match[0].casefold(), match.start(), match.end(), match[0][0].isupper())


def _misspelt_words(
    words: list[re.Match[str]], speller: _Speller, doubtful: frozenset[str]
) -> Iterator[tuple[tuple[int, int], str]]:
    nobody = _Word("", 0, 0, capital=False)
    for place, match in enumerate(words):
        if match[0].casefold() not in doubtful:
            continue
        word = _word(match)
        before = _word(words[place - 1]) if place else nobody
        after = _word(words[place + 1]) if place + 1 < len(words) else nobody
        for name, own in speller.near(word.plain):
            if _means(word, own, (before, after), name, speller.vocabulary):
                yield match.span(), speller.written[own]
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


def _misspelt_people(
    text: str, people: dict[Name, str], speller: _Speller, firsts: frozenset[str]
) -> Iterator[tuple[tuple[int, int], str]]:
    words = list(_WORD.finditer(text))
    for place, match in enumerate(words):
        if not match[0][0].isupper() or match[0].casefold() not in firsts:
            continue
        begun = speller.near_people(match[0].casefold())
        for name, written in people.items():
            window = words[place : place + len(name)]
            if name[0] in begun and 1 < len(name) == len(window):
                yield from _misspelt_person(window, name, written, speller)


def _misspelt_person(
    window: list[re.Match[str]], name: Name, written: str, speller: _Speller
) -> Iterator[tuple[tuple[int, int], str]]:
    said, whole = tuple(match[0].casefold() for match in window), " ".join(name)
    if said in speller.people or not all(match[0][0].isupper() for match in window):
        return
    # a short name is too often somebody else's
    limit = SLIPS if len(whole) >= MIDDLE + SHORT else 1
    if distance(" ".join(said), whole, limit) <= limit:
        yield (window[0].start(), window[-1].end()), written


def _misspelt_alone(text: str, office: Office) -> Iterator[tuple[tuple[int, int], str]]:
    """A name of one word is known by the post before it alone."""
    own = own_names(office)
    alone = {parts(row.name): row for row in office.officials if len(parts(row.name)) == 1}
    if not alone:
        return
    for mention in mentions(text, own.words):
        post, _ = without_office(mention.position, own)
        for (name,), row in alone.items():
            if len(mention.name) != 1 or not is_post(row.position, post, own):
                continue
            said = mention.name[0]
            if said != name and distance(said, name, SLIPS) <= SLIPS:
                start = text.casefold().index(said, mention.start)
                yield (start, start + len(said)), _bare(row.name)


RULE = Rule(
    id="NAMA-01",
    level=Level.TOLAK,
    sentence="Nama kantor, daerah, dan pejabat kantor ini harus dieja seperti dalam kantor.yml.",
    basis="PermenPANRB 81/2012: penulisan nama instansi",
    # the official of the examples stands in the tests' roster
    example_fails="Kartika Sary Dewi membuka rapat koordinasi.",
    example_passes="Kartika Sari Dewi membuka rapat koordinasi.",
    check=check,
    exceptions=True,
)
