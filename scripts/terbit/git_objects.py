"""Bytes of Git objects, read by one process of Git that stays: ten thousand cost seconds."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha1
from pathlib import Path
from subprocess import PIPE
from typing import Any, BinaryIO, TypeVar

from git import Git

T = TypeVar("T")
FOLDER_MODE = "040000"
_ID_BYTES = 20
"""Length of an object id in a tree: SHA-1 (gitformat-tree)."""
_SPARING = ("-c", "core.packedGitWindowSize=1m", "-c", "core.packedGitLimit=16m")
"""Git would map whole packs into memory, in each process anew (git-config)."""
_AT_A_TIME = 500
"""Objects asked for at once; more could fill the pipe while Git waits for us to read."""


@dataclass(frozen=True)
class TreeEntry:
    """One line of `git ls-tree`: path, mode, object id."""

    path: str
    mode: str
    object_id: str


def listed(listing: str) -> Iterator[TreeEntry]:
    """What `git ls-tree -z` printed."""
    for line in filter(None, listing.split("\0")):
        head, path = line.split("\t", 1)
        mode, _, object_id = head.split()
        yield TreeEntry(path, mode, object_id)


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


@dataclass(frozen=True, slots=True)
class Known:
    """What Git has under a name: object id, kind (commit, tree, blob, tag), length in bytes."""

    object_id: str
    kind: str
    size: int


@dataclass(frozen=True, slots=True)
class Blob:
    """A file whose bytes are read when they are wanted; `id` is the one that Git gives it."""

    id: str
    read: Callable[[], bytes]


def blob(data: bytes) -> Blob:
    """A file that is here already."""
    return Blob(object_id("blob", data), lambda: data)


class Files(Mapping[str, bytes]):
    """The files of a folder in Git; each is read when it is first asked for."""

    def __init__(self, objects: Objects, found: Mapping[str, tuple[str, int]]) -> None:
        """`found` names the object of each file and its length in bytes."""
        self.objects = objects
        self.ids = {name: object_id for name, (object_id, _) in found.items()}
        self.sizes = {name: size for name, (_, size) in found.items()}
        self._read: dict[str, bytes] = {}

    def __getitem__(self, name: str) -> bytes:
        if name not in self._read:
            self._read[name] = self.objects.blob(self.ids[name])
        return self._read[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self.ids)

    def __len__(self) -> int:
        return len(self.ids)

    def __contains__(self, name: object) -> bool:
        return name in self.ids


def blob_of(files: Mapping[str, bytes], name: str) -> Blob:
    """A file among some, not read yet where that can wait. Raises KeyError."""
    if isinstance(files, Files):
        return Blob(files.ids[name], lambda: files[name])
    return blob(files[name])


def size_of(files: Mapping[str, bytes], name: str) -> int:
    """The length of a file among some in bytes, likewise. Raises KeyError."""
    return files.sizes[name] if isinstance(files, Files) else len(files[name])


class Objects:
    """Reads objects by id, also in processes that were forked from this one."""

    def __init__(self, root: Path) -> None:
        """`root` is the top folder of a clone."""
        self.root = root
        # each process has its own; one that came over a fork is kept, unused, until its end
        self._readers: dict[tuple[int, str], Any] = {}

    def blob(self, object_id: str) -> bytes:
        """The bytes of a file. Raises ValueError where there is no such object."""
        return self.blobs([object_id])[0]

    def blobs(self, object_ids: Sequence[str]) -> list[bytes]:
        """The bytes of some files, in order, likewise."""
        return self._answers("--batch", object_ids, lambda out, size: out.read(size + 1)[:-1])

    def sizes(self, object_ids: Sequence[str]) -> list[int]:
        """The lengths of some objects in bytes, without reading them. Raises ValueError."""
        return self._answers("--batch-check", object_ids, lambda _, size: size)

    def known(self, names: Sequence[str]) -> list[Known | None]:
        """What stands under some names (gitrevisions, one line each), None where nothing does."""
        found: list[Known | None] = []
        for some in _parts(names):
            out = self._asked("--batch-check", some).stdout
            # after the name of what is not there comes one word: missing, or ambiguous
            answers = (out.readline().split() for _ in some)
            found += [
                Known(words[0].decode(), words[1].decode(), int(words[2]))
                if len(words) == 3 and words[2].isdigit()
                else None
                for words in answers
            ]
        return found

    def tree(self, object_id: str) -> tuple[Row, ...]:
        """The lines of a tree, in its order."""
        return rows(self.blob(object_id))

    def _answers(
        self, how: str, object_ids: Sequence[str], take: Callable[[BinaryIO, int], T]
    ) -> list[T]:
        found, missing = [], []
        for some in _parts(object_ids):
            out = self._asked(how, some).stdout
            for object_id in some:
                size = _size(out.readline())
                # every answer is read, also after one that is missing: the next reader needs it
                if size is None:
                    missing.append(object_id)
                else:
                    found.append(take(out, size))
        if missing:
            raise ValueError(f"missing in Git: {' '.join(missing)}")
        return found

    def _asked(self, how: str, object_ids: Iterable[str]) -> Any:
        """The process of Git that answers; whoever calls reads every answer."""
        process = (os.getpid(), how)
        if process not in self._readers:
            command = ["git", *_SPARING, "cat-file", how]
            git = Git(self.root)
            # an object is what its id says, whatever a clone would put in its place
            git.update_environment(GIT_NO_REPLACE_OBJECTS="1")
            self._readers[process] = git.execute(command, as_process=True, istream=PIPE)
        reader = self._readers[process]
        reader.stdin.write("".join(f"{object_id}\n" for object_id in object_ids).encode())
        reader.stdin.flush()
        return reader


def rows(data: bytes) -> tuple[Row, ...]:
    """The lines of a tree from its bytes. Raises ValueError where they are none."""
    return tuple(_rows(data))


def object_id(kind: str, data: bytes) -> str:
    """The id that Git gives an object, reckoned anew from its bytes."""
    head = f"{kind} {len(data)}\0".encode()
    return sha1(head + data, usedforsecurity=False).hexdigest()


def _parts(object_ids: Sequence[str]) -> Iterator[Sequence[str]]:
    for start in range(0, len(object_ids), _AT_A_TIME):
        yield object_ids[start : start + _AT_A_TIME]


def _size(header: bytes) -> int | None:
    """From "<id> <type> <length>"; None for "<id> missing" (git-cat-file)."""
    parts = header.split()
    return int(parts[2]) if len(parts) == 3 else None


def _rows(data: bytes) -> Iterator[Row]:
    start = 0
    while start < len(data):
        space = data.index(b" ", start)
        end = data.index(b"\0", space)
        mode, name = data[start:space].decode("ascii"), data[space + 1 : end]
        start = end + 1 + _ID_BYTES
        shown = name.decode("utf-8", "surrogateescape")
        yield Row(shown, mode.zfill(6), data[end + 1 : start].hex())
