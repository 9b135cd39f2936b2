"""An office, an article and photos for the tests of this folder."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from io import BytesIO
from types import MappingProxyType
from typing import Any
from zoneinfo import ZoneInfo

from PIL import Image, ImageDraw

from terbit.channels import CHANNELS
from terbit.core.article import Article, FiveW, Photo
from terbit.core.office import Calendar, ChannelSetting, Office

LINK = "https://contoh.go.id/berita/2026/11/evaluasi-spip/"
ACCOUNTS = {
    "instagram": "@kantorcontoh",
    "instagram_story": "@kantorcontoh",
    "facebook": "kantorcontoh",
    "threads": "@kantorcontoh",
    "x": "@kantorcontoh",
    "tiktok": "@kantorcontoh",
    "whatsapp": "https://whatsapp.com/channel/0029VaContoh",
    "telegram": "kantorcontoh",
    "mastodon": "@kantor@sosial.contoh.id",
    "bluesky": "kantor.contoh.id",
}
PHOTOS = (
    Photo("foto-1.jpg", "Dua puluh pegawai duduk mengelilingi meja rapat", focus=(0.5, 0.4)),
    Photo("foto-2.jpg", "Ketua tim memaparkan hasil"),
    Photo("foto-3.jpg", "Peserta menandatangani daftar hadir"),
)


def office(*absent: str) -> Office:
    """An office with every channel but those named."""
    channels = tuple(
        ChannelSetting(id, id not in absent, account=ACCOUNTS.get(id, "")) for id in CHANNELS
    )
    return Office(
        name="Kantor Contoh Provinsi Jauh",
        short_name="Kantor Contoh",
        city="Kota",
        calendar=Calendar(ZoneInfo("Asia/Jakarta"), ((),) * 7),
        appointments=(),
        channels=channels,
    )


def article(**changes: Any) -> Article:
    """A complete piece of news, with changes."""
    usual = Article(
        folder="content/berita/2026/11/evaluasi-spip",
        title="Kantor Contoh Evaluasi Pengendalian Intern di Sepuluh Perangkat Daerah",
        kind="berita",
        date=date(2026, 11, 10),
        summary="Tim menilai sepuluh perangkat daerah selama lima hari kerja."
        " Hasilnya menjadi dasar perbaikan tata kelola tahun 2027.",
        category="pengawasan",
        tags=("SPIP", "pengawasan", "tata kelola"),
        five_w=FiveW(kapan="Selasa, 10 November 2026", di_mana="Aula kantor, Kota"),
        photos=PHOTOS,
    )
    return replace(usual, **changes)


def with_files(**changes: Any) -> Article:
    """The article with its three photos."""
    files = {photo.file: jpeg((1200, 900), seed) for seed, photo in enumerate(PHOTOS)}
    return article(files=MappingProxyType(files), **changes)


def jpeg(size: tuple[int, int], seed: int = 0, **options: Any) -> bytes:
    """A photo with some structure."""
    image = Image.new("RGB", size, (200, 190 - seed * 20, 150))
    draw = ImageDraw.Draw(image)
    for step in range(0, size[0], 40):
        draw.line((step, 0, size[0] - step, size[1]), fill=(step % 255, 90, 120 + seed), width=9)
    out = BytesIO()
    image.save(out, "JPEG", quality=90, **options)
    return out.getvalue()
