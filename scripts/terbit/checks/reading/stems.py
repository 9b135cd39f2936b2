"""Which sentences hold one of a rule's words at all: plain search before any pattern."""

from __future__ import annotations

from collections.abc import Iterator

from terbit.checks.reading.lowered import lowered
from terbit.checks.reading.prose import Text, sentences
from terbit.checks.reading.vocabulary import spoken
from terbit.core.article import Article


def sentences_with(article: Article, *groups: tuple[str, ...]) -> Iterator[tuple[Text, int, int]]:
    """(text, start, end) of each sentence that holds a stem of every group."""
    groups = tuple(spoken(article, group) for group in groups)
    for text, folded in lowered(article) if all(groups) else ():
        # a few letters of other alphabets grow, and places would no longer fit
        low = folded if len(folded) == len(text.text) else text.text
        there: list[list[str]] = []
        for group in groups:
            there.append([stem for stem in group if stem in low])
            if not there[-1]:
                break
        else:
            for start, end in sentences(text.text):
                if all(any(low.find(stem, start, end) >= 0 for stem in stems) for stems in there):
                    yield text, start, end
