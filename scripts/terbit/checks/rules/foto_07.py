"""FOTO-07: a photo with a document or screen in it is looked at by somebody with authority."""

from __future__ import annotations

from collections.abc import Iterator

from terbit.checks.base import Context, Place, Rule
from terbit.core.article import Article
from terbit.core.finding import Finding, Level


def check(article: Article, context: Context) -> Iterator[Finding]:
    """Photos of the head whose question `dokumen` is answered with yes, or not at all."""
    for i, photo in enumerate(article.photos):
        problem = _problem(photo.file, photo.documents)
        if problem:
            line = article.line(f"foto.{i}.dokumen")
            yield RULE.finding(article.path, line, *problem, quote=photo.file, span=photo.file)


def _problem(file: str, documents: bool | None) -> tuple[str, str] | None:
    if documents is None:
        return (
            f"pertanyaan tentang foto “{file}” belum dijawab: adakah dokumen atau layar yang"
            " terbaca?",
            "jawab “dokumen: ya” atau “dokumen: tidak”",
        )
    if not documents:
        return None
    return (
        f"foto “{file}” memperlihatkan dokumen atau layar yang terbaca",
        "kaburkan tulisannya lalu jawab “dokumen: tidak”, atau minta pejabat penelaah menulis"
        f" alasannya di catatan_pemeriksaan dengan kutipan “{file}”",
    )


_EXAMPLE = (
    "foto: [{{berkas: foto-1.jpg, alt: Daftar hadir di meja penerima tamu, keterangan: Meja"
    " pendaftaran, kredit: Humas, anak: tidak, dokumen: {}}}]"
)
RULE = Rule(
    id="FOTO-07",
    level=Level.TAHAN,
    sentence="Foto yang memuat dokumen atau layar hanya terbit dengan alasan pejabat penelaah.",
    basis="UU 27/2022 Pasal 65 ayat (2); UU 14/2008 Pasal 17",
    example_fails=_EXAMPLE.format("ya"),
    example_passes=_EXAMPLE.format("tidak"),
    check=check,
    place=Place.HEAD,
)
