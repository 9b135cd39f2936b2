"""The questions that every door asks, and how what was filled in becomes `Answers`.

The labels are those of `.github/ISSUE_TEMPLATE/usulan-berita.yml`, of the questions in the
terminal, and of the lines of a `naskah.txt`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from terbit.checks.reading.written_dates import stretches
from terbit.core.article import KINDS, QUESTIONS, FiveW
from terbit.errors import InputErrors, Problem
from terbit.newsroom.answers import Answers, Picture, one_line

TITLE, KIND, DAY = "Judul", "Jenis", "Tanggal kegiatan"
SUMMARY, CATEGORY, TEXT, ON_BEHALF = "Ringkasan", "Kategori", "Isi berita", "Atas nama"
PHOTOS, MORE_PHOTOS = "Foto", "Foto lewat lampiran"
ALT, CAPTION, CREDIT = "Yang terlihat di foto", "Keterangan foto", "Pemotret"
CHILDREN, DOCUMENTS, CONSENT = "Anak di foto", "Dokumen di foto", "Persetujuan"


@dataclass(frozen=True)
class Question:
    """One question; `key` is the dotted key of the draft's head that its answer goes to, if any."""

    label: str
    key: str
    hint: str
    example: str
    required: bool = False


FIVE_W = {
    "apa": ("Apa", "Kegiatan atau peristiwanya.", "Klinik konsultasi pengawasan dibuka"),
    "siapa": (
        "Siapa",
        "Lembaga dan orang yang terlibat, dengan jabatannya.",
        "Tim auditor dan dua belas perangkat daerah",
    ),
    "kapan": (
        "Kapan",
        "Hari, tanggal, dan jam dengan zonanya: WIB, WITA, atau WIT.",
        "Selasa, 17 November 2026, pukul 08.30 WIB",
    ),
    "di_mana": ("Di mana", "Nama tempat dan kotanya.", "Aula kantor, Tirta Raya"),
    "mengapa": (
        "Mengapa",
        "Alasan atau tujuannya, satu kalimat.",
        "Agar keraguan dalam pengelolaan kegiatan selesai sebelum menjadi masalah",
    ),
    "bagaimana": (
        "Bagaimana",
        "Jalannya kegiatan dan hasilnya.",
        "Peserta mengambil nomor antrean, lalu berkonsultasi paling lama 30 menit",
    ),
}
ABOUT = (
    Question(
        TITLE,
        "judul",
        "Satu kalimat: siapa melakukan apa.",
        "Klinik Konsultasi Pengawasan Layani 31 Pertanyaan",
        required=True,
    ),
    Question(KIND, "jenis", f"Pilih: {', '.join(KINDS)}.", "berita", required=True),
    Question(DAY, "tanggal", "Hari kegiatannya.", "17 November 2026", required=True),
    *(
        Question(FIVE_W[name][0], f"5w1h.{name}", *FIVE_W[name][1:], required=True)
        for name in QUESTIONS
    ),
    Question(SUMMARY, "ringkasan", "Dua kalimat pendek; boleh kosong.", ""),
    Question(CATEGORY, "kategori", "Satu kata; boleh kosong.", "layanan"),
    Question(TEXT, "", "Bila beritanya sudah ditulis; boleh kosong.", ""),
    Question(
        ON_BEHALF,
        "",
        "Pengirim bahan, bila bukan Anda; boleh kosong.",
        "Siti Aminah, lewat WhatsApp",
    ),
)
OF_A_PHOTO = (
    Question(
        ALT,
        "foto.alt",
        "Untuk yang tidak dapat melihat foto.",
        "Dua auditor melayani peserta di meja konsultasi",
        required=True,
    ),
    Question(CAPTION, "foto.keterangan", "Tampil di bawah foto.", "Auditor melayani konsultasi"),
    Question(CREDIT, "foto.kredit", "Kosongkan untuk nama kantor.", ""),
    Question(CHILDREN, "foto.anak", "Adakah anak yang dapat dikenali? ya atau tidak.", "tidak"),
    Question(
        DOCUMENTS, "foto.dokumen", "Adakah dokumen atau layar terbaca? ya atau tidak.", "tidak"
    ),
    Question(
        CONSENT,
        "foto.persetujuan",
        "Orang dalam foto: lisan, tertulis, atau tidak perlu, beserta alasannya.",
        "tidak perlu, semuanya pegawai yang bertugas",
    ),
)
LABELS = (
    *(question.label for question in ABOUT),
    *(question.label for question in OF_A_PHOTO),
    PHOTOS,
    MORE_PHOTOS,
)
BY_KEY = {question.key: question.label for question in (*ABOUT, *OF_A_PHOTO) if question.key}
EXAMPLE_DAY = "contoh: 17 November 2026"
NOTHING = "-"
"""What stands for an answer that is left empty, where each photo has a line of its own."""
_NO_DAY = date(1900, 1, 1)
_NUMBERED = re.compile(r"(?:foto\s*)?\d{1,2}\s*[.):]\s+|[•*-]\s+", re.IGNORECASE)
_YES = re.compile(r"(?:ya|ada)\b", re.IGNORECASE)
_NO = re.compile(r"tidak(?:\s+ada)?\b", re.IGNORECASE)
_UNSURE = re.compile(r"(?:belum|tidak|kurang)\s+(?:tahu|yakin|jelas|pasti)", re.IGNORECASE)
_LINE = re.compile(
    rf"\s*(?P<label>{'|'.join(map(re.escape, LABELS))})\s*:(?P<told>.*)", re.IGNORECASE
)
_LABEL = {label.casefold(): label for label in LABELS}


def answers(told: Mapping[str, str], photos: Sequence[Path]) -> Answers:
    """What was filled in, by label. Raises InputErrors where title or date are none."""
    problems = []
    if not one_line(told.get(TITLE, "")):
        problems.append(Problem(TITLE, 0, "judul belum diisi", "tulis satu kalimat"))
    day = day_of(told.get(DAY, ""))
    if day is None:
        problems.append(Problem(DAY, 0, "tanggal belum terbaca", EXAMPLE_DAY))
    if problems:
        raise InputErrors(problems)
    return Answers(
        title=told[TITLE],
        kind=kind_of(told.get(KIND, "")),
        day=day or _NO_DAY,
        five_w=FiveW(**{name: told.get(FIVE_W[name][0], "") for name in QUESTIONS}),
        summary=told.get(SUMMARY, ""),
        category=told.get(CATEGORY, ""),
        text=told.get(TEXT, ""),
        on_behalf=told.get(ON_BEHALF, ""),
        pictures=pictures(told, photos),
    )


def pictures(told: Mapping[str, str], photos: Sequence[Path]) -> tuple[Picture, ...]:
    """Each photo with its own line of every answer; one line about people is for all photos."""
    count = len(photos)
    alts, captions = (_each(told.get(label, ""), count) for label in (ALT, CAPTION))
    shared = (CREDIT, CHILDREN, DOCUMENTS, CONSENT)
    credits, children, documents, consents = (_of_all(told.get(x, ""), count) for x in shared)
    return tuple(
        Picture(
            file=file,
            alt=alts[n],
            caption=captions[n],
            credit=credits[n],
            consent=consents[n],
            children=yes_no(children[n]),
            documents=yes_no(documents[n]),
        )
        for n, file in enumerate(photos)
    )


def lines(text: str) -> dict[str, str]:
    """The answers of a text such as “Apa: …”, by label; an answer goes on to the next label."""
    found: dict[str, list[str]] = {}
    current: list[str] = []
    for line in text.removeprefix("\ufeff").splitlines():
        match = _LINE.fullmatch(line)
        if match:
            current = found.setdefault(_LABEL[match["label"].casefold()], [])
        current.append(match["told"] if match else line)
    return {label: "\n".join(rows).strip() for label, rows in found.items()}


def day_of(text: str) -> date | None:
    """The one day that a text names, as people write it: 17 November 2026, 17/11/2026."""
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        pass
    found = list(stretches(text[:100]))
    if len(found) != 1 or len(found[0].dates) != 1:
        return None
    part = found[0].dates[0].part
    return part.on(part.year) if part.year else None


def kind_of(text: str) -> str:
    """The kind in an option such as “berita – kabar kegiatan”; news where none is named."""
    return one_line(re.split(r"\s[–-]\s", text, maxsplit=1)[0]).casefold() or KINDS[0]


def yes_no(text: str) -> bool | None:
    """Ya or tidak, also as ada or tidak ada; None where nobody knows."""
    text = text.strip()
    if _UNSURE.match(text):
        return None
    return True if _YES.match(text) else (False if _NO.match(text) else None)


def _each(text: str, count: int) -> list[str]:
    """One line for each photo, numbers and bullets in front left out."""
    rows = [_NUMBERED.sub("", line.strip(), count=1) for line in text.strip().splitlines()]
    rows = ["" if row == NOTHING else row for row in rows if row]
    return [*rows, *[""] * count][:count]


def _of_all(text: str, count: int) -> list[str]:
    """The same, but a single line is for all photos."""
    rows = [line for line in text.strip().splitlines() if line.strip()]
    return _each(text, count) if len(rows) > 1 else _each("\n".join(rows * count), count)


def label_at(lines: Mapping[str, int], line: int) -> str:
    """The question whose answer stands on a line of a draft's head, "" where none does.

    `lines` are those of the keys (`Article.lines`); of a photo the number is named.
    """
    before = [(at, key) for key, at in lines.items() if at <= line]
    _, key = max(before, default=(0, ""))
    parts = key.split(".")
    number = int(parts[1]) + 1 if parts[0] == "foto" and len(parts) > 1 else 0
    label = BY_KEY.get(".".join(part for part in parts if not part.isdigit()), "")
    return f"{label} (foto {number})" if label and number else label
