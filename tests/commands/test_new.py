"""`terbit new`: answers from a folder, and each one judged as soon as it is given."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from terbit import config
from terbit.commands import new as making
from terbit.errors import TerbitError
from terbit.newsroom import questions
from terbit.newsroom.questions import ABOUT
from tests.rooms import MINIATURE

OFFICE = config.load(MINIATURE).office
TODAY = date(2026, 11, 18)
NOTES = "Judul: Klinik Dibuka\nTanggal kegiatan: 17 November 2026\n"


def folder(place: Path, notes: bytes | None = NOTES.encode(), *photos: str) -> Path:
    place.mkdir()
    for name in photos:
        (place / name).touch()
    if notes is not None:
        (place / making.NOTES).write_bytes(notes)
    return place


def test_a_folder_holds_notes_and_photos(tmp_path: Path) -> None:
    told = making.from_folder(
        folder(tmp_path / "x", NOTES.encode(), "b.jpg", "a.heic", ".DS_Store")
    )
    assert (told.title, told.day) == ("Klinik Dibuka", date(2026, 11, 17))
    assert [picture.file.name for picture in told.pictures] == ["a.heic", "b.jpg"]


@pytest.mark.parametrize(
    ("notes", "message"),
    [
        (None, "naskah.txt tidak ada di x"),
        (b"\xff\xfe", "naskah.txt: bukan teks UTF-8"),
        (b"a" * 80_001, "naskah.txt: terlalu panjang"),
        (b"Halo", "judul belum diisi"),
    ],
)
def test_notes_that_cannot_be_used_are_told(
    tmp_path: Path, notes: bytes | None, message: str
) -> None:
    with pytest.raises(TerbitError, match=message):
        making.from_folder(folder(tmp_path / "x", notes))


def rules(label: str, answer: str, **before: str) -> list[str]:
    question = next(row for row in ABOUT if row.label == label)
    found = making.judged({**before, label: answer}, question, OFFICE, TODAY)
    return [finding.rule for finding in found]


@pytest.mark.parametrize(
    ("label", "answer", "rule"),
    [
        ("Judul", "HADIRI RAPAT PENTING SEKALI!!!", "BHS-04"),
        ("Apa", "", "5W-01"),
        ("Mengapa", "Dalam rangka kegiatan", "5W-02"),
        ("Siapa", "Hubungi 081234567890", "PII-03"),
        ("Isi berita", "Hubungi 081234567890.", "PII-03"),
    ],
)
def test_a_fault_is_found_where_it_was_typed(label: str, answer: str, rule: str) -> None:
    assert rule in rules(label, answer)


def test_a_good_answer_has_no_fault_though_others_are_still_missing() -> None:
    assert rules("Apa", "Klinik konsultasi pengawasan dibuka") == []


@pytest.mark.parametrize("label", ["Isi berita", "Atas nama"])
def test_a_question_that_was_passed_over_is_not_blamed_for_the_others(label: str) -> None:
    assert rules(label, "", Apa="Hubungi 081234567890", Siapa="") == []


def test_a_title_that_gives_no_address_is_refused_at_once() -> None:
    with pytest.raises(TerbitError, match="judul belum berisi kata"):
        rules(questions.TITLE, "漢字")
