"""BHS-03: a foreign word gives way to the Indonesian one that everybody knows."""

from __future__ import annotations

import re
from collections.abc import Iterator

from terbit.checks.base import Context, Rule
from terbit.checks.reading.emphasis import is_marked
from terbit.checks.reading.foreign_words import begins, equivalent, match_at
from terbit.checks.reading.prose import Text, squeeze
from terbit.checks.reading.quotes import quoted, within
from terbit.checks.reading.spelling import (
    in_address,
    in_law_title,
    in_name,
    occurrences,
    words_of,
    written,
)
from terbit.core.article import Article
from terbit.core.finding import Finding, Level


def check(article: Article, context: Context) -> Iterator[Finding]:
    """Every foreign word with a common equivalent that is neither marked, quoted nor a name."""
    suspects = frozenset(word for word in words_of(article) if begins(word))
    for text in written(article) if suspects else ():
        end = 0
        for word in occurrences(text, suspects):
            match = match_at(text.text, word.start()) if word.start() >= end else None
            if match and not _another_s(article, text, match):
                yield _finding(article, text, match)
            end = match.end() if match else end


def _finding(article: Article, text: Text, match: re.Match[str]) -> Finding:
    message = f"“{squeeze(match[0])}” adalah kata asing yang sudah mempunyai padanan"
    own = equivalent(match["word"])
    fix = f"pakai padanannya, misalnya “{own}”, atau tulis kata asing itu dengan huruf miring"
    return RULE.in_text(article, text, match.span(), message, fix)


def _another_s(article: Article, text: Text, match: re.Match[str]) -> bool:
    start, end = match.span()
    return (
        in_address(text.text, start, end)
        or in_name(text, start, end)
        or in_law_title(text.text, start)
        or within(start, quoted(text.text))
        or is_marked(article, text.text, start, end)
    )


RULE = Rule(
    id="BHS-03",
    level=Level.INFO,
    sentence="Kata asing yang mempunyai padanan umum ditulis dengan padanannya.",
    basis="UU 24/2009; Perpres 63/2019: penggunaan bahasa Indonesia",
    example_fails="Pendaftaran peserta dibuka sampai deadline yang ditetapkan panitia.",
    example_passes="Pendaftaran peserta dibuka sampai tenggat yang ditetapkan panitia.",
    check=check,
    exceptions=True,
)
