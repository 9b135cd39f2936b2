"""Articles and plain pages as the site shows them, for a page that has nothing beside it.

Words, templates and files of photos are the site's own; only the menu around a page is missing,
its links lead to the site by their full address, and its files are in the text itself.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from urllib.parse import quote

from terbit import screens
from terbit.site import article_pages, cards, dress, items, plain_pages
from terbit.site.cards import Album, Text
from terbit.site.model import Entry, Page, Site, address
from terbit.site.pictures import Brand, Picture, Variant, Whole
from terbit.site.plan import Plan, fixed
from terbit.site.press import Planned, Press
from terbit.site.render import THEME

LIST_STYLE = plain_pages.STYLE
_FONT = re.compile(r'url\("\.\./(fonts/[a-z-]+\.woff2)"\)')
_BAND = f'url("../{dress.BAND}")'


@dataclass(frozen=True)
class _Alone(Plan):
    """The plan of one page; `elsewhere` are the addresses that the site has besides."""

    elsewhere: frozenset[str] = frozenset()

    @cached_property
    def known(self) -> frozenset[str]:
        """The addresses that a text may lead to."""
        return frozenset({item.url for item in self.items} | fixed(self.site) | self.elsewhere)

    @cached_property
    def press(self) -> Press:
        """What prints the page."""
        return Press(self.site, self.known, self.sheets, self.site.base)

    def _screen(self, name: str, root: str) -> str:  # noqa: ARG002  (the site needs it)
        return _embedding(screens.data(name))


def article(site: Site, entry: Entry, elsewhere: frozenset[str], cache: Path) -> str:
    """The HTML of an article that nobody has approved. Raises TerbitError.

    `site` gives the office; `elsewhere` are the addresses of what the public sees, and `cache`
    is a folder for the files of photos.
    """
    alone = replace(site, entries=(entry,), pages=(), draft_items=frozenset({entry.item}))
    album = cards.album_of(entry.article, cache, Brand.of(site.office))
    card, text = cards.make(entry, alone, album), cards.text_of(entry.article)
    whole = _embedded(album, cache)
    shown = items.collect(alone, {entry.item: (entry.key, card)}, lambda _: whole)
    plan = _Alone(alone, shown, "", lambda _: text, lambda *_: entry.history, elsewhere)
    return _block(plan, article_pages.pages(plan), entry.item)


def page(site: Site, shown: Page, elsewhere: frozenset[str]) -> str:
    """The HTML of a plain page that nobody has approved, likewise."""
    alone = replace(site, entries=(), pages=(shown,), draft_items=frozenset({shown.path}))
    plan = _Alone(alone, (), "", _no_text, lambda item, _: site.ledger[item], elsewhere)
    return _block(plan, plain_pages.pages(plan), shown.path)


def style(site: Site) -> str:
    """The style sheet of the site with its letters and its woven band inside."""
    templates, colours = Press(site, (), ()).environment, site.office.colours
    sheet = dress.style(templates, colours).decode() + (THEME / LIST_STYLE).read_text("utf-8")
    band = f'url("data:image/svg+xml,{quote(dress.band(templates, colours))}")'
    return _FONT.sub(_letters, sheet).replace(_BAND, band)


def _block(plan: Plan, pages: Iterator[Planned], item: str) -> str:
    (found,) = (page for page in pages if page.url == address(item))
    return plan.press.printed(found).block


def _no_text(key: str) -> Text:
    raise KeyError(key)


def _letters(match: re.Match[str]) -> str:
    data = b64encode((THEME / match[1]).read_bytes()).decode()
    return f'url("data:font/woff2;base64,{data}")'


def _embedded(album: Album, cache: Path) -> Album:
    """The same pictures, each one file and that file in its address."""
    return replace(
        album,
        shown=tuple(replace(one, picture=_whole(one.picture, cache)) for one in album.shown),
        inline={name: _whole(picture, cache) for name, picture in album.inline.items()},
    )


def _whole(picture: Picture, cache: Path) -> Picture:
    file: Variant = picture.widest
    named = replace(file, name=_embedding((cache / file.source).read_bytes()))
    return Whole(picture.width, picture.height, (named,))


def _embedding(webp: bytes) -> str:
    """An address that holds the picture itself."""
    return f"data:image/webp;base64,{b64encode(webp).decode()}"
