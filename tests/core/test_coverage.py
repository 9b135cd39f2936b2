"""Which activities are told."""

from __future__ import annotations

from datetime import date
from typing import Any

from terbit.core.agenda import Activity, State
from terbit.core.coverage import coverage

DAY = date(2026, 11, 10)


def activity(title: str, **fields: Any) -> Activity:
    return Activity(title.casefold(), title, DAY, DAY, **{"state": State.HELD, **fields})


def test_only_what_was_held_counts_and_what_is_not_public_is_not_named() -> None:
    rows = (
        activity("Rapat", news="berita/2026/11/rapat"),
        activity("Kunjungan", news="berita/2026/11/belum"),
        activity("Pemeriksaan", public=False),
        activity("Nanti", state=State.PLANNED),
    )
    found = coverage(rows, {"berita/2026/11/rapat"})
    assert (found.held, found.told, found.percent) == (3, 1, 33)
    assert [row.title for row in found.missing] == ["Kunjungan"]


def test_nothing_held_is_nothing_told() -> None:
    assert coverage((), ()).percent == 0
