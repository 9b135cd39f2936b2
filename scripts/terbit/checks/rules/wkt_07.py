"""WKT-07: nobody is called to a counter that is closed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from terbit.checks.base import Context, Rule
from terbit.checks.reading.asked import has
from terbit.checks.reading.dates import WEEKDAYS, day_name, long_date, readings
from terbit.checks.reading.prose import Text, squeeze
from terbit.checks.reading.spans import sentence_span
from terbit.checks.reading.written_dates import Written, written
from terbit.core.article import Article
from terbit.core.finding import Finding, Level
from terbit.core.office import Calendar

SATURDAY, SUNDAY = 5, 6
_SERVICE = re.compile(
    r"\b(?:(?:me|di|ter|pem)?buka(?:an|nya)?|melayani|dilayani|loket\w*|(?:pe)?layanan\w*|jadwal\w*"
    r"|(?:pen)?daftaran\w*|mendaftar\w*|pengambilan|mengambil|diambil|penyerahan\s+berkas"
    r"|menyerahkan\s+berkas|konsultasi\w*|berkonsultasi|klinik|pengaduan|permohonan|posko\w*"
    r"|gerai\w*|verifikasi\s+berkas|jam\s+(?:kerja|operasional)|beroperasi|imunisasi|vaksinasi"
    r"|pemeriksaan\s+(?:kesehatan|gratis)|pembagian|penyaluran|perekaman"
    r"|(?:meng|peng)urus\w*|pembayaran|membayar|dibayar|berobat|legalis\w+|tatap\s+muka|antrean"
    r"|datang\s+ke|mendatangi)\b",
    re.IGNORECASE,
)
_CLOSED = re.compile(
    r"\b(?:(?:di|me)?libur\w*|(?:di)?tutup(?!\s+(?:pada\s+)?(?:pukul|jam|pkl))|menutup|penutupan|cuti\s+bersama|kecuali|dialihkan"
    r"|ditiadakan|tidak\s+(?:ada|buka|dibuka|beroperasi|melayani|tersedia)|dihentikan"
    r"|daring|online|situs|laman|aplikasi|surel|e-?mail|nonstop|24\s+jam|piket"
    r"|berlaku\w*|diberlakukan|tarif)\b",
    re.IGNORECASE,
)
_KNOWINGLY = re.compile(
    r"\b(?:(?:di|me)?libur\w*|cuti\s+bersama|tanggal\s+merah|hari\s+(?:raya|besar|keagamaan)"
    r"|akhir\s+pekan|weekend)\b",
    re.IGNORECASE,
)
"""Who writes these has thought of the day off."""
_NAME_OF_DAY = re.compile(
    r"\b(?:natal|tahun\s+baru|imlek|nyepi|idul\s?fitri|lebaran|idul\s?adha|waisak|wafat|kenaikan"
    r"|paskah|isra|maulid|muharam|hijriah|hari\s+buruh|pancasila|kemerdekaan)\b",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\b(?:telah|sudah|tercatat|kemarin|lalu|silam|menerima\s+\d|melayani\s+\d)\b", re.IGNORECASE
)


def check(article: Article, context: Context) -> Iterator[Finding]:
    """Days of service still to come on which the office is closed."""
    for text, stretches in written(article):
        for stretch in stretches:
            for one in stretch.dates:
                why = _closed(article, context.office.calendar, text, one, stretch.ranged)
                if why and _announced(text, one) and not _knowingly(article, text, one):
                    yield _finding(article, text, one, why)


def _closed(
    article: Article, calendar: Calendar, text: Text, one: Written, ranged: bool
) -> str | None:
    """Why nobody works on a day that is written, or None."""
    days = [day for day in readings(one.part, article.date) if day >= article.date]
    if not days:
        return None
    day = days[0]
    name = calendar.days_off.get(day)
    if name:
        return f"{long_date(day)} hari libur ({name})"
    weekend = day.weekday() in (SATURDAY, SUNDAY) and not ranged
    return (
        f"{long_date(day)} hari {day_name(day)}" if weekend and not _says(text, one, day) else None
    )


def _says(text: Text, one: Written, day: date) -> bool:
    """Whether the sentence itself names the weekday, so that somebody has thought of it."""
    start, end = sentence_span(text.text, one.start, one.end)
    words = text.text[start:end].casefold()
    return any(name in words for name, n in WEEKDAYS.items() if n == day.weekday())


def _knowingly(article: Article, text: Text, one: Written) -> bool:
    """Whether the paragraph, its row's headings or the title name the day off themselves."""
    start, end = sentence_span(text.text, one.start, one.end)
    headers = " ".join(header for _, header in text.headers)
    wide = f"{article.title}\n{headers}\n{text.text}"
    return has(_KNOWINGLY, wide) or has(_NAME_OF_DAY, text.text[start:end])


def _announced(text: Text, one: Written) -> bool:
    """Whether the sentence calls people to a service on that day."""
    words = text.text
    start, end = sentence_span(words, one.start, one.end)
    sentence, headers = words[start:end], " ".join(header for _, header in text.headers)
    if has(_CLOSED, sentence) or has(_PAST, sentence):
        return False
    return has(_SERVICE, sentence) or has(_SERVICE, headers)


def _finding(article: Article, text: Text, one: Written, why: str) -> Finding:
    quote = squeeze(text.text[one.start : one.end])
    return RULE.in_text(
        article,
        text,
        (one.start, one.end),
        f"layanan diumumkan untuk “{quote}”, padahal {why}",
        "periksa tanggalnya; bila memang buka, tulis nama harinya dan tegaskan bahwa layanan buka",
    )


RULE = Rule(
    id="WKT-07",
    level=Level.INGAT,
    sentence="Layanan tidak diumumkan buka pada hari libur, cuti bersama, atau akhir pekan.",
    basis="UU 25/2009; UU 14/2008 Pasal 7 ayat (2): informasi publik akurat, benar, dan tidak"
    " menyesatkan",
    example_fails="Loket layanan informasi buka pada 24 Desember 2026.",
    example_passes="Loket layanan informasi tutup pada 24 Desember 2026.",
    check=check,
)
