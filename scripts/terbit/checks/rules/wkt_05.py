"""WKT-05: news is handed in while it is new."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from terbit.checks.base import Context, Place, Rule
from terbit.checks.reading.dates import short_date
from terbit.checks.reading.working_days import working_days
from terbit.checks.reading.written_dates import written
from terbit.core.article import Article
from terbit.core.finding import Finding, Level

KINDS = frozenset({"berita", "konten-foto"})
_WHEN = "5w1h.kapan"


def check(article: Article, context: Context) -> Iterator[Finding]:
    """An activity that was over more working days ago than the limit when it was handed in."""
    day = _handed_in(article, context)
    if day is None or article.kind not in KINDS:
        return
    limit, last = RULE.limit_in(context), _last_day(article, day)
    if working_days(context.office.calendar, last, day, limit + 1) > limit:
        quote = short_date(last)
        yield RULE.finding(
            article.path,
            article.line("tanggal"),
            f"kegiatan {quote} sudah lewat lebih dari {limit} hari kerja saat naskah diajukan",
            "jelaskan dalam naskah mengapa beritanya masih perlu terbit",
            quote=quote,
            span=quote,
        )


def _handed_in(article: Article, context: Context) -> date | None:
    """The day of submission; a draft counts as handed in today."""
    if context.submitted is not None:
        return context.submitted.date()
    return context.today if article.is_draft else None


def _last_day(article: Article, day: date) -> date:
    """The last day of the activity that lies before the submission."""
    answers = (stretches for text, stretches in written(article) if text.key == _WHEN)
    told = {d for found in answers for stretch in found for d in stretch.days(article.date)}
    return max({article.date} | {d for d in told if d <= day})


RULE = Rule(
    id="WKT-05",
    level=Level.INGAT,
    sentence="Berita kegiatan diajukan paling lambat dua hari kerja sesudah kegiatannya.",
    basis="UU 14/2008 Pasal 7 ayat (2): informasi publik akurat, benar, dan tidak menyesatkan",
    example_fails="{diajukan: 2026-11-16 09:00}",
    example_passes="{diajukan: 2026-11-12 15:00}",
    check=check,
    place=Place.CASE,
    limit=2,
)
