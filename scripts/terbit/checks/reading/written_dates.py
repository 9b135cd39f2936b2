"""Every date of a text, with or without a weekday; also those that no calendar has."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from terbit.checks.reading.dates import GLUE, MONTH, MONTHS, RANGE, Part, law_titles, readings
from terbit.checks.reading.once import once
from terbit.checks.reading.prose import Text
from terbit.checks.reading.texts import texts
from terbit.core.article import Article


@dataclass(frozen=True)
class Written:
    """One date as it is written at [start, end); `digits` is its year, "" where left out."""

    start: int
    end: int
    part: Part
    digits: str


@dataclass(frozen=True)
class Stretch:
    """Dates that belong together at [start, end): one, a list, or the two ends of a range."""

    start: int
    end: int
    dates: tuple[Written, ...]
    ranged: bool = False

    def days(self, anchor: date) -> frozenset[date]:
        """Every day that is meant, those within a range too; empty where none exists."""
        found = [readings(one.part, anchor) for one in self.dates]
        every = {day for days in found for day in days}
        if self.ranged and every:
            first, last = min(every), max(every)
            length = min((last - first).days, _LONGEST_RANGE)
            every |= {first + timedelta(days=n) for n in range(length + 1)}
        return frozenset(every)


_LONGEST_RANGE = 366
_YEAR = r"(?:\s+(?:tahun\s+)?\d{2,6}(?![\d.,]*\d)(?!\s*%))?"
_NAMED = rf"\d{{1,2}}\s+(?:bulan\s+)?(?:{MONTH})\b(?:\.(?=\s*\d))?{_YEAR}"
_NUMERIC = (
    r"\d{4}-\d{1,2}-\d{1,2}(?![\w/-])"
    r"|\d{1,2}\s?/\s?\d{1,2}\s?/\s?\d{2,6}(?![\w/-])"
    r"|\d{1,2}-\d{1,2}-(?:19|20)\d{2,3}(?![\w/-])"
    r"|\d{1,2}\.\d{1,2}\.(?:19|20)\d{2,3}(?![\w/-]|\.\d)"
)
_CORE = rf"(?:{_NAMED}|{_NUMERIC})"
_LEAD = rf"(?:\d{{1,2}}(?:\s+(?:{MONTH})\b\.?|/\d{{1,2}}(?![\d/]))?{GLUE}){{0,9}}"
_STRETCH = re.compile(rf"(?<![\w/.-])(?<!\d,){_LEAD}{_CORE}(?:{GLUE}{_CORE}){{0,5}}", re.IGNORECASE)
_SHORT = re.compile(r"\(\s?(\d{1,2}/\d{1,2})\s?\)")
_ONE = re.compile(
    rf"{_CORE}|\d{{1,2}}(?:\s+(?:{MONTH})\b\.?|/\d{{1,2}}(?![\d/]))?(?![\d/])", re.IGNORECASE
)
_SHORT_YEAR = re.compile(r"\d\s?/\s?\d{1,2}\s?/\s?\d\d$")
_DIGITS = re.compile(r"\d+")
_NAME = re.compile(rf"\b(?:{MONTH})\b", re.IGNORECASE)
_NO_DATE = re.compile(
    r"(?:\b(?:nomor|nomer|no|kode|id|register|registrasi|perkara|seri|versi|pasal|ayat|butir|rasio"
    r"|skor|RT|RW|resi|nota|blok|agenda)\b[.:]?\s*(?:\w{1,12}\s)?|[/#:=_–—-])$",
    re.IGNORECASE,
)
_MAYBE = re.compile(rf"\d\s+(?:bulan\s+)?(?:{MONTH})\b|\d\s?[/.-]\s?\d", re.IGNORECASE)


@once
def written(article: Article) -> tuple[tuple[Text, tuple[Stretch, ...]], ...]:
    """The public texts that hold dates, each with its stretches."""
    read = ((text, tuple(stretches(text.text))) for text in texts(article))
    return tuple((text, found) for text, found in read if found)


def stretches(text: str) -> Iterator[Stretch]:
    """Every stretch of dates; titles of laws and numbers of letters are none."""
    if not _MAYBE.search(text):
        return
    laws = law_titles(text)
    for pattern in (_STRETCH, _SHORT):
        for match in pattern.finditer(text):
            start, end = match.span(pattern.groups)
            no_date = _NO_DATE.search(text, max(0, start - 30), start)
            if no_date or any(a <= start < b for a, b in laws):
                continue
            dates = _dates(text, start, end)
            if dates:
                between = _ONE.sub("", text[start:end])
                yield Stretch(start, end, dates, bool(RANGE.search(between)))


def _dates(text: str, start: int, end: int) -> tuple[Written, ...]:
    """The dates of a stretch; a missing month or year is that of the date behind it."""
    found: list[Written] = []
    month = year = None
    for match in reversed(list(_ONE.finditer(text, start, end))):
        day, own_month, digits = _read(match[0])
        if own_month is not None and (digits or month is None):
            year = int(digits) + 2000 if _SHORT_YEAR.search(match[0]) else _year(digits)
        month = own_month if own_month is not None else month
        if month is None:
            return ()
        found.insert(0, Written(match.start(), match.end(), Part(day, month, year), digits))
    return tuple(found)


def _read(one: str) -> tuple[int, int | None, str]:
    """(day, month, digits of the year) of one written date."""
    values = _DIGITS.findall(one)
    name = _NAME.search(one)
    if name:
        return int(values[0]), MONTHS[name[0].casefold()], values[1] if len(values) > 1 else ""
    if len(values) == 3 and len(values[0]) == 4:
        return int(values[2]), int(values[1]), values[0]
    month = int(values[1]) if len(values) > 1 else None
    return int(values[0]), month, values[2] if len(values) > 2 else ""


def _year(digits: str) -> int | None:
    """The year, where it is one: “10 November 150” may well speak of 150 people."""
    return int(digits) if len(digits) == 4 else None
