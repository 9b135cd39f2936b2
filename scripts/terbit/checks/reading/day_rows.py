"""Weekdays and dates that stand in two cells of a row, or in two items of a list."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from terbit.checks.reading.body import CELL_GAP
from terbit.checks.reading.dates import DAY, Mention, mentions
from terbit.checks.reading.prose import Text

_DAY_HEAD = re.compile(r"\W*hari\W*\Z", re.IGNORECASE)
_DATE_HEAD = re.compile(r"\W*(?:tanggal|tgl)\b", re.IGNORECASE)
_DAY_ITEM = re.compile(rf"\s*hari\s*:\s*(?P<day>{DAY})\W*\Z", re.IGNORECASE)
_DATE_ITEM = re.compile(r"\s*(?:tanggal|tgl)\s*:\s*(?P<date>.{4,40})", re.IGNORECASE)


def in_row(text: Text) -> Iterator[Mention]:
    """The weekday of a row's column “Hari” with the date of its column “Tanggal”."""
    days = [place for place, head in _cells(text) if _DAY_HEAD.match(head)]
    dates = [place for place, head in _cells(text) if _DATE_HEAD.match(head)] if days else []
    for day in days[:1]:
        for date in dates[:1]:
            together = f"{text.text[slice(*day)]}, {text.text[slice(*date)]}"
            for mention in mentions(together):
                yield replace(mention, start=min(day[0], date[0]), end=max(day[1], date[1]))


def _cells(text: Text) -> Iterator[tuple[tuple[int, int], str]]:
    """(start, end) of each cell and the words at the head of its column."""
    ends = [offset - len(CELL_GAP) for offset, _ in text.headers[1:]] + [len(text.text)]
    for (start, head), end in zip(text.headers, ends, strict=True):
        yield (start, end), head


def in_items(texts: tuple[Text, ...]) -> Iterator[tuple[Text, Mention]]:
    """The weekday of an item “Hari: …” with the date of the item “Tanggal: …” behind it."""
    for before, text in pairwise(texts):
        day = _DAY_ITEM.match(before.text)
        date = _DATE_ITEM.match(text.text) if day else None
        if day and date:
            for mention in mentions(f"{day['day']}, {date['date']}"):
                yield text, replace(mention, start=date.start("date"), end=date.end("date"))
