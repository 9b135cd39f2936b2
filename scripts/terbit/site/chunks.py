"""Long lists in pages whose numbers count from the oldest, so that old pages never shift."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")

SIZE = 24
"""Items of a numbered page; the front page shows the newest, at least as many once there are."""


@dataclass(frozen=True)
class Chunk(Generic[T]):
    """One page of a list, newest first; `number` 0 is the front page.

    `newer` and `older` are the numbers of the pages beside it, None where there is none.
    """

    number: int
    rows: tuple[T, ...]
    newer: int | None = None
    older: int | None = None


def chunked(rows: Sequence[T], size: int = SIZE) -> list[Chunk[T]]:
    """The front page and the numbered pages of a list that comes newest first.

    A numbered page is full and stays as it is; the front page holds what is newer, and the
    last full page besides so that it is never almost empty.
    """
    full = len(rows) // size
    numbered = max(0, full - 1)
    oldest_first = list(reversed(rows))
    front = Chunk(0, tuple(reversed(oldest_first[numbered * size :])), None, numbered or None)
    pages = [front]
    for number in range(numbered, 0, -1):
        part = oldest_first[(number - 1) * size : number * size]
        newer = number + 1 if number < numbered else 0
        pages.append(Chunk(number, tuple(reversed(part)), newer, number - 1 or None))
    return pages
