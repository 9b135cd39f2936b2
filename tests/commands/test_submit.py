"""`terbit submit`: from drafts/ to the public place on a branch, all of it or nothing."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from terbit.commands.submit import submit
from terbit.errors import InputErrors, TerbitError
from tests.rooms import DRAFT, ITEM, MAINTAINER, OTHER_WRITER, PUBLIC, REPOSITORY, WRITER, Room

CAMERA = REPOSITORY / "tests/newsroom/kamera/IMG_20261117_083512.jpg"


def test_a_draft_moves_to_its_public_place_and_keeps_its_bytes(room: Room) -> None:
    before = (room.clone / DRAFT / "index.md").read_bytes()
    number = room.submit()
    info = room.newsroom.forge.requests()[0]
    assert (info.number, info.opener, info.branch) == (number, WRITER, "naskah/kabar-uji")
    assert (room.clone / PUBLIC / "index.md").read_bytes() == before
    assert not (room.clone / DRAFT).exists()
    assert room.newsroom.repository.current_branch() == "naskah/kabar-uji"
    assert not room.newsroom.repository.dirty(".")


def test_git_shows_the_move_as_a_rename(room: Room) -> None:
    room.submit()
    git = room.newsroom.repository.git
    status = git.diff("--name-status", "-M", "origin/main", "HEAD")
    assert {line.split("\t")[0] for line in status.splitlines()} == {"R100"}


def test_a_draft_that_was_never_committed_can_be_submitted(room: Room) -> None:
    new = room.clone / "drafts/kabar-baru"
    (room.clone / DRAFT).rename(new)
    done = submit(room.newsroom, "drafts/kabar-baru", room.who(WRITER), room.tick())
    assert done.folder == PUBLIC.replace("kabar-uji", "kabar-baru")
    assert not new.exists()


def test_the_writers_of_a_draft_branch_stay_known(room: Room) -> None:
    repository = room.newsroom.repository
    repository.start_branch("konsep", "main")
    room.edit("SATU", "EMPAT", f"{DRAFT}/index.md")
    repository.commit([DRAFT], "Konsep", room.who(OTHER_WRITER), room.tick())
    room.submit()
    from terbit.core.facts import from_json

    facts = from_json(room.newsroom.forge.facts(1, room.now))
    logins = {c.author.login for c in (*facts.commits, *facts.draft_commits) if c.author}
    assert logins == {WRITER, OTHER_WRITER, MAINTAINER}


def test_the_place_of_a_phone_photo_never_enters_the_request(room: Room) -> None:
    (room.clone / DRAFT / "foto-1.jpg").write_bytes(CAMERA.read_bytes())
    room.submit()
    repository = room.newsroom.repository
    head = room.newsroom.forge.requests()[0].head_sha
    data = repository.folder(head, PUBLIC)["foto-1.jpg"]
    with Image.open(BytesIO(data)) as image:
        assert not image.getexif()
        assert image.height > image.width
    raw = repository.git.hash_object(str(CAMERA))
    assert raw not in repository.git.rev_list("--objects", "--all")


def test_a_correction_goes_to_the_same_request(room: Room) -> None:
    room.submit()
    room.edit("SATU", "DUA")
    done = submit(room.newsroom, PUBLIC, room.who(WRITER), room.tick(), "Perbaiki angka")
    assert done.corrected
    assert done.number == 1
    assert room.newsroom.repository.git.show("-s", "--format=%s", "HEAD") == "Perbaiki angka"
    assert not room.newsroom.repository.dirty(".")


def test_a_correction_without_a_change_is_told(room: Room) -> None:
    room.submit()
    with pytest.raises(TerbitError, match="tidak ada yang berubah"):
        room.submit(PUBLIC)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("klasifikasi: berkala", "klasifikasi: dikecualikan", "TOLAK"),
        ("Selasa (17/11/2026)", "Kamis (17/11/2026)", "WKT-01"),
        ("mengapa: Agar", "mengapa: ''\n  agar: Agar", "tidak dikenal"),
    ],
)
def test_a_refused_draft_stays_where_it_was(room: Room, old: str, new: str, message: str) -> None:
    room.edit(old, new, f"{DRAFT}/index.md")
    before = (room.clone / DRAFT / "index.md").read_bytes()
    with pytest.raises((TerbitError, InputErrors), match=message):
        room.submit()
    assert (room.clone / DRAFT / "index.md").read_bytes() == before
    assert room.newsroom.repository.current_branch() == "main"
    assert not room.newsroom.forge.requests()


def test_a_slug_that_is_taken_is_refused(room: Room) -> None:
    room.submit()
    room.newsroom.repository.switch("main")
    with pytest.raises(TerbitError, match="sudah pernah diajukan"):
        room.submit()


def test_paths_outside_and_public_folders_without_a_request_are_refused(
    room: Room, tmp_path: Path
) -> None:
    with pytest.raises(TerbitError, match="di luar repositori"):
        submit(room.newsroom, str(tmp_path), room.who(WRITER), room.now)
    with pytest.raises(TerbitError, match="tidak ada permintaan terbuka"):
        room.submit("content/berita/2026/10/kabar-lama")


def test_the_file_itself_may_be_named(room: Room) -> None:
    assert room.submit(f"{DRAFT}/index.md") == 1
    assert room.newsroom.forge.requests()[0].title.startswith("Kabar Uji")
    assert ITEM in PUBLIC
