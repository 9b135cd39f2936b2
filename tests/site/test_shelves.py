"""Information that a page lists: what can be read, what is not there yet, and how much."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from terbit.core.article import Listed
from terbit.core.record import History
from terbit.site import Page, Site, recipe, shelves
from terbit.site.cards import Text
from terbit.site.pages import pages
from terbit.site.plan import Plan
from tests.site.conftest import Built, items_of, miniature

KNOWN = frozenset({"", "berita/", "tentang/", "kontak/", "ppid/permohonan/"})
ROWS = (
    Listed("Profil", link="../tentang/index.md", group="Umum"),
    Listed("Laporan kinerja", group="Kinerja"),
    Listed("Berita", link="/berita/#atas", group="Umum", updated=date(2026, 11, 2)),
    Listed("Anggaran", link="https://www.anggaran.contoh.go.id/x"),
    Listed("Hilang", link="/tiada/"),
)
PAGE = Page("ppid/berkala.md", "Berkala", "", "", listed=ROWS)


def planned(site: Site, cache: Path, path: str) -> str:
    """The inputs of a page."""
    shown, no_text = items_of(site, cache), Text("", "", (), "", "")
    plan = Plan(site, shown, recipe.code(), lambda _: no_text, lambda item, _: History(item))
    return pages(plan)[path].inputs


def test_groups_stand_in_the_order_in_which_they_are_first_named() -> None:
    found = shelves.shelves(PAGE, KNOWN, "../../")
    names = [(group.name, [line.name for line in group.lines]) for group in found]
    assert names == [
        ("Umum", ["Profil", "Berita"]),
        ("Kinerja", ["Laporan kinerja"]),
        ("", ["Anggaran", "Hilang"]),
    ]
    assert [group.anchor for group in found] == ["daftar-1", "daftar-2", ""]
    assert [group.available for group in found] == [2, 0, 1]


def test_links_lead_from_the_page_and_tell_another_host() -> None:
    lines = {
        line.name: line for group in shelves.shelves(PAGE, KNOWN, "../../") for line in group.lines
    }
    assert lines["Profil"].href == "../../tentang/"
    assert lines["Berita"].href == "../../berita/#atas"
    assert lines["Anggaran"].href == "https://www.anggaran.contoh.go.id/x"
    assert lines["Anggaran"].host == "anggaran.contoh.go.id"
    assert lines["Profil"].host == ""


def test_what_the_site_does_not_have_at_the_moment_is_not_available() -> None:
    assert shelves.count(PAGE, KNOWN) == (3, 5)
    assert shelves.count(PAGE, KNOWN | {"tiada/"}) == (4, 5)
    assert shelves.targets(PAGE) == {"tentang/", "berita/", "tiada/"}


@pytest.mark.parametrize(
    ("known", "place"),
    [(KNOWN, "ppid/permohonan/"), ({"ppid/", "kontak/"}, "ppid/"), ({"kontak/"}, "kontak/")],
)
def test_readers_are_told_where_to_ask(known: frozenset[str], place: str) -> None:
    assert shelves.asking(known) == place


def test_the_page_says_how_much_is_there_and_how_to_ask_for_the_rest(built: Built) -> None:
    page = built.page("ppid/berkala/")
    assert "<strong>2 dari 4 tersedia</strong>" in page
    assert '<a href="../../tentang/privasi/">Cara kerja &lt;b&gt;</a>' in page
    assert "<span>di data.contoh.go.id</span>" in page
    assert 'Diperbarui <time datetime="2026-11-02">2 November 2026</time>' in page
    assert page.count("Belum tersedia") == 2
    assert 'aria-label="Cara meminta: Laporan kinerja"' in page
    assert '<h2 id="daftar-1">Profil</h2>' in page


def test_the_index_and_the_front_page_show_the_counts(built: Built) -> None:
    index = built.page("ppid/")
    assert "2 dari 4 tersedia" in index
    assert (
        '<a href="../ppid/berkala/#daftar-2">Kinerja</a> <span class="angka">1 dari 3</span>'
        in index
    )
    assert "2 dari 4 tersedia" in built.page("")
    assert "<h1>PPID</h1>" in index


def test_pages_without_a_list_load_no_style_for_it(built: Built) -> None:
    assert "css/daftar.css" in built.page("ppid/berkala/")
    assert "css/daftar.css" not in built.page("tentang/privasi/")
    assert "css/daftar.css" not in built.page("berita/2026/11/utama/")


def test_a_page_that_goes_takes_the_counts_with_it(tmp_path: Path) -> None:
    site = miniature()
    without = replace(site, pages=tuple(p for p in site.pages if p.path != "tentang/privasi.md"))
    for path in ("ppid/berkala/index.html", "ppid/index.html", "index.html"):
        assert planned(site, tmp_path, path) != planned(without, tmp_path, path)
