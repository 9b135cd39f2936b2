"""The slip is short enough for a comment, whatever people wrote."""

from __future__ import annotations

from collections.abc import Mapping

MAX_SLIP = 60_000
"""Characters; GitHub refuses a comment of more than 65,536."""
FLOOR = 1_500
"""Characters of a shortened section that are kept where that is possible."""
ORDER = (("posts", "changes"), ("notes", "findings", "uncounted", "remarks"))
"""What is shortened first; within one group the longest."""
SHORTENED = "Bagian ini dipendekkan agar lembar ini muat dalam satu komentar."


def fitted(sections: Mapping[str, str]) -> str:
    """The sections as one text of less than MAX_SLIP characters, shortened where needed."""
    texts = dict(sections)
    for group in (*ORDER, tuple(texts)):
        for name in sorted(texts.keys() & group, key=lambda name: (-len(texts[name]), name)):
            excess = len(_joined(texts)) - MAX_SLIP + len(SHORTENED)
            if excess > 0 and len(texts[name]) > FLOOR:
                texts[name] = _shortened(texts[name], max(FLOOR, len(texts[name]) - excess))
    return _joined(texts)


def _joined(texts: Mapping[str, str]) -> str:
    return "\n\n".join(texts.values()) + "\n"


def _shortened(text: str, limit: int) -> str:
    """The whole lines of a text that fit, and a sentence that says so; each line stands alone."""
    kept: list[str] = []
    left = limit - len(SHORTENED) - 2
    for line in text.split("\n"):
        left -= len(line) + 1
        if left < 0:
            break
        kept.append(line)
    return "\n".join(kept).rstrip() + f"\n\n{SHORTENED}"
