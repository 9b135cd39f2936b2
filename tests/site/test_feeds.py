"""RSS and JSON feeds as readers parse them."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta

import feedparser

from terbit.site import Entry, feeds
from terbit.site.items import collect
from tests.site.conftest import BASE, HOSTILE, Built, article, history, miniature


def parsed(built: Built) -> feedparser.FeedParserDict:
    return feedparser.parse((built.out / "rss.xml").read_bytes())


def test_the_feed_is_well_formed_and_names_itself(built: Built) -> None:
    feed = parsed(built)
    assert not feed.bozo
    assert feed.version == "rss20"
    assert feed.feed.title == "Dinas Contoh & Uji"
    assert feed.feed.language == "id"
    assert feed.feed.link == BASE
    assert {"rel": "self", "type": "application/rss+xml", "href": BASE + "rss.xml"} in [
        dict(link) for link in feed.feed.links
    ]


def test_items_are_full_and_dated_in_the_offices_zone(built: Built) -> None:
    raw = (built.out / "rss.xml").read_text(encoding="utf-8")
    assert "<pubDate>Thu, 12 Nov 2026 10:45:00 +0700</pubDate>" in raw
    assert "<lastBuildDate>Sun, 15 Nov 2026 09:00:00 +0700</lastBuildDate>" in raw
    assert "<dc:creator>Dinas Contoh &amp; Uji</dc:creator>" in raw
    entry = parsed(built).entries[0]
    assert entry.title == "[RALAT] " + HOSTILE or entry.title.startswith("[RALAT] Rapat")
    assert entry.link == BASE + "berita/2026/11/utama/"
    assert entry.tags[0].term == "Pengawasan"
    html = entry.content[0].value
    assert html.startswith("<p><strong>Ralat, 14 November 2026:</strong>")
    assert f'href="{BASE}ppid/berkala/"' in html
    assert f'href="{BASE}berita/2026/11/utama/#bagian"' in html
    assert "pelacak.contoh.com" not in html
    assert 'href="../' not in html
    assert 'src="isi' not in html


def test_guids_are_stable_tags(built: Built) -> None:
    raw = (built.out / "rss.xml").read_text(encoding="utf-8")
    tag = "tag:dinas.contoh.go.id,2026-11-12:berita/2026/11/utama"
    assert f'<guid isPermaLink="false">{tag}</guid>' in raw
    site = miniature()
    changed = [
        replace(entry, article=replace(entry.article, title="Judul Lain")) for entry in site.entries
    ]
    rows = feeds.entries(site, collect(replace(site, entries=tuple(changed)), lambda _: {}), {})
    assert tag in [row.guid for row in rows]


def test_the_enclosure_tells_its_true_length(built: Built) -> None:
    (enclosure,) = parsed(built).entries[0].enclosures
    file = built.out / enclosure.href.removeprefix(BASE)
    assert int(enclosure.length) == file.stat().st_size > 0
    assert enclosure.type == "image/jpeg"


def test_a_withdrawn_item_stays_as_a_notice(built: Built) -> None:
    entry = next(e for e in parsed(built).entries if e.title.startswith("[DICABUT] "))
    assert entry.title == "[DICABUT] Berita yang Dicabut"
    assert "dicabut pada 15 November 2026 09.00 WIB" in entry.content[0].value
    assert not entry.get("enclosures")
    assert "Rahasia" not in str(entry)


def test_json_feed_says_the_same(built: Built) -> None:
    document = json.loads((built.out / "feed.json").read_text(encoding="utf-8"))
    assert document["version"] == "https://jsonfeed.org/version/1.1"
    assert document["feed_url"] == BASE + "feed.json"
    assert [row["id"] for row in document["items"]] == [e.id for e in parsed(built).entries]
    assert document["items"][0]["date_published"] == "2026-11-12T10:45:00+07:00"


def test_thirty_newest_and_every_fresh_notice() -> None:
    site = miniature()
    many = []
    for number in range(40):
        name = f"berita/2026/11/n{number:02d}"
        gone = "ditarik: {waktu: 2026-11-20T09:00, alasan: Keliru.}\n" if number == 39 else ""
        made = article(f"content/{name}", f"Nomor {number}", more=gone)
        many.append(Entry(made, history(name, site.built_at - timedelta(days=number + 1))))
    items = collect(replace(site, entries=tuple(many)), lambda _: {})
    rows = feeds.entries(site, items, {})
    assert [row.title for row in rows] == [
        *(f"Nomor {number}" for number in range(30)),
        "[DICABUT] Nomor 39",
    ]


def test_control_characters_and_cdata_ends_do_no_harm() -> None:
    site = miniature()
    # no article file may hold such a character; the feed must stand even if one slips through
    strange = article("content/berita/2026/11/aneh", "Aneh ]]>")
    strange = replace(strange, html="<p>Satu ]]&gt; dua \x0b tiga</p>")
    one = Entry(strange, history("x", site.built_at))
    items = collect(replace(site, entries=(one,)), lambda _: {})
    xml = feeds.rss(site, feeds.entries(site, items, {one.item: one.article.html}))
    feed = feedparser.parse(xml)
    assert not feed.bozo
    assert "dua" in feed.entries[0].content[0].value
