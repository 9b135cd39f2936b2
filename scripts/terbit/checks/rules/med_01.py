"""MED-01: what was written for a channel fits there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from terbit.checks.base import Context, Place, Rule
from terbit.core.article import Article
from terbit.core.finding import Finding, Level


def check(article: Article, context: Context) -> Iterator[Finding]:
    """What the channels say is longer, or more, than they take."""
    for found in context.over_limits(article):
        yield replace(found, rule=RULE.id, basis=f"{RULE.basis}: {found.basis}")


RULE = Rule(
    id="MED-01",
    level=Level.TOLAK,
    sentence="Teks dan desain untuk setiap kanal harus memenuhi batas kanal itu.",
    basis="Batas resmi kanal",
    example_fails="teks_kanal: {x: 'Tim pengawas menilai pengendalian intern sepuluh perangkat"
    " daerah di aula kantor. Penilaian berlangsung selama lima hari kerja dan mencakup dokumen"
    " perencanaan, anggaran, pengadaan, serta laporan keuangan. Hasil penilaian disampaikan kepada"
    " pimpinan perangkat daerah pada akhir pekan depan.'}",
    example_passes="teks_kanal: {x: 'Tim pengawas menilai pengendalian intern sepuluh perangkat"
    " daerah.'}",
    check=check,
    place=Place.HEAD,
)
