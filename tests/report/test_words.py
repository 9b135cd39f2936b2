from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from terbit import config
from terbit.core.office import Calendar
from terbit.core.procedure import Action, Procedure
from terbit.core.verdict import Inability, Reason, Why
from terbit.report import phrases, words

EXAMPLES = Path(__file__).parents[1] / "core" / "gate" / "examples"
NOON = datetime(2026, 11, 12, 3, 41, tzinfo=UTC)


def procedure_of(name: str) -> Procedure:
    return config.load(EXAMPLES / name).procedure


def health() -> Procedure:
    return procedure_of("DK-005")


def inspectorate() -> Procedure:
    return procedure_of("APV-001")


@pytest.mark.parametrize(
    ("zone", "said"),
    [
        ("Asia/Pontianak", "12 November 2026 10.41 WIB"),
        ("Asia/Makassar", "12 November 2026 11.41 WITA"),
        ("Asia/Jayapura", "12 November 2026 12.41 WIT"),
        ("Asia/Kolkata", "12 November 2026 09.11 UTC+05.30"),
        ("America/Bogota", "11 November 2026 22.41 UTC-05.00"),
    ],
)
def test_times_are_said_in_the_offices_zone(zone: str, said: str) -> None:
    assert words.moment(NOON, Calendar(ZoneInfo(zone), ())) == said


@pytest.mark.parametrize(
    ("used", "left", "spent"),
    [
        (18, "tersisa 12 menit kerja", "terpakai 18 menit dari 30 menit kerja"),
        (30, "waktunya habis", "terpakai 30 menit dari 30 menit kerja"),
        (
            95,
            "lewat 1 jam 5 menit kerja",
            "terpakai 1 jam 35 menit dari 30 menit kerja (lewat 1 jam 5 menit)",
        ),
    ],
)
def test_a_clock_says_what_is_left_or_by_how_much_it_ran_over(
    used: int, left: str, spent: str
) -> None:
    assert (words.left(30, used), words.spent(30, used)) == (left, spent)


def test_posts_are_named_as_the_sop_names_them_with_the_quorum() -> None:
    procedure = health()
    said = words.posts_with_quorum(procedure.step("telaah_privasi"), procedure)
    assert said == (
        "Petugas Pelindungan Data Pribadi / Kepala Seksi Data dan Informasi / Sekretaris Dinas"
        " (2 dari 3)"
    )


def test_two_people_of_one_post_are_no_fraction_of_posts() -> None:
    procedure = health()
    step = replace(procedure.step("telaah_ppid"), quorum=2)
    assert words.posts_with_quorum(step, procedure) == "PPID Pelaksana (2 orang)"


def test_a_step_of_one_signature_shows_no_quorum() -> None:
    procedure = inspectorate()
    assert words.posts_with_quorum(procedure.deciding, procedure) == "Atasan PPID"


@pytest.mark.parametrize(
    ("example", "step", "noun", "title"),
    [
        ("APV-001", "verifikasi", "verifikasi", "Verifikasi"),
        ("APV-001", "draf", "penyusunan", "Draf"),
        ("DK-005", "telaah_ppid", "telaah PPID", "Telaah PPID"),
        ("DK-005", "liputan", "dokumentasi", "Liputan"),
        ("KD-015", "setujui", "keputusan", "Setujui"),
        ("KD-015", "tayang", "pengunggahan", "Tayang"),
    ],
)
def test_a_step_is_called_by_its_own_name_where_that_is_a_noun(
    example: str, step: str, noun: str, title: str
) -> None:
    procedure = procedure_of(example)
    row = procedure.step(step)
    assert (words.noun(row, procedure), words.title(row, procedure)) == (noun, title)


def test_every_code_of_the_gate_has_indonesian_words() -> None:
    assert set(phrases.REASONS) == set(Reason)
    assert set(phrases.WHYS) == set(Why)
    assert set(phrases.INABILITIES) == set(Inability)
    assert set(phrases.NOUNS) == set(Action)
    assert set(phrases.ACTS) == set(Reason) - {Reason.NOT_OPEN}


def test_states_carry_a_sign_and_a_word() -> None:
    assert [(state.sign, state.word) for state in phrases.State] == [
        ("✓", "selesai"),
        ("●", "menunggu"),
        ("○", "belum"),
        ("↷", "menyusul sesudah terbit"),
        ("–", "tidak perlu untuk permintaan ini"),
        ("?", "tidak dinilai"),
    ]


@pytest.mark.parametrize(
    ("why", "step", "said"),
    [
        (Inability.WROTE, None, "ikut menulis naskah ini"),
        (Inability.OUT_OF_DATES, None, "tidak sedang menjabat menurut tanggal di kantor.yml"),
        (Inability.SIGNED, 3, "sudah menandatangani langkah 3"),
    ],
)
def test_why_a_holder_cannot_take_a_step(why: Inability, step: int | None, said: str) -> None:
    assert words.inability(why, step) == said


def test_parts_of_the_facts_have_names() -> None:
    assert words.part("timeline") == "catatan pembatalan persetujuan"
    assert words.part("kantor/verifikator") == "anggota tim kantor/verifikator"
    assert words.part("lain") == "bagian “lain”"


def test_an_unknown_warning_says_no_code() -> None:
    assert words.warning("SOMETHING_NEW") == (
        "Ada hal lain yang perlu diperiksa pengelola repositori."
    )


def test_a_configuration_problem_says_the_line_in_words() -> None:
    text = "kantor.yml:97: Plh. Wati tanpa SK — isi sk"
    assert words.problem(text) == "kantor.yml baris 97: Plh. Wati tanpa SK — isi sk"
    assert words.problem("berkas tidak ditemukan") == "berkas tidak ditemukan"


def test_the_first_stands_for_a_long_list() -> None:
    assert words.and_others(["a"]) == "a"
    assert words.and_others(["a", "b", "c"]) == "a dan 2 lainnya"


def test_invisible_and_control_characters_are_left_out() -> None:
    assert words.clean("Bu\u202edi\x1b[31m\u200b \n\t Santoso\x00") == "Budi[31m Santoso"


def test_a_text_is_cut_between_words() -> None:
    assert words.cut("satu dua tiga", 13) == "satu dua tiga"
    assert words.cut("satu dua, tiga", 12) == "satu dua…"
    assert words.cut("satukatasangatpanjang", 10) == "…"


def test_the_first_form_that_fits_is_taken() -> None:
    assert words.fit(iter(["terlalu panjang", "", "pas"]), 5, "tidak ada") == "pas"
    assert words.fit(iter(["terlalu panjang"]), 5, "cadangan") == "cadangan"
