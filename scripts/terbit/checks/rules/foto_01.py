"""FOTO-01: every photo that an article names is there and can be shown."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import PurePosixPath

from terbit import imaging, screens
from terbit.checks.base import Context, Rule
from terbit.checks.reading import pictures
from terbit.core.article import PAGE_KIND, Article
from terbit.core.finding import Finding, Level
from terbit.imaging import PictureError


def check(article: Article, context: Context) -> Iterator[Finding]:
    """Photos that are missing, misnamed or unreadable, and HEIC files that nobody names."""
    judged: dict[str, tuple[str, str] | None] = {}
    for place in pictures.shown(article):
        name = place.file
        if name not in judged:
            judged[name] = None if _is_screen(name, article) else _problem(name, article)
        problem = judged[name]
        if problem:
            yield RULE.finding(article.path, place.line, *problem, quote=name, span=name)
    for name, data in article.files.items():
        if name not in judged and imaging.kind(data) == imaging.HEIC:
            yield _left_behind(name, article)


def _is_screen(name: str, article: Article) -> bool:
    """Whether it is one of the product's own screens, which come with the site."""
    return article.kind == PAGE_KIND and bool(screens.name_of(name))


def _left_behind(name: str, article: Article) -> Finding:
    what = f"foto “{name}” berformat HEIC (foto iPhone) dan masih menyimpan lokasinya"
    fix = (
        "hapus dari folder ini, lalu masukkan lewat terbit new yang mengubahnya menjadi JPEG; "
        "dari ponsel: unggah tangkapan layarnya"
    )
    return RULE.finding(f"{article.folder}/{name}", 1, what, fix, quote=name, span=name)


def _problem(name: str, article: Article) -> tuple[str, str] | None:
    if not name:
        return "nama berkas foto kosong", "tulis nama berkas fotonya"
    found = pictures.seen(article, name)
    if found is None:
        return _missing(name, article)
    if isinstance(found, PictureError):
        return f"foto “{name}” {found.what}", found.fix
    right = pictures.SUFFIXES[found.format]
    path = PurePosixPath(name)
    if path.suffix.casefold() in right:
        return None
    return (
        f"foto “{name}” berisi gambar {found.format}, tidak sesuai akhiran namanya",
        f"ganti namanya menjadi “{path.stem}{right[0]}” di folder dan di naskah",
    )


def _missing(name: str, article: Article) -> tuple[str, str]:
    if article.kind == PAGE_KIND:
        fix = "halaman biasa hanya memuat gambar layar Terbit (/layar/…); selain itu pakai tulisan"
        return f"gambar “{name}” tidak dapat ditampilkan", fix
    if name.casefold().startswith("data:"):
        return "foto disematkan dalam naskah", "taruh fotonya sebagai berkas di folder naskah ini"
    if name.casefold().startswith(("http:", "https:", "//")):
        what = f"foto “{name}” ada di situs lain dan tidak akan tampil"
        return what, "simpan fotonya di folder naskah ini, dengan izin pemiliknya"
    if "/" in name or "\\" in name:
        fix = "taruh fotonya di folder naskah ini, lalu tulis nama berkasnya saja"
        return f"foto “{name}” tidak berada di folder naskah ini", fix
    same = {other.casefold(): other for other in article.files}.get(name.casefold())
    if same:
        what = f"foto “{name}” tidak ada; huruf besar dan kecil dibedakan"
        return what, f"tulis “{same}”"
    close = get_close_matches(name, list(article.files), n=1, cutoff=0.7)
    hint = f"maksudnya “{close[0]}”?" if close else "taruh fotonya di folder naskah ini"
    return f"foto “{name}” tidak ada di folder naskah ini", hint


RULE = Rule(
    id="FOTO-01",
    level=Level.TOLAK,
    sentence="Setiap foto yang disebut harus ada di folder naskah dan dapat dibuka.",
    basis="SOP, langkah menyusun draf: foto beserta narasi; UU 14/2008 Pasal 7 ayat (3)",
    example_fails="![Peserta rapat di aula](FOTO-1.JPG)",
    example_passes="![Peserta rapat di aula](foto-1.jpg)",
    check=check,
)
