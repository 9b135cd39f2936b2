"""Officials in prose: a post, who acts in it, and the person named beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import takewhile

from terbit.checks.reading.distance import distance
from terbit.checks.reading.institutions import INSTITUTION
from terbit.core.office import Office, Official

Words = tuple[str, ...]

DEFINITIVE = "definitif"
STATUSES = {
    "plt": "plt", "pelaksana tugas": "plt",
    "plh": "plh", "pelaksana harian": "plh",
    "pj": "pj", "pjs": "pj", "penjabat": "pj", "penjabat sementara": "pj",
}  # fmt: skip
"""How acting officials are called in prose, by the status of kantor.yml."""

HEADS = (
    "Wakil Gubernur|Gubernur|Wakil Bupati|Bupati|Wakil Wali Kota|Wali Kota|Walikota"
    "|Sekretaris|Inspektur|Kepala|Wakil Kepala|Asisten|Staf Ahli|Direktur|Wakil Direktur|Camat"
    "|Lurah|Ketua|Wakil Ketua|Sekda|Sekdis|Kadis|Kaban|Kabid|Kabag|Kasubbag|Karo|Irban|Kapuskesmas"
    "|Pengawas"
)
"""Words that begin the name of a post."""

_TERRITORY = frozenset("provinsi propinsi kabupaten kota kecamatan kelurahan desa".split())
_SIDES = frozenset(
    "timur barat selatan utara tengah tenggara raya besar hulu hilir baru lama indah dalam".split()
)
HONORIFICS = frozenset(
    "h hj haji hajah dr drg drh drs dra ir prof bapak bpk ibu pak bu sdr sdri apt ns kh tgk"
    " gus".split()
)
_STATUS = (
    r"Pelaksana\s+Tugas(?:\s*\(\s*Plt\.?\s*\))?|Pelaksana\s+Harian(?:\s*\(\s*Plh\.?\s*\))?"
    r"|Penjabat(?:\s+Sementara)?(?:\s*\(\s*Pjs?\.?\s*\))?"
    r"|(?:Plt|Plh|Pjs?|PLT|PLH|PJS?|plt|plh)\b\.?"
)
_HEAD = re.compile(rf"(?<![\w.-])(?:(?P<status>{_STATUS})\s{{0,3}})?\b(?P<head>{HEADS})\b(?![-/])")
_TOKEN = re.compile(
    r"(\s+(?:sekaligus|merangkap|selaku|yang\s+juga)\s+[^,.;:()|]{3,60},\s+"
    r"(?=[A-Z][^,.;:()|]{3,40},\s+(?:me[mnlr]|ber|di|hadir|ikut|turut))"
    r"|(?:\s+(?:yang\s+baru|saat\s+ini|sekarang))?(?:\s*,|\s+[–—-])?\s+(?:(?:ya(?:itu|kni)"
    r"|adalah|ialah|bernama|(?:yang\s+)?(?:saat\s+ini\s+|kini\s+|sekarang\s+|masih\s+)?"
    r"di(?:jabat|emban|pegang|duduki|isi)(?:\s+oleh)?)\s+)?"
    r"|\s*[,|(]\s*|:\s+(?=[^\n:]{4,60}$))([^\s,|():]+)"
)
_ROMAN = re.compile(r"[IVX]+")
_FIRST_OF_BALI = re.compile(
    r"\s+(?:Made|Wayan|Nyoman|Ketut|Gede|Gde|Putu|Kadek|Komang|Gusti|Nengah|Dewa|Ketoet|Luh)\b"
)
"""“I Made …”: the letter is a part of the name, not the number of a post."""
_SIGNED = re.compile(
    r"(?:(?:H|Hj|Drs?|Dra|Ir|Prof|dr|drg|drh)\.|Bapak|Ibu)\s"
    r"|[A-Z][\w'’.-]*(?:\s[A-Z][\w'’.-]*){0,4},\s?[A-Z][A-Za-z]{0,4}\."
)
"""Only a title or a degree shows that words behind a colon are a name."""
_SHORT = {"prov": "provinsi", "prop": "provinsi", "kab": "kabupaten", "kec": "kecamatan"}
DEGREE = re.compile(
    r"(?:[A-Z][A-Za-z]{0,4}\.){1,4}[A-Za-z]{0,4}\.?|S[EHTPI]|M[MHTSPAK]|MSi|MPd|S[A-Z]?Sos|SSTP|SKM|AP"
)
_FRONT_DEGREE = frozenset("dr. drg. drh. drs. dra. ir. prof. h. hj. apt. ns. kh.".split())
_FRONT_TITLES = frozenset(title.rstrip(".") for title in _FRONT_DEGREE)
_LONGEST = 16
"""Words after the head of a post that may belong to it and to the person."""

_NAME_BEFORE = re.compile(
    r"(?P<name>[A-Z][\w'’-]*\.?(?:\s+(?:[A-Z][\w'’-]*\.?|bin|binti)){0,4})"
    r"(?:,\s*(?:[A-Z][\w.]{0,8}\.?)(?:,?\s+[A-Z][\w.]{0,8}\.){0,3})?"
    r"\s*(?:,\s*(?:selaku|sebagai|yang\s+(?:juga|kini|saat\s+ini|sehari-hari)(?:\s+menjabat)?(?:\s+sebagai)?|yang\s+menjabat)?|\(|\||\bselaku|\bsebagai|\byang\s+menjabat(?:\s+sebagai)?)"
    r"\s*$"
)
_FORMERLY = re.compile(
    r"\b(?:mantan|eks|bekas|pernah|sebelumnya|semula|purna\w*|pensiunan|almarhum(?:ah)?|dilantik"
    r"|pelantikan|melantik|serah\s+terima|sertijab|menggantikan|digantikan|pengganti|definitif"
    r"|periode|menjabat\s+sejak|hingga\s+dilantik|lama|diangkat|ditunjuk|calon|terpilih)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Mention:
    """A post at [start, end) of a text; `name` are the words of the person beside it.

    `status` is that of kantor.yml, `position` the words of the post with its institution,
    `loose` says that no comma parts them from the name, so that a place may stand in it.
    """

    start: int
    end: int
    status: str
    position: Words
    name: Words
    loose: bool = False
    before: bool = False


@lru_cache(maxsize=256)
def formerly(sentence: str) -> bool:
    """Whether a sentence tells of a change of officials or of a former one."""
    return bool(_FORMERLY.search(sentence))


def parts(name: str) -> Words:
    """A name in small letters, without degrees and honorifics."""
    words = name.partition(",")[0].replace(".", ". ").split()
    plain = (word.rstrip(".").casefold() for word in words)
    return tuple(word for word in plain if word and word not in HONORIFICS)


@lru_cache(maxsize=4096)
def mentions(text: str, own: frozenset[str] = frozenset()) -> tuple[Mention, ...]:
    """Every post of a text; words of `own` are never part of a name."""
    return tuple(_mention(text, match, own) for match in _HEAD.finditer(text))


def _mention(text: str, match: re.Match[str], own: frozenset[str]) -> Mention:
    reader = _Reader(own)
    reader.read(text, match.end())
    status = _status(match["status"] or "")
    position = (*match["head"].casefold().split(), *reader.position)
    end = reader.end or match.end()
    if reader.name:
        return Mention(match.start(), end, status, position, tuple(reader.name), reader.loose)
    name = _name_before(text, match.start(), own)
    return Mention(match.start(), end, status, position, name, before=bool(name))


def _status(written: str) -> str:
    words = " ".join(re.sub(r"\(.*", "", written).replace(".", "").casefold().split())
    return STATUSES.get(words, DEFINITIVE)


def _name_before(text: str, start: int, own: frozenset[str]) -> Words:
    """“Nama, Gelar, selaku Sekretaris”: the name ahead of a post."""
    found = _NAME_BEFORE.search(text, max(0, start - 90), start)
    if not found:
        return ()
    name = parts(found["name"])
    foreign = any(word in INSTITUTION or word in own for word in name)
    return () if foreign or len(name) < 2 or found["name"].isupper() else name


class _Reader:
    """Reads the words behind a post: first those of the post, then those of the person."""

    def __init__(self, own: frozenset[str]) -> None:
        self.own = own
        self.position: list[str] = []
        self.name: list[str] = []
        self.end = 0
        self.loose = False
        self.place = False

    def read(self, text: str, start: int) -> None:
        at, commas = start, 0
        for _ in range(_LONGEST):
            token = _TOKEN.match(text, at)
            if not token:
                return
            gap, word = token[1], token[2]
            if ":" in gap and not _SIGNED.match(text, token.start(2)):
                return
            if word == "I" and self._named_like_balinese(text, token.end()):
                word = "I."
            parted = not gap.isspace()
            if parted and (commas or not self._may_part(gap, word)):
                return
            commas += parted
            if not self.take(word, parted=parted):
                return
            at = self.end = token.end()
            if word[-1] in '.;:!?”"' and not _abbreviation(word):
                return

    def _named_like_balinese(self, text: str, end: int) -> bool:
        behind_own = bool(self.position) and self.position[-1] in self.own
        return behind_own and not self.name and bool(_FIRST_OF_BALI.match(text, end))

    def _may_part(self, gap: str, word: str) -> bool:
        """After a comma may stand the person, as in “Camat Contoh Raya, Budi”, but no degree."""
        if DEGREE.fullmatch(word) and word.casefold() not in _FRONT_DEGREE:
            return False
        if self._is_position(word) or ("(" in gap and self.name):
            return False
        if self.name:
            if not word[:1].isupper():
                return False
            self.position, self.name, self.loose = [*self.position, *self.name], [], False
        return True

    def take(self, word: str, *, parted: bool) -> bool:
        plain = _plain(word)
        if not plain:
            return False
        if plain in {"dan", "serta", "&"}:
            return not self.name and not parted and self._joins(plain)
        if plain in _FRONT_TITLES and word.endswith("."):
            return True
        if not (word.lstrip("“\"'")[:1].isupper() or plain.isdecimal()):
            return bool(self.name) and plain in {"bin", "binti"} and self._named(plain)
        if self._is_position(word) and not (self.name and len(plain) == 1):
            return self._placed(plain)
        if plain in HONORIFICS:
            return True
        if self.place and not parted:
            self.place = False
            self.position.append(plain)
            return True
        if (
            self.position
            and self.position[-1] not in INSTITUTION
            and not self.name
            and plain in _SIDES
        ):
            self.position.append(plain)
            return True
        self.loose = self.loose or not (parted or self.name)
        return self._named(plain)

    def _is_position(self, word: str) -> bool:
        bare = word.strip(".,;:!?”\"“'’()")
        plain = _plain(word)
        if plain in self.own or plain in INSTITUTION or plain.isdecimal():
            return True
        if self.name and len(bare) == 1:
            return False
        roman = bool(_ROMAN.fullmatch(bare)) and not (len(bare) == 1 and word.endswith("."))
        return roman or (len(bare) > 1 and bare.isupper() and not word.endswith("."))

    def _placed(self, plain: str) -> bool:
        if self.name and not (plain in _SIDES and self.loose):
            return False
        # “Camat Contoh Tengah”: what looked like a name was a place
        self.position += [*self.name, plain]
        self.name = []
        self.place = plain in _TERRITORY
        return True

    def _joins(self, plain: str) -> bool:
        if self.position:
            self.position.append(plain)
        return bool(self.position)

    def _named(self, plain: str) -> bool:
        self.name.append(plain)
        return len(self.name) < 6


def _plain(word: str) -> str:
    plain = word.strip(".,;:!?”\"“'’()").casefold()
    return _SHORT.get(plain, plain) if word.endswith(".") else plain


def _abbreviation(word: str) -> bool:
    bare = word.rstrip(".").casefold()
    return word.endswith(".") and (len(bare) == 1 or bare in HONORIFICS or bare in _SHORT)


# The roster ---------------------------------------------------------------------------

SLIPS = 2
"""Up to here two spellings are one word (checks catalogue, NAMA-01)."""

_LONG_WORD = 5


def is_person(said: Words, official: Words) -> bool:
    """Whether words of a text may be an official's name: shortened, with initials, or misspelt."""
    place = 0
    for word in said:
        while place < len(official) and not _same(word, official[place]):
            place += 1
        if place == len(official):
            return False
        place += 1
    return bool(said)


def _same(word: str, own: str) -> bool:
    if word == own or (len(word) == 1 and own.startswith(word)):
        return True
    limit = SLIPS if min(len(word), len(own)) >= _LONG_WORD else 1
    return min(len(word), len(own)) >= 3 and distance(word, own, limit) <= limit


@dataclass(frozen=True)
class Own:
    """How the office calls itself, in small letters: whole names, and the words of them."""

    phrases: tuple[Words, ...]
    words: frozenset[str]
    positions: frozenset[Words]


def own_names(office: Office) -> Own:
    """The office's names, without and with its kind, and the posts of its roster."""
    return _own(office.name, office.short_name, office.city, office.officials)


@lru_cache(maxsize=8)
def _own(name: str, short: str, city: str, officials: tuple[Official, ...]) -> Own:
    whole, brief = tuple(name.casefold().split()), tuple(short.casefold().split())
    phrases = {whole, brief, whole[:1], whole[1:], brief[1:], (*whole[:1], *whole[2:]), whole[2:]}
    kind = tuple(takewhile(lambda word: word not in _TERRITORY, whole))
    phrases |= {(*whole[:2], *brief[1:]), kind}
    words = {*whole, *brief, *city.casefold().split()}
    posts = frozenset(tuple(official.position.casefold().split()) for official in officials)
    ordered = sorted(filter(None, phrases), key=len, reverse=True)
    return Own(tuple(ordered), frozenset(words), posts)


def without_office(position: Words, own: Own) -> tuple[Words, bool]:
    """A post without the office's own name behind it, and whether it stood there."""
    for phrase in own.phrases:
        if position[-len(phrase) :] == phrase and len(position) > len(phrase):
            return position[: -len(phrase)], True
    return position, False


def is_post(written: str, post: Words, own: Own) -> bool:
    """Whether a post of the roster, such as “Kepala Dinas”, is one without the office's name."""
    whole = tuple(written.casefold().split())
    return post in (whole, without_office(whole, own)[0])


def people(office: Office) -> Iterator[tuple[Words, Official]]:
    """The roster by the words of each name."""
    for official in office.officials:
        yield parts(official.name), official
