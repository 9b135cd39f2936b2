"""FOTO-05: photos are large enough, not too heavy, sharp and upright."""

from __future__ import annotations

from collections.abc import Iterator

from terbit.checks.base import Context, Place, Rule
from terbit.checks.reading import pictures
from terbit.checks.reading.pictures import Look
from terbit.core.article import Article
from terbit.core.finding import Finding, Level

SMALLEST = 1200
"""Pixels of the longer side, as the catalogue has it: the width of a card in social media."""
MOST_PIXELS = 12_000_000
"""A phone's whole photo (4000 x 3000); `terbit new` leaves at most 2400 pixels a side."""
MOST_BYTES = 8 * 1024 * 1024


def check(article: Article, context: Context) -> Iterator[Finding]:
    """Each photo once; small pictures are no fault in the body, where no card is cut from them."""
    done: set[str] = set()
    for place in pictures.shown(article):
        found = None if place.file in done else pictures.seen(article, place.file)
        done.add(place.file)
        if isinstance(found, Look):
            smallest = 0 if place.row is None else RULE.limit_in(context)
            size = len(article.files[place.file])
            for what, fix in _faults(found, size, smallest):
                said = f"foto “{place.file}” {what}"
                yield RULE.finding(
                    article.path, place.line, said, fix, quote=place.file, span=place.file
                )


def _faults(found: Look, size: int, smallest: int) -> Iterator[tuple[str, str]]:
    measure = f"{found.width} × {found.height} piksel"
    if found.longest < smallest:
        what = f"hanya {measure}, terlalu kecil untuk kartu media sosial"
        yield what, f"pakai foto asli dengan sisi panjang sedikitnya {smallest} piksel"
    if found.width * found.height > MOST_PIXELS or size > MOST_BYTES:
        what = f"terlalu besar ({measure}, {size / 1024 / 1024:.1f} MB)".replace(".", ",")
        yield what, "kecilkan sampai sisi panjangnya 2400 piksel; terbit new melakukannya otomatis"
    if found.turned:
        yield "tersimpan miring", "putar fotonya sampai tegak, lalu simpan ulang"
    if found.blurred:
        yield "tampak kabur", "ganti dengan foto yang lebih tajam, bila ada"


_EXAMPLE = (
    "foto: [{{berkas: {}, alt: Sepuluh peserta rapat di aula, keterangan: Rapat pembukaan,"
    " kredit: Humas, anak: tidak, dokumen: tidak}}]"
)
RULE = Rule(
    id="FOTO-05",
    level=Level.INGAT,
    sentence="Foto cukup besar untuk kartu media sosial, tidak terlalu berat, tajam, dan tegak.",
    basis="SOP, langkah menyusun draf: foto beserta narasi",
    example_fails=_EXAMPLE.format("foto-kecil.jpg"),
    example_passes=_EXAMPLE.format("foto-1.jpg"),
    check=check,
    place=Place.HEAD,
    limit=SMALLEST,
)
