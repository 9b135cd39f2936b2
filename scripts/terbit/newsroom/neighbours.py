"""When the activity of another item was, read from the head of its text alone."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from functools import cache

HEAD_BYTES = 8192
"""The first keys of an item lie well within; nobody waits for a whole text."""
_DAY = re.compile(rb"^tanggal:[ \t]*['\"]?(\d{4}-\d{2}-\d{2})\b", re.MULTILINE)


def day_of(read: Callable[[str], bytes | None]) -> Callable[[str], date | None]:
    """What tells the day of an item by its path; `read` gives its text, or None."""

    @cache
    def told(path: str) -> date | None:
        match = _DAY.search((read(path) or b"")[:HEAD_BYTES])
        try:
            return date.fromisoformat(match[1].decode()) if match else None
        except ValueError:
            return None

    return told
