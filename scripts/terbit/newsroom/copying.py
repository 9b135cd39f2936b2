"""The copy of the archive beside the site, for those who keep one: it grows and is not rewritten.

What was copied is verified by size and time of each file. What is missing, damaged or foreign
is mended from the branch itself, file by file, so that a file that is whole stays as it is.
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from terbit import parallel
from terbit.newsroom import memory
from terbit.newsroom import shelf as shelves
from terbit.newsroom.shelf import Shelf
from terbit.site import watch

STATE = "salinan.json"
FEW = 50
"""Items up to which a second process would cost more than it saves."""


@dataclass(frozen=True)
class Copy:
    """The copy in `out` of what a shelf holds; `work` knows what was copied before."""

    shelf: Shelf
    out: Path
    work: Path

    @cached_property
    def marks(self) -> dict[str, str]:
        """What tells the files of each folder, as they lie there, from others."""
        found = watch.folders(self.out)
        return {place.rstrip("/"): watch.mark_of(files) for place, files in found if files}

    @cached_property
    def stale(self) -> tuple[str, ...]:
        """The items whose folder is not the one that was copied from their tree."""
        known = memory.recall(self.work / STATE)
        return tuple(
            item
            for item, tree in self.shelf.trees.items()
            if known.get(item) != [tree, self.marks.get(item)]
        )

    @property
    def foreign(self) -> tuple[str, ...]:
        """Folders with files that belong to no item."""
        return tuple(place for place in self.marks if place not in self.shelf.trees)

    @property
    def complete(self) -> bool:
        """Whether the folder holds exactly what the branch holds."""
        return not self.stale and not self.foreign

    def mend(self) -> None:
        """Bring the folder to what the branch holds."""
        self.out.mkdir(parents=True, exist_ok=True)
        for place in self.foreign:
            for path in list((self.out / place).iterdir()):
                if not path.is_dir() or path.is_symlink():
                    path.unlink()
        made = parallel.each(self._copied, self.stale, few=FEW)
        marks = {**self.marks, **dict(zip(self.stale, made, strict=True))}
        rows = {item: [tree, marks[item]] for item, tree in self.shelf.trees.items()}
        memory.leave(self.work / STATE, rows)

    def _copied(self, item: str) -> str:
        """Write what differs of an item's events and screenshots; the mark of its folder."""
        folder = self.out / item
        folder.mkdir(parents=True, exist_ok=True)
        wanted = shelves.everything(self.shelf.clone, item, self.shelf.trees[item])
        names = {path.rpartition("/")[2]: data for path, data in wanted.items()}
        for foreign in [path for path in folder.iterdir() if path.name not in names]:
            _clear(foreign)
        for name, data in names.items():
            file = folder / name
            if file.is_symlink() or not file.is_file() or file.read_bytes() != data:
                _clear(file)
                file.write_bytes(data)
        return _mark(folder)


def _clear(path: Path) -> None:
    """Nothing is written through a link, nor into what should be a file."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def _mark(folder: Path) -> str:
    return watch.mark_of(next(watch.folders(folder))[1])
