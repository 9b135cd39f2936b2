"""PII-03: only the office's own phone numbers are published."""

from __future__ import annotations

from collections.abc import Iterator

from terbit.checks.base import Context, Rule
from terbit.checks.reading import numbers
from terbit.checks.reading.prose import Text, squeeze
from terbit.checks.reading.texts import all_texts
from terbit.core.article import Article
from terbit.core.finding import Finding, Level

PHONES = (numbers.Kind.MOBILE, numbers.Kind.LANDLINE)


def check(article: Article, context: Context) -> Iterator[Finding]:
    """Every phone number outside `kontak_resmi`; a landline is held, a mobile refused."""
    contacts = context.office.contacts
    own = {numbers.e164(phone) for phone in contacts.phones}
    own |= {numbers.e164(account) for account in contacts.accounts}
    for text in all_texts(article):
        for number in numbers.find(text):
            if number.kind in PHONES and number.value not in own:
                yield _finding(article, text, number)


def _finding(article: Article, text: Text, number: numbers.Number) -> Finding:
    quote = squeeze(text.text[number.start : number.end])
    mobile = number.kind is numbers.Kind.MOBILE
    return RULE.in_text(
        article,
        text,
        (number.start, number.end),
        f"{number.kind.value} “{quote}” tidak ada di kontak_resmi",
        "pakai nomor resmi kantor, atau usulkan nomor ini masuk kontak_resmi di kantor.yml",
        level=Level.TOLAK if mobile else Level.TAHAN,
    )


RULE = Rule(
    id="PII-03",
    level=Level.TOLAK,
    sentence="Hanya nomor telepon dalam kontak_resmi yang boleh dipublikasikan.",
    basis="UU 27/2022 Pasal 65 ayat (2)",
    example_fails="Pendaftar dapat menghubungi Pak Jaya di 0813-1111-2222.",
    example_passes="Keadaan darurat dilaporkan ke 112 atau 110; layanan informasi di 1500-123.",
    check=check,
)
