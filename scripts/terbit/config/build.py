"""The two files, once they are right, as the core's types."""

from __future__ import annotations

from types import MappingProxyType
from zoneinfo import ZoneInfo

from terbit import days_off
from terbit.config.files import (
    DAYS,
    ChannelRow,
    Hours,
    OfficeFile,
    RuleRow,
    SopFile,
    StepRow,
    UrgentRow,
    minutes,
)
from terbit.core import office as core
from terbit.core.catalogue import OFF, RuleSetting
from terbit.core.colour import Palette
from terbit.core.finding import Level
from terbit.core.procedure import Action, Procedure, Role, Step, UrgentPath


def procedure(sop: SopFile) -> Procedure:
    """The SOP."""
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
        urgent=_urgent(sop.jalur_mendesak),
    )


def _urgent(row: UrgentRow | None) -> UrgentPath | None:
    return UrgentPath(row.klasifikasi, row.menyusul, row.dasar) if row else None


def _step(number: int, row: StepRow) -> Step:
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


def office(file: OfficeFile) -> core.Office:
    """The office."""
    return core.Office(
        name=file.nama_resmi,
        short_name=file.nama_pendek,
        city=file.kota,
        calendar=_calendar(file),
        appointments=tuple(
            core.Appointment(
                row.nama, row.jabatan, row.akun, row.id, row.mulai, row.sampai, row.status, row.sk
            )
            for row in file.pejabat
        ),
        contacts=core.Contacts(
            file.kontak_resmi.telepon, file.kontak_resmi.surel, file.kontak_resmi.rekening
        ),
        officials=tuple(
            core.Official(row.nama, row.jabatan, row.status, row.mulai, row.sampai)
            for row in file.daftar_pejabat
        ),
        channels=tuple(_channel(key, row) for key, row in file.kanal.items()),
        teams=MappingProxyType(dict(file.tim)),
        address=file.alamat,
        site_url=file.situs.rstrip("/"),
        first_site_url=file.situs_semula.rstrip("/"),
        repository_url=file.repositori.rstrip("/"),
        logo=file.logo,
        tagline=file.semboyan,
        colours=Palette(file.warna.utama, file.warna.aksen),
        show_names=file.tampilkan_nama,
        archive_keys=tuple(
            core.ArchiveKey(row.kunci, row.mulai, row.sampai) for row in file.kunci_arsip
        ),
        rules=MappingProxyType({key: _rule(row) for key, row in file.pemeriksaan.items()}),
    )


def _rule(row: RuleRow) -> RuleSetting:
    off = row.tingkat == OFF
    level = Level(row.tingkat) if row.tingkat and not off else None
    return RuleSetting(row.alasan, off, level, row.batas, row.kecuali, row.kata)


def _channel(channel: str, row: ChannelRow) -> core.ChannelSetting:
    options = {key: getattr(row, key) for key in ("server", "nama") if getattr(row, key)}
    return core.ChannelSetting(channel, row.tersedia, row.mode, row.akun, MappingProxyType(options))


def _calendar(office: OfficeFile) -> core.Calendar:
    off = {**days_off.known(), **{row.tanggal: row.nama for row in office.libur_tambahan}}
    for day in office.libur_dihapus:
        off.pop(day, None)
    return core.Calendar(
        zone=ZoneInfo(office.zona_waktu),
        week=_week(office.jam_kerja),
        special=tuple(
            core.SpecialHours(row.nama, row.mulai, row.sampai, _week(row))
            for row in office.jam_kerja.khusus
        ),
        days_off=MappingProxyType(off),
    )


def _week(hours: Hours) -> core.Week:
    return tuple(tuple(minutes(window) for window in getattr(hours, day)) for day in DAYS)
