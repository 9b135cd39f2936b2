"""Sixty rules ask the same of one article: what was read last is remembered."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from terbit.core.article import Article

T = TypeVar("T")


def once(read: Callable[[Article], T]) -> Callable[[Article], T]:
    """A reading of an article that is made once, however often it is asked for in a row.

    Articles are compared by identity: they are frozen, and to compare them would cost more.
    """
    last: list[tuple[Article, T]] = []

    @wraps(read)
    def remembered(article: Article) -> T:
        if not last or last[0][0] is not article:
            last[:] = [(article, read(article))]
        return last[0][1]

    return remembered
