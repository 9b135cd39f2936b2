"""Files that a reader finds whole: with their old bytes or their new ones, never with half."""

from __future__ import annotations

from pathlib import Path
from secrets import token_hex


def put(path: Path, data: bytes | str) -> Path:
    """Write a file beside its place and move it there; text is UTF-8. Returns the path.

    Folders above it are made. Where the writing fails, what stood there stays.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(f".terbit-{token_hex(8)}")
    try:
        fresh.write_bytes(data.encode() if isinstance(data, str) else data)
        return fresh.replace(path)
    finally:
        fresh.unlink(missing_ok=True)
