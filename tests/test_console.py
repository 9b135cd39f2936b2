"""The moment that somebody names with --now is the office's, wherever the machine stands."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from terbit.console import Moment
from terbit.errors import InputErrors
from tests.rooms import MINIATURE


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An office in the east of Indonesia, and a machine in a zone that is not its own."""
    for name in ("sop.yml", "kantor.yml"):
        text = (MINIATURE / name).read_text(encoding="utf-8")
        text = text.replace("zona_waktu: Asia/Pontianak", "zona_waktu: Asia/Jayapura")
        (tmp_path / name).write_text(text, encoding="utf-8")
    with monkeypatch.context() as machine:
        machine.setenv("TZ", "America/Bogota")
        time.tzset()
        yield tmp_path
    time.tzset()


def named(text: str) -> datetime:
    return Moment().convert(text, None, None)


@pytest.mark.parametrize("folder", [".", "drafts/kabar"])
def test_a_moment_without_zone_is_the_offices(
    office: Path, folder: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    (office / folder).mkdir(parents=True, exist_ok=True)
    monkeypatch.chdir(office / folder)
    assert named("2026-11-18T09:00") == datetime(2026, 11, 18, 0, 0, tzinfo=UTC)


def test_a_moment_with_its_zone_needs_no_office(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert named("2026-11-18T09:00+07:00") == datetime(2026, 11, 18, 2, 0, tzinfo=UTC)
    with pytest.raises(InputErrors, match=r"kantor\.yml"):
        named("2026-11-18T09:00")
