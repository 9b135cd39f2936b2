"""BHS-01: words are written as the dictionary has them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from terbit.checks.base import Context, Rule
from terbit.checks.reading.prose import Text, squeeze
from terbit.checks.reading.spelling import (
    in_address,
    in_law_title,
    in_name,
    is_title,
    like,
    occurrences,
    words_of,
    written,
)
from terbit.checks.reading.standard_words import ALSO_NAMES, ALWAYS, standard
from terbit.checks.reading.vocabulary import spoken
from terbit.core.article import Article
from terbit.core.finding import Finding, Level

_SPLIT_TRIGGERS = (
    "pasca ", "anti ", "antar ", "non ", "tuna ", "foto cop", "foto kop", "photo cop", "swa ",
    "maha siswa", "pada hal ", "apa bila", "dari pada", "bela sungkawa", "nara sumber", "ketidak ",
    "infra struktur", "walau pun", "meski pun", "undang undang", "rata rata", "masing masing",
    "sama sama", "sehari hari", "laki laki", "benar benar", "sewaktu waktu",
)  # fmt: skip
_SPLIT = re.compile(
    r"\bpasca\s+(?!dan\b|atau\b|di\b|yang\b|itu\b|ini\b)[a-z]{4,}"
    r"|\banti\s+(?:korupsi|gratifikasi|narkoba|suap|pungli|kekerasan|rasuah|radikalisme|hoaks)"
    r"|(?<!meng)\bantar\s+(?:daerah|kabupaten|kota|instansi|lembaga|wilayah|negara|desa|bangsa"
    r"|provinsi|umat|agama|sektor|perangkat|bidang|kementerian|kecamatan|pulau|generasi|unit)\b"
    r"|\bnon\s+(?:aktif|formal|fisik|tunai|teknis|akademik|medis|struktural|pemerintah|fungsional)"
    r"|\btuna\s+(?:netra|rungu|daksa|grahita|wicara|wisma|karya|laras)"
    r"|\b(?:foto|photo)\s+[ck]op[iy]|\bswa\s+(?:daya|kelola|sembada|karsa|sunting)"
    r"|\bmaha\s+siswa|\bpada\s+hal(?=\s+[a-z])(?!\s+(?:ini|itu|yang|lain|tersebut|\w+nya))"
    r"|\bapa\s+bila|\bdari\s+pada(?=\s+[a-z])(?!\s+(?:saat|waktu|tahun|hari|bulan|tanggal))"
    r"|\bbela\s+sungkawa|\bnara\s+sumber|\bketidak\s+[a-z]{3,}an\b|\binfra\s+struktur"
    r"|\b(?:walau|meski)\s+pun\b"
    r"|\b(?:undang\s+undang|rata\s+rata|masing\s+masing|sama\s+sama|sehari\s+hari|laki\s+laki"
    r"|benar\s+benar|sewaktu\s+waktu)\b",
    re.IGNORECASE,
)
_SPACE = re.compile(r"\s+")
_DOUBLED = re.compile(r"\A(?:se)?(\w+)\s+\1\Z", re.IGNORECASE)
_COPY = re.compile(r"\A(?:foto|photo)", re.IGNORECASE)


def check(article: Article, context: Context) -> Iterator[Finding]:
    """Every word that has another standard form, and compounds that are written as one."""
    yield from _unlike_the_dictionary(article)
    triggers = spoken(article, _SPLIT_TRIGGERS)
    for text in written(article) if triggers else ():
        for match in _apart(text, triggers):
            if not _as_it_should_be(text, match):
                yield _finding(article, text, match, _joined(match[0]))


def _unlike_the_dictionary(article: Article) -> Iterator[Finding]:
    wrong = frozenset(word for word in words_of(article) if standard(word))
    for text in written(article) if wrong else ():
        for match in occurrences(text, wrong):
            if not _as_it_should_be(text, match):
                yield _finding(article, text, match, _right(text, match[0]))


def _apart(text: Text, triggers: tuple[str, ...]) -> Iterator[re.Match[str]]:
    """Every compound in two words, looked for where its first letters stand."""
    line = _SPACE.sub(" ", text.text).casefold()
    if any(map(line.__contains__, triggers)):
        yield from _SPLIT.finditer(text.text)


def _right(text: Text, written: str) -> str:
    word = written.casefold()
    return like(written, standard(word), titled=word in ALWAYS or is_title(text))


def _finding(article: Article, text: Text, match: re.Match[str], right: str) -> Finding:
    message = f"“{squeeze(match[0])}” bukan bentuk baku"
    return RULE.in_text(article, text, match.span(), message, f"tulis “{right}”")


def _as_it_should_be(text: Text, match: re.Match[str]) -> bool:
    """A word of a name, an address or a law's title is not the writer's to change."""
    word, (start, end) = match[0].casefold(), match.span()
    if in_address(text.text, start, end) or in_law_title(text.text, start):
        return True
    if word in ALSO_NAMES and match[0][0].isupper():
        return True
    return word not in ALWAYS and in_name(text, start, end)


def _joined(written: str) -> str:
    """A compound as one word, a doubled word with its hyphen."""
    said = squeeze(written)
    first, _, second = said.partition(" ")
    if _COPY.match(said):
        return like(said, "fotokopi")
    if _DOUBLED.match(said) or first.casefold().endswith(second.casefold()):
        return f"{first}-{second}"
    return f"{first}{second if said.isupper() else second.lower()}"


RULE = Rule(
    id="BHS-01",
    level=Level.INGAT,
    sentence="Kata ditulis dalam bentuk baku menurut Kamus Besar Bahasa Indonesia.",
    basis="UU 24/2009; Perpres 63/2019: bahasa Indonesia yang baik dan benar",
    example_fails="Setiap unit kerja perlu memetakan resiko sejak tahap perencanaan.",
    example_passes="Setiap unit kerja perlu memetakan risiko sejak tahap perencanaan.",
    check=check,
    exceptions=True,
)
