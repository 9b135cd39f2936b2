"""PII-09: a number plate leads to the owner of the vehicle."""

from __future__ import annotations

from collections.abc import Iterator

from terbit.checks.base import Context, Rule
from terbit.checks.reading.cells import cells
from terbit.checks.reading.plates import in_column, plates, starred
from terbit.checks.reading.prose import Text, sentence_at, squeeze
from terbit.checks.reading.texts import texts
from terbit.core.article import Article
from terbit.core.finding import Finding, Level


def check(article: Article, context: Context) -> Iterator[Finding]:
    """Every number plate that is read as one."""
    for text in texts(article):
        for start, end in _plates(text):
            shown = starred(squeeze(text.text[start:end]))
            yield RULE.finding(
                article.path,
                text.line_at(start, end),
                f"nomor polisi kendaraan “{shown}” tertulis dalam naskah",
                "hapus nomor polisinya; cukup sebutkan jenis kendaraannya",
                quote=shown,
                span=sentence_at(text.text, start, end),
            )


def _plates(text: Text) -> Iterator[tuple[int, int]]:
    found = list(plates(text.text))
    yield from found
    for offset, heading, cell in cells(text):
        for start, end in in_column(heading, cell):
            if (offset + start, offset + end) not in found:
                yield offset + start, offset + end


RULE = Rule(
    id="PII-09",
    level=Level.INGAT,
    sentence="Nomor polisi kendaraan tidak perlu ditulis dalam naskah.",
    basis="UU 27/2022 Pasal 65 ayat (2)",
    example_fails="Mobil bernomor polisi KH 1234 AB diparkir di depan loket.",
    example_passes="Petugas memeriksa kelengkapan STNK dan pelat nomor 12 kendaraan dinas.",
    check=check,
)
