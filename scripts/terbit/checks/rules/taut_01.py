"""TAUT-01: links inside the site lead somewhere."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from functools import lru_cache
from urllib.parse import unquote, urlsplit

from terbit.checks.base import Context, Rule
from terbit.checks.reading.addresses import CONTENT
from terbit.checks.reading.html_tags import body_tags
from terbit.checks.reading.once import once
from terbit.core.article import INDEX, Article
from terbit.core.finding import Finding, Level

_ID = re.compile(r"\sid=\"([^\"]*)\"")
_ARTICLES = "/berita/2"
_MONTH = len("/berita/2026/11/")
_LETTERS = 3
_ALIKE = _MONTH + _LETTERS
"""A slip seldom spoils both the first and the last letters of a name."""
_MOST_IDS = 100
"""Headings among which a similar one is looked for; that takes time for each pair."""
_TOP = frozenset({"", "top"})
"""Both lead to the start of the page (HTML Living Standard, 7.4.6.4)."""


def check(article: Article, context: Context) -> Iterator[Finding]:
    """Every link to a file, page or heading that does not exist."""
    for tag in body_tags(article):
        href = tag.get("href")
        if tag.name in {"a", "area"} and href is not None:
            problem = _problem(href.strip(), article, context.known_paths)
            if problem:
                yield _finding(article, tag.line, href, *problem)
    for index, row in enumerate(article.listed):
        problem = _problem(row.link, article, context.known_paths) if row.link else None
        if problem:
            line = article.line(f"daftar.{index}.tautan")
            yield _finding(article, line, row.link, *problem)


def _finding(article: Article, line: int, href: str, what: str, fix: str) -> Finding:
    return RULE.finding(article.path, line, what, fix, quote=href, span=href)


def _problem(href: str, article: Article, known: frozenset[str]) -> tuple[str, str] | None:
    """(what is wrong, how to mend it), or None for a link that is right or leads outside."""
    try:
        parts = urlsplit(href)
    except ValueError:
        return f"tautan “{href}” bukan alamat yang sah", "periksa ejaan alamatnya"
    if parts.scheme or parts.netloc:
        return None
    path, anchor = unquote(parts.path), unquote(parts.fragment)
    if not path:
        if not href:
            return "tautan ini kosong", "isi alamatnya atau hapus tautannya"
        return _anchor_problem(anchor, article)
    if path.startswith("/"):
        return _site_problem(path, anchor, article, known)
    return _file_problem(path, anchor, article, known)


def _anchor_problem(anchor: str, article: Article) -> tuple[str, str] | None:
    ids = _ids(article)
    if anchor.casefold() in _TOP or anchor in ids:
        return None
    what = f"bagian “#{anchor}” tidak ada dalam naskah ini"
    close = _suggest(anchor, ids, "#") if len(ids) <= _MOST_IDS else ""
    return what, close or "periksa judul bagian yang dituju"


@once
def _ids(article: Article) -> frozenset[str]:
    return frozenset(_ID.findall(article.html))


def _site_problem(
    path: str, anchor: str, article: Article, known: frozenset[str]
) -> tuple[str, str] | None:
    wanted = posixpath.normpath(path)
    forms = {wanted, f"{wanted.rstrip('/')}/"}
    if _own_address(article) in forms:
        return _anchor_problem(anchor, article)
    if forms & known or (wanted.endswith(".md") and CONTENT + wanted in known):
        return None
    fix = _suggest(path, _near(path, _pages(known)))
    fix = fix or "periksa alamatnya, atau salin dari bilah alamat peramban"
    return f"halaman “{path}” tidak ada di situs ini", fix


def _file_problem(
    path: str, anchor: str, article: Article, known: frozenset[str]
) -> tuple[str, str] | None:
    for place in _places(article):
        target = posixpath.normpath(posixpath.join(place, path))
        folder, _, name = target.rpartition("/")
        if target == place or (folder == place and name == INDEX):
            return _anchor_problem(anchor, article)
        if folder == place and name in article.files:
            fix = (
                "hapus tautannya; foto tampil lewat ![…](…), dokumen ditautkan dari tempat resminya"
            )
            return f"berkas “{path}” tidak dapat diunduh dari halaman berita", fix
        if target.startswith(f"{CONTENT}/"):
            address = target.removeprefix(CONTENT)
            page = target in known and target.endswith(".md")
            if page or address in known or f"{address}/" in known:
                return None
    close = {name.casefold(): name for name in article.files}.get(
        posixpath.basename(path).casefold()
    )
    fix = f"maksudnya “{close}”?" if close else _suggest(path, article.files)
    what = f"berkas atau halaman “{path}” tidak ditemukan"
    return what, fix or "taruh berkasnya di folder naskah ini, atau tulis alamat mulai dari “/”"


def _places(article: Article) -> tuple[str, ...]:
    """Where the folder is; for a draft also where it will be."""
    if not article.is_draft:
        return (article.folder,)
    return article.folder, f"{CONTENT}{_own_address(article).rstrip('/')}"


def _own_address(article: Article) -> str:
    if article.is_draft:
        return f"/berita/{article.date:%Y/%m}/{article.slug}/"
    return f"{article.folder.removeprefix(CONTENT)}/"


@lru_cache(maxsize=2)
def _pages(known: frozenset[str]) -> dict[str, list[str]]:
    """The pages of the site by month, the others under "": of thousands few are compared."""
    found: dict[str, list[str]] = {"": []}
    for page in known:
        if page.startswith("/"):
            month = page[:_MONTH] if page.startswith(_ARTICLES) else ""
            found.setdefault(month, []).append(page)
    return found


def _near(path: str, pages: dict[str, list[str]]) -> Iterator[str]:
    """The pages worth comparing: of the month's articles those that begin or end alike."""
    yield from pages[""]
    start, end = path[:_ALIKE], path.rstrip("/")[-_LETTERS:] + "/"
    for page in pages.get(path[:_MONTH], ()):
        if page.startswith(start) or page.endswith(end):
            yield page


def _suggest(wrong: str, known: Iterable[str], prefix: str = "") -> str:
    close = get_close_matches(wrong, sorted(known), n=1, cutoff=0.7)
    return f"maksudnya “{prefix}{close[0]}”?" if close else ""


RULE = Rule(
    id="TAUT-01",
    level=Level.TOLAK,
    sentence="Tautan di dalam situs harus menuju halaman, berkas, atau bagian yang ada.",
    basis="UU 14/2008 Pasal 7 ayat (3): informasi dapat diakses dengan mudah",
    example_fails="Lihat [cara memohon informasi](/ppid/halaman-yang-tidak-ada/).",
    example_passes="Lihat [layanan informasi](/) atau [situs resmi](https://contoh.go.id/).",
    check=check,
)
