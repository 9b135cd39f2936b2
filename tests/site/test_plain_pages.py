"""Plain pages that show the product's own screens."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from terbit import markup, screens
from terbit.site import Page, Site, build, single
from tests.site.conftest import BASE, CONFIG, adopted, miniature
from tests.site.test_incremental import files

NAME = "pengesahan.webp"
TEXT = f"""Seperti ini:

![Keterangan <b>di bawah</b> berita](/layar/{NAME})

![Layar lain](/layar/tidak-ada.webp) ![Pelacak](https://jahat.example/layar/{NAME})
"""
PATH = "tentang/cara-kerja.md"


def shown(text: str, path: str = PATH) -> Page:
    return Page(path, "Cara kerja", "", markup.to_html(text), adopted(path))


def site(*pages: Page) -> Site:
    bare = replace(miniature(), entries=(), ledger={})
    return replace(bare, pages=(*bare.pages[1:], *pages))


def test_a_screen_has_its_size_waits_and_comes_from_the_site_itself(tmp_path: Path) -> None:
    build(site(shown(TEXT)), CONFIG, tmp_path / "situs", tmp_path / "kerja")
    html = (tmp_path / "situs/tentang/cara-kerja/index.html").read_text()
    width, height = screens.size(NAME)
    assert f'<img src="../../layar/{NAME}" width="{width}" height="{height}"' in html
    assert 'alt="Keterangan &lt;b&gt;di bawah&lt;/b&gt; berita" loading="lazy"' in html
    assert html.count("/layar/") == 1
    assert "[Gambar: Layar lain]" in html
    assert "[Gambar: Pelacak]" in html
    assert (tmp_path / "situs/layar" / NAME).read_bytes() == screens.data(NAME)
    assert [path.name for path in (tmp_path / "situs/layar").iterdir()] == [NAME]


def test_the_front_page_may_show_one_too(tmp_path: Path) -> None:
    build(site(shown(TEXT, "index.md")), CONFIG, tmp_path / "situs", tmp_path / "kerja")
    assert f'<img src="./layar/{NAME}"' in (tmp_path / "situs/index.html").read_text()


def test_it_comes_and_goes_with_the_text_as_if_it_had_never_been_otherwise(tmp_path: Path) -> None:
    other = TEXT.replace(NAME, "langkah-sop.webp")
    for number, text in enumerate(("Tanpa gambar.", TEXT, other, "Tanpa gambar.")):
        now = site(shown(text))
        build(now, CONFIG, tmp_path / "situs", tmp_path / "kerja")
        build(now, CONFIG, tmp_path / f"bersih-{number}", tmp_path / f"lain-{number}")
        assert files(tmp_path / "situs") == files(tmp_path / f"bersih-{number}")
    assert not (tmp_path / "situs/layar").exists()


def test_a_page_that_stands_alone_holds_the_picture_itself() -> None:
    html = single.page(site(), shown(TEXT), frozenset())
    assert 'src="data:image/webp;base64,' in html
    assert "layar/" not in html.replace(BASE, "")
