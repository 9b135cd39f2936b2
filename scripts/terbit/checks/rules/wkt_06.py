"""WKT-06: a clock time says in which of the three zones it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime, time, timedelta

from terbit.checks.base import Context, Rule
from terbit.checks.reading.dates import DAY
from terbit.checks.reading.lowered import lowered
from terbit.checks.reading.once import once
from terbit.checks.reading.prose import Text, squeeze
from terbit.checks.reading.spans import sentence_span
from terbit.core.article import Article
from terbit.core.finding import Finding, Level
from terbit.core.office import Office

ZONES = {timedelta(hours=7): "WIB", timedelta(hours=8): "WITA", timedelta(hours=9): "WIT"}
_HOUR = r"(?:[01]?\d|2[0-4])[.:][0-5]\d(?![\d%])(?![.,]\d)"
_WORDED = (
    r"(?:satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|sebelas|dua\s+belas)\b"
    r"(?:\s+(?:lewat|kurang|seperempat|setengah|pagi|siang|sore|malam)\b)?"
)
_TO = r"\s{0,3}(?:–|—|-|\bs\.?\s?/?d\.?|\b(?:hingga|sampai(?:\s+dengan)?))\s{0,3}"
_CLOCK = re.compile(
    rf"\b(?:pukul|jam|pkl\.?)\s{{0,3}}(?<=\W)(?P<time>{_HOUR}(?:{_TO}(?:pukul\s+|jam\s+)?{_HOUR})?|(?:setengah\s+)?{_WORDED}|(?:[01]?\d|2[0-4])(?![\d%])"
    r"(?![.,:/]\d))"
    rf"|(?P<range>(?<![\w.,:/-]){_HOUR}{_TO}(?:pukul\s+|jam\s+)?{_HOUR})"
    rf"|(?:\b(?:19|20)\d\d\)?,?\s+|\b(?:{DAY})\b,?\s+|\bmulai\s+)(?P<bare>{_HOUR}(?:{_TO}{_HOUR})?)",
    re.IGNORECASE,
)
_MAYBE = re.compile(r"\d[.:]\d\d|\b(?:pukul|jam|pkl)\b", re.IGNORECASE)
_DIGITAL = re.compile(r"\d[.:]\d\d")
_CLOCK_WORDS = ("pukul", "jam", "pkl")
_ZONE = re.compile(
    r"(?<![A-Za-z])WI(?:B|TA|T)\b"
    r"|\bwaktu\s+(?:setempat|Indonesia|(?-i:[A-Z]\w+))|\b(?:UTC|GMT)\b|\bwaktu\s+\w+\s+barat\b",
    re.IGNORECASE,
)
_ALL_IN_ZONE = re.compile(
    r"\b(?:semua|seluruh|segala)\b.{0,40}\b(?:waktu|jam|pukul)\b.{0,60}\bWI(?:B|TA|T)\b",
    re.IGNORECASE,
)
_TIME_HEAD = re.compile(r"\W*(?:jam|waktu|pukul)\b", re.IGNORECASE)
_CELL = re.compile(rf"\s*(?P<bare>{_HOUR}(?:{_TO}{_HOUR})?)\s*(?:\Z|\|)", re.IGNORECASE)
_ITEM = re.compile(rf"\s*(?P<bare>{_HOUR}(?:{_TO}{_HOUR})?)\s*[:–—-]\s+[^\W\d_]", re.IGNORECASE)
"""“08.00: registrasi”, a row of a programme."""
_DURATION = re.compile(r"\b(?:jam)\s", re.IGNORECASE)
_CLOCK_BEHIND = re.compile(
    r"\s*(?:$|[.,;:)!?”\"|–—-]|(?:tepat|dini|pagi|siang|sore|petang|malam|hingga|sampai|s\.?d"
    r"|di|dan|sebelum|untuk|bertempat|nanti)\b)",
    re.IGNORECASE,
)
_TIME_WORD = re.compile(
    rf"\b(?:{DAY}|buka|dibuka|tutup|layanan|pelayanan|mulai|dimulai|jam|pukul|waktu|istirahat"
    r"|loket|besok|lusa|hari\s+ini|tanggal|pagi|siang|sore|malam|jadwal|operasional|acara|sesi|kegiatan|rapat)\b",
    re.IGNORECASE,
)


def check(article: Article, context: Context) -> Iterator[Finding]:
    """Clock times of a sentence that names no zone; a column of times counts once."""
    told: set[tuple[str, ...]] = set()
    for text in _with_times(article):
        column = tuple(header for _, header in text.headers)
        place = None if column and column in told else _zoneless(text)
        if place and _says_it_once(article):
            return
        if place:
            told.add(column)
            yield _finding(article, context, text, place)


@once
def _says_it_once(article: Article) -> bool:
    """Whether a sentence gives the zone of every time in the text."""
    return bool(_ALL_IN_ZONE.search(article.body))


def _with_times(article: Article) -> Iterator[Text]:
    """The texts that may hold a clock time."""
    for text, low in lowered(article):
        if _DIGITAL.search(low) or any(map(low.__contains__, _CLOCK_WORDS)):
            yield text


def _zoneless(text: Text) -> tuple[int, int] | None:
    """The first clock time in a sentence without a zone."""
    if any(_ZONE.search(header) for _, header in text.headers):
        return None
    row = _row(text)
    if row:
        return row.span("bare")
    for start, end in dict.fromkeys(_sentences(text)):
        if not _ZONE.search(text.text, start, end):
            for match in _CLOCK.finditer(text.text, start, end):
                if _is_time(text, match):
                    return _part(match)
    return None


def _row(text: Text) -> re.Match[str] | None:
    """A time in the column of times, or at the head of an item; the zone may follow it."""
    if not text.headers:
        item = _ITEM.match(text.text)
        return None if item and _ZONE.search(text.text) else item
    times = (offset for offset, header in text.headers if _TIME_HEAD.match(header))
    return next(filter(None, (_CELL.match(text.text, offset) for offset in times)), None)


def _sentences(text: Text) -> Iterator[tuple[int, int]]:
    """The sentences that may hold a clock time; “pkl.” may have ended one too early."""
    for hit in _MAYBE.finditer(text.text):
        yield sentence_span(text.text, max(0, hit.start() - 2), hit.end() + 2)


def _part(match: re.Match[str]) -> tuple[int, int]:
    return match.span("bare") if match["bare"] else match.span()


def _is_time(text: Text, match: re.Match[str]) -> bool:
    """Whether a number is the time of day, and no duration, amount or article of a law."""
    words, end = text.text, match.end()
    if match["range"]:
        near = words[max(0, match.start() - 60) : match.start()]
        return bool(_TIME_WORD.search(near) or any(_TIME_WORD.search(h) for _, h in text.headers))
    if match["time"] and not re.search(r"[.:]", match["time"]) and _DURATION.match(match[0]):
        return bool(_CLOCK_BEHIND.match(words, end)) and match["time"].casefold() != "24"
    return True


def _finding(article: Article, context: Context, text: Text, place: tuple[int, int]) -> Finding:
    quote = squeeze(text.text[slice(*place)])
    zone = _zone(context.office, article)
    fix = f"tambahkan zona waktunya, misalnya “{quote} {zone}”" if zone else "tambahkan zonanya"
    return RULE.in_text(article, text, place, f"“{quote}” tidak menyebut zona waktu", fix)


def _zone(office: Office, article: Article) -> str:
    noon = datetime.combine(article.date, time(12), tzinfo=office.calendar.zone)
    return ZONES.get(noon.utcoffset() or timedelta(), "")


RULE = Rule(
    id="WKT-06",
    level=Level.INGAT,
    sentence="Setiap jam ditulis dengan zona waktunya: WIB, WITA, atau WIT.",
    basis="UU 14/2008 Pasal 7 ayat (2): informasi publik akurat, benar, dan tidak menyesatkan",
    example_fails="Loket pengaduan dibuka setiap hari kerja pada pukul 08.30.",
    example_passes="Loket pengaduan dibuka setiap hari kerja pada pukul 08.30 WIB.",
    check=check,
)
