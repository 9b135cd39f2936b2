"""The rules that an article must keep before it is published.

To add a rule: one module that ends in `RULE = Rule(...)`, one test, one line in `rules.RULES`.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from terbit.checks import switches, waivers
from terbit.checks.base import Case, Context, Place, Rule
from terbit.checks.reading.addresses import site_paths
from terbit.checks.rules import RULES
from terbit.core.article import Article
from terbit.core.finding import Finding
from terbit.core.office import Office

__all__ = [
    "MOST_FINDINGS",
    "RULES",
    "Case",
    "Context",
    "Place",
    "Rule",
    "changed",
    "run",
    "site_paths",
]


MOST_FINDINGS = 1000
"""Of one rule in one article; nobody reads more, and each takes its time to write."""


def run(article: Article, context: Context) -> tuple[Finding, ...]:
    """All findings of an article by line, each place once a rule, holds lifted by reasons."""
    found = (
        finding
        for rule in RULES.values()
        if switches.applies(rule, context.office)
        for finding in switches.applied(rule, context.office, _first(rule, article, context))
    )
    judged = waivers.apply(article, context, dict.fromkeys(found))
    return tuple(sorted(judged, key=_place))


def _first(rule: Rule, article: Article, context: Context) -> Iterator[Finding]:
    """The findings of a rule; of very many the first ones, and that there are more.

    That last one quotes no sentence, so no reason lifts it.
    """
    found = iter(rule.check(article, context))
    yield from islice(found, MOST_FINDINGS)
    more = next(found, None)
    if more:
        message = f"temuan {rule.id} lebih dari {MOST_FINDINGS}, sisanya tidak ditampilkan"
        fix = "perbaiki dahulu yang sudah ditampilkan, lalu periksa lagi"
        yield rule.finding(more.path, more.line, message, fix)


def changed(office: Office) -> tuple[str, ...]:
    """Each rule that an office changed, how, and why, as people read it."""
    return tuple(switches.described(RULES.values(), office))


def _place(finding: Finding) -> tuple[bool, str, int]:
    # the text first, its photos behind it
    return not finding.path.endswith(".md"), finding.path, finding.line
