"""In whose name a reason stands: a name, a post, or both in one line."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from terbit.core.lifting import said, signed
from terbit.core.verdict import Signed


def row(name: str, capacity: str) -> Signed:
    return Signed("telaah", 1, name, "rina", capacity, 1, datetime(2026, 11, 12, tzinfo=UTC))


def test_a_line_may_name_a_person_a_post_or_both() -> None:
    assert {"rina contoh", "ketua ppid"} <= said("Rina Contoh, Plh. Ketua PPID")
    assert {"rina contoh", "ketua ppid"} <= said("Rina Contoh selaku Ketua PPID")
    assert said("") == frozenset()


@pytest.mark.parametrize("by", ["Rina  Contoh", "ketua ppid", "Plt. Ketua PPID", "Rina (Auditor)"])
def test_a_reason_is_signed_by_that_person_or_whoever_acts_in_that_post(by: str) -> None:
    assert signed(by, [row("Rina Contoh", "Auditor; Plh. Ketua PPID")])


@pytest.mark.parametrize("by", ["", "Orang Lain", "Sekretaris PPID"])
def test_and_by_nobody_else(by: str) -> None:
    assert not signed(by, [row("Rina Contoh", "Ketua PPID")])
