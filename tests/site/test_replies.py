"""A right of reply and what it answers lead to each other, on their pages and their sheets."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from terbit.site import Entry, Site, build
from tests.site.conftest import BUILT, CONFIG, article, history, miniature

NEWS, REPLY = "berita/2026/10/kunjungan", "berita/2026/11/jawaban"
ANSWERS = f"menjawab: content/{NEWS}\n"
GONE = "ditarik: {waktu: 2026-11-20T09:00, alasan: Keliru.}\n"
FEED = "o/kategori/berita/feed.json"
BANNER, HEADING = "Ada hak jawab atas berita ini:", "Hak jawab atas:"


def entry(item: str, days: int, more: str = "") -> Entry:
    kind = "hak-jawab" if "menjawab" in more else "berita"
    title = item.rsplit("/", 1)[-1].capitalize() + " <b>"
    text = article(f"content/{item}", title, kind=kind, category=kind, more=more)
    return Entry(text, history(item, BUILT - timedelta(days=days)))


def pages(tmp_path: Path, *entries: Entry, more: Site | None = None) -> dict[str, str]:
    """The pages and sheets of both, "" where there is none."""
    ledger = {one.item: one.history for one in entries} | (dict(more.ledger) if more else {})
    build(replace(miniature(), entries=entries, ledger=ledger), CONFIG, tmp_path / "o", tmp_path)
    places = (NEWS, REPLY, f"arsip/{NEWS}", f"arsip/{REPLY}")
    found = {place: tmp_path / "o" / place / "index.html" for place in places}
    return {name: path.read_text() if path.exists() else "" for name, path in found.items()}


def test_each_page_and_each_sheet_leads_to_the_other(tmp_path: Path) -> None:
    made = pages(tmp_path, entry(NEWS, 20), entry(REPLY, 3, ANSWERS))
    assert BANNER in made[NEWS]
    assert 'href="../../../../berita/2026/11/jawaban/">Jawaban &lt;b&gt;</a>, <time' in made[NEWS]
    assert "19 November 2026</time>" in made[NEWS]
    assert HEADING in made[REPLY]
    assert "berita/2026/10/kunjungan/" in made[REPLY]
    assert BANNER not in made[REPLY]
    assert "<dt>Hak jawab</dt>" in made[f"arsip/{NEWS}"]
    assert "berita/2026/11/jawaban/" in made[f"arsip/{NEWS}"]
    assert "<dt>Menjawab</dt>" in made[f"arsip/{REPLY}"]


def test_of_a_withdrawn_reply_only_its_own_notice_tells(tmp_path: Path) -> None:
    made = pages(tmp_path, entry(NEWS, 20), entry(REPLY, 3, ANSWERS + GONE))
    assert BANNER not in made[NEWS]
    assert HEADING in made[REPLY]


def test_the_notice_of_a_withdrawn_article_still_leads_to_its_reply(tmp_path: Path) -> None:
    made = pages(tmp_path, entry(NEWS, 20, GONE), entry(REPLY, 3, ANSWERS))
    assert BANNER in made[NEWS]
    assert "(tidak lagi dimuat)" in made[REPLY]


def test_of_an_answered_article_that_is_gone_the_sheet_is_named(tmp_path: Path) -> None:
    gone = replace(miniature(), ledger={NEWS: history(NEWS, BUILT - timedelta(days=20))})
    made = pages(tmp_path, entry(REPLY, 3, ANSWERS), more=gone)
    assert f'href="../../../../arsip/{NEWS}/"' in made[REPLY]
    assert "(tidak lagi dimuat)" in made[REPLY]


def test_nothing_is_told_of_what_is_under_embargo(tmp_path: Path) -> None:
    later = "terbit_pada: 2026-12-01T08:00\n"
    made = pages(tmp_path / "a", entry(NEWS, 20), entry(REPLY, 3, ANSWERS + later))
    assert BANNER not in made[NEWS]
    made = pages(tmp_path / "b", entry(NEWS, 20, later), entry(REPLY, 3, ANSWERS))
    assert HEADING not in made[REPLY]


def test_readers_of_a_feed_hear_of_a_reply_and_of_its_end(tmp_path: Path) -> None:
    """Built on top of one another, and in a category whose articles all stay as they are."""

    def feed(more: str) -> list[dict[str, str]]:
        pages(tmp_path, entry(NEWS, 20), entry(REPLY, 3, ANSWERS + more))
        found: list[dict[str, str]] = json.loads((tmp_path / FEED).read_text())["items"]
        return [one for one in found if one["url"].endswith(f"/{NEWS}/")]

    (withdrawn,), (answered,) = feed(GONE), feed("")
    assert answered["content_html"].startswith(withdrawn["content_html"])
    assert f"/{REPLY}/" in answered["content_html"].removeprefix(withdrawn["content_html"])
    assert answered["date_modified"] > withdrawn["date_modified"]
    assert feed(GONE) == [withdrawn]
