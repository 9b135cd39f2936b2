"""One activity for every door: its answers, its photos, and how GitHub writes a filled form."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from PIL import Image

from terbit.newsroom import questions
from tests.rooms import REPOSITORY
from tests.workflows.files import Json, read

FORM = REPOSITORY / ".github/ISSUE_TEMPLATE/usulan-berita.yml"
TOLD = {
    "Judul": "Tim Pengawas Buka Klinik Konsultasi untuk Perangkat Daerah",
    "Jenis": "berita",
    "Tanggal kegiatan": "17 November 2026",
    "Apa": "Klinik konsultasi pengawasan dibuka",
    "Siapa": "Tim auditor dan dua belas perangkat daerah",
    "Kapan": "Selasa, 17 November 2026, pukul 08.30 WIB",
    "Di mana": "Aula kantor, Palangka Raya",
    "Mengapa": "Agar keraguan dalam pengelolaan kegiatan selesai sebelum menjadi masalah",
    "Bagaimana": "Peserta mengambil nomor antrean, lalu berkonsultasi paling lama 30 menit",
    "Ringkasan": "Dua belas perangkat daerah berkonsultasi langsung dengan auditor.",
    "Kategori": "layanan",
    "Isi berita": "",
    "Atas nama": "Siti Aminah, lewat WhatsApp",
}
OF_PHOTOS = {
    "Yang terlihat di foto": "Dua auditor di meja layanan\nPetugas membagikan nomor antrean",
    "Keterangan foto": "Auditor melayani konsultasi\nPendaftaran peserta",
    "Pemotret": "Humas",
    "Anak di foto": "tidak",
    "Dokumen di foto": "tidak",
    "Persetujuan": "tidak perlu, semuanya pegawai yang bertugas",
}
COLOURS = ("red", "blue")


def fields() -> dict[str, Json]:
    """The fields of the form by label, in its order."""
    return {row["attributes"]["label"]: row for row in read(FORM)["body"] if "id" in row}


def issue_body(told: Mapping[str, str], links: Sequence[str] = ()) -> str:
    """The body that GitHub makes of a filled form; uploads as it writes them."""
    shown = "\n".join(f'<img width="40" alt="Image" src="{link}" />' for link in links)
    filled = {**told, questions.PHOTOS: shown}
    parts = ((label, filled.get(label) or "_No response_") for label in fields())
    return "\r\n\r\n".join(f"### {label}\r\n\r\n{answer}" for label, answer in parts)


def photos(folder: Path) -> list[Path]:
    """Two photos as a phone leaves them, with a maker's name inside."""
    exif = Image.Exif()
    exif[0x010F] = "Telepon Contoh"
    made = []
    for colour in COLOURS:
        path = folder / f"{len(made)}-{colour}.jpg"
        shade, paint = Image.linear_gradient("L"), Image.new("RGB", (256, 256), colour)
        dark = Image.new("RGB", (256, 256))
        Image.composite(paint, dark, shade).resize((900, 600)).save(path, "JPEG", exif=exif)
        made.append(path)
    return made
