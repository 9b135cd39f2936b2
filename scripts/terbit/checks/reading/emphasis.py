"""Words that a writer has marked as another's or as foreign: italics and code."""

from __future__ import annotations

from markdown_it.token import Token

from terbit.checks.reading import body
from terbit.checks.reading.once import once
from terbit.checks.reading.prose import squeeze
from terbit.core.article import Article


@once
def marked(article: Article) -> frozenset[str]:
    """Each stretch of the body in italics or in code, casefolded."""
    if not any(mark in article.body for mark in "*_`<"):
        return frozenset()
    return frozenset(
        squeeze(stretch).casefold()
        for token in body.tokens(article.body)
        for stretch in _stretches(token.children or ())
        if stretch.strip()
    )


def _stretches(children: list[Token] | tuple[Token, ...]) -> list[str]:
    found, depth = [], 0
    for child in children:
        if child.type in {"em_open", "em_close"}:
            depth += child.nesting
            found += [""] if child.nesting > 0 else []
        elif child.type == "code_inline":
            found.append(child.content)
        elif depth and found:
            found[-1] += child.content or " "
    return found


@once
def _marked_lines(article: Article) -> str:
    return "\n".join(marked(article))


def is_marked(article: Article, text: str, start: int, end: int) -> bool:
    """Whether a word stands in such a stretch of the body, or between stars in the head."""
    if text[start - 1 : start] in {"*", "_"} and text[end : end + 1] in {"*", "_"}:
        return True
    word = squeeze(text[start:end]).casefold()
    return word in _marked_lines(article)
