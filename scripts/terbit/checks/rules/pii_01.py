"""PII-01: no NIK or family-card number in anything that is published."""

from __future__ import annotations

from collections.abc import Iterator

from terbit.checks.base import Context, Rule
from terbit.checks.reading import numbers
from terbit.checks.reading.prose import squeeze
from terbit.checks.reading.texts import all_texts
from terbit.core.article import Article
from terbit.core.finding import Finding, Level


def check(article: Article, context: Context) -> Iterator[Finding]:
    """Every number that is a NIK or nomor KK by its words or by its form."""
    own = {numbers.digits(account) for account in context.office.contacts.accounts}
    for text in all_texts(article):
        for number in numbers.find(text):
            if number.kind is numbers.Kind.NIK and number.value not in own:
                quote = squeeze(text.text[number.start : number.end])
                yield RULE.in_text(
                    article,
                    text,
                    (number.start, number.end),
                    f"NIK atau nomor KK “{quote}” tertulis dalam naskah",
                    "hapus nomornya; cukup sebut nama atau inisial bila memang perlu",
                )


RULE = Rule(
    id="PII-01",
    level=Level.TOLAK,
    sentence="NIK dan nomor KK tidak boleh dipublikasikan.",
    basis="UU 27/2022 Pasal 65 ayat (2)",
    example_fails="Bantuan diterima a.n. Siti, NIK 6203 0255 0190 0007.",
    example_passes="Bantuan diterima 25 warga; nomor registrasi 199003072015021004 tercatat.",
    check=check,
)
