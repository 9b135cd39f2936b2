"""HTML-03: what Markdown can say is not said in HTML."""

from __future__ import annotations

import re
from collections.abc import Iterator

from markdown_it.token import Token

from terbit import markup
from terbit.checks.base import Context, Rule
from terbit.checks.reading import body
from terbit.checks.reading.texts import front_texts
from terbit.checks.rules.html_01 import FORBIDDEN_TAGS
from terbit.core.article import Article
from terbit.core.finding import Finding, Level

_NAME = re.compile(r"<([A-Za-z][A-Za-z0-9-]*)(?=[\s/>]|\Z)")
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_KNOWN = markup.TAGS | frozenset(
    "acronym address article aside audio bdi bdo big blink body button canvas center col colgroup"
    " data dir div fieldset font footer head header html input ins label legend link main map"
    " marquee menu meta meter nav nobr noscript option output picture progress ruby samp section"
    " select source span strike style svg table template textarea title track tt var video"
    " wbr".split()
)
_WITH_MARKDOWN = {
    "b": "**tebal**", "strong": "**tebal**", "i": "*miring*", "em": "*miring*",
    "a": "[teks](alamat)", "img": "![teks alternatif](berkas)", "h1": "# Judul", "h2": "## Judul",
    "h3": "### Judul", "li": "- butir", "ul": "- butir", "ol": "1. butir", "hr": "---",
    "code": "`kode`", "blockquote": "> kutipan", "p": "satu baris kosong di antara alinea",
    "br": "satu baris kosong di antara alinea", "table": "tabel Markdown",
}  # fmt: skip
_PLAIN = "teks biasa"


def check(article: Article, context: Context) -> Iterator[Finding]:
    """Each kind of HTML element in the source once, where it first stands."""
    if "<" not in article.source:
        return
    seen: set[str] = set()
    for name, line in (*_in_body(article), *_in_head(article)):
        if name not in seen and name not in FORBIDDEN_TAGS:
            seen.add(name)
            yield _finding(article, name, line)


def _finding(article: Article, name: str, line: int) -> Finding:
    if name in _KNOWN:
        message = f"elemen HTML <{name}> dapat merusak tampilan umpan RSS dan kartu"
        fix = f"tulis dengan Markdown, misalnya {_WITH_MARKDOWN.get(name, _PLAIN)}"
    else:
        message = f"“<{name}>” dibaca sebagai HTML sehingga tidak akan tampil"
        fix = f"tulis tanpa tanda < dan >, misalnya “({name})”"
    return RULE.finding(article.path, line, message, fix, quote=f"<{name}>")


def _in_body(article: Article) -> Iterator[tuple[str, int]]:
    for token in body.tokens(article.body):
        first = (token.map[0] if token.map else 0) + article.body_line
        if token.type == "html_block":
            yield from _names(token.content, first)
        elif token.type == "inline" and "<" in token.content:
            yield from _inline(token, first)


def _inline(token: Token, first: int) -> Iterator[tuple[str, int]]:
    line = first
    for child in token.children or ():
        if child.type == "html_inline":
            yield from _names(child.content, line)
        line += child.type in {"softbreak", "hardbreak"}
        line += child.content.count("\n") if child.type == "html_inline" else 0


def _names(html: str, first: int) -> Iterator[tuple[str, int]]:
    """The opening tags in raw HTML; comments show nothing and break nothing."""
    bare = _COMMENT.sub(lambda match: "\n" * match[0].count("\n"), html)
    for match in _NAME.finditer(bare):
        yield match[1].casefold(), first + bare.count("\n", 0, match.start())


def _in_head(article: Article) -> Iterator[tuple[str, int]]:
    """Words of the head are no Markdown: only what is certainly HTML counts."""
    for text in front_texts(article):
        if "<" in text.text:
            for match in _NAME.finditer(text.text):
                if match[1].casefold() in _KNOWN:
                    yield match[1].casefold(), text.line_at(*match.span())


RULE = Rule(
    id="HTML-03",
    level=Level.INGAT,
    sentence="Naskah ditulis dengan Markdown, bukan dengan HTML.",
    basis="Bentuk naskah (CONTRIBUTING.md): tampil sama di situs, umpan RSS, dan kartu",
    example_fails="<center>Jadwal layanan berubah selama dua hari.</center>",
    example_passes="**Jadwal layanan** berubah selama 2 < 3 hari kerja.",
    check=check,
)
