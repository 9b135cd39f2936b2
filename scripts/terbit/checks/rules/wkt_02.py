"""WKT-02: every date exists, and its year lies within reach."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date

from terbit.checks.base import Context, Rule
from terbit.checks.reading.dates import Part, long_date
from terbit.checks.reading.prose import Text, sentence_at, squeeze
from terbit.checks.reading.written_dates import Written, written
from terbit.core.article import Article
from terbit.core.finding import Finding, Level

# The years are those of the checks catalogue, "Decisions on what the catalogue leaves open".
FIRST_YEAR, YEARS_AHEAD = 1900, 30
_LEAP_YEAR = 2024
_QUOTED_MISTAKE = re.compile(
    r"\b(?:seharusnya|semestinya|tertulis|tercantum|terketik|salah\s+(?:tulis|ketik)|keliru|ralat"
    r"|tidak\s+(?:ada|pernah\s+ada)|bukan)\b",
    re.IGNORECASE,
)
_HISTORY = re.compile(
    r"\b(?:sejarah\w*|bersejarah|perang|pertempuran|perlawanan|pemberontakan|kerajaan|kesultanan"
    r"|sultan|pangeran|raden|pahlawan|kolonial\w*|belanda|hindia|VOC|inggris|portugis|perjanjian"
    r"|traktat|abad|museum|prasasti|makam|benteng|cagar|hari\s+jadi|berdiri(?:nya)?|didirikan"
    r"|lahir|wafat|staatsblad|ordonansi|reglement|naturalis|penjelajah)\b",
    re.IGNORECASE,
)
_LONG_TERM = re.compile(
    r"\b(?:hak\s+(?:guna|pakai|pengelolaan)|HGU|HGB|konsesi|sewa|jatuh\s+tempo|obligasi|sukuk"
    r"|gerhana|komet|masa\s+berlaku|berlaku\s+(?:sampai|hingga|s\.d)|proyeksi|emisi|peta\s+jalan|RPJP\w*)",
    re.IGNORECASE,
)
_LONGEST_TERM = 100
_LETTERED = re.compile(r"\.?\s+(?=[\dOIl]{0,3}\d)(?=\d{0,3}[OIl])[12][\dOIl]{3}\b")
"""“2O26”: a letter for a digit."""
_NO_COUNT = re.compile(
    r"\s*(?:$|[).,;:!?”\"|]|(?:pukul|jam|di|bertempat|dan|serta|hingga|sampai|yang|untuk|oleh"
    r"|dengan|secara|lalu|silam|mendatang|WIB|WITA|WIT)\b)",
    re.IGNORECASE,
)
_ADVERBIAL = re.compile(
    r"\s+(?:melalui|lewat|via|kepada|bagi|ketika|saat|setelah|sebelum|sesuai|menurut|bersama|karena"
    r"|sebagai)\b",
    re.IGNORECASE,
)
"""Behind five digits that begin as a year: counts so large are written with dots."""

_CORRECTIONS = "ralat."


def check(article: Article, context: Context) -> Iterator[Finding]:
    """Dates that no calendar has, and years that can only be a slip."""
    if not FIRST_YEAR <= article.date.year <= context.today.year + YEARS_AHEAD:
        yield _head(article)
    for text, stretches in written(article):
        for stretch in () if text.key.startswith(_CORRECTIONS) else stretches:
            for one in stretch.dates:
                fault = _fault(text, one, article.date.year)
                if fault:
                    what, fix = fault
                    quote = squeeze(text.text[one.start : one.end])
                    place = (one.start, one.end)
                    yield RULE.in_text(article, text, place, f"tanggal “{quote}” {what}", fix)


def _head(article: Article) -> Finding:
    quote = article.date.isoformat()
    return RULE.finding(
        article.path,
        article.line("tanggal"),
        f"tahun pada “tanggal: {quote}” terlalu jauh dari sekarang",
        "tulis tanggal kegiatannya, misalnya 2026-11-10",
        quote=quote,
        span=quote,
    )


def _fault(text: Text, one: Written, year: int) -> tuple[str, str] | None:
    """What is wrong with a date and how to mend it, or None."""
    found = _not_there(one.part) or _odd_year(text, one, year)
    if found is None:
        return None
    sentence = sentence_at(text.text, one.start, one.end)
    return None if _QUOTED_MISTAKE.search(sentence) else found


def _not_there(part: Part) -> tuple[str, str] | None:
    if part.on(part.year if part.year else _LEAP_YEAR):
        return None
    if not 1 <= part.month <= 12:
        return f"menyebut bulan ke-{part.month}", "tulis hari, bulan, lalu tahunnya"
    year = part.year or _LEAP_YEAR
    month = long_date(date(year, part.month, monthrange(year, part.month)[1]))
    until = month if part.year else month.rpartition(" ")[0]
    return "tidak ada dalam kalender", f"periksa tanggalnya; bulan itu berakhir pada {until}"


def _odd_year(text: Text, one: Written, year: int) -> tuple[str, str] | None:
    if not one.digits and _LETTERED.match(text.text, one.end):
        return "menyebut tahun yang memuat huruf", "tulis tahunnya dengan empat angka"
    if one.digits and len(one.digits) != 4:
        if one.part.year or not _is_slip(text, one):
            return None
        return (
            "menyebut tahun yang bukan empat angka",
            "tulis tahunnya dengan empat angka",
        )
    if one.part.year is None or not one.digits:
        return None
    ahead = one.part.year - year
    if one.part.year >= FIRST_YEAR and ahead <= YEARS_AHEAD:
        return None
    sentence = sentence_at(text.text, one.start, one.end)
    if one.part.year < FIRST_YEAR and not _HISTORY.search(sentence):
        return f"menyebut tahun {one.digits}, terlalu jauh ke belakang", "periksa tahunnya"
    planned = ahead <= _LONGEST_TERM and _LONG_TERM.search(sentence)
    if ahead > YEARS_AHEAD and not planned:
        return f"menyebut tahun {one.digits}, terlalu jauh ke depan", "periksa tahunnya"
    return None


def _is_slip(text: Text, one: Written) -> bool:
    """Whether digits behind a month are a year mistyped and no number of things."""
    longer = len(one.digits) > 4 and one.digits.startswith(("19", "20"))
    counted = not _NO_COUNT.match(text.text, one.end)
    return not counted or bool(longer and _ADVERBIAL.match(text.text, one.end))


RULE = Rule(
    id="WKT-02",
    level=Level.TOLAK,
    sentence="Setiap tanggal harus ada dalam kalender, dan tahunnya masuk akal.",
    basis="UU 14/2008 Pasal 7 ayat (2): informasi publik akurat, benar, dan tidak menyesatkan",
    example_fails="Laporan lengkap disampaikan paling lambat 31 November 2026.",
    example_passes="Laporan lengkap disampaikan paling lambat 30 November 2026.",
    check=check,
)
