"""A role beside a name: “pelapor, Ibu Rina,”, “Ibu Rina selaku pelapor”."""

from __future__ import annotations

import re
from dataclasses import dataclass

from terbit.checks.reading.people import Person
from terbit.checks.reading.phrases import is_noun_phrase, is_verb
from terbit.checks.reading.reporter_words import (
    HONORIFIC,
    NO_REPORTER,
    ROLE,
    ROUTINE_ROLE,
    TRAINING,
)

_REACH = 140
_MOST_WORDS = 10
Place = tuple[int, int]


@dataclass(frozen=True)
class Sentence:
    """A sentence at [start, end) of a text."""

    text: str
    start: int
    end: int

    def ahead(self, person: Person) -> tuple[str, int]:
        """What stands before a name without its honorific, and where that begins."""
        base = max(self.start, person.start - _REACH)
        words = self.text[base : person.start]
        return HONORIFIC_LAST.sub("", words), base

    def has(self, pattern: re.Pattern[str]) -> bool:
        """Whether a pattern stands anywhere in the sentence."""
        return bool(pattern.search(self.text, self.start, self.end))


HONORIFIC_LAST = re.compile(rf"(?:{HONORIFIC}|\ba\.\s?n\.\s+)$", re.IGNORECASE)
_ROLE = re.compile(rf"\b{ROLE}\b", re.IGNORECASE)
NAMING = re.compile(
    r"(?:\s*[:=|]\s*|\b(?:adalah|ialah|ternyata|yakni|yaitu|bernama|berinisial|inisial|atas\s+nama|namanya"
    r"|tak\s+lain|tidak\s+lain|merupakan|nama)\s+(?:adalah\s+|inisial\s+|seorang\s+)?)$",
    re.IGNORECASE,
)
_NAMED_WITH = re.compile(r"nama|inisial|a\.\s?n", re.IGNORECASE)
APPOSED = re.compile(r"(?:\s*,|\s[–—-]|\s*\()\s*$")
CLOSED = re.compile(r"(?:\s?\(\d{1,2}[^)]{0,8}\))?(?:\s?[,;.)!?–—]|\s(?:dan|serta)\s|\s*\n|\s*$)")
_LIGHT = re.compile(
    r"(?:\s*(?:kami|kita|itu|ini|tersebut|utama|pertama|kedua|ketiga|yang|diketahui|dugaan|kasus"
    r"|pungli|korupsi|warga|pelanggaran|sah|terakhir))*\s*",
    re.IGNORECASE,
)
_BEING = re.compile(
    rf"\b(?:sebagai|selaku|(?:sejak|setelah|karena)\s+menjadi)\s+(?:seorang\s+)?{ROLE}[^,.;]{{0,40}},\s*$",
    re.IGNORECASE,
)
"""“Sejak menjadi pelapor, …”."""
_SOMEBODY_ELSE = re.compile(r"\b(?:oleh|kepada|dengan|bersama|petugas|terlapor)\b", re.IGNORECASE)
_ADULTS_BETWEEN = re.compile(
    r"\b(?:petugas|pejabat|penyuluh|narasumber|moderator|inspektur|auditor|kepala|ketua|sekretaris"
    r"|oleh|kepada|terlapor)\b",
    re.IGNORECASE,
)


def role_before(sentence: Sentence, person: Person) -> Place | None:
    """“pelapor kasus itu, Ibu Rina,”, “pelapornya bernama …”."""
    ahead, base = sentence.ahead(person)
    roles = list(_ROLE.finditer(ahead))
    if not roles or person.titled or NO_REPORTER.search(ahead[: roles[-1].start()]):
        return None
    role, between = roles[-1], ahead[roles[-1].end() :]
    if ROUTINE_ROLE.match(between) or _is_speaker(sentence, role[0]):
        return None
    if not _leads_to(sentence, person, between):
        return None
    return base + role.start(), person.end


def _is_speaker(sentence: Sentence, role: str) -> bool:
    return "narasumber" in role.casefold() and sentence.has(TRAINING)


def _leads_to(sentence: Sentence, person: Person, between: str) -> bool:
    """Whether the words between a role and a name make them one."""
    naming = NAMING.search(between)
    if naming:
        return _is_named(sentence, person, naming)
    if person.sure and _BEING.search(sentence.ahead(person)[0]):
        return True
    aside = APPOSED.search(between)
    if aside and is_noun_phrase(between[: aside.start()]):
        closed = CLOSED.match(sentence.text, person.end)
        return bool(closed) and not _SOMEBODY_ELSE.search(between)
    return person.sure and bool(_LIGHT.fullmatch(between) or _warga_named(between))


def _is_named(sentence: Sentence, person: Person, naming: re.Match[str]) -> bool:
    """“pelapor adalah Ibu Rina”; letters alone need “bernama”, “inisial” or dots."""
    name = sentence.text[person.start : person.end]
    if _ADULTS_BETWEEN.search(naming.string[: naming.start()]):
        return False
    if person.sure:
        return True
    letters = name.isupper() and "." not in name and not _NAMED_WITH.search(naming[0])
    return "|" not in naming[0] and not letters


def _warga_named(between: str) -> bool:
    """“Pelapor ialah warga RT 03 bernama”."""
    return between.rstrip().endswith("bernama") and not _ADULTS_BETWEEN.search(between)


_SAYS = re.compile(
    r"\b(?:selain|bersama|bagi|di\s+(?:hadapan|depan)|menurut|kata|ujar|jelas|tutur|tambah|ungkap|terang|imbuh|tegas|papar|sebut|ucap)\s"
    r"[^.;]{0,30}$",
    re.IGNORECASE,
)
_AS = re.compile(
    r"(?:\b(?:sebagai|selaku|adalah|ialah|merupakan|menjadi|berstatus|dirinya(?:lah)?|dialah"
    r"|satu-satunya|si|sang|juga|yang|daftar)\s+(?:(?:salah\s+(?:satu|seorang)|seorang|pihak|saksi|para)"
    r"\s+)?)$",
    re.IGNORECASE,
)
_ASIDE = re.compile(
    r"(?:,|\(|\s[–—-])\s*(?:(?:salah\s+(?:satu|seorang)|seorang|pihak|saksi|si|sang|warga|yang"
    r"|juga)\s+)*$",
    re.IGNORECASE,
)
_NEXT_WORD = re.compile(r"\s+([^\W\d_][\w-]*)")
_BOUND_VERB = re.compile(
    r"\b(?!mengaku\b|membenarkan\b|menjadi\b|merupakan\b|memang\b|mereka\b)me(?:m|n|l|r)\w{3,}\b",
    re.IGNORECASE,
)


def role_behind(sentence: Sentence, person: Person) -> Place | None:
    """“Ibu Rina, pelapor kasus itu,”, “… hadir sebagai pelapor”."""
    text, end = sentence.text, min(sentence.end, person.end + _REACH)
    role = _ROLE.search(text, person.end, end) if person.sure else None
    if not role or NO_REPORTER.search(text, person.end, role.start()):
        return None
    between = text[person.end : role.start()]
    if ROUTINE_ROLE.match(text, role.end()) or len(between.split()) > _MOST_WORDS:
        return None
    if _AS.search(between):
        bound = _BOUND_VERB.search(between) or '"' in between or "”" in between
        return None if bound or ". " in between else (person.start, role.end())
    aside = _ASIDE.search(between)
    if not aside or not _stays_noun(text, role.end()):
        return None
    said = _SAYS.search(text, max(sentence.start, person.start - 50), person.start)
    if said or not is_noun_phrase(between[: aside.start()]):
        return (person.start, role.end()) if said and _is_aside(text, role.end()) else None
    return person.start, role.end()


def _stays_noun(text: str, end: int) -> bool:
    """Whether no verb follows a role, which would make it the subject of a clause."""
    word = _NEXT_WORD.match(text, end)
    return not (word and (is_verb(word[1]) or word[1] in _ADVERBS))


_ADVERBS = frozenset("juga cukup pun sudah telah kini sering selalu biasanya umumnya lain".split())


def _is_aside(text: str, end: int) -> bool:
    """“kata Ibu Rina, pelapor, …”: a comma or the end closes the aside."""
    return bool(re.match(r"\s*(?:[,.)]|$)", text[end : end + 3]))
