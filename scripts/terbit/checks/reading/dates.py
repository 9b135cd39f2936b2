"""Weekdays and dates as Indonesian prose writes them, in lists and ranges too."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from types import MappingProxyType

from babel.dates import get_day_names, get_month_names

from terbit import indonesian

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
    return indonesian.dated(day, "EEEE")


def long_date(day: date) -> str:
    """“10 November 2026”."""
    return indonesian.day(day)


def short_date(day: date) -> str:
    """“Selasa (10/11/2026)”, as the news writes it."""
    return f"{day_name(day)} ({day.day}/{day.month}/{day.year})"


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
DAY = "|".join(sorted(map(re.escape, WEEKDAYS), key=len, reverse=True))
MONTH = "|".join(sorted(map(re.escape, MONTHS), key=len, reverse=True))
GLUE = (
    r"\s{0,4}(?:–|—|-|/|,(?:\s{0,4}dan\b)?|\bs\.?\s?/?d\.?\b\.?"
    r"|\b(?:hingga|sampai(?:\s+dengan)?|dan|atau|serta)\b)\s{0,4}"
)
_DATE = (
    rf"(?:\d{{4}}-\d{{1,2}}-\d{{1,2}}"
    rf"|\d{{1,2}}\s{{0,4}}[./-]\s{{0,4}}\d{{1,2}}\s{{0,4}}[./-]\s{{0,4}}(?:\d{{4}}|\d{{2}})(?!\d)"
    rf"|\d{{1,2}}(?:\s+(?:{MONTH})\b\.?(?:\s+\d{{4}}(?!\d))?|/\d{{1,2}}(?![\d/]))?(?!\d|[.:]\d))"
)
RANGE = re.compile(r"[–—-]|\bs\.?\s?/?d\b|hingga|sampai", re.IGNORECASE)
_WHICH = (
    r"(?:\s{1,4}(?:pagi|siang|sore|malam|petang|dini\s+hari|ini|itu|tersebut|lalu|kemarin|mendatang"
    r"|depan|besok|esok|lusa|nanti|pekan|minggu|pon|wage|kliwon|legi|manis|pahing|paing)){0,3}+"
)
"""“Senin malam”, “Senin pekan depan”, “Senin Kliwon”: said of a day before its date."""
_AT = r"(?:,?\s{1,4}(?:pukul|jam)\s+\d{1,2}[.:]\d\d(?:\s+WI(?:B|TA|T))?(?=\s{0,4}[,(]))?"
_MEANS = r"(?:(?:yang\s+)?(?:bertepatan\s+dengan|tepatnya|yakni|yaitu)\s+)?"
_BETWEEN = (
    rf"{_WHICH}{_AT}\s{{0,4}}[,/]?\s{{0,4}}\(?\s{{0,4}}{_MEANS}"
    r"(?:(?:pada\s+)?(?:tanggal|tgl\.?)\s{0,4}(?::\s{0,4})?)?"
)
# lists are short and possessive, or a page of weekdays would be tried in every combination
_FORWARD = re.compile(
    rf"\b(?P<days>(?:{DAY})\b(?:{GLUE}(?:{DAY})\b){{0,6}}+){_BETWEEN}"
    rf"(?P<dates>{_DATE}(?:{GLUE}{_DATE}){{0,9}}+)\)?",
    re.IGNORECASE,
)
_BACKWARD = re.compile(
    rf"(?<![\d./-])(?P<dates>{_DATE})\s{{0,4}}(?:(?:,?\s{{0,4}}\bhari\s+|\(\s{{0,4}}(?:hari\s+)?)"
    r"|(?P<verb>,?\s{0,4}(?:yang\s+)?\b(?:(?:jatuh\s+)?tepat|jatuh|bertepatan|adalah|merupakan|ialah"
    r"|yakni|yaitu)\s+(?:pada\s+|dengan\s+|di\s+)?(?:hari\s+)?))"
    rf"(?P<days>{DAY})\b\)?",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")
_ONE_DAY = re.compile(rf"\b(?:{DAY})\b", re.IGNORECASE)
_ONE_DATE = re.compile(_DATE, re.IGNORECASE)
_RECURRING = re.compile(
    r"\b(?:setiap|tiap|saban|malam|menjelang|sebelum|sesudah|setelah)\s+(?:hari\s+)?$",
    re.IGNORECASE,
)
"""“setiap Senin” is many days, “malam Minggu” the evening before."""
_ANOTHER_YEAR = re.compile(r"\btahun\s+(?:lalu|depan|sebelumnya|berikutnya|kemarin)\b|\btahun\s+\d")
_WEEK_COUNT = re.compile(
    r"(?:\b(?:satu|dua|tiga|empat|lima|enam|beberapa|per|akhir|awal|dalam)|\d)\s+$", re.IGNORECASE
)
_YEAR = re.compile(r"\d{4}|\d[./-]\d{1,2}[./-]\d\d")
_AROUND = 120
"""Characters before a weekday in which its date may stand."""
_LONGEST_DAY = max(map(len, WEEKDAYS)) + 2
_ABOUT = re.compile(r"\btentang\b|\bTentang\b|\bTENTANG\b")
_LAW_TITLE = re.compile(
    r"\b(?:undang-undang|UU|peraturan|perda|pergub|perbup|perwali|perpres|permen\w*|PP|keputusan"
    r"|instruksi|surat edaran|SE|SK)\b[^.;]{0,80}?\b(?:nomor|no\.?)\s[^.;]{0,60}?\btentang\b"
    r"(?:(?!\b(?:pada|yang|di|dalam)\b)[^.;,]){0,200}",
    re.IGNORECASE,
)


def mentions(text: str) -> Iterator[Mention]:
    """Every place where a weekday stands beside a date, titles of laws left out."""
    if not _DIGIT.search(text):
        return
    laws = law_titles(text)
    for pattern in (_FORWARD, _BACKWARD):
        for match in _matches(pattern, text):
            in_law = any(a <= match.start() < b for a, b in laws)
            if (
                in_law
                or _RECURRING.search(text, max(0, match.start("days") - 20), match.start("days"))
                or _is_week(text, match)
                or (match.groupdict().get("verb") and _of_another_year(text, match))
            ):
                continue
            parts = _parts(match["dates"])
            days = tuple(WEEKDAYS[d[0].casefold()] for d in _ONE_DAY.finditer(match["days"]))
            if parts:
                between_dates = _ONE_DATE.sub("", match["dates"])
                ranges = (RANGE.search(match["days"]), RANGE.search(between_dates))
                yield Mention(match.start(), match.end(), days, parts, *map(bool, ranges))


def _matches(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """What `finditer` finds, looked for only around weekdays: hardly any words are near to one."""
    end = 0
    for at in _weekdays(text):
        if at < end:
            continue
        before = max(end, at - _AROUND)
        near = pattern.finditer(text, before, at + _LONGEST_DAY)
        for match in (pattern.match(text, at),) if pattern is _FORWARD else near:
            if match and match.start("days") == at:
                end = match.end()
                yield match


@lru_cache(maxsize=64)
def _weekdays(text: str) -> tuple[int, ...]:
    """Where the name of a weekday may begin, in order."""
    low = text.lower()
    if len(low) != len(text):
        # a few letters of other alphabets grow, and places would no longer fit
        return tuple(match.start() for match in _ONE_DAY.finditer(text))
    return tuple(sorted({at for day in WEEKDAYS for at in _places(low, day)}))


def _places(low: str, word: str) -> Iterator[int]:
    at = low.find(word)
    while at >= 0:
        yield at
        at = low.find(word, at + 1)


def law_titles(text: str) -> list[tuple[int, int]]:
    """(start, end) of each title of a law or a letter, whose dates say nothing of ours."""
    if not _ABOUT.search(text):
        return []
    return [match.span() for match in _LAW_TITLE.finditer(text)]


def _is_week(text: str, match: re.Match[str]) -> bool:
    """“minggu” in the sense of seven days: small letter, or counted."""
    first = match["days"]
    if not first.casefold().startswith("minggu"):
        return False
    before = text[max(0, match.start("days") - 16) : match.start("days")]
    if _WEEK_COUNT.search(before):
        return True
    return first[0] == "m" and not before.casefold().endswith("hari ")


def _of_another_year(text: str, match: re.Match[str]) -> bool:
    """“Tahun lalu, 10 November jatuh pada Senin”: the date names no year, the sentence one."""
    start, end = max(0, match.start() - 60), match.end() + 40
    return not _YEAR.search(match["dates"]) and bool(_ANOTHER_YEAR.search(text.lower(), start, end))


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
    name = re.search(rf"{MONTH}", written, re.IGNORECASE)
    if name:
        year = values[1] if len(values) > 1 else None
        return values[0], MONTHS[name[0].casefold()], year
    if len(values) == 3 and values[0] > 31:
        return values[2], values[1], values[0]
    year = values[2] if len(values) == 3 else None
    if year is not None and year < 100:
        year += 2000
    return values[0], values[1] if len(values) > 1 else None, year
