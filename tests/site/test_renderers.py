"""One mkdocs.yml, three renderers: the exit from mkdocs stays open, and it is known what differs.

Nothing here is approximate: ProperDocs writes the same bytes, and what Zensical writes otherwise
stands here in full.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

from terbit import site
from terbit.site import printing, render
from terbit.site.render import Shard
from tests.site import renderers
from tests.site.conftest import BASE, CONFIG, miniature

OF_MKDOCS = ("assets/", "sitemap.xml")
"""What the renderers bring themselves and no page of ours uses; our sitemap is sitemaps.py's."""

ZENSICAL_FRAME = (
    "-<label class='md-overlay' for='__drawer'>",
    "+<label class='md-overlay' for='__drawer' aria-hidden='true'>",
    "+<a href='{address}#__skip' class='md-skip'>",
    "+Lewati ke isi",
    "+</a>",
    "-<div class='md-dialog' data-md-component='dialog'>",
    "+<div class='md-dialog' data-md-component='dialog' role='status' aria-atomic='true'>",
)
"""Zensical's base.html differs in three places outside the blocks that our theme fills: its skip
link stands on every page (Material's only where a page has headings), two elements say what they
are to a screen reader."""

ZENSICAL_FILES = {"LICENSES.md", "search.json"}
"""Zensical copies Markdown files of a theme and writes an (empty) index without search."""


@dataclass(frozen=True)
class Staged:
    """What the builder gave mkdocs, and what mkdocs made of it."""

    folder: Path
    urls: tuple[str, ...]

    def blocks(self) -> dict[str, str]:
        """The HTML that was staged for each page."""
        source = {url: self.folder / "docs" / url / "index.md" for url in self.urls}
        return {url: render.block_of(path.read_text("utf-8")) for url, path in source.items()}

    def copy(self, to: Path) -> Path:
        """The same for another renderer."""
        folder = renderers.copy(self.folder, to)
        config = folder / "mkdocs.yml"
        told = yaml.safe_load(config.read_text("utf-8"))
        # Zensical takes folders inside the project alone and panics over an absolute docs_dir
        told |= {"docs_dir": "docs", "site_dir": "site"}
        config.write_text(yaml.safe_dump(told, allow_unicode=True), "utf-8")
        return folder


@pytest.fixture(scope="module")
def staged(tmp_path_factory: pytest.TempPathFactory) -> Staged:
    """The miniature newsroom as the builder itself stages it, kept before it is taken apart."""
    work = tmp_path_factory.mktemp("perender")
    kept: list[Staged] = []

    def keep(shards: Sequence[Shard], config: Mapping[str, Any]) -> None:
        rendered(shards, config)
        if not shards or shards[0].folder.parent.name != printing.PAGES:
            return
        (shard,) = shards
        shutil.copytree(shard.folder, work / "mkdocs")
        kept.append(Staged(work / "mkdocs", shard.urls))

    rendered = render.render
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(render, "render", keep)
        site.build(miniature(), CONFIG, work / "out", work / "kerja", each=True)
    return kept[0]


def test_properdocs_writes_the_same_bytes(staged: Staged, tmp_path: Path) -> None:
    theirs = _built("properdocs", staged, tmp_path)
    assert _own(theirs) == _own(renderers.files(staged.folder / "site"))


def test_zensical_differs_in_its_own_frame_alone(staged: Staged, tmp_path: Path) -> None:
    theirs = _own(_built("zensical", staged, tmp_path))
    ours = _own(renderers.files(staged.folder / "site"))
    assert theirs.keys() - ours.keys() == ZENSICAL_FILES
    assert ours.keys() - theirs.keys() == set()
    pages = {path for path in ours if path.endswith(".html")}
    assert {path for path in ours if theirs[path] != ours[path]} <= pages
    for path in pages:
        address = BASE + path.removesuffix("index.html")
        frame = tuple(line.replace("{address}", address) for line in ZENSICAL_FRAME)
        one, other = (renderers.read(made[path].decode(), address) for made in (ours, theirs))
        assert renderers.difference(one, other) == frame, path


def test_only_what_a_browser_reads_otherwise_is_a_difference() -> None:
    one = renderers.read('<a href="./b/">A &amp; &#34;B&#34;</a>', BASE)
    assert renderers.read('<a href="b/">\n A &amp; &quot;B&quot;</a>\n', BASE) == one
    other = renderers.read('<a href="c/">A &amp; "B"</a>', BASE)
    told = (f"-<a href='{BASE}b/'>", f"+<a href='{BASE}c/'>")
    assert renderers.difference(one, other) == told


def _built(name: str, staged: Staged, folder: Path) -> dict[str, bytes]:
    """The site of another renderer; each page holds its block byte for byte, as the builder asks.

    A renderer that cannot be installed is an error in CI and told loudly elsewhere.
    """
    try:
        renderers.packages(name)
    except renderers.MissingError as error:
        if os.environ.get("CI"):
            raise
        pytest.skip(f"{name.upper()} COULD NOT BE INSTALLED: its comparison did not run: {error}")
    project = staged.copy(folder / name)
    renderers.build(name, project)
    for url, block in staged.blocks().items():
        render.prove(url, block, project / "site" / url / "index.html")
    return renderers.files(project / "site")


def _own(files: Mapping[str, bytes]) -> dict[str, bytes]:
    return {path: data for path, data in files.items() if not path.startswith(OF_MKDOCS)}
