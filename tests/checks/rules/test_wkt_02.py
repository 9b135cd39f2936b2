from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from terbit.checks.reading.dates import long_date
from terbit.checks.reading.written_dates import stretches
from terbit.checks.rules.wkt_02 import RULE
from tests.checks.offices import CONTEXT, LEAD, build


def found(body: str, **front: object):
    return list(RULE.check(build(f"{LEAD}\n{body}\n", **front), CONTEXT))


@pytest.mark.parametrize(
    ("body", "quote", "fix"),
    [
        ("Batasnya 31 November 2026.", "31 November 2026", "30 November 2026"),
        ("Batasnya 30 Februari 2028.", "30 Februari 2028", "29 Februari 2028"),
        ("Batasnya 29/2/2026.", "29/2/2026", "28 Februari 2026"),
        ("Batasnya tanggal 31 April.", "31 April", "30 April"),
        ("Tanggal 2026-13-01 dipilih.", "2026-13-01", "hari, bulan, lalu tahunnya"),
        ("Tahap 30, 31 November, dan 1 Desember 2026.", "31 November", "30 November"),
        ("Batasnya 5 Desember 20226.", "5 Desember 20226", "empat angka"),
        ("Batasnya 5 Desember 2206.", "5 Desember 2206", "periksa tahunnya"),
        ("Diangkat pada 1 April 1890.", "1 April 1890", "periksa tahunnya"),
    ],
)
def test_what_is_wrong_and_how_to_mend_it(body, quote, fix):
    (finding,) = found(body)
    assert (finding.quote, finding.level) == (quote, "TOLAK")
    assert fix in finding.fix


@pytest.mark.parametrize(
    "body",
    [
        "Pada 10 November 150 pegawai hadir.",
        "Pelatihan digelar 29 Februari 2028.",
        "Perang Banjar pecah pada 28 April 1859.",
        "Hak guna usaha berlaku hingga 31 Desember 2061.",
        "Tertulis 31 November 2026, seharusnya 30 November 2026.",
        "Surat Nomor 31/11/2026 dicatat.",
        "Peraturan Nomor 5 Tahun 1890 tentang Libur 31 November 1890 dicabut.",
        "Berkas lampiran_2026-13-01.pdf tersedia.",
    ],
)
def test_what_only_looks_wrong(body):
    assert found(body) == []


def test_a_correction_may_repeat_the_mistake():
    row = {"waktu": "2026-11-11T10:00", "isi": "Batas 31 November 2026 menjadi 30 November 2026."}
    assert found("Isi.", ralat=[row]) == []


def test_cells_and_answers_are_read():
    body = "| Tahap | Tanggal |\n|---|---|\n| Daftar | 31 September 2026 |"
    (finding,) = found(body)
    assert finding.line == build(f"{LEAD}\n{body}\n").body_line + 4
    (finding,) = found("Isi.", ringkasan="Batasnya 31 November 2026.")
    assert finding.line == 5


def test_the_day_of_the_head_may_be_off_too():
    (finding,) = found("Isi.", tanggal=date(2126, 11, 10))
    assert finding.quote == "2126-11-10"


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)))
def test_every_day_is_read_as_itself(day):
    for text in (long_date(day), f"({day.day}/{day.month}/{day.year})", day.isoformat()):
        (stretch,) = stretches(text)
        assert stretch.days(date(2026, 1, 1)) == {day}


@given(st.dates(date(2026, 1, 1), date(2026, 12, 1)), st.integers(1, 30))
def test_every_day_of_a_range_is_meant(first, length):
    last = date.fromordinal(first.toordinal() + length)
    (stretch,) = stretches(f"{long_date(first)} s.d. {long_date(last)}")
    assert stretch.ranged
    assert len(stretch.days(first)) == length + 1
