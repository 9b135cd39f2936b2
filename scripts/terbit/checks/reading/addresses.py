"""Which addresses the site has, from the files beneath `content/`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from terbit.core import agenda

CONTENT = "content"
_PLACES = "berita pengumuman arsip langganan cari kontak repositori".split()
_FILES = ("rss.xml", "feed.json", "agenda.ics", "arsip/kepala.txt")
MADE_PAGES = frozenset({"/", *(f"/{name}/" for name in _PLACES), *(f"/{f}" for f in _FILES)})
"""Addresses that the site makes without a file of their own."""


def site_paths(files: Iterable[str]) -> frozenset[str]:
    """`known_paths` of a Context: the repository paths themselves and their addresses."""
    paths = frozenset(files)
    return MADE_PAGES | paths | {address for path in paths for address in _addresses(path)}


def _addresses(file: str) -> Iterator[str]:
    """Where the site shows a file of `content/`."""
    path = file.removeprefix(CONTENT)
    if path.endswith("/index.md"):
        yield path.removesuffix("index.md")
    elif file == agenda.PATH:
        yield f"{path.removesuffix('.yml')}/"
    elif path.endswith(".md"):
        yield f"{path.removesuffix('.md')}/"
