"""Where a text names a person, told by honorifics, titles and words with capitals."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from terbit.checks.reading.people_words import (
    DEGREES,
    GIVEN,
    HONORIFICS,
    INSTITUTIONS,
    POSTS,
    SECOND,
    TITLES,
    is_common,
    places,
)
from terbit.core.office import Office


@dataclass(frozen=True)
class Person:
    """A name at [start, end).

    `sure`: two words, or an honorific or “bernama” before it; else a lone word that needs
    more evidence.
    `titled`: a title stands right before it; `honorific`: “Sdr.”, “Ibu” and the like do.
    """

    start: int
    end: int
    sure: bool
    titled: bool = False
    honorific: bool = False


_WORD = (
    r"(?:[A-Z]\.(?:[A-Z]\.){0,3}|(?:Drs?|Dra|Ir|Prof|Hj|KH|Moh|Muh|Abd|St|Sdri?|Bpk|Tn|Ny|Nn|Plt|Plh|Pjs?)\."
    r"|[A-Z][\w'’`-]*)"
)
_RUN = re.compile(
    rf"(?<![\w.@#/]){_WORD}(?:\s{{1,3}}(?:(?:bin|binti|alias|van|als?\.?)\s)?{_WORD}){{0,11}}"
)
_ONE = re.compile(_WORD)
_INITIALS = re.compile(
    r"(?i:\b(?:ber)?inisial)\s+[\"“”'‘’]?((?:(?:[A-Z]\.\s?){1,4}[A-Z]?|[A-Z]{1,4})(?![\w]))"
)
_HONORIFIC_BEFORE = re.compile(
    r"\b(?:(?:sdri?|saudar[ai]|ibu|bapak|bpk|pak|bu|nona|nn|tn|ny|tuan|nyonya|mbah|nenek"
    r"|kakek|ustaz|ustazah|kiai|mama|om|tante|mbak|mas|almarhum(?:ah)?|alm)\.?|a\.\s?n\.?"
    r"|an\.)\s{1,3}$",
    re.IGNORECASE,
)
_CALLED_BEFORE = re.compile(
    r"\b(?:bernama|(?:ber)?inisial|atas\s+nama|nama)\s{1,3}[\"“‘']?$", re.IGNORECASE
)
_PLACE_BEFORE = re.compile(
    r"\b(?:di|ke|asal|se|wilayah|kawasan|sekitar|jalan|jl\.|gang|gg\.|desa|dusun|kampung|kelurahan"
    r"|kecamatan|kabupaten|kota|provinsi|suku|bahasa|sungai|danau|pulau|kapal|tari|program|lagu"
    r"|negeri|swasta|(?:[A-Z]{2,6}|negeri|nomor|no\.)[- ]?\d{1,3})\s{1,3}$",
    re.IGNORECASE,
)
_FOLK_OF_BEFORE = re.compile(
    r"\b(?:bendahara|kepala|sekretaris|perangkat|aparat(?:ur)?|kader|bidan|staf|kaur|kasi|operator"
    r"|pendamping|ketua|warga)\s+(?:desa|dusun|kampung|kelurahan|kecamatan)\s{1,3}$",
    re.IGNORECASE,
)
"""“bendahara desa Siti Aminah”: behind these may stand the person or the place."""
_AREAS = frozenset("desa dusun kampung kelurahan kecamatan".split())
_TITLE_BEFORE = re.compile(
    r"\b(" + "|".join(sorted(TITLES - {"wakil", "staf"})) + r")\.?\s{1,3}$", re.IGNORECASE
)
_POST = "|".join(sorted(POSTS))
_POST_BEFORE = re.compile(
    rf"\b(?:{_POST})\b(?:[ \n]+(?:(?-i:[A-Z0-9(])[\w.’'()-]*|dan|di|pada|bidang|desa|dinas"
    rf"|sekolah|tim"
    r"|panitia|satu|daerah|umum|pelaksana)){0,12}(?:\s?,|\s[–—-])?\s{0,3}(?:\(?)$",
    re.IGNORECASE,
)
_POST_BEHIND = re.compile(
    r"(?:\s?,\s?(?:S|M|A|Ak|CA|QIA|QRMP|CGCAE|Ph|SE|SH|ST|MM|MT|MAP|MSi|SSTP)\b\.?[\w.]*){0,6}"
    rf"\s{{0,2}}(?:,|\()?\s{{0,2}}(?:selaku|sebagai|yang menjabat(?: sebagai)?)?\s?(?:{_POST})\b",
    re.IGNORECASE,
)
_REACH = 110
_NEAR = 24
_LOUD_NAME = 2
_NAMED_TOO = frozenset({"hakim"})
"""Titles that are the second part of many a name (“Lutfi Hakim”)."""


@lru_cache(maxsize=2048)
def people(text: str) -> tuple[Person, ...]:
    """Every name of a text in order; words in capitals throughout name nobody."""
    found = [person for run in _RUN.finditer(text) for person in _in_run(text, run)]
    for match in _INITIALS.finditer(text):
        if not any(person.start == match.start(1) for person in found):
            found.append(Person(match.start(1), match.end(1), sure=True))
    return tuple(sorted(found, key=lambda person: person.start))


def people_in(text: str, start: int, end: int) -> list[Person]:
    """The names in a sentence of a text, at their places in the text."""
    return [
        replace(person, start=person.start + start, end=person.end + start)
        for person in people(text[start:end])
    ]


_AGED = re.compile(
    r"\s?(?:\(\d{1,2}(?:\s?(?:tahun|th))?\)|,\s?(?:usia\s|berusia\s|umur\s)?\d{1,2}\s(?:tahun|th)\b)"
)
_TOLD_BEFORE = re.compile(
    r"(?:\b(?i:ialah|adalah|yakni|yaitu|milik|bernama|almarhum(?:ah)?|sapaan|dipanggil|disapa"
    r"|menurut|kata|ujar|tutur|oleh|kepada|mendampingi"
    r"|membantu|menjenguk|mengunjungi|mengantar|menjemput|menemui|merawat|menyantuni|membesuk"
    r"|mendatangi|mengevakuasi|menolong|memeriksa|menangani|menangkap)\s"
    r"|[\w)]\s?[,:]\s|[a-z]\s\(|\d\.\s)[\"“‘']?$"
)


_OPENS = re.compile(r"(?:^|[.!?\n][\"”]?)\s*(?:[-*•]\s)?$")
_PAUSE = re.compile(r"\s?[,(–-]")


def evident(text: str, person: Person) -> bool:
    """Whether a name is sure, or a lone word that its age or place shows to be a name."""
    if person.sure or _AGED.match(text, person.end):
        return True
    ahead = text[max(0, person.start - _NEAR) : person.start]
    if _TOLD_BEFORE.search(ahead):
        return True
    return bool(_OPENS.search(ahead) and _PAUSE.match(text, person.end))


def in_office(text: str, person: Person, office: Office) -> bool:
    """Whether a person is named as the holder of a post, or as one of the office's people."""
    if _POST_BEHIND.match(text, person.end):
        return True
    if _POST_BEFORE.search(text, max(0, person.start - _REACH), person.start):
        return True
    name = " ".join(text[person.start : person.end].casefold().split())
    known = [*(one.name for one in office.officials), *(one.name for one in office.appointments)]
    return len(name.split()) > 1 and any(name in one.casefold() for one in known)


def _in_run(text: str, run: re.Match[str]) -> Iterator[Person]:
    """The names among words with capitals; a word for an institution ends the reading."""
    words = list(_ONE.finditer(run[0]))
    if all(_tells_nothing(word[0]) for word in words):
        return
    ahead = text[max(0, run.start() - _NEAR) : run.start()]
    reader = _Reader(
        honorific=bool(_HONORIFIC_BEFORE.search(ahead)),
        titled=bool(_TITLE_BEFORE.search(ahead)),
        called=bool(_CALLED_BEFORE.search(ahead)),
    )
    placed = _PLACE_BEFORE.search(ahead) and not reader.honorific
    if placed and _is_given(words[0]) and _FOLK_OF_BEFORE.search(ahead):
        placed, reader.titled = None, "warga" not in ahead.casefold()
    skip = _leading_place(words) if placed else 0
    offset = run.start()
    i = skip
    while i < len(words):
        step = _place_at(words, i)
        if step:
            yield from reader.flush(offset)
            reader.reset()
            i += step
            continue
        word = words[i][0].rstrip(".").casefold()
        if (
            word in _AREAS
            and reader.titled
            and not reader.names
            and _is_given(*words[i + 1 : i + 2])
        ):
            i += 1
            continue
        if word in INSTITUTIONS and not reader.names:
            return
        if word in INSTITUTIONS:
            break
        yield from reader.take(words[i], word, offset)
        i += 1
    yield from reader.flush(offset)


def _is_given(*words: re.Match[str]) -> bool:
    """Whether a word begins the names of people, never those of places."""
    return any(word[0].rstrip(".").casefold() in GIVEN for word in words)


@lru_cache(maxsize=4096)
def _tells_nothing(written: str) -> bool:
    """Whether a word can be no part of a name, wherever it stands."""
    word = written.rstrip(".").casefold()
    return (is_common(word) and word not in SECOND) or word in INSTITUTIONS or word in TITLES


def _leading_place(words: list[re.Match[str]]) -> int:
    """How many words behind “di” or “Desa” belong to the place: up to an honorific or title."""
    for i, match in enumerate(words):
        word = match[0].rstrip(".").casefold()
        if word in HONORIFICS or word in TITLES:
            return i
    return len(words)


def _place_at(words: list[re.Match[str]], i: int) -> int:
    """How many words from `i` are a known place; a lone one only where nothing stands beside."""
    for length in (3, 2):
        part = tuple(match[0].casefold() for match in words[i : i + length])
        if len(part) == length and part in places():
            return length
    alone = len(words) == 1 and (words[i][0].casefold(),) in places()
    return 1 if alone else 0


class _Reader:
    """Gathers the words of one name at a time."""

    def __init__(self, *, honorific: bool, titled: bool, called: bool) -> None:
        self.honorific = honorific
        self.titled = titled
        self.called = called
        self.names: list[tuple[int, int]] = []
        self.bare_degrees = True

    def reset(self) -> None:
        self.names, self.bare_degrees = [], True
        self.honorific = self.titled = self.called = False

    def take(self, match: re.Match[str], word: str, offset: int) -> Iterator[Person]:
        if word in HONORIFICS:
            yield from self.flush(offset)
            self.reset()
            self.honorific = True
        elif word in TITLES and not (self.names and word in _NAMED_TOO):
            yield from self.flush(offset)
            self.reset()
            self.titled = True
        elif (is_common(word) and not (self.names and word in SECOND)) or _is_acronym(
            match[0], honorific=self.honorific or self.called
        ):
            yield from self.flush(offset)
            self.reset()
            self.called = word == "bernama"
        elif (
            (self.honorific or self.called) and match[0].isupper() and len(self.names) == _LOUD_NAME
        ):
            return
        else:
            self.bare_degrees = self.bare_degrees and word in DEGREES
            self.names.append(match.span())

    def flush(self, offset: int) -> Iterator[Person]:
        if not self.names:
            return
        if self.bare_degrees and not (self.honorific or self.called):
            self.names = []
            return
        sure = len(self.names) > 1 or self.honorific or self.called
        start, end = self.names[0][0] + offset, self.names[-1][1] + offset
        yield Person(start, end, sure, self.titled, self.honorific)
        self.names = []


def _is_acronym(word: str, *, honorific: bool) -> bool:
    """Digits or capitals throughout: no name, but capitals may name somebody honoured."""
    if any(map(str.isdigit, word)):
        return True
    return len(word) > 1 and word.isupper() and "." not in word and not honorific
