"""FOTO-06: photos say what they show and who took them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from terbit.checks.base import Context, Place, Rule
from terbit.core.article import Article, Photo
from terbit.core.finding import Finding, Level

_LETTER = re.compile(r"[^\W\d_]")
_FIXES = {
    "keterangan": "tulis apa, siapa, di mana, dan kapan pada “keterangan”",
    "kredit": "tulis nama pemotret atau sumber foto pada “kredit”",
}


def check(article: Article, context: Context) -> Iterator[Finding]:
    """Photos of the head without a caption or a credit."""
    for i, photo in enumerate(article.photos):
        missing = [key for key in _FIXES if not _LETTER.search(_value(photo, key))]
        if missing:
            yield RULE.finding(
                article.path,
                article.line(f"foto.{i}.{missing[0]}"),
                f"foto “{photo.file}” belum mempunyai {' dan '.join(missing)}",
                "; ".join(_FIXES[key] for key in missing),
                quote=photo.file,
                span=photo.file,
            )


def _value(photo: Photo, key: str) -> str:
    return photo.caption if key == "keterangan" else photo.credit


_EXAMPLE = (
    "foto: [{{berkas: foto-1.jpg, alt: Sepuluh peserta rapat di aula, keterangan: {},"
    " kredit: {}, anak: tidak, dokumen: tidak}}]"
)
RULE = Rule(
    id="FOTO-06",
    level=Level.INGAT,
    sentence="Setiap foto mempunyai keterangan dan kredit.",
    basis="SOP, langkah menyusun draf: foto beserta narasi",
    example_fails=_EXAMPLE.format('""', '""'),
    example_passes=_EXAMPLE.format("Rapat pembukaan", "Dokumentasi humas"),
    check=check,
    place=Place.HEAD,
)
