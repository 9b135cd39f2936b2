"""New files come to their place; a run that is killed at any step is completed by the next."""

from __future__ import annotations

import os
import shutil
import signal
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from terbit.site import merge
from terbit.site.merge import Change
from terbit.site.store import Output, Store

OLD = {"index.html": "lama", "berita/a/index.html": "a lama", "berita/c/index.html": "c"}
NEW = {"index.html": "baru", "berita/a/index.html": "a lama", "berita/b/index.html": "b"}
EVENTS = frozenset(
    "os.rename os.remove os.mkdir os.rmdir open shutil.rmtree sqlite3.connect".split()
)
PIECES, WHOLE, CARRIED = "file by file", "a whole new folder", "a new folder with old files"
WAYS = (PIECES, WHOLE, CARRIED)


def written(folder: Path, files: dict[str, str]) -> None:
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text)


def found(folder: Path) -> dict[str, str]:
    paths = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_text() for path in paths}


def outputs(files: dict[str, str]) -> tuple[Output, ...]:
    return tuple(Output(path, "", text, len(text), 0) for path, text in sorted(files.items()))


class Place:
    """A site as the last run left it, and what the next one made beside it."""

    def __init__(self, root: Path, how: str) -> None:
        self.out, self.work = root / "situs", root / "kerja"
        written(self.out, OLD)
        whole = how == WHOLE
        fresh = dict(NEW) if whole else {p: t for p, t in NEW.items() if OLD.get(p) != t}
        written(self.work / "baru", fresh)
        removed = () if whole else ("berita/c/index.html",)
        store = Store(self.work)
        store.write(outputs(OLD), (), {merge.PLACE: merge.place_of(self.out)})
        store.close()
        self.change = Change(self.work / "baru", outputs(fresh), (), removed, whole)
        if how == CARRIED:
            same = [output for output in outputs(OLD) if OLD[output.path] == NEW.get(output.path)]
            self.change = merge.carry(self.change, same, self.out)

    def commit(self) -> None:
        store = Store(self.work)
        merge.commit(self.change, self.out, self.work, store)
        store.close()

    def complete(self) -> bool:
        store = Store(self.work)
        done = merge.complete(self.out, self.work, store)
        store.close()
        return done

    def known(self) -> dict[str, str]:
        store = Store(self.work)
        rows, place = store.outputs(), store.note(merge.PLACE)
        store.close()
        assert place == merge.place_of(self.out)
        return {path: row.key for path, row in rows.items() if path in found(self.out)}


def killed_at(step: int, work: Callable[[], None]) -> bool:
    """Do some work in a process that dies without a word at its n-th file event; whether it did."""
    child = os.fork()
    if child == 0:
        left = [step]

        def count(event: str, _: object) -> None:
            if event in EVENTS:
                left[0] -= 1
                if left[0] < 0:
                    os.kill(os.getpid(), signal.SIGKILL)

        sys.addaudithook(count)
        work()
        os._exit(0)
    return os.WIFSIGNALED(os.waitpid(child, 0)[1])


@pytest.mark.parametrize("how", WAYS)
def test_new_files_come_and_old_ones_go(tmp_path: Path, how: str) -> None:
    place = Place(tmp_path, how)
    place.commit()
    assert found(place.out) == NEW
    assert not (place.out / "berita/c").exists()
    assert place.known() == NEW
    assert not (place.work / "baru").exists()
    assert not place.complete()


@pytest.mark.parametrize("how", WAYS)
def test_a_kill_at_any_step_leaves_whole_files_and_the_next_run_completes(
    tmp_path: Path, how: str
) -> None:
    step = 0
    while True:
        place = Place(tmp_path / str(step), how)
        killed = killed_at(step, place.commit)
        if place.out.exists():
            for path, text in found(place.out).items():
                assert text in (OLD.get(path), NEW.get(path)), (step, path)
        if place.complete():
            assert found(place.out) == NEW, step
            assert place.known() == NEW, step
        else:
            assert found(place.out) == (OLD if killed and step < _decided(place) else NEW), step
        if not killed:
            break
        shutil.rmtree(tmp_path / str(step))
        step += 1
    assert step > 10


def _decided(place: Place) -> int:
    """Before the journal is there the old site stays; without one afterwards all is done."""
    return sys.maxsize if found(place.out) == OLD else 0


def test_pages_that_nothing_leads_to_yet_come_first(tmp_path: Path) -> None:
    place = Place(tmp_path, PIECES)
    assert merge._order(place.change.new, place.out) == ["berita/b/index.html", "index.html"]


def test_readers_search_in_the_old_bundles_until_there_are_new_ones(tmp_path: Path) -> None:
    place = Place(tmp_path, CARRIED)
    written(place.out, {"cari/indeks/2026/pagefind.js": "lama"})
    place.commit()
    assert found(place.out) == NEW | {"cari/indeks/2026/pagefind.js": "lama"}


def test_bundles_of_a_folder_that_somebody_else_made_do_not_stay(tmp_path: Path) -> None:
    place = Place(tmp_path, WHOLE)
    written(place.out, {"cari/indeks/2026/pagefind.js": "asing"})
    place.commit()
    assert found(place.out) == NEW


def test_a_journal_that_cannot_be_read_makes_the_next_build_whole(tmp_path: Path) -> None:
    place = Place(tmp_path, PIECES)
    (place.work / merge.JOURNAL).write_text('{"fresh": "x", "new": [{"path": "lama"}]}')
    assert not place.complete()
    store = Store(place.work)
    assert store.note(merge.PLACE) == ""
    store.close()
    assert found(place.out) == OLD
    assert not (place.work / merge.JOURNAL).exists()
