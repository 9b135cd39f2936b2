"""Renditions made before: photo, words and code being the same, so are the bytes.

A rendition is kept once, under the SHA-256 of its bytes, and kits hold links to it. What no
kit holds any more is thrown away: nothing of a withdrawn photo stays here.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from PIL import features

from terbit.writing import put

PACKAGE = Path(__file__).parent.parent
MADE_BY = (
    *("channels/pictures.py", "core/colour.py", "drawing", "imaging.py", "shortening.py"),
    "theme/fonts",
)
"""All code and letters that a rendition is made of, below the package."""


@cache
def recipe() -> str:
    """Changes with whatever makes a rendition: our code, the letters, Pillow and its encoder."""
    digest = sha256(f"{version('pillow')} {features.version('libjpeg_turbo')}".encode())
    for place in MADE_BY:
        path = PACKAGE / place
        for file in [path] if path.is_file() else sorted(path.rglob("*")):
            if file.is_file() and file.suffix != ".pyc":
                digest.update(file.relative_to(PACKAGE).as_posix().encode() + b"\0")
                digest.update(sha256(file.read_bytes()).digest())
    return digest.hexdigest()


@dataclass(frozen=True)
class Store:
    """The renditions of a working folder; all of them may be lost at any time."""

    folder: Path

    def find(self, key: str) -> bytes | None:
        """What was kept under a key, if it is there and nobody has changed it."""
        try:
            name = self._key(key).read_text("ascii")
            data = self._file(name).read_bytes()
        except (OSError, ValueError):
            return None
        return data if sha256(data).hexdigest() == name else None

    def keep(self, key: str, data: bytes) -> None:
        """Keep a rendition under a key, whole or not at all."""
        name = sha256(data).hexdigest()
        if not self._file(name).is_file() or self._file(name).read_bytes() != data:
            put(self._file(name), data)
        put(self._key(key), name.encode())

    def place(self, data: bytes, target: Path) -> None:
        """Put a rendition into a kit: a link where it is kept, else a file of its own."""
        try:
            os.link(self._file(sha256(data).hexdigest()), target)
        except OSError:
            # not kept, or on another disk, or a disk without links
            target.write_bytes(data)

    def prune(self) -> None:
        """Throw away what no kit holds."""
        if not self.folder.is_dir():
            return
        for file in self.folder.glob("*.jpg"):
            if file.stat().st_nlink < 2:
                file.unlink()
        for key in self._key("").glob("*"):
            if not self._file(key.read_text("ascii", "replace")).is_file():
                key.unlink()

    def _key(self, key: str) -> Path:
        return self.folder / "kunci" / key

    def _file(self, name: str) -> Path:
        return self.folder / f"{name}.jpg"
