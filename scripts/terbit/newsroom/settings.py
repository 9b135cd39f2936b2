"""The settings of the forge behind a clone, and the files of the clone that follow from it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from terbit.config import Config
from terbit.errors import ForgeError, TerbitError
from terbit.forges.github import Address, Client
from terbit.forges.github.changes import SettingsWriter
from terbit.forges.github.generated import (
    GATE_FILE,
    WORKFLOWS,
    chosen_approvals,
    files,
    scheduled,
)
from terbit.forges.github.inspection import SettingsReader
from terbit.forges.github.settings import Settings, wanted
from terbit.newsroom.forge import github_behind
from terbit.repository import ARCHIVE, MAIN, Repository


def reader(repository: Repository) -> SettingsReader:
    """Reads the settings on GitHub. Raises ForgeError where `origin` is not there."""
    return SettingsReader(*_github(repository))


def writer(repository: Repository) -> SettingsWriter:
    """Changes the settings on GitHub. Raises TerbitError where there is no token."""
    address, client = _github(repository)
    if client.token is None:
        fix = "isi TERBIT_TOKEN dengan token milik admin repositori"
        raise TerbitError("token GitHub belum ada", fix)
    return SettingsWriter(address, client)


def _github(repository: Repository) -> tuple[Address, Client]:
    found = github_behind(repository)
    if found is None:
        what = "origin bukan repositori GitHub"
        raise ForgeError(what, "sambungkan origin ke repositori di GitHub")
    return found


def approvals(root: Path) -> int:
    """How many native approvals the office chose, as its own ruleset file says."""
    return chosen_approvals(_text(root / GATE_FILE))


def settings(count: int) -> Settings:
    """The wanted settings with so many native approvals."""
    return wanted(MAIN, ARCHIVE, count)


def generated(root: Path, setting: Config, day: date, count: int) -> dict[str, str]:
    """The files of `.github/` that follow from sop.yml and kantor.yml, by path."""
    made = files((setting.procedure, setting.office), ARCHIVE, day, count)
    found = ((path, _text(root / path)) for path in WORKFLOWS)
    clocks = {path: scheduled(text, setting.office.calendar) for path, text in found if text}
    return {**made, **clocks}


def stale(root: Path, texts: Mapping[str, str]) -> tuple[str, ...]:
    """The paths whose files do not say this."""
    return tuple(path for path, text in texts.items() if _text(root / path) != text)


def _text(path: Path) -> str | None:
    try:
        return path.read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        return None
