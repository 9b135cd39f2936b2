"""Makes the pictures anew: python -m tests.pictures [NAME...]; without names, all of them."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Collection
from pathlib import Path

from tests.pictures import GUIDE, frames
from tests.pictures.camera import take
from tests.pictures.stage import shots
from tests.site.searching import CHROMIUM


def make(folder: Path, names: Collection[str] = ()) -> None:
    """Write the pictures into a folder; only those with these names, if there are any."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="terbit-gambar-") as place:
        wanted = (one for one in shots(Path(place)) if not names or one.name in names)
        for name, data in take(wanted):
            folder.joinpath(f"{name}.webp").write_bytes(data)
            print(f"{name}: {len(data) // 1000} kB")


if __name__ == "__main__":
    if CHROMIUM is None or not frames.STYLE.is_file():
        sys.exit("Chromium or GitHub's style sheet is missing: run `make pictures`")
    make(GUIDE, sys.argv[1:])
