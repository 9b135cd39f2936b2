"""PII-05: only the office's own bank accounts are published."""

from __future__ import annotations

from collections.abc import Iterator

from terbit.checks.base import Context, Rule
from terbit.checks.reading.figures import Kind
from terbit.checks.reading.numbers import numbers, own_numbers, quoted
from terbit.core.article import Article
from terbit.core.finding import Finding, Level


def check(article: Article, context: Context) -> Iterator[Finding]:
    """Every account number near a word for banks that is not in `kontak_resmi`."""
    for text, number in numbers(article):
        if number.kind is Kind.ACCOUNT and number.value not in own_numbers(context.office):
            yield RULE.in_text(
                article,
                text,
                number.place,
                f"nomor rekening “{quoted(text, number)}” tidak ada di kontak_resmi",
                "hapus nomornya, atau usulkan rekening resmi kantor untuk kontak_resmi di"
                " kantor.yml",
            )


RULE = Rule(
    id="PII-05",
    level=Level.TOLAK,
    sentence="Hanya nomor rekening dalam kontak_resmi yang boleh dipublikasikan.",
    basis="UU 27/2022 Pasal 65 ayat (2)",
    example_fails="Sumbangan dikirim ke rekening BRI 1234-01-012345-53-4 atas nama panitia.",
    example_passes="Belanja itu dicatat pada kode rekening 5.1.02.01.01.0024.",
    check=check,
)
