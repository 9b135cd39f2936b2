"""Every kind of page under axe-core in a real Chromium, and with nothing but a keyboard.

The rules are those of WCAG 2.2 A and AA, and axe's own best practices. 200 % zoom of a screen
of 1280 pixels is a page of 640, of a phone of 360 one of 180 (WCAG 2.2, 1.4.4 and 1.4.10).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe

from terbit.site import build
from tests.site import searching
from tests.site.conftest import BUILT, CONFIG, miniature
from tests.site.test_agenda_pages import own, site_of

RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
SCREENS = ((1280, 800), (640, 400), (360, 800), (180, 400))
LEAST_TARGET = 24
"""Pixels of a control (WCAG 2.2, 2.5.8); not of links in a sentence; cards are links as a whole."""
THUMB = 44
ARTICLE = "berita/2026/11/utama/"
PAGES = {
    "home": "",
    "article": ARTICLE,
    "notice board": f"{ARTICLE}#papan",
    "announcement": "berita/2026/10/loket/",
    "withdrawn": "berita/2026/11/dicabut/",
    "all news": "berita/",
    "month": "berita/2026/11/",
    "category": "kategori/pengawasan/",
    "announcements": "pengumuman/",
    "tag": "tagar/spip/",
    "register": "arsip/",
    "sheet": f"arsip/{ARTICLE}",
    "downloads of the register": "arsip/unduh/",
    "plain page": "tentang/privasi/",
    "listed information": "ppid/berkala/",
    "folder of pages": "ppid/",
    "contact": "kontak/",
    "agenda": "agenda/",
    "subscribing": "langganan/",
    "search": "cari/",
    "not found": "404.html",
}


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the miniature site."""
    work = tmp_path_factory.mktemp("aksesibilitas")
    site = miniature()
    row = own("rapat-koordinasi-pengawasan", BUILT.date(), place="Aula Kantor", unit="Sekretariat")
    site = replace(site, pages=(*site.pages, *site_of(row).pages))
    build(site, CONFIG, work / "out", work / "kerja")
    with searching.served(work / "out") as address:
        yield address


@pytest.fixture
def page(browser: Any) -> Iterator[Any]:
    """A phone."""
    made = browser.new_page(viewport={"width": 360, "height": 800})
    yield made
    made.close()


def faults(page: Any) -> list[str]:
    """What axe finds on a page, as rule and place."""
    options = {"runOnly": {"type": "tag", "values": RULES}, "resultTypes": ["violations"]}
    found = Axe().run(page, options=options).response["violations"]
    return [f"{rule['id']}: {node['html'][:160]}" for rule in found for node in rule["nodes"]]


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
def test_axe_finds_nothing(base: str, page: Any, path: str) -> None:
    page.goto(base + path)
    for width, height in SCREENS:
        page.set_viewport_size({"width": width, "height": height})
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            assert faults(page) == [], (width, scheme)
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_axe_would_find_what_is_wrong(base: str, page: Any) -> None:
    page.goto(base)
    page.evaluate("document.querySelectorAll('main a').forEach(a => { a.textContent = '' })")
    assert any(fault.startswith("link-name") for fault in faults(page))


SIZES = """() => [...document.querySelectorAll('a, button, summary, input, select')]
    .filter(e => e.checkVisibility() && !e.matches('.lompat'))
    .filter(e => !e.closest('p, dd, .prosa li, .bukti') && !e.closest('.kartu'))
    .map(e => [e.getBoundingClientRect().height, e.outerHTML.slice(0, 90)])"""


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
def test_a_finger_hits_every_control(base: str, page: Any, path: str) -> None:
    page.goto(base + path)
    assert [row for row in page.evaluate(SIZES) if row[0] < LEAST_TARGET] == []


def test_menu_search_and_sharing_are_large_enough_for_a_thumb(base: str, page: Any) -> None:
    page.goto(base + ARTICLE)
    large = ".menu-kecil summary, .cari-tautan, .bagikan .tombol, .kaki li a"
    heights = page.evaluate(
        "s => [...document.querySelectorAll(s)].filter(e => !e.hidden)"
        ".map(e => e.getBoundingClientRect().height)",
        large,
    )
    assert len(heights) > 8
    assert min(heights) >= THUMB


FOCUSED = """() => { const e = document.activeElement, s = getComputedStyle(e);
    return {text: e.textContent.trim(), inside: e.closest('header, main, footer')?.localName,
            outline: s.outlineStyle, width: parseFloat(s.outlineWidth),
            seen: e.getBoundingClientRect().bottom > 0 && e.checkVisibility()} }"""


def walk(page: Any, most: int = 150) -> list[dict[str, Any]]:
    """What the tab key reaches, in its order."""
    found: list[dict[str, Any]] = []
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement === document.body"):
            break
        found.append(page.evaluate(FOCUSED))
    return found


@pytest.mark.parametrize("path", ["", ARTICLE, "arsip/", "cari/"])
def test_the_tab_key_goes_down_the_page_and_is_seen(base: str, page: Any, path: str) -> None:
    page.goto(base + path)
    found = walk(page)
    assert found[0]["text"] == "Langsung ke isi"
    assert all(one["seen"] and one["outline"] != "none" and one["width"] >= 2 for one in found)
    places = [one["inside"] for one in found if one["inside"]]
    assert set(places) >= {"header", "footer"}
    assert [place for place, after in pairwise(places) if place != after] in (
        ["header", "main"],
        ["header"],
    )


def test_the_first_link_leads_past_the_menu(base: str, page: Any) -> None:
    page.goto(base + ARTICLE)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


def test_the_menu_opens_and_closes_from_the_keyboard(base: str, page: Any) -> None:
    page.goto(base)
    page.focus(".menu-kecil summary")
    page.keyboard.press("Enter")
    assert page.locator(".menu nav").is_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    assert not page.locator(".menu nav").is_visible()
    assert page.evaluate("document.activeElement.localName") == "summary"


def test_the_menu_opens_without_a_script(base: str, browser: Any) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 800})
    page = context.new_page()
    page.goto(base)
    page.locator(".menu-kecil summary").click()
    assert page.locator(".menu nav a").first.is_visible()
    context.close()


VOICE = """
    window.said = [];
    Object.defineProperty(window, "speechSynthesis", {value: {
        getVoices: () => [{lang: "%s", name: "Suara"}],
        speak: (part) => window.said.push(part.text), cancel: () => { window.stopped = true; },
        addEventListener: () => {}}});
    window.SpeechSynthesisUtterance = class {
        constructor(text) { this.text = text; }
        set voice(value) {}
    };
"""


def test_an_article_is_read_aloud_where_the_browser_speaks_indonesian(base: str, page: Any) -> None:
    page.add_init_script(VOICE % "id_ID")
    page.goto(base + ARTICLE)
    assert page.evaluate("window.said") == []
    button = page.get_by_role("button", name="Dengarkan")
    button.click()
    said = page.evaluate("window.said")
    assert said[0].startswith("Rapat <script>alert")
    assert said[1] == "Ringkasan yang pendek."
    assert "Bagian" in said
    page.get_by_role("button", name="Berhenti membaca").click()
    assert page.evaluate("window.stopped")
    assert button.is_visible()


def test_no_button_promises_a_voice_that_is_not_there(base: str, page: Any) -> None:
    page.add_init_script(VOICE % "en-US")
    page.goto(base + ARTICLE)
    assert not page.get_by_role("button", name="Dengarkan").is_visible()


def pages_of(page: Any, place: Path) -> int:
    """How many sheets of paper the page takes."""
    page.pdf(path=place, prefer_css_page_size=True)
    return place.read_bytes().count(b"/Type /Page\n")


def test_the_notice_board_gets_one_sheet_with_a_code(base: str, page: Any, tmp_path: Path) -> None:
    page.goto(f"{base}{ARTICLE}#papan")
    assert pages_of(page, tmp_path / "papan.pdf") == 1
    page.emulate_media(media="print")
    assert page.locator("#papan svg").is_visible()
    assert page.locator(".foto-utama img").is_visible()
    for gone in (".prosa", ".galeri", ".bagikan", ".kaki", ".menu-kecil", ".fakta"):
        assert not page.locator(gone).first.is_visible(), gone


def test_paper_shows_the_article_and_no_button(base: str, page: Any) -> None:
    page.goto(base + ARTICLE)
    assert not page.locator("#papan").is_visible()
    page.emulate_media(media="print")
    for shown in ("h1", ".prosa", ".foto-utama img", ".sah", "#papan svg"):
        assert page.locator(shown).first.is_visible(), shown
    for gone in (".bagikan", ".kaki", ".menu-kecil", ".cari-tautan", ".terkait", ".motif"):
        assert not page.locator(gone).first.is_visible(), gone
