"""Requests and reviews as JSON files, written whole or not at all, one writer at a time."""

from __future__ import annotations

import fcntl
import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from terbit.errors import ForgeError
from terbit.writing import put

REQUESTS = "requests"
Row = dict[str, Any]


@dataclass(frozen=True)
class Store:
    """The folder of a local forge, seen as a table of requests."""

    folder: Path

    def rows(self) -> list[Row]:
        """Every request, oldest first."""
        files = sorted((self.folder / REQUESTS).glob("*.json"), key=lambda path: int(path.stem))
        return [json.loads(path.read_bytes()) for path in files]

    def all_reviews(self) -> Iterator[Row]:
        """The reviews of every request."""
        for row in self.rows():
            yield from row["reviews"]

    def load(self, number: int) -> Row:
        """One request. Raises ForgeError where there is none."""
        path = self.folder / REQUESTS / f"{number}.json"
        if not path.is_file():
            raise ForgeError(
                f"permintaan #{number} tidak ada", "lihat daftarnya dengan terbit explain"
            )
        found: Row = json.loads(path.read_bytes())
        return found

    def open_row(self, number: int) -> Row:
        """One open request. Raises ForgeError where it is done."""
        row = self.load(number)
        if row["state"] != "open":
            raise ForgeError(f"permintaan #{number} sudah selesai", "buka permintaan baru")
        return row

    def reviewable_row(self, number: int) -> Row:
        """One request that can be reviewed: also a merged one, as on GitHub."""
        row = self.load(number)
        return row if row["state"] == "merged" else self.open_row(number)

    def save(self, row: Mapping[str, Any]) -> None:
        """Write one request."""
        write_json(self.folder / REQUESTS / f"{row['number']}.json", row)

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Keep other writers out."""
        with (self.folder / "lock").open("w") as handle:
            fcntl.flock(handle, fcntl.LOCK_EX)
            yield


def write_json(path: Path, value: object) -> None:
    """Write a document whole: a crash leaves the old file."""
    put(path, json.dumps(value, ensure_ascii=False, indent=1) + "\n")
