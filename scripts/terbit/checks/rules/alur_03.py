"""ALUR-03: whoever acts for another does so within the dates of the delegation."""

from __future__ import annotations

from collections.abc import Iterator

from terbit.checks.base import Context, Place, Rule
from terbit.core.article import Article
from terbit.core.finding import Finding, Level


def check(article: Article, context: Context) -> Iterator[Finding]:
    """Reviews of acting officials that fell outside of their dates, while the step is open."""
    case = context.case
    if case is None or case.verdict.allow_merge:
        return
    for capacity in case.lapsed:
        yield RULE.finding(
            article.path,
            1,
            f"persetujuan “{capacity}” diberikan di luar masa penunjukannya",
            "minta persetujuan pejabat yang menjabat, atau catat penunjukannya di kantor.yml",
            quote=capacity,
            span=capacity,
        )


RULE = Rule(
    id="ALUR-03",
    level=Level.TAHAN,
    sentence="Plt., Plh., dan Pj. menyetujui naskah hanya selama masa penunjukannya.",
    basis="SE BKN 1/SE/I/2021; SOP, langkah keputusan",
    example_fails="{permintaan: {hasil: WAIT_APPROVAL, di_luar_masa: [Plh. Kepala Bagian]}}",
    example_passes="{permintaan: {hasil: READY, di_luar_masa: [Plh. Kepala Bagian]}}",
    check=check,
    place=Place.CASE,
)
