"""`terbit preview --editor`: the web editor for drafts, in a folder that any web server shows.

Everything is on that server but the repository itself: the browser talks to GitHub's API with the
token of the person who signs in, and to nobody else.
"""

from __future__ import annotations

import json
import os
import re
import shutil
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import yaml

from terbit import templating
from terbit.core.office import Office
from terbit.errors import TerbitError
from terbit.forges.github import Address, find_address
from terbit.newsroom.editor import config_file
from terbit.newsroom.room import Newsroom

PACKAGE = "@sveltia/cms"
INSTALLED = Path(".cache/editor/node_modules") / PACKAGE
BUNDLE, LICENCE = "sveltia-cms.js", "LICENSE.txt"
FONTS = re.compile(r"https://cdn\.jsdelivr\.net/fontsource/fonts/([a-z0-9-]+)[^)\s]*\.woff2")
"""The fonts that the bundle would fetch from elsewhere; the package holds them too."""
LANGUAGES = re.compile(r"`ar,bg(?:,[A-Za-z-]+)+`")
"""The languages that the bundle knows; it carries the words of English alone."""
ELSEWHERE = re.compile(r"`\$\{\w+\}@\$\{\w+\}/locales`")
"""Where it would fetch the words of any other language from."""
OURS = ((LANGUAGES, "`en-US,id`"), (ELSEWHERE, "`.`"))
WORDS, SPOKEN = "id.yml", "id.json"
"""What it says in Indonesian, as people write it and as the bundle fetches it from beside it."""
START = "start.js"
INSTALL = "jalankan scripts/setup.sh editor (memerlukan npm), lalu ulangi"
PAGE, CONFIG = "index.html", "config.yml"


@dataclass(frozen=True)
class Editor:
    """The folder of the editor; `repository` is owner/name on GitHub, "" for practice only."""

    folder: Path
    repository: str


def write(newsroom: Newsroom, out: Path) -> Editor:
    """Make the editor's folder anew. Raises TerbitError where its package is not installed."""
    bundle = _installed(newsroom.root / INSTALLED)
    address = find_address(newsroom.repository.remote_url(), os.environ)
    office = newsroom.config.office
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)
    _copy(bundle, out)
    (out / SPOKEN).write_text(json.dumps(words(), ensure_ascii=False), encoding="utf-8")
    (out / START).write_text(_template(START), encoding="utf-8")
    (out / CONFIG).write_text(config_file(office, address), encoding="utf-8")
    (out / PAGE).write_text(_page(office, address), encoding="utf-8")
    return Editor(out, address.name if address else "")


@cache
def pinned() -> str:
    """The version of the package that this version of Terbit is made for."""
    return str(json.loads(_template("package.json"))["dependencies"][PACKAGE])


def words() -> dict[str, Any]:
    """What the editor says in Indonesian, under its own keys; the rest stays English."""
    spoken: dict[str, Any] = yaml.safe_load(_template(WORDS))
    return spoken


def policy(address: Address | None) -> str:
    """What the page may load and whom it may talk to (Content Security Policy, level 3)."""
    api = f" {address.api}" if address else ""
    return "; ".join(
        (
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self' 'unsafe-inline'",
            "font-src 'self' data:",
            "img-src 'self' blob: data:",
            f"connect-src 'self' blob: data:{api}",
            "worker-src 'self' blob:",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


def _installed(package: Path) -> Path:
    """The folder of the package in the pinned version. Raises TerbitError."""
    try:
        found = json.loads((package / "package.json").read_text(encoding="utf-8"))["version"]
    except FileNotFoundError:
        raise TerbitError("editor web belum terpasang", INSTALL) from None
    if found != pinned():
        what = f"editor web yang terpasang versi {found}, yang dipakai {pinned()}"
        raise TerbitError(what, INSTALL)
    return package


def _copy(package: Path, out: Path) -> None:
    """The bundle, its fonts and all their licences. Raises TerbitError."""
    script = (package / "dist" / BUNDLE).read_text(encoding="utf-8")
    for name in sorted(set(FONTS.findall(script))):
        found = sorted((package / "npm/assets").glob(f"{name}-*.woff2"))
        if not found:
            raise TerbitError(f"huruf {name} tidak ada dalam paket editor web", INSTALL)
        shutil.copyfile(found[0], out / f"{name}.woff2")
        shutil.copyfile(package / f"npm/assets/{name}.{LICENCE}", out / f"{name}.{LICENCE}")
    script = _in_indonesian(FONTS.sub(r"\1.woff2", script))
    (out / BUNDLE).write_text(script, encoding="utf-8")
    shutil.copyfile(package / LICENCE, out / f"{BUNDLE}.{LICENCE}")


def _in_indonesian(script: str) -> str:
    """The bundle that offers English and our words, from beside it. Raises TerbitError."""
    for place, ours in OURS:
        script, found = place.subn(ours, script)
        if found != 1:
            raise TerbitError("bahasa editor web tidak dapat diatur", INSTALL)
    return script


def _template(name: str) -> str:
    return files("terbit").joinpath("templates/editor", name).read_text(encoding="utf-8")


def _page(office: Office, address: Address | None) -> str:
    page = templating.html("editor", keep_trailing_newline=True).get_template("index.html.j2")
    return page.render(office=office, policy=policy(address))
