"""The lead: the first paragraph of an article that says something."""

from __future__ import annotations

from itertools import pairwise

from markdown_it.token import Token

from terbit.checks.reading import body
from terbit.checks.reading.once import once
from terbit.checks.reading.prose import Text
from terbit.checks.reading.texts import texts
from terbit.core.article import Article

_DATELINE_WORDS = 5
"""“TIRTA RAYA –” or “Tirta Raya, 10 November 2026” on a line of its own is no lead yet."""


@once
def lead(article: Article) -> tuple[Text, ...]:
    """The first paragraph, a short line such as a place or a note before it included."""
    lines = _paragraphs(article)
    own = {text.line: text for text in texts(article) if text.key == body.KEY and text.text.strip()}
    found: list[Text] = []
    for text in (own[line] for line in lines if line in own):
        found.append(text)
        if len(text.text.split()) > _DATELINE_WORDS:
            break
    return tuple(found)


def _paragraphs(article: Article) -> list[int]:
    """The source lines of the paragraphs that are no part of a list or a quotation."""
    tokens = body.tokens(article.body)
    return [
        article.body_line + (token.map[0] if token.map else 0)
        for before, token in pairwise(tokens)
        if before.type == "paragraph_open" and not before.level and _speaks(token)
    ]


def _speaks(token: Token) -> bool:
    return any(child.type == "text" and child.content.strip() for child in token.children or ())
