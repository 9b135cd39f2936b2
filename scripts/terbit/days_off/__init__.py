"""Public holidays and cuti bersama of Indonesia, as a table that opens at once.

`make holidays` writes it with the package `holidays`; a test fails where the two differ.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from types import MappingProxyType

TABLE = Path(__file__).resolve().parent / "days_off.json"


@cache
def known() -> Mapping[date, str]:
    """Every day off that is known beforehand, with its name."""
    rows = json.loads(TABLE.read_bytes())
    return MappingProxyType({date.fromisoformat(day): name for day, name in rows.items()})
