"""The theme is laid once around pages that share it; what is poured is what mkdocs writes."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from terbit import parallel, site
from terbit.site import printing, recipe, render
from terbit.site.frames import MARKS, PLACE, frame_of, squeezed
from terbit.site.press import Printed
from terbit.site.render import THEME, Shard
from tests.site.conftest import CONFIG, miniature

PAGE = Printed("a/b/", 'Rapat "A" & B', "a/", "<meta>", "<p>Isi</p>\n<pre>x\n y</pre>")


def built(out: Path, *, each: bool = False) -> dict[str, bytes]:
    """The pages of the miniature newsroom."""
    site.build(miniature(), CONFIG, out / "situs", out / "kerja", each=each)
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in (out).rglob("*.html")}


def with_theme(folder: Path, patch: pytest.MonkeyPatch, *changes: tuple[str, str]) -> None:
    """Our theme with other words in main.html."""
    shutil.copytree(THEME, folder)
    text = (folder / "main.html").read_text("utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    (folder / "main.html").write_text(text, "utf-8")
    patch.setattr(render, "THEME", folder)
    patch.setattr(recipe, "code", lambda: str(changes))


@pytest.fixture
def staged(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The addresses of the pages that mkdocs renders itself."""
    found: list[str] = []
    stage = Shard.stage

    def noted(shard: Shard, page: Printed) -> None:
        if shard.folder.parent.name == printing.PAGES:
            found.append(page.url)
        stage(shard, page)

    monkeypatch.setattr(Shard, "stage", noted)
    return found


def test_a_page_that_is_poured_is_what_mkdocs_writes_of_it(
    tmp_path: Path, staged: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parallel, "cores", lambda: 1)
    poured = built(tmp_path / "satu")
    assert staged == []
    rendered = built(tmp_path / "dua", each=True)
    assert len(staged) > 10
    assert poured == rendered


@pytest.mark.parametrize(
    "change",
    [
        ('<meta charset="utf-8">', '<meta charset="utf-8"><!-- {{ page.url }} -->'),
        ("{{ page.meta.title | e }} –", "{{ page.meta.title }} –"),
        ("{{ page.meta.title | e }} –", "{{ page.meta.title | upper | e }} –"),
    ],
    ids=["address", "unescaped", "capitals"],
)
def test_a_theme_that_shows_more_of_a_page_gets_every_page_itself(
    change: tuple[str, str], tmp_path: Path, staged: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parallel, "cores", lambda: 1)
    with_theme(tmp_path / "tema", monkeypatch, change)
    made = built(tmp_path / "satu")
    assert len(staged) > 10
    assert made == built(tmp_path / "dua", each=True)


def test_a_page_fills_the_places_of_its_texts() -> None:
    title, head, block = MARKS
    frame = frame_of(f"<title>{title}</title>{head}<body><b>{title}</b>{block}</body>")
    assert frame is not None
    name = "Rapat &#34;A&#34; &amp; B"
    text = f"<title>{name}</title><meta><body><b>{name}</b>{PAGE.block}</body>"
    assert frame.poured(PAGE) == text


def test_the_theme_leaves_no_blank_lines_on_a_page() -> None:
    assert squeezed("<ul>\n\n    <li>A</li>\n  </ul>  \n") == "<ul>\n<li>A</li>\n</ul>\n"


@pytest.mark.parametrize(
    "html",
    [
        "<pre>\n\n  <b>x</b>\n  </pre>",
        "<textarea>\n\n <i>\n </textarea>",
        "<script>\n a = '>\n\n<';\n</script>",
        "<b>Satu</b> <i>dua</i>",
        "<p>Satu\n  dua</p>",
    ],
)
def test_white_space_that_a_browser_shows_stays(html: str) -> None:
    assert squeezed(html) == html


def test_what_the_page_holds_itself_stays_as_it_is() -> None:
    block = "<p>a</p>\n\n  <p>b</p>"
    assert squeezed(f"<div>\n\n  {block}\n\n</div>", ("", block)) == f"<div>\n{block}\n</div>"


def test_there_is_no_frame_where_the_theme_tells_the_address() -> None:
    assert frame_of(f"{MARKS[0]} /{PLACE}0/") is None
