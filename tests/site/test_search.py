"""The index: what is in it, what stays out, and that a bundle changes in one step or not at all."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Callable, Mapping
from pathlib import Path

import cbor2
import pytest

from terbit.errors import TerbitError
from terbit.site import search
from tests.site import searching
from tests.site.conftest import Built
from tests.site.searching import article, page, put

NOINDEX = '<meta name="robots" content="noindex">'
TITLES = tuple(f"Judul nomor {number}" for number in range(12))
CATEGORIES = ("Umum", "Pencegahan", "Pengawasan", "Pelayanan", "Pengumuman")


def articles(folder: Path, year: str, titles: tuple[str, ...] = TITLES) -> Path:
    for number, title in enumerate(titles):
        slug = title.lower().replace(" ", "-")
        told = article(title, f"Isi {title}.", CATEGORIES[number % len(CATEGORIES)])
        put(folder, f"berita/{year}/05/{slug}/", page(told))
    return folder


def bundle(folder: Path, name: str = "2026") -> Path:
    return folder / search.PLACE / name


def contents(folder: Path) -> Mapping[str, bytes]:
    """Every file of the index by its path."""
    place = folder / search.PLACE
    paths = (path for path in sorted(place.rglob("*")) if path.is_file())
    return {path.relative_to(place).as_posix(): path.read_bytes() for path in paths}


def unpacked(path: Path) -> bytes:
    return gzip.decompress(path.read_bytes()).removeprefix(search.SIGNATURE)


def fragments(folder: Path, name: str = "2026") -> list[dict[str, object]]:
    """What a result shows, for every page in a bundle."""
    paths = sorted(bundle(folder, name).glob("fragment/*"))
    return [json.loads(unpacked(path)) for path in paths]


def urls(folder: Path, name: str = "2026") -> set[object]:
    return {fragment["url"] for fragment in fragments(folder, name)}


def is_whole(target: Path) -> bool:
    """Whether everything that a bundle's entry leads to is there."""
    language = json.loads((target / search.ENTRY).read_bytes())["languages"]["id"]
    meta = target / f"pagefind.{language['hash']}.pf_meta"
    _, pages, chunks, filters, *_ = cbor2.loads(unpacked(meta))
    named = [target / f"fragment/{row[0]}.pf_fragment" for row in pages]
    named += [target / f"index/{row[-1]}.pf_index" for row in chunks]
    named += [target / f"filter/{row[1]}.pf_filter" for row in filters]
    return len(pages) == language["page_count"] and all(path.is_file() for path in named)


def test_each_year_has_a_bundle_of_its_own_articles(tmp_path: Path) -> None:
    articles(articles(tmp_path, "2025", TITLES[:3]), "2026")
    search.index(tmp_path, ["2025", "2026"])
    assert is_whole(bundle(tmp_path, "2025"))
    assert is_whole(bundle(tmp_path))
    assert len(urls(tmp_path, "2025")) == 3
    assert "/berita/2026/05/judul-nomor-1/" in urls(tmp_path)
    assert len(urls(tmp_path)) == len(TITLES)


def test_pages_without_a_year_have_one_bundle(tmp_path: Path) -> None:
    put(tmp_path, "ppid/berkala/", page("<div data-pagefind-body><h1>Berkala</h1>Isi</div>"))
    put(tmp_path, "berita/", page("<h1>Daftar</h1>"))
    search.index_pages(tmp_path, ["ppid/berkala/", "berita/", "tidak-ada/"])
    assert urls(tmp_path, search.PLAIN) == {"/ppid/berkala/"}


@pytest.mark.parametrize(
    "html",
    [
        page("<h1>Dicabut</h1><p>Tidak ada bagian yang boleh dicari.</p>"),
        page(article("Draf", "Belum disetujui."), head=NOINDEX),
        page(article("Draf", "Belum disetujui."), head=NOINDEX.replace('"', "")),
        page("<h1>&lt;article data-pagefind-body&gt;</h1>"),
    ],
    ids=["withdrawn", "noindex", "noindex-unquoted", "only-in-words"],
)
def test_what_may_not_be_found_is_not_in_the_index(tmp_path: Path, html: str) -> None:
    articles(tmp_path, "2026", TITLES[:2])
    put(tmp_path, "berita/2026/05/rahasia/", html)
    search.index(tmp_path, ["2026"])
    assert urls(tmp_path) == {"/berita/2026/05/judul-nomor-0/", "/berita/2026/05/judul-nomor-1/"}


def test_a_year_whose_last_article_was_withdrawn_has_no_bundle(tmp_path: Path) -> None:
    articles(tmp_path, "2026", TITLES[:1])
    search.index(tmp_path, ["2026"])
    put(tmp_path, "berita/2026/05/judul-nomor-0/", page("<h1>Dicabut</h1>"))
    search.index(tmp_path, ["2026"])
    assert contents(tmp_path) == {}
    assert not bundle(tmp_path).exists()


def test_a_result_tells_title_category_and_date_but_not_what_surrounds_the_article(
    tmp_path: Path,
) -> None:
    articles(tmp_path, "2026", TITLES[:1])
    search.index(tmp_path, ["2026"])
    (found,) = fragments(tmp_path)
    assert found["meta"] == {"title": TITLES[0], "kategori": "Umum", "tanggal": "1 Mei 2026"}
    assert found["filters"] == {"kategori": ["Umum"]}
    assert found["content"] == "Judul nomor 0. Isi Judul nomor 0."


def test_equal_articles_give_equal_bytes(tmp_path: Path) -> None:
    """In whatever order they came, and whatever stands in header and footer."""
    one, other = tmp_path / "one", tmp_path / "other"
    articles(one, "2026")
    search.index(one, ["2026"])
    articles(other, "2026", TITLES[:5])
    search.index(other, ["2026"])
    for path in sorted(articles(other, "2026").rglob("index.html"), reverse=True):
        html = path.read_text()
        path.unlink()
        path.write_text(html.replace("Beranda", "Menu yang baru"))
    search.index(other, ["2026"])
    assert contents(other) == contents(one)


def test_publishing_touches_neither_other_years_nor_files_that_stay_equal(tmp_path: Path) -> None:
    articles(articles(tmp_path, "2025"), "2026")
    search.index(tmp_path, ["2025", "2026"])
    place = tmp_path / search.PLACE
    before = {path: path.stat().st_ino for path in place.rglob("*") if path.is_file()}
    put(tmp_path, "berita/2026/06/baru/", page(article("Baru", "Isi yang baru.")))
    search.index(tmp_path, ["2026"])
    kept = {path for path in before if path.is_file() and path.stat().st_ino == before[path]}
    assert {path for path in before if "2025" in path.parts} <= kept
    assert set(bundle(tmp_path).glob("fragment/*")) & kept
    assert bundle(tmp_path) / "pagefind.js" in kept
    assert bundle(tmp_path) / search.ENTRY not in kept
    assert len(urls(tmp_path)) == len(TITLES) + 1


def test_only_what_a_search_asks_for_is_published(tmp_path: Path) -> None:
    articles(tmp_path, "2026")
    search.index(tmp_path, ["2026"])
    names = {path.name for path in bundle(tmp_path).iterdir() if path.suffix != ".pf_meta"}
    folders = {"index", "fragment", "filter"}
    assert names == {
        *folders,
        "pagefind.js",
        "pagefind-worker.js",
        "wasm.id.pagefind",
        search.ENTRY,
    }
    assert {path.name for path in (tmp_path / search.PLACE).iterdir()} == {"2026"}


def stopping(after: int) -> Callable[[Path, Path], None]:
    """A way to put files that is killed after some of them."""
    really, left = search._put, iter(range(after))

    def put_or_stop(source: Path, target: Path) -> None:
        if next(left, None) is None:
            raise KeyboardInterrupt
        really(source, target)

    return put_or_stop


@pytest.mark.parametrize("after", [0, 1, 7, 18])
def test_a_killed_run_leaves_a_whole_bundle_and_the_next_one_completes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, after: int
) -> None:
    articles(tmp_path, "2026")
    search.index(tmp_path, ["2026"])
    put(tmp_path, "berita/2026/06/baru/", page(article("Baru", "Isi yang baru.")))
    with monkeypatch.context() as patched:
        patched.setattr(search, "_put", stopping(after))
        with pytest.raises(KeyboardInterrupt):
            search.index(tmp_path, ["2026"])
    assert is_whole(bundle(tmp_path))
    put(search.beside(tmp_path), "pages", "left by a run that could not even clean up")
    search.index(tmp_path, ["2026"])
    fresh = articles(tmp_path / "fresh", "2026")
    put(fresh, "berita/2026/06/baru/", page(article("Baru", "Isi yang baru.")))
    search.index(fresh, ["2026"])
    assert contents(tmp_path) == contents(fresh)
    assert not search.beside(tmp_path).exists()


def test_where_pagefind_fails_the_old_bundle_stays_and_the_log_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    articles(tmp_path, "2026")
    search.index(tmp_path, ["2026"])
    before = contents(tmp_path)
    monkeypatch.setenv("PAGEFIND_BINARY_PATH", "/bin/false")
    with pytest.raises(TerbitError, match="indeks yang lama tidak diubah"):
        search.index(tmp_path, ["2026"])
    assert contents(tmp_path) == before


def test_a_category_with_a_bracket_in_its_name_stays_text_on_the_search_page() -> None:
    html = searching.search_page(labels=("<b>Umum</b>",))
    assert "<option>&lt;b&gt;Umum&lt;/b&gt;</option>" in html


def test_there_are_fifty_queries_and_each_expects_pages_that_exist() -> None:
    document = searching.document()
    known = {row["alamat"] for row in (*document["artikel"], *document["halaman"])}
    assert len({row["cari"] for row in document["kueri"]}) == 50
    assert {address for row in document["kueri"] for address in row["harap"]} <= known


def test_the_engine_is_the_one_that_wrote_the_bundles(tmp_path: Path) -> None:
    search.index(articles(tmp_path, "2026", TITLES[:1]), ["2026"])
    entry = json.loads((bundle(tmp_path) / search.ENTRY).read_bytes())
    assert search.engine() == f"pagefind-{entry['version']}"


GLUED = re.compile(r"\w</(dt|dd|span|strong|a|b|time|summary)>(?:<\w+[^<>]*>)+\w")


def test_words_of_neighbouring_parts_are_not_searched_as_one(built: Built) -> None:
    found = {name: (search.BODY.search(html), html) for name, html in built.html().items()}
    bodies = {
        name: html[hit.end() :].split("</main>")[0] for name, (hit, html) in found.items() if hit
    }
    assert "kontak/index.html" in bodies
    assert any("<dt>Apa</dt>" in body for body in bodies.values())
    assert {name: GLUED.findall(body) for name, body in bodies.items() if GLUED.search(body)} == {}
