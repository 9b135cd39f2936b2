"""Characters that nobody sees: marks of joining, of direction and of looks.

Phones put them around numbers that are copied from a chat; others hide words with them.
"""

from __future__ import annotations

import re

UNSEEN = re.compile(
    "[\u00ad\u0300-\u036f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff]"
)


def seen(text: str) -> tuple[str, list[int]]:
    """What is seen of a text, and where each character stood; no places where none has moved."""
    if text.isascii() or not UNSEEN.search(text):
        return text, []
    kept = [(at, character) for at, character in enumerate(text) if not UNSEEN.match(character)]
    return "".join(character for _, character in kept), [at for at, _ in kept]
