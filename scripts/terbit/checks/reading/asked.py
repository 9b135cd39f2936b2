"""Questions to a sentence: in a long one every place asks the same."""

from __future__ import annotations

import re
from functools import lru_cache


@lru_cache(maxsize=512)
def has(pattern: re.Pattern[str], sentence: str) -> bool:
    """Whether a pattern stands in a sentence; the answer is remembered."""
    return bool(pattern.search(sentence))
