"""PII-02: sixteen bare digits may be a mistyped NIK, an NPWP or a card, so a human looks."""

from __future__ import annotations

from collections.abc import Iterator

from terbit.checks.base import Context, Rule
from terbit.checks.reading.figures import Kind
from terbit.checks.reading.numbers import numbers, own_numbers, quoted
from terbit.core.article import Article
from terbit.core.finding import Finding, Level


def check(article: Article, context: Context) -> Iterator[Finding]:
    """Every number of sixteen digits that no word explains and no form proves a NIK."""
    for text, number in numbers(article):
        if number.kind is Kind.SIXTEEN and number.value not in own_numbers(context.office):
            yield RULE.in_text(
                article,
                text,
                number.place,
                f"nomor 16 angka “{quoted(text, number)}” mungkin NIK, NPWP, atau nomor kartu",
                "hapus nomornya, atau minta pejabat penelaah menulis alasannya di"
                " catatan_pemeriksaan",
            )


RULE = Rule(
    id="PII-02",
    level=Level.TAHAN,
    sentence="Nomor 16 angka yang mungkin NIK, NPWP, atau nomor kartu hanya terbit dengan alasan"
    " pejabat penelaah.",
    basis="UU 27/2022 Pasal 65 ayat (2)",
    example_fails="Pemohon dengan nomor 9911223344556677 diminta melengkapi berkas.",
    example_passes="Nomor kontrak 9911223344556677 tercatat dalam dokumen pengadaan.",
    check=check,
)
