"""The servers of this folder: programs once for all tests, doubles anew for each."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.channels.sending import programs
from tests.channels.sending.loopback import Proxy
from tests.channels.sending.pds_double import Pds
from tests.channels.sending.programs import Place
from tests.channels.sending.telegram_double import Telegram


@pytest.fixture(scope="session")
def mastodon_program() -> Iterator[Place]:
    """mastodon-mock, for all tests of one process."""
    with programs.mastodon() as place:
        yield place


@pytest.fixture
def server(mastodon_program: Place) -> Iterator[Proxy]:
    """A Mastodon server with nothing posted, behind a way that can lose answers."""
    mastodon_program.ask("/api/v1/_mock/reset", {})
    with Proxy(mastodon_program.url) as proxy:
        yield proxy


@pytest.fixture
def telegram() -> Iterator[Telegram]:
    """A Telegram with an empty channel."""
    with Telegram() as double:
        yield double


@pytest.fixture
def pds() -> Iterator[Pds]:
    """A PDS with an empty account."""
    with Pds() as double:
        yield double


@pytest.fixture(scope="session")
def real_pds() -> Iterator[Place]:
    """The reference PDS, for all tests of one process."""
    with programs.pds() as place:
        yield place
