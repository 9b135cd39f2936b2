"""The demonstration's result in a real Chromium: nothing foreign, nothing overflowing, readable."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from terbit import config
from terbit.demo import SLUG, demo
from tests.browsing import served
from tests.rooms import REPOSITORY

WIDTHS = (360, 1280)


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a demonstration's result."""
    result = demo(REPOSITORY, tmp_path_factory.mktemp("browser") / "demo", lambda _: None)
    with served(result.mounts) as address:
        yield address


PAGES = (
    "/",
    "/berita/",
    "/berita/2026/11/",
    "/kategori/layanan/",
    f"/berita/2026/11/{SLUG}/",
    "/arsip/",
    f"/arsip/berita/2026/11/{SLUG}/",
    "/ppid/",
    "/langganan/",
    f"/paket/2026-11-{SLUG}/",
    f"/paket/2026-11-{SLUG}/kiriman.html",
    "/paket/",
    "/tidak-ada/",
)


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("path", PAGES)
def test_a_page_asks_nobody_else_and_fits_its_screen(
    base: str, browser: Any, path: str, width: int
) -> None:
    page = browser.new_page(viewport={"width": width, "height": 800})
    hosts: set[str] = set()
    complaints: list[str] = []
    page.on("request", lambda request: hosts.add(request.url.split("/")[2]))
    page.on("console", lambda m: complaints.append(m.text) if m.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(base + path)
    assert hosts == {base.removeprefix("http://")}
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.evaluate("document.documentElement.lang") == "id"
    assert page.evaluate("[...document.images].every(i => i.alt !== null && i.hasAttribute('alt'))")
    assert page.locator("h1").count() == 1
    expected = 1 if path == "/tidak-ada/" else 0
    assert len(complaints) == expected, complaints
    page.close()


def until(page: Any, expression: str) -> bool:
    """Ask again until it is true; the page's own policy forbids playwright's waiting by eval."""
    for _ in range(100):
        if page.evaluate(expression):
            return True
        page.wait_for_timeout(100)
    return False


def test_pictures_of_the_article_are_really_shown(base: str, browser: Any) -> None:
    page = browser.new_page(viewport={"width": 360, "height": 800})
    page.goto(f"{base}/berita/2026/11/{SLUG}/")
    page.evaluate("document.querySelectorAll('img').forEach(i => i.loading = 'eager')")
    assert until(page, "[...document.images].every(i => i.complete && i.naturalWidth > 0)")
    page.close()


def test_the_kit_copies_a_caption_and_works_without_javascript(base: str, browser: Any) -> None:
    address = f"{base}/paket/2026-11-{SLUG}/"
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(address)
    caption = page.locator("textarea").nth(1).input_value()
    page.get_by_role("button", name="Salin keterangan").first.click()
    assert until(page, "navigator.clipboard.readText().then(t => t.length > 40)")
    assert page.evaluate("navigator.clipboard.readText()").replace("\r\n", "\n") == caption
    context.close()

    plain = browser.new_context(java_script_enabled=False).new_page()
    plain.goto(address)
    with plain.expect_download() as waiting:
        plain.locator("a[href$='.zip']").first.click()
    assert Path(waiting.value.path()).stat().st_size > 100_000
    plain.context.close()


def test_a_ready_page_has_the_line_that_no_other_site_has(base: str, browser: Any) -> None:
    page = browser.new_page()
    page.goto(f"{base}/berita/2026/11/{SLUG}/")
    text = " ".join(page.inner_text("main").split())
    procedure = config.load(REPOSITORY).procedure
    decider = procedure.role(procedure.deciding.roles[0]).name
    assert re.search(rf"Diverifikasi oleh [^.]+, disetujui {decider}", text)
    page.get_by_role("link", name="lihat lembar arsip").click()
    assert "Lembar arsip" in page.inner_text("main")
    page.close()
