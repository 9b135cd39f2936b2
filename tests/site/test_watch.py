"""Whatever somebody does to the site's folder by hand, the next build mends it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from terbit.site import Entry, Site, build, is_whole, prepare
from tests.site.conftest import BUILT, CONFIG, article, history, miniature

ITEM = "berita/2026/11/kabar"


@pytest.fixture
def site() -> Site:
    made = article(f"content/{ITEM}", "Kabar Uji", {}, day="2026-11-05")
    entry = Entry(made, history(ITEM, BUILT))
    return replace(miniature(), entries=(entry,), ledger={})


def files(folder: Path) -> dict[str, bytes]:
    paths = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def change(path: Path) -> None:
    path.write_text("<p>Diganti dengan tangan</p>", encoding="utf-8")


def lose(path: Path) -> None:
    path.unlink()


ACTS: tuple[tuple[str, Callable[[Path], None]], ...] = (
    (f"{ITEM}/index.html", change),
    (f"{ITEM}/index.html", lose),
    ("index.html", change),
    ("404.html", lose),
    ("rss.xml", change),
    ("halaman-asing.html", change),
    ("ppid/titipan.txt", change),
    ("cari/indeks/2026/pagefind.js", lose),
    ("cari/indeks/asing.html", change),
)


@pytest.mark.parametrize(("path", "act"), ACTS, ids=[f"{a.__name__} {p}" for p, a in ACTS])
def test_the_next_build_mends_it(
    site: Site, tmp_path: Path, path: str, act: Callable[[Path], None]
) -> None:
    out, work = tmp_path / "situs", tmp_path / "kerja"
    build(site, CONFIG, out, work)
    wanted = files(out)
    assert is_whole(out, work)

    act(out / path)

    assert not is_whole(out, work)
    build(site, CONFIG, out, work)
    assert files(out) == wanted
    assert is_whole(out, work)


def test_only_what_was_changed_is_made_again(site: Site, tmp_path: Path) -> None:
    out, work = tmp_path / "situs", tmp_path / "kerja"
    build(site, CONFIG, out, work)
    change(out / ITEM / "index.html")
    with prepare(site, CONFIG, out, work) as prepared:
        assert [output.path for output in prepared.change.new] == [f"{ITEM}/index.html"]
        assert not prepared.change.removed


def test_a_folder_that_was_never_built_is_not_whole(tmp_path: Path) -> None:
    assert not is_whole(tmp_path / "situs", tmp_path / "kerja")
    assert not (tmp_path / "kerja").exists()
