"""Fixtures that several folders share: a newsroom of one's own for each test."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.rooms import Room


@pytest.fixture(scope="session")
def room_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One newsroom, made once; tests work on copies."""
    return Room.make(tmp_path_factory.mktemp("mini") / "room").folder


@pytest.fixture
def room(room_template: Path, tmp_path: Path) -> Room:
    """A newsroom of this test's own, with the old content adopted and one draft."""
    return Room.copy(room_template, tmp_path / "room")
