"""The one place where Markdown becomes HTML.

CommonMark with tables, as GitHub's own preview shows it, by markdown-it-py; sanitised by
nh3. Checks, feeds, preview and site all read what this module makes.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from html import unescape
from itertools import pairwise
from unicodedata import normalize

import nh3
from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

TAGS = frozenset(
    "a abbr b blockquote br caption cite code dd del details dl dt em figcaption figure h1 h2 h3 h4"
    " h5 h6 hr i img kbd li mark ol p pre q s small strong sub summary sup table tbody td tfoot th"
    " thead time tr u ul".split()
)
"""What may stand in an article: text, lists, tables, pictures, links; nothing that runs."""

ATTRIBUTES: dict[str, set[str]] = {
    "a": {"href", "title", "id"},
    "abbr": {"title"},
    "img": {"src", "alt", "title", "width", "height", "loading"},
    "ol": {"start"},
    "td": {"colspan", "rowspan", "align"},
    "th": {"colspan", "rowspan", "align", "scope"},
    "time": {"datetime"},
    **{f"h{n}": {"id"} for n in range(1, 7)},
}

SCHEMES = {"http", "https", "mailto", "tel"}
_ANCHORED = frozenset({"h1", "h2", "h3", "h4"})
_TITLE_WORDS = frozenset({"text", "code_inline"})


def render(markdown: str) -> str:
    """HTML of a Markdown text, raw HTML kept as it is: for checks only, never for a page."""
    made = parser()
    return str(made.renderer.render(tokens(markdown), made.options, {}))


@lru_cache(maxsize=8)
def tokens(markdown: str) -> tuple[Token, ...]:
    """A Markdown text as the parser sees it; nobody may change what is remembered here."""
    return tuple(parser().parse(markdown))


def sanitise(html: str) -> str:
    """The part of some HTML that may be shown to the public."""
    return nh3.clean(
        html, tags=set(TAGS), attributes=ATTRIBUTES, url_schemes=SCHEMES, link_rel="noopener"
    )


def to_html(markdown: str) -> str:
    """HTML of a Markdown text, safe to show."""
    return sanitise(render(markdown))


def to_text(html: str) -> str:
    """The words of some HTML on one line, for excerpts and plain feeds."""
    apart = re.sub(r"<(br|hr|/(p|li|h\d|td|th|dt|dd|blockquote|pre|figcaption))\b", r" \g<0>", html)
    return " ".join(unescape(nh3.clean(apart, tags=set())).split())


@lru_cache(maxsize=65536)
def heading_id(title: str) -> str:
    """The anchor of a heading, the same for the page and for the link check."""
    plain = normalize("NFKD", title).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.casefold()).strip("-") or "bagian"


@cache
def parser() -> MarkdownIt:
    """The parser behind `render`, for checks that look at its tokens."""
    made = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    made.core.ruler.push("anchor", _anchor)
    made.core.ruler.push("align", _align)
    # javascript: links are kept for the checks to find; sanitise() drops them from every page
    made.validateLink = _any_link  # type: ignore[method-assign]
    return made


def _anchor(state: StateCore) -> None:
    """Give headings an id, the second of a name a number; in one pass, however many are alike."""
    taken: set[str] = set()
    last: dict[str, int] = {}
    for token, inline in pairwise(state.tokens):
        if token.type == "heading_open" and token.tag in _ANCHORED:
            words = (child for child in inline.children or () if child.type in _TITLE_WORDS)
            name = slug = heading_id("".join(child.content for child in words))
            while slug in taken:
                last[name] = last.get(name, 0) + 1
                slug = f"{name}-{last[name]}"
            taken.add(slug)
            token.attrSet("id", slug)


def _align(state: StateCore) -> None:
    """Say the alignment of table cells by `align`: a style attribute never reaches a page."""
    for token in state.tokens:
        style = str(token.attrGet("style") or "")
        if token.type in {"th_open", "td_open"} and style.startswith("text-align:"):
            del token.attrs["style"]
            token.attrSet("align", style.removeprefix("text-align:"))


def _any_link(url: str) -> bool:  # noqa: ARG001  (markdown-it-py's signature)
    return True
