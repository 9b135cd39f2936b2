"""Bring new files into the folder of the site; killed at any moment, the next run completes.

Everything is made beside the folder first. A journal then says what moves where; once it is
written the new site is decided, and whoever finds a journal carries it out.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from terbit.site import search
from terbit.site.store import Output, Store

JOURNAL = "jurnal.json"
PLACE = "tempat"
FRONT = "index.html"


@dataclass(frozen=True)
class Change:
    """What differs from the site as it is: new files below `fresh`, and paths to be removed.

    `kept` are outputs whose file stays while the key of its inputs is another one; `whole`
    says that `fresh` holds the whole site, with `carried` what it has from the old one.
    """

    fresh: Path
    new: tuple[Output, ...]
    kept: tuple[Output, ...] = ()
    removed: tuple[str, ...] = ()
    whole: bool = False
    carried: tuple[Output, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.new or self.removed)


def place_of(folder: Path) -> str:
    """What tells the site in a folder from one that somebody else put there, "" without one.

    Size and time of the front page: they stay when the folder is packed and unpacked.
    """
    try:
        found = (folder / FRONT).stat()
    except OSError:
        return ""
    return f"{found.st_size}:{found.st_mtime_ns}"


def carry(change: Change, standing: Iterable[Output], out: Path) -> Change:
    """The same as a whole new folder, for when most of it is new.

    Thousands of files that take the place of others are written to the disk one by one, and a
    reader would meet old and new pages side by side as long; a folder changes at once.
    """
    rows = tuple(standing)
    for row in rows:
        target = change.fresh / row.path
        target.parent.mkdir(parents=True, exist_ok=True)
        try:
            os.link(out / row.path, target)
        except OSError:
            shutil.copy2(out / row.path, target)
    return replace(change, whole=True, carried=rows)


def commit(change: Change, out: Path, work: Path, store: Store) -> None:
    """Decide for the new site, then bring it about."""
    document = {
        "fresh": str(change.fresh),
        "whole": change.whole,
        "carried": bool(change.carried),
        "new": [output.row for output in (*change.new, *change.carried)],
        "kept": [output.row for output in change.kept],
        "removed": list(change.removed),
    }
    journal = work / JOURNAL
    with journal.with_suffix(".baru").open("w", encoding="utf-8") as file:
        json.dump(document, file, ensure_ascii=False)
        file.flush()
        os.fsync(file.fileno())
    journal.with_suffix(".baru").rename(journal)
    complete(out, work, store)


def complete(out: Path, work: Path, store: Store) -> bool:
    """Carry out a journal that is there; whether one was."""
    journal = work / JOURNAL
    try:
        document: Mapping[str, Any] = json.loads(journal.read_text("utf-8"))
        fresh = Path(document["fresh"])
        whole, carried = bool(document["whole"]), bool(document["carried"])
        new, kept = ([Output(*row) for row in document[part]] for part in ("new", "kept"))
    except FileNotFoundError:
        return False
    except (ValueError, KeyError, TypeError):
        # of another version of this code: what is in the folder is not known any more
        store.write((), (), {PLACE: ""})
        journal.unlink()
        return False
    if whole:
        _replace(fresh, out, carried=carried)
    else:
        _move(fresh, out, _order(new, out))
        _remove(out, document["removed"])
    store.write([*new, *kept], document["removed"], {PLACE: place_of(out)}, anew=whole)
    journal.unlink()
    shutil.rmtree(fresh, ignore_errors=True)
    return True


def _replace(fresh: Path, out: Path, *, carried: bool) -> None:
    """Put the new folder in the old one's place."""
    old = out.with_name(f".{out.name}.lama")
    if fresh.is_dir():
        shutil.rmtree(old, ignore_errors=True)
        if out.exists():
            out.rename(old)
        fresh.rename(out)
    index = old / search.PLACE
    if carried and index.is_dir():
        # readers search in the old bundles until the new ones are made
        (out / search.PLACE).parent.mkdir(parents=True, exist_ok=True)
        index.rename(out / search.PLACE)
    shutil.rmtree(old, ignore_errors=True)


def _order(new: Iterable[Output], out: Path) -> list[str]:
    """What nothing leads to yet comes first, so that no link ever leads nowhere."""
    return sorted((output.path for output in new), key=lambda path: ((out / path).exists(), path))


def _move(fresh: Path, out: Path, paths: Iterable[str]) -> None:
    folders: set[Path] = set()
    for path in paths:
        source, target = fresh / path, out / path
        if target.parent not in folders:
            target.parent.mkdir(parents=True, exist_ok=True)
            folders.add(target.parent)
        # gone: a run that was killed had moved it already
        with contextlib.suppress(FileNotFoundError):
            source.replace(target)


def _remove(out: Path, paths: Iterable[str]) -> None:
    for path in paths:
        (out / path).unlink(missing_ok=True)
        for folder in _within(out, (out / path).parent):
            try:
                folder.rmdir()
            except OSError:
                break


def _within(out: Path, folder: Path) -> Iterator[Path]:
    while folder != out and out in folder.parents:
        yield folder
        folder = folder.parent
