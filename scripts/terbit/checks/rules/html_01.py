"""HTML-01: nothing in an article runs, frames, sends or redirects."""

from __future__ import annotations

import re
from collections.abc import Iterator

from terbit.checks.base import Context, Rule
from terbit.checks.reading.html_tags import STYLE_TEXT, Tag, all_tags, inner_tags
from terbit.checks.reading.styles import plain, plain_style
from terbit.checks.reading.texts import texts
from terbit.core.article import Article
from terbit.core.finding import Finding, Level

FORBIDDEN_TAGS = frozenset(
    "script iframe frame frameset object applet embed form base portal fencedframe".split()
)
FORBIDDEN_ATTRIBUTES = frozenset({"srcdoc", "formaction"})
_ADDRESS_ATTRIBUTES = frozenset(
    "href src action formaction xlink:href data poster background cite longdesc ping values to from"
    " by content srcset lowsrc dynsrc".split()
)
_RUNNING_ADDRESS = re.compile(
    r"(?:^|url=|[,;])(?:javascript|vbscript|livescript):"
    r"|(?:^|url=)data:(?:text/html|text/xml|application/xhtml|application/xml|image/svg)"
)
_RUNNING_STYLE = re.compile(
    r"expression\(|url\(['\"]?(?:javascript|vbscript|data:text/html)|behaviou?r:|-moz-binding:"
    r"|javascript:"
)
_ATTRIBUTE_LIST = re.compile(
    r"\{:?[^{}]*?\b(?P<name>on[a-z]{3,}|srcdoc|formaction)\s*="
    r"|\{:?[^{}]*?=\s*[\"']?\s*(?P<scheme>javascript|vbscript):",
    re.IGNORECASE,
)
FIX = "hapus bagian itu; pakai teks, foto, atau tautan biasa"


def check(article: Article, context: Context) -> Iterator[Finding]:
    """Every tag, attribute, address or attribute list that could run code."""
    for tag in all_tags(article):
        for what, quote in _all_dangers(tag):
            yield RULE.finding(article.path, tag.line, what, FIX, quote=quote)
    for text in texts(article):
        for match in _ATTRIBUTE_LIST.finditer(text.text):
            name = match["name"] or f"{match['scheme']}:"
            what = f"daftar atribut “{name}” dapat menjalankan skrip"
            yield RULE.in_text(article, text, match.span(), what, FIX)


def _all_dangers(tag: Tag) -> Iterator[tuple[str, str]]:
    yield from dangers(tag)
    for inner in inner_tags(tag):
        yield from dangers(inner)


def dangers(tag: Tag, allowed: frozenset[str] = frozenset()) -> Iterator[tuple[str, str]]:
    """(what is wrong, quote) for one tag; `allowed` are elements that may stand."""
    if tag.name in FORBIDDEN_TAGS - allowed:
        yield f"elemen <{tag.name}> tidak diizinkan", f"<{tag.name}>"
    if tag.name == "meta" and _is_refresh(tag):
        yield "elemen <meta> yang mengalihkan halaman tidak diizinkan", "<meta http-equiv=refresh>"
    for name, value in tag.attributes:
        said = f"<{tag.name.lstrip('#')} {name}=…>"
        if name.startswith("on") or name in FORBIDDEN_ATTRIBUTES:
            yield f"atribut “{name}” pada {said} dapat menjalankan skrip", said
        elif name in _ADDRESS_ATTRIBUTES and _RUNNING_ADDRESS.search(plain(value)):
            scheme = plain(value).partition(":")[0].rpartition("=")[2]
            yield f"alamat “{scheme}:” pada {said} dapat menjalankan skrip", said
        elif name == "style" and _RUNNING_STYLE.search(plain_style(value)):
            place = "<style>" if tag.name == STYLE_TEXT else said
            yield f"gaya pada {place} dapat menjalankan skrip", place


def _is_refresh(tag: Tag) -> bool:
    return plain(tag.get("http-equiv") or "") in {"refresh", "set-cookie"}


RULE = Rule(
    id="HTML-01",
    level=Level.TOLAK,
    sentence="Naskah tidak boleh memuat skrip, bingkai, formulir, atau pengalihan halaman.",
    basis="UU 14/2008 Pasal 7 ayat (3); OWASP, Cross-Site Scripting Prevention",
    example_fails='<iframe src="https://contoh.id"></iframe>',
    example_passes="Rekaman tersedia di [kanal kantor](https://contoh.go.id/rekaman).",
    check=check,
)
