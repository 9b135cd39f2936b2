"""PJB-04: degrees have their comma and dots, and officials one form of their name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from terbit.checks.base import Context, Rule
from terbit.checks.reading.institutions import INSTITUTION
from terbit.checks.reading.officials import (
    Words,
    parts,
)
from terbit.checks.reading.prose import squeeze
from terbit.checks.reading.texts import texts
from terbit.checks.reading.vocabulary import plain
from terbit.core.article import Article
from terbit.core.finding import Finding, Level
from terbit.core.office import Official

_DEGREES = (
    "S.E. S.H. S.T. S.P. S.S. S.Sos. S.STP. S.IP. S.I.P. S.Kom. S.Pd. S.Pd.I. S.Ag. S.Si. S.Psi."
    " S.K.M. S.KM. S.Ked. S.Farm. S.Kep. S.Hut. S.Pi. S.Pt. S.H.I. S.HI. S.Th. S.I.Kom. S.A.P."
    " S.AP. S.Ak. S.Gz. S.T.P. S.TP. S.Tr. S.E.I. S.Hum. S.Sn. S.Stat. S.Ap. M.Si. M.M. M.H. M.A.P."
    " M.AP. M.Pd. M.Pd.I. M.Kes. M.T. M.Kom. M.Ak. M.Acc. M.A. M.Sc. M.P. M.Hum. M.I.Kom. M.Eng."
    " M.Ec.Dev. M.K.M. M.KM. M.Hut. M.Th. M.Ag. M.Psi. M.Kn. M.E. M.S. M.Farm. M.Kep. M.Tr. M.M.Pd."
    " M.MPd. M.Ap. A.Md. A.Md.Kep. A.Md.Keb. Ph.D. Sp.PD. Sp.P.D. Sp.OG. Sp.O.G. Sp.A. Sp.B. Sp.An."
    " Sp.PK. Sp.M."
).split()
"""Degrees as Permendikbudristek 53/2023 and use in the offices write them."""

_PLAIN = {degree.replace(".", ""): degree for degree in reversed(_DEGREES)}
_LETTERS = sorted({degree.replace(".", "") for degree in _DEGREES}, key=len, reverse=True)


def _loosely(degree: str) -> str:
    """A degree with or without its dots, and with spaces between."""
    pieces = degree.rstrip(".").split(".")
    return r"(?:\.\s?|\s(?=\w+\.)|)".join(map(re.escape, pieces)) + r"\.?"


_DEGREE = "|".join(sorted(map(_loosely, _DEGREES), key=len, reverse=True))
_ONE = re.compile(rf"(?P<gap>\s*,\s*|\s+)(?P<degree>{_DEGREE})(?![\w])")
_GAP = re.compile(r"(?:\s*,\s*|\s+)$")
# a plain first letter lets the engine leap from one capital to the next
_HINT = re.compile(r"[SMAP](?<!\w[SMAP])(?:[ph]?\.\s?[A-Z]|[A-Z]{1,3}\b|[A-Z][a-z]+\b|Md\b|hD\b)")
_NAME_WORD = r"[A-Z][a-z’']+[\w’'-]*|[A-Z]\.|(?:M|H|Hj|St|Muh|Moh)\.?"
_NAME = re.compile(rf"(?:(?:{_NAME_WORD})\s+){{0,4}}(?:[A-Z][a-z’'][\w’'-]*)$")
# these also mean a letter, a court, a measure: alone and undotted they are no degree
_AMBIGUOUS = frozenset(
    "SE ST SP SS MA MM MT MP MH ME MS SIP SAP SAk MAP Mak SKM STP SEI AMd SA SB SM SH".split()
)
_FRONT = re.compile(
    r"(?<![\w./-])(?P<title>Drs|Dra|Ir|Dr|Prof|Hj|drg|drh|dr)(?=\s+(?:Hj?\.?\s+)?[A-Z][a-z’'])(?!\s+(?:of|van))"
)
_STREET = re.compile(
    r"\b(?:Jl\.?|Jalan|RSUD|RSU|RS|Gedung|Bandara|Stadion|Taman|RSUP)\s+$", re.IGNORECASE
)

_FRONT_STEMS = (" drs ", " dra ", " ir ", " dr ", " prof ", " hj ", " drg ", " drh ", "dr ", "drs ")
_DEGREE_FIX = "tulis “{}”: koma di depan setiap gelar, titik pada setiap singkatan"


def check(article: Article, context: Context) -> Iterator[Finding]:
    """Degrees without comma or dots, and other forms of an official's name."""
    line = plain(article)
    titled = any(stem in line for stem in _FRONT_STEMS)
    forms = [
        form for form in _roster(context.office.officials) if any(w in line for w in form.name)
    ]
    for text in texts(article):
        words = text.text
        faults = [*_behind(words), *_variants(words, forms)]
        for place, message, fix in (*faults, *(_ahead(words) if titled else ())):
            yield RULE.in_text(article, text, place, message, fix)


def _ahead(words: str) -> Iterator[tuple[tuple[int, int], str, str]]:
    """Degrees before a name."""
    for match in _FRONT.finditer(words):
        if not _STREET.search(words[max(0, match.start() - 12) : match.start()]):
            title = match["title"]
            yield match.span(), f"gelar “{title}” belum bertitik", f"tulis “{title}.”"


def _behind(words: str) -> Iterator[tuple[tuple[int, int], str, str]]:
    """Degrees behind a name."""
    done = 0
    for hint in _HINT.finditer(words):
        gap = _GAP.search(words, max(done, hint.start() - 4), hint.start())
        pieces = _pieces(words, gap.start()) if gap and hint.start() >= done else []
        if not gap or not pieces:
            continue
        done = pieces[-1].end()
        name = _NAME.search(words, max(0, gap.start() - 80), gap.start())
        if not name or not _is_name(name[0]):
            continue
        right, written = _right(pieces), words[gap.start() : done]
        if squeeze(written) == right or not _are_degrees(pieces, name[0], words):
            continue
        if not _only_dot_missing_at_end(written, right, words, done):
            last = name[0].split()[-1]
            place = (gap.start() - len(last), done)
            quote = squeeze(words[slice(*place)])
            yield place, f"penulisan gelar “{quote}” belum baku", _DEGREE_FIX.format(last + right)


def _pieces(words: str, start: int) -> list[re.Match[str]]:
    found = []
    match = _ONE.match(words, start)
    while match:
        found.append(match)
        match = _ONE.match(words, match.end())
    return found


def _right(pieces: list[re.Match[str]]) -> str:
    return "".join(f", {_canonical(piece['degree'])}" for piece in pieces)


def _canonical(written: str) -> str:
    bare = re.sub(r"\s", "", written)
    if f"{bare.rstrip('.')}." in _DEGREES:
        return f"{bare.rstrip('.')}."
    return _PLAIN[bare.replace(".", "")]


def _only_dot_missing_at_end(written: str, right: str, words: str, end: int) -> bool:
    """Before the sentence's own mark the last dot may stand for both."""
    return squeeze(written) + "." == right and words[end : end + 1] == "."


def _is_name(name: str) -> bool:
    words = [word.strip(".").casefold() for word in name.split()]
    return words[-1] not in INSTITUTION


def _are_degrees(pieces: list[re.Match[str]], name: str, words: str) -> bool:
    """A dot says so; without one two of them, or a comma or a whole name before."""
    written = [piece["degree"] for piece in pieces]
    if any("." in degree.rstrip(".") for degree in written):
        return True
    sure = [degree for degree in written if degree.rstrip(".") not in _AMBIGUOUS]
    people_words = [word for word in name.split() if word.casefold().strip(".") not in INSTITUTION]
    if len(people_words) < 2:
        return False
    ended = re.match(r"\s*(?:[,.;:)”\"|]|$|\s[a-z])", words[pieces[-1].end() :])
    parted = "," in pieces[0]["gap"]
    return bool(ended) and (
        bool(sure) or len(pieces) > 1 or parted or written[0] in {"SE", "SH", "MM", "MH"}
    )


# Names of the roster ------------------------------------------------------------------


@dataclass(frozen=True)
class _Forms:
    """The forms in which an official's name may be met, and the right one."""

    pattern: re.Pattern[str]
    name: Words
    written: str


def _variants(words: str, forms: list[_Forms]) -> Iterator[tuple[tuple[int, int], str, str]]:
    """A roster name joined, split or with initials; misspelt ones are NAMA-01's."""
    for form in forms:
        for match in form.pattern.finditer(words):
            if tuple(word.rstrip(".").casefold() for word in match[0].split()) != form.name:
                yield (
                    match.span(),
                    f"“{squeeze(match[0])}” berbeda dari nama pejabat dalam daftar_pejabat",
                    f"tulis “{form.written}” atau nama lengkapnya tanpa gelar",
                )


@lru_cache(maxsize=8)
def _roster(officials: tuple[Official, ...]) -> tuple[_Forms, ...]:
    """The forms of each name of two words or more."""
    names = ((parts(official.name), official.name) for official in officials)
    return tuple(_forms(name, written) for name, written in names if len(name) > 1)


def _forms(name: Words, written: str) -> _Forms:
    """Joined or split, or with an initial for one word or more but not for all."""
    first, *rest = (re.escape(word.capitalize()) for word in name)
    loose = r"\s?".join(f"(?i:{re.escape(word)})" for word in (name[0][1:], *name[1:]))
    short = rf"(?:{first[1:]}(?=.{{0,60}}?\s[A-Z]\b)|\.(?=.{{0,60}}?\s[A-Z][a-z]))"
    short += "".join(rf"\s(?:{word}|{word[0]}\b\.?)" for word in rest)
    pattern = rf"{first[0]}(?<!\w{first[0]})(?:{loose}\b|{short})(?![\w’'])"
    return _Forms(re.compile(pattern), name, written)


RULE = Rule(
    id="PJB-04",
    level=Level.INGAT,
    sentence="Gelar ditulis dengan koma dan titik, dan nama pejabat seperti dalam daftar_pejabat.",
    basis="EYD Edisi V: singkatan gelar",
    example_fails="Materi disampaikan oleh Rudi Contoh S.STP M.AP dari badan kepegawaian.",
    example_passes="Materi disampaikan oleh Rudi Contoh, S.STP., M.AP., dari badan kepegawaian.",
    check=check,
)
