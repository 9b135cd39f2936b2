"""Where a sentence lies, found without reading a long text again for each place."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from operator import itemgetter

from terbit.checks.reading.prose import sentences


def sentence_span(text: str, start: int, end: int) -> tuple[int, int]:
    """(start, end) of the sentence or sentences that hold the characters from `start` to `end`."""
    parts = sentences(text)
    first = bisect_right(parts, start, key=itemgetter(1))
    last = bisect_left(parts, max(end, start + 1), key=itemgetter(0))
    return (parts[first][0], parts[last - 1][1]) if first < last else (0, len(text))
