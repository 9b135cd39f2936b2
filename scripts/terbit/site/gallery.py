"""The folder of the pictures that were made, each below the key of what it is made from.

It may have come from another machine, or half of it. So a picture is believed only where
everything in its folder is as this code leaves it; what is not is made again. What the picture
shows nobody can tell without encoding it: that is left to whoever decides where it came from.
"""

from __future__ import annotations

import contextlib
import json
import os
import re
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path
from stat import S_ISDIR, S_ISREG
from typing import Any

LIST = "gambar.json"
MOST = 1_000_000
"""Bytes of one file, and pixels of one side: far more than any that is made here."""
MOST_LISTED = 4096
"""Bytes of the list of one picture: far more than three files need."""
_FILE = re.compile(r"[1-9][0-9]{0,5}\.(webp|jpg|png)")
_BEGINS = {
    "webp": re.compile(rb"RIFF....WEBP", re.DOTALL),
    "jpg": re.compile(rb"\xff\xd8\xff"),
    "png": re.compile(rb"\x89PNG\r\n\x1a\n"),
}
"""How files of each kind begin (WebP container; JPEG, ITU T.81; PNG, W3C)."""
_LONGEST = 12
WORTH = 200
"""Pictures from which on a new copy is worth its way: they take some 15 s to make."""
_LISTED = frozenset({"width", "height", "variants"})
_OF_EACH = frozenset({"name", "width", "height", "length", "source"})
_TRIES = 3

Row = dict[str, Any]


def read(folder: Path) -> Row | None:
    """The list of a picture that is there whole, else None."""
    try:
        return _whole(folder)
    except (OSError, ValueError, TypeError, RecursionError):
        return None


def _whole(folder: Path) -> Row:
    _demand(S_ISDIR(os.lstat(folder).st_mode))
    row = json.loads(_beginning(folder / LIST, MOST_LISTED))
    files = _files(row, folder.name)
    _demand({LIST, *files} == {name for name, _ in held(folder)})
    for name, length in files.items():
        begins = _BEGINS[name.rpartition(".")[2]]
        _demand(begins.match(_beginning(folder / name, _LONGEST, length)) is not None)
    found: Row = row
    return found


def _files(row: object, key: str) -> dict[str, int]:
    """The lengths of the files that a list names, by name. Raises ValueError or TypeError."""
    if not isinstance(row, dict) or set(row) != _LISTED:
        raise ValueError("not a list")
    files: dict[str, int] = {}
    for one in row["variants"]:
        _demand(isinstance(one, dict) and set(one) == _OF_EACH)
        sizes = (one["width"], one["height"], one["length"])
        _demand(all(type(size) is int and 0 < size <= MOST for size in sizes))
        name = str(one["source"]).removeprefix(f"{key}/")
        _demand(_FILE.fullmatch(name) is not None and one["source"] == f"{key}/{name}")
        _demand(name.partition(".")[0] == str(one["width"]) and isinstance(one["name"], str))
        files[name] = one["length"]
    _demand(0 < len(files) == len(row["variants"]))
    _demand(all(row[side] == one[side] for side in ("width", "height")))
    return files


def _demand(fits: object) -> None:
    if not fits:
        raise ValueError("not as it was left")


def _beginning(path: Path, count: int, length: int | None = None) -> bytes:
    """The first bytes of a regular file; of that length in all, else of `count` at most."""
    # neither follows a link nor waits for a pipe
    with os.fdopen(os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK), "rb", 0) as file:
        found = os.fstat(file.fileno())
        fits = found.st_size <= count if length is None else found.st_size == length
        _demand(S_ISREG(found.st_mode) and fits)
        return file.read(count)


def put(folder: Path, files: Mapping[str, bytes], row: Row) -> None:
    """Keep a picture, all of it or nothing, in place of whatever stood there."""
    fresh = folder.with_name(f"{folder.name}.{os.getpid()}")
    aside = fresh.with_name(f"{fresh.name}.lama")
    for left in (fresh, aside):
        _remove(left)
    fresh.mkdir(parents=True)
    for name, data in files.items():
        (fresh / name).write_bytes(data)
    (fresh / LIST).write_text(json.dumps(row), "utf-8")
    for _ in range(_TRIES):
        with contextlib.suppress(OSError):
            fresh.rename(folder)
            return
        if read(folder) is not None:
            # another process was faster; the same photo stands in two articles
            _remove(fresh)
            return
        with contextlib.suppress(FileNotFoundError):
            _remove(folder.rename(aside))
    fresh.rename(folder)


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
    else:
        path.unlink(missing_ok=True)


def used(lists: Iterable[str]) -> frozenset[str]:
    """The keys of the pictures that cards name, by the lists of their files."""
    lines = (line for files in lists for line in files.splitlines())
    return frozenset(line.partition("\t")[2].partition("/")[0] for line in lines)


def prune(cache: Path, keys: frozenset[str]) -> None:
    """Leave the pictures of these keys, and nothing else that lies in their folder."""
    with contextlib.suppress(FileNotFoundError), os.scandir(cache) as entries:
        for name in [entry.name for entry in entries if entry.name not in keys]:
            _remove(cache / name)


def held(cache: Path) -> frozenset[tuple[str, int]]:
    """What lies in the folder: names, with numbers that change when a picture is made again."""
    try:
        with os.scandir(cache) as entries:
            return frozenset((entry.name, entry.inode()) for entry in entries)
    except FileNotFoundError:
        return frozenset()


def is_stale(copy: frozenset[tuple[str, int]], now: frozenset[tuple[str, int]]) -> bool:
    """Whether a copy of the folder, as `held` told of it, is worth being made anew."""
    return bool(now) and (not copy or len(now - copy) >= WORTH)
