"""Appending to the archive while others do: read anew, decide anew, and try again."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from terbit.errors import RaceError

T = TypeVar("T")
TRIES = 4
"""How often one act loses the race before the person is told."""


def settled(act: Callable[[], T]) -> T:
    """What an act gives that reads the ledger and appends to it. Raises RaceError in the end."""
    for _ in range(TRIES - 1):
        try:
            return act()
        except RaceError:
            continue
    return act()
