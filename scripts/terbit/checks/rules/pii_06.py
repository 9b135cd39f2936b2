"""PII-06: news names officials by name and position; the NIP carries the date of birth."""

from __future__ import annotations

from collections.abc import Iterator

from terbit.checks.base import Context, Rule
from terbit.checks.reading.figures import Kind
from terbit.checks.reading.numbers import numbers, quoted
from terbit.core.article import Article
from terbit.core.finding import Finding, Level


def check(article: Article, context: Context) -> Iterator[Finding]:
    """Every NIP, with its word or by its form."""
    for text, number in numbers(article):
        if number.kind is Kind.NIP:
            yield RULE.in_text(
                article,
                text,
                number.place,
                f"NIP “{quoted(text, number)}” memuat tanggal lahir pegawai",
                "hapus NIP-nya; nama dan jabatan sudah cukup",
            )


RULE = Rule(
    id="PII-06",
    level=Level.INGAT,
    sentence="NIP tidak perlu ditulis dalam naskah.",
    basis="UU 27/2022 Pasal 65 ayat (2)",
    example_fails="Surat tugas itu memuat NIP 19850101 201001 2 003.",
    example_passes="Pegawai mengisi kolom NIP yang terdiri atas 18 angka pada daftar hadir.",
    check=check,
)
