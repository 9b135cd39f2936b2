"""Which activities are told."""

from __future__ import annotations

from datetime import date

from terbit.core.coverage import Activity, coverage

DAY = date(2026, 11, 10)


def test_only_what_was_held_counts_and_what_is_not_public_is_not_named() -> None:
    rows = (
        Activity("Rapat", DAY, "terlaksana", public=True, item="berita/2026/11/rapat"),
        Activity("Kunjungan", DAY, "terlaksana", public=True, item="berita/2026/11/belum"),
        Activity("Pemeriksaan", DAY, "terlaksana", public=False),
        Activity("Nanti", DAY, "rencana", public=True),
    )
    found = coverage(rows, {"berita/2026/11/rapat"})
    assert (found.held, found.told, found.percent) == (3, 1, 33)
    assert [row.title for row in found.missing] == ["Kunjungan"]


def test_nothing_held_is_nothing_told() -> None:
    assert coverage((), ()).percent == 0
