"""Whichever door an activity comes in by, the same answers make the same draft, byte for byte."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from terbit.commands import hand_in
from terbit.commands import intake as taking
from terbit.commands.new import judged
from terbit.core.digest import ABSENT
from terbit.newsroom.questions import ABOUT, TEXT
from tests.filled import OF_PHOTOS, TOLD, issue_body, photos
from tests.forges.github.uploads import UPLOAD
from tests.github.state import Thread
from tests.rooms import WRITER, Room
from tests.rooms_github import GitHubRoom

SLUG = "tim-pengawas-buka-klinik-konsultasi-untuk-perangkat-daerah"
PLACE = f"drafts/{SLUG}"
TODAY = date(2026, 11, 18)
HOSTILE = {
    "Apa": "Rapat *penting* <script>alert(1)</script> {{ 7 * 7 }} — “a” & 'b': # x",
    "Siapa": "[tim](https://jahat.example) `x` _y_ ~z~ | &lt;b&gt; @semua",
    "Ringkasan": '---\\n" judul: palsu',
    "Isi berita": "# Satu\n- dua\n\n1. tiga\n===\n\n> empat",
}
TOLDS = [TOLD, {**TOLD, **HOSTILE}]


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def command(folder: Path, *words: str, typed: str = "") -> None:
    done = subprocess.run(
        [sys.executable, "-m", "terbit", "new", "--now", f"{TODAY}T09:00+07:00", *words],
        cwd=folder,
        input=typed,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def by_form(room: GitHubRoom, told: dict[str, str], shots: list[Path]) -> dict[str, bytes]:
    """The issue form, both halves, read from the branch on GitHub."""
    links = {UPLOAD.format(n): shot for n, shot in enumerate(shots)}
    body, user = issue_body({**told, **OF_PHOTOS}, list(links)), room.fake.state.account(WRITER)
    room.fake.state.threads[7] = Thread(7, "Usulan", user, room.fake.state.stamp(), body)
    asked = taking.proposal({"issue": {"number": 7, "body": body}, "sender": user})
    room.bot()
    out = room.folder / "olahan"
    taking.prepare(room.newsroom, asked, out, room.now, lambda link: links[link].read_bytes())
    taking.deliver(room.newsroom, asked, out, room.now)
    commit = room.newsroom.repository.tip(f"usulan/7-{SLUG}")
    assert commit
    return dict(room.newsroom.repository.folder(commit, PLACE))


def by_questions(room: Room, told: dict[str, str], shots: list[Path]) -> dict[str, bytes]:
    """`terbit new --tanya`; Enter keeps what the rules warn about."""
    typed, office = [], room.newsroom.config.office
    for question in ABOUT:
        text = told[question.label]
        typed += [text, *(["."] if question.label == TEXT and text else [])]
        before = dict(list(told.items())[: list(told).index(question.label) + 1])
        typed += [""] * bool(judged(before, question, office, TODAY))
    for number in range(len(shots)):
        typed += [(text.split("\n") * 2)[number] for text in OF_PHOTOS.values()]
    command(room.clone, "--tanya", *map(str, shots), typed="\n".join(typed) + "\n")
    return files(room.clone / PLACE)


def by_folder(room: Room, told: dict[str, str], shots: list[Path]) -> dict[str, bytes]:
    """`terbit new --dari`: the photos and a naskah.txt beside them."""
    lines = [f"{label}: {text}" for label, text in {**told, **OF_PHOTOS}.items()]
    (shots[0].parent / "naskah.txt").write_text("\n".join(lines), encoding="utf-8")
    command(room.clone, "--dari", str(shots[0].parent))
    return files(room.clone / PLACE)


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
