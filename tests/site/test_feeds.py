"""RSS and JSON feeds as readers parse them, and the traps of both."""

from __future__ import annotations

import io
import json
import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import feedparser
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jinja2 import Environment, PackageLoader, StrictUndefined
from lxml import etree
from PIL import Image

from terbit.site import Site, build, feeds
from terbit.site.feed_items import EVERYTHING, FeedItem, Section
from tests.site.conftest import BASE, CONFIG, HOSTILE, Built, miniature, photo
from tests.site.stories import NOON, PHOTO, entry, office_site

CATEGORY = Section("pengawasan", "Pengawasan")
ANY_TEXT = st.text(st.characters(), max_size=40)
"""Every character there is, halves of surrogate pairs included."""
TOP = {
    "version": str,
    "title": str,
    "home_page_url": str,
    "feed_url": str,
    "description": str,
    "user_comment": str,
    "icon": str,
    "authors": list,
    "language": str,
    "items": list,
}
ITEM = {
    "id": str,
    "url": str,
    "title": str,
    "content_html": str,
    "summary": str,
    "image": str,
    "date_published": str,
    "date_modified": str,
    "tags": list,
    "attachments": list,
}
"""The members of jsonfeed.org/version/1.1 that we use, with their types."""


def channel(xml: bytes) -> Any:
    (found,) = etree.fromstring(xml)
    return found


def rss(*rows: FeedItem, section: Section = EVERYTHING, site: Site | None = None) -> Any:
    return channel(feeds.rss(site or office_site(), rows, section))


def names(element: Any) -> list[str]:
    return [etree.QName(child).localname for child in element]


@pytest.mark.parametrize(
    ("section", "place"),
    [(EVERYTHING, "css/umpan.css"), (CATEGORY, "../../css/umpan.css")],
)
def test_a_browser_finds_how_to_show_a_feed(built: Built, section: Section, place: str) -> None:
    lines = feeds.rss(office_site(), [entry()], section).decode().splitlines()
    assert lines[0].startswith("<?xml version=")
    assert lines[1] == f'<?xml-stylesheet type="text/css" href="{place}"?>'
    assert ((built.out / section.folder) / place).resolve() == (built.out / feeds.STYLE).resolve()
    assert (built.out / feeds.STYLE).is_file()


def test_the_feed_names_itself_its_site_and_its_picture() -> None:
    feed = feedparser.parse(feeds.rss(office_site(), [entry()]))
    assert not feed.bozo
    assert feed.version == "rss20"
    # feedgen takes the last link as the channel's: here that must be the site
    assert (feed.feed.title, feed.feed.link) == ("Dinas Contoh & Uji", BASE)
    assert (feed.feed.language, feed.feed.rights) == ("id", "© Dinas Contoh & Uji")
    assert {"rel": "self", "type": "application/rss+xml", "href": BASE + "rss.xml"} in [
        dict(link) for link in feed.feed.links
    ]
    assert feed.feed.docs == BASE + "langganan/"
    assert feed.feed.image.href == BASE + "img/feed-icon.png"
    assert (feed.feed.image.title, feed.feed.image.link) == (feed.feed.title, BASE)
    assert feed.feed.image.width <= 144


def test_a_category_has_a_feed_of_its_own_with_the_same_guids() -> None:
    one = rss(entry(), section=CATEGORY)
    assert one.findtext("title") == "Pengawasan – Dinas Contoh & Uji"
    assert one.findtext("link") == f"{BASE}kategori/pengawasan/"
    assert one.find("{*}link[@rel='self']").get("href") == f"{BASE}kategori/pengawasan/rss.xml"
    assert one.findtext("item/guid") == rss(entry()).findtext("item/guid")
    document = json.loads(feeds.json_feed(office_site(), [entry()], CATEGORY))
    assert document["feed_url"] == f"{BASE}kategori/pengawasan/feed.json"
    assert document["home_page_url"] == f"{BASE}kategori/pengawasan/"


def test_an_entry_has_one_of_everything_in_the_order_that_readers_want() -> None:
    item = rss(entry(pictures=(PHOTO, PHOTO))).find("item")
    assert names(item) == [
        *("title", "link", "description", "encoded", "guid", "category", "category"),
        *("enclosure", "pubDate", "creator"),
    ]
    assert item.findtext("link") == f"{BASE}berita/2026/11/kabar-1/"
    assert item.findtext("description") == "Ringkasan 1."
    assert item.findtext("pubDate") == "Thu, 19 Nov 2026 12:00:00 +0700"
    assert [c.text for c in item.findall("category")] == ["Pengawasan", "SPIP"]
    assert item.find("guid").get("isPermaLink") == "false"
    assert re.fullmatch(r"tag:[a-z.]+,\d{4}-\d\d-\d\d:[a-z0-9/-]+", item.findtext("guid"))
    assert dict(item.find("enclosure").attrib) == {
        "url": f"{BASE}berita/2026/11/kabar-1/foto.jpg",
        "length": "28000",
        "type": "image/jpeg",
    }


def test_moments_of_any_zone_are_told_in_the_offices() -> None:
    late = datetime(2026, 11, 19, 20, 30, tzinfo=UTC)
    one = rss(entry(published=late, changed=late))
    assert one.findtext("item/pubDate") == "Fri, 20 Nov 2026 03:30:00 +0700"
    assert one.findtext("lastBuildDate") == "Fri, 20 Nov 2026 03:30:00 +0700"
    document = json.loads(feeds.json_feed(office_site(), [entry(published=late)]))
    assert document["items"][0]["date_published"] == "2026-11-20T03:30:00+07:00"


def test_the_feeds_date_is_its_newest_change_never_the_clock() -> None:
    assert rss(entry(1), entry(2, changed=NOON)).findtext("lastBuildDate") == (
        "Fri, 20 Nov 2026 12:00:00 +0700"
    )
    assert rss().find("lastBuildDate") is None
    later = office_site(built_at=NOON + timedelta(days=400), revision="def")
    for make in (feeds.rss, feeds.json_feed):
        assert make(later, [entry()]) == make(office_site(), [entry()])
        assert make(later, []) == make(office_site(), [])


def test_a_correction_updates_the_entry_that_readers_hold() -> None:
    changed = entry(corrections=((NOON, "Dua puluh orang."),), changed=NOON)
    before = feedparser.parse(feeds.rss(office_site(), [entry()])).entries[0]
    after = feedparser.parse(feeds.rss(office_site(), [changed])).entries[0]
    assert (after.id, after.link, after.published) == (before.id, before.link, before.published)
    assert after.title == "[RALAT] Kabar 1"
    assert after.updated == "2026-11-20T12:00:00+07:00"
    assert after.content[0].value.startswith("<p><strong>Ralat, 20 November 2026:</strong>")


def test_a_withdrawn_article_keeps_its_entry() -> None:
    gone = entry(pictures=(PHOTO,), notice=(NOON, "Memuat data pribadi."), changed=NOON)
    before = feedparser.parse(feeds.rss(office_site(), [entry()])).entries[0]
    after = feedparser.parse(feeds.rss(office_site(), [gone])).entries[0]
    assert (after.id, after.link) == (before.id, before.link)
    assert after.title == "[DICABUT] Kabar 1"
    assert "Isi." not in str(after)
    assert not after.enclosures


def test_json_feed_keeps_to_its_rules() -> None:
    rows = [entry(1, pictures=(PHOTO,)), entry(2, summary="", tags=())]
    document = json.loads(feeds.json_feed(office_site(), rows))
    assert document["version"] == "https://jsonfeed.org/version/1.1"
    assert {key: type(value) for key, value in document.items()} == TOP
    assert document["authors"] == [{"name": "Dinas Contoh & Uji", "url": BASE}]
    for item in document["items"]:
        assert {key: type(value) for key, value in item.items()}.items() <= ITEM.items()
        assert {"id", "content_html"} <= item.keys()
        assert item["url"].startswith(BASE)
        assert datetime.fromisoformat(item["date_published"]).tzinfo
        assert all(isinstance(tag, str) for tag in item["tags"])
    assert document["items"][0]["attachments"] == [
        {
            "url": document["items"][0]["image"],
            "mime_type": "image/jpeg",
            "size_in_bytes": 28_000,
        }
    ]


def test_both_formats_say_the_same() -> None:
    rows = [entry(number) for number in range(3)]
    parsed = feedparser.parse(feeds.rss(office_site(), rows)).entries
    items = json.loads(feeds.json_feed(office_site(), rows))["items"]
    assert [(e.id, e.title, e.link, e.summary) for e in parsed] == [
        (i["id"], i["title"], i["url"], i["summary"]) for i in items
    ]
    assert [e.content[0].value for e in parsed] == [i["content_html"] for i in items]


def test_a_title_is_plain_text_and_a_cdata_end_does_no_harm() -> None:
    one = rss(entry(title=f"{HOSTILE} ]]>", text="<p>Satu ]]> dua</p>"))
    assert one.findtext("item/title") == f"{HOSTILE} ]]>"
    assert one.findtext("item/{*}encoded") == "<p>Satu ]]&gt; dua</p>"


@settings(max_examples=60, deadline=None)
@given(title=ANY_TEXT, text=ANY_TEXT, summary=ANY_TEXT, tag=ANY_TEXT)
def test_no_text_breaks_a_feed(title: str, text: str, summary: str, tag: str) -> None:
    one = entry(title=title or "-", text=text, summary=summary, tags=(tag,), category_name=title)
    item = rss(one).find("item")
    made = json.loads(feeds.json_feed(office_site(), [one]))["items"][0]
    assert item.findtext("guid") == made["id"] == one.guid
    assert item.findtext("title", "") == made["title"]
    assert [c.text for c in item.findall("category")] == made["tags"]


def test_the_page_on_subscribing_names_every_feed_and_account() -> None:
    templates = Environment(
        loader=PackageLoader("terbit", "templates/site"), autoescape=True, undefined=StrictUndefined
    )
    template = templates.get_template("subscribe.html.j2")
    values = {"site": office_site(), "root": "../", "profiles": [("X", "https://x.com/contoh")]}
    page = template.render(values, categories=[(CATEGORY.folder, "Pengawasan & <b>", 3)])
    for url in ("rss.xml", "feed.json", "kategori/pengawasan/rss.xml"):
        assert f'<a href="../{url}"><code>{BASE}{url}</code></a>' in page
    assert "<li>Pengawasan &amp; &lt;b&gt;: " in page
    assert 'rel="noopener me">X</a>' in page
    assert "kategori" not in template.render(values, categories=[])


def test_the_icon_is_a_square_png_of_the_emblem() -> None:
    named = replace(office_site().office, logo="aset/logo.JPG")
    for site in (office_site(), office_site(office=named, logo=photo(300, 200))):
        assert feeds.has_icon(site)
        with Image.open(io.BytesIO(feeds.icon(site))) as image:
            assert (image.format, image.size) == ("PNG", (512, 512))


def test_an_emblem_in_vectors_makes_no_channel_image() -> None:
    named = replace(office_site().office, logo="aset/logo.svg")
    site = office_site(office=named, logo=b"<svg/>")
    assert not feeds.has_icon(site)
    assert rss(entry(), site=site).find("image") is None
    assert "icon" not in json.loads(feeds.json_feed(site, []))


@pytest.mark.parametrize("name", ["a.jpg", "a.JPEG", "a.png", "a.webp"])
def test_every_kind_of_picture_has_its_type(name: str) -> None:
    item = rss(entry(pictures=(replace(PHOTO, file=name),))).find("item")
    kinds = {"jpg": "jpeg", "jpeg": "jpeg", "png": "png", "webp": "webp"}
    assert item.find("enclosure").get("type") == f"image/{kinds[name.split('.')[1].lower()]}"


def test_the_built_feed_is_full_and_its_links_are_absolute(built: Built) -> None:
    feed = feedparser.parse((built.out / "rss.xml").read_bytes())
    newest = feed.entries[0]
    assert newest.link == BASE + "berita/2026/11/utama/"
    html = newest.content[0].value
    assert f'href="{BASE}ppid/berkala/"' in html
    assert f'href="{BASE}berita/2026/11/utama/#bagian"' in html
    assert not re.search(r'(?:href|src)="(?!https?:)', html)
    assert "pelacak.contoh.com" not in html
    document = json.loads((built.out / "feed.json").read_text(encoding="utf-8"))
    assert [row["id"] for row in document["items"]] == [e.id for e in feed.entries]


def test_a_built_site_that_moved_is_known_to_its_readers(tmp_path: Path) -> None:
    site = miniature()
    moved = replace(site.office, site_url="https://baru.go.id", first_site_url=site.base)
    for name, office in (("lama", site.office), ("baru", moved)):
        build(replace(site, office=office), CONFIG, tmp_path / name, tmp_path / "kerja" / name)
    before, after = (json.loads((tmp_path / n / feeds.JSON).read_bytes()) for n in ("lama", "baru"))
    assert [one["id"] for one in after["items"]] == [one["id"] for one in before["items"]]
    assert after["items"][0]["url"].startswith("https://baru.go.id/")


def test_the_built_enclosure_tells_its_true_length(built: Built) -> None:
    newest = feedparser.parse((built.out / "rss.xml").read_bytes()).entries[0]
    (enclosure,) = newest.enclosures
    file = built.out / enclosure.href.removeprefix(BASE)
    assert int(enclosure.length) == file.stat().st_size > 0


def test_the_built_feed_tells_a_withdrawal_and_hides_drafts(built: Built) -> None:
    feed = feedparser.parse((built.out / "rss.xml").read_bytes())
    entry = next(e for e in feed.entries if e.title == "[DICABUT] Berita yang Dicabut")
    assert "dicabut pada 15 November 2026 09.00 WIB" in entry.content[0].value
    assert "Rahasia" not in str(feed)
    assert "Kejutan Besok" not in str(feed)
