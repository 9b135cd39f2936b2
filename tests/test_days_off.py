"""The table of days off: what the package `holidays` knows, and nothing of it at start-up."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from terbit import days_off
from terbit.days_off import source


def test_the_table_is_what_the_package_knows() -> None:
    found = days_off.TABLE.read_text(encoding="utf-8")
    assert found == source.text(), "jalankan make holidays, lalu periksa bedanya"


def test_it_is_written_as_it_is_read(tmp_path: Path) -> None:
    source.write(tmp_path / "libur.json")
    assert (tmp_path / "libur.json").read_bytes() == days_off.TABLE.read_bytes()


def test_it_names_holidays_and_cuti_bersama_of_every_year() -> None:
    known = days_off.known()
    assert known[date(2026, 8, 17)] == "Hari Kemerdekaan Republik Indonesia"
    assert any("Cuti Bersama" in name for day, name in known.items() if day.year == 2026)
    assert {day.year for day in known} == set(source.YEARS)
