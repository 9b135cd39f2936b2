"""`terbit new`: a draft folder from a title and photos (SOP steps 1 and 2)."""

from __future__ import annotations

import json
import re
import shutil
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from terbit import photos
from terbit.core.article import CLASSIFICATIONS, INDEX, KINDS, QUESTIONS
from terbit.errors import InputErrors, Problem, TerbitError
from terbit.front_matter import MAX_TITLE
from terbit.yaml_source import UNPRINTABLE

MAX_SLUG = 80


@dataclass(frozen=True)
class Draft:
    """What is known of an article before it is written; `day` is that of the activity."""

    title: str
    kind: str
    day: date
    credit: str


def new(root: Path, draft: Draft, pictures: Sequence[Path]) -> Path:
    """Make `drafts/<slug>/`; returns it. Raises InputErrors, and then nothing is left behind."""
    if draft.kind not in KINDS:
        raise TerbitError(f"jenis “{draft.kind}” tidak dikenal", f"pilih: {', '.join(KINDS)}")
    draft = replace(draft, title=one_line(draft.title))
    if len(draft.title) > MAX_TITLE:
        raise TerbitError(f"judul lebih dari {MAX_TITLE} huruf", "persingkat judulnya")
    name = slug(draft.title)
    folder = root / "drafts" / name
    if folder.exists() or any((root / "content/berita").glob(f"*/*/{name}")):
        raise TerbitError(
            f"naskah “{name}” sudah ada", "pakai judul lain atau lanjutkan naskah itu"
        )
    ready = _take_in(pictures)
    temporary = folder.with_name(f".{name}.baru")
    shutil.rmtree(temporary, ignore_errors=True)
    temporary.mkdir(parents=True)
    try:
        for file, data in ready.items():
            (temporary / file).write_bytes(data)
        text = draft_text(draft, tuple(ready))
        (temporary / INDEX).write_text(text, encoding="utf-8")
        temporary.rename(folder)
    finally:
        shutil.rmtree(temporary, ignore_errors=True)
    return folder


def one_line(title: str) -> str:
    """A title without line breaks and characters that nobody can see."""
    return " ".join(UNPRINTABLE.sub(" ", title).split())


def slug(title: str) -> str:
    """A short address from a title: lower-case letters, digits, hyphens, cut at a word."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode()
    words = re.findall(r"[a-z0-9]+", plain.casefold())
    kept: list[str] = []
    for word in words:
        if kept and len("-".join([*kept, word])) > MAX_SLUG:
            break
        kept.append(word[:MAX_SLUG])
    if not kept:
        raise TerbitError("judul belum berisi kata", "tulis judul dengan huruf Latin")
    return "-".join(kept)


def draft_text(draft: Draft, files: Sequence[str]) -> str:
    """The text of a new draft, with every question that staff must answer."""
    head = [
        f"judul: {_quoted(draft.title)}",
        f"jenis: {draft.kind}",
        f"tanggal: {draft.day.isoformat()}   # tanggal kegiatan",
        'ringkasan: ""             # dua kalimat pendek',
        f"klasifikasi: berkala      # {' | '.join(CLASSIFICATIONS)}",
        'kategori: ""',
        "tagar: []",
        "5w1h:",
        *(f'  {question}: ""' for question in QUESTIONS),
        "foto:" if files else "foto: []",
    ]
    for file in files:
        head += [
            f"  - berkas: {file}",
            '    alt: ""               # apa yang terlihat, untuk yang tidak dapat melihat foto',
            '    keterangan: ""',
            f"    kredit: {_quoted(draft.credit)}",
            "    anak:                 # ya atau tidak: adakah anak yang dapat dikenali?",
            "    dokumen:              # ya atau tidak: adakah dokumen atau layar yang terbaca?",
            '    persetujuan: ""       # lisan | tertulis | tidak perlu, beserta alasannya',
        ]
    return "\n".join(["---", *head, "---", "", "Tulis isi berita di sini.", ""])


def _quoted(text: str) -> str:
    """A YAML string on one line; every JSON string is one."""
    return json.dumps(text, ensure_ascii=False)


def _take_in(pictures: Sequence[Path]) -> dict[str, bytes]:
    """Every photo, cleaned; all problems at once."""
    ready: dict[str, bytes] = {}
    problems: list[Problem] = []
    for number, path in enumerate(pictures, start=1):
        try:
            ready[f"foto-{number}.jpg"] = photos.take_in(path)
        except InputErrors as error:
            problems += error.problems
    if problems:
        raise InputErrors(problems)
    return ready
