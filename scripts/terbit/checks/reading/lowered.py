"""Texts in small letters, to see at once which of them a rule need not read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from terbit.checks.reading.once import once
from terbit.checks.reading.prose import Text
from terbit.checks.reading.texts import texts
from terbit.checks.reading.vocabulary import spoken
from terbit.core.article import Article


@once
def lowered(article: Article) -> tuple[tuple[Text, str], ...]:
    """The public texts, each with its small letters; lengths may differ."""
    return tuple((text, text.text.casefold()) for text in texts(article))


def holding(article: Article, words: Iterable[str]) -> Iterator[Text]:
    """The public texts in which one of some small-lettered words stands."""
    wanted = spoken(article, tuple(words))
    if not wanted:
        return iter(())
    return (text for text, low in lowered(article) if any(map(low.__contains__, wanted)))
