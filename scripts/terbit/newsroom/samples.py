"""A faultless article of an invented office, into which each rule's examples are put.

The tests and the page of all rules use the same one, so that no example can be a mere claim.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from functools import cache
from io import BytesIO
from typing import Any
from zoneinfo import ZoneInfo

import yaml
from PIL import ExifTags, Image, ImageDraw

from terbit import articles, days_off
from terbit.checks import Context, Place, Rule, site_paths
from terbit.core.article import INDEX, Article
from terbit.core.office import Appointment, Calendar, Contacts, Office, Official
from terbit.newsroom import rules, sample_cases

FOLDER = "content/berita/2026/11/penilaian-pengendalian-intern"
ACTIVITY = date(2026, 11, 10)
SUBMITTED = datetime(2026, 11, 11, 9, 0)  # noqa: DTZ001  (local time of the sample office)
TODAY = date(2026, 11, 12)
LEAD = (
    "Tim pengawas menilai pengendalian intern sepuluh perangkat daerah di aula kantor,"
    " Tirta Raya, Selasa (10/11/2026)."
)
PHOTO = """
berkas: foto-1.jpg
alt: Dua puluh pegawai duduk mengelilingi meja rapat
keterangan: Rapat pembukaan penilaian
kredit: Dokumentasi kantor
anak: false
dokumen: false
persetujuan: tidak perlu, semua yang tampak pegawai yang bertugas
"""
HEAD: Mapping[str, Any] = {
    "judul": "Tim Menilai Pengendalian Intern di Sepuluh Perangkat Daerah",
    "jenis": "berita",
    "tanggal": ACTIVITY,
    "ringkasan": "Penilaian berlangsung selama lima hari kerja.",
    "klasifikasi": "berkala",
    "tagar": ["PengendalianIntern", "pengawasan"],
    "5w1h": {
        "apa": "Penilaian pengendalian intern",
        "siapa": "Tim pengawas dan sepuluh perangkat daerah",
        "kapan": "Selasa, 10 November 2026, pukul 08.30 WIB",
        "di_mana": "Aula kantor di Tirta Raya",
        "mengapa": "Penilaian wajib dilakukan setiap tahun",
        "bagaimana": "Tim memeriksa dokumen dan mewawancarai pegawai",
    },
    "foto": [yaml.safe_load(PHOTO)],
}

OFFICE = Office(
    name="Inspektorat Kabupaten Tirta Raya",
    short_name="Inspektorat Tirta Raya",
    city="Tirta Raya",
    calendar=Calendar(
        zone=ZoneInfo("Asia/Pontianak"),
        week=(((450, 720), (780, 960)),) * 5 + ((), ()),
        days_off=days_off.known(),
    ),
    appointments=(Appointment("Rina Contoh", "penelaah", "rina", 1, date(2025, 1, 1)),),
    contacts=Contacts(
        phones=("(0536) 555-0100",), emails=("ppid@tirtaraya.contoh.go.id",), accounts=()
    ),
    officials=(
        Official("Kartika Sari Dewi, S.E., M.Si.", "Inspektur", "definitif", date(2025, 1, 1)),
        Official("Bambang Wijaya, S.H.", "Sekretaris", "plt", date(2025, 1, 1)),
    ),
)


PICTURES: Mapping[str, Mapping[str, Any]] = {
    "foto-1.jpg": {},
    "foto-gps.jpg": {"gps": True},
    "foto-kecil.jpg": {"size": (640, 480)},
}
"""Photos that examples may name, as `photo` makes them; only what is named is in the folder."""


def article(rule: Rule, example: str) -> Article:
    """The faultless article with one of a rule's examples in it."""
    if rule.place is Place.HEAD:
        return build(head=yaml.safe_load(example))
    if rule.place is Place.CASE:
        return build(head=yaml.safe_load(example).get("kepala"))
    return build(example if rule.place is Place.WHOLE else f"{LEAD}\n\n{example}")


def build(body: str = LEAD, head: Mapping[str, Any] | None = None) -> Article:
    """An article of the sample office; keys of `head` replace those of the faultless one."""
    values = {key: value for key, value in {**HEAD, **(head or {})}.items() if value is not None}
    top = yaml.safe_dump(values, allow_unicode=True, sort_keys=False, width=10_000)
    source = f"---\n{top}---\n{body}\n"
    files = {name: photo(**made) for name, made in PICTURES.items() if name in source}
    return articles.parse(FOLDER, {**files, INDEX: source.encode()})


def context(rule: Rule | None = None, example: str = "") -> Context:
    """What a rule may know of the sample office on the day after the article was handed in.

    With an example of what is known beside the article, that is known as well.
    """
    known = site_paths(
        (
            "content/index.md",
            "content/ppid/index.md",
            "content/ppid/permohonan.md",
            "content/berita/2026/10/apel/index.md",
        )
    )
    found = rules.with_channels(Context(OFFICE, TODAY, known, submitted=SUBMITTED))
    if rule is None or rule.place is not Place.CASE:
        return found
    return sample_cases.known(found, yaml.safe_load(example))


@cache
def photo(size: tuple[int, int] = (1600, 1200), *, gps: bool = False) -> bytes:
    """A sharp picture, with the place where it was taken if so wished."""
    image = Image.new("RGB", size, "white")
    pen = ImageDraw.Draw(image)
    for x in range(0, size[0], 80):
        pen.line((x, 0, size[0] - x, size[1]), fill=(x % 256, 90, 60), width=6)
    exif = Image.Exif()
    if gps:
        exif[ExifTags.IFD.GPSInfo] = {
            ExifTags.GPS.GPSLatitudeRef: "S",
            ExifTags.GPS.GPSLatitude: (2.0, 12.0, 30.0),
        }
    out = BytesIO()
    image.save(out, "JPEG", exif=exif, quality=60)
    return out.getvalue()
