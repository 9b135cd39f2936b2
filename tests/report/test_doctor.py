"""Guarantees as lines and as JSON, and what the office's own people make of them."""

from __future__ import annotations

from datetime import date

from terbit.core.guarantee import State, fails, holds, unknown
from terbit.core.office import Appointment
from terbit.report import doctor
from tests.forges.github.desk import OFFICE

TODAY = date(2026, 11, 20)
THREE = (
    holds("satu", "Ini berlaku"),
    fails("dua", "Ini tidak", "perbaiki", ("rincian",)),
    unknown("tiga", "Ini entah", "tanyakan"),
)


def test_one_line_for_each_guarantee_with_its_sign_and_its_mending() -> None:
    assert list(doctor.lines(THREE)) == [
        "✔ Ini berlaku",
        "✘ Ini tidak — perbaiki",
        "    rincian",
        "? Ini entah — tanyakan",
    ]
    assert doctor.summary(THREE) == "1 berlaku, 1 tidak berlaku, 1 tidak dapat dipastikan"


def test_words_from_outside_stay_on_their_line() -> None:
    (first, second) = doctor.lines([fails("x", "a\nb", "c\x1b[1m", ("d\r\n✔ e",))])
    assert first == "✘ a b — c[1m"
    assert second == "    d ✔ e"


def test_programs_get_english_states() -> None:
    rows = doctor.to_json(THREE)
    assert [row["state"] for row in rows] == ["holds", "fails", "unknown"]
    assert rows[1]["details"] == ["rincian"]


def test_a_team_that_could_not_be_read_leaves_its_steps_undecided() -> None:
    procedure, rows = OFFICE.procedure, OFFICE.office.appointments
    role = procedure.deciding.roles[0]
    others = [row for row in rows if row.role != role]
    found = {one.id: one for one in doctor.people(procedure, others, TODAY, [role])}
    assert found["steps-staffed"].state is State.HOLDS
    assert found["teams-known"].details == (f"langkah {procedure.deciding.number} (persetujuan)",)


def test_two_who_are_both_needed_share_a_line() -> None:
    procedure = OFFICE.procedure
    writing = (*procedure.steps[0].roles, *procedure.drafting.roles)
    judging = (procedure.review_steps[0].roles[0], *procedure.deciding.roles)
    rows = [
        Appointment(f"Orang {number}", role, f"orang-{number}", number, date(2026, 1, 1))
        for numbers, roles in (((1, 2), writing), ((3, 4), judging))
        for number in numbers
        for role in roles
    ]
    found = {one.id: one for one in doctor.people(procedure, rows, TODAY)}
    assert found["steps-staffed"].state is State.HOLDS
    assert found["one-absence-survived"].details == (
        "langkah 4 (persetujuan) bila Orang 3 atau Orang 4 berhalangan",
    )


def test_a_maintaining_role_that_nobody_holds_stops_changes_of_the_code() -> None:
    found = doctor.trusted_with_code(OFFICE.procedure, (), TODAY)
    assert found.sentence.startswith("Tidak ada yang memegang jabatan Pengelola Sistem")
