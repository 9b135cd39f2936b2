"""Sitemaps against a grammar of our own words, their limits, and robots.txt."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from terbit.site import sitemaps
from terbit.site.sitemaps import Location, NewsLocation
from tests.site.conftest import BASE, Built
from tests.site.stories import NOON

NAMES = {
    "s": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "n": "http://www.google.com/schemas/sitemap-news/0.9",
    "i": "http://www.google.com/schemas/sitemap-image/1.1",
}
GRAMMAR = etree.RelaxNG(
    etree.XML(
        f"""<grammar xmlns="http://relaxng.org/ns/structure/1.0" ns="{NAMES["s"]}"
 datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">
<start><choice>
<element name="urlset"><zeroOrMore><element name="url"><ref name="place"/><choice>
<zeroOrMore><element name="image" ns="{NAMES["i"]}"><element name="loc"><ref name="address"/>
</element></element></zeroOrMore>
<element name="news" ns="{NAMES["n"]}">
<element name="publication"><element name="name"><ref name="words"/></element>
<element name="language"><value>id</value></element></element>
<element name="publication_date"><data type="dateTime"/></element>
<element name="title"><ref name="words"/></element></element>
</choice></element></zeroOrMore></element>
<element name="sitemapindex"><oneOrMore><element name="sitemap"><ref name="place"/></element>
</oneOrMore></element>
</choice></start>
<define name="place"><element name="loc"><ref name="address"/></element>
<optional><element name="lastmod"><data type="dateTime"/></element></optional></define>
<define name="address"><data type="anyURI"><param name="minLength">12</param>
<param name="maxLength">2048</param><param name="pattern">https?://.*</param></data></define>
<define name="words"><data type="string"><param name="minLength">1</param></data></define>
</grammar>"""
    )
)
PAGE = Location(BASE + "ppid/", NOON)


def read(data: bytes) -> Any:
    """The document, which the grammar allows."""
    root = etree.fromstring(data)
    GRAMMAR.assertValid(root)
    return root


def told(data: bytes, path: str = ".//s:loc") -> list[str]:
    return [element.text for element in read(data).iterfind(path, NAMES)]


def news(number: int, published: datetime) -> NewsLocation:
    return NewsLocation(f"{BASE}berita/{number:04d}/", f"Kabar {number}", published)


def test_each_year_has_its_file_and_pages_have_one(built: Built) -> None:
    made = {path.name: path.read_bytes() for path in built.out.glob("sitemap*.xml")}
    listed = ["sitemap-2026.xml", "sitemap-halaman.xml"]
    assert made.keys() == {*listed, "sitemap-berita.xml", "sitemap.xml"}
    assert told(made["sitemap.xml"]) == [BASE + name for name in listed]
    assert f"{BASE}berita/2026/11/utama/" in told(made["sitemap-2026.xml"])
    assert {f"{BASE}ppid/", f"{BASE}berita/"} < set(told(made["sitemap-halaman.xml"]))


def test_the_index_tells_the_newest_change_of_each_file(built: Built) -> None:
    index, year = ((built.out / f"sitemap{name}.xml").read_bytes() for name in ("", "-2026"))
    path = ".//s:lastmod"
    assert told(index, path) == [max(told(year, path))]


def test_dates_come_from_the_content() -> None:
    later = Location(BASE + "tentang/", NOON + timedelta(hours=1))
    unknown = Location(BASE + "kontak/")
    moments = ["2026-11-20T12:00:00+07:00", "2026-11-20T13:00:00+07:00"]
    assert told(sitemaps.sitemap([later, PAGE, unknown]), ".//s:lastmod") == moments
    assert sitemaps.newest([later, PAGE, unknown]) == later.changed
    assert sitemaps.newest([unknown]) is None


def test_the_order_of_rows_does_not_matter() -> None:
    rows = [replace(PAGE, url=f"{BASE}{number}/") for number in range(5)]
    assert sitemaps.sitemap(rows) == sitemaps.sitemap(reversed(rows))


def test_pictures_are_named_up_to_googles_limit() -> None:
    images = tuple(f"{BASE}a/{number}.webp" for number in range(1_200))
    made = sitemaps.sitemap([replace(PAGE, images=images)])
    assert told(made, ".//i:loc") == list(images[:1_000])


def test_a_year_goes_on_in_a_numbered_file_and_full_ones_never_change(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sitemaps, "PER_FILE", 2)
    rows = [replace(PAGE, url=f"{BASE}{number}/") for number in range(5)]
    made = dict(sitemaps.parts("sitemap-2026.xml", rows))
    assert list(made) == ["sitemap-2026.xml", "sitemap-2026-2.xml", "sitemap-2026-3.xml"]
    assert [row for part in made.values() for row in part] == rows
    more = dict(sitemaps.parts("sitemap-2026.xml", [*rows, PAGE]))
    assert list(more.values())[:2] == list(made.values())[:2]
    assert dict(sitemaps.parts("a.xml", [])) == {"a.xml": []}


def test_the_longest_addresses_keep_within_the_limits() -> None:
    assert (sitemaps.MAX_URLS, sitemaps.MAX_BYTES) == (50_000, 52_428_800)
    longest = replace(PAGE, url=BASE.ljust(2048, "a"), images=(BASE.ljust(2048, "b"),))
    assert sitemaps.PER_FILE * len(sitemaps.sitemap([longest])) < sitemaps.MAX_BYTES
    assert sitemaps.PER_FILE <= sitemaps.MAX_URLS


def test_news_are_those_of_the_last_two_days() -> None:
    ages = {1: 0, 2: 48 * 60, 3: 48 * 60 + 1, 4: -1}
    rows = [news(number, NOON - timedelta(minutes=age)) for number, age in ages.items()]
    made = sitemaps.news("Dinas Contoh & Uji", rows, NOON.astimezone(UTC))
    assert told(made, ".//n:title") == ["Kabar 1", "Kabar 2"]
    assert told(made, ".//n:name") == ["Dinas Contoh & Uji"] * 2
    assert told(made, ".//n:publication_date")[0] == "2026-11-20T12:00:00+07:00"


def test_no_more_than_a_thousand_news_the_newest_first() -> None:
    rows = [news(number, NOON - timedelta(minutes=number)) for number in range(1_100)]
    titles = told(sitemaps.news("Dinas", rows, NOON), ".//n:title")
    assert titles == [f"Kabar {number}" for number in range(1_000)]


def test_a_quiet_weekend_leaves_an_empty_news_sitemap() -> None:
    assert told(sitemaps.news("Dinas", [], NOON)) == []


@settings(max_examples=60, deadline=None)
@given(title=st.text(st.characters(), max_size=40), name=st.text(st.characters(), max_size=40))
def test_no_text_breaks_a_news_sitemap(title: str, name: str) -> None:
    row = NewsLocation(PAGE.url, "Judul " + title, NOON)
    (found,) = told(sitemaps.news("Kantor " + name, [row], NOON), ".//n:title")
    assert found.startswith("Judul")


def test_robots_may_read_everything_but_a_preview() -> None:
    assert sitemaps.robots(BASE).decode().splitlines() == [
        "User-agent: *",
        "Allow: /",
        "",
        f"Sitemap: {BASE}sitemap.xml",
        f"Sitemap: {BASE}sitemap-berita.xml",
    ]
    assert sitemaps.robots(BASE, preview=True) == b"User-agent: *\nDisallow: /\n"
