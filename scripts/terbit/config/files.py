"""The form of sop.yml and kantor.yml, as people write them."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit
from zoneinfo import available_timezones

from pydantic import AfterValidator, BeforeValidator, Field, WithJsonSchema

from terbit import schema
from terbit.core import office as core
from terbit.core import ssh_keys
from terbit.core.colour import LEGIBLE, WHITE, Palette, contrast, readable

DAYS = ("senin", "selasa", "rabu", "kamis", "jumat", "sabtu", "minggu")


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
    start, end = minutes(value)
    if not start < end <= 24 * 60:
        raise ValueError(f"jam “{value}” berakhir sebelum mulai — tukar kedua jamnya")
    return value.strip()


def minutes(window: str) -> core.Window:
    """A window such as 07:30-12:00 in minutes since midnight."""
    start, end = (part.strip().split(":") for part in window.split("-"))
    return int(start[0]) * 60 + int(start[1]), int(end[0]) * 60 + int(end[1])


ZONES = ("Asia/Jakarta", "Asia/Pontianak", "Asia/Makassar", "Asia/Jayapura")


def _zone(value: str) -> str:
    # looking for every zone of the world reads hundreds of files
    if value not in ZONES and value not in available_timezones():
        known = f"{', '.join(ZONES[:-1])}, atau {ZONES[-1]}"
        raise ValueError(f"zona waktu “{value}” tidak dikenal — pakai {known}")
    return value


_HOST = r"[A-Za-z0-9.-]+(:[0-9]+)?\Z"


def _address(value: str) -> str:
    # urlsplit trips over brackets, which no address of an office has
    parts = urlsplit(re.sub(r"[\[\]]", " ", value))
    if value and (parts.scheme not in ("http", "https") or not re.match(_HOST, parts.netloc)):
        what = f"alamat “{value}” tidak terbaca"
        raise ValueError(f"{what} — tulis lengkap, misalnya https://lama.contoh.go.id")
    return value


def _repository(value: str) -> str:
    """Where anybody may copy the repository; it stands in a command that people type."""
    if value and not re.fullmatch(r"https://[A-Za-z0-9.-]+(:[0-9]+)?(/[A-Za-z0-9._~-]+)+/?", value):
        what = f"alamat repositori “{value}” tidak terbaca"
        raise ValueError(f"{what} — salin dari peramban, misalnya https://forge.contoh.go.id/a/b")
    return value


def _server(value: str) -> str:
    """Where a channel's token goes: encrypted, or not off this machine."""
    if value and not re.match(rf"https://{_HOST}|http://(127\.0\.0\.1|localhost)(:\d+)?\Z", value):
        what = f"server “{value}” tidak terbaca"
        raise ValueError(
            f"{what} — tulis lengkap dengan https, misalnya https://media.contoh.go.id"
        )
    return value


def _colour(value: Any) -> Any:
    """Unquoted, a colour is nothing at all: YAML takes “#” for the beginning of a comment."""
    if isinstance(value, str) and re.fullmatch(r"#[0-9a-fA-F]{6}", value.strip()):
        return value.strip().lower()
    shown = "kosong" if value is None else f"“{value}” tidak terbaca"
    raise ValueError(
        f"warna {shown} — tulis '#' dan enam angka heksa dengan tanda kutip: '#0f3a2a'"
    )


def _under_white(value: str) -> str:
    found = contrast(value, WHITE)
    if found < LEGIBLE:
        told = f"{found:.1f}".replace(".", ",")
        what = f"tulisan putih di atas warna “{value}” sulit dibaca (kontras {told} : 1)"
        darker = readable(value, WHITE, LEGIBLE)
        raise ValueError(f"{what} — gelapkan sampai paling sedikit 4,5 : 1, misalnya '{darker}'")
    return value


Colour = Annotated[
    str,
    BeforeValidator(_colour),
    WithJsonSchema({"type": "string", "pattern": "^#[0-9a-fA-F]{6}$"}),
]
Text = Annotated[str, BeforeValidator(_string), Field(min_length=1)]
OptionalText = Annotated[
    str, BeforeValidator(_blank), WithJsonSchema({"type": ["string", "number", "null"]})
]
Day = Annotated[date, BeforeValidator(_day)]
Id = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$")]
Window = Annotated[str, BeforeValidator(_string), AfterValidator(_window)]
Windows = Annotated[tuple[Window, ...], _none_is(())]


class RoleRow(schema.Strict):
    """One row of `jabatan`."""

    nama: Text
    tingkat: Annotated[int, Field(strict=True, ge=0)]


class StepRow(schema.Strict):
    """One row of `langkah`."""

    id: Id
    uraian: Text
    tindakan: Literal["dokumentasi", "susun", "telaah", "putuskan", "unggah"]
    pelaku: Id
    oleh: Annotated[tuple[Id, ...], Field(min_length=1)]
    kuorum: Annotated[int, Field(strict=True, ge=1)] = 1
    waktu: Annotated[int, Field(strict=True, ge=1)] | None = None
    kelengkapan: OptionalText = ""
    keluaran: OptionalText = ""


class UrgentRow(schema.Strict):
    """`jalur_mendesak`: which review steps may follow after publication, for which information."""

    klasifikasi: Annotated[tuple[Literal["serta-merta"], ...], Field(min_length=1)]
    menyusul: Annotated[tuple[Id, ...], Field(min_length=1)]
    dasar: Text


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
    jalur_mendesak: UrgentRow | None = None
    jabatan: dict[Id, RoleRow]
    langkah: tuple[StepRow, ...]


class Hours(schema.Strict):
    """A week of `jam_kerja`."""

    senin: Windows = ()
    selasa: Windows = ()
    rabu: Windows = ()
    kamis: Windows = ()
    jumat: Windows = ()
    sabtu: Windows = ()
    minggu: Windows = ()


class SpecialHours(Hours):
    """A row of `khusus`: a week that holds between two dates."""

    nama: Text
    mulai: Day
    sampai: Day


class OfficeHours(Hours):
    """The ordinary week with its exceptions."""

    khusus: Annotated[tuple[SpecialHours, ...], _none_is(())] = ()


class Holiday(schema.Strict):
    """A row of `libur_tambahan`."""

    tanggal: Day
    nama: Text


class ContactsRow(schema.Strict):
    """`kontak_resmi`."""

    telepon: Annotated[tuple[Text, ...], _none_is(())] = ()
    surel: Annotated[tuple[Text, ...], _none_is(())] = ()
    rekening: Annotated[tuple[Text, ...], _none_is(())] = ()


class OfficialRow(schema.Strict):
    """A row of `daftar_pejabat`."""

    nama: Text
    jabatan: Text
    status: Literal["definitif", "plt", "plh", "pj"] = "definitif"
    mulai: Day
    sampai: Day | None = None


class AppointmentRow(schema.Strict):
    """A row of `pejabat`."""

    nama: Text
    jabatan: Id
    akun: Text
    id: Annotated[int, Field(strict=True, ge=1)]
    mulai: Day
    sampai: Day | None = None
    status: Literal["definitif", "plt", "plh", "pj"] = "definitif"
    sk: OptionalText = ""


class ChannelRow(schema.Strict):
    """A row of `kanal`."""

    tersedia: schema.YesNo
    mode: Literal["api", "paket"] = "paket"
    akun: OptionalText = ""
    server: Annotated[OptionalText, AfterValidator(_server)] = ""
    nama: OptionalText = ""


def _public_key(value: str) -> str:
    if "PRIVATE" in value or not ssh_keys.is_key(value):
        what = "kunci arsip tidak terbaca"
        raise ValueError(f"{what} — salin isi berkas .pub, misalnya 'ssh-ed25519 AAAA…'")
    return value.strip()


class ArchiveKeyRow(schema.Strict):
    """A row of `kunci_arsip`: a public key with which Terbit signs the archive, with dates."""

    kunci: Annotated[Text, AfterValidator(_public_key)]
    mulai: Day
    sampai: Day | None = None


class ColoursRow(schema.Strict):
    """`warna`: what site, title cards and upload kits are coloured with."""

    utama: Annotated[Colour, AfterValidator(_under_white)] = Palette.main
    aksen: Colour = Palette.accent


class RuleRow(schema.Strict):
    """A row of `pemeriksaan`: how the office changed one rule, and why."""

    alasan: Text
    tingkat: Literal["mati", "INFO", "INGAT", "TAHAN", "TOLAK"] | None = None
    batas: Annotated[int, Field(strict=True, ge=0)] | None = None
    kecuali: Annotated[tuple[Text, ...], _none_is(())] = ()
    kata: Annotated[tuple[Text, ...], _none_is(())] = ()


class OfficeFile(schema.Strict):
    """The office, as it describes itself (kantor.yml)."""

    nama_resmi: Text
    nama_pendek: Text
    kota: Text
    zona_waktu: Annotated[Text, AfterValidator(_zone)]
    alamat: OptionalText = ""
    situs: OptionalText = ""
    situs_semula: Annotated[OptionalText, AfterValidator(_address)] = ""
    repositori: Annotated[OptionalText, AfterValidator(_repository)] = ""
    logo: OptionalText = ""
    semboyan: OptionalText = ""
    warna: Annotated[ColoursRow, _none_is(ColoursRow())] = Field(default_factory=ColoursRow)
    tampilkan_nama: schema.YesNo = False
    jam_kerja: OfficeHours
    libur_tambahan: Annotated[tuple[Holiday, ...], _none_is(())] = ()
    libur_dihapus: Annotated[tuple[Day, ...], _none_is(())] = ()
    kontak_resmi: ContactsRow = Field(default_factory=ContactsRow)
    tim: Annotated[dict[Id, Text], _none_is({})] = Field(default_factory=dict)
    daftar_pejabat: Annotated[tuple[OfficialRow, ...], _none_is(())] = ()
    kanal: Annotated[dict[str, ChannelRow], _none_is({})] = Field(default_factory=dict)
    kunci_arsip: Annotated[tuple[ArchiveKeyRow, ...], _none_is(())] = ()
    pemeriksaan: Annotated[dict[str, RuleRow], _none_is({})] = Field(default_factory=dict)
    pejabat: tuple[AppointmentRow, ...]
