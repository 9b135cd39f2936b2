"""Articles as feeds and sitemaps know them, made from a number."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from terbit.site import Site
from terbit.site.feed_items import FeedItem, FeedSource, Figure, row
from tests.site.conftest import BASE, BUILT, ZONE, office, procedure

NOON = datetime(2026, 11, 20, 12, 0, tzinfo=ZONE)
PHOTO = Figure("foto.jpg", 960, 504, 28_000, 'Rapat "aula"', "Suasana rapat. Humas")


def office_site(**changes: Any) -> Site:
    """A site of which only the office and the address matter."""
    site = Site(office(), procedure(), (), (), {}, BUILT, "abc")
    return replace(site, **changes)


def story(number: int = 1, **changes: Any) -> FeedSource:
    """The article that came out `number` days before noon of 20 November 2026."""
    published = NOON - timedelta(days=number)
    name = f"berita/{published:%Y/%m}/kabar-{number}"
    made = FeedSource(
        name=name,
        first=published.date(),
        url=name + "/",
        title=f"Kabar {number}",
        kind="Berita",
        summary=f"Ringkasan {number}.",
        published=published,
        changed=published,
        category="pengawasan",
        category_name="Pengawasan",
        tags=("SPIP", "pengawasan"),
    )
    return replace(made, **changes)


def entry(number: int = 1, text: str = "<p>Isi.</p>", **changes: Any) -> FeedItem:
    """The entry of that article."""
    return row(BASE, story(number, **changes), text)
