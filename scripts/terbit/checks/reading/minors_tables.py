"""Where a row of a table names a child: a heading for pupils, or an age or a class beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from terbit.checks.reading.children import PUPIL, SCHOOL
from terbit.checks.reading.minors_before import ADULT
from terbit.checks.reading.prose import Text


@dataclass(frozen=True)
class Minor:
    """A named child and what shows it, at [start, end)."""

    start: int
    end: int


_PUPIL_NAME_HEAD = re.compile(
    rf"\bnama\b.{{0,12}}\b(?:{PUPIL}|anak|balita|bayi)\b|^\s*{PUPIL}\s*$", re.IGNORECASE
)
_NAME_HEAD = re.compile(
    r"^\s*(?:nama(?:\s+(?:lengkap|peserta|pemenang|juara|atlet|penerima|finalis|petugas"
    r"|anggota))?|peserta|pemenang|juara|penerima|finalis|atlet)\s*$",
    re.IGNORECASE,
)
_AGE_HEAD = re.compile(r"^\s*(?:usia|umur)\b", re.IGNORECASE)
_CLASS_HEAD = re.compile(r"^\s*kelas(?:\s*/\s*sekolah)?\s*$", re.IGNORECASE)
_CLASS_CELL = re.compile(r"\s*(?:kelas\s+)?(?:[IVX]{1,4}|[1-9]|1[0-2])(?:[\s-]?[A-Z]?\d?)?\b")
_SCHOOL_HEAD = re.compile(
    r"^\s*(?:asal\s+)?(?:sekolah|lembaga|madrasah)\s*$|^\s*asal\s*$", re.IGNORECASE
)
_SCHOOL_CELL = re.compile(rf"\s*(?:{SCHOOL})")
_CONTEST_HEAD = re.compile(
    r"peringkat|juara|nilai|skor|medali|kategori|cabang|lomba|prestasi|kelas|ranking|rangking",
    re.IGNORECASE,
)
_ADULT_HEAD = re.compile(
    r"jabatan|\bnip\b|pangkat|golongan|instansi|unit\s+kerja|guru|kepala|pelatih|mata\s+pelajaran"
    r"|pembina|satuan\s+kerja",
    re.IGNORECASE,
)
_NO_NAME = re.compile(rf"[IVX]+$|{SCHOOL}")
_TWO_WORDS = re.compile(r"[A-Z][\w'’.-]*(?:\s+[A-Z][\w'’.-]*)*")


def in_table(text: Text) -> Iterator[Minor]:
    """A row with a name under a heading for pupils, or beside an age or a class."""
    cells = _cells(text)
    heads = [head for head, _, _ in cells]
    grown = any(map(_ADULT_HEAD.search, heads))
    contest = any(map(_CONTEST_HEAD.search, heads))
    young = not grown and any(_is_young(head, words, contest) for head, _, words in cells)
    for head, start, words in cells:
        named = None if _NO_NAME.match(words.strip()) else _TWO_WORDS.match(words.strip())
        listed = _PUPIL_NAME_HEAD.search(head) or (young and _NAME_HEAD.search(head))
        if named and listed:
            lead = len(words) - len(words.lstrip())
            yield Minor(start + lead, start + lead + named.end())


def _cells(text: Text) -> list[tuple[str, int, str]]:
    """(heading, start, words) of each cell of a row."""
    ends = [offset for offset, _ in text.headers[1:]] + [len(text.text)]
    return [
        (head, offset, text.text[offset:end].removesuffix(" | "))
        for (offset, head), end in zip(text.headers, ends, strict=True)
    ]


def _is_young(head: str, words: str, contest: bool) -> bool:
    if _AGE_HEAD.search(head) and "bulan" in head.casefold():
        return True
    if _AGE_HEAD.search(head):
        age = re.match(r"\s*(\d{1,2})\b", words)
        return bool(age and int(age[1]) < ADULT)
    if contest and _SCHOOL_HEAD.search(head) and _SCHOOL_CELL.match(words):
        return True
    return bool(_CLASS_HEAD.search(head) and _CLASS_CELL.match(words))
