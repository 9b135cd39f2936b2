"""An office, photos and an article factory: real text through the real parser."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from io import BytesIO
from typing import Any
from zoneinfo import ZoneInfo

import yaml
from PIL import Image

from terbit import articles, days_off
from terbit.checks import Context, site_paths
from terbit.core.article import Article
from terbit.core.office import Appointment, Calendar, Contacts, Office, Official
from terbit.newsroom import rules, samples
from tests.checks import albums

FOLDER = "content/berita/2026/11/evaluasi-spip"
TODAY = date(2026, 11, 12)

FRONT: dict[str, Any] = {
    "judul": "Tim Menilai Pengendalian Intern di Sepuluh Perangkat Daerah",
    "jenis": "berita",
    "tanggal": date(2026, 11, 10),
    "ringkasan": "Penilaian berlangsung selama lima hari kerja.",
    "klasifikasi": "berkala",
    "tagar": ["PengendalianIntern", "pengawasan"],
    "5w1h": {
        "apa": "Penilaian pengendalian intern",
        "siapa": "Tim pengawas dan sepuluh perangkat daerah",
        "kapan": "Selasa, 10 November 2026, pukul 08.30 WIB",
        "di_mana": "Aula kantor di Palangka Raya",
        "mengapa": "Penilaian wajib dilakukan setiap tahun",
        "bagaimana": "Tim memeriksa dokumen dan mewawancarai pegawai",
    },
    "foto": [
        {
            "berkas": "foto-1.jpg",
            "alt": "Dua puluh pegawai duduk mengelilingi meja rapat",
            "keterangan": "Rapat pembukaan penilaian",
            "kredit": "Dokumentasi kantor",
            "anak": False,
            "dokumen": False,
            "persetujuan": "tidak perlu, semua yang tampak pegawai yang bertugas",
        }
    ],
}


def jpeg(exif: Image.Exif | None = None, size: tuple[int, int] = (32, 24)) -> bytes:
    out = BytesIO()
    Image.new("RGB", size, "teal").save(out, "JPEG", exif=exif or Image.Exif())
    return out.getvalue()


def with_gps() -> bytes:
    return samples.photo(gps=True)


FILES = {"foto-1.jpg": samples.photo()}
GPS_FILE = {"foto-gps.jpg": with_gps()}


LEAD = (
    "Tim Inspektorat Kalteng menilai pengendalian intern sepuluh perangkat daerah di aula kantor,"
    " Palangka Raya, Selasa (10/11/2026).\n"
)


def build(
    body: str = LEAD,
    *,
    folder: str = FOLDER,
    files: Mapping[str, bytes] | None = None,
    head: str = "",
    **front: Any,
) -> Article:
    """The article of a body and changed head keys; `head` is YAML that replaces keys.

    Without `files`, the photos of the album that the text names are in its folder.
    """
    values = {**FRONT, **front, **(yaml.safe_load(head) or {})}
    kept = {key: value for key, value in values.items() if value is not None}
    top = yaml.safe_dump(kept, allow_unicode=True, sort_keys=False, width=10_000)
    source = f"---\n{top}---\n{body}"
    there = {**FILES, **albums.named_in(source)} if files is None else files
    return articles.parse(folder, {**there, "index.md": source.encode()})


OFFICE = Office(
    name="Inspektorat Provinsi Kalimantan Tengah",
    short_name="Inspektorat Kalteng",
    city="Palangka Raya",
    calendar=Calendar(
        zone=ZoneInfo("Asia/Pontianak"),
        week=(((450, 720), (780, 960)),) * 5 + ((), ()),
        days_off=days_off.known(),
    ),
    appointments=(
        Appointment("Rina Contoh", "penelaah", "rina", 1, date(2025, 1, 1)),
        Appointment("Lama Sekali", "penelaah", "lama", 2, date(2020, 1, 1), date(2024, 12, 31)),
    ),
    contacts=Contacts(
        phones=("(0536) 3221234", "+62 811-520-0001"), accounts=("6203025501900099",)
    ),
    officials=(
        Official("Kartika Sari Dewi, S.E., M.Si.", "Kepala", "definitif", date(2025, 1, 1)),
        Official("Drs. H. Bambang Wijaya", "Sekretaris", "definitif", date(2025, 1, 1)),
        Official("Suharto", "Pengawas", "definitif", date(2025, 1, 1)),
    ),
)

CONTEXT = rules.with_channels(
    Context(
        office=OFFICE,
        today=TODAY,
        known_paths=site_paths(
            (
                "content/index.md",
                "content/ppid/index.md",
                "content/ppid/permohonan.md",
                "content/berita/2026/10/apel/index.md",
            )
        ),
    )
)
