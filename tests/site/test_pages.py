"""What the pages show: the agenda, the entries of the PPID, sharing, and the code on paper."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from html import unescape
from pathlib import Path

import pytest

from terbit import qr
from terbit.site import Entry, Page, Site, agenda, recipe
from terbit.site.cards import Text
from terbit.site.items import Item
from terbit.site.metadata import share_links
from terbit.site.pages import pages
from terbit.site.plain_pages import ppid_entries
from terbit.site.plan import Plan
from terbit.site.press import Planned
from tests.site.conftest import BUILT, Built, adopted, article, history, items_of, miniature

TODAY = date(2026, 11, 22)
NO_TEXT = Text("", "", (), "", "")


def activity(slug: str, day: str, kind: str = "pengumuman") -> Entry:
    """An announcement of an activity on `day`, published a week ago."""
    folder = f"content/berita/2026/11/{slug}"
    made = article(folder, slug.capitalize(), kind=kind, day=day, category="")
    return Entry(made, history(f"berita/2026/11/{slug}", BUILT - timedelta(days=7)))


def with_activities(*entries: Entry) -> Site:
    return replace(miniature(), entries=entries, pages=(), ledger={})


def items(cache: Path, *entries: Entry) -> tuple[Item, ...]:
    return items_of(with_activities(*entries), cache)


def planned(site: Site, cache: Path) -> Plan:
    """A site whose texts nobody asks for."""
    events = {entry.item: entry.load().history for entry in site.entries}
    shown = items_of(site, cache)
    return Plan(site, shown, recipe.code(), lambda _: NO_TEXT, lambda item, _: events[item])


def home(site: Site, cache: Path) -> Planned:
    """The front page of a site."""
    return pages(planned(site, cache))["index.html"]


def names(rows: list[Item]) -> list[str]:
    return [item.name.rsplit("/", 1)[-1] for item in rows]


def test_the_agenda_holds_the_next_three_from_today_on(tmp_path: Path) -> None:
    found = items(
        tmp_path,
        activity("kemarin", "2026-11-21"),
        activity("keempat", "2026-12-09"),
        activity("kedua", "2026-11-30"),
        activity("hari-ini", "2026-11-22"),
        activity("ketiga", "2026-12-01"),
    )
    assert names(agenda.coming(found, TODAY, 3)) == ["hari-ini", "kedua", "ketiga"]


def test_news_is_no_agenda(tmp_path: Path) -> None:
    found = items(tmp_path, activity("kabar", "2026-11-30", "berita"))
    assert agenda.coming(found, TODAY, 3) == []


def test_the_front_page_shows_the_day_of_an_activity(tmp_path: Path) -> None:
    made = home(with_activities(activity("rapat-umum", "2026-11-30")), tmp_path).make()
    [(day, item)] = made.context["agenda"]
    assert (day, item.title) == (date(2026, 11, 30), "Rapat-umum")


def test_the_front_page_changes_with_the_day_only_where_the_agenda_does(tmp_path: Path) -> None:
    site = with_activities(activity("hari-ini", "2026-11-22"), activity("nanti", "2026-12-20"))
    later = [replace(site, built_at=BUILT + timedelta(days=days)) for days in (0, 1, 2)]
    first, second, third = [home(one, tmp_path).inputs for one in later]
    assert first != second
    assert second == third


def test_the_day_is_that_of_the_office(tmp_path: Path) -> None:
    site = with_activities(activity("hari-ini", "2026-11-22"))
    late = replace(site, built_at=BUILT.replace(day=22, hour=16, minute=59))
    assert len(home(late, tmp_path).make().context["agenda"]) == 1
    midnight = late.built_at + timedelta(minutes=1)
    assert home(replace(late, built_at=midnight), tmp_path).make().context["agenda"] == []


def test_announcements_are_a_list_with_their_day_and_that_of_the_activity(tmp_path: Path) -> None:
    site = with_activities(activity("rapat-umum", "2026-11-30"), activity("lewat", "2026-11-14"))
    found = pages(planned(site, tmp_path))["pengumuman/index.html"].make().context["notices"]
    assert [(item.title, day) for item, day in found] == [
        ("Rapat-umum", date(2026, 11, 30)),
        ("Lewat", None),
    ]


def test_an_announcement_says_the_day_of_what_is_to_come(tmp_path: Path) -> None:
    site = with_activities(
        activity("rapat-umum", "2026-11-30"), activity("kabar", "2026-11-30", "berita")
    )
    found = pages(planned(site, tmp_path))
    made = {path: page.make() for path, page in found.items() if "2026/11/" in path}
    assert made["berita/2026/11/rapat-umum/index.html"].context["day"] == date(2026, 11, 30)
    assert made["berita/2026/11/kabar/index.html"].context["day"] is None


def test_what_stood_before_the_gate_was_never_announced_in_the_future(tmp_path: Path) -> None:
    entry = activity("rapat", "2026-11-30")
    old = Entry(entry.article, adopted(entry.item))
    (item,) = items(tmp_path, old)
    assert (item.published.date(), item.day_only) == (date(2026, 11, 1), True)
    (past,) = items(tmp_path, Entry(activity("apel", "2026-10-20").article, adopted("x")))
    assert past.published.date() == date(2026, 10, 20)


def test_the_front_page_says_where_there_is_nothing(built: Built) -> None:
    assert "Belum ada kegiatan yang diumumkan." in built.page("")


def test_the_entries_of_the_ppid_stand_in_the_order_of_the_law() -> None:
    paths = ("ppid/index.md", "ppid/zakat.md", "ppid/permohonan.md", "ppid/setiap-saat.md")
    paths += ("tentang/privasi.md", "ppid/serta-merta.md", "ppid/berkala.md")
    found = ppid_entries(Page(path, path, "", "") for path in paths)
    assert [page.path.removeprefix("ppid/").removesuffix(".md") for page in found] == [
        "berkala",
        "serta-merta",
        "setiap-saat",
        "permohonan",
        "zakat",
    ]


def test_whatsapp_stands_first() -> None:
    names_ = [name for name, _ in share_links("https://a.go.id/x/", "Judul & isi")]
    assert names_ == ["WhatsApp", "Facebook", "X", "Telegram"]


def test_every_service_gets_the_whole_address_and_title(built: Built) -> None:
    page = unescape(built.page("berita/2026/11/utama/"))
    links = re.findall(r'href="(https://(?:wa\.me|www\.facebook|x\.com|t\.me)[^"]+)"', page)
    assert len(links) == 4
    address = "https%3A%2F%2Fdinas.contoh.go.id%2Fkabar%2Fberita%2F2026%2F11%2Futama%2F"
    assert all(address in link for link in links)


@pytest.mark.parametrize("url", ["berita/2026/11/utama/", "berita/2026/10/loket/"])
def test_each_article_has_its_code_for_paper(built: Built, url: str) -> None:
    assert qr.svg(built.site.base + url) in built.page(url)


def test_no_page_has_style_or_handlers_of_its_own(built: Built) -> None:
    for name, html in built.html().items():
        tags = " ".join(re.findall(r"<[a-z][^>]*>", html))
        assert not re.search(r"\s(style|on[a-z]+)=\"", tags), name
        assert not re.search(r"<style|<script(?![^>]*(\bsrc=|application/ld\+json))", tags), name
