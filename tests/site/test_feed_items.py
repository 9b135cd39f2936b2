"""Which articles a feed holds, and what an entry says of one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from terbit.site.feed_items import NEWEST, FeedSource, Section, figures, legal, row, select, source
from terbit.site.replies import Tie
from tests.site.conftest import BASE, items_of, miniature
from tests.site.stories import NOON, PHOTO, entry, story

REASON = "Memuat data pribadi."


def titles(rows: tuple[FeedSource, ...]) -> list[str]:
    return [one.title for one in rows]


def test_the_newest_come_first_and_no_more_than_thirty() -> None:
    archive = [story(number) for number in range(40)]
    assert titles(select(reversed(archive))) == [f"Kabar {number}" for number in range(30)]
    assert 20 <= NEWEST <= 50


def test_a_fresh_correction_or_withdrawal_of_an_old_article_is_told() -> None:
    archive = [story(number) for number in range(60)]
    archive[40] = story(40, changed=NOON, notice=(NOON, REASON))
    archive[50] = story(50, changed=NOON, corrections=((NOON, "Dua puluh orang."),))
    archive[55] = story(55, changed=NOON)
    assert titles(select(archive))[NEWEST:] == ["Kabar 40", "Kabar 50"]


def test_a_notice_stays_thirty_days_counted_in_news_and_not_by_the_clock() -> None:
    archive = [story(number) for number in range(60)]
    gone = NOON - timedelta(days=30)
    archive[50] = story(50, changed=gone, notice=(gone, REASON))
    assert "Kabar 50" in titles(select(archive))
    archive[50] = story(50, changed=gone - timedelta(minutes=1), notice=(gone, REASON))
    assert "Kabar 50" not in titles(select(archive))


def test_a_category_has_its_own_newest() -> None:
    archive = [
        story(number, category="layanan" if number % 7 == 0 else "x") for number in range(70)
    ]
    assert titles(select(archive, Section("layanan", "Layanan"))) == [
        f"Kabar {number}" for number in range(0, 70, 7)
    ]
    assert select(archive, Section("kosong", "Kosong")) == ()


def test_a_correction_changes_the_entry_and_not_its_guid() -> None:
    before = entry(1)
    after = entry(1, changed=NOON, corrections=((NOON, "Jumlah peserta < 20 orang."),))
    assert (after.guid, after.url, after.published) == (before.guid, before.url, before.published)
    assert after.title == "[RALAT] Kabar 1"
    notice = "<p><strong>Ralat, 20 November 2026:</strong> Jumlah peserta &lt; 20 orang.</p>"
    assert after.html == notice + "<p>Isi.</p>"


def test_a_right_of_reply_stands_at_the_end_of_what_it_answers() -> None:
    reply = Tie("berita/2026/11/jawaban/", "Jawaban <b>", NOON)
    said = (
        "<p><strong>Ada hak jawab atas berita ini:</strong> "
        f'<a href="{BASE}berita/2026/11/jawaban/">Jawaban &lt;b&gt;</a>, 20 November 2026</p>'
    )
    after = entry(1, replies=(reply,))
    assert after.html == f"<p>Isi.</p>{said}"
    assert (after.guid, after.published) == (entry(1).guid, entry(1).published)
    assert after.changed == NOON > entry(1).changed
    assert entry(1, notice=(NOON, REASON), replies=(reply,)).html.endswith(said)


def test_a_withdrawal_keeps_the_entry_and_nothing_of_its_text() -> None:
    before = entry(1, pictures=(PHOTO,))
    after = entry(1, pictures=(PHOTO,), changed=NOON, notice=(NOON, REASON), video="https://v.id/1")
    assert (after.guid, after.url) == (before.guid, before.url)
    assert after.title == "[DICABUT] Kabar 1"
    words = f"Berita ini dicabut pada 20 November 2026 12.00 WIB. Alasan: {REASON}"
    assert (after.html, after.summary) == (f"<p>{words}</p>", words)
    assert (after.image, after.length, after.tags) == ("", 0, ())


def test_a_new_title_category_or_text_keeps_the_guid() -> None:
    renamed = entry(1, "<p>Lain.</p>", title="Judul baru", category="b", category_name="Baru")
    assert renamed.guid == entry(1).guid
    assert renamed.guid == "tag:dinas.contoh.go.id,2026-11-19:berita/2026/11/kabar-1"


def test_a_site_that_moves_keeps_the_guids_of_its_first_address() -> None:
    moved = replace(miniature(), entries=(), ledger={})
    office = replace(moved.office, site_url="https://baru.go.id", first_site_url=BASE.rstrip("/"))
    moved = replace(moved, office=office)
    assert (moved.base, moved.first_base) == ("https://baru.go.id/", BASE)
    after = row(moved.base, story(1), "", moved.first_base)
    assert after.guid == entry(1).guid
    assert after.url.startswith("https://baru.go.id/")
    assert row(moved.base, story(1)).guid.startswith("tag:baru.go.id,")


def test_pictures_and_film_stand_around_the_text_with_absolute_addresses() -> None:
    second = replace(PHOTO, file="dua.jpg", caption="")
    full = entry(1, pictures=(PHOTO, second), video="https://contoh.id/v?a=1&b=2")
    place = f"{BASE}berita/2026/11/kabar-1/"
    assert full.html == (
        f'<figure><img src="{place}foto.jpg" alt="Rapat &quot;aula&quot;" width="960" height="504">'
        "<figcaption>Suasana rapat. Humas</figcaption></figure><p>Isi.</p>"
        '<p><a href="https://contoh.id/v?a=1&amp;b=2">Tonton video</a></p>'
        f'<figure><img src="{place}dua.jpg" alt="Rapat &quot;aula&quot;" width="960" height="504">'
        "</figure>"
    )
    assert (full.image, full.length) == (f"{place}foto.jpg", 28_000)


def test_an_entry_without_a_summary_is_described_by_its_title() -> None:
    assert entry(1, summary="").summary == "Kabar 1"


def test_an_item_of_the_site_becomes_plain_values(tmp_path: Path) -> None:
    site = miniature()
    items = {item.name: item for item in items_of(site, tmp_path)}
    made = source(site, items["berita/2026/11/utama"])
    assert [figure.width for figure in figures(items["berita/2026/11/utama"])] == [600, 300]
    assert made.first == date(2026, 11, 12)
    assert made.corrections[0][0].isoformat() == "2026-11-14T09:00:00+07:00"
    assert (made.category, made.category_name, made.tags) == ("pengawasan", "Pengawasan", ("SPIP",))
    loket = source(site, items["berita/2026/10/loket"])
    assert (loket.category, loket.category_name) == ("", "Pengumuman")
    gone = source(site, items["berita/2026/11/dicabut"])
    assert gone.notice is not None
    assert gone.notice[0].isoformat() == "2026-11-15T09:00:00+07:00"
    assert row(BASE, gone).title == "[DICABUT] Berita yang Dicabut"


def test_characters_that_xml_cannot_carry_are_dropped() -> None:
    assert legal("a\x00b\x0b\r\ud800\ufffe\uffffc\t\n 😀é") == "abc\t\n 😀é"
