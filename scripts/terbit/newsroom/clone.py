"""A clone and what it holds of itself: configuration, approved objects, the ledger."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from terbit import agenda, articles, config
from terbit.archive import ledger as archive
from terbit.config import Config
from terbit.core import digest
from terbit.core.agenda import Agenda
from terbit.core.article import Article
from terbit.core.plan import Version
from terbit.core.record import Ledger
from terbit.errors import InputErrors, Problem, TerbitError
from terbit.front_matter import PageFrontMatter
from terbit.git_folders import FILE_MODES
from terbit.repository import ARCHIVE, MAIN, Repository


class Clone:
    """A clone; nothing here asks a forge or judges anything."""

    def __init__(self, root: Path) -> None:
        """Open the newsroom around `root`. Raises TerbitError where there is no clone."""
        self.repository = Repository(root)

    @property
    def root(self) -> Path:
        """The top folder of the clone."""
        return self.repository.root

    def main(self) -> str:
        """The tip of `main` as the forge has it. Raises TerbitError where there is none."""
        tip = self.repository.tip(MAIN)
        if tip is None:
            raise TerbitError("cabang main belum ada", "buat komit pertama, lalu kirim ke forge")
        return tip

    def config_at(self, commit: str) -> Config:
        """The configuration of a commit: roles are read from the base branch (S10)."""
        names = (config.SOP_FILE, config.OFFICE_FILE)
        return config.parse({name: self.repository.file(commit, name) for name in names})

    def ledger(self) -> Ledger:
        """What the archive branch holds. Raises LedgerError where its chain is broken."""
        tip = self.repository.tip(ARCHIVE)
        return archive.read(self.repository.branch_files(tip, ".json")) if tip else {}

    def record(self, files: Mapping[str, bytes], message: str, at: datetime) -> None:
        """Append files to the archive, signed by a key that kantor.yml on `main` demands that day.

        Raises TerbitError, and RaceError where somebody appended in between.
        """
        office = self.config_at(self.main()).office
        day = office.calendar.day(at)
        keys = [row.key for row in office.archive_keys if row.in_force(day)]
        self.repository.append(ARCHIVE, files, message, at, keys)

    def versions(self, commit: str) -> tuple[Version, ...]:
        """Every item under content/ at a commit."""
        listed = self.repository.entries(commit, digest.CONTENT, folders=True)
        rows = {row.path: (row.mode, row.object_id) for row in listed}
        files = (path for path, entry in rows.items() if entry[0] != digest.TREE_MODE)
        return tuple(
            Version(path.removeprefix(digest.CONTENT), rows[path]) for path in digest.units(files)
        )

    def article_at(self, version: Version) -> Article:
        """The article of a version, from its Git object. Raises InputErrors."""
        _require(version, version.entry[0] == digest.TREE_MODE, "di sini harus ada folder berita")
        files = self.repository.tree_files(version.entry[1], version.path)
        return articles.parse(version.path, files)

    def page_at(self, version: Version) -> tuple[PageFrontMatter, str]:
        """Head and body of a plain page, from its Git object. Raises InputErrors."""
        return articles.parse_page(version.path, self._page_bytes(version))

    def agenda_at(self, version: Version) -> Agenda:
        """The office's agenda, from its Git object. Raises InputErrors."""
        return agenda.parse(self._page_bytes(version))

    def _page_bytes(self, version: Version) -> bytes:
        _require(version, version.entry[0] in FILE_MODES, "di sini harus ada berkas biasa")
        return self.repository.blob(version.entry[1])


def _require(version: Version, fine: bool, what: str) -> None:
    if not fine:
        fix = "ganti tautan atau subfolder dengan berkas aslinya"
        raise InputErrors([Problem(version.path, 0, what, fix)])
