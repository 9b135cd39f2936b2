from __future__ import annotations

import pytest

from terbit.checks.rules.wkt_07 import RULE
from tests.checks.offices import CONTEXT, LEAD, build


def find(body: str):
    return list(RULE.check(build(f"{LEAD}\n{body}\n"), CONTEXT))


@pytest.mark.parametrize(
    ("body", "why"),
    [
        ("Loket buka pada 24 Desember 2026.", "Cuti Bersama Hari Raya Natal"),
        ("Loket buka pada Jumat, 25 Desember 2026.", "Hari Raya Natal"),
        ("Berkas diambil di loket pada 14 November 2026.", "hari Sabtu"),
        ("Layanan dibuka 24 Desember s.d. 31 Desember 2026.", "Cuti Bersama"),
        ("| Layanan | Tanggal |\n|---|---|\n| Konsultasi | 15 November 2026 |", "hari Minggu"),
    ],
)
def test_days_on_which_nobody_is_there(body, why):
    (finding,) = find(body)
    assert why in finding.message
    assert finding.level == "INGAT"


@pytest.mark.parametrize(
    "body",
    [
        "Loket tutup pada 24 Desember 2026.",
        "Layanan keliling tersedia pada Sabtu, 14 November 2026.",
        "Loket dibuka 14–20 November 2026.",
        "Pendaftaran daring dibuka 14 November 2026.",
        "Lomba digelar 14 November 2026.",
        "Selama libur Natal loket dijaga bergantian. Layanan tetap buka 25 Desember 2026.",
        "Pelayanan pada hari Natal, 25 Desember 2026, dibuka sampai siang.",
        "Petugas melayani 40 warga pada 7 November 2026.",
        "Loket buka pada 31 November 2026.",
    ],
)
def test_days_that_mislead_nobody(body):
    assert find(body) == []
