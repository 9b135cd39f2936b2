"""BHS-04: news tells what happened and leaves praise to those who are quoted."""

from __future__ import annotations

import re
from collections.abc import Iterator

from terbit.checks.base import Context, Rule
from terbit.checks.reading.emphasis import is_marked
from terbit.checks.reading.lowered import holding
from terbit.checks.reading.prose import Text, squeeze
from terbit.checks.reading.quotes import quoted, within
from terbit.checks.reading.spelling import words_of
from terbit.checks.reading.texts import front_texts
from terbit.checks.reading.vocabulary import spoken
from terbit.core.article import Article
from terbit.core.finding import Finding, Level

_DEGREE = r"(?:sangat|amat|teramat|begitu|sungguh|benar-benar|super|paling|luar\s+biasa)"
_PRAISE = re.compile(
    r"\b(?:sukses\s+(?:besar|luar\s+biasa|total|gemilang|spektakuler|meriah)"
    r"|(?P<luar>luar\s+biasa)|spektakuler|fantastis|bombastis|fenomenal|memukau|menakjubkan"
    r"|mengagumkan|(?<=kami )nomor\s+satu|(?<=kita )nomor\s+satu"
    r"|mencengangkan|terhebat|termegah|terheboh|terspektakuler|gegap[\s-]gempita|super\s+mewah"
    r"|(?P<dahsyat>(?:ter)?dahsyat)|(?P<meriah>meriah)"
    r"|tiada\s+(?:duanya|tara|bandingnya)|(?:tak|tidak)\s+tertandingi|merupakan\s+yang\s+terbaik|tak\s+terlupakan|tanpa\s+cela"
    r"|gilang[\s-]gemilang|(?:berjalan|berlangsung|terlaksana)\s+(?:dengan\s+)?sempurna"
    rf"|{_DEGREE}\s+(?:sukses|meriah|membanggakan|hebat|bagus|indah|istimewa|mengesankan|mewah"
    r"|megah|keren|spesial|apik|menawan|ciamik|memesona|mengagumkan|memuaskan|inspiratif|antusias|gemilang|cemerlang|fantastis|memukau))\b",
    re.IGNORECASE,
)
_TRIGGERS = frozenset(
    "biasa spektakuler fantastis bombastis fenomenal memukau menakjubkan mencengangkan terhebat"
    " termegah terheboh terspektakuler gempita mewah dahsyat terdahsyat meriah tiada tertandingi"
    " terlupakan cela gemilang sempurna sukses membanggakan hebat bagus indah istimewa mengesankan"
    " megah keren spesial memuaskan inspiratif antusias cemerlang terbaik apik"
    " menawan ciamik memesona mengagumkan".split()
)
"""One of these stands in all of it."""
_BEST = ("kami nomor satu", "kita nomor satu")
_EXTRAORDINARY = re.compile(
    r"\b(?:rapat|status|kejadian|kejahatan|musyawarah|muktamar|kongres|munas|musda|muswil|sidang|cuti|upaya"
    r"|upaya\s+hukum|sekolah|pendidikan|anak|anak-anak|siswa|peserta\s+didik|duta\s+besar|keadaan"
    r"|kondisi|wabah|KLB|penanganan|tindakan|beban|biaya|pos|pendapatan|kerugian|keuntungan"
    r"|konferensi|rapat\s+umum|RUPS|pemegang\s+saham|ukuran|hukum|rups|bencana|cuaca|hakim)\s+$"
    r"|\bRUPS\s+(?:tahunan\s+dan\s+)?$|\bdi\s+$",
    re.IGNORECASE,
)
_DISASTER = re.compile(
    r"\b(?:gempa|badai|ledakan|kebakaran|banjir|tsunami|bencana|letusan|longsor|topan)\b[^.]{0,60}$",
    re.IGNORECASE,
)
_NOT = re.compile(
    r"\b(?:tidak|tak|tanpa|bukan|belum|jangan|kurang|melarang|dilarang|larangan|hindari|menghindari)"
    r"(?:\W+\w+){0,3}\W+$",
    re.IGNORECASE,
)
_GRADE = re.compile(
    r"\b(?:predikat|kategori|kualifikasi|yudisium|nilai|kriteria|peringkat)\b[^.]{0,40}$", re.I
)
_BANGS = re.compile(r"!(?:\s?!){1,20}")
_FIX = "sampaikan faktanya saja, misalnya jumlah peserta atau hasil yang dicapai"
_SHORTEST_TITLE = 3
"""Words; a shorter title in capitals may be an acronym."""


def check(article: Article, context: Context) -> Iterator[Finding]:
    """Praise outside quotations, rows of exclamation marks, and a title in capitals."""
    praise = (*words_of(article) & _TRIGGERS, *spoken(article, _BEST))
    for text in holding(article, praise):
        for match in _PRAISE.finditer(text.text):
            if not _rightly(article, text, match):
                message = f"“{squeeze(match[0])}” adalah penilaian, bukan fakta"
                yield RULE.in_text(article, text, match.span(), message, _FIX)
    for text in holding(article, ("!!", "! !")):
        for match in _BANGS.finditer(text.text):
            message = f"tanda seru beruntun “{match[0]}” tidak dipakai dalam berita"
            fix = "akhiri kalimat dengan satu tanda titik"
            yield RULE.in_text(article, text, match.span(), message, fix)
    yield from _shouted(article)


def _rightly(article: Article, text: Text, match: re.Match[str]) -> bool:
    """Whether the words are a speaker's, a name's, a term's, or are denied."""
    start, end = match.span()
    before = text.text[max(0, start - 80) : start]
    kind = match.lastgroup
    return (
        (kind == "luar" and _EXTRAORDINARY.search(before) is not None)
        or (kind == "dahsyat" and _DISASTER.search(before) is not None)
        or (kind == "meriah" and match[0][0].isupper() and before[-1:] == " ")
        or ("memuaskan" in match[0].casefold() and _GRADE.search(before) is not None)
        or _NOT.search(before) is not None
        or within(start, quoted(text.text))
        or is_marked(article, text.text, start, end)
    )


def _shouted(article: Article) -> Iterator[Finding]:
    words = [word for word in article.title.split() if any(map(str.isalpha, word))]
    long = [word for word in words if len(word) > 3]
    capitals = [word for word in long if word.isupper()]
    if len(words) >= _SHORTEST_TITLE and long and len(capitals) > 0.7 * len(long):
        for text in front_texts(article):
            if text.key == "judul" and not _shortened(words):
                message = "judul ditulis dengan huruf kapital semua"
                fix = "tulis huruf kapital hanya pada awal setiap kata penting"
                yield RULE.in_text(article, text, (0, len(text.text)), message, fix)


def _shortened(words: list[str]) -> bool:
    """A title with any word in small letters of its own is no shout: “SAKIP RSUD dan BLUD”."""
    return any(word.islower() for word in words) and len(words) < 2 * _SHORTEST_TITLE


RULE = Rule(
    id="BHS-04",
    level=Level.INGAT,
    sentence="Berita menyampaikan fakta tanpa pujian berlebihan, judul kapital, atau tanda seru"
    " beruntun.",
    basis="UU 14/2008 Pasal 7 ayat (2): informasi publik akurat, benar, dan tidak menyesatkan",
    example_fails="Peringatan hari jadi berlangsung sangat meriah di halaman kantor.",
    example_passes="Peringatan hari jadi di halaman kantor diikuti 400 pegawai.",
    check=check,
)
