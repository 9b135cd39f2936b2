"""The folder of the web editor: whole, self-hosted, in the pinned version, or one sentence."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from terbit.commands import editor
from terbit.errors import TerbitError
from terbit.forges.github import find_address
from tests.rooms import Room

FONT = "https://cdn.jsdelivr.net/fontsource/fonts/noto-mono@5.3.0/latin-400-normal.woff2"
LANGUAGES = "`ar,bg,en-US,zh-TW`;`${a}@${b}/locales`"


def installed(room: Room, version: str = "", script: str = f"src:url({FONT});{LANGUAGES}") -> Path:
    """A package as npm leaves it, with one font and two places for languages."""
    package = room.clone / editor.INSTALLED
    (package / "dist").mkdir(parents=True)
    (package / "npm/assets").mkdir(parents=True)
    about = {"version": version or editor.pinned()}
    (package / "package.json").write_text(json.dumps(about), encoding="utf-8")
    (package / "dist/sveltia-cms.js").write_text(script, encoding="utf-8")
    (package / "LICENSE.txt").write_text("MIT", encoding="utf-8")
    (package / "npm/assets/noto-mono-latin-400-normal-DiC8.woff2").write_bytes(b"huruf")
    (package / "npm/assets/noto-mono.LICENSE.txt").write_text("OFL", encoding="utf-8")
    return package


def test_the_folder_holds_all_that_the_page_needs_and_its_licences(room: Room) -> None:
    installed(room)
    made = editor.write(room.newsroom, room.folder / "editor")
    assert {path.name for path in made.folder.iterdir()} == {
        "index.html",
        "config.yml",
        "start.js",
        "id.json",
        "sveltia-cms.js",
        "sveltia-cms.js.LICENSE.txt",
        "noto-mono.woff2",
        "noto-mono.LICENSE.txt",
    }
    script = (made.folder / "sveltia-cms.js").read_text()
    assert script == "src:url(noto-mono.woff2);`en-US,id`;`.`"
    assert made.repository == ""


def test_the_page_runs_only_what_lies_beside_it(room: Room) -> None:
    installed(room)
    page = editor.write(room.newsroom, room.folder / "editor").folder / "index.html"
    html = page.read_text(encoding="utf-8")
    assert "script-src &#39;self&#39;;" in html
    assert "https://" not in html


def test_it_talks_to_the_api_of_its_own_github_and_to_nobody_else() -> None:
    allowed = editor.policy(find_address("git@github.com:contoh/terbit.git", {}))
    assert "connect-src 'self' blob: data: https://api.github.com;" in allowed
    assert allowed.count("https://") == 1


def test_what_was_there_before_is_gone(room: Room) -> None:
    installed(room)
    old = room.folder / "editor/lama.js"
    old.parent.mkdir()
    old.write_text("lama")
    editor.write(room.newsroom, room.folder / "editor")
    assert not old.exists()


def test_where_it_is_not_installed_it_says_how(room: Room) -> None:
    with pytest.raises(TerbitError, match="belum terpasang") as caught:
        editor.write(room.newsroom, room.folder / "editor")
    assert "scripts/setup.sh editor" in str(caught.value)
    assert not (room.folder / "editor").exists()


def test_another_version_than_the_pinned_one_is_refused(room: Room) -> None:
    installed(room, version="0.1.0")
    with pytest.raises(TerbitError, match=r"versi 0\.1\.0"):
        editor.write(room.newsroom, room.folder / "editor")


def test_a_font_that_the_package_lacks_is_told(room: Room) -> None:
    installed(room, script=f"src:url({FONT.replace('noto-mono', 'lain')})")
    with pytest.raises(TerbitError, match="huruf lain"):
        editor.write(room.newsroom, room.folder / "editor")


@pytest.mark.parametrize("part", LANGUAGES.split(";"))
def test_a_package_that_would_fetch_words_from_elsewhere_is_refused(room: Room, part: str) -> None:
    installed(room, script=part)
    with pytest.raises(TerbitError, match="bahasa editor web"):
        editor.write(room.newsroom, room.folder / "editor")


def test_it_speaks_indonesian_with_words_from_beside_the_page(room: Room) -> None:
    installed(room)
    folder = editor.write(room.newsroom, room.folder / "editor").folder
    spoken = json.loads((folder / "id.json").read_text(encoding="utf-8"))
    assert spoken["save"] == "Simpan"
    assert spoken["validation"]["value_missing"] == "Wajib diisi."
    scripts = re.findall(r'<script src="([^"]+)"', (folder / "index.html").read_text("utf-8"))
    assert scripts == ["start.js", "sveltia-cms.js"]


def test_the_lock_holds_the_pinned_version_by_its_hash() -> None:
    lock = Path(editor.__file__).parents[1] / "templates/editor/package-lock.json"
    row = json.loads(lock.read_text())["packages"][f"node_modules/{editor.PACKAGE}"]
    assert row["version"] == editor.pinned()
    assert row["integrity"].startswith("sha512-")
