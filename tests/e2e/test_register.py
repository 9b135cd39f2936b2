"""Filtering the register in a real Chromium, under the site's own policy for scripts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from terbit.site import build
from tests.site import searching
from tests.site.conftest import CONFIG, HOSTILE, miniature

SHOWN = "[data-hasil] tbody tr"


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    work = tmp_path_factory.mktemp("arsip")
    build(miniature(), CONFIG, work / "out", work / "kerja")
    with searching.served(work / "out") as address:
        yield address


@pytest.fixture
def page(browser: Any) -> Iterator[Any]:
    """A phone; whatever it complains of fails the test."""
    made, complaints = browser.new_page(viewport={"width": 360, "height": 800}), []
    made.on("console", lambda m: complaints.append(m.text) if m.type == "error" else None)
    made.on("pageerror", lambda error: complaints.append(str(error)))
    yield made
    made.close()
    assert complaints == []


def titles(page: Any) -> list[str]:
    return list(page.locator(f"{SHOWN} td:nth-child(2)").all_inner_texts())


def told(page: Any, text: str) -> None:
    page.locator(".saring-kabar", has_text=text).wait_for()


def test_nothing_is_fetched_before_somebody_filters(page: Any, base: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{base}arsip/", wait_until="networkidle")
    assert not [url for url in asked if "saring" in url]
    page.get_by_label("Jenis").select_option("Pengumuman")
    told(page, "1 terbitan cocok.")
    assert [url for url in asked if "saring" in url] == [f"{base}arsip/saring/2026.json"]
    assert titles(page) == ["Loket Tutup"]
    assert not page.locator("[data-polos]").is_visible()


def test_filters_join_and_can_be_taken_back_by_keyboard(page: Any, base: str) -> None:
    page.goto(f"{base}arsip/")
    page.get_by_label("Kata dalam judul").fill("RAPAT")
    told(page, "2 terbitan cocok.")
    page.get_by_label("Kanal").select_option("Facebook")
    page.locator("[name=bulan]").select_option("November")
    told(page, "2 terbitan cocok.")
    assert HOSTILE in titles(page)
    assert "kata=RAPAT" in page.url
    page.get_by_role("button", name="Hapus saringan").press("Enter")
    page.locator("[data-polos]").wait_for()
    assert "?" not in page.url


def test_another_year_is_fetched_and_has_an_address(page: Any, base: str) -> None:
    page.goto(f"{base}arsip/?tahun=2025")
    told(page, "1 terbitan cocok.")
    link = page.locator(f"{SHOWN} a").first
    assert link.get_attribute("href") == f"{base}arsip/berita/2025/01/lama/"


def test_where_nothing_fits_the_reader_is_told(page: Any, base: str) -> None:
    page.goto(f"{base}arsip/?kata=tidakada")
    told(page, "Tidak ada terbitan yang cocok.")


def test_the_page_is_not_wider_than_a_phone(page: Any, base: str) -> None:
    for place in ("arsip/?jenis=Berita", "arsip/unduh/", "arsip/berita/2026/11/utama/"):
        page.goto(base + place, wait_until="networkidle")
        assert page.evaluate("document.documentElement.scrollWidth") <= 360, place


def test_without_scripts_the_plain_pages_and_downloads_are_there(browser: Any, base: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{base}arsip/")
    assert not page.locator("[data-saring]").is_visible()
    assert page.locator("[data-polos] tbody tr").count() > 3
    assert page.get_by_role("link", name="Unduh arsip tahun 2026 sebagai CSV").is_visible()
    context.close()
