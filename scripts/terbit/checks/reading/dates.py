"""Weekdays and dates as Indonesian prose writes them, in lists and ranges too."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from types import MappingProxyType

from babel.dates import format_date, get_day_names, get_month_names

LOCALE = "id"
_VARIANT_DAYS = {"jum'at": 4, "jum’at": 4, "jum`at": 4, "jumaat": 4, "ahad": 6}
_VARIANT_MONTHS = {
    "nopember": 11, "nop": 11, "pebruari": 2, "peb": 2, "agust": 8, "ags": 8, "agt": 8, "sept": 9,
    "oct": 10, "dec": 12, "aug": 8,
}  # fmt: skip
WEEKDAYS = MappingProxyType(
    {name.casefold(): n for n, name in get_day_names("wide", locale=LOCALE).items()} | _VARIANT_DAYS
)
MONTHS = MappingProxyType(
    {
        name.casefold(): n
        for width in ("wide", "abbreviated")
        for n, name in get_month_names(width, locale=LOCALE).items()
    }
    | _VARIANT_MONTHS
)


@dataclass(frozen=True)
class Part:
    """One date of a mention; `year` None where the text names none."""

    day: int
    month: int
    year: int | None

    def on(self, year: int) -> date | None:
        """The date in a year, or None where it does not exist."""
        try:
            return date(year, self.month, self.day)
        except ValueError:
            return None


@dataclass(frozen=True)
class Mention:
    """Weekdays (0 Monday … 6 Sunday) and the dates written beside them, at [start, end).

    `day_range` and `date_range` say that “s.d.” or a dash, not “dan”, stands between them.
    """

    start: int
    end: int
    weekdays: tuple[int, ...]
    dates: tuple[Part, ...]
    day_range: bool = False
    date_range: bool = False

    def pairs(self) -> Iterator[tuple[int, Part]]:
        """Which weekday is said of which date; nothing where that is not clear."""
        if len(self.weekdays) == 1:
            yield self.weekdays[0], self.dates[0]
        elif len(self.weekdays) == len(self.dates) and not self.date_range:
            yield from zip(self.weekdays, self.dates, strict=True)
        elif self.day_range and len(self.dates) > 1 and not self._spans_weeks():
            yield self.weekdays[0], self.dates[0]
            yield self.weekdays[-1], self.dates[-1]

    def _spans_weeks(self) -> bool:
        """Longer than a week, “Senin–Jumat” are opening days and no ends of the range."""
        first, last = (part.on(part.year or _LEAP_YEAR) for part in (self.dates[0], self.dates[-1]))
        return bool(first and last and abs(last - first) >= timedelta(days=7))


def day_name(day: date) -> str:
    """“Selasa”."""
    return str(format_date(day, "EEEE", locale=LOCALE))


def long_date(day: date) -> str:
    """“10 November 2026”."""
    return str(format_date(day, "d MMMM y", locale=LOCALE))


def readings(part: Part, anchor: date) -> tuple[date, ...]:
    """The days that a date may mean; without a year the anchor's, near New Year also the next.

    Empty where no such day exists.
    """
    if part.year is not None:
        exact = part.on(part.year)
        return (exact,) if exact else ()
    own = part.on(anchor.year)
    around = (part.on(anchor.year + step) for step in (-1, 1))
    near = [day for day in around if day and abs(day - anchor) <= _NEW_YEAR]
    return tuple(day for day in (own, *near) if day)


_LEAP_YEAR = 2024
_NEW_YEAR = timedelta(days=60)
_DAY = "|".join(sorted(map(re.escape, WEEKDAYS), key=len, reverse=True))
_MONTH = "|".join(sorted(map(re.escape, MONTHS), key=len, reverse=True))
_GLUE = (
    r"\s{0,4}(?:–|—|-|/|,(?:\s{0,4}dan\b)?|\bs\.?\s?/?d\.?\b\.?"
    r"|\b(?:hingga|sampai(?:\s+dengan)?|dan|atau|serta)\b)\s{0,4}"
)
_DATE = (
    rf"(?:\d{{4}}-\d{{1,2}}-\d{{1,2}}"
    rf"|\d{{1,2}}\s{{0,4}}[./-]\s{{0,4}}\d{{1,2}}\s{{0,4}}[./-]\s{{0,4}}(?:\d{{4}}|\d{{2}})(?!\d)"
    rf"|\d{{1,2}}(?:\s+(?:{_MONTH})\b\.?(?:\s+\d{{4}}(?!\d))?|/\d{{1,2}}(?![\d/]))?(?!\d|[.:]\d))"
)
_RANGE = re.compile(r"[–—-]|\bs\.?\s?/?d\b|hingga|sampai", re.IGNORECASE)
_DAYTIME = (
    r"(?:\s{1,4}(?:pagi|siang|sore|malam|petang|dini hari|ini|lalu|kemarin|mendatang|depan|besok))?"
)
_BETWEEN = rf"{_DAYTIME}\s{{0,4}}[,/]?\s{{0,4}}\(?\s{{0,4}}(?:(?:pada\s+)?(?:tanggal|tgl\.?)\s+)?"
# lists are short and possessive, or a page of weekdays would be tried in every combination
_FORWARD = re.compile(
    rf"\b(?P<days>(?:{_DAY})\b(?:{_GLUE}(?:{_DAY})\b){{0,6}}+){_BETWEEN}"
    rf"(?P<dates>{_DATE}(?:{_GLUE}{_DATE}){{0,9}}+)\)?",
    re.IGNORECASE,
)
_BACKWARD = re.compile(
    rf"(?<![\d./-])(?P<dates>{_DATE})\s{{0,4}}(?:,?\s{{0,4}}\bhari\s+|\(\s{{0,4}}(?:hari\s+)?)"
    rf"(?P<days>{_DAY})\b\)?",
    re.IGNORECASE,
)
_ONE_DAY = re.compile(rf"\b(?:{_DAY})\b", re.IGNORECASE)
_ONE_DATE = re.compile(_DATE, re.IGNORECASE)
_RECURRING = re.compile(r"\b(?:setiap|tiap|saban)\s+(?:hari\s+)?$", re.IGNORECASE)
_WEEK_COUNT = re.compile(
    r"(?:\b(?:satu|dua|tiga|empat|lima|enam|beberapa|per|akhir|awal|dalam)|\d)\s+$", re.IGNORECASE
)
_LAW_TITLE = re.compile(
    r"\b(?:undang-undang|UU|peraturan|perda|pergub|perbup|perwali|perpres|permen\w*|PP|keputusan"
    r"|instruksi|surat edaran|SE|SK)\b[^.;]{0,80}?\b(?:nomor|no\.?)\s[^.;]{0,60}?\btentang\b"
    r"(?:(?!\b(?:pada|yang|di|dalam)\b)[^.;,]){0,200}",
    re.IGNORECASE,
)


def mentions(text: str) -> Iterator[Mention]:
    """Every place where a weekday stands beside a date, titles of laws left out."""
    laws = [match.span() for match in _LAW_TITLE.finditer(text)]
    for pattern in (_FORWARD, _BACKWARD):
        for match in pattern.finditer(text):
            in_law = any(a <= match.start() < b for a, b in laws)
            if (
                in_law
                or _RECURRING.search(text, max(0, match.start() - 20), match.start())
                or _is_week(text, match)
            ):
                continue
            parts = _parts(match["dates"])
            days = tuple(WEEKDAYS[d[0].casefold()] for d in _ONE_DAY.finditer(match["days"]))
            if parts:
                between_dates = _ONE_DATE.sub("", match["dates"])
                ranges = (_RANGE.search(match["days"]), _RANGE.search(between_dates))
                yield Mention(match.start(), match.end(), days, parts, *map(bool, ranges))


def _is_week(text: str, match: re.Match[str]) -> bool:
    """“minggu” in the sense of seven days: small letter, or counted."""
    first = match["days"]
    if not first.casefold().startswith("minggu"):
        return False
    before = text[max(0, match.start("days") - 16) : match.start("days")]
    if _WEEK_COUNT.search(before):
        return True
    return first[0] == "m" and not before.casefold().endswith("hari ")


def _parts(dates: str) -> tuple[Part, ...]:
    """The dates of a list; a missing month or year is that of the date behind it."""
    month: int | None = None
    year: int | None = None
    found: list[Part] = []
    for match in reversed(list(_ONE_DATE.finditer(dates))):
        day, own_month, own_year = _numbers(match[0])
        month = own_month or month
        year = own_year or year
        if month is None or not 1 <= month <= 12:
            return ()
        found.insert(0, Part(day, month, year))
    return tuple(found)


def _numbers(written: str) -> tuple[int, int | None, int | None]:
    """(day, month, year) of one written date; None where left out."""
    values = [int(value) for value in re.findall(r"\d+", written)]
    name = re.search(rf"{_MONTH}", written, re.IGNORECASE)
    if name:
        year = values[1] if len(values) > 1 else None
        return values[0], MONTHS[name[0].casefold()], year
    if len(values) == 3 and values[0] > 31:
        return values[2], values[1], values[0]
    year = values[2] if len(values) == 3 else None
    if year is not None and year < 100:
        year += 2000
    return values[0], values[1] if len(values) > 1 else None, year
