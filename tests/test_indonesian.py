"""What the gate, the site, the kits and the papers say alike."""

from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from terbit import indonesian
from terbit.core.passage import Proof
from terbit.core.record import DELETED, KIT, POSTED, SKIPPED


def test_months_are_indonesian() -> None:
    assert indonesian.day(date(2027, 8, 17)) == "17 Agustus 2027"
    assert indonesian.dated(date(2026, 5, 1), "MMMM y") == "Mei 2026"


@pytest.mark.parametrize(
    ("zone", "text"),
    [
        ("Asia/Jakarta", "12 November 2026 10.41 WIB"),
        ("Asia/Makassar", "12 November 2026 11.41 WITA"),
        ("Asia/Jayapura", "12 November 2026 12.41 WIT"),
        ("Asia/Kolkata", "12 November 2026 09.11 UTC+05.30"),
        ("America/Bogota", "11 November 2026 22.41 UTC-05.00"),
    ],
)
def test_each_zone_has_its_own_letters(zone: str, text: str) -> None:
    moment = datetime(2026, 11, 12, 3, 41, tzinfo=UTC).astimezone(ZoneInfo(zone))
    assert indonesian.moment(moment) == text


@pytest.mark.parametrize(
    ("minutes", "said"),
    [
        (0, "0 menit kerja"),
        (12, "12 menit kerja"),
        (60, "1 jam kerja"),
        (65, "1 jam 5 menit kerja"),
        (75_000, "1.250 jam kerja"),
    ],
)
def test_office_minutes_in_words(minutes: int, said: str) -> None:
    assert indonesian.duration(minutes) == said


@pytest.mark.parametrize(("value", "text"), [(7, "7"), (1250, "1.250"), (2_000_000, "2.000.000")])
def test_thousands_have_points(value: int, text: str) -> None:
    assert indonesian.number(value) == text


def test_lists_in_a_sentence() -> None:
    assert indonesian.enumerate_words(["a"]) == "a"
    assert indonesian.enumerate_words(["a", "b"]) == "a dan b"
    assert indonesian.enumerate_words(["a", "b", "c"]) == "a, b, dan c"


@pytest.mark.parametrize(
    ("known", "text"),
    [
        (Proof("x", POSTED), "Terunggah"),
        (Proof("x", POSTED, screenshot=True), "Tangkapan layar disimpan di arsip"),
        (Proof("x", KIT), "Paket unggah siap"),
        (Proof("x", DELETED, earlier=True), "Kiriman dihapus (versi sebelumnya)"),
        (Proof("x", SKIPPED, reason="akun dikunci"), "Tidak tersedia: akun dikunci"),
        (Proof("x", ""), "Belum ada bukti"),
    ],
)
def test_what_is_known_of_a_channel(known: Proof, text: str) -> None:
    assert indonesian.proof(known) == text
