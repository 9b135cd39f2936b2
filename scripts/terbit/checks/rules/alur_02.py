"""ALUR-02: every petunjuk perbaikan is settled before anything is published."""

from __future__ import annotations

from collections.abc import Iterator

from terbit.checks.base import Context, Place, Rule
from terbit.core.article import Article
from terbit.core.finding import Finding, Level
from terbit.core.verdict import Reason


def check(article: Article, context: Context) -> Iterator[Finding]:
    """A request that is closed although somebody still asks for changes."""
    case = context.case
    if case is None or not case.closing:
        return
    count = len(case.verdict.blocked_by)
    if count or case.verdict.reason is Reason.CHANGES_REQUESTED:
        number = f"{count} petunjuk" if count > 1 else "petunjuk"
        yield RULE.finding(
            article.path,
            1,
            f"{number} perbaikan belum diselesaikan",
            "perbaiki naskah menurut petunjuknya, lalu minta persetujuan pemberi petunjuk",
        )


RULE = Rule(
    id="ALUR-02",
    level=Level.TOLAK,
    sentence="Setiap petunjuk perbaikan diselesaikan sebelum naskah terbit.",
    basis="SOP, keluaran langkah pemeriksaan: petunjuk perbaikan",
    example_fails="{permintaan: {hasil: CHANGES_REQUESTED, keberatan: [7], digabung: ya}}",
    example_passes="{permintaan: {hasil: CHANGES_REQUESTED, keberatan: [7], digabung: tidak}}",
    check=check,
    place=Place.CASE,
)
