"""List items say what they are in the line above them: “Nomor rekening panitia:”."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from terbit.checks.reading.body import KEY
from terbit.checks.reading.prose import Text, squeeze

_LONGEST_ITEM, _LONGEST_LEAD, _LONGEST_KEY = 160, 90, 40
_GAP = 2
"""Lines from one item to the next: at most one empty line between."""
_NUMBER = re.compile(r"\d(?:\W{0,4}\d){5}")
_ONLY_NUMBER = re.compile(r"[\d\s().+/*_–-]+")


def led(texts: Iterable[Text]) -> Iterator[Text]:
    """The texts; an item of a list that holds a number is given the line that leads the list.

    The lead becomes the heading of the item as a column's heading is that of a cell.
    """
    lead, previous = "", None
    for text in texts:
        if text.key != KEY or text.headers:
            lead, previous = "", None
            yield text
            continue
        if not _follows(text, previous):
            lead, previous = "", None
        key = _key(previous) if previous and _ONLY_NUMBER.fullmatch(text.text) else ""
        yield _with(text, key or lead)
        lead, previous = _lead(text) or lead, text


def _with(text: Text, lead: str) -> Text:
    if lead and len(text.text) <= _LONGEST_ITEM and _NUMBER.search(text.text):
        return replace(text, headers=((0, lead),))
    return text


def _follows(text: Text, previous: Text | None) -> bool:
    if previous is None:
        return False
    end = previous.line + previous.text.count("\n")
    return previous.line <= text.line <= end + _GAP and len(text.text) <= _LONGEST_ITEM


def _lead(text: Text) -> str:
    words = text.text.rstrip()
    return squeeze(words[-_LONGEST_LEAD:-1]) if words.endswith(":") else ""


def _key(text: Text) -> str:
    words = text.text.strip(" :\n")
    return words if len(words) <= _LONGEST_KEY and not any(map(str.isdecimal, words)) else ""
