"""An upload kit as it is used on a phone: copied, saved, and its proof filed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import MappingProxyType
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from terbit.channels import CHANNELS, base, kit
from terbit.channels.kit_page import Aside
from tests.browsing import served
from tests.channels.desk import LINK, office, with_files
from tests.channels.test_permalinks import BAD, GOOD

FORM = "https://github.com/contoh/terbit/issues/new?template=bukti-tayang.yml"
PHONE = {"viewport": {"width": 360, "height": 740}}
RIGHT = dict(reversed(GOOD))
"""For each channel the first link that is one of the office's own posts."""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A kit of an article for every channel, on a server."""
    folder, article = tmp_path_factory.mktemp("paket"), with_files()
    posts = [
        c.compose(article, office(), LINK) for c in CHANNELS.values() if base.suits(c, article)
    ]
    kit.write_kit(
        article,
        posts,
        office(),
        LINK,
        deadline_text="Kamis, 12 November 2026, pukul 11.11 WIB",
        out=folder / "evaluasi-spip",
        aside=Aside(form=FORM, earlier=MappingProxyType({"x": RIGHT["x"]})),
    )
    with served({"/": folder}) as address:
        yield f"{address}/evaluasi-spip/"


@pytest.fixture
def phone(browser: Any, address: str) -> Iterator[Any]:
    """The kit on a phone that may use the clipboard."""
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"], **PHONE)
    page = context.new_page()
    page.goto(address)
    yield page
    context.close()


SHOWN = [id for id in CHANNELS if base.suits(CHANNELS[id], with_files())]


@pytest.mark.parametrize("channel", SHOWN)
def test_a_right_link_leads_to_the_form(phone: Any, channel: str) -> None:
    section = phone.locator(f"section#{channel}")
    button = section.get_by_role("link", name="Catat sebagai bukti")
    assert not button.is_visible()
    section.get_by_label("Tempel tautan hasil").fill(RIGHT[channel])
    assert button.is_visible()
    told = parse_qs(urlsplit(button.get_attribute("href")).query)
    assert told["tautan"] == [RIGHT[channel]]
    assert told["berita"] == [f"berita/2026/11/evaluasi-spip ({channel})"]
    assert "cocok" in section.get_by_role("status").inner_text()
    assert RIGHT[channel] in section.get_by_label("Perintah").input_value()


@pytest.mark.parametrize(("channel", "link"), [row for row in BAD if row[0] in SHOWN])
def test_a_wrong_link_is_told_at_once(phone: Any, channel: str, link: str) -> None:
    section = phone.locator(f"section#{channel}")
    section.get_by_label("Tempel tautan hasil").fill(link)
    assert not section.get_by_role("link", name="Catat sebagai bukti").is_visible()
    if link.strip():
        said = section.get_by_role("status").inner_text()
        assert "bukan" in said
        assert section.get_by_label("Tempel tautan hasil").get_attribute("aria-invalid") == "true"


def test_everything_that_is_copied_arrives_whole(phone: Any) -> None:
    buttons = phone.locator("button[data-salin]:visible")
    for n in range(buttons.count()):
        button = buttons.nth(n)
        field = phone.locator(f"#{button.get_attribute('data-salin')}")
        button.click()
        copied = phone.evaluate("navigator.clipboard.readText()").replace("\r\n", "\n")
        assert copied == field.input_value()


def test_without_javascript_all_is_there(browser: Any, address: str) -> None:
    context = browser.new_context(java_script_enabled=False, **PHONE)
    page = context.new_page()
    page.goto(address)
    assert page.locator("button:visible").count() == 0
    for channel in SHOWN:
        section = page.locator(f"section#{channel}")
        link = section.get_by_role("link", name="formulir bukti tayang")
        assert link.is_visible()
        assert section.get_by_role("link", name="Simpan gambar 1").is_visible()
    for name in ("Simpan gambar 1", "Unduh semua"):
        saved = page.get_by_role("link", name=name).first
        with page.expect_download() as waiting:
            saved.click()
        file, wanted = Path(waiting.value.path()), saved.get_attribute("download")
        assert waiting.value.suggested_filename == wanted
        assert file.read_bytes()[:2] == (b"PK" if wanted.endswith(".zip") else b"\xff\xd8")
    context.close()


def test_a_phone_shares_text_and_pictures_together(browser: Any, address: str) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"], **PHONE)
    page = context.new_page()
    page.add_init_script(
        "navigator.canShare = () => true;"
        "navigator.share = (what) => { window.shared = what; return Promise.resolve(); };"
    )
    page.goto(address)
    section = page.locator("section#instagram")
    section.get_by_role("button", name="Bagikan lewat ponsel").click()
    for _ in range(50):
        if page.evaluate("Boolean(window.shared)"):
            break
        page.wait_for_timeout(100)
    names = page.evaluate("window.shared.files.map(f => [f.name, f.type, f.size > 10000])")
    wanted = [a.get_attribute("download") for a in section.locator("a[download]").all()]
    assert names == [[name, "image/jpeg", True] for name in wanted]
    assert page.evaluate("window.shared.text") == section.get_by_label("Keterangan").input_value()
    context.close()


@pytest.mark.parametrize("width", [360, 1280])
def test_the_kit_fits_its_screen_and_a_weak_network(browser: Any, address: str, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 740})
    sizes: dict[str, int] = {}
    page.on("response", lambda r: sizes.update({r.url: len(r.body())}))
    page.goto(address)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert sizes[address] < 150_000
    page.close()
