"""FOTO-04: photos do not tell where and with whose camera they were taken."""

from __future__ import annotations

from collections.abc import Iterator

from terbit import imaging
from terbit.checks.base import Context, Place, Rule
from terbit.checks.reading import pictures
from terbit.core.article import Article
from terbit.core.finding import Finding, Level

_FIX = (
    "terbit new, terbit submit, dan komentar /ajukan menghapusnya otomatis; di permintaan yang"
    " sudah terbuka, dari ponsel: hapus foto ini, lalu unggah tangkapan layarnya"
)


def check(article: Article, context: Context) -> Iterator[Finding]:
    """Files of the folder, named in the text or not, with private metadata left in them."""
    rows = {photo.file: i for i, photo in enumerate(article.photos)}
    for name, data in sorted(article.files.items()):
        left = _private(data)
        if left:
            path, line = f"{article.folder}/{name}", 1
            if name in rows:
                path, line = article.path, article.line(f"foto.{rows[name]}.berkas")
            yield RULE.finding(
                path,
                line,
                f"foto “{name}” masih menyimpan {', '.join(left)}",
                _FIX,
                quote=name,
                span=name,
            )


def _private(data: bytes) -> tuple[str, ...]:
    """Private metadata of a photo, whatever its name; what cannot be opened is FOTO-01's."""
    if imaging.kind(data) not in imaging.FORMATS:
        return ()
    try:
        return pictures.private_metadata(data)
    except imaging.PictureError:
        return ()


_EXAMPLE = (
    "foto: [{{berkas: {}, alt: Sepuluh peserta rapat di aula, keterangan: Rapat pembukaan,"
    " kredit: Humas, anak: tidak, dokumen: tidak}}]"
)
RULE = Rule(
    id="FOTO-04",
    level=Level.TOLAK,
    sentence="Foto tidak boleh menyimpan lokasi, nomor seri kamera, atau gambar kecil tersemat.",
    basis="UU 27/2022 Pasal 65 ayat (2)",
    example_fails=_EXAMPLE.format("foto-gps.jpg"),
    example_passes=_EXAMPLE.format("foto-1.jpg"),
    check=check,
    place=Place.HEAD,
)
