"""The order of pushes, which the forge's clock alone does not always tell."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import TypeVar

NO_COMMIT = "0" * 40
"""What stands before a branch was made and after it was deleted."""
T = TypeVar("T")


def chained(rows: Iterable[T], read: Callable[[T], tuple[datetime, str, str]]) -> tuple[T, ...]:
    """Pushes by time; those of one second by the commit that the one left and the next found.

    `read` gives time, commit before and commit after of a row.
    """
    left, ordered, head = sorted(rows, key=lambda row: read(row)[0]), list[T](), NO_COMMIT
    while left:
        tied = [row for row in left if read(row)[0] == read(left[0])[0]]
        following = next((row for row in tied if read(row)[1] == head), tied[0])
        ordered.append(following)
        left.remove(following)
        head = read(following)[2]
    return tuple(ordered)
