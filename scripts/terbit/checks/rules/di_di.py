"""DI-DI: “di” and “ke” stand apart before a place and are joined to a verb."""

from __future__ import annotations

import re
from collections.abc import Iterator

from terbit.checks.base import Context, Rule
from terbit.checks.reading.di_words import JOINED, NOUNS, NUMBERS, ORDINAL, VERBS
from terbit.checks.reading.prose import Text, squeeze
from terbit.checks.reading.spelling import in_address, like, occurrences, words_of, written
from terbit.checks.reading.vocabulary import plain, speaks_of
from terbit.core.article import Article
from terbit.core.finding import Finding, Level

_APART = re.compile(r"(?<![\w-])(?P<di>[Dd]i|DI)[ \u00a0\n]+(?P<verb>[a-z]{3,}|[A-Z]{3,})(?![\w-])")
_APART_KE = re.compile(r"(?<![\w-])(?P<ke>[Kk]e)[ \u00a0\n]+(?P<noun>[a-z]{3,})(?!\w)")
_PAIRS = re.compile(
    r"(?<!\w)(?:(?P<keluar>keluar)(?=\s+(?:negeri|daerah|provinsi|pulau|kota)\b)"
    r"|(?P<disalah>disalah)(?=\s+satu\b)|(?P<disela>disela)(?=-sela\b)"
    r"|(?P<buka>di\s+buka)(?!\s+(?:puasa|bersama)|[\w-])"
    r"|(?P<isi>di\s+isi)(?=\s+(?:oleh|dengan)\b)"
    r"|(?P<parkir>di\s+parkir)(?=\s+(?:di|oleh|secara|sembarangan)\b)"
    r"|(?P<antar>di\s+antar)(?=\s+(?:ke|oleh|langsung|pulang|petugas)\b)"
    r"|(?P<olah>di\s+olah)(?!\s*(?:raga|seni|vokal|tubuh|tanah|TKP|yudha)|[\w-])"
    r"|(?P<tanda>di\s+tanda\s?tangani)\b|(?P<tindak>di\s+tindak\s?lanjuti)\b"
    r"|(?P<sebar>di\s+sebar\s?luaskan)\b|(?P<serah>di\s+serah\s?terimakan)\b)",
    re.IGNORECASE,
)
_PAIR_WORDS = (
    "keluar ", "disalah ", "disela-", "di buka", "di isi", "di parkir", "di olah", "di antar",
    "di tanda", "di tindak", "di sebar", "di serah",
)  # fmt: skip
_OF_PAIRS = {
    "keluar": "ke luar",
    "disalah": "di salah",
    "disela": "di sela",
    "buka": "dibuka",
    "isi": "diisi",
    "parkir": "diparkir",
    "antar": "diantar",
    "olah": "diolah",
    "tanda": "ditandatangani",
    "tindak": "ditindaklanjuti",
    "sebar": "disebarluaskan",
    "serah": "diserahterimakan",
}
_CAPITAL = re.compile(r"(?<![\w@#/._-])(?P<di>di|ke)(?P<place>[A-Z][a-z]{3,})(?![\w@.])")
_MARKS = ".,;:!?)]}”’\"'*_"
_RUN_ON = re.compile(r"[dk][ie][A-Z][a-z]{3}")
_PREFIXED = frozenset(JOINED)


def check(article: Article, context: Context) -> Iterator[Finding]:
    """Every “di” or “ke” that is joined where it stands apart, or the other way round."""
    joined = words_of(article) & _PREFIXED
    apart = _may_be_apart(article)
    pairs = speaks_of(article, _PAIR_WORDS)
    for text in written(article):
        for start, end, right in (
            *(_joined(text, joined) if joined else ()),
            *(_apart(text.text) if apart else ()),
            *(_paired(text.text) if pairs else ()),
        ):
            if not in_address(text.text, start, end):
                yield _finding(article, text, (start, end), right)


def _may_be_apart(article: Article) -> bool:
    """One look over everything: hardly any article has such a slip."""
    line = plain(article)
    behind_ke = _behind(line, "ke")
    return (
        not VERBS.isdisjoint(_behind(line, "di"))
        or not behind_ke.isdisjoint(NOUNS)
        or any(word.isdecimal() or word in NUMBERS for word in behind_ke)
        or _RUN_ON.search(article.source) is not None
    )


def _behind(line: str, word: str) -> set[str]:
    """The words that follow a word."""
    parts = f" {line}".split(f" {word} ")[1:]
    return {part.split(" ", 1)[0].strip(_MARKS) for part in parts}


def _finding(article: Article, text: Text, place: tuple[int, int], right: str) -> Finding:
    wrong = squeeze(text.text[slice(*place)])
    what = "ditulis terpisah" if " " in right else "ditulis serangkai"
    if "-" in right:
        what = "ditulis dengan tanda hubung"
    return RULE.in_text(article, text, place, f"“{wrong}” seharusnya {what}", f"tulis “{right}”")


def _joined(text: Text, wanted: frozenset[str]) -> Iterator[tuple[int, int, str]]:
    for match in occurrences(text, wanted):
        yield match.start(), match.end(), like(match[0], JOINED[match[0].casefold()])


def _apart(text: str) -> Iterator[tuple[int, int, str]]:
    for match in _APART.finditer(text):
        if match["verb"].casefold() in VERBS and _same_case(match["di"], match["verb"]):
            yield match.start(), match.end(), match["di"] + match["verb"]
    for match in _APART_KE.finditer(text):
        noun = NOUNS.get(match["noun"])
        if noun:
            yield match.start(), match.end(), like(match["ke"], noun)
    for match in _CAPITAL.finditer(text):
        yield match.start(), match.end(), f"{match['di']} {match['place']}"
    if " ke " in text:
        for match in ORDINAL.finditer(text):
            number = match["number"]
            right = f"ke-{number}" if number.isdecimal() else f"ke{number}"
            yield match.start("said"), match.end("said"), right


def _same_case(di: str, verb: str) -> bool:
    return di.isupper() == verb.isupper()


def _paired(text: str) -> Iterator[tuple[int, int, str]]:
    for match in _PAIRS.finditer(text):
        yield match.start(), match.end(), like(match[0], _OF_PAIRS[match.lastgroup or ""])


RULE = Rule(
    id="DI-DI",
    level=Level.INGAT,
    sentence="Kata depan “di” dan “ke” ditulis terpisah, awalan “di-” dan “ke-” ditulis serangkai.",
    basis="UU 24/2009; EYD Edisi V: kata depan dan imbuhan",
    example_fails="Petugas membuka loket tambahan diantara ruang arsip dan ruang rapat.",
    example_passes="Petugas membuka loket tambahan di antara ruang arsip dan ruang rapat.",
    check=check,
)
