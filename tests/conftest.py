"""Fixtures that several folders share: a newsroom of one's own for each test."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from tests.rooms import URGENT, Room


@pytest.fixture(scope="session")
def room_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One newsroom, made once; tests work on copies."""
    return Room.make(tmp_path_factory.mktemp("mini") / "room").folder


@pytest.fixture
def room(room_template: Path, tmp_path: Path) -> Room:
    """A newsroom of this test's own, with the old content adopted and one draft."""
    return Room.copy(room_template, tmp_path / "room")


@pytest.fixture(scope="session")
def urgent_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same where the SOP knows the urgent path."""
    return Room.make(tmp_path_factory.mktemp("urgent") / "room", URGENT).folder


@pytest.fixture
def urgent_room(urgent_template: Path, tmp_path: Path) -> Room:
    """A newsroom that may publish before the verification, with one draft that asks for it."""
    room = Room.copy(urgent_template, tmp_path / "room")
    room.make_urgent()
    return room


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """How many combinations were played on each server, whichever process played them."""
    tried: Counter[str] = Counter()
    for report in terminalreporter.getreports("passed"):
        tried.update({name: n for name, n in report.user_properties if isinstance(n, int)})
    for name, count in sorted(tried.items()):
        terminalreporter.write_line(f"exactly once, {name}: {count} combinations")
