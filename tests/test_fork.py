"""In a fork nothing of the first office is left: make test names each line that still speaks of it.

`.venv/bin/pytest tests/test_fork.py` tells it alone.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.first_office import FIRST, IS_FORK, names
from tests.rooms import MINIATURE, REPOSITORY

SETTINGS = ("sop.yml", "kantor.yml", "mkdocs.yml", ".github")
PAGES, NEWS = "content", ("content/berita", "drafts")
TEXTS = {".md", ".yml", ".json", ""}
SAMPLE = frozenset({"dibuat untuk memperagakan Terbit", "Situs ini contoh:"})
"""What the invented texts say of themselves; real news may well name another office."""


def files(root: Path, *places: str) -> Iterator[Path]:
    for place in (root / name for name in places):
        found = [place] if place.is_file() else sorted(place.rglob("*"))
        yield from (path for path in found if path.is_file() and path.suffix in TEXTS)


def left(root: Path = REPOSITORY) -> Iterator[str]:
    """The lines that are still the first office's, as path:line and why."""
    for path in files(root, *SETTINGS, PAGES, "drafts"):
        name = path.relative_to(root).as_posix()
        words = SAMPLE if name.startswith(NEWS) else SAMPLE | names()
        for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1):
            here = sorted(word for word in words if word.casefold() in line.casefold())
            yield from (f"{name}:{number}: {word}" for word in here)


@pytest.mark.skipif(not IS_FORK, reason="this is the first office itself")
def test_nothing_speaks_of_the_first_office() -> None:
    found = list(left())
    assert not found, "\n".join(found)


def test_what_speaks_of_it_is_found(tmp_path: Path) -> None:
    (tmp_path / "content/berita/2026/11/contoh").mkdir(parents=True)
    for name in ("sop.yml", "kantor.yml"):
        shutil.copyfile(MINIATURE / name, tmp_path / name)
    page = "---\njudul: Beranda\n---\nTelepon (0536) 555-0100.\n"
    (tmp_path / "content/index.md").write_text(page)
    news = f"{FIRST.office.name} berkunjung.\n\nBerita ini dibuat untuk memperagakan Terbit.\n"
    (tmp_path / "content/berita/2026/11/contoh/index.md").write_text(news)
    found = list(left(tmp_path))
    assert f"sop.yml:3: {FIRST.procedure.number}" in found
    assert "content/index.md:4: (0536) 555-0100" in found
    assert any(line.startswith("kantor.yml:") and "wayan-prabandari" in line for line in found)
    assert [line for line in found if "berita" in line] == [
        "content/berita/2026/11/contoh/index.md:3: dibuat untuk memperagakan Terbit"
    ]
