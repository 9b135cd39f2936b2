from __future__ import annotations

from dataclasses import replace
from zoneinfo import ZoneInfo

import pytest

from terbit.checks.rules.wkt_06 import RULE
from tests.checks.offices import CONTEXT, LEAD, OFFICE, build


def find(body: str, context=CONTEXT):
    return list(RULE.check(build(f"{LEAD}\n{body}\n"), context))


@pytest.mark.parametrize(
    ("body", "quote"),
    [
        ("Apel dimulai pukul 07.30 di halaman.", "pukul 07.30"),
        ("Apel dimulai pkl. 07.30 di halaman.", "pkl. 07.30"),
        ("Apel dimulai jam 9 pagi.", "jam 9"),
        ("Apel dimulai pukul tujuh pagi.", "pukul tujuh pagi"),
        ("Loket buka Senin–Jumat, 08.00–15.00.", "08.00–15.00"),
        ("Apel digelar Selasa, 07.30.", "07.30"),
        ("Batasnya pukul 24.00.", "pukul 24.00"),
    ],
)
def test_times_without_a_zone(body, quote):
    (finding,) = find(body)
    assert finding.quote == quote
    assert finding.fix.endswith(f"“{quote} WIB”")


@pytest.mark.parametrize(
    "body",
    [
        "Apel dimulai pukul 07.30 dan selesai pukul 08.00 WIB.",
        "Apel dimulai pukul 07.30 waktu setempat.",
        "Semua jam dalam pengumuman ini memakai WIB.\n\nApel dimulai pukul 07.30.",
        "Layanan buka 24 jam dan pelatihan 40 jam.",
        "Nilainya naik dari 08.10–09.20 poin.",
        "| Acara | Pukul (WIB) |\n|---|---|\n| Apel | 07.30–08.00 |",
    ],
)
def test_times_that_are_clear(body):
    assert find(body) == []


def test_a_column_of_times_counts_once():
    rows = "| Apel | 07.30–08.00 |\n| Doa | 08.00–08.10 |"
    assert len(find(f"| Acara | Waktu |\n|---|---|\n{rows}")) == 1


@pytest.mark.parametrize(
    ("zone", "name"), [("Asia/Makassar", "WITA"), ("Asia/Jayapura", "WIT"), ("Asia/Jakarta", "WIB")]
)
def test_the_fix_speaks_of_the_offices_own_zone(zone, name):
    calendar = replace(OFFICE.calendar, zone=ZoneInfo(zone))
    context = replace(CONTEXT, office=replace(OFFICE, calendar=calendar))
    assert find("Apel dimulai pukul 07.30.", context)[0].fix.endswith(f" {name}”")
