"""Bytes of Git objects, read by one process of Git that stays: ten thousand cost seconds."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from git import Git

BLOB, TREE = b"blob", b"tree"
FOLDER_MODE = "040000"
_ID_BYTES = 20
"""Length of an object id in a tree: SHA-1 (gitformat-tree)."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a tree: name, mode as `git ls-tree` prints it, object id."""

    name: str
    mode: str
    object_id: str

    @property
    def is_folder(self) -> bool:
        """Whether it is a tree of its own."""
        return self.mode == FOLDER_MODE


class Objects:
    """Reads objects by id, also in processes that were forked from this one."""

    def __init__(self, root: Path) -> None:
        """`root` is the top folder of a clone."""
        self.root = root
        # each process has its own; one that came over a fork is kept, unused, until its end
        self._readers: dict[int, Git] = {}

    def blob(self, object_id: str) -> bytes:
        """The bytes of a file. Raises ValueError where there is no such object."""
        return bytes(self._reader().get_object_data(object_id)[3])

    def size(self, object_id: str) -> int:
        """The length of an object in bytes, without reading it."""
        return int(self._reader().get_object_header(object_id)[2])

    def tree(self, object_id: str) -> tuple[Row, ...]:
        """The lines of a tree, in its order."""
        return tuple(_rows(self.blob(object_id)))

    def _reader(self) -> Git:
        process = os.getpid()
        if process not in self._readers:
            self._readers[process] = Git(self.root)
        return self._readers[process]


def _rows(data: bytes) -> Iterator[Row]:
    start = 0
    while start < len(data):
        space = data.index(b" ", start)
        end = data.index(b"\0", space)
        mode, name = data[start:space].decode("ascii"), data[space + 1 : end]
        start = end + 1 + _ID_BYTES
        shown = name.decode("utf-8", "surrogateescape")
        yield Row(shown, mode.zfill(6), data[end + 1 : start].hex())
