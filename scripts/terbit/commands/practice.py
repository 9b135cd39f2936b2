"""`terbit practice`: a newsroom to practise in, on a local forge, with the sample content."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from terbit import config
from terbit.config import Config
from terbit.errors import TerbitError
from terbit.forges import local
from terbit.newsroom.room import Newsroom
from terbit.repository import MAIN, Identity, clone

SEED = (
    config.SOP_FILE,
    config.OFFICE_FILE,
    "mkdocs.yml",
    "content",
)
DRAFTS = "drafts"
"""Copied along where there are any, as is the emblem: Git keeps no empty folder."""


@dataclass(frozen=True)
class Practice:
    """A new practice newsroom: the forge's folder and the clone to work in."""

    forge: Path
    clone: Path


def practice(source: Path, folder: Path, by: str, now: datetime) -> Practice:
    """Make `folder/forge` and `folder/ruang` from a newsroom's files. Raises TerbitError."""
    missing = [name for name in SEED if not (source / name).exists()]
    if missing:
        raise TerbitError(
            f"{source} bukan ruang redaksi: tidak ada {', '.join(missing)}",
            "jalankan di folder Terbit",
        )
    forge, room = folder / "forge", folder / "ruang"
    setting = config.load(source)
    identity = _identity(setting, by)
    local.create(forge)
    repository = clone(str((forge / "repo.git").resolve()), room).repo
    repository.git.symbolic_ref("HEAD", f"refs/heads/{MAIN}")
    more = (name for name in (DRAFTS, setting.office.logo) if name and (source / name).exists())
    seed = tuple(dict.fromkeys((*SEED, *more)))
    for name in seed:
        _copy(source / name, room / name)
    (room / ".git/info/exclude").write_text("/.terbit/\n", encoding="utf-8")
    newsroom = Newsroom(room)
    newsroom.repository.commit(seed, "Mulai ruang redaksi", identity, now)
    newsroom.repository.push(f"HEAD:refs/heads/{MAIN}", identity, now)
    newsroom.repository.fetch()
    return Practice(forge, room)


def _identity(setting: Config, login: str) -> Identity:
    row = next((a for a in setting.office.appointments if a.login == login), None)
    if row is None:
        what = f"akun “{login}” tidak ada di {config.OFFICE_FILE}"
        raise TerbitError(what, "periksa bagian pejabat")
    return Identity(row.name, row.login, row.id)


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    if source.is_dir():
        shutil.copytree(source, target, symlinks=True)
    else:
        shutil.copyfile(source, target)
