"""The urgent path in the recapitulation: how many, and what came of the reviews put off."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from terbit.core.procedure import UrgentPath
from terbit.core.recap import Period, recap
from terbit.core.record import APPROVED, FOLLOWED, History
from terbit.report import summary
from terbit.report.document import Document
from tests.core.test_passage import CALENDAR, PROCEDURE
from tests.core.test_recap import case
from tests.report.test_summary import MADE, document, told
from tests.site.test_urgent import DUE, FIELDS, REASON, later, urgent

IN_TIME = later(urgent("tepat"), FOLLOWED, DUE - timedelta(hours=1))
LATE = later(urgent("telat"), FOLLOWED, DUE + timedelta(days=1))
MISSING = urgent("belum")


def replaced() -> History:
    made = urgent("ganti")
    details = {"request": 13, "signatures": []}
    fields = {**FIELDS, "digest": "cd" * 32}
    at = DUE - timedelta(hours=2)
    return made.add(made.next(APPROVED, at=at, details=details, **fields))


def shown(*histories: History, made: datetime = MADE) -> Document:
    cases = [case(history.item, history, title=history.item) for history in histories]
    counted = recap(cases, Period(2026, 11), PROCEDURE, CALENDAR)
    return summary.document(told(recap=counted, links=(), evidence={}), made)


def part(found: Document):
    return next((part for part in found.parts if part.heading == "Jalur mendesak"), None)


def test_reviews_in_time_late_missing_and_replaced_are_counted():
    found = part(shown(IN_TIME, LATE, MISSING, replaced()))
    assert found is not None
    assert found.words == (
        "4 persetujuan lewat jalur mendesak: 1 menyusul tepat waktu; 1 menyusul terlambat;"
        " 1 belum dibuat; 1 diganti versi lain sebelum diperiksa.",
    )
    rows = {row[0]: row for row in found.table.rows}
    assert rows["belum"][2] == REASON
    assert rows["belum"][4:6] == ("–", "belum dibuat")
    assert rows["telat"][5] == "menyusul terlambat"


def test_before_its_day_is_over_nothing_is_missing():
    found = part(shown(MISSING, made=DUE))
    assert found is not None
    assert found.words[0].endswith("1 masih dalam batas waktu.")


@pytest.mark.parametrize("allowed", [False, True])
def test_an_office_without_the_path_reads_nothing_of_it(allowed: bool):
    path = UrgentPath(("serta-merta",), ("periksa",), "SK 12/2026") if allowed else None
    found = part(document(procedure=replace(PROCEDURE, urgent=path)))
    assert (found.words if found else None) == (("Tidak ada.",) if allowed else None)
