"""FOTO-04: photos do not tell where and with whose camera they were taken."""

from __future__ import annotations

from collections.abc import Iterator

from terbit.checks.base import Context, Place, Rule
from terbit.checks.reading import pictures
from terbit.core.article import Article
from terbit.core.finding import Finding, Level

SUFFIXES = tuple(suffix for suffixes in pictures.SUFFIXES.values() for suffix in suffixes)


def check(article: Article, context: Context) -> Iterator[Finding]:
    """Files of the folder, named in the text or not, with private metadata left in them."""
    rows = {photo.file: i for i, photo in enumerate(article.photos)}
    for name, data in sorted(article.files.items()):
        left = _private(name, data)
        if left:
            path, line = f"{article.folder}/{name}", 1
            if name in rows:
                path, line = article.path, article.line(f"foto.{rows[name]}.berkas")
            yield RULE.finding(
                path,
                line,
                f"foto “{name}” masih menyimpan {', '.join(left)}",
                "jalankan terbit new atau terbit submit, metadata dibuang otomatis",
                quote=name,
                span=name,
            )


def _private(name: str, data: bytes) -> tuple[str, ...]:
    """Private metadata of a photo; what cannot be opened is FOTO-01's."""
    if not name.casefold().endswith(SUFFIXES):
        return ()
    try:
        return pictures.private_metadata(data)
    except pictures.PictureError:
        return ()


RULE = Rule(
    id="FOTO-04",
    level=Level.TOLAK,
    sentence="Foto tidak boleh menyimpan lokasi, nomor seri kamera, atau gambar kecil tersemat.",
    basis="UU 27/2022 Pasal 65 ayat (2)",
    example_fails="foto: [{berkas: foto-gps.jpg, alt: Peserta rapat di aula}]",
    example_passes="foto: [{berkas: foto-1.jpg, alt: Peserta rapat di aula}]",
    check=check,
    place=Place.HEAD,
)
