"""The rules that an article must keep before it is published.

To add a rule: one module that ends in `RULE = Rule(...)`, one test, one line in `rules.RULES`.
"""

from __future__ import annotations

from terbit.checks import switches, waivers
from terbit.checks.base import Case, Context, Place, Rule
from terbit.checks.reading.addresses import site_paths
from terbit.checks.rules import RULES
from terbit.core.article import Article
from terbit.core.finding import Finding
from terbit.core.office import Office

__all__ = ["RULES", "Case", "Context", "Place", "Rule", "changed", "run", "site_paths"]


def run(article: Article, context: Context) -> tuple[Finding, ...]:
    """All findings of an article by line, each place once a rule, holds lifted by reasons."""
    found = (
        finding
        for rule in RULES.values()
        if switches.applies(rule, context.office)
        for finding in switches.applied(rule, context.office, rule.check(article, context))
    )
    judged = waivers.apply(article, context, dict.fromkeys(found))
    return tuple(sorted(judged, key=_place))


def changed(office: Office) -> tuple[str, ...]:
    """Each rule that an office changed, how, and why, as people read it."""
    return tuple(switches.described(RULES.values(), office))


def _place(finding: Finding) -> tuple[bool, str, int]:
    # the text first, its photos behind it
    return not finding.path.endswith(".md"), finding.path, finding.line
