"""The cells of a table row, each with the heading of its column."""

from __future__ import annotations

from collections.abc import Iterator

from terbit.checks.reading.body import CELL_GAP
from terbit.checks.reading.prose import Text


def cells(text: Text) -> Iterator[tuple[int, str, str]]:
    """(offset, heading, words) of each cell of a row; nothing outside of tables."""
    if not text.headers:
        return
    ends = [offset - len(CELL_GAP) for offset, _ in text.headers[1:]]
    for (offset, heading), end in zip(text.headers, [*ends, len(text.text)], strict=False):
        yield offset, heading, text.text[offset:end]
