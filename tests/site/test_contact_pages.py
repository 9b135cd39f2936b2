"""The page of contacts: what kantor.yml says, and the hours of the days themselves."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from types import MappingProxyType

import pytest

from terbit.core.office import Calendar, SpecialHours
from terbit.core.record import History
from terbit.site import Page, Site, prepare, recipe
from terbit.site.cards import Text
from terbit.site.contact_pages import Change, Day, coming, first_day, week
from terbit.site.pages import pages
from terbit.site.plan import Plan
from terbit.site.press import Planned
from tests.site.conftest import BUILT, CONFIG, Built, items_of, miniature, office

MONDAY = date(2026, 11, 23)
RAMADAN = SpecialHours(
    "Ramadan", date(2026, 11, 26), date(2026, 12, 20), (((480, 720),),) * 5 + ((), ())
)


def calendar() -> Calendar:
    """Hours with a day off on Tuesday and on Saturday, and Ramadan from Thursday on."""
    off = {date(2026, 11, 24): "Hari Guru", date(2026, 11, 28): "Hari Libur"}
    return replace(office().calendar, special=(RAMADAN,), days_off=MappingProxyType(off))


def planned(site: Site, cache: Path) -> Planned:
    no_text = Text("", "", (), "", "")
    shown = items_of(site, cache)
    plan = Plan(site, shown, recipe.code(), lambda _: no_text, lambda item, _: History(item))
    return pages(plan)["kontak/index.html"]


def small() -> Site:
    return replace(miniature(), entries=(), ledger={})


def test_each_day_has_its_own_hours() -> None:
    assert week(calendar(), MONDAY) == (
        Day(date(2026, 11, 23), "07.30–12.00 dan 13.00–16.00"),
        Day(date(2026, 11, 24), "Tutup", "Hari Guru"),
        Day(date(2026, 11, 25), "07.30–12.00 dan 13.00–16.00"),
        Day(date(2026, 11, 26), "08.00–12.00", "Ramadan"),
        Day(date(2026, 11, 27), "08.00–12.00", "Ramadan"),
        Day(date(2026, 11, 28), "Tutup"),
        Day(date(2026, 11, 29), "Tutup"),
    )


@pytest.mark.parametrize(
    ("today", "first"),
    [
        (date(2026, 11, 23), date(2026, 11, 23)),
        (date(2026, 11, 27), date(2026, 11, 23)),
        (date(2026, 11, 28), date(2026, 11, 30)),
        (date(2026, 11, 29), date(2026, 11, 30)),
    ],
)
def test_a_week_that_is_over_gives_way_to_the_next(today: date, first: date) -> None:
    assert first_day(calendar(), today) == first


def test_changes_soon_to_come_are_told_days_that_are_free_anyhow_are_not() -> None:
    assert coming(calendar(), date(2026, 11, 16)) == (
        Change(date(2026, 11, 24), date(2026, 11, 24), "Hari Guru"),
        Change(date(2026, 11, 26), date(2026, 12, 20), "Ramadan"),
    )
    assert coming(calendar(), date(2026, 10, 1)) == ()


def test_changes_are_told_by_their_days() -> None:
    one, many = coming(calendar(), date(2026, 11, 16))
    assert one.words == "Selasa, 24 November 2026"
    assert many.words == "26 November–20 Desember 2026"


def test_the_page_says_what_the_office_says(built: Built) -> None:
    page = built.page("kontak/")
    for text in (
        "Jalan Contoh Nomor 1",
        'href="tel:05365550100">(0536) 555-0100</a>',
        'href="mailto:humas@dinas.contoh.go.id"',
        "23–29 November 2026, WIB",
        "<strong>Instagram</strong> <span>dinascontoh</span>",
        "mengatasnamakan Dinas Contoh &amp; Uji bukan milik kami",
        'href="https://www.lapor.go.id/"',
        'href="../ppid/"',
        "Kirim alamat berita, bagian yang keliru, dan keterangan yang benar.",
        '"@type":"GovernmentOrganization"',
    ):
        assert text in page, text
    assert "/lama" not in page


def test_every_page_leads_there(built: Built) -> None:
    for name in ("", "berita/2026/11/utama/", "arsip/"):
        assert "kontak/#jam" in built.page(name)
    assert f"{built.site.base}kontak/" in (built.out / "sitemap-halaman.xml").read_text()


def test_the_page_changes_with_the_week_and_not_with_the_day(tmp_path: Path) -> None:
    monday = BUILT + timedelta(days=1)
    one, later, next_ = [
        planned(replace(small(), built_at=monday + timedelta(days=n)), tmp_path).inputs
        for n in (0, 3, 7)
    ]
    assert one == later
    assert one != next_


def test_a_holiday_that_comes_near_changes_the_page(tmp_path: Path) -> None:
    site = small()
    off = MappingProxyType({date(2026, 12, 3): "Pilkada"})
    free = replace(
        site, office=replace(site.office, calendar=replace(site.office.calendar, days_off=off))
    )
    assert planned(site, tmp_path).inputs != planned(free, tmp_path).inputs


def test_the_search_knows_the_page(tmp_path: Path) -> None:
    with prepare(small(), CONFIG, tmp_path / "situs", tmp_path / "kerja") as prepared:
        assert prepared.search.plain == ("", "ppid/berkala/", "tentang/privasi/", "kontak/")
    nothing = replace(small(), pages=())
    with prepare(nothing, CONFIG, tmp_path / "lain", tmp_path / "kerja-lain") as prepared:
        assert prepared.search.plain == ()


def test_a_page_that_the_office_wrote_before_stays(tmp_path: Path) -> None:
    own = Page("kontak.md", "Hubungi kami", "", "<p>Isi.</p>")
    site = replace(small(), pages=(*small().pages, own))
    assert planned(site, tmp_path).make().context["page"] == own
