"""ANAK-03: a photo of children is published only with a note of consent."""

from __future__ import annotations

import re
from collections.abc import Iterator

from terbit.checks.base import Context, Place, Rule
from terbit.core.article import Article, Photo
from terbit.core.finding import Finding, Level

_CONSENT = re.compile(
    r"(?!\W{0,9}(?:tidak|tak|tanpa|belum|nihil|bukan|no\b))(?=.{0,200}[^\W\d_])",
    re.IGNORECASE | re.DOTALL,
)
"""A note that says something, and not that there is no consent or that none is needed."""


def check(article: Article, context: Context) -> Iterator[Finding]:
    """Photos of the head with children but no consent, or with the question unanswered."""
    for i, photo in enumerate(article.photos):
        problem = _problem(photo)
        if problem:
            key = f"foto.{i}.persetujuan" if photo.children else f"foto.{i}.anak"
            yield RULE.finding(
                article.path, article.line(key), *problem, quote=photo.file, span=photo.file
            )


def _problem(photo: Photo) -> tuple[str, str] | None:
    if photo.children is None:
        return (
            f"pertanyaan tentang foto “{photo.file}” belum dijawab: adakah anak yang dapat"
            " dikenali?",
            "jawab “anak: ya” atau “anak: tidak”",
        )
    if not photo.children or _CONSENT.match(photo.consent):
        return None
    return (
        f"foto “{photo.file}” memperlihatkan anak tanpa catatan persetujuan",
        "tulis persetujuan orang tua atau wali pada “persetujuan”, atau ganti fotonya",
    )


_EXAMPLE = (
    "foto: [{{berkas: foto-1.jpg, alt: Sepuluh murid menanam pohon di halaman, keterangan:"
    " Penanaman pohon, kredit: Humas, anak: {}, dokumen: tidak}}]"
)
RULE = Rule(
    id="ANAK-03",
    level=Level.TAHAN,
    sentence="Foto anak hanya terbit dengan catatan persetujuan orang tua atau wali.",
    basis="UU 11/2012 Pasal 19; UU 27/2022",
    example_fails=_EXAMPLE.format("ya"),
    example_passes=_EXAMPLE.format("ya, persetujuan: tertulis dari wali murid"),
    check=check,
    place=Place.HEAD,
)
