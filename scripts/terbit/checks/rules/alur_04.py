"""ALUR-04: each step keeps its time."""

from __future__ import annotations

from collections.abc import Iterator

from terbit.checks.base import Context, Place, Rule
from terbit.core.article import Article
from terbit.core.finding import Finding, Level


def check(article: Article, context: Context) -> Iterator[Finding]:
    """The waiting step, where it took more office minutes than the SOP gives."""
    sla = context.case.verdict.sla if context.case else None
    if sla is not None and sla.breached:
        yield RULE.finding(
            article.path,
            1,
            f"langkah {sla.step} melewati target waktu: terpakai {sla.used_minutes} dari"
            f" {sla.limit_minutes} menit kerja",
            "tuntaskan langkah itu hari ini, atau catat penyebab keterlambatannya",
        )


RULE = Rule(
    id="ALUR-04",
    level=Level.INGAT,
    sentence="Setiap langkah selesai dalam waktu yang ditetapkan SOP.",
    basis="SOP, kolom waktu",
    example_fails="{permintaan: {hasil: WAIT_VERIFICATION, langkah: 3, terpakai: 95, batas: 30}}",
    example_passes="{permintaan: {hasil: WAIT_VERIFICATION, langkah: 3, terpakai: 25, batas: 30}}",
    check=check,
    place=Place.CASE,
)
