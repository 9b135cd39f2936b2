"""WKT-08: a time of publication lies ahead, and never before an embargo ends."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime, time

from terbit.checks.base import Context, Place, Rule
from terbit.checks.reading.dates import readings
from terbit.checks.reading.lowered import holding
from terbit.checks.reading.prose import Text, squeeze
from terbit.checks.reading.written_dates import stretches
from terbit.core.article import Article
from terbit.core.finding import Finding, Level

_EMBARGO = re.compile(
    r"\bEMBARGO\b|\b[Ee]mbargo\s*:|\b(?:[Dd]i)?[Ee]mbargo\s+(?:sampai|hingga|s\.?d\.?)\b"
)
_AFTER = 80
_CLOCK = re.compile(r"\b(?:pukul|jam)\s+(\d{1,2})(?:[.:](\d{2}))?", re.IGNORECASE)
_KEY = "terbit_pada"


def check(article: Article, context: Context) -> Iterator[Finding]:
    """A schedule that has passed, or that comes before the embargo ends."""
    if article.corrections or article.withdrawal:
        return
    if article.publish_at:
        yield from _late(article, article.publish_at, context)
    for text in holding(article, ("embargo",)):
        match = _EMBARGO.search(text.text)
        if match:
            yield from _leaks(article, context, text, match)
            return


def _late(article: Article, at: datetime, context: Context) -> Iterator[Finding]:
    """A time of publication that had passed when the article was handed in."""
    passed = article.is_draft and at.date() < context.today
    if context.submitted is not None:
        passed = at < context.submitted.replace(tzinfo=None)
    if passed:
        quote = _moment(at)
        yield RULE.finding(
            article.path,
            article.line(_KEY),
            f"jadwal terbit “{quote}” sudah lewat saat naskah diajukan",
            "hapus terbit_pada, atau tulis waktu yang belum lewat",
            quote=quote,
            span=quote,
        )


def _leaks(
    article: Article, context: Context, text: Text, match: re.Match[str]
) -> Iterator[Finding]:
    """Publication before the end of an embargo that the text itself declares."""
    ends = _ends(article, text, match)
    if article.publish_at is not None and article.publish_at < ends:
        what = f"jadwal terbit {_moment(article.publish_at)} mendahului akhir embargo"
    elif article.publish_at is None and _still_holds(article, ends, context):
        what = "naskah ini diembargo, tetapi terbit_pada belum diisi"
    else:
        return
    quote = squeeze(match[0])
    fix = f"tulis terbit_pada: {ends:%Y-%m-%dT%H:%M} atau sesudahnya"
    yield RULE.in_text(article, text, match.span(), f"{what} (“{quote}”)", fix)


def _still_holds(article: Article, ends: datetime, context: Context) -> bool:
    if context.submitted is not None:
        return context.submitted.replace(tzinfo=None) < ends
    return article.is_draft and context.today <= ends.date()


def _ends(article: Article, text: Text, match: re.Match[str]) -> datetime:
    """When an embargo ends: as it says itself, else at the beginning of the activity's day."""
    behind = text.text[match.end() : match.end() + _AFTER]
    days = (readings(one.part, article.date) for s in stretches(behind) for one in s.dates)
    day = next((found[0] for found in days if found), article.date)
    clock = _CLOCK.search(behind)
    hour, minute = (int(clock[1]), int(clock[2] or 0)) if clock else (0, 0)
    return datetime.combine(day, time(hour, minute) if hour < 24 and minute < 60 else time())


def _moment(at: datetime) -> str:
    return f"{at:%Y-%m-%dT%H:%M}"


RULE = Rule(
    id="WKT-08",
    level=Level.TAHAN,
    sentence="Waktu terbit yang dijadwalkan belum lewat dan tidak mendahului embargo.",
    basis="SOP, langkah mengunggah: hanya konten yang disetujui untuk diunggah",
    example_fails="{kepala: {terbit_pada: 2026-11-09T08:00}, diajukan: 2026-11-11 09:00}",
    example_passes="{kepala: {terbit_pada: 2026-11-12T08:00}, diajukan: 2026-11-11 09:00}",
    check=check,
    place=Place.CASE,
)
