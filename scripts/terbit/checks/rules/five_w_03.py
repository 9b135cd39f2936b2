"""5W-03: the first paragraph says who, when and where."""

from __future__ import annotations

import re
from collections.abc import Iterator

from terbit.checks.base import Context, Place, Rule
from terbit.checks.reading.dates import DAY, MONTH
from terbit.checks.reading.lead import lead
from terbit.checks.reading.prose import Text
from terbit.checks.rules.five_w_01 import REQUIRED_FOR
from terbit.core.article import Article
from terbit.core.finding import Finding, Level
from terbit.core.office import Office
from terbit.indonesian import enumerate_words

_WHEN = re.compile(
    rf"\b(?:{DAY})\b|\b\d{{1,2}}\s+(?:{MONTH})\b|\b\d{{1,2}}\s?[/.-]\s?\d{{1,2}}\b"
    r"|\b(?:Januari|Februari|Maret|April|Juni|Juli|Agustus|September|Oktober|November|Desember)\b"
    r"|\b(?:19|20)\d\d\b|\b(?:pukul|tanggal|hari\s+ini|kemarin|besok|pagi|siang|sore|petang|malam"
    r"|pekan|minggu|bulan|tahun|triwulan|semester|kuartal|selama|sejak|saat\s+ini|sekarang|lusa"
    r"|belum\s+lama|baru-baru|hingga\s+kini|mulai|Ramadan|Lebaran|Natal)\b",
    re.IGNORECASE,
)
_DATELINE = re.compile(r"\s*(?:[A-Z][\w'’.]*\s?){1,4}(?:\([^)]{1,40}\))?(?:\s?[–—]|\s-{1,2}\s)")
_NO_PLACE = (
    r"antara|mana|atas|bawah|bidang|hadapan|samping|luar|dalam|tengah|era|masa|saat|sela|balik"
    r"|sekitar|lingkungan|tahun|bulan|tingkat|sisi|akhir|awal|hari|depan|ranah|sektor|mata"
)
_WHERE = re.compile(
    rf"\A\s*dari\s+(?-i:[A-Z])|\b(?:di|ke)\s+(?!(?:{_NO_PLACE})\b)\w"
    r"|\bdi\s+(?:lingkungan|dalam|luar|depan|atas|sekitar|tengah)\s+\w+"
    r"|\b(?:bertempat|berlokasi|menuju|mengunjungi|kunjungan|meninjau|daring|virtual|online|zoom"
    r"|se-\w+)"
    r"|\b(?:aula|gedung|ruang|kantor|balai|hotel|lapangan|halaman|alun-alun|pendopo|Jalan|Jl)\b",
    re.IGNORECASE,
)
_BODIES = (
    r"(?:Inspektorat|Dinas|Badan|Biro|Sekretariat|Pemerintah|Pemprov|Pemkab|Pemko|Pemkot|DPRD"
    r"|Gubernur|Wakil\s+Gubernur|Bupati|Wakil\s+Bupati|Wali\s+Kota|Kantor|Kejaksaan|Polda|Polres"
    r"|PPID|APIP|RSUD|Tim|Kepala|Sekretaris|Inspektur|Rumah\s+Sakit)"
)
_BODY = re.compile(
    rf"(?<!\bdi )(?<!\bke )(?<!\bdari )\b{_BODIES}"
    r"(?:\s+(?:dan|serta|pada|dari)?\s?[A-Z][\w'’.]*){0,7}"
)
_PLACE_NAME = re.compile(
    r"\b(?:di|ke|dari|bertempat|berlokasi|menuju)\s+(?:(?:pada|dalam|aula|ruang|gedung|kantor|hotel"
    r"|balai|lapangan|halaman|lantai|desa|kecamatan|kota|kabupaten|jalan|rapat|lingkungan)\s+){0,3}"
    r"(?:[A-Z][\w'’.]*[\s,]{0,2}){0,8}"
)
_PEOPLE = re.compile(
    r"\b(?:tim|petugas|warga|pegawai|pejabat|peserta|panitia|masyarakat|aparat\w*|perangkat|auditor"
    r"|auditan|kepala|sekretaris|ketua|inspektur|bupati|gubernur|wali\s+kota|camat|lurah|menteri"
    r"|direktur|asisten|staf|anggota|pengurus|siswa\w*|siswi|guru|pelajar|mahasiswa\w*|pemuda|ibu"
    r"|bapak|dokter|perawat|bidan|kader|petani|nelayan|pedagang|pelaku|penyuluh|narasumber|pimpinan"
    r"|jajaran|rombongan|delegasi|pemerintah|inspektorat|dinas|badan|biro|sekretariat|bagian"
    r"|kementerian|lembaga|komisi|dewan|kantor|puskesmas|rumah\s+sakit|sekolah|universitas|desa"
    r"|kecamatan|kelurahan|unit|instansi|organisasi|komunitas|kelompok|perwakilan|orang|pemohon"
    r"|pengunjung|penyandang|anak|perempuan|pria|wanita|wartawan|ASN|PNS|PPPK|PPID|OPD|SKPD|APIP"
    r"|DPRD|BPK|BPKP|KPK|penerima|pengelola|pengawas|penyelenggara|relawan|atlet|ulama|tokoh)\b",
    re.IGNORECASE,
)
_CALENDAR = re.compile(rf"\b(?:{DAY}|{MONTH}|WIB|WITA|WIT)\b", re.IGNORECASE)
_NAME = re.compile(r"(?<![.!?]\s)(?<!^)\b[A-Z][\w'’]+")


def check(article: Article, context: Context) -> Iterator[Finding]:
    """A lead in which who, when or where cannot be found."""
    if article.kind != REQUIRED_FOR:
        return
    found = lead(article)
    words = "\n".join(text.text for text in found).strip()
    missing = _missing(words, context.office) if words else []
    if missing:
        text, listed = found[-1], enumerate_words(missing)
        end = text.text.find("\n", len(text.text) - len(text.text.lstrip()))
        yield RULE.in_text(
            article,
            text,
            (0, _first_words(text) if end < 0 else min(end, _first_words(text))),
            f"teras berita belum menyebut {listed}",
            f"sebutkan {listed} pada alinea pertama",
        )


def _missing(words: str, office: Office) -> list[str]:
    """Which of the questions the lead leaves open."""
    answers = {
        "siapa": _PEOPLE.search(words) or _named(words),
        "kapan": _WHEN.search(words),
        "di mana": _placed(words, office),
    }
    return [question for question, answer in answers.items() if not answer]


def _named(words: str) -> bool:
    """A name remains where places and days are taken away."""
    rest = _CALENDAR.sub(" ", _PLACE_NAME.sub(" ", words))
    return bool(_NAME.search(_DATELINE.sub("", rest, count=1).lstrip()))


def _placed(words: str, office: Office) -> bool:
    """A place that is more than part of an office's name."""
    for name in (office.name, office.short_name):
        words = words.replace(name, " ") if name else words
    bare = _BODY.sub(" ", words)
    if _WHERE.search(bare) or (office.city and office.city.casefold() in bare.casefold()):
        return True
    return bool(_DATELINE.match(words))


def _first_words(text: Text) -> int:
    """Where the first words end that show which paragraph is meant."""
    space = text.text.find(" ", 60)
    return space if space > 0 else len(text.text)


RULE = Rule(
    id="5W-03",
    level=Level.INGAT,
    sentence="Teras berita (alinea pertama) menyebut siapa, apa, kapan, dan di mana.",
    basis="SOP, langkah dokumentasi: konsep berita memuat unsur 5W+1H",
    example_fails="Acara dibuka dengan doa, lalu dilanjutkan dengan sambutan dan pemaparan materi.",
    example_passes="Tim pengawas menilai pengendalian intern sepuluh perangkat daerah di aula"
    " kantor, Tirta Raya, Selasa (10/11/2026).",
    check=check,
    place=Place.WHOLE,
)
