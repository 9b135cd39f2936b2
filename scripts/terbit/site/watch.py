"""Whether the folder of the site still is as it was written: size and time of every file.

Somebody may change, delete or add a file there by hand, and a disk may lose one. The next build
makes anew what was changed and takes away what is foreign.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from terbit.site import search
from terbit.site.merge import PLACE, place_of
from terbit.site.model import key_of
from terbit.site.store import FILE, Store

BUNDLES = "indeks"
"""The notes on the bundles of the search index: a key, a space, and the mark of the files."""
File = tuple[str, int, int]
"""Name, size and time (ns) of a file."""


def there(folder: Path) -> dict[str, tuple[int, int]]:
    """Size and time (ns) of every file but those of the search index, by path."""
    index = f"{search.PLACE}/"
    return {
        f"{place}{name}": (size, time)
        for place, files in folders(folder)
        if not place.startswith(index)
        for name, size, time in files
    }


def differences(folder: Path, work: Path) -> tuple[frozenset[str], frozenset[str]]:
    """(outputs that are not as they were written, files that no build has written).

    All of the first and none of the second where the folder is not that of the last build.
    """
    store = Store(work)
    try:
        written = store.stats()
        if not (place := place_of(folder)) or place != store.note(PLACE):
            return frozenset(written), frozenset()
    finally:
        store.close()
    found = there(folder)
    altered = frozenset(path for path, stat in written.items() if found.get(path) != stat)
    return altered, frozenset(found.keys() - written.keys())


def is_whole(folder: Path, work: Path) -> bool:
    """Whether the site is what the last build left, search index included."""
    if not (work / FILE).is_file():
        return False
    store = Store(work)
    try:
        written = store.stats()
        if not written or store.note(PLACE) != place_of(folder):
            return False
        return written == there(folder) and _is_searched(folder / search.PLACE, store)
    finally:
        store.close()


def mark(folder: Path) -> str:
    """What tells a folder's files from others, "" where there is none."""
    files = [(place + name, s, t) for place, found in folders(folder) for name, s, t in found]
    return mark_of(files) if folder.is_dir() else ""


def _is_searched(folder: Path, store: Store) -> bool:
    """Whether each bundle of the search index is as it was made."""
    notes = store.notes(f"{BUNDLES}:")
    names = {path.name for path in folder.iterdir()} if folder.is_dir() else set()
    marks = {name: value.partition(" ")[2] for name, value in notes.items()}
    return names <= marks.keys() and all(mark(folder / n) == told for n, told in marks.items())


def folders(top: Path) -> Iterator[tuple[str, list[File]]]:
    """Each folder that is there with the files in it, links as they are; "" is the top."""
    waiting = [""] if top.is_dir() else []
    base = str(top)
    while waiting:
        place = waiting.pop()
        files = []
        with os.scandir(f"{base}/{place}") as found:
            for entry in found:
                if entry.is_dir(follow_symlinks=False):
                    waiting.append(f"{place}{entry.name}/")
                else:
                    stat = entry.stat(follow_symlinks=False)
                    files.append((entry.name, stat.st_size, stat.st_mtime_ns))
        yield place, files


def mark_of(files: list[File]) -> str:
    """What tells some files from others, by name, size and time."""
    return key_of(repr(sorted(files)).encode())
