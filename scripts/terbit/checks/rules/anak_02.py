"""ANAK-02: a child in a matter of law is held, named or not."""

from __future__ import annotations

import re
from collections.abc import Iterator

from terbit.checks.base import Context, Rule
from terbit.checks.reading.children import CHILD, CHILD_STEMS, NO_CHILD, PUPIL, SCHOOL, YOUNG
from terbit.checks.reading.offences import LAW, may_be_law
from terbit.checks.reading.prose import squeeze
from terbit.checks.reading.stems import sentences_with
from terbit.core.article import Article
from terbit.core.finding import Finding, Level

# what is said of children and offences in general: prevention, services, figures, duties
_FIRMLY_GENERAL = re.compile(
    r"\b(?:mencegah|pencegahan|pencegah|sosialisasi|menyosialisasikan|pelatihan|deklarasi|kampanye"
    r"|penyuluhan|seminar|webinar|workshop|lokakarya|bimtek|diskusi|materi|pedoman|panduan"
    r"|persen|persentase|jumlah\s+(?:kasus|korban|anak|siswa)|(?:angka|\d+)\s+kasus|statistik"
    r"|sebanyak\s+\d+|sepanjang\s+(?:tahun|\d{4})|selama\s+(?:tahun|\d{4})|rata-rata|peraturan"
    r"|undang-undang|raperda|setiap\s+anak|jika|apabila|bila|jangan|agar|supaya|tidak\s+boleh"
    r"|dilarang|tidak\s+(?:ada|ditemukan)|nihil|simulasi|bermain\s+peran|memerankan|drama|teater"
    r"|peradilan\s+semu|film|cerpen|novel|antinarkoba|anti-?narkoba|diharapkan|diimbau"
    r"|segala\s+bentuk|mengecam|hendaknya|sebaiknya|berpotensi|memicu|dapat\s+menyebabkan)\b",
    re.IGNORECASE,
)
_GENERAL = re.compile(
    rf"{_FIRMLY_GENERAL.pattern}"
    r"|\b(?:penyuluh\w*|dicegah|antisipasi|edukasi|mengedukasi|sosialisasi\w*|melatih|dilatih"
    r"|mendeklarasikan|bimbingan|lomba|literasi|modul|buku|uu|perda|kebijakan|satgas"
    r"|satuan\s+tugas|gugus\s+tugas|komitmen|berkomitmen|gerakan|stop|anti|tanpa"
    r"|bebas(?:\s+dari)?|menolak|tolak|menjauhi|program|strategi|penanggulangan|penghapusan"
    r"|menghapus|menekan|menurunkan|penurunan|menurun|turun|meningkat|peningkatan|jumlah|angka"
    r"|data|prevalensi|survei|indeks|semua\s+anak|berhak|hak|rentan|bahaya|dampak|risiko|layanan"
    r"|hotline|kanal|nomor\s+pengaduan|posko|mekanisme|prosedur|sop|standar|rakor|rapat"
    r"|koordinasi|kalau|dapat\s+(?:melapor\w*|dipidana|dijerat)|segera\s+melapor\w*|bahwa\s+anak"
    r"|wajib|harus|perlu|kabupaten\s+layak|layak\s+anak|ramah\s+anak|pentingnya|memahami"
    r"|mengenali|mengenalkan|waspada|pelopor|duta|teman\s+sebaya|kerahasiaan|identitas|melindungi"
    r"|dilindungi|perlindungan|penyediaan|psikolog\s+klinis|membekali|dibekali|pembekalan|mengajak"
    r"|diajak|mengajari|diajari|mengimbau|cara|tema|bertema|topik|podcast|siniar|nobar|menyiapkan|menyediakan)\b",
    re.IGNORECASE,
)
# what makes it one matter and one child
_SURELY_ONE = re.compile(
    r"\b(?:seorang\s+(?!guru|psikolog|penyuluh|narasumber|anggota)|berinisial|inisial|bernama"
    r"|(?:korban|pelaku|saksi|siswi|siswa|santri|pelajar|murid|bocah|balita|bayi)(?:nya)?\s+(?:itu|tersebut)"
    r"|terdakwa|visum"
    rf"|{PUPIL}\s+(?:(?:di|dari|asal)\s+)?(?:{SCHOOL})[^.;]{{0,40}}\s(?:korban|saksi|pelaku"
    r"|tersangka|ditangkap|dilecehkan|dicabuli|dianiaya|dirundung))\b",
    re.IGNORECASE,
)
_CONCRETE = re.compile(
    rf"{_SURELY_ONE.pattern}"
    r"|\b(?:salah\s+(?:satu|seorang)|menjadi\s+(?:korban|saksi|pelaku|tersangka)"
    r"|yang\s+(?:diduga|menjadi|mengalami|ter\w+|di\w+i|di\w+kan)|diduga|terduga|tersangka"
    r"|ditangkap|tertangkap|ditahan|diamankan|divonis|dicabuli|dilecehkan|diperkosa|dianiaya"
    r"|dirundung|dikeroyok|melaporkan|dilaporkan|diperiksa|dipindahkan|dirujuk|dievakuasi|dijemput"
    r"|(?:anak|santriwati|kasus|peristiwa|perkara|pelecehan|kekerasan|p\w{3,}an|tawuran"
    r"|eksploitasi)(?:nya)?\s+(?:itu|tersebut|ini)"
    rf"|{PUPIL}\s+kelas|{PUPIL}\s+(?:(?:di|dari|asal|salah\s+satu)\s+)?(?:{SCHOOL})"
    r"|(?:berusia|berumur|usia)\s+\d{1,2}|\d{1,2}\s+tahun\b(?!\s+(?:19|20)\d\d))\b|\(\d{1,2}\)",
    re.IGNORECASE,
)

_PLACED = re.compile(
    r"\b(?:[Dd]i\s+(?:sebuah|salah|[A-Z]\w+)|kemarin|pekan\s+lalu|bulan\s+lalu|semalam|se?buah"
    rf"|(?:dua|tiga|empat|lima|enam|\d+)\s+(?:orang\s+)?(?:{PUPIL}|anak|bocah|balita|remaja)"
    r"|(?:anak|putri|cucu)nya|ditangani|menimpa|dialami|melibatkan|membenarkan|terjadi|beredar)\b"
)
_ABSTRACT = re.compile(
    r"perundungan|kekerasan|bull\w+|eksploitasi|penelantaran|pidana|porno\w+|tppo|tawuran"
    r"|perdagangan\s+\w+|pernikahan\s+\w+|\w+\s+(?:narkoba|narkotika|miras)|predator",
    re.IGNORECASE,
)
"""What is spoken of in general unless somebody is pointed at."""


def check(article: Article, context: Context) -> Iterator[Finding]:
    """Sentences with a word for a child and a word of law that speak of one matter."""
    for text, start, end in sentences_with(article, CHILD_STEMS):
        sentence = text.text[start:end]
        place = _evidence(sentence) if any(map(may_be_law, sentence.casefold().split())) else None
        if place:
            quote = squeeze(text.text[start + place[0] : start + place[1]])
            yield RULE.in_text(
                article,
                text,
                (start + place[0], start + place[1]),
                f"“{quote}” menyebut anak dalam perkara hukum",
                "hapus keterangan yang dapat mengungkap jati diri anak, termasuk nama sekolah,"
                " alamat, dan orang tuanya, atau minta pejabat penelaah menulis alasannya di"
                " catatan_pemeriksaan",
            )


def _evidence(sentence: str) -> tuple[int, int] | None:
    """The stretch from the child to the word of law that is nearest to it."""
    plain = NO_CHILD.sub(lambda match: "\0" * len(match[0]), sentence)
    children = [m.span() for m in (*CHILD.finditer(plain), *YOUNG.finditer(plain))]
    laws = [match.span() for match in LAW.finditer(plain)] if children else []
    if not laws or _is_general(plain):
        return None
    pairs = ((child, law) for child in children for law in laws)
    child, law = min(pairs, key=lambda pair: abs(pair[0][0] - pair[1][0]))
    return min(child[0], law[0]), max(child[1], law[1])


def _is_general(sentence: str) -> bool:
    if not _CONCRETE.search(sentence) and not _PLACED.search(sentence):
        words = (match[0] for match in LAW.finditer(sentence))
        if all(map(_ABSTRACT.fullmatch, words)):
            return True
    if _SURELY_ONE.search(sentence):
        return False
    if _FIRMLY_GENERAL.search(sentence):
        return True
    return bool(_GENERAL.search(sentence)) and not _CONCRETE.search(sentence)


RULE = Rule(
    id="ANAK-02",
    level=Level.TAHAN,
    sentence="Keterangan tentang anak dalam perkara hukum hanya terbit dengan alasan pejabat"
    " penelaah.",
    basis="UU 11/2012 Pasal 19; Pedoman Pemberitaan Ramah Anak (Peraturan Dewan Pers 1/2019)",
    example_fails="Seorang siswi SMP menjadi saksi dalam kasus pelecehan di sekolahnya.",
    example_passes="Petugas menyosialisasikan pencegahan kekerasan terhadap anak kepada guru.",
    check=check,
)
