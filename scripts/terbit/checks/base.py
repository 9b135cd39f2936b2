"""What every rule is made of: the rule itself, what it may know, and how it reports."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from terbit.checks.masking import mask
from terbit.checks.prose import Text, sentence_at, squeeze
from terbit.core.article import Article
from terbit.core.finding import Finding, Level
from terbit.core.office import Office


@dataclass(frozen=True)
class Context:
    """What a rule may know beside the article.

    `known_paths` holds the site's addresses ("/ppid/berkala/") and the repository paths
    ("content/ppid/berkala.md") that exist; `lifters` the names and capacities, casefolded,
    whose reason lifts a hold (empty: every person whose appointment is in force `today`).
    """

    office: Office
    today: date
    known_paths: frozenset[str] = frozenset()
    lifters: frozenset[str] = frozenset()


Check = Callable[[Article, Context], Iterable[Finding]]


@dataclass(frozen=True)
class Rule:
    """One rule: `sentence` says it to people, `basis` names the law or SOP line.

    The examples are Markdown of the body, or YAML of the head where `in_head` is true.
    """

    id: str
    level: Level
    sentence: str
    basis: str
    example_fails: str
    example_passes: str
    check: Check
    in_head: bool = False

    def finding(
        self,
        path: str,
        line: int,
        message: str,
        fix: str,
        *,
        quote: str = "",
        span: str = "",
        level: Level | None = None,
    ) -> Finding:
        """A finding of this rule; everything that can be shown is masked here."""
        return Finding(
            rule=self.id,
            level=level or self.level,
            path=path,
            line=max(1, line),
            message=mask(message),
            fix=mask(fix),
            basis=self.basis,
            quote=mask(quote),
            span=span,
        )

    def in_text(
        self,
        article: Article,
        text: Text,
        place: tuple[int, int],
        message: str,
        fix: str,
        *,
        level: Level | None = None,
    ) -> Finding:
        """A finding at characters `place` of a text; its span is the sentence around it."""
        start, end = place
        return self.finding(
            article.path,
            text.line_at(start, end),
            message,
            fix,
            quote=squeeze(text.text[start:end]),
            span=sentence_at(text.text, start, end),
            level=level,
        )
