"""Fixtures of the workflow tests: a hub of one's own for each test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.rooms import DECIDER, VERIFIER
from tests.workflows.hub import Hub


@pytest.fixture(scope="session")
def hub_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One repository with its workflows, made once; tests work on copies."""
    return Hub.make(tmp_path_factory.mktemp("hub"))


@pytest.fixture(scope="session")
def asked_template(hub_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same after request 1 was opened for the draft."""
    folder = tmp_path_factory.mktemp("asked") / "hub"
    with Hub.copy(hub_template, folder) as hub:
        assert hub.submit() == 1
    return folder


@pytest.fixture(scope="session")
def merged_template(asked_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same after request 1 was verified, approved and merged."""
    folder = tmp_path_factory.mktemp("merged") / "hub"
    with Hub.copy(asked_template, folder) as hub:
        hub.review(1, VERIFIER)
        hub.review(1, DECIDER)
        hub.merge(1)
    return folder


@pytest.fixture
def hub(hub_template: Path, tmp_path: Path) -> Iterator[Hub]:
    """A repository on a GitHub of this test's own."""
    with Hub.copy(hub_template, tmp_path / "hub") as hub:
        yield hub


@pytest.fixture
def asked(asked_template: Path, tmp_path: Path) -> Iterator[Hub]:
    """The same, with request 1 open."""
    with Hub.copy(asked_template, tmp_path / "hub") as hub:
        yield hub


@pytest.fixture
def merged(merged_template: Path, tmp_path: Path) -> Iterator[Hub]:
    """The same, with request 1 merged."""
    with Hub.copy(merged_template, tmp_path / "hub") as hub:
        yield hub
