"""From answers to a finished draft folder: the one core behind every door (SOP steps 1 and 2)."""

from __future__ import annotations

import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path

from terbit import photos
from terbit.core.article import INDEX
from terbit.core.office import Office
from terbit.errors import InputErrors, Problem, TerbitError
from terbit.newsroom.answers import Answers, Picture, accepted, slug
from terbit.newsroom.draft_text import draft_text


def draft(answers: Answers, credit: str) -> dict[str, bytes]:
    """Every file of a draft; `credit` is for photos without one. Raises InputErrors."""
    answers = accepted(answers)
    ready = taken_in([picture.file for picture in answers.pictures])
    return {**ready, INDEX: written(answers, tuple(ready), credit)}


def written(answers: Answers, files: Sequence[str], credit: str) -> bytes:
    """index.md for the photos that are there, each under the name that its number gives it."""
    pictures = {photo_name(n): picture for n, picture in enumerate(answers.pictures, start=1)}
    there: dict[str, Picture] = {file: pictures[file] for file in files}
    return draft_text(answers, there, credit).encode("utf-8")


def photo_name(number: int) -> str:
    """What the photo of a number is called in a draft."""
    return f"foto-{number}.jpg"


def taken_in(files: Sequence[Path]) -> dict[str, bytes]:
    """Every photo, cleaned, by its name in the draft. Raises InputErrors with all problems."""
    ready: dict[str, bytes] = {}
    problems: list[Problem] = []
    for number, path in enumerate(files, start=1):
        try:
            ready[photo_name(number)] = photos.take_in(path)
        except InputErrors as error:
            problems += error.problems
    if problems:
        raise InputErrors(problems)
    return ready


def credit_of(office: Office) -> str:
    """Who is named under a photo of which nobody said who took it."""
    return f"Dokumentasi {office.name}"


def place(root: Path, answers: Answers, credit: str) -> Path:
    """Make `drafts/<slug>/` of the answers; returns it. Raises TerbitError, leaving nothing."""
    answers = accepted(answers)
    name = slug(answers.title)
    folder = root / "drafts" / name
    if folder.exists() or any((root / "content/berita").glob(f"*/*/{name}")):
        fix = "pakai judul lain atau lanjutkan naskah itu"
        raise TerbitError(f"naskah “{name}” sudah ada", fix)
    _write(folder, draft(answers, credit))
    return folder


def _write(folder: Path, files: Mapping[str, bytes]) -> None:
    """All files or none: the folder gets its name when it is whole."""
    temporary = folder.with_name(f".{folder.name}.baru")
    shutil.rmtree(temporary, ignore_errors=True)
    temporary.mkdir(parents=True)
    try:
        for name, data in files.items():
            (temporary / name).write_bytes(data)
        temporary.rename(folder)
    finally:
        shutil.rmtree(temporary, ignore_errors=True)
