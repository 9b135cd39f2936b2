"""Rows of tables that are about people."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from terbit.checks.reading.body import CELL_GAP
from terbit.checks.reading.people import people
from terbit.checks.reading.people_words import INSTITUTIONS
from terbit.checks.reading.prose import Text

_NAME_HEAD = re.compile(
    r"^\s*(?:no\.?\s+)?(?:nama|inisial|pasien|penerima|pemohon|peserta|pemilik|warga|pelapor|pemenang"
    r"|ahli\s+waris|pegawai|oknum|terlapor|korban|juara|penghuni|kepala\s+keluarga)\b"
    r"(?!\s+(?:opd|skpd|instansi|unit|sekolah|kantor|toko|perusahaan|lembaga|dinas|desa|kecamatan"
    r"|kelurahan|puskesmas|usaha|kegiatan|jalan|tempat|penyedia|tps|barang|program|aplikasi|obat"
    r"|penyakit|alat|posyandu|rumah|pasar|hotel|kapal|proyek|paket))",
    re.IGNORECASE,
)
_INSTITUTION_HEAD = re.compile(
    r"\b(?:nama\s+)?(?:opd|skpd|instansi|sekolah|kantor|toko|perusahaan|lembaga|puskesmas|usaha"
    r"|umkm|tempat\s+(?:usaha|kegiatan|ibadah)|tps|posyandu|pasar|hotel|merek|koperasi|yayasan)\b",
    re.IGNORECASE,
)
_WRITTEN = re.compile(r"[A-Z][\w.'’-]*(?:,?\s[\w.,'’-]+){0,6}")
_WORD = re.compile(r"\w+")


def cells(text: Text) -> Iterator[tuple[str, int, int]]:
    """(heading, start, end) of each cell of a row."""
    ends = (*(offset for offset, _ in text.headers), len(text.text) + len(CELL_GAP))
    for (_, head), (start, end) in zip(text.headers, pairwise(ends), strict=True):
        yield head, start, end - len(CELL_GAP)


def names_somebody(text: Text) -> tuple[int, int] | None:
    """Where the name stands in a row of people: its column is headed so, or it is surely one."""
    if not text.headers:
        return None
    for head, start, end in cells(text):
        written = text.text[start:end].strip()
        if _NAME_HEAD.match(head) and head != written and _is_name(written):
            return start, end
    return None


def names_institution(text: Text) -> bool:
    """Whether a row of a table is about an institution or a business."""
    return any(_INSTITUTION_HEAD.search(head) for _, head in text.headers)


def _is_name(written: str) -> bool:
    """Whether a cell below “Nama” holds a person's name, not an institution's."""
    if not _WRITTEN.match(written):
        return False
    first = _WORD.match(written)
    sure = any(person.sure for person in people(written))
    return sure or bool(first and first[0].casefold() not in INSTITUTIONS)
