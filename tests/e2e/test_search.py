"""Searching in a real Chromium, under the site's own policy for scripts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.site import searching
from tests.site.searching import ADDRESSES, ask, settled


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return searching.site(tmp_path_factory.mktemp("cari"))


@pytest.fixture(scope="module")
def base(folder: Path) -> Iterator[str]:
    with searching.served(folder) as address:
        yield address


class Visit:
    """A page of the search, and what it asked for and complained of."""

    def __init__(self, browser: Any, base: str, path: str = "cari/", **options: Any) -> None:
        self.base = base
        self.context = browser.new_context(**options)
        self.page = self.context.new_page()
        self.requests: list[str] = []
        self.complaints: list[str] = []
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("console", self._hear)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.goto(base + path)
        self.page.wait_for_load_state("networkidle")

    def _hear(self, message: Any) -> None:
        if message.type in {"error", "warning"}:
            self.complaints.append(message.text)

    def bundles(self) -> set[str]:
        """The bundles of which something was fetched."""
        place = f"{self.base}cari/indeks/"
        found = (url for url in self.requests if url.startswith(place))
        return {url.removeprefix(place).split("/")[0] for url in found}

    def focused(self) -> str:
        """The id of the element that has the focus."""
        name: str = self.page.evaluate("document.activeElement.id")
        return name


@pytest.fixture
def visit(base: str, browser: Any) -> Iterator[Visit]:
    """The page as it opens; nobody complained and no other host was asked."""
    made = Visit(browser, base)
    yield made
    assert made.complaints == []
    assert {url.split("/")[2] for url in made.requests} == {base.split("/")[2]}
    made.context.close()


def test_nothing_of_the_search_is_fetched_before_the_box_is_used(visit: Visit) -> None:
    assert visit.bundles() == set()
    with visit.page.expect_request("**/indeks/halaman/*.pf_meta"):
        visit.page.focus("#kata")
    assert visit.bundles() == {"2026", "halaman"}


def test_older_years_are_fetched_only_when_asked_for(visit: Visit) -> None:
    assert ask(visit.page, "inflasi") == []
    said = visit.page.inner_text(".cari-kabar")
    assert "Tidak ada hasil “inflasi” untuk tahun 2026." in said
    assert "pilih semua tahun, atau coba kata lain" in said
    assert "2025" not in visit.bundles()
    visit.page.get_by_role("button", name="Cari di semua tahun").click()
    assert settled(visit.page) == "1 hasil “inflasi”."
    assert visit.page.evaluate(ADDRESSES) == [f"{searching.PREFIX}/berita/2025/08/inflasi/"]


def test_a_year_can_be_chosen(visit: Visit) -> None:
    visit.page.select_option("[name=tahun]", "2025")
    found = ask(visit.page, "gratifikasi")
    assert found == ["berita/2025/03/gratifikasi-lebaran/"]


def test_a_category_can_be_chosen(visit: Visit) -> None:
    assert "berita/2026/06/risiko-kecurangan/" in ask(visit.page, "pelatihan")
    visit.page.select_option("[name=kategori]", "Pencegahan")
    settled(visit.page)
    assert visit.page.evaluate(ADDRESSES) == [
        f"{searching.PREFIX}/berita/2026/06/risiko-kecurangan/"
    ]


def test_words_are_found_in_all_their_forms(visit: Visit) -> None:
    forms = [set(ask(visit.page, word)) for word in ("mengawasi", "pengawasan", "diawasi")]
    assert forms[0] == forms[1] == forms[2]
    assert {"berita/2026/01/banjir-logistik/", "berita/2026/10/pilkada-netralitas/"} <= forms[0]


def test_a_category_or_a_date_that_an_article_only_wears_is_no_hit(visit: Visit) -> None:
    assert "berita/2026/11/dapur-gizi/" not in ask(visit.page, "pengawasan")
    assert ask(visit.page, "Mei") == []


def test_pages_without_a_year_are_found_too(visit: Visit) -> None:
    assert ask(visit.page, "mengajukan keberatan")[0] == "ppid/permohonan/"


def test_where_no_page_holds_all_words_those_with_some_are_shown(visit: Visit) -> None:
    assert ask(visit.page, "bantuan banjir")[0] == "berita/2026/01/banjir-logistik/"


def test_a_result_has_title_category_date_and_a_marked_excerpt(visit: Visit) -> None:
    ask(visit.page, "kedaluwarsa")
    row = visit.page.locator(".cari-hasil li")
    assert row.locator("h2").inner_text() == "Stok obat puskesmas dihitung ulang"
    assert row.locator(".waktu").inner_text() == "Pengawasan · 1 Mei 2026"
    assert row.locator("mark").inner_text() == "kedaluwarsa"
    assert row.locator("p").last.inner_text().startswith("Petugas menghitung persediaan")


def test_text_that_looks_like_html_stays_text(visit: Visit) -> None:
    assert ask(visit.page, "peretasan") == ["berita/2026/11/jahat/"]
    row = visit.page.locator(".cari-hasil li")
    assert row.locator("h2").inner_text() == searching.HOSTILE
    assert row.locator("img").count() == 0
    assert "<img src=x onerror=\"document.title='jebol'\">" in row.inner_text()
    assert visit.page.title() == "Uji"


@pytest.mark.parametrize("key", ["/", "Control+k", "Meta+k"])
def test_a_key_leads_to_the_box(visit: Visit, key: str) -> None:
    visit.page.keyboard.press(key)
    assert visit.focused() == "kata"
    assert visit.page.input_value("#kata") == ""


def test_a_slash_in_the_box_is_a_letter(visit: Visit) -> None:
    visit.page.focus("#kata")
    visit.page.keyboard.type("a/b")
    assert visit.page.input_value("#kata") == "a/b"
    settled(visit.page)


def test_typing_alone_searches_and_the_keyboard_reaches_the_results(visit: Visit) -> None:
    visit.page.keyboard.press("/")
    visit.page.keyboard.type("gratifikasi")
    assert settled(visit.page) == "1 hasil “gratifikasi” untuk tahun 2026."
    for _ in range(4):
        visit.page.keyboard.press("Tab")
    assert visit.page.evaluate("document.activeElement.pathname").endswith("gratifikasi/")


def test_a_search_can_be_linked(visit: Visit, base: str, browser: Any) -> None:
    visit.page.select_option("[name=tahun]", "2025")
    ask(visit.page, "pupuk")
    assert visit.page.url == f"{base}cari/?q=pupuk&tahun=2025"
    linked = Visit(browser, base, "cari/?q=pupuk&tahun=2025&kategori=tidak+ada")
    settled(linked.page)
    assert linked.page.evaluate(ADDRESSES) == [f"{searching.PREFIX}/berita/2025/04/pupuk/"]
    assert linked.complaints == []
    linked.context.close()


def test_more_than_ten_results_are_shown_in_parts(visit: Visit) -> None:
    visit.page.select_option("[name=tahun]", "semua")
    assert len(ask(visit.page, "dan")) == 10
    total = int(visit.page.inner_text(".cari-kabar").split()[0])
    visit.page.get_by_role("button", name="Tampilkan hasil berikutnya").click()
    visit.page.locator(".cari-hasil li").nth(10).wait_for()
    assert visit.page.locator(".cari-hasil li").count() == min(20, total)
    assert visit.page.evaluate("document.activeElement.closest('li') !== null")


def test_it_fits_a_narrow_screen_and_a_thumb(base: str, browser: Any) -> None:
    made = Visit(browser, base, viewport={"width": 360, "height": 800})
    ask(made.page, "pelatihan")
    assert made.page.evaluate("document.documentElement.scrollWidth") <= 360
    heights = made.page.evaluate(
        "[...document.querySelectorAll('main a, main button, main input, main select')]"
        ".filter(e => !e.hidden).map(e => e.getBoundingClientRect().height)"
    )
    assert min(heights) >= 44
    made.context.close()


def test_without_a_script_the_page_leads_to_the_archive(base: str, browser: Any) -> None:
    made = Visit(browser, base, java_script_enabled=False)
    assert not made.page.locator("form").is_visible()
    assert "Tanpa JavaScript" in made.page.inner_text("main")
    links = [link.get_attribute("href") for link in made.page.locator("main a").all()]
    assert links == ["../berita/", "../pengumuman/", "../arsip/", "../kategori/pengawasan/"]
    made.context.close()


def test_a_broken_connection_is_told_and_the_next_try_works(base: str, browser: Any) -> None:
    made = Visit(browser, base)
    made.page.route("**/*.pf_meta", lambda route: route.abort())
    made.page.fill("#kata", "pupuk")
    made.page.press("#kata", "Enter")
    assert settled(made.page).startswith("Pencarian tidak dapat dimuat.")
    made.page.unroute("**/*.pf_meta")
    made.page.select_option("[name=tahun]", "2025")
    assert ask(made.page, "pupuk") == ["berita/2025/04/pupuk/"]
    made.context.close()


def test_what_people_look_for_is_found(base: str, browser: Any) -> None:
    rows = list(searching.recalls(browser, base))
    together = searching.total(rows)
    assert not together.failed, "\n".join(str(row) for row in (*rows, together))
