"""PII-03: only the office's own phone numbers are published."""

from __future__ import annotations

from collections.abc import Iterator

from terbit.checks.base import Context, Rule
from terbit.checks.reading.figures import Kind, Number
from terbit.checks.reading.numbers import numbers, own_numbers, quoted
from terbit.core.article import Article
from terbit.core.finding import Finding, Level
from terbit.core.office import Office


def check(article: Article, context: Context) -> Iterator[Finding]:
    """Every phone number outside `kontak_resmi`; a landline is held, a mobile refused."""
    for text, number in numbers(article):
        if number.kind in _LEVELS and not _is_own(number, context.office):
            yield RULE.in_text(
                article,
                text,
                number.place,
                f"{number.kind.value} “{quoted(text, number)}” tidak ada di kontak_resmi",
                "pakai nomor resmi kantor, atau usulkan nomor ini untuk kontak_resmi di kantor.yml",
                level=_LEVELS[number.kind],
            )


_LEVELS = {Kind.MOBILE: Level.TOLAK, Kind.LANDLINE: Level.TAHAN}


def _is_own(number: Number, office: Office) -> bool:
    """A landline may stand without its area code."""
    own = own_numbers(office)
    local = number.kind is Kind.LANDLINE and not number.value.startswith("+")
    return number.value in own or (local and any(own_one.endswith(number.value) for own_one in own))


RULE = Rule(
    id="PII-03",
    level=Level.TOLAK,
    sentence="Hanya nomor telepon dalam kontak_resmi yang boleh dipublikasikan.",
    basis="UU 27/2022 Pasal 65 ayat (2)",
    example_fails="Pendaftar dapat menghubungi Pak Jaya di 0813-1111-2222.",
    example_passes="Keadaan darurat dilaporkan ke 112 atau 110; layanan informasi di 1500-123.",
    check=check,
)
