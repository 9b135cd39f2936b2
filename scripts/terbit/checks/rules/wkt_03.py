"""WKT-03: the head, the answer to “kapan” and the lead name the same day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from terbit.checks.base import Context, Place, Rule
from terbit.checks.reading.dates import DAY, long_date
from terbit.checks.reading.lead import lead
from terbit.checks.reading.prose import Text, squeeze
from terbit.checks.reading.spans import sentence_span
from terbit.checks.reading.written_dates import Stretch, written
from terbit.core.article import Article
from terbit.core.finding import Finding, Level

KINDS = frozenset({"berita", "konten-foto", "video", "infografik"})
"""Those that tell of an activity; an announcement and a reply carry their own day."""
_WHEN = "5w1h.kapan"
_FIX = "samakan tanggal kegiatan di kepala naskah, jawaban “kapan”, dan teras berita"
_PLAN = re.compile(
    r"\b(?:akan|rencana\w*|direncanakan|dijadwalkan|diagendakan|mendatang)\b", re.IGNORECASE
)
_OTHER_DAY = re.compile(
    r"\b(?:paling\s+(?:lambat|lama)|batas|tenggat|terakhir|sejak|semenjak|mulai|hingga|sampai"
    r"|sebelum\w*|sesudah|setelah|berlaku|periode|triwulan|semester|surat|tertanggal|bertanggal"
    r"|nomor|keputusan|instruksi|perintah|edaran|nota|perjanjian|lahir|peringatan|memperingati"
    r"|posisi|keadaan|menyusul|ditetapkan|diundangkan|disahkan|lanjutan|kelanjutan|tindak\s+lanjut|menindaklanjuti|jatuh|per)\b",
    re.IGNORECASE,
)
_NEAR = 45
_DAY_AHEAD = re.compile(
    rf"(?:\b(?:{DAY})\b\s{{0,3}}[,/]?\s{{0,3}}\(?\s{{0,3}}(?:(?:pada\s+)?(?:tanggal|tgl\.?)\s+)?"
    r"|\bpada\s+(?:hari\s+)?(?:tanggal\s+|tgl\.?\s+)?|\(|^\s*|[–—]\s*)$",
    re.IGNORECASE,
)
_PLACE_AHEAD = re.compile(r"\s*[A-Z][\w'’. ]{2,40},\s*(?:\(\s*)?$")
_DASH = re.compile(r"\)?\s*[–—-]")


def check(article: Article, context: Context) -> Iterator[Finding]:
    """Where the head, the answer to “kapan” and the lead name different days."""
    if article.kind not in KINDS:
        return
    dated = dict(written(article))
    odd = [
        (text, stretch)
        for text in (*(text for text in dated if text.key == _WHEN), *lead(article))
        if (stretch := _other(text, dated.get(text, ()), article.date))
    ]
    if len(odd) > 1 and odd[0][1].days(article.date) & odd[1][1].days(article.date):
        yield _head(article, *odd[0])
        return
    for text, stretch in odd:
        yield _finding(article, text, stretch)


def _other(text: Text, stretches: tuple[Stretch, ...], day: date) -> Stretch | None:
    """The date of another day that a text gives for the activity; None where one agrees."""
    days = [stretch.days(day) for stretch in stretches]
    if not all(days) or any(day in found for found in days):
        return None
    return next((stretch for stretch in stretches if _of_activity(text, stretch)), None)


def _of_activity(text: Text, stretch: Stretch) -> bool:
    """Whether a date is said of the activity itself, and not of a plan, a term or a letter."""
    words = text.text
    start, _ = sentence_span(words, stretch.start, stretch.end)
    near = max(start, stretch.start - _NEAR)
    planned = _PLAN.search(words, start, min(len(words), stretch.end + _NEAR))
    if planned or _OTHER_DAY.search(words, near, stretch.start):
        return False
    dateline = _PLACE_AHEAD.match(words, 0, stretch.start) and _DASH.match(words, stretch.end)
    told = dateline or _DAY_AHEAD.search(words, near, stretch.start)
    return text.key == _WHEN or bool(told)


def _head(article: Article, text: Text, stretch: Stretch) -> Finding:
    quote = article.date.isoformat()
    said = squeeze(text.text[stretch.start : stretch.end])
    return RULE.finding(
        article.path,
        article.line("tanggal"),
        f"“tanggal: {quote}” berbeda dari “{said}” dalam jawaban “kapan” dan teras berita",
        _FIX,
        quote=quote,
        span=quote,
    )


def _finding(article: Article, text: Text, stretch: Stretch) -> Finding:
    name = "jawaban “kapan”" if text.key == _WHEN else "teras berita"
    quote = squeeze(text.text[stretch.start : stretch.end])
    return RULE.in_text(
        article,
        text,
        (stretch.start, stretch.end),
        f"{name} menyebut “{quote}”, sedangkan tanggal di kepala naskah {long_date(article.date)}",
        _FIX,
    )


RULE = Rule(
    id="WKT-03",
    level=Level.TOLAK,
    sentence="Tanggal kegiatan di kepala naskah, jawaban “kapan”, dan teras berita harus sama.",
    basis="UU 14/2008 Pasal 7 ayat (2): informasi publik akurat, benar, dan tidak menyesatkan",
    example_fails="5w1h: {apa: Penilaian pengendalian intern, siapa: Tim pengawas,"
    " kapan: 'Rabu, 11 November 2026', di_mana: Aula kantor di Tirta Raya,"
    " mengapa: Penilaian wajib dilakukan setiap tahun,"
    " bagaimana: Tim memeriksa dokumen dan mewawancarai pegawai}",
    example_passes="5w1h: {apa: Penilaian pengendalian intern, siapa: Tim pengawas,"
    " kapan: 'Senin–Jumat, 9–13 November 2026', di_mana: Aula kantor di Tirta Raya,"
    " mengapa: Penilaian wajib dilakukan setiap tahun,"
    " bagaimana: Tim memeriksa dokumen dan mewawancarai pegawai}",
    check=check,
    place=Place.HEAD,
)
