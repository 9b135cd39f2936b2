"""The rules that an article must keep before it is published.

To add a rule: one module that ends in `RULE = Rule(...)`, one test, one line in `RULES`.
"""

from __future__ import annotations

from types import MappingProxyType

from terbit.checks import (
    five_w_01,
    foto_01,
    foto_02,
    foto_04,
    html_01,
    kip_01,
    kip_06,
    nama_01,
    pii_01,
    pii_03,
    taut_01,
    waivers,
    wkt_01,
)
from terbit.checks.addresses import site_paths
from terbit.checks.base import Context, Rule
from terbit.core.article import Article
from terbit.core.finding import Finding

__all__ = ["RULES", "Context", "Rule", "run", "site_paths"]

RULES = MappingProxyType(
    {
        "PII-01": pii_01.RULE,
        "PII-03": pii_03.RULE,
        "KIP-01": kip_01.RULE,
        "KIP-06": kip_06.RULE,
        "5W-01": five_w_01.RULE,
        "WKT-01": wkt_01.RULE,
        "NAMA-01": nama_01.RULE,
        "FOTO-01": foto_01.RULE,
        "FOTO-02": foto_02.RULE,
        "FOTO-04": foto_04.RULE,
        "HTML-01": html_01.RULE,
        "TAUT-01": taut_01.RULE,
    }
)
"""Every rule by its id, in the order of the catalogue."""


def run(article: Article, context: Context) -> tuple[Finding, ...]:
    """All findings of an article by line, each place once a rule, holds lifted by reasons."""
    found = (finding for rule in RULES.values() for finding in rule.check(article, context))
    judged = waivers.apply(article, context, dict.fromkeys(found))
    return tuple(sorted(judged, key=_place))


def _place(finding: Finding) -> tuple[bool, str, int]:
    # the text first, its photos behind it
    return not finding.path.endswith(".md"), finding.path, finding.line
