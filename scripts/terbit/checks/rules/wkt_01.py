"""WKT-01: the weekday belongs to the date."""

from __future__ import annotations

from collections.abc import Iterator

from terbit.checks.base import Context, Rule
from terbit.checks.reading import dates
from terbit.checks.reading.prose import squeeze
from terbit.checks.reading.texts import texts
from terbit.core.article import Article
from terbit.core.finding import Finding, Level


def check(article: Article, context: Context) -> Iterator[Finding]:
    """Every weekday that stands beside a date of another weekday."""
    for text in texts(article):
        for mention in dates.mentions(text.text):
            days = [
                found[0]
                for weekday, part in mention.pairs()
                if (found := dates.readings(part, article.date))
                and all(day.weekday() != weekday for day in found)
            ]
            if not days:
                continue
            right = "; ".join(f"{dates.long_date(day)} hari {dates.day_name(day)}" for day in days)
            place = (mention.start, mention.end)
            quote = squeeze(text.text[slice(*place)])
            yield RULE.in_text(
                article,
                text,
                place,
                f"hari dan tanggal pada “{quote}” tidak cocok",
                f"periksa kalender: {right}",
            )


RULE = Rule(
    id="WKT-01",
    level=Level.TOLAK,
    sentence="Nama hari harus cocok dengan tanggalnya.",
    basis="UU 14/2008 Pasal 7 ayat (2): informasi publik akurat dan benar",
    example_fails="Rapat berlangsung Kamis (6/10/2026) di aula.",
    example_passes="Rapat berlangsung Selasa (6/10/2026) di aula.",
    check=check,
)
