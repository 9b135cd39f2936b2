"""What a run leaves is found by the next; what is broken is as if it had never been."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from terbit.newsroom import memory


def test_what_was_left_is_recalled(tmp_path: Path) -> None:
    file = tmp_path / "kerja/paket.json"
    memory.leave(file, {"hari": date(2026, 11, 22), "nama": "Rapat “A”"})
    assert memory.recall(file) == {"hari": "2026-11-22", "nama": "Rapat “A”"}
    assert [path.name for path in file.parent.iterdir()] == ["paket.json"]


@pytest.mark.parametrize("data", [None, b"", b"{", b"[1]", b"\xff"])
def test_what_cannot_be_read_is_nothing(tmp_path: Path, data: bytes | None) -> None:
    file = tmp_path / "paket.json"
    if data is not None:
        file.write_bytes(data)
    assert memory.recall(file) == {}
