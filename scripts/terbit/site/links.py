"""Links and pictures inside an article's HTML, made right for the page that shows it."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Container
from dataclasses import dataclass
from html import escape, unescape
from urllib.parse import unquote, urlsplit

import nh3

from terbit import markup
from terbit.site.model import address

IMAGE = re.compile(r'<img((?: [a-z-]+="[^"]*")+)\s*/?>')
FEEDS = ("rss.xml", "feed.json", "agenda.ics", "arsip/kepala.txt")
"""Addresses that are files; every other address is a folder."""
REPOSITORY = "repositori/"
"""What a text writes to lead to the repository, wherever the office keeps it."""
HREF = re.compile(r'<a [^>]*?href="([^"]*)"')
ATTRIBUTE = re.compile(r' ([a-z-]+)="([^"]*)"')


@dataclass(frozen=True)
class Place:
    """Where some HTML stands and where it will be shown.

    `folder` is the source's folder below `content/`, `known` holds every address of the site,
    `root` leads from the page to the site's root (relative, or absolute for feeds), `here` is
    put before a bare "#anchor" ("" on the page itself), `repository` is the repository's address.
    """

    folder: str
    known: Container[str]
    root: str
    here: str = ""
    repository: str = ""


def localise(html: str, place: Place, picture: Callable[[str, str], str]) -> str:
    """The HTML with its links resolved and each picture drawn by `picture(file, alt)`.

    Links to what is not on the site lose their target; pictures that are not the article's
    own become words, so that no page loads anything from another host.
    """

    def attribute(tag: str, name: str, value: str) -> str | None:
        return target(value, place) if (tag, name) == ("a", "href") else value

    safe = nh3.clean(
        html,
        tags=set(markup.TAGS),
        attributes=markup.ATTRIBUTES,
        url_schemes=markup.SCHEMES,
        link_rel="noopener",
        attribute_filter=attribute,
    )
    return IMAGE.sub(lambda match: _image(match, picture), safe)


def _image(match: re.Match[str], picture: Callable[[str, str], str]) -> str:
    attributes = {name: unescape(value) for name, value in ATTRIBUTE.findall(match[1])}
    alt = attributes.get("alt", "")
    drawn = picture(unquote(attributes.get("src", "")).removeprefix("./"), alt)
    return drawn or f"<em>[Gambar: {escape(alt) or 'tanpa keterangan'}]</em>"


def targets(html: str, folder: str) -> frozenset[str]:
    """The places inside the site that some HTML leads to, whether they are there or not."""
    found = (inside(unescape(href), folder) for href in HREF.findall(html))
    return frozenset(url for url in found if url is not None)


def inside(href: str, folder: str) -> str | None:
    """The address below the site's root that a link means; None where it leads elsewhere."""
    try:
        parts = urlsplit(href)
    except ValueError:
        return None
    if parts.scheme or parts.netloc or not parts.path:
        return None
    start = "" if parts.path.startswith("/") else folder
    path = posixpath.normpath(posixpath.join(start, unquote(parts.path).lstrip("/")))
    if path.startswith(".."):
        return None
    return "" if path == "." else path if path in FEEDS else address(path)


def target(href: str, place: Place) -> str | None:
    """What a link of a text becomes on the page; None where it leads to what is not there."""
    try:
        parts = urlsplit(href)
    except ValueError:
        return None
    if parts.scheme or parts.netloc:
        return href
    if not parts.path:
        return place.here + href
    url = inside(href, place.folder)
    if url == REPOSITORY and url not in place.known:
        return place.repository or None
    if url is None or (url not in place.known and url not in FEEDS):
        return None
    return place.root + url + (f"#{parts.fragment}" if parts.fragment else "")
