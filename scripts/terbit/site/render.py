"""Run mkdocs over staged pages, in as many processes as there are cores.

It lays menu and theme around finished pages: around the frames (frames.py), and around every
page that does not go into one. Pages do not depend on one another, so each process gets a part
of them and no part knows of the rest.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from terbit import parallel
from terbit.errors import TerbitError
from terbit.site import words
from terbit.site.model import Site
from terbit.site.press import Printed

THEME = Path(__file__).parent.parent / "theme"
DEFAULT_LOGO = "img/lambang.svg"
NOT_FOUND = "404.html"
LOG_LINES = 15
TIMEOUT_SECONDS = 1800
ALONE = 40
"""Pages for which a second process would cost more than it saves: it starts in half a second."""
MOST = 4000
"""Pages of one process: mkdocs keeps all of them in memory until the last is written."""

LOADS = re.compile(
    r"<(?:script|img|source|iframe|embed|audio|video|object|input)\b[^>]*?"
    r"\s(?:src|srcset|data|poster)=\"\s*(?:[a-z][a-z0-9+.-]*:)?//"
    r"|<link\b(?=[^>]*\brel=\"(?:stylesheet|icon|preload|preconnect|dns-prefetch|modulepreload)\")"
    r"[^>]*\shref=\"\s*(?:[a-z][a-z0-9+.-]*:)?//",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Shard:
    """A part of the pages: its folder holds `docs/` and gets `site/`."""

    folder: Path
    urls: tuple[str, ...]

    @property
    def docs(self) -> Path:
        """Where the staged pages are."""
        return self.folder / "docs"

    @property
    def site(self) -> Path:
        """Where the rendered pages come."""
        return self.folder / "site"

    def stage(self, page: Printed) -> None:
        """Put a page where mkdocs finds it."""
        target = self.docs / page.url / "index.md"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(page.source(), encoding="utf-8")


def configuration(site: Site, approved: bytes, known: Container[str]) -> dict[str, Any]:
    """mkdocs.yml as approved, with the values of this site filled in.

    Refuses plugins and hooks: they could change what was approved, and other renderers of
    the same file skip them without a word.
    """
    try:
        config = yaml.safe_load(approved)
    except yaml.YAMLError as error:
        raise TerbitError("mkdocs.yml tidak terbaca", f"perbaiki susunannya: {error}") from error
    if not isinstance(config, dict):
        raise TerbitError("mkdocs.yml kosong", "pulihkan berkas itu dari riwayat Git")
    if config.get("plugins") or config.get("hooks"):
        fix = "hapus isinya; apa yang sudah disetujui tidak boleh diubah saat situs dibentuk"
        raise TerbitError("mkdocs.yml memuat plugins atau hooks", fix)
    extra = dict(config.get("extra") or {})
    footer = [row for row in extra.get("kaki") or [] if _exists(str(row["alamat"]), known)]
    extra |= {"kaki": footer, **_values(site)}
    return config | {
        "site_name": site.office.name,
        "site_description": site.office.tagline or site.office.name,
        "site_url": site.base,
        "plugins": [],
        "theme": {**config.get("theme", {}), "custom_dir": str(THEME)},
        "nav": [_link(entry) for entry in config.get("nav") or [] if _staged(entry, known)],
        "validation": {"nav": {"not_found": "ignore", "omitted_files": "ignore"}},
        "extra": extra,
    }


def shards(urls: Sequence[str], folder: Path) -> tuple[Shard, ...]:
    """The pages dealt out to processes."""
    few = 1 if len(urls) <= ALONE else max(parallel.cores(), -(-len(urls) // MOST))
    return tuple(
        Shard(folder / str(number), tuple(urls[number::few]))
        for number in range(few)
        if urls[number::few]
    )


def render(work: Sequence[Shard], config: Mapping[str, Any]) -> None:
    """Render every shard. Raises TerbitError with the end of mkdocs' log where one fails."""
    by_name = {str(shard.folder): shard for shard in work}

    def one(name: str) -> None:
        _mkdocs(by_name[name], config)
        _prove(by_name[name])

    parallel.each(one, list(by_name), few=1)


def _mkdocs(shard: Shard, config: Mapping[str, Any]) -> None:
    derived = shard.folder / "mkdocs.yml"
    # relative to the file: Zensical takes no other
    folders = {"docs_dir": shard.docs.name, "site_dir": shard.site.name}
    derived.write_text(yaml.safe_dump({**config, **folders}, allow_unicode=True), "utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "--clean", "-f", str(derived.resolve())]
    # the parent's environment plus Material's switch for a notice that says nothing here
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"}
    try:
        done = subprocess.run(  # noqa: S603  (our own interpreter, fixed arguments)
            command,
            capture_output=True,
            text=True,
            timeout=TIMEOUT_SECONDS,
            check=False,
            env=environment,
        )
    except subprocess.TimeoutExpired as error:
        what = f"mkdocs belum selesai setelah {TIMEOUT_SECONDS // 60} menit"
        raise TerbitError(what, "situs yang lama tidak diubah; jalankan sekali lagi") from error
    if done.returncode != 0:
        log = "\n".join((done.stdout + done.stderr).strip().splitlines()[-LOG_LINES:])
        fix = f"situs yang lama tidak diubah; catatan mkdocs:\n{log}"
        raise TerbitError("mkdocs gagal membentuk situs", fix)


def block_of(source: str) -> str:
    """The HTML of a staged page, as its head holds it."""
    return texts_of(source)[1]


def texts_of(source: str) -> tuple[str, str]:
    """Metadata and HTML of a staged page, as its head holds them."""
    head, _, block = source.rpartition("\nisi: ")
    told = json.loads(head.rpartition("\nhead: ")[2].partition("\n")[0])
    return str(told), str(json.loads(block.rpartition("\n---\n")[0]))


def _prove(shard: Shard) -> None:
    """Each page holds its block byte for byte, and none loads from another host."""
    for url in shard.urls:
        block = block_of((shard.docs / url / "index.md").read_text("utf-8"))
        prove(url, block, shard.site / url / "index.html")


def prove(url: str, block: str, built: Path) -> None:
    """Raises TerbitError where a page is not what was staged, or loads from another host."""
    text = built.read_text(encoding="utf-8") if built.is_file() else ""
    if block not in text:
        fix = "jangan menerbitkan hasil ini; laporkan kepada pengelola Terbit"
        raise TerbitError(f"halaman /{url} berubah saat dibentuk", fix)
    refuse_foreign(url, text)


def refuse_foreign(url: str, html: str) -> None:
    """Raises TerbitError where some HTML of a page loads from another host."""
    if match := LOADS.search(html):
        fix = "taruh berkasnya di folder berita atau di tema"
        raise TerbitError(f"halaman /{url} memuat berkas dari luar: {match[0][:120]}", fix)


def _values(site: Site) -> dict[str, Any]:
    """What header and footer print; the theme escapes each of these."""
    office = site.office
    suffix = Path(office.logo).suffix.lower()
    return {
        "kantor": {
            "nama": office.name,
            "slogan": office.tagline,
            "warna": office.colours.main,
            "alamat": office.address,
            "telepon": list(office.contacts.phones),
            "surel": list(office.contacts.emails),
            "jam": list(words.hours(office.calendar, site.built_at)),
            "lambang": f"img/logo{suffix}" if site.logo else DEFAULT_LOGO,
        },
        "pratinjau": site.is_preview,
    }


def _address(target: str) -> str:
    """The address of a menu entry that names a file; "./" for the home page."""
    folder = target.removesuffix("index.md")
    return (folder if folder != target else target.removesuffix(".md") + "/") or "./"


def _link(entry: Any) -> Any:
    """A menu entry by address: the file itself may be in another process."""
    if isinstance(entry, dict):
        return {name: _link(target) for name, target in entry.items()}
    return _address(entry) if isinstance(entry, str) and entry.endswith(".md") else entry


def _staged(entry: Any, known: Container[str]) -> bool:
    """Whether a menu entry leads to a page of this site, or out of it."""
    target = next(iter(entry.values())) if isinstance(entry, dict) else entry
    if not isinstance(target, str) or "://" in target:
        return True
    return _address(target).removeprefix("./") in known


def _exists(address: str, known: Container[str]) -> bool:
    return "://" in address or address in known
