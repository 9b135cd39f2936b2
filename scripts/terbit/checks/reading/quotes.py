"""Where somebody else is quoted."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache
from operator import itemgetter

_QUOTED = re.compile(r"[“\"„][^“”\"„]{1,1500}(?:[”\"]|\Z)")


@lru_cache(maxsize=64)
def quoted(text: str) -> tuple[tuple[int, int], ...]:
    """(start, end) of each passage between quotation marks; an open one runs to the end."""
    return tuple(match.span() for match in _QUOTED.finditer(text))


def within(place: int, spans: tuple[tuple[int, int], ...]) -> bool:
    """Whether a place lies in one of some passages, which are in order."""
    after = bisect_right(spans, place, key=itemgetter(0))
    return after > 0 and place < spans[after - 1][1]


def unquoted(text: str) -> str:
    """The text without what stands between quotation marks, each place kept."""
    return _QUOTED.sub(_hollow, text)


def _hollow(match: re.Match[str]) -> str:
    return f"{match[0][0]}{' ' * (len(match[0]) - 2)}{match[0][-1]}"
