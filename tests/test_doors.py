"""Whichever door an activity comes in by, the same answers make the same draft, byte for byte.

The editor in a browser writes YAML and photos of its own: see tests/e2e/test_editor.py.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from terbit.commands import hand_in
from terbit.core.digest import ABSENT
from tests.doors import PLACE, SLUG, by_folder, by_form, by_questions
from tests.filled import TOLD, photos
from tests.rooms import WRITER, Room
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


def test_a_phone_and_a_desk_hand_in_the_same_article(room_template: Path, tmp_path: Path) -> None:
    """The comment /ajukan upon the form's draft, `terbit submit` upon the folder's."""
    (tmp_path / "kamera").mkdir()
    shots, place = photos(tmp_path / "kamera"), f"content/berita/2026/11/{SLUG}"
    phone = GitHubRoom.copy(room_template, tmp_path / "ponsel")
    by_form(phone, TOLD, shots)
    issue = {"number": 7, "body": phone.fake.state.threads[7].body}
    told = {"issue": issue, "comment": {"id": 1, "body": "/ajukan"}}
    asked = hand_in.order({**told, "sender": phone.fake.state.account(WRITER)})
    hand_in.prepare(phone.newsroom, asked, phone.folder / "ajukan", phone.now)
    assert hand_in.deliver(phone.newsroom, asked, phone.folder / "ajukan", phone.now).done
    desk = Room.copy(room_template, tmp_path / "meja")
    by_folder(desk, TOLD, shots)
    desk.submit(PLACE)
    tips = {phone: f"usulan/7-{SLUG}", desk: f"naskah/{SLUG}"}
    trees = {
        room.newsroom.repository.entry(room.newsroom.repository.tip(branch) or "", place)
        for room, branch in tips.items()
    }
    assert len(trees) == 1
    assert trees != {ABSENT}
