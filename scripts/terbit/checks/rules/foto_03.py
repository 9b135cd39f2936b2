"""FOTO-03: the words for those who do not see a photo tell what it shows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from terbit.checks.base import Context, Place, Rule
from terbit.checks.reading import pictures
from terbit.checks.reading.pictures import Shown
from terbit.checks.reading.prose import squeeze
from terbit.core.article import Article
from terbit.core.finding import Finding, Level

SHORTEST, LONGEST = 15, 200
"""Characters, as the catalogue has them; a screen reader reads longer ones in one breath."""

_FIX = "tulis satu kalimat tentang siapa dan apa yang terlihat"
_WORD = re.compile(r"\w+")
_LETTER = re.compile(r"[^\W\d_]")
_FILE = re.compile(
    r"[^\s]{1,150}\.(?:jpe?g|png|webp|gif|hei[cf])"
    r"|(?:img|dscn?|dscf|pxl|mvimg|vid|p|wa|photo|image|foto|gambar)[-_ ]?\d[\w.()-]{2,60}"
    r"|(?:whatsapp image|screenshot|screen shot|tangkapan layar)\b[\d\s.:()_apmt/-]{0,40}"
    r"|[^\W_]{1,40}(?:[-_][^\W_]{1,40}){1,20}",
    re.IGNORECASE,
)
"""A file name, a name that a camera or WhatsApp gives, or words joined by hyphens."""
_PICTURE_WORDS = frozenset(
    "foto fotonya foto-foto gambar gambarnya image images img picture photo photos pic"
    " dokumentasi dok ilustrasi tangkapan layar screenshot sampul cover thumbnail infografis"
    " infografik".split()
)
_EVENT_WORDS = frozenset(
    "kegiatan acara berita artikel utama pendukung tambahan saat pada dalam dari untuk ini itu di"
    " dan yang ke rapat sosialisasi pelatihan kunjungan upacara apel pertemuan peristiwa suasana"
    " momen moment bersama narasi kantor humas tersebut hari pelaksanaan berlangsung".split()
)
"""Words that hold for any photo of any event; alone they tell nothing."""


def check(article: Article, context: Context) -> Iterator[Finding]:
    """Alternative texts that do not tell what is seen; an empty one is FOTO-02's."""
    for place in pictures.shown(article):
        problem = None if pictures.blank(place.alt) else _problem(place, article)
        if problem:
            alt = squeeze(place.alt)
            yield RULE.finding(article.path, place.alt_line, *problem, quote=place.file, span=alt)


def _problem(place: Shown, article: Article) -> tuple[str, str] | None:
    alt, name = squeeze(place.alt), f"teks alternatif foto “{place.file}”"
    if _is_file_name(alt, place.file):
        return f"{name} hanya nama berkas", _FIX
    if _says_nothing(alt):
        return f"{name} hanya “{alt}” dan tidak menceritakan isi foto", _FIX
    if _same(alt, place.caption):
        return f"{name} sama dengan keterangannya", f"{_FIX}; keterangan sudah dibacakan"
    if _same(alt, article.title):
        return f"{name} sama dengan judul berita", f"{_FIX}; judul sudah dibacakan"
    return _of_length(len(alt), name)


def _of_length(length: int, name: str) -> tuple[str, str] | None:
    if length < SHORTEST:
        return f"{name} hanya {length} huruf", _FIX
    if length > LONGEST:
        fix = f"ringkas menjadi paling banyak {LONGEST} huruf; rinciannya tulis dalam berita"
        return f"{name} sepanjang {length} huruf", fix
    return None


def _is_file_name(alt: str, file: str) -> bool:
    stem = PurePosixPath(file).stem
    return alt.casefold() in (file.casefold(), stem.casefold()) or bool(_FILE.fullmatch(alt))


def _says_nothing(alt: str) -> bool:
    words = [word.casefold() for word in _WORD.findall(alt) if _LETTER.search(word)]
    told = set(words) - _PICTURE_WORDS
    return not told or (len(told) < len(set(words)) and told <= _EVENT_WORDS)


def _same(alt: str, other: str) -> bool:
    return bool(other.strip()) and _plain(alt) == _plain(other)


def _plain(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


_EXAMPLE = (
    "foto: [{{berkas: foto-1.jpg, alt: {}, keterangan: Rapat pembukaan penilaian,"
    " kredit: Humas, anak: tidak, dokumen: tidak}}]"
)
RULE = Rule(
    id="FOTO-03",
    level=Level.INGAT,
    sentence="Teks alternatif menceritakan isi foto dalam 15 sampai 200 huruf.",
    basis="UU 8/2016 Pasal 24; WCAG 1.1.1",
    example_fails=_EXAMPLE.format("Dokumentasi kegiatan rapat"),
    example_passes=_EXAMPLE.format("Dua puluh pegawai duduk mengelilingi meja rapat"),
    check=check,
    place=Place.HEAD,
)
