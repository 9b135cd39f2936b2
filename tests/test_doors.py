"""Whichever door an activity comes in by, the same answers make the same draft, byte for byte.

The editor in a browser writes YAML and photos of its own: see tests/e2e/test_editor.py.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.doors import by_folder, by_form, by_questions
from tests.filled import TOLD, photos
from tests.rooms import Room
from tests.rooms_github import GitHubRoom

HOSTILE = {
    "Apa": "Rapat *penting* <script>alert(1)</script> {{ 7 * 7 }} — “a” & 'b': # x",
    "Siapa": "[tim](https://jahat.example) `x` _y_ ~z~ | &lt;b&gt; @semua",
    "Ringkasan": '---\\n" judul: palsu',
    "Isi berita": "# Satu\n- dua\n\n1. tiga\n===\n\n> empat",
}
TOLDS = [TOLD, {**TOLD, **HOSTILE}]


@pytest.mark.parametrize("told", TOLDS, ids=["plain", "hostile"])
def test_every_door_makes_the_same_draft(
    room_template: Path, tmp_path: Path, told: dict[str, str]
) -> None:
    (tmp_path / "kamera").mkdir()
    shots = photos(tmp_path / "kamera")
    form = by_form(GitHubRoom.copy(room_template, tmp_path / "github"), told, shots)
    questions = by_questions(Room.copy(room_template, tmp_path / "tanya"), told, shots)
    folder = by_folder(Room.copy(room_template, tmp_path / "folder"), told, shots)
    assert set(form) == {"index.md", "foto-1.jpg", "foto-2.jpg"}
    assert form["index.md"].decode() == questions["index.md"].decode()
    assert form == questions == folder
