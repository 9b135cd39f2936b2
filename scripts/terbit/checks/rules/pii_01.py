"""PII-01: no NIK or family-card number in anything that is published."""

from __future__ import annotations

from collections.abc import Iterator

from terbit.checks.base import Context, Rule
from terbit.checks.reading.figures import Kind
from terbit.checks.reading.numbers import numbers, own_numbers, quoted
from terbit.core.article import Article
from terbit.core.finding import Finding, Level


def check(article: Article, context: Context) -> Iterator[Finding]:
    """Every number that is a NIK or nomor KK by its words or by its form."""
    for text, number in numbers(article):
        if number.kind is Kind.NIK and number.value not in own_numbers(context.office):
            yield RULE.in_text(
                article,
                text,
                number.place,
                f"NIK atau nomor KK “{quoted(text, number)}” tertulis dalam naskah",
                "hapus nomornya; cukup sebutkan nama atau inisial bila memang perlu",
            )


RULE = Rule(
    id="PII-01",
    level=Level.TOLAK,
    sentence="NIK dan nomor KK tidak boleh dipublikasikan.",
    basis="UU 27/2022 Pasal 65 ayat (2)",
    example_fails="Bantuan diterima a.n. Siti, NIK 6203 0255 0190 0007.",
    example_passes="Warga cukup membawa KTP dan KK; NIK pada daftar ditulis 6203xxxxxxxx0007.",
    check=check,
)
