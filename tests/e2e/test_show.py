"""The page of a request on a phone: it fits, axe finds nothing, it asks nobody, no script runs."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from terbit.commands.show import show
from tests.e2e.test_accessibility import faults
from tests.rooms import Room


@pytest.fixture(scope="module")
def address(room_template: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The page of the request for the draft."""
    room = Room.copy(room_template, tmp_path_factory.mktemp("lihat") / "room")
    room.submit()
    done = show(room.newsroom, 1, room.folder / "lihat", room.tick())
    assert done is not None
    return done.file.as_uri()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 360, 1280])
def test_axe_finds_nothing_and_it_fits(browser: Any, address: str, width: int, scheme: str) -> None:
    page = browser.new_page(viewport={"width": width, "height": 780}, color_scheme=scheme)
    page.goto(address)
    assert faults(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.locator("h1").count() == 1
    page.close()


def test_without_a_script_page_and_posts_are_there_and_nobody_is_asked(
    browser: Any, address: str
) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 780})
    page = context.new_page()
    asked: list[str] = []
    complaints: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: complaints.append(message.text))
    page.goto(address)
    assert page.locator("article.berita img").first.is_visible()
    assert page.locator(".sisipan .apl").first.is_visible()
    assert not page.get_by_text("Peramban ini terlalu lama").is_visible()
    assert page.get_by_text("BELUM DISETUJUI").first.is_visible()
    assert not page.get_by_text("Bagikan ke WhatsApp").is_visible()
    assert [url for url in asked if not url.startswith("data:")] == [address]
    assert complaints == []
    context.close()


def test_the_ribbon_stays_in_sight(browser: Any, address: str) -> None:
    page = browser.new_page(viewport={"width": 360, "height": 780})
    page.goto(address)
    page.evaluate("scrollTo(0, 2000)")
    assert page.locator(".pita-atas").bounding_box()["y"] == pytest.approx(0, abs=1)
    page.close()
