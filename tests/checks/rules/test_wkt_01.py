from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from terbit.checks.reading.dates import day_name, long_date, mentions, readings

WRONG = [
    "Rabu pekan depan (10/11)",
    "Rabu Kliwon, 10 November 2026",
    "Rabu, bertepatan dengan 10 November 2026",
    "Rabu pukul 08.00 WIB, 10 November 2026",
    "10 November 2026 jatuh pada hari Rabu",
    "Hari: Rabu\nTanggal: 10 November 2026",
    "Kamis (6/10/2026)",
    "Rabu, 10 November 2026",
    "Selasa 9 Nov 2026",
    "Jum'at, 12 November 2026",
    "Jum’at (12/11/2026)",
    "Jumat, 12 Nopember 2026",
    "Senin–Kamis, 9–11 November 2026",
    "Selasa–Rabu, 9–11 November 2026",
    "Senin s.d. Rabu, 9 s.d. 12 November 2026",
    "Senin hingga Rabu (9–12/11/2026)",
    "Senin (9/11/2026) hingga Kamis (11/11/2026)",
    "Senin, 9 November s.d. Kamis, 11 November 2026",
    "Senin dan Selasa, 9 dan 11 November 2026",
    "Senin, Rabu, dan Jumat (9, 11, 14 November 2026)",
    "Senin–Jumat, 30 November–5 Desember 2026",
    "Rabu (10/11)",
    "Rabu (10/11/26)",
    "Selasa pagi, 11 November 2026",
    "Selasa lalu (11/11/2026)",
    "hari Minggu, 10 November 2026",
    "Ahad (10/11/2026)",
    "SELASA, 11 NOVEMBER 2026",
    "Rabu tanggal\n10 November 2026",
    "Senin, 2026-11-10",
    "Senin, 10.11.2026",
    "Senin/10 November 2026",
    "10 November 2026 (Rabu)",
    "tanggal 10 November 2026, hari Rabu",
    "**Rabu**, 10 November 2026",
    "Perda Nomor 3 Tahun 2024 tentang Pajak Daerah dibahas pada Selasa, 11 November 2026",
]
RIGHT = [
    "malam Rabu, 10 November 2026",
    "Tahun lalu, 10 November jatuh pada Senin",
    "10 November 2026 jatuh pada setiap Senin",
    "Senin depan berkas tanggal 10 November 2026 dikembalikan",
    "Selasa (6/10/2026)",
    "Selasa, 10 November 2026, pukul 08.30 WIB",
    "Jum'at, 13 November 2026",
    "Senin–Rabu, 9–11 November 2026",
    "Senin (9/11) pukul 10.00, Rabu (11/11)",
    "Kamis, 31 Desember 2026 s.d. Jumat, 1 Januari 2027",
    "Kamis, 31 Desember s.d. Jumat, 1 Januari 2027",
    "Rabu, 31 November 2026",
    "dua minggu, 10 November 2026 hingga 24 November 2026",
    "minggu, 10 November",
    "Setiap Jumat, 10 November hingga 10 Desember 2026",
    "Senin–Jumat, 08.00–16.00",
    "Buka Senin–Jumat, 10–27 November 2026",
    "Senin dan Rabu, 9–13 November 2026",
    "Senin, 10 peserta hadir",
    "Senin, 9.30 WIB",
    "UU Nomor 3 Tahun 2024 tentang Apel Senin 10 November 2026",
    "Rabu dan Kamis, 11–19 November 2026",
    "Sabtu 7/11/2026",
    "Hari Kamis Putih dan Rabu Abu",
]


@pytest.mark.parametrize("body", WRONG)
def test_wrong_weekdays_are_refused(findings, body):
    assert len(findings("WKT-01", body)) == 1


@pytest.mark.parametrize("body", RIGHT)
def test_right_or_unclear_ones_are_not(findings, body):
    assert findings("WKT-01", body) == ()


def test_the_answers_are_read_too(findings):
    answers = dict.fromkeys(("apa", "siapa", "di_mana", "mengapa", "bagaimana"), "x")
    (finding,) = findings("WKT-01", **{"5w1h": {**answers, "kapan": "Rabu, 10 November 2026"}})
    assert "10 November 2026 hari Selasa" in finding.fix


def test_a_date_without_year_is_of_the_articles_year(findings):
    assert findings("WKT-01", "Selasa (10/11)", tanggal=date(2026, 11, 10)) == ()
    assert len(findings("WKT-01", "Selasa (10/11)", tanggal=date(2025, 11, 10))) == 1


def test_a_year_of_two_digits_is_of_this_century(findings):
    assert "10 November 2026" in findings("WKT-01", "Rabu (10/11/26)")[0].fix


def test_near_new_year_the_other_year_counts_too(findings):
    body = "Kamis, 31 Desember"
    assert findings("WKT-01", body, tanggal=date(2027, 1, 2)) == ()
    assert len(findings("WKT-01", body, tanggal=date(2027, 6, 2))) == 1


days = st.dates(date(2000, 1, 1), date(2099, 12, 31))


@given(days)
def test_every_right_date_is_right(day):
    for text in (
        f"{day_name(day)}, {long_date(day)}",
        f"{day_name(day)} ({day.day}/{day.month}/{day.year})",
    ):
        (mention,) = mentions(text)
        ((weekday, part),) = mention.pairs()
        assert readings(part, date(2026, 1, 1)) == (day,)
        assert weekday == day.weekday()


@given(days, st.integers(1, 6))
def test_every_wrong_weekday_is_seen(day, shift):
    (mention,) = mentions(f"{day_name(day + timedelta(days=shift))}, {long_date(day)}")
    ((weekday, part),) = mention.pairs()
    assert readings(part, day)[0].weekday() != weekday
