"""A real Chromium, what happens where there is none, and folders shown to it on this machine."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from shutil import which
from typing import Any

import pytest

from terbit import serving

CHROMIUM = which("chromium") or which("google-chrome")
QUIET = ("--disable-background-networking", "--disable-component-update", "--disable-sync")
"""What it must not do on its own: ask for updates and settings of its maker."""


def needed() -> None:
    """Skip loudly, or fail in CI, where there is no Chromium."""
    if CHROMIUM is None and os.environ.get("CI"):
        pytest.fail("Chromium is missing in CI: run scripts/setup.sh browser")
    if CHROMIUM is None:
        pytest.skip("CHROMIUM IS MISSING: nothing was opened in a browser")


@contextmanager
def chromium() -> Iterator[Any]:
    """A browser of its own."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as play:
        found = play.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", *QUIET])
        try:
            yield found
        finally:
            found.close()


@contextmanager
def served(mounts: Mapping[str, Path]) -> Iterator[str]:
    """The address at which some folders are shown, each below its path."""
    running = serving.server(mounts, 0)
    threading.Thread(target=running.serve_forever, daemon=True).start()
    try:
        yield f"http://{serving.HOST}:{running.server_port}"
    finally:
        running.shutdown()
        running.server_close()
