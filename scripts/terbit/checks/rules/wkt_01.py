"""WKT-01: the weekday belongs to the date."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from terbit.checks.base import Context, Rule
from terbit.checks.reading import dates
from terbit.checks.reading.day_rows import in_items, in_row
from terbit.checks.reading.lowered import holding
from terbit.checks.reading.prose import Text, squeeze
from terbit.checks.reading.texts import texts
from terbit.checks.reading.vocabulary import spoken
from terbit.core.article import Article
from terbit.core.finding import Finding, Level

_ITEM = ("hari: ", "hari : ")


def check(article: Article, context: Context) -> Iterator[Finding]:
    """Every weekday that stands beside a date of another weekday."""
    for text, mention in _mentions(article):
        days = [
            found[0]
            for weekday, part in mention.pairs()
            if (found := dates.readings(part, article.date))
            and all(day.weekday() != weekday for day in found)
        ]
        if days:
            yield _finding(article, text, (mention.start, mention.end), days)


def _mentions(article: Article) -> Iterator[tuple[Text, dates.Mention]]:
    """Weekdays beside dates, in prose, in rows of tables and in items of lists."""
    for text in holding(article, dates.WEEKDAYS):
        for mention in dates.mentions(text.text):
            yield text, mention
        if text.headers:
            for mention in in_row(text):
                yield text, mention
    if spoken(article, _ITEM):
        yield from in_items(texts(article))


def _finding(article: Article, text: Text, place: tuple[int, int], days: list[date]) -> Finding:
    quote = squeeze(text.text[slice(*place)])
    right = "; ".join(f"{dates.long_date(day)} hari {dates.day_name(day)}" for day in days)
    message = f"hari dan tanggal pada “{quote}” tidak cocok"
    return RULE.in_text(article, text, place, message, f"periksa kalender: {right}")


RULE = Rule(
    id="WKT-01",
    level=Level.TOLAK,
    sentence="Nama hari harus cocok dengan tanggalnya.",
    basis="UU 14/2008 Pasal 7 ayat (2): informasi publik akurat, benar, dan tidak menyesatkan",
    example_fails="Rapat berlangsung Kamis (6/10/2026) di aula.",
    example_passes="Rapat berlangsung Selasa (6/10/2026) di aula.",
    check=check,
)
