"""What is wrong in a folder of built pages, feeds and files, file by file."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element, ParseError, fromstring

from terbit.checks.built.links import Links
from terbit.checks.built.page import Page, read
from terbit.checks.reading import numbers
from terbit.checks.reading.figures import Kind
from terbit.checks.reading.gambling import gambling_words
from terbit.checks.reading.html_tags import Tag
from terbit.checks.reading.prose import Text, squeeze
from terbit.checks.rules import RULES, html_01
from terbit.core.finding import Finding, Level
from terbit.core.office import Office

_TEXTS = (".css", ".js", ".svg", ".txt", ".md", ".json", ".xml")
_MAX_BYTES = 20 * 1024 * 1024
"""A page or feed is far smaller; what is larger is not read as text."""
_RUNNING_JSON = frozenset({"application/ld+json", "application/json", "speculationrules"})
_CSS_LOAD = re.compile(r"(?:url\(|@import)\s*[\"']?\s*((?:[a-z][a-z0-9+.-]*:)?//[^\"')\s;]+)", re.I)
_LOADING = {
    "script": ("src",),
    "img": ("src", "srcset"),
    "source": ("src", "srcset"),
    "audio": ("src",),
    "video": ("src", "poster"),
    "track": ("src",),
    "input": ("src", "formaction"),
    "image": ("href", "xlink:href"),
    "use": ("href", "xlink:href"),
    "form": ("action",),
}
OWN_TAGS = frozenset({"script", "form"})
"""What pages of ours may hold: scripts from files of the site, forms that stay on it."""
_LOADING_RELATIONS = frozenset(
    "stylesheet icon preload prefetch preconnect dns-prefetch modulepreload manifest".split()
)
_REBUILD = "bangun ulang situsnya; bila tetap ada, periksa tema dan mkdocs.yml"
_CONTENT_FIX = "perbaiki naskahnya lewat permintaan baru"


@dataclass(frozen=True)
class BuiltSite:
    """A folder to scan: where it will stand (`base`), whose it is, what its texts may say.

    `approved` holds the gambling words, casefolded, that stand in approved texts: an article
    about online gambling may name it. Where the folder holds only what is new of a site,
    `others` are the files that stay, and `standing` is the folder in which they are.
    """

    folder: Path
    base: str
    office: Office
    approved: frozenset[str] = field(default_factory=frozenset)
    others: frozenset[str] = field(default_factory=frozenset)
    standing: Path | None = None

    @cached_property
    def files(self) -> tuple[str, ...]:
        """Every file by its path in the folder."""
        found = (
            (Path(place) / name).relative_to(self.folder).as_posix()
            for place, _, names in os.walk(self.folder)
            for name in names
        )
        return tuple(sorted(found))

    @property
    def host(self) -> str:
        """The site's own host."""
        return urlsplit(self.base).netloc.casefold()

    @cached_property
    def words(self) -> tuple[str, ...]:
        """Gambling words that the office adds."""
        setting = self.office.rules.get("HTML-02")
        return setting.words if setting else ()

    @cached_property
    def own_numbers(self) -> frozenset[str]:
        """The office's own phones and accounts."""
        return numbers.own_numbers(self.office)


def approved_words(texts: Iterable[str]) -> frozenset[str]:
    """The gambling words of texts that people approved."""
    return frozenset(word.said.casefold() for text in texts for word in gambling_words(text))


def scan(site: BuiltSite) -> tuple[Finding, ...]:
    """Everything wrong in a built site, by file and line, each thing once a file."""
    links = Links(site.standing or site.folder, site.base, {*site.files, *site.others})
    found: list[Finding] = []
    for name in site.files:
        path = site.folder / name
        if path.is_symlink() or path.stat().st_size > _MAX_BYTES:
            continue
        if name.endswith(".html"):
            page = read(path.read_text("utf-8", "replace"))
            links.add(name, page)
            found += _of_page(site, name, page)
        elif name.endswith(_TEXTS):
            found += _of_text(site, name, path.read_text("utf-8", "replace"), links)
    found += links.findings()
    return tuple(sorted(dict.fromkeys(found), key=lambda f: (f.path, f.line, f.rule)))


def _of_page(site: BuiltSite, name: str, page: Page) -> Iterator[Finding]:
    yield from _running(site, name, page)
    yield from _pictures(name, page.tags)
    yield from _hidden(site, name, page)
    yield from _words(site, name, (*page.shown, *_said(page.tags)))


# What runs or is loaded ------------------------------------------------------------------


def _running(site: BuiltSite, name: str, page: Page) -> Iterator[Finding]:
    for tag in page.tags:
        for what, quote in html_01.dangers(tag, OWN_TAGS):
            yield _finding("HTML-01", (name, tag.line), what, _REBUILD, quote)
        for address in _loads(tag):
            if _is_foreign(site, address):
                what = f"halaman memuat <{tag.name}> dari “{address[:80]}”, di luar situs ini"
                yield _finding("HTML-01", (name, tag.line), what, _REBUILD, address)
        if tag.name == "script" and tag.get("src") is None and _runs(tag):
            what = "ada skrip yang ditulis langsung di halaman"
            yield _finding("HTML-01", (name, tag.line), what, _REBUILD, "<script>")


def _runs(tag: Tag) -> bool:
    return (tag.get("type") or "").strip().casefold() not in _RUNNING_JSON


def _loads(tag: Tag) -> Iterator[str]:
    """The addresses from which a browser fetches something because of a tag."""
    names = _LOADING.get(tag.name, ())
    if tag.name == "link" and _LOADING_RELATIONS & set((tag.get("rel") or "").casefold().split()):
        names = ("href",)
    for key in names:
        value = (tag.get(key) or "").strip()
        parts = value.split(",") if key == "srcset" else [value]
        yield from (part.split()[0] for part in parts if part.split())
    style = tag.get("style") or ""
    yield from (match[1] for match in _CSS_LOAD.finditer(style))


def _is_foreign(site: BuiltSite, address: str) -> bool:
    try:
        parts = urlsplit(address)
    except ValueError:
        return True
    if parts.scheme == "data":
        return False
    return bool(parts.netloc) and parts.netloc.casefold() != site.host


# Pictures ----------------------------------------------------------------------------------


def _pictures(name: str, tags: Iterable[Tag]) -> Iterator[Finding]:
    """Pictures without words; drawings of the theme (SVG) may be mere decoration."""
    for tag in tags:
        alt, source = tag.get("alt"), (tag.get("src") or "")
        decoration = _path(source).endswith(".svg")
        if tag.name == "img" and (alt is None or (not alt.strip() and not decoration)):
            what = f"gambar “{source.rpartition('/')[2]}” belum mempunyai teks alternatif"
            yield _finding("FOTO-02", (name, tag.line), what, _CONTENT_FIX, source)


def _path(address: str) -> str:
    try:
        return urlsplit(address).path.casefold()
    except ValueError:
        return ""


# Words ---------------------------------------------------------------------------------------


def _said(tags: Iterable[Tag]) -> Iterator[Text]:
    """Words in attributes: descriptions, titles, alternative texts."""
    for tag in tags:
        for key in ("content", "title", "alt", "aria-label"):
            value = tag.get(key)
            if value and not value.startswith(("http:", "https:")):
                yield Text("", squeeze(value), tag.line)


def _hidden(site: BuiltSite, name: str, page: Page) -> Iterator[Finding]:
    """Hidden elements may hold words for scripts of ours, but no links away and no gambling."""
    for tag in page.veiled:
        if tag.name == "a" and _is_foreign(site, tag.get("href") or ""):
            what = "ada tautan keluar yang disembunyikan dari pembaca"
            yield _finding("HTML-02", (name, tag.line), what, _REBUILD, tag.get("href") or "")
    for text in page.hidden:
        for word in gambling_words(text.text):
            what = f"kata iklan judi “{word.said}” disembunyikan di halaman"
            yield _finding("HTML-02", (name, text.line), what, _REBUILD, word.said)
        yield from _identifiers(site, name, text)
    for tag in page.tags:
        address = tag.get("href") or ""
        if tag.name == "a" and _is_foreign(site, address):
            for word in gambling_words(address):
                what = f"tautan menuju alamat judi “{word.said}”"
                yield _finding("HTML-02", (name, tag.line), what, _REBUILD, word.said)


def _words(site: BuiltSite, name: str, texts: Sequence[Text]) -> Iterator[Finding]:
    suspect = any(gambling_words("\n".join(text.text for text in texts), site.words))
    for text in texts:
        for word in gambling_words(text.text, site.words) if suspect else ():
            if word.said.casefold() not in site.approved:
                what = f"kata iklan judi “{word.said}” tidak berasal dari naskah yang disetujui"
                yield _finding("HTML-02", (name, text.line), what, _REBUILD, word.said)
        yield from _identifiers(site, name, text)


_GRAVE = {
    Kind.NIK: "PII-01",
    Kind.NPWP: "PII-04",
    Kind.MOBILE: "PII-03",
}


def _identifiers(site: BuiltSite, name: str, text: Text) -> Iterator[Finding]:
    """NIK and NPWP refuse; a mobile number only warns, for it may have been official once."""
    for number in numbers.find(text):
        rule = _GRAVE.get(number.kind)
        if rule and number.value not in site.own_numbers:
            quote = numbers.quoted(text, number)
            what = f"{number.kind.value} “{quote}” masih tampil di situs"
            mild = number.kind is Kind.MOBILE
            yield _finding(rule, (name, text.line), what, _CONTENT_FIX, quote, mild=mild)


# Files that are no pages -----------------------------------------------------------------


def _of_text(site: BuiltSite, name: str, source: str, links: Links) -> Iterator[Finding]:
    if name.endswith(".css"):
        for match in _CSS_LOAD.finditer(source):
            if _is_foreign(site, match[1]):
                line = source.count("\n", 0, match.start()) + 1
                what = f"gaya memuat “{match[1][:80]}” dari luar situs ini"
                yield _finding("HTML-01", (name, line), what, _REBUILD, match[1])
    pieces = list(_pieces(name, source))
    for line, html in pieces:
        page = read(html, line)
        links.add(name, page)
        if html.startswith(site.base):
            links.want(name, line, html.strip())
        yield from _running(site, name, page)
        yield from _pictures(name, page.tags)
        yield from _words(site, name, (*page.shown, *page.hidden))
    if not pieces:
        yield from _plain_words(site, name, source)


def _plain_words(site: BuiltSite, name: str, source: str) -> Iterator[Finding]:
    for word in gambling_words(source):
        if word.said.casefold() not in site.approved:
            line = source.count("\n", 0, word.start) + 1
            what = f"kata iklan judi “{word.said}” ada dalam berkas ini"
            yield _finding("HTML-02", (name, line), what, _REBUILD, word.said)


def _pieces(name: str, source: str) -> Iterator[tuple[int, str]]:
    """The HTML and words that a feed carries, each with its line where that is known."""
    try:
        if name.endswith(".json"):
            yield from ((1, text) for text in _strings(json.loads(source)))
        elif name.endswith(".xml"):
            yield from ((1, text) for text in _inner(fromstring(source)))  # noqa: S314  (our own feed, read back)
    except (ValueError, ParseError, RecursionError):
        return


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for one in value.values() if isinstance(value, dict) else value:
            yield from _strings(one)


def _inner(root: Element) -> Iterator[str]:
    yield from (element.text for element in root.iter() if element.text and element.text.strip())


def _finding(
    rule: str, place: tuple[str, int], what: str, fix: str, quote: str, *, mild: bool = False
) -> Finding:
    level = Level.INGAT if mild else None
    return RULES[rule].finding(*place, what, fix, quote=quote, span=quote, level=level)
