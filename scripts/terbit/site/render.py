"""Run mkdocs over a staged folder: it lays menu and theme around finished pages."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from terbit.errors import TerbitError
from terbit.site import words
from terbit.site.model import Site

THEME = Path(__file__).parent.parent / "theme"
DEFAULT_LOGO = "img/lambang.svg"
LOG_LINES = 15
TIMEOUT_SECONDS = 1800


def configuration(site: Site, approved: bytes, docs: Path) -> dict[str, Any]:
    """mkdocs.yml as approved, with the values of this build filled in.

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
    footer = [row for row in extra.get("kaki") or [] if _exists(str(row["alamat"]), docs)]
    extra |= {"kaki": footer, **_values(site)}
    return config | {
        "site_name": site.office.name,
        "site_description": site.office.tagline or site.office.name,
        "site_url": site.base,
        "docs_dir": str(docs.resolve()),
        "plugins": [],
        "theme": {**config.get("theme", {}), "custom_dir": str(THEME)},
        "nav": [entry for entry in config.get("nav") or [] if _staged(entry, docs)],
        "extra": extra,
    }


def render(docs: Path, config: Mapping[str, Any], out: Path, work: Path) -> None:
    """Build `docs` into `out`. Raises TerbitError with the end of mkdocs' log where it fails."""
    derived = work / "mkdocs.yml"
    settings = {**config, "docs_dir": str(docs.resolve()), "site_dir": str(out.resolve())}
    derived.write_text(yaml.safe_dump(settings, allow_unicode=True), encoding="utf-8")
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


def _values(site: Site) -> dict[str, Any]:
    """What header and footer print; the theme escapes each of these."""
    office = site.office
    local = office.calendar.local(site.built_at)
    suffix = Path(office.logo).suffix.lower()
    return {
        "kantor": {
            "nama": office.name,
            "slogan": office.tagline,
            "alamat": office.address,
            "telepon": list(office.contacts.phones),
            "surel": list(office.contacts.emails),
            "jam": list(words.hours(office.calendar, site.built_at)),
            "lambang": f"img/logo{suffix}" if site.logo else DEFAULT_LOGO,
        },
        "versi": site.revision[:7],
        "dibangun": words.moment(local),
        "pratinjau": site.is_preview,
    }


def _staged(entry: Any, docs: Path) -> bool:
    """Whether a menu entry leads to a page of this build, or out of the site."""
    target = next(iter(entry.values())) if isinstance(entry, dict) else entry
    return not isinstance(target, str) or "://" in target or (docs / target).is_file()


def _exists(address: str, docs: Path) -> bool:
    return "://" in address or (docs / address / "index.md").is_file()
