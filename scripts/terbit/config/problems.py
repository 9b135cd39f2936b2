"""What is wrong in the two files beyond their form: N8, S13 and N15 of the gate's rules."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches
from itertools import pairwise

from terbit import yaml_source
from terbit.config.files import (
    DAYS,
    ArchiveKeyRow,
    Hours,
    OfficeFile,
    SopFile,
    SpecialHours,
    minutes,
)
from terbit.core import office as core
from terbit.core.catalogue import EXCEPTIONS, FIXED, KNOBS, LIMIT, RULE_IDS, WORDS
from terbit.core.office import CHANNEL_IDS
from terbit.core.procedure import RESERVED_ACTOR
from terbit.errors import Problem

SOP_FILE = "sop.yml"
OFFICE_FILE = "kantor.yml"
_REVERSED = ("tanggal sampai mendahului tanggal mulai", "tukar kedua tanggalnya")


def sop_problems(sop: SopFile, document: yaml_source.Document) -> Iterator[Problem]:
    """N8: the shape that every procedure must have."""

    def problem(key: str, what: str, fix: str) -> Problem:
        return Problem(SOP_FILE, document.line(key), what, fix)

    actions = [row.tindakan for row in sop.langkah]
    pattern = r"(dokumentasi )*susun (telaah )*putuskan unggah "
    if not re.fullmatch(pattern, "".join(f"{action} " for action in actions)):
        yield problem(
            "langkah",
            "urutan langkah tidak sah",
            "urutannya: dokumentasi (boleh tidak ada), satu susun, telaah (boleh tidak ada atau "
            "beberapa), satu putuskan, satu unggah",
        )
    for index in range(len(sop.langkah)):
        yield from _step_problems(sop, index, document)
    if RESERVED_ACTOR in sop.jabatan:
        yield problem(
            f"jabatan.{RESERVED_ACTOR}",
            f"nama “{RESERVED_ACTOR}” dipakai oleh Terbit",
            "pilih nama lain",
        )
    if sop.pemelihara and sop.pemelihara not in sop.jabatan:
        yield problem(
            "pemelihara", f"jabatan “{sop.pemelihara}” tidak ada", "tambahkan di bagian jabatan"
        )
    yield from _urgent_problems(sop, document)


def _step_problems(sop: SopFile, index: int, document: yaml_source.Document) -> Iterator[Problem]:
    """One step: its id is its own, its actor and roles exist and are named once."""

    def problem(key: str, what: str, fix: str) -> Problem:
        return Problem(SOP_FILE, document.line(f"langkah.{index}.{key}"), what, fix)

    row = sop.langkah[index]
    if row.id in [earlier.id for earlier in sop.langkah[:index]]:
        yield problem("id", f"id langkah “{row.id}” dipakai dua kali", "beri id yang berbeda")
    if row.pelaku == RESERVED_ACTOR:
        yield problem("pelaku", f"nama “{RESERVED_ACTOR}” dipakai oleh Terbit", "pilih nama lain")
    for role in row.oleh:
        if role not in sop.jabatan:
            yield problem("oleh", f"jabatan “{role}” tidak ada", "tambahkan di bagian jabatan")
    if len(set(row.oleh)) < len(row.oleh):
        yield problem("oleh", "jabatan ditulis dua kali", "hapus salah satunya")


def _urgent_problems(sop: SopFile, document: yaml_source.Document) -> Iterator[Problem]:
    """The urgent path postpones review steps; the deciding one never follows."""
    row = sop.jalur_mendesak
    reviews = [step.id for step in sop.langkah if step.tindakan == "telaah"]
    for index, step_id in enumerate(row.menyusul if row else ()):
        line = document.line(f"jalur_mendesak.menyusul.{index}")
        if step_id not in reviews:
            known = next((step for step in sop.langkah if step.id == step_id), None)
            what = (
                f"langkah “{step_id}” bertindakan {known.tindakan} dan tidak boleh menyusul"
                if known
                else f"langkah “{step_id}” tidak ada"
            )
            choices = f"pilih dari: {', '.join(reviews)}" if reviews else "SOP ini tanpa telaah"
            fix = f"hanya langkah telaah yang boleh menyusul; {choices}"
            yield Problem(SOP_FILE, line, what, fix)
        elif row and step_id in row.menyusul[:index]:
            yield Problem(SOP_FILE, line, f"langkah “{step_id}” disebut dua kali", "hapus satu")


def office_problems(office: OfficeFile, document: yaml_source.Document) -> Iterator[Problem]:
    """S13, N15: rows that the gate may not trust, and settings that mean nothing."""
    yield from _person_problems(office, document)
    yield from _period_problems(office, document)
    for name in office.kanal:
        if name not in CHANNEL_IDS:
            what = f"kanal “{name}” tidak dikenal"
            fix = f"pilih dari: {', '.join(CHANNEL_IDS)}"
            yield Problem(OFFICE_FILE, document.line(f"kanal.{name}"), what, fix)
    yield from _rule_problems(office, document)
    yield from _hour_problems(office, document)


def _person_problems(office: OfficeFile, document: yaml_source.Document) -> Iterator[Problem]:
    """Accounts and ids belong together one by one; acting officials have a decree and an end."""

    def problem(key: str, what: str, fix: str) -> Problem:
        return Problem(OFFICE_FILE, document.line(key), what, fix)

    login_of: dict[int, str] = {}
    id_of: dict[str, int] = {}
    for index, row in enumerate(office.pejabat):
        key, login = f"pejabat.{index}", row.akun.casefold()
        if not re.fullmatch(r"[A-Za-z0-9_-]+(\[bot\])?", row.akun):
            yield problem(
                f"{key}.akun",
                f"akun “{row.akun}” memuat huruf yang tidak dipakai GitHub",
                "salin nama akun dari halaman profilnya",
            )
        if row.status in core.ACTING and (not row.sk or row.sampai is None):
            yield problem(
                key,
                f"{core.ACTING[row.status].strip()} {row.nama} tanpa SK atau tanggal berakhir",
                "isi sk dan sampai; penugasan sementara harus berdasar surat dan berbatas waktu",
            )
        if row.sampai and row.sampai < row.mulai:
            yield problem(f"{key}.sampai", *_REVERSED)
        ask = "periksa id di api.github.com/users/<akun>"
        if login_of.setdefault(row.id, login) != login:
            yield problem(f"{key}.id", f"id {row.id} dipakai oleh dua akun", ask)
        if id_of.setdefault(login, row.id) != row.id:
            yield problem(f"{key}.akun", f"akun “{row.akun}” memiliki dua id", ask)


def _period_problems(office: OfficeFile, document: yaml_source.Document) -> Iterator[Problem]:
    """Special hours and keys of the archive that end before they begin."""
    rows: dict[str, SpecialHours | ArchiveKeyRow] = {
        **{f"jam_kerja.khusus.{i}": row for i, row in enumerate(office.jam_kerja.khusus)},
        **{f"kunci_arsip.{i}": row for i, row in enumerate(office.kunci_arsip)},
    }
    for key, row in rows.items():
        if row.sampai and row.sampai < row.mulai:
            yield Problem(OFFICE_FILE, document.line(f"{key}.sampai"), *_REVERSED)


def _rule_problems(office: OfficeFile, document: yaml_source.Document) -> Iterator[Problem]:
    """Rules that do not exist, may not be changed, or have nothing of the kind to tune."""
    for name, row in office.pemeriksaan.items():
        key = f"pemeriksaan.{name}"
        if name not in RULE_IDS:
            close = get_close_matches(name.upper(), RULE_IDS, n=1)
            hint = f"maksudnya “{close[0]}”?" if close else "lihat daftarnya: terbit rules"
            what = f"aturan “{name}” tidak dikenal"
            yield Problem(OFFICE_FILE, document.line(key), what, hint)
            continue
        if name in FIXED:
            what = f"aturan {name} tidak dapat diubah"
            yield Problem(OFFICE_FILE, document.line(key), what, "hapus baris ini")
            continue
        given = {LIMIT: row.batas is not None, EXCEPTIONS: row.kecuali, WORDS: row.kata}
        for knob, there in given.items():
            if there and knob not in KNOBS.get(name, ()):
                what = f"aturan {name} tidak mengenal “{knob}”"
                fix = "hapus baris ini; terbit rules menunjukkan apa yang dapat disetel"
                yield Problem(OFFICE_FILE, document.line(f"{key}.{knob}"), what, fix)
        if row.tingkat is None and not any(given.values()):
            fix = "tulis tingkat (mati, INFO, INGAT, TAHAN, TOLAK), atau hapus baris ini"
            what = f"aturan {name} disebut tanpa setelan"
            yield Problem(OFFICE_FILE, document.line(key), what, fix)


def _hour_problems(office: OfficeFile, document: yaml_source.Document) -> Iterator[Problem]:
    weeks: list[tuple[str, Hours]] = [("jam_kerja", office.jam_kerja)]
    weeks += [(f"jam_kerja.khusus.{i}", row) for i, row in enumerate(office.jam_kerja.khusus)]
    for key, week in weeks:
        for day in DAYS:
            windows = [minutes(window) for window in getattr(week, day)]
            if any(later[0] < earlier[1] for earlier, later in pairwise(windows)):
                line = document.line(f"{key}.{day}")
                fix = "urutkan jendela jam dan pisahkan istirahatnya"
                yield Problem(OFFICE_FILE, line, f"jam {day} bertumpang tindih", fix)


def joint_problems(
    sop: SopFile, office: OfficeFile, documents: tuple[yaml_source.Document, yaml_source.Document]
) -> Iterator[Problem]:
    """S13, N8: every role named exists, and every step has enough people, whatever their dates."""
    sop_document, office_document = documents
    for index, row in enumerate(office.pejabat):
        if row.jabatan not in sop.jabatan:
            line = office_document.line(f"pejabat.{index}.jabatan")
            fix = f"pilih dari: {', '.join(sop.jabatan)}"
            yield Problem(
                OFFICE_FILE, line, f"jabatan “{row.jabatan}” tidak ada di {SOP_FILE}", fix
            )
    for role in office.tim:
        if role not in sop.jabatan:
            line = office_document.line(f"tim.{role}")
            yield Problem(
                OFFICE_FILE,
                line,
                f"jabatan “{role}” tidak ada di {SOP_FILE}",
                f"pilih dari: {', '.join(sop.jabatan)}",
            )
    for index, step in enumerate(sop.langkah):
        holders = {row.id for row in office.pejabat if row.jabatan in step.oleh}
        if len(holders) < step.kuorum and not set(step.oleh) & set(office.tim):
            line = sop_document.line(f"langkah.{index}")
            what = f"langkah “{step.id}” perlu {step.kuorum} orang, baru ada {len(holders)}"
            yield Problem(SOP_FILE, line, what, f"tambahkan pejabatnya di {OFFICE_FILE}")
