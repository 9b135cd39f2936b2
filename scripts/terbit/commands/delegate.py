"""`terbit delegate`: a dated acting official in kantor.yml, as a request that must be approved.

The commit is made beside the working tree on top of `main`: nothing that lies there unfinished
gets into the request. Until it is merged the row counts for nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from difflib import get_close_matches

from terbit import config
from terbit.config import OFFICE_FILE, Config, appointing
from terbit.core.office import ACTING, Appointment
from terbit.errors import InputErrors, Problem, TerbitError
from terbit.newsroom.room import Newsroom
from terbit.repository import Identity

BRANCH_PREFIX = "kebijakan/"
Maker = Callable[[str, str, str], Problem]


@dataclass(frozen=True)
class Wish:
    """Who shall act in which post; both days inclusive, `status` plh or plt."""

    role: str
    login: str
    start: date
    end: date
    decree: str
    status: str


@dataclass(frozen=True)
class Delegation:
    """The request that was opened, and the row that it brings."""

    number: int
    branch: str
    title: str
    row: Appointment


def delegate(newsroom: Newsroom, wish: Wish, by: Identity, now: datetime) -> Delegation:
    """Open a request for an acting official; all or nothing. Raises TerbitError."""
    repository = newsroom.repository
    repository.fetch()
    tip = newsroom.main()
    raw = repository.file(tip, OFFICE_FILE) or b""
    setting = newsroom.config_at(tip)
    row = _row(setting, raw, wish, setting.office.calendar.day(now))
    branch = f"{BRANCH_PREFIX}{row.status}-{row.role}-{row.start}-{row.login.casefold()}"
    if repository.resolve(branch) is not None:
        fix = f"lanjutkan permintaan itu, atau hapus cabang {branch}"
        raise TerbitError("penugasan ini sudah pernah diajukan", fix)
    changed = _changed_file(newsroom, tip, raw, row)
    title = f"{ACTING[row.status]}{setting.procedure.role(row.role).name}: {row.name}"
    commit = repository.make_commit(
        tip, {OFFICE_FILE: changed}, message=f"Tugaskan {title}", by=by, at=now
    )
    repository.push(f"{commit}:refs/heads/{branch}", by, now)
    body = f"Berlaku {row.start} sampai {row.end}, menurut {row.decree}."
    number = newsroom.desk.open_request(
        branch=branch, title=title, body=body, actor=by.login, now=now
    )
    return Delegation(number, branch, title, row)


def _changed_file(newsroom: Newsroom, tip: str, raw: bytes, row: Appointment) -> bytes:
    """kantor.yml with one more row, proved to say nothing else that is new. Raises InputErrors."""
    text = appointing.with_row(raw.decode("utf-8"), row)
    sop = newsroom.repository.file(tip, config.SOP_FILE)
    before = config.parse({config.SOP_FILE: sop, OFFICE_FILE: raw}).office
    after = config.parse({config.SOP_FILE: sop, OFFICE_FILE: text.encode()}).office
    others = tuple(one for one in after.appointments if one != row)
    if replace(after, appointments=others) != before:
        fix = "tambahkan baris itu sendiri di bagian pejabat, lalu ajukan"
        raise TerbitError(f"{OFFICE_FILE} tidak dapat diubah dengan aman", fix)
    return text.encode()


def _row(setting: Config, raw: bytes, wish: Wish, today: date) -> Appointment:
    """The wished row of a known person. Raises InputErrors with everything that is wrong."""
    rows = setting.office.appointments
    person = next((one for one in rows if one.login.casefold() == wish.login.casefold()), None)
    problems = tuple(_problems(setting, raw, wish, today))
    if problems or person is None:
        raise InputErrors(problems)
    return Appointment(
        *(person.name, wish.role, person.login, person.id),
        *(wish.start, wish.end, wish.status, " ".join(wish.decree.split())),
    )


def _problems(setting: Config, raw: bytes, wish: Wish, today: date) -> Iterator[Problem]:
    """What speaks against a wish, each with the line of kantor.yml that it speaks of."""
    document = config.office_document(raw)
    roles = [role.id for role in setting.procedure.roles]

    def problem(key: str, what: str, fix: str) -> Problem:
        return Problem(OFFICE_FILE, document.line(key), what, fix)

    if wish.role not in roles:
        what = f"jabatan “{wish.role}” tidak ada di {config.SOP_FILE}"
        yield problem("pejabat", what, _meant(wish.role, roles))
    logins = [row.login for row in setting.office.appointments]
    if wish.login.casefold() not in map(str.casefold, logins):
        what = f"akun “{wish.login}” tidak ada di daftar pejabat"
        yield problem("pejabat", what, _meant(wish.login, logins))
    if not wish.decree.strip():
        what = "nomor SK belum diisi"
        yield problem("pejabat", what, "sebut nomor surat penugasannya dengan --sk")
    if wish.end < wish.start:
        what = f"tanggal sampai {wish.end} mendahului tanggal mulai {wish.start}"
        yield problem("pejabat", what, "tukar kedua tanggalnya")
    elif wish.end < today:
        what = f"penugasan sampai {wish.end} sudah lewat"
        yield problem("pejabat", what, "penugasan tidak berlaku surut; periksa tahunnya")
    yield from _overlaps(setting, wish, problem)


def _overlaps(setting: Config, wish: Wish, problem: Maker) -> Iterator[Problem]:
    """Rows of the same post on the same days: somebody else acts, or the person holds it."""
    for index, row in enumerate(setting.office.appointments):
        shared = row.start <= wish.end and (row.end is None or wish.start <= row.end)
        mine = row.login.casefold() == wish.login.casefold()
        if row.role != wish.role or not shared or not (mine or row.acting):
            continue
        until = f"sampai {row.end}" if row.end else "tanpa batas waktu"
        what = f"{ACTING.get(row.status, '')}{row.name} sudah memegang jabatan itu {until}"
        fix = "pilih tanggal sesudahnya, atau ubah baris ini" if row.end else "pilih orang lain"
        yield problem(f"pejabat.{index}", what, fix)


def _meant(word: str, known: list[str]) -> str:
    close = get_close_matches(word, known, n=1)
    return f"maksudnya “{close[0]}”?" if close else f"pilih dari: {', '.join(dict.fromkeys(known))}"
