"""PII-10: when and where a person was born is not told."""

from __future__ import annotations

import re
from collections.abc import Iterator

from terbit.checks.base import Context, Rule
from terbit.checks.reading.dates import MONTHS
from terbit.checks.reading.lowered import holding
from terbit.checks.reading.people import evident, people_in
from terbit.checks.reading.prose import Text, squeeze
from terbit.checks.reading.rows import cells, names_somebody
from terbit.checks.reading.spans import sentence_span
from terbit.checks.reading.texts import texts
from terbit.core.article import Article
from terbit.core.finding import Finding, Level

_MONTH = "|".join(sorted(map(re.escape, MONTHS), key=len, reverse=True))
_DATE = (
    rf"(?:\d{{1,2}}\s+(?:{_MONTH})\b\.?\s+\d{{4}}|\d{{1,2}}[-/.]\d{{1,2}}[-/.]\d{{2,4}}"
    rf"|\d{{4}}-\d{{2}}-\d{{2}})"
)
_PLACE = (
    r"(?:(?:(?:sebuah\s+)?(?:desa|kota|kabupaten|kecamatan|kampung|dusun|rumah\s+sakit|rsud)\s+)?"
    r"(?-i:[A-Z])[\w'’.-]*(?:\s+(?-i:[A-Z])[\w'’.-]*){0,3})"
)
_YEAR = r"(?:tahun\s+)?(?:18|19|20)\d\d\b"
_AT = (
    r"(?:\s\d\d\s+tahun\s+(?:silam|lalu),?\s+tepatnya)?\s{0,2},?\s{0,3}(?:\(\s?)?(?:pada\s+)?"
    r"(?:(?:hari\s+)?\w+,\s+)?(?:tanggal\s+)?"
)
_BORN = re.compile(
    rf"\b(?P<word>(?:di)?lahir(?:kan)?|kelahiran)\s{{1,3}}(?:(?:di|asal)\s+)?(?P<place>{_PLACE})?"
    rf"(?:{_AT}(?:(?P<date>{_DATE})|(?P<year>{_YEAR})))?"
    rf"|\b(?P<label>(?:tempat(?:\s*(?:,|/|dan|&)\s*|\s+)(?:tanggal|tgl\.?)\s*lahir"
    rf"|tanggal\s+lahir(?:nya)?|tgl\.?\s+lahir|ttl|tempat\s+lahir(?:nya)?|lahir(?=\s?:)))"
    rf"\s{{0,2}}(?:[:=|(]|adalah|yaitu|tercatat)?\s{{0,3}}(?:{_PLACE}\s{{0,2}},?\s{{0,3}})?{_DATE}"
    rf"|\b(?:tanggal|tgl\.?)\s+lahir(?:nya)?\b(?P<far>[^.;:\n]{{1,80}}?){_DATE}",
    re.IGNORECASE,
)
_BESIDE = re.compile(rf"\s?\(\s?{_PLACE},?\s+(?P<date>{_DATE})\)", re.IGNORECASE)
_YEAR_OF = re.compile(r"\b(?:18|19|20)\d\d\b")
_NOBODY = (
    r"(?:hari|akta|akte|angka|tingkat|jumlah|data|rasio|kontrol|surat|keterangan|pencatatan"
    r"|bayi(?:-bayi)?|anak(?:-anak)?|ide|gagasan|pancasila|koperasi|lembaga|organisasi|provinsi"
    r"|kabupaten|kota|desa|negara|bangsa|undang-undang|uu|inovasi|program|aplikasi|sistem|layanan"
    r"|perda|peraturan|kebijakan|kesepakatan|perjanjian|gereja|masjid|bank|gerakan|semangat"
    r"|kesenian|tarian|tari|karya|buku|pahlawan|siswa|peserta\s+yang|calon|pendaftar|warga\s+yang"
    r"|wni|mereka\s+yang|pemohon|satwa|orang\s?utan|induk|hewan|sapi|generasi|penduduk|pelamar"
    r"|batas|syarat|nabi|kemerdekaan|proyek|usia)"
)
_NO_PERSON = re.compile(rf"\b{_NOBODY}\b[^.;,]{{0,40}}$", re.IGNORECASE)
_PARENT = re.compile(
    r"(?<=ayah|.ibu|akek|enek|apak)\s\w+\s(?:orang\s)?(?:anak|cucu)\b", re.IGNORECASE
)
_HERO = re.compile(r"\b(?:pahlawan\s+nasional|R\.?A\.?\s+Kartini|nabi|raja|sultan)\b", re.I)
_PERSON_WORD = re.compile(
    r"\b(?:ia|dia|beliau|almarhum(?:ah)?|pria|wanita|perempuan|laki-laki|lelaki|putr[ai]|pemud[ai]"
    r"|sosok|saya|tokoh|ayah|ibu|kakek|nenek|pelapor|terlapor|pasien|tersangka|terdakwa|korban|saksi|pegawai"
    r"|penerima|pemilik|guru|dosen|dokter|bidan|perawat|atlet|petani|nelayan|pedagang|perajin"
    r"|pengrajin|penenun|pelukis|seniman|penyanyi|penari|penulis|wartawan|pengusaha|politisi"
    r"|politikus|bupati|gubernur|wali\s?kota|camat|lurah|kades|kepala|sekretaris|ketua|direktur"
    r"|inspektur|mantan|pensiunan|purnawirawan|jenderal|kolonel|pendeta|pastor|ustaz|kiai|ulama"
    r"|damang|janda|duda|lansia|juara|pemenang|peraih|jemaah|suami|istri|bapak|pejabat|pelatih"
    r"|mahasiswa|mahasiswi|sarjana|alumnus|alumni|relawan|kader|pegiat|aktivis)\b",
    re.IGNORECASE,
)
_THIS_ONE = re.compile(
    r"\b(?:terlapor|pelapor|tersangka|terdakwa|korban|pasien|almarhum(?:ah)?|ia|dia|beliau)\s(?:yang\s)?$",
    re.IGNORECASE,
)
_FROM_TO = re.compile(r"\s*(?:sampai|hingga|s\.?d\.?|atau|ke\s+atas|-|–)\s", re.IGNORECASE)
_HEAD = re.compile(r"\b(?:lahir|kelahiran|ttl)\b", re.IGNORECASE)
_CELL_DATE = re.compile(rf"{_DATE}|\b(?:19|20)\d\d\b", re.IGNORECASE)
_REACH = 140
_CLOSE = 8
_SENTENCE = 600
"""Characters ahead in which names are looked for; hardly a sentence is longer."""
_GROWN = 10
"""Years: a date in brackets behind a name that is no younger than this is a birth date."""


def check(article: Article, context: Context) -> Iterator[Finding]:
    """Every birth date or birthplace of a person."""
    tables = (text for text in texts(article) if text.headers)
    for text in dict.fromkeys((*tables, *holding(article, ("lahir", "ttl", ")")))):
        for start, end in _found(text, context):
            quote = squeeze(text.text[start:end])
            yield RULE.in_text(
                article,
                text,
                (start, end),
                f"“{quote}” menyebut tempat atau tanggal lahir seseorang",
                "hapus tempat dan tanggal lahirnya; bila perlu, sebutkan umurnya saja",
            )


def _found(text: Text, context: Context) -> Iterator[tuple[int, int]]:
    if any(_HEAD.search(head) for _, head in text.headers):
        yield from _in_cells(text)
        return
    for match in _BORN.finditer(text.text):
        if _is_persons(text.text, match):
            start = match.start()
            yield start, start + len(match[0].rstrip(" ,\n("))
    if "(" in text.text:
        yield from _beside_a_name(text.text, context)


def _in_cells(text: Text) -> Iterator[tuple[int, int]]:
    """Dates in a column headed “Tanggal lahir”, in a row that names somebody."""
    if not names_somebody(text):
        return
    for head, start, end in cells(text):
        date = _CELL_DATE.search(text.text, start, end) if _HEAD.search(head) else None
        if date:
            yield date.span()


def _beside_a_name(text: str, context: Context) -> Iterator[tuple[int, int]]:
    """“Ny. Kartini (Banjarmasin, 21 April 1960)”."""
    for match in _BESIDE.finditer(text):
        year = _YEAR_OF.search(match["date"])
        if not year or int(year[0]) > context.today.year - _GROWN:
            continue
        start = max(0, match.start() - _REACH)
        if any(p.sure and p.end == match.start() for p in people_in(text, start, match.end())):
            yield match.span()


def _is_persons(text: str, match: re.Match[str]) -> bool:
    start, end = sentence_span(text, match.start(), match.start())
    ahead = _ahead(text, start, match.start())
    if match["far"] is not None:
        return _named(text, start, match.end()) and not _NO_PERSON.search(ahead)
    if match["label"]:
        return not _NO_PERSON.search(ahead)
    told = match["date"] or match["year"] or (match["place"] and match["word"][0] not in "kK")
    nobody = _NO_PERSON.search(ahead) and not _THIS_ONE.search(ahead)
    if not told or nobody or _HERO.search(text, start, match.start()):
        return False
    if match["year"] and not match["place"] and _FROM_TO.match(text, match.end()):
        return False
    return _of_somebody(text, match, (start, end), ahead)


def _ahead(text: str, start: int, end: int) -> str:
    """The words of the clause before a place: none before the last sure name."""
    near = max(start, end - _SENTENCE)
    last = max((p.end for p in people_in(text, near, end) if p.sure), default=near)
    return _PARENT.sub("", text[max(last, end - _REACH) : end])


def _of_somebody(text: str, match: re.Match[str], sentence: tuple[int, int], ahead: str) -> bool:
    """A name or a word for a person before it, or right behind where the sentence begins so."""
    start, end = sentence
    if not text[start : match.start()].strip(" *-•"):
        return bool(match["date"]) or _named(text, match.end(), end)
    if match["date"] and ahead.isupper():
        return True
    adjective = match["word"].casefold() == "kelahiran" and match["place"] and match["date"]
    return bool(adjective or _PERSON_WORD.search(ahead)) or _named(text, start, match.start())


def _named(text: str, start: int, end: int) -> bool:
    """A sure name, or a lone word that stands inside or right before what is told."""
    return any(
        p.sure or p.titled or (evident(text, p) and (p.start > start or end - p.end < _CLOSE))
        for p in people_in(text, max(start, end - _SENTENCE), end)
    )


RULE = Rule(
    id="PII-10",
    level=Level.INGAT,
    sentence="Tempat dan tanggal lahir seseorang tidak perlu disebut dalam naskah.",
    basis="UU 27/2022: data pribadi yang dikombinasikan untuk mengidentifikasi seseorang",
    example_fails="Rusmiati Dewi lahir di Kasongan, 7 Agustus 1985, dan kini berdagang kain.",
    example_passes="Rusmiati Dewi sudah dua puluh tahun berdagang kain.",
    check=check,
)
