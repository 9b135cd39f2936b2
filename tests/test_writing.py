"""A reader never finds half a file, and a failure leaves what stood there."""

from __future__ import annotations

from pathlib import Path

import pytest

from terbit import writing


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.rglob("*") if path.is_file())


def test_folders_are_made_and_text_is_utf_8(tmp_path: Path) -> None:
    place = tmp_path / "a/b/isi.txt"
    assert writing.put(place, "Kalimantan – Tengah\n") == place
    assert place.read_bytes() == "Kalimantan – Tengah\n".encode()
    writing.put(place, b"\r\n\xff")
    assert place.read_bytes() == b"\r\n\xff"
    assert names(tmp_path) == ["isi.txt"]


def test_a_failure_leaves_the_old_file_and_nothing_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = writing.put(tmp_path / "isi.txt", b"lama")

    def full(path: Path, data: bytes) -> int:
        with path.open("wb") as file:
            file.write(data[:1])
        raise OSError("tidak ada ruang lagi")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(OSError, match="ruang"):
        writing.put(place, b"baru")
    assert place.read_bytes() == b"lama"
    assert names(tmp_path) == ["isi.txt"]


def test_a_link_is_replaced_and_not_written_through(tmp_path: Path) -> None:
    other = writing.put(tmp_path / "lain.txt", b"lain")
    (tmp_path / "isi.txt").symlink_to(other)
    assert not writing.put(tmp_path / "isi.txt", b"baru").is_symlink()
    assert other.read_bytes() == b"lain"


def test_the_longest_name_finds_room(tmp_path: Path) -> None:
    assert writing.put(tmp_path / ("a" * 255), b"x").read_bytes() == b"x"
