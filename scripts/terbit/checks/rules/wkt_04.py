"""WKT-04: “hari ini” is wrong tomorrow."""

from __future__ import annotations

import re
from collections.abc import Iterator

from terbit.checks.base import Context, Rule
from terbit.checks.reading.dates import DAY, short_date
from terbit.checks.reading.lowered import holding
from terbit.checks.reading.prose import Text, sentence_at, squeeze
from terbit.checks.reading.quotes import quoted, within
from terbit.core.article import Article
from terbit.core.finding import Finding, Level

_TIMES = ("hari", "pagi", "siang", "sore", "petang", "malam")
_TIME = "|".join(("dini\\s+hari", *_TIMES[1:]))
_WORDS = (
    *("kemarin", "besok", "lusa", "esok", "tadi", "nanti"),
    *(f"{time}{gap}ini" for time in _TIMES for gap in (" ", "\n")),
)
_RELATIVE = re.compile(
    rf"(?<![\w-])(?:hari\s+ini|(?:{_TIME})\s+(?:ini|tadi|nanti)|(?:tadi|nanti)\s+(?:{_TIME})"
    rf"|(?:kemarin|besok|lusa)(?:\s+(?:{_TIME}|lusa))?|esok(?:\s+hari)?)(?![\w-])",
    re.IGNORECASE,
)
_DATE_BEHIND = re.compile(
    rf"[\s,(/–-]{{0,4}}(?:(?:hari|tanggal|pada|yakni|yaitu|{DAY})\b[\s,(/]{{0,4}}){{0,4}}\d",
    re.IGNORECASE,
)
_DATE_AHEAD = re.compile(r"\d{4}\)?[\s,]{0,3}$")
_IDIOM_AHEAD = re.compile(r"\b(?:hari|masa|generasi|dunia)\s+$", re.IGNORECASE)
_IDIOM = re.compile(
    r"\b(?:lebih\s+(?:baik|maju|cerah)|daripada|generasi|masa\s+depan|pepatah|peribahasa|semboyan"
    r"|dari\s+kemarin|bukan\s+hanya|istilah|kata\s+keterangan)\b",
    re.IGNORECASE,
)


def check(article: Article, context: Context) -> Iterator[Finding]:
    """Words that tell the time from the day of writing, outside of quotations."""
    for text in holding(article, _WORDS):
        spans: tuple[tuple[int, int], ...] | None = None
        for match in _RELATIVE.finditer(text.text):
            spans = quoted(text.text) if spans is None else spans
            if within(match.start(), spans) or _is_clear(text, match):
                continue
            said = squeeze(match[0])
            yield RULE.in_text(
                article,
                text,
                match.span(),
                f"“{said}” menjadi keliru bila berita dibaca pada hari lain",
                f"ganti dengan hari dan tanggalnya, misalnya “{short_date(article.date)}”",
            )


def _is_clear(text: Text, match: re.Match[str]) -> bool:
    """A date stands beside it, or it is a name or a saying."""
    words, (start, end) = text.text, match.span()
    near = max(0, start - 16)
    if _DATE_BEHIND.match(words, end) or _DATE_AHEAD.search(words, near, start):
        return True
    if _named(text, match):
        return True
    relative = match[0].casefold().startswith(("esok", "kemarin", "besok"))
    if relative and _IDIOM_AHEAD.search(words, near, start):
        return True
    return bool(_IDIOM.search(sentence_at(words, start, end)))


def _named(text: Text, match: re.Match[str]) -> bool:
    """“Kabar Hari Ini”: capitals inside a sentence; headings have them everywhere."""
    if text.key == "judul" or not match[0][0].isupper() or match[0].isupper():
        return False
    before = text.text[: match.start()].rstrip()
    return bool(before) and before[-1] not in ".!?…:;\n–—|" and " " in match[0]


RULE = Rule(
    id="WKT-04",
    level=Level.INGAT,
    sentence="Waktu kegiatan ditulis dengan hari dan tanggalnya, bukan “hari ini” atau “kemarin”.",
    basis="UU 14/2008 Pasal 7 ayat (2): informasi publik akurat, benar, dan tidak menyesatkan",
    example_fails="Tim melanjutkan penilaian besok pagi di kantor kecamatan.",
    example_passes="Tim melanjutkan penilaian pada Rabu (11/11/2026) di kantor kecamatan.",
    check=check,
    exceptions=True,
)
