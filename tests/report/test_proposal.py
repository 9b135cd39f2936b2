"""The answer to a proposal: what came of it, what to mend, and the one next step."""

from __future__ import annotations

import pytest

from terbit.errors import InputErrors, Problem, TerbitError
from terbit.report import proposal
from terbit.report.proposal import MARKER, MOST, Draft, Remark

PAGE = "https://github.com/contoh/terbit/blob/usulan/7-kabar/drafts/kabar/index.md"
OPEN = "https://github.com/contoh/terbit/compare/main...usulan/7-kabar?quick_pull=1&title=Kabar"
DRAFT = Draft("usulan/7-kabar", PAGE, OPEN, answered=6, photos=2, posts=("Admin Medsos",))
SENDER = ("Citra Maharani", "Admin Medsos")
REMARK = Remark("TOLAK", "pertanyaan “apa” belum dijawab", "isi 5w1h.apa")


def test_a_draft_without_a_fault() -> None:
    assert proposal.drafted(DRAFT, SENDER, [], []) == (
        f"{MARKER}\n\n"
        f"**Usulan ini sudah menjadi naskah** di [halaman naskah]({PAGE}). Belum ada yang tampil ke"
        " publik.\n\n"
        "Pengirim: Citra Maharani (Admin Medsos).\n\n"
        "- Terjawab: 6 dari 6 pertanyaan.\n"
        "- 2 foto masuk; lokasi dan data kameranya sudah dibuang.\n\n"
        "Pemeriksaan tidak menemukan kekurangan.\n\n"
        f"{proposal.EDIT}\n\n"
        "**Siap diajukan:** Admin Medsos menulis komentar **/ajukan** di halaman ini. Jawabannya"
        " memuat tautan untuk membuka permintaan persetujuan.\n\n"
        f"Masih akan disusun di meja kerja? [Buka permintaan untuk naskah ini]({OPEN}); naskahnya"
        " masuk ke `drafts/`.\n"
    )


def test_what_must_be_mended_is_not_called_ready() -> None:
    said = proposal.drafted(DRAFT, SENDER, [REMARK], [])
    assert "/ajukan" not in said
    assert proposal.LATER in said
    assert f"**[Buka permintaan untuk naskah ini]({OPEN})** — satu tekan, oleh petugas" in said


@pytest.mark.parametrize(
    ("level", "words"),
    [
        ("TOLAK", "harus diperbaiki: "),
        ("TAHAN", "perlu diperbaiki, atau alasan tertulis"),
        ("INGAT", "sebaiknya diperbaiki: "),
        ("lain", "saran: "),
    ],
)
def test_a_finding_says_how_grave_it_is_and_how_to_mend_it(level: str, words: str) -> None:
    said = proposal.drafted(DRAFT, (), [Remark(level, REMARK.message, REMARK.fix)], [])
    (row,) = (line for line in said.splitlines() if "belum dijawab" in line)
    assert row.startswith(f"- {words}")
    assert row.endswith(f"{REMARK.message} — {REMARK.fix}")


def test_a_finding_names_the_question_that_it_speaks_of() -> None:
    remark = Remark("TOLAK", REMARK.message, REMARK.fix, "Apa")
    said = proposal.drafted(DRAFT, (), [remark], [])
    assert f"- Apa, harus diperbaiki: {REMARK.message}" in said


def test_nobody_reads_a_hundred_findings() -> None:
    said = proposal.drafted(DRAFT, SENDER, [REMARK] * 100, [])
    assert said.count("belum dijawab") == MOST
    assert "dan 75 temuan lain" in said


def test_photos_that_are_missing_are_listed() -> None:
    said = proposal.drafted(DRAFT, SENDER, [], ["Foto 2: rusak — salin ulang"])
    assert "Foto yang belum masuk:\n\n- Foto 2: rusak — salin ulang" in said


def test_without_pages_the_branch_is_named() -> None:
    said = proposal.drafted(Draft("usulan/7-kabar", None, None, 0, 0), (), [], [])
    assert "di cabang `usulan/7-kabar`" in said
    assert "Buka permintaan" not in said
    assert "Belum ada foto." in said


@pytest.mark.parametrize(
    "error",
    [
        TerbitError("judul belum berisi kata", "tulis judul"),
        InputErrors([Problem("Judul", 0, "judul belum diisi", "tulis judul")]),
    ],
)
def test_a_refusal_says_what_where_and_how(error: TerbitError) -> None:
    said = proposal.refused(error)
    assert "belum dapat dijadikan naskah" in said
    assert said.count("\n- ") == 1
    assert "tulis judul" in said


@pytest.mark.parametrize(
    "said",
    [
        proposal.unread(),
        proposal.kept(DRAFT),
        proposal.merged(("Admin Medsos",)),
        proposal.refused(TerbitError("x")),
        proposal.drafted(DRAFT, (), [], []),
    ],
)
def test_every_answer_can_be_found_again_and_begins_with_one_bold_sentence(said: str) -> None:
    assert said.startswith(f"{MARKER}\n\n**")
    assert said.endswith("\n")


def test_no_word_of_a_stranger_comes_to_life_or_grows() -> None:
    evil = "@semua [x](https://jahat.example) <img src=x> #1 " + "a " * 5000
    said = proposal.drafted(DRAFT, (evil, evil), [Remark("TOLAK", evil, evil)], [evil])
    said += proposal.refused(TerbitError(evil))
    for alive in ("@semua", "](https://jahat", "<img", " #1 "):
        assert alive not in said
