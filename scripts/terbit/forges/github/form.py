"""Reading what somebody filled into an issue form: headings with the answers beneath them."""

from __future__ import annotations

import re
from collections.abc import Container

NO_ANSWER = "_No response_"
"""What GitHub writes beneath a question that was left empty."""
_HEADING = re.compile(r"^### +(?P<label>.+?) *$", re.MULTILINE)


def answers(body: str, labels: Container[str] | None = None) -> dict[str, str]:
    """The answers of a form by label, empty ones left out; the first of a label counts.

    Where the `labels` of the form are told, any other heading is part of an answer.
    """
    text = body.replace("\r\n", "\n")
    found_headings = _HEADING.finditer(text)
    headings = [row for row in found_headings if labels is None or row["label"] in labels]
    ends = [*(heading.start() for heading in headings), len(text)]
    found: dict[str, str] = {}
    for heading, end in zip(headings, ends[1:], strict=True):
        answer = text[heading.end() : end].strip()
        if answer and answer != NO_ANSWER:
            found.setdefault(heading["label"], answer)
    return found
