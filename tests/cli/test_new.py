"""`terbit new --tanya`: by keyboard in a real terminal, or fed through a pipe."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from terbit import articles
from tests.filled import OF_PHOTOS, TOLD, photos
from tests.rooms import Room

SLUG = "tim-pengawas-buka-klinik-konsultasi-untuk-perangkat-daerah"
COMMAND = [sys.executable, "-m", "terbit", "new", "--now", "2026-11-18T09:00+07:00"]


def piped(folder: Path, text: str, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*COMMAND, "--tanya", *words],
        cwd=folder,
        input=text,
        capture_output=True,
        text=True,
        check=False,
    )


def keys(*photos_told: str, **changes: str) -> str:
    """What is typed, one line for each question."""
    told = {**TOLD, **{label.replace("_", " "): text for label, text in changes.items()}}
    return "\n".join([*told.values(), *photos_told]) + "\n"


def test_questions_that_are_answered_through_a_pipe_make_a_draft(room: Room) -> None:
    done = piped(room.clone, keys("", ""))
    assert done.returncode == 0, done.stdout + done.stderr
    assert f"Naskah dibuat: drafts/{SLUG}/index.md" in done.stdout
    article = articles.load(room.clone, f"drafts/{SLUG}")
    assert article.title == TOLD["Judul"]
    assert article.five_w is not None
    assert article.five_w.mengapa == TOLD["Mengapa"]


def test_each_question_comes_with_an_example(room: Room) -> None:
    said = piped(room.clone, keys("", "")).stdout
    assert "Di mana — Nama tempat dan kotanya." in said
    assert "Contoh: Aula kantor, Tirta Raya" in said


def test_a_fault_is_shown_at_once_and_asked_again(room: Room) -> None:
    typed = keys("", "", Mengapa=f"rutin\n{TOLD['Mengapa']}", Siapa="Budi, 081234567890\nTim audit")
    said = piped(room.clone, typed).stdout
    assert "! PII-03 TOLAK" in said
    assert "! 5W-02 INGAT: jawaban “mengapa”" in said
    article = articles.load(room.clone, f"drafts/{SLUG}")
    assert article.five_w is not None
    assert (article.five_w.siapa, article.five_w.mengapa) == ("Tim audit", TOLD["Mengapa"])


def test_enter_keeps_an_answer_that_was_warned_about(room: Room) -> None:
    assert piped(room.clone, keys("", "", Mengapa="rutin\n")).returncode == 0
    article = articles.load(room.clone, f"drafts/{SLUG}")
    assert article.five_w is not None
    assert article.five_w.mengapa == "rutin"


def test_title_kind_and_day_are_asked_until_they_can_be_used(room: Room) -> None:
    typed = keys(
        *("", ""),
        Judul=f"\n漢字\n{TOLD['Judul']}",
        Jenis="esai\nberita",
        Tanggal_kegiatan="kemarin\n\n17/11/2026",
    )
    done = piped(room.clone, typed)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "judul belum berisi kata" in done.stdout
    assert "tanggal belum terbaca" in done.stdout


def test_a_body_of_several_paragraphs_ends_with_a_full_stop(room: Room) -> None:
    piped(room.clone, keys("", "", Isi_berita="Satu.\n\n[b]Dua[/b].\n.\n"))
    body = articles.load(room.clone, f"drafts/{SLUG}").body
    assert body == "\nSatu.\n\n\\[b\\]Dua\\[/b\\].\n"


def test_a_file_that_is_no_photo_is_told_before_anything_is_made(
    room: Room, tmp_path: Path
) -> None:
    bad, good = tmp_path / "catatan.jpg", photos(tmp_path)[0]
    bad.write_text("bukan foto")
    typed = keys(str(bad), f"'{good}'", "", "Dua orang", *[""] * 5)
    done = piped(room.clone, typed)
    assert "! catatan.jpg: foto bukan foto JPEG" in done.stdout
    assert [p.alt for p in articles.load(room.clone, f"drafts/{SLUG}").photos] == ["Dua orang"]


@pytest.mark.parametrize("lines", [0, 1, 5])
def test_an_input_that_ends_early_makes_nothing(room: Room, lines: int) -> None:
    before = sorted((room.clone / "drafts").iterdir())
    done = piped(room.clone, "".join(f"{row}\n" for row in list(TOLD.values())[:lines]))
    assert done.returncode == 1
    assert "isian berhenti sebelum selesai" in done.stderr
    assert sorted((room.clone / "drafts").iterdir()) == before


def test_a_terminal_is_answered_by_keyboard_alone(room: Room, tmp_path: Path) -> None:
    shots = photos(tmp_path)
    each = [(text.split("\n") * 2)[:2] for text in OF_PHOTOS.values()]
    typed = [*TOLD.values(), *(told[number] for number in range(2) for told in each)]
    child, keyboard = pty.fork()
    if child == 0:  # pragma: no cover  (another process)
        os.chdir(room.clone)
        os.execv(sys.executable, [*COMMAND, "--tanya", *map(str, shots)])  # noqa: S606
    said = b""
    waiting = list(typed)
    while True:
        try:
            said += os.read(keyboard, 4096)
        except OSError:
            break
        if said.endswith(b"> ") and waiting:
            os.write(keyboard, f"{waiting.pop(0)}\n".encode())
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0, said.decode()
    assert waiting == []
    article = articles.load(room.clone, f"drafts/{SLUG}")
    assert [photo.alt for photo in article.photos] == OF_PHOTOS["Yang terlihat di foto"].split("\n")
    assert {photo.children for photo in article.photos} == {False}


@pytest.mark.parametrize(
    "words", [[], ["--tanya", "--dari", "drafts"], ["Judul", "--dari", "drafts"]]
)
def test_one_door_at_a_time(room: Room, words: list[str]) -> None:
    done = subprocess.run(
        [*COMMAND, *words], cwd=room.clone, capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert "sebutkan JUDUL, --tanya [FOTO]..., atau --dari FOLDER" in done.stderr
