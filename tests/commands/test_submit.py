"""`terbit submit`: from drafts/ to the public place on a branch, all of it or nothing."""

from __future__ import annotations

import shutil
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from terbit.commands.submit import submit
from terbit.errors import InputErrors, TerbitError
from tests.rooms import (
    DECIDER,
    DRAFT,
    ITEM,
    MAINTAINER,
    OTHER_WRITER,
    PUBLIC,
    REPOSITORY,
    VERIFIER,
    WRITER,
    Room,
)

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


def test_paths_outside_are_refused(room: Room, tmp_path: Path) -> None:
    with pytest.raises(TerbitError, match="di luar repositori"):
        submit(room.newsroom, str(tmp_path), room.who(WRITER), room.now)


def test_news_that_never_was_a_draft_is_refused(room: Room) -> None:
    shutil.copytree(room.clone / DRAFT, room.clone / "content/berita/2026/11/kabar-selundup")
    with pytest.raises(TerbitError, match="berita baru ditulis di drafts/"):
        room.submit("content/berita/2026/11/kabar-selundup")


def test_a_refusal_names_the_file_where_it_lies(room: Room) -> None:
    room.edit("klasifikasi: berkala", "klasifikasi: dikecualikan", f"{DRAFT}/index.md")
    with pytest.raises(TerbitError) as told:
        room.submit()
    assert f"di {DRAFT}/index.md:" in str(told.value)
    assert f"terbit check {DRAFT}" in told.value.fix


RALAT = """ralat:
  - {waktu: 2026-11-18T08:30, isi: Judul diperbaiki.}
5w1h:"""


def test_a_ralat_opens_a_request_upon_what_is_public(room: Room) -> None:
    room.publish_request()
    room.edit("5w1h:", RALAT)  # still on the branch of the first request
    done = submit(room.newsroom, PUBLIC, room.who(WRITER), room.tick())
    info = room.newsroom.forge.requests()[0]
    assert (done.number, done.corrected) == (2, False)
    assert info.branch == done.branch == "perubahan/berita/2026/11/kabar-uji/1"
    assert info.title.startswith("Ralat: Kabar Uji")
    repository = room.newsroom.repository
    assert repository.parent(info.head_sha) == room.newsroom.main()
    assert repository.current_branch() == done.branch
    assert not repository.dirty(".")


def test_a_ralat_is_corrected_in_its_own_request_and_the_next_one_is_new(room: Room) -> None:
    room.publish_request()
    room.edit("5w1h:", RALAT)
    assert room.submit(PUBLIC) == 2
    room.edit("Judul diperbaiki.", "Ejaan judul diperbaiki.")
    assert room.submit(PUBLIC) == 2
    room.approve(VERIFIER, 2)
    room.approve(DECIDER, 2)
    room.merge(number=2)
    room.edit("Ejaan judul", "Tulisan judul")
    assert room.submit(PUBLIC) == 3
    assert room.newsroom.forge.requests()[0].branch.endswith("kabar-uji/2")


def test_a_withdrawal_says_so_in_the_name_of_its_request(room: Room) -> None:
    folder = "content/berita/2026/10/kabar-lama"
    text = (room.clone / folder / "index.md").read_text(encoding="utf-8")
    kind = next(line for line in text.splitlines() if line.startswith("jenis:"))
    gone = "ditarik: {waktu: 2026-11-18T08:30, alasan: Kegiatannya tidak jadi.}"
    room.edit(kind, f"{kind}\n{gone}", f"{folder}/index.md")
    room.submit(folder)
    assert room.newsroom.forge.requests()[0].title.startswith("Pencabutan: ")


def test_a_change_upon_an_outdated_version_is_refused(room: Room) -> None:
    folder = "content/berita/2026/10/kabar-lama"
    before = (room.clone / folder / "index.md").read_bytes()
    room.overwrite_main(f"{folder}/index.md", before + b"\nKalimat rekan.\n")
    (room.clone / folder / "index.md").write_bytes(before + b"\nKalimat saya.\n")
    with pytest.raises(TerbitError, match="bukan versi terakhir"):
        room.submit(folder)
    assert b"Kalimat saya" in (room.clone / folder / "index.md").read_bytes()


def test_a_page_is_changed_like_an_article(room: Room) -> None:
    room.edit("judul: ", "judul: Kabar dan ", "content/ppid/index.md")
    done = submit(room.newsroom, "content/ppid/index.md", room.who(WRITER), room.tick(), "Judul")
    assert room.newsroom.forge.requests()[0].title == "Perubahan: content/ppid/index.md"
    assert done.branch == "perubahan/ppid/index.md/1"
    assert "Kabar dan" in (room.clone / "content/ppid/index.md").read_text(encoding="utf-8")
    assert not room.newsroom.repository.dirty(".")
    assert {f.path for f in done.findings} <= {"content/ppid/index.md"}


def test_the_file_itself_may_be_named(room: Room) -> None:
    assert room.submit(f"{DRAFT}/index.md") == 1
    assert room.newsroom.forge.requests()[0].title.startswith("Kabar Uji")
    assert ITEM in PUBLIC
