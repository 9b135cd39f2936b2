"""Makes the pictures anew: python -m tests.pictures [NAME...]; without names, all of them."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Collection
from pathlib import Path

from tests.browsing import CHROMIUM
from tests.pictures import frames
from tests.pictures.camera import take
from tests.pictures.stage import shots
from tests.rooms import REPOSITORY


def make(top: Path, names: Collection[str] = ()) -> None:
    """Write the pictures below `top` as below the repository; with `names` only those."""
    with tempfile.TemporaryDirectory(prefix="terbit-gambar-") as place:
        wanted = (one for one in shots(Path(place)) if not names or one.name in names)
        for file, data in take(wanted):
            (top / file).parent.mkdir(parents=True, exist_ok=True)
            (top / file).write_bytes(data)
            print(f"{file}: {len(data) // 1000} kB")


if __name__ == "__main__":
    if CHROMIUM is None or not frames.STYLE.is_file():
        sys.exit("Chromium or GitHub's style sheet is missing: run `make pictures`")
    make(REPOSITORY, sys.argv[1:])
