"""sop.yml and kantor.yml -> core types; every error with file, line and a fix, all at once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import pairwise
from pathlib import Path
from types import MappingProxyType
from typing import Annotated, Any, Literal
from zoneinfo import ZoneInfo, available_timezones

import holidays
from pydantic import AfterValidator, BeforeValidator, Field, WithJsonSchema

from terbit import schema, yaml_source
from terbit.core import office as core
from terbit.core.office import CHANNEL_IDS
from terbit.core.procedure import RESERVED_ACTOR, Action, Procedure, Role, Step
from terbit.errors import InputErrors, Problem

SOP_FILE = "sop.yml"
OFFICE_FILE = "kantor.yml"
DAYS = ("senin", "selasa", "rabu", "kamis", "jumat", "sabtu", "minggu")
HOLIDAY_YEARS = range(2024, 2036)
"""Years for which days off are known beforehand (python package `holidays`, SKB and estimates)."""


def _string(value: Any) -> Any:
    return str(value) if isinstance(value, int | float | date) and value is not True else value


def _blank(value: Any) -> Any:
    return "" if value is None else _string(value)


def _none_is(empty: Any) -> Any:
    return BeforeValidator(lambda value: empty if value is None else value)


def _day(value: Any) -> Any:
    """YAML dates only: a bare number must not become a day in 1970."""
    if isinstance(value, bool | int | float):
        raise ValueError(  # noqa: TRY004  (pydantic turns only ValueError into a finding)
            f"“{value}” bukan tanggal — tulis TTTT-BB-HH, misalnya 2026-11-10"
        )
    return value


def _window(value: str) -> str:
    match = re.fullmatch(r"([01]\d|2[0-3]):([0-5]\d)-([01]\d|2[0-4]):([0-5]\d)", value.strip())
    if not match:
        raise ValueError(f"jam “{value}” tidak terbaca — tulis '07:30-12:00' dengan tanda kutip")
    start, end = _minutes(value)
    if not start < end <= 24 * 60:
        raise ValueError(f"jam “{value}” berakhir sebelum mulai — tukar kedua jamnya")
    return value.strip()


def _minutes(window: str) -> core.Window:
    start, end = (part.strip().split(":") for part in window.split("-"))
    return int(start[0]) * 60 + int(start[1]), int(end[0]) * 60 + int(end[1])


def _zone(value: str) -> str:
    if value not in available_timezones():
        raise ValueError(
            f"zona waktu “{value}” tidak dikenal — pakai Asia/Jakarta, Asia/Pontianak, "
            "Asia/Makassar, atau Asia/Jayapura"
        )
    return value


Text = Annotated[str, BeforeValidator(_string), Field(min_length=1)]
OptionalText = Annotated[
    str, BeforeValidator(_blank), WithJsonSchema({"type": ["string", "number", "null"]})
]
Day = Annotated[date, BeforeValidator(_day)]
Id = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$")]
Window = Annotated[str, BeforeValidator(_string), AfterValidator(_window)]
Windows = Annotated[tuple[Window, ...], _none_is(())]


class _RoleRow(schema.Strict):
    nama: Text
    tingkat: Annotated[int, Field(strict=True, ge=0)]


class _StepRow(schema.Strict):
    id: Id
    uraian: Text
    tindakan: Literal["dokumentasi", "susun", "telaah", "putuskan", "unggah"]
    pelaku: Id
    oleh: Annotated[tuple[Id, ...], Field(min_length=1)]
    kuorum: Annotated[int, Field(strict=True, ge=1)] = 1
    waktu: Annotated[int, Field(strict=True, ge=1)] | None = None
    kelengkapan: OptionalText = ""
    keluaran: OptionalText = ""


class SopFile(schema.Strict):
    """The SOP, as the office writes it (sop.yml)."""

    nomor: Text
    nama: Text
    instansi: OptionalText = ""
    dibuat: Day | None = None
    direvisi: Day | None = None
    disahkan: Day | None = None
    disahkan_oleh: OptionalText = ""
    dasar_hukum: Annotated[tuple[Text, ...], _none_is(())] = ()
    kualifikasi: Annotated[tuple[Text, ...], _none_is(())] = ()
    peralatan: Annotated[tuple[Text, ...], _none_is(())] = ()
    peringatan: OptionalText = ""
    pencatatan: OptionalText = ""
    keterkaitan: Annotated[tuple[Text, ...], _none_is(())] = ()
    pemelihara: Id | None = None
    persetujuan_berlaku_hari: Annotated[int, Field(strict=True, ge=1)] | None = None
    jabatan: dict[Id, _RoleRow]
    langkah: tuple[_StepRow, ...]


class _Hours(schema.Strict):
    senin: Windows = ()
    selasa: Windows = ()
    rabu: Windows = ()
    kamis: Windows = ()
    jumat: Windows = ()
    sabtu: Windows = ()
    minggu: Windows = ()


class _SpecialHours(_Hours):
    nama: Text
    mulai: Day
    sampai: Day


class _OfficeHours(_Hours):
    khusus: Annotated[tuple[_SpecialHours, ...], _none_is(())] = ()


class _Holiday(schema.Strict):
    tanggal: Day
    nama: Text


class _Contacts(schema.Strict):
    telepon: Annotated[tuple[Text, ...], _none_is(())] = ()
    surel: Annotated[tuple[Text, ...], _none_is(())] = ()
    rekening: Annotated[tuple[Text, ...], _none_is(())] = ()


class _Official(schema.Strict):
    nama: Text
    jabatan: Text
    status: Literal["definitif", "plt", "plh", "pj"] = "definitif"
    mulai: Day
    sampai: Day | None = None


class _Appointment(schema.Strict):
    nama: Text
    jabatan: Id
    akun: Text
    id: Annotated[int, Field(strict=True, ge=1)]
    mulai: Day
    sampai: Day | None = None
    status: Literal["definitif", "plt", "plh", "pj"] = "definitif"
    sk: OptionalText = ""


class _Channel(schema.Strict):
    tersedia: schema.YesNo
    mode: Literal["api", "paket"] = "paket"
    akun: OptionalText = ""
    server: OptionalText = ""
    nama: OptionalText = ""


class OfficeFile(schema.Strict):
    """The office, as it describes itself (kantor.yml)."""

    nama_resmi: Text
    nama_pendek: Text
    kota: Text
    zona_waktu: Annotated[Text, AfterValidator(_zone)]
    alamat: OptionalText = ""
    situs: OptionalText = ""
    logo: OptionalText = ""
    semboyan: OptionalText = ""
    tampilkan_nama: schema.YesNo = False
    jam_kerja: _OfficeHours
    libur_tambahan: Annotated[tuple[_Holiday, ...], _none_is(())] = ()
    libur_dihapus: Annotated[tuple[Day, ...], _none_is(())] = ()
    kontak_resmi: _Contacts = Field(default_factory=_Contacts)
    tim: Annotated[dict[Id, Text], _none_is({})] = Field(default_factory=dict)
    daftar_pejabat: Annotated[tuple[_Official, ...], _none_is(())] = ()
    kanal: Annotated[dict[str, _Channel], _none_is({})] = Field(default_factory=dict)
    pejabat: tuple[_Appointment, ...]


@dataclass(frozen=True)
class Config:
    """The two files, read together."""

    procedure: Procedure
    office: core.Office


def load(folder: Path) -> Config:
    """Read sop.yml and kantor.yml of a folder. Raises InputErrors with every problem."""
    return parse({name: _read(folder, name) for name in (SOP_FILE, OFFICE_FILE)})


def parse(files: Mapping[str, bytes | None]) -> Config:
    """The configuration from the bytes of its two files. Raises InputErrors."""
    problems: list[Problem] = []
    sop, sop_document = _file(SopFile, files.get(SOP_FILE), SOP_FILE, problems)
    office, office_document = _file(OfficeFile, files.get(OFFICE_FILE), OFFICE_FILE, problems)
    if sop is not None:
        problems += _sop_problems(sop, sop_document)
    if office is not None:
        problems += _office_problems(office, office_document)
    if sop is not None and office is not None:
        problems += _joint_problems(sop, office, (sop_document, office_document))
    if problems or sop is None or office is None:
        raise InputErrors(problems)
    return Config(_procedure(sop), _office(office))


def _read(folder: Path, name: str) -> bytes | None:
    path = folder / name
    return path.read_bytes() if path.is_file() else None


def _file(
    model: type[schema.Model], raw: bytes | None, name: str, problems: list[Problem]
) -> tuple[schema.Model | None, yaml_source.Document]:
    document = yaml_source.Document(name)
    if raw is None:
        problems.append(
            Problem(
                name,
                0,
                "berkas tidak ditemukan",
                f"buat {name}; contohnya ada di repositori Terbit",
            )
        )
        return None, document
    try:
        document = yaml_source.load(raw.decode("utf-8-sig"), name)
    except UnicodeDecodeError:
        problems.append(Problem(name, 0, "berkas bukan teks UTF-8", "simpan ulang sebagai UTF-8"))
        return None, document
    except InputErrors as error:
        problems.extend(error.problems)
        return None, document
    found, wrong = schema.validate(model, document)
    problems.extend(wrong)
    return found, document


def _sop_problems(sop: SopFile, document: yaml_source.Document) -> Iterator[Problem]:
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
    ids = [row.id for row in sop.langkah]
    for index, row in enumerate(sop.langkah):
        if row.id in ids[:index]:
            yield problem(
                f"langkah.{index}.id",
                f"id langkah “{row.id}” dipakai dua kali",
                "beri id yang berbeda",
            )
        if row.pelaku == RESERVED_ACTOR:
            yield problem(
                f"langkah.{index}.pelaku",
                f"nama “{RESERVED_ACTOR}” dipakai oleh Terbit",
                "pilih nama lain",
            )
        for role in row.oleh:
            if role not in sop.jabatan:
                yield problem(
                    f"langkah.{index}.oleh",
                    f"jabatan “{role}” tidak ada",
                    "tambahkan di bagian jabatan",
                )
        if len(set(row.oleh)) < len(row.oleh):
            yield problem(
                f"langkah.{index}.oleh", "jabatan ditulis dua kali", "hapus salah satunya"
            )
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


def _office_problems(office: OfficeFile, document: yaml_source.Document) -> Iterator[Problem]:
    """S13, N15: rows of people that the gate may not trust."""

    def problem(key: str, what: str, fix: str) -> Problem:
        return Problem(OFFICE_FILE, document.line(key), what, fix)

    login_of: dict[int, str] = {}
    id_of: dict[str, int] = {}
    for index, row in enumerate(office.pejabat):
        key, login = f"pejabat.{index}", row.akun.casefold()
        if not row.akun.isascii() or not re.fullmatch(r"[A-Za-z0-9_-]+(\[bot\])?", row.akun):
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
            yield problem(
                f"{key}.sampai", "tanggal sampai mendahului tanggal mulai", "tukar kedua tanggalnya"
            )
        if login_of.setdefault(row.id, login) != login:
            yield problem(
                f"{key}.id",
                f"id {row.id} dipakai oleh dua akun",
                "periksa id di api.github.com/users/<akun>",
            )
        if id_of.setdefault(login, row.id) != row.id:
            yield problem(
                f"{key}.akun",
                f"akun “{row.akun}” memiliki dua id",
                "periksa id di api.github.com/users/<akun>",
            )
    for index, special in enumerate(office.jam_kerja.khusus):
        if special.sampai < special.mulai:
            key = f"jam_kerja.khusus.{index}.sampai"
            yield problem(key, "tanggal sampai mendahului tanggal mulai", "tukar kedua tanggalnya")
    for name in office.kanal:
        if name not in CHANNEL_IDS:
            yield problem(
                f"kanal.{name}",
                f"kanal “{name}” tidak dikenal",
                f"pilih dari: {', '.join(CHANNEL_IDS)}",
            )
    yield from _hour_problems(office, document)


def _hour_problems(office: OfficeFile, document: yaml_source.Document) -> Iterator[Problem]:
    weeks: list[tuple[str, _Hours]] = [("jam_kerja", office.jam_kerja)]
    weeks += [(f"jam_kerja.khusus.{i}", row) for i, row in enumerate(office.jam_kerja.khusus)]
    for key, week in weeks:
        for day in DAYS:
            windows = [_minutes(window) for window in getattr(week, day)]
            if any(later[0] < earlier[1] for earlier, later in pairwise(windows)):
                line = document.line(f"{key}.{day}")
                fix = "urutkan jendela jam dan pisahkan istirahatnya"
                yield Problem(OFFICE_FILE, line, f"jam {day} bertumpang tindih", fix)


def _joint_problems(
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


def _procedure(sop: SopFile) -> Procedure:
    return Procedure(
        number=sop.nomor,
        name=sop.nama,
        issued=sop.dibuat,
        revised=sop.direvisi,
        approved=sop.disahkan,
        legal_basis=sop.dasar_hukum,
        roles=tuple(Role(key, row.nama, row.tingkat) for key, row in sop.jabatan.items()),
        steps=tuple(_step(number, row) for number, row in enumerate(sop.langkah, start=1)),
        maintainer=sop.pemelihara,
        approval_days=sop.persetujuan_berlaku_hari,
        institution=sop.instansi,
        approved_by=sop.disahkan_oleh,
        qualifications=sop.kualifikasi,
        equipment=sop.peralatan,
        warning=sop.peringatan,
        record_keeping=sop.pencatatan,
    )


def _step(number: int, row: _StepRow) -> Step:
    return Step(
        number=number,
        id=row.id,
        description=row.uraian,
        action=Action(row.tindakan),
        actor=row.pelaku,
        roles=row.oleh,
        quorum=row.kuorum,
        minutes=row.waktu,
        inputs=row.kelengkapan,
        outputs=row.keluaran,
    )


def _office(office: OfficeFile) -> core.Office:
    return core.Office(
        name=office.nama_resmi,
        short_name=office.nama_pendek,
        city=office.kota,
        calendar=_calendar(office),
        appointments=tuple(
            core.Appointment(
                row.nama, row.jabatan, row.akun, row.id, row.mulai, row.sampai, row.status, row.sk
            )
            for row in office.pejabat
        ),
        contacts=core.Contacts(
            office.kontak_resmi.telepon, office.kontak_resmi.surel, office.kontak_resmi.rekening
        ),
        officials=tuple(
            core.Official(row.nama, row.jabatan, row.status, row.mulai, row.sampai)
            for row in office.daftar_pejabat
        ),
        channels=tuple(_channel(key, row) for key, row in office.kanal.items()),
        teams=MappingProxyType(dict(office.tim)),
        address=office.alamat,
        site_url=office.situs.rstrip("/"),
        logo=office.logo,
        tagline=office.semboyan,
        show_names=office.tampilkan_nama,
    )


def _channel(channel: str, row: _Channel) -> core.ChannelSetting:
    options = {key: getattr(row, key) for key in ("server", "nama") if getattr(row, key)}
    return core.ChannelSetting(channel, row.tersedia, row.mode, row.akun, MappingProxyType(options))


def _calendar(office: OfficeFile) -> core.Calendar:
    days_off = {**_public_holidays(), **{row.tanggal: row.nama for row in office.libur_tambahan}}
    for day in office.libur_dihapus:
        days_off.pop(day, None)
    return core.Calendar(
        zone=ZoneInfo(office.zona_waktu),
        week=_week(office.jam_kerja),
        special=tuple(
            core.SpecialHours(row.nama, row.mulai, row.sampai, _week(row))
            for row in office.jam_kerja.khusus
        ),
        days_off=MappingProxyType(days_off),
    )


def _week(hours: _Hours) -> core.Week:
    return tuple(tuple(_minutes(window) for window in getattr(hours, day)) for day in DAYS)


@cache
def _public_holidays() -> Mapping[date, str]:
    """Public holidays and cuti bersama of Indonesia, by the package `holidays`."""
    found = holidays.country_holidays(
        "ID", years=HOLIDAY_YEARS, categories=("public", "government"), language="id"
    )
    return MappingProxyType(dict(found.items()))
