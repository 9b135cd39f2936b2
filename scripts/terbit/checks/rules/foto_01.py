"""FOTO-01: every photo that an article names is there and can be shown."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from terbit.checks.base import Context, Rule
from terbit.checks.reading import pictures
from terbit.checks.reading.html_tags import body_tags
from terbit.core.article import Article
from terbit.core.finding import Finding, Level


def check(article: Article, context: Context) -> Iterator[Finding]:
    """Photos of the head and pictures of the body that are missing, misnamed or unreadable."""
    judged: dict[str, tuple[str, str] | None] = {}
    for line, name in (*_head(article), *_body(article)):
        if name not in judged:
            judged[name] = _problem(name, article)
        problem = judged[name]
        if problem:
            yield RULE.finding(article.path, line, *problem, quote=name, span=name)


def _head(article: Article) -> Iterator[tuple[int, str]]:
    for i, photo in enumerate(article.photos):
        yield article.line(f"foto.{i}.berkas"), photo.file


def _body(article: Article) -> Iterator[tuple[int, str]]:
    for tag in body_tags(article):
        if tag.name == "img":
            yield tag.line, _file_name((tag.get("src") or "").strip())


def _file_name(source: str) -> str:
    try:
        parts = urlsplit(source)
    except ValueError:
        return source
    return source if parts.scheme or parts.netloc else unquote(parts.path).removeprefix("./")


def _problem(name: str, article: Article) -> tuple[str, str] | None:
    if not name:
        return "nama berkas foto kosong", "tulis nama berkas fotonya"
    data = article.file(name)
    if data is None:
        return _missing(name, article)
    try:
        found = pictures.header(data)
    except pictures.PictureError as error:
        return f"foto “{name}” {error.what}", error.fix
    right = pictures.SUFFIXES[found.format]
    path = PurePosixPath(name)
    if path.suffix.casefold() in right:
        return None
    return (
        f"foto “{name}” berisi gambar {found.format}, tidak sesuai akhiran namanya",
        f"ganti namanya menjadi “{path.stem}{right[0]}” di folder dan di naskah",
    )


def _missing(name: str, article: Article) -> tuple[str, str]:
    if name.casefold().startswith("data:"):
        return "foto disematkan dalam naskah", "taruh fotonya sebagai berkas di folder berita ini"
    if name.casefold().startswith(("http:", "https:", "//")):
        what = f"foto “{name}” ada di situs lain dan tidak akan tampil"
        return what, "simpan fotonya di folder berita ini, dengan izin pemiliknya"
    if "/" in name or "\\" in name:
        fix = "taruh fotonya di folder berita ini, lalu tulis nama berkasnya saja"
        return f"foto “{name}” tidak berada di folder berita ini", fix
    same = {other.casefold(): other for other in article.files}.get(name.casefold())
    if same:
        what = f"foto “{name}” tidak ada; huruf besar dan kecil dibedakan"
        return what, f"tulis “{same}”"
    close = get_close_matches(name, list(article.files), n=1, cutoff=0.7)
    hint = f"maksudnya “{close[0]}”?" if close else "taruh fotonya di folder berita ini"
    return f"foto “{name}” tidak ada di folder berita ini", hint


RULE = Rule(
    id="FOTO-01",
    level=Level.TOLAK,
    sentence="Setiap foto yang disebut harus ada di folder berita dan dapat dibuka.",
    basis="SOP, langkah menyusun draf: foto beserta narasi; UU 14/2008 Pasal 7 ayat (3)",
    example_fails="![Peserta rapat di aula](FOTO-1.JPG)",
    example_passes="![Peserta rapat di aula](foto-1.jpg)",
    check=check,
)
