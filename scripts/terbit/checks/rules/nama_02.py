"""NAMA-02: the office and its city are called by their official names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from terbit.checks.base import Context, Rule
from terbit.checks.reading.prose import squeeze
from terbit.checks.reading.texts import texts
from terbit.core.article import Article
from terbit.core.finding import Finding, Level

_LEVELS = {
    "provinsi": r"Provinsi|Propinsi|Prov\.?|Prop\.?|Pemprov\.?|Pemerintah\s+Provinsi",
    "kabupaten": r"Kabupaten|Kab\.?|Pemkab\.?|Pemerintah\s+Kabupaten",
    "kota": r"Kota|Kotamadya|Pemkot\.?|Pemko\.?|Pemerintah\s+Kota",
}
"""How the level of a government is written, rightly first, then in other ways."""

_OLD_FORMS = "Daerah|Wilayah"
"""Words that offices bore behind their kind before PermenPANRB 81/2012."""

_MANY = re.compile(
    r"\b(?:seluruh|para|setiap|tiap|semua|antar|berbagai|beberapa|forum|kedudukan|tentang|nomenklatur)"
    r"\s+$",
    re.IGNORECASE,
)
_ANOTHER_BEHIND = re.compile(r"\s+(?:se-|[A-Z]|di\s+(?:seluruh|setiap)|lain)|-")
_OTHERS_NAME = re.compile(
    r"\b(?:Universitas|Institut|Politeknik|STIE|STIH|STMIK|STAI\w*|IAIN|UIN|PT|CV|Hotel|Bank|Yayasan"
    r"|Koran|Harian|Tabloid|Radio)\b(?:\s+[A-Z][\w’'-]*){0,4}\s+$"
)
_SHORTEST_HALF = 3


def check(article: Article, context: Context) -> Iterator[Finding]:
    """Other forms of the office's own name and of its city."""
    office = context.office
    name, city = _name(office.name, office.short_name), _city(office.city)
    official = {office.name.casefold(), office.short_name.casefold()}
    for text in texts(article):
        if text.key.startswith("tagar."):
            continue
        found = [(m, office.name) for m in name.finditer(text.text) if _is_variant(m, official)]
        found += [(m, office.city) for m in city.finditer(text.text) if _is_city(m, office.city)]
        for match, right in found:
            yield RULE.in_text(
                article,
                text,
                match.span(),
                f"“{squeeze(match[0])}” bukan nama resmi",
                f"tulis “{right}”, seperti dalam kantor.yml",
            )


@lru_cache(maxsize=8)
def _name(name: str, short: str) -> re.Pattern[str]:
    """Every form of the kind of office with its level and place, the right ones too."""
    words = name.split()
    at = next((n for n, word in enumerate(words) if n and word.casefold() in _LEVELS), len(words))
    kind, place = words[:at], words[at + 1 :]
    brief = short.split()[at:] if short.split()[:at] == kind else []
    if not place:
        return _NOTHING
    places = "|".join(_spaced(words) for words in (place, brief) if words)
    level = f"(?:{_LEVELS[words[at].casefold()]})"
    return re.compile(
        rf"{kind[0][0].upper()}(?<![\w./#@-].)(?i:{_spaced(kind)[1:]})(?:(?P<old>\s+(?i:{_OLD_FORMS}))"
        rf"(?:(?:\s+(?i:{level}))?\s+(?P<oldplace>(?i:{places})))?"
        rf"|(?:\s+(?i:{level}))?\s+(?P<place>(?i:{places})))(?![\w@])"
    )


@lru_cache(maxsize=8)
def _city(city: str) -> re.Pattern[str]:
    """The city joined, split or with a hyphen."""
    words = city.split()
    if len(words) > 1:
        forms = [r"[\s-]{0,2}".join(map(re.escape, words))]
    else:
        cuts = range(_SHORTEST_HALF, len(city) - _SHORTEST_HALF + 1)
        forms = [f"{city[:cut]}[ -]{city[cut:]}" for cut in cuts]
    if not forms:
        return _NOTHING
    tails = "|".join(form[1:] for form in forms)
    # a plain first letter lets the engine leap to it
    return re.compile(rf"{city[0].upper()}(?<![\w./#@-].)(?i:{tails})(?![\w@/]|\.\w)")


def _spaced(words: list[str]) -> str:
    return r"\s+".join(map(re.escape, words))


def _is_variant(match: re.Match[str], official: set[str]) -> bool:
    """Not the official name; without a place behind it, not that of many offices or of another."""
    words = squeeze(match[0])
    if words.casefold() in official or not words[0].isupper():
        return False
    before = match.string[: match.start()][-40:]
    if match["old"] is None or match["oldplace"]:
        return not _MANY.search(before)
    return (
        match["old"].strip()[0].isupper()
        and not _MANY.search(before)
        and not _belongs_to_another(match)
    )


def _belongs_to_another(match: re.Match[str]) -> bool:
    if _shouted(match):
        behind = re.match(r"\s+(\w+)", match.string[match.end() :])
        return bool(behind and behind[1].casefold() in _LEVELS)
    return bool(_ANOTHER_BEHIND.match(match.string, match.end()))


def _shouted(match: re.Match[str]) -> bool:
    """Whether the name is shouted, so that a capital behind it says nothing."""
    return match[0].isupper()


def _is_city(match: re.Match[str], city: str) -> bool:
    """Another form than the official one, and no part of somebody else's name."""
    words = squeeze(match[0])
    if words in {city, city.upper()} or not words[0].isupper():
        return False
    return not _OTHERS_NAME.search(match.string[: match.start()][-80:])


_NOTHING = re.compile(r"(?!)")

RULE = Rule(
    id="NAMA-02",
    level=Level.INGAT,
    sentence="Nama kantor dan kota ditulis dalam bentuk resminya.",
    basis="PermenPANRB 81/2012: penulisan nama instansi",
    # the office of the examples is that of the samples
    example_fails="Pegawai Inspektorat Daerah menerima kunjungan di ruang rapat.",
    example_passes="Pegawai Inspektorat Daerah Kabupaten Contoh Hulu berkunjung ke ruang rapat.",
    check=check,
    exceptions=True,
)
