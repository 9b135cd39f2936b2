"""`terbit doctor`: which guarantees hold, which do not, and which nobody can tell.

It only reads. What could not be read is never called kept.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from terbit import config
from terbit.config import Config
from terbit.core.guarantee import Guarantee, State, fails, holds, unknown
from terbit.core.office import Appointment
from terbit.errors import ForgeError, InputErrors
from terbit.forges.github import access, assurance
from terbit.forges.github.changes import compare
from terbit.forges.github.generated import owners
from terbit.forges.github.inspection import SettingsReader, Unread
from terbit.forges.github.settings import Row
from terbit.forges.local.setup import BARE, UPDATE_HOOK, is_local
from terbit.newsroom import settings as wiring
from terbit.report import doctor as report
from terbit.repository import ARCHIVE, MAIN, Repository


@dataclass(frozen=True)
class Diagnosis:
    """Every guarantee, in the order in which they are told."""

    guarantees: tuple[Guarantee, ...]

    @property
    def ok(self) -> bool:
        """No guarantee is known not to hold."""
        return not any(one.state is State.FAILS for one in self.guarantees)


@dataclass(frozen=True)
class Files:
    """What the files of a clone say; `config` is None where they are wrong."""

    root: Path
    today: date
    config: Config | None
    broken: tuple[str, ...] = ()

    @classmethod
    def read(cls, root: Path, now: datetime) -> Files:
        """The files in a folder, on the local day of a moment."""
        try:
            setting = config.load(root)
        except InputErrors as error:
            return cls(root, now.date(), None, tuple(map(str, error.problems)))
        return cls(root, setting.office.calendar.day(now), setting)


def doctor(folder: Path, now: datetime, *, offline: bool) -> Diagnosis:
    """Diagnose the newsroom around a folder; `offline` asks its files alone."""
    if offline:
        return of_files(Files.read(folder, now))
    repository = Repository(folder)
    files, forge = Files.read(repository.root, now), is_local(repository.remote_url())
    if forge is not None:
        return of_practice(files, forge)
    try:
        return of_github(files, wiring.reader(repository))
    except ForgeError as error:
        said = f"Pengaturan forge tidak dapat diperiksa: {error.what}"
        return of_files(files, unknown("forge-settings", said, error.fix))


def of_files(files: Files, *more: Guarantee) -> Diagnosis:
    """What the files alone tell."""
    return Diagnosis((*_files(files), *_people(files, {}), *more, *_always()))


def of_github(files: Files, reader: SettingsReader) -> Diagnosis:
    """What the files and the repository on GitHub tell together. Raises GitHubError."""
    teams = _teams(files, reader)
    return Diagnosis(
        (*_files(files), *_people(files, teams), *_github(files, reader, teams), *_always())
    )


def of_practice(files: Files, forge: Path) -> Diagnosis:
    """What the files and a local forge tell."""
    return of_files(files, *_local(forge))


def _files(files: Files) -> Iterator[Guarantee]:
    """Whether the office's own files are right, and those that follow from them."""
    if files.config is None:
        fix = "perbaiki yang disebut di bawah ini; sampai itu tidak ada yang dapat disetujui"
        yield fails("files-valid", "sop.yml atau kantor.yml berisi kesalahan", fix, files.broken)
        return
    yield holds("files-valid", "sop.yml dan kantor.yml tidak berisi kesalahan")
    count = wiring.approvals(files.root)
    texts = wiring.generated(files.root, files.config, files.today, count)
    stale = wiring.stale(files.root, texts)
    if stale:
        fix = "jalankan `terbit setup --files`, lalu ajukan dalam permintaan tersendiri"
        said = "Berkas yang dibuat dari sop.yml dan kantor.yml sudah usang"
        yield fails("generated-files-current", said, fix, stale)
    else:
        said = (
            "CODEOWNERS, aturan cabang, dan jadwal di .github/ sesuai dengan sop.yml dan kantor.yml"
        )
        yield holds("generated-files-current", said)
    yield report.archive_key(files.config.office.archive_keys, files.today)
    yield report.repository(files.config.office.repository_url)


Teams = dict[str, tuple[Appointment, ...] | Unread]
"""The members of each role that is held by a forge team."""


def _teams(files: Files, reader: SettingsReader) -> Teams:
    if files.config is None:
        return {}
    teams = files.config.office.teams
    return {role: _members(role, reader.team(team)) for role, team in teams.items()}


def _members(role: str, rows: tuple[Row, ...] | Unread) -> tuple[Appointment, ...] | Unread:
    if isinstance(rows, Unread):
        return rows
    return tuple(Appointment(row["login"], role, row["login"], row["id"], date.min) for row in rows)


def _people(files: Files, teams: Teams) -> Iterator[Guarantee]:
    """N10 and N11, where the files are right."""
    if files.config is None:
        return
    procedure, today = files.config.procedure, files.today
    posts = _posts(files.config, teams)
    unread = [
        role
        for role in files.config.office.teams
        if role not in teams or isinstance(teams[role], Unread)
    ]
    yield from report.people(procedure, posts, today, unread)
    if procedure.maintainer not in unread:
        yield report.trusted_with_code(procedure, posts, today)


def _posts(setting: Config, teams: Teams) -> tuple[Appointment, ...]:
    members = [row for rows in teams.values() if not isinstance(rows, Unread) for row in rows]
    return (*setting.office.appointments, *members)


def _github(files: Files, reader: SettingsReader, teams: Teams) -> Iterator[Guarantee]:
    wanted = wiring.settings(wiring.approvals(files.root))
    found = reader.found(wanted)
    sight = assurance.Sight(
        wanted=wanted,
        found=found,
        changes=compare(wanted, found),
        plan=reader.plan(found.repository),
        main=reader.rules(MAIN),
        archive=reader.rules(ARCHIVE),
        secrets=reader.secrets(),
    )
    yield from assurance.guarantees(sight)
    if files.config is not None:
        posts = _current(_posts(files.config, teams), files.today)
        granted = {login: reader.access(login) for login in {row.login for row in posts}}
        people = access.Access(files.config.procedure, posts, granted, sight.public)
        names = owners(files.config.procedure, files.config.office, files.today)
        yield from access.guarantees(people, sight.main, names)


def _current(posts: Sequence[Appointment], today: date) -> tuple[Appointment, ...]:
    """The posts that are in force, or will be."""
    return tuple(row for row in posts if row.end is None or row.end >= today)


def _local(forge: Path) -> Iterator[Guarantee]:
    """The rules of a local forge are hooks, and it asks nobody who he or she is."""
    hook = forge / BARE / "hooks/update"
    if hook.is_file() and os.access(hook, os.X_OK) and hook.read_text("utf-8") == UPDATE_HOOK:
        said = "Forge lokal menjaga main dan arsip dengan hook Git"
        yield holds("local-hooks", said)
    else:
        fix = "buat forge latihan baru dengan `terbit practice FOLDER`"
        yield fails("local-hooks", "Hook forge lokal hilang atau diubah", fix)
    said = "Forge lokal tidak meminta kata sandi dan percaya siapa pun yang menyebut nama"
    yield fails("identities-proven", said, "pakai hanya untuk latihan; kerja sungguhan di GitHub")


def _always() -> Iterator[Guarantee]:
    """What no setting can take away."""
    yield holds(
        "publisher-checks-again",
        "Apa pun pengaturannya, `terbit publish` menghitung ulang semua persetujuan; status hijau "
        "palsu atau perubahan langsung pada isi main tidak menerbitkan apa pun",
    )
