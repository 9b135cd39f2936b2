"""The page of all posts on a phone and on a desk: it fits, axe finds nothing, no script runs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from terbit.channels import CHANNELS, kit, mockups
from terbit.core.article import Video
from terbit.drawing.look import Look
from tests.channels.desk import LINK, office, with_files
from tests.e2e.test_accessibility import faults

WIDTHS = (360, 1280)
LONG = " ".join(f"Kalimat nomor {n} menjelaskan hasil penilaian." for n in range(1, 30))


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The page as one file, with a post of every channel, of two articles."""
    article = with_files(video=Video("https://video.contoh.id/1"), summary=LONG)
    posts = [channel.compose(article, office(), LINK) for channel in CHANNELS.values()]
    one = mockups.Shown(article, posts, kit.render_all(article, posts, office(), Look()))
    two = replace(one, article=replace(article, title="Berita kedua"))
    file: Path = tmp_path_factory.mktemp("kiriman") / "kiriman-evaluasi-spip.html"
    file.write_bytes(mockups.page([one, two], office(), one_file=True, approved=False))
    return file.as_uri()


@pytest.fixture
def page(browser: Any, address: str) -> Iterator[Any]:
    made = browser.new_page(viewport={"width": 360, "height": 800})
    made.goto(address)
    yield made
    made.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_nothing(page: Any, width: int, scheme: str) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(color_scheme=scheme)
    assert faults(page) == []


@pytest.mark.parametrize("width", [180, *WIDTHS])
def test_it_fits_the_screen_and_a_card_is_no_wider_than_a_phone(page: Any, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    cards = "[...document.querySelectorAll('.apl')].map(e => e.getBoundingClientRect().width)"
    assert max(page.evaluate(cards)) <= 390
    assert page.locator("h1").count() == 1
    assert page.evaluate("document.documentElement.lang") == "id"


def test_it_asks_nobody_and_breaks_no_policy(browser: Any, address: str) -> None:
    page = browser.new_page()
    asked: list[str] = []
    complaints: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: complaints.append(message.text))
    page.goto(address)
    assert [url for url in asked if not url.startswith("data:")] == [address]
    assert complaints == []
    assert page.evaluate("[...document.images].every(i => i.complete && i.naturalWidth > 0)")
    page.close()


def test_a_caption_unfolds_without_a_script(browser: Any, address: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 800})
    page = context.new_page()
    page.goto(address)
    caption = page.locator("#b1-instagram .teks")
    end = "Kalimat nomor 29 menjelaskan"
    assert end not in caption.inner_text()
    caption.get_by_text("… selengkapnya").click()
    assert end in caption.inner_text()
    caption.get_by_text("Lipat kembali").click()
    assert end not in caption.inner_text()
    context.close()


def test_pictures_are_swiped_one_by_one(page: Any) -> None:
    strip = page.locator("#b1-instagram .geser")
    widths = "e => [e.clientWidth, e.scrollWidth, getComputedStyle(e).scrollSnapType]"
    shown, whole, snaps = strip.evaluate(widths)
    assert whole == pytest.approx(3 * shown, abs=3)
    assert snaps == "x mandatory"
    assert strip.get_by_text("1/3").is_visible()


def test_every_shape_is_that_of_the_app(page: Any) -> None:
    ratio = "e => { const r = e.getBoundingClientRect(); return r.width / r.height }"
    for channel, wanted in (("instagram", 4 / 5), ("instagram_story", 9 / 16), ("tiktok", 9 / 16)):
        found = page.locator(f"#b1-{channel} img").first.evaluate(ratio)
        assert found == pytest.approx(wanted, rel=0.01), channel
