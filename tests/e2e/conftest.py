"""The browser of all tests in this folder."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from tests import browsing


@pytest.fixture(scope="module", autouse=True)
def browser() -> Iterator[Any]:
    """Chromium, one for each module: what it runs on must not outlive the module.

    It comes first, so that nothing is built for a browser that is missing.
    """
    browsing.needed()
    with browsing.chromium() as found:
        yield found
