"""PII-04: tax numbers stay between the taxpayer and the tax office."""

from __future__ import annotations

from collections.abc import Iterator

from terbit.checks.base import Context, Rule
from terbit.checks.reading.figures import Kind
from terbit.checks.reading.numbers import numbers, own_numbers, quoted
from terbit.core.article import Article
from terbit.core.finding import Finding, Level


def check(article: Article, context: Context) -> Iterator[Finding]:
    """Every number that is an NPWP or NITKU by its word, or an NPWP by its form."""
    for text, number in numbers(article):
        if number.kind is Kind.NPWP and number.value not in own_numbers(context.office):
            yield RULE.in_text(
                article,
                text,
                number.place,
                f"NPWP “{quoted(text, number)}” tertulis dalam naskah",
                "hapus nomornya; cukup sebutkan nama wajib pajak bila memang perlu",
            )


RULE = Rule(
    id="PII-04",
    level=Level.TOLAK,
    sentence="NPWP tidak boleh dipublikasikan.",
    basis="UU 27/2022 Pasal 65 ayat (2)",
    example_fails="Rekanan tercatat dengan NPWP 01.312.166.0-091.000 sejak 2019.",
    example_passes="Pemohon membawa fotokopi NPWP; sejak 2024 NPWP orang pribadi memakai NIK.",
    check=check,
)
