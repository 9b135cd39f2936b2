"""What was filled in becomes answers, in whatever way people write it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from terbit.core.article import QUESTIONS
from terbit.errors import InputErrors
from terbit.newsroom import questions
from terbit.newsroom.questions import ABOUT, LABELS, OF_A_PHOTO

DAY = date(2026, 11, 17)
TOLD = {questions.TITLE: "Klinik Dibuka", questions.DAY: "17 November 2026"}
PHOTOS = [Path("a.jpg"), Path("b.jpg"), Path("c.jpg")]


def test_every_label_is_asked_once_and_the_six_questions_in_their_order() -> None:
    assert len(set(LABELS)) == len(LABELS)
    keys = [row.key for row in ABOUT if row.key.startswith("5w1h.")]
    assert keys == [f"5w1h.{name}" for name in QUESTIONS]
    assert all(row.hint.endswith(".") for row in (*ABOUT, *OF_A_PHOTO))


@pytest.mark.parametrize(
    "text",
    [
        "2026-11-17",
        "17 November 2026",
        "Selasa, 17 November 2026",
        "17/11/2026",
        "17-11-2026",
        "17 nop 2026",
        " 17 November 2026 pukul 08.30 WIB ",
    ],
)
def test_a_day_as_people_write_it(text: str) -> None:
    assert questions.day_of(text) == DAY


@pytest.mark.parametrize(
    "text",
    ["", "besok", "17 November", "31 Februari 2026", "17 dan 18 November 2026", "2026-02-30"],
)
def test_what_is_not_one_day_is_none(text: str) -> None:
    assert questions.day_of(text) is None


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("berita – kabar kegiatan", "berita"),
        ("konten-foto – foto dengan keterangan", "konten-foto"),
        ("Pengumuman", "pengumuman"),
        ("", "berita"),
    ],
)
def test_the_kind_is_the_first_word_of_an_option(text: str, kind: str) -> None:
    assert questions.kind_of(text) == kind


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("Ya", True),
        ("ya, dua anak", True),
        ("Ada", True),
        ("Tidak ada", False),
        ("tidak", False),
        ("Belum tahu", None),
        ("Tidak tahu", None),
        ("", None),
        ("t", None),
    ],
)
def test_yes_no_and_nobody_knows(text: str, answer: bool | None) -> None:
    assert questions.yes_no(text) is answer


def test_each_photo_has_its_own_line() -> None:
    told = {questions.ALT: "1. Satu\n\nFoto 2: Dua\n- Tiga", questions.CAPTION: "Hanya satu"}
    rows = questions.pictures(told, PHOTOS)
    assert [row.alt for row in rows] == ["Satu", "Dua", "Tiga"]
    assert [row.caption for row in rows] == ["Hanya satu", "", ""]


def test_one_answer_about_people_is_for_all_photos() -> None:
    told = {questions.CHILDREN: "Tidak ada", questions.CONSENT: "lisan\n-\ntertulis"}
    rows = questions.pictures(told, PHOTOS)
    assert [row.children for row in rows] == [False, False, False]
    assert [row.consent for row in rows] == ["lisan", "", "tertulis"]
    assert [row.documents for row in rows] == [None, None, None]


def test_without_photos_their_answers_are_left_aside() -> None:
    assert questions.pictures({questions.ALT: "Satu", questions.CHILDREN: "ya"}, []) == ()


def test_a_text_of_labelled_lines() -> None:
    text = "\ufeffJUDUL: Klinik Dibuka\r\n\r\ndi mana :  Aula\n  lantai dua\n"
    text += "Isi berita:\nSatu.\n\nDua: tiga."
    assert questions.lines(text) == {
        "Judul": "Klinik Dibuka",
        "Di mana": "Aula\n  lantai dua",
        "Isi berita": "Satu.\n\nDua: tiga.",
    }


def test_answers_need_a_title_and_a_day() -> None:
    assert questions.answers(TOLD, []).day == DAY
    with pytest.raises(InputErrors) as caught:
        questions.answers({}, [])
    assert [row.path for row in caught.value.problems] == ["Judul", "Tanggal kegiatan"]
