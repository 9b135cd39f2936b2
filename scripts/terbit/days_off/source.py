"""Where the days off come from: the package `holidays` (SKB, and estimates for later years)."""

from __future__ import annotations

import json
from pathlib import Path

import holidays

from terbit.days_off import TABLE

YEARS = range(2024, 2036)


def text() -> str:
    """The table as the package knows it, one day a line."""
    found = holidays.country_holidays(
        "ID", years=YEARS, categories=("public", "government"), language="id"
    )
    rows = {day.isoformat(): name for day, name in sorted(found.items())}
    return json.dumps(rows, ensure_ascii=False, indent=1) + "\n"


def write(table: Path = TABLE) -> None:
    """Write the table."""
    table.write_text(text(), encoding="utf-8")
