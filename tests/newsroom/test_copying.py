"""The copy of the archive grows, and what was lost or changed there is mended."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.rooms import ITEM, OLD_ITEM, Room

from terbit.core.record import POSTED, picture_name
from terbit.newsroom import shelf
from terbit.newsroom.copying import STATE, Copy
from terbit.repository import ARCHIVE

FIRST = f"{ITEM}/0001-disetujui.json"


@pytest.fixture
def copied(room: Room) -> Room:
    room.publish_request()
    room.publisher().run()
    copy(room).mend()
    return room


def copy(room: Room) -> Copy:
    newsroom, work = room.newsroom, room.folder / "kerja"
    work.mkdir(exist_ok=True)
    held = shelf.read(newsroom, newsroom.config_at(newsroom.main()), work)
    return Copy(held, room.folder / "salinan", work)


def branch(room: Room) -> dict[str, bytes]:
    tip = room.newsroom.repository.tip(ARCHIVE) or ""
    files = room.newsroom.repository.branch_files(tip)
    return {path: data for path, data in files.items() if path.endswith(".json")}


def files(folder: Path) -> dict[str, bytes]:
    paths = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def times(folder: Path) -> dict[Path, int]:
    return {path: path.stat().st_mtime_ns for path in folder.rglob("*.json")}


def test_it_holds_every_event_byte_for_byte(copied: Room) -> None:
    assert files(copied.folder / "salinan") == branch(copied)
    assert copy(copied).complete


def test_a_new_event_is_added_and_no_file_is_written_again(copied: Room) -> None:
    before = times(copied.folder / "salinan")
    history = copied.newsroom.ledger()[ITEM]
    fields = {"procedure": "SOP", "digest": history.events[0].digest, "actor": "mesin"}
    event = history.next(f"{POSTED}-telegram", at=copied.tick(), **fields)
    copied.newsroom.repository.append(ARCHIVE, {event.file: event.written}, "Bukti", copied.now)
    assert copy(copied).stale == (ITEM,)
    copy(copied).mend()
    after = times(copied.folder / "salinan")
    assert {path for path in after if before.get(path) != after[path]} == {
        copied.folder / "salinan" / event.file
    }


def test_it_holds_the_screenshots_that_events_name_and_no_other_picture(copied: Room) -> None:
    history = copied.newsroom.ledger()[ITEM]
    number, kind = len(history.events) + 1, f"{POSTED}-instagram_story"
    fields = {"procedure": "SOP", "digest": history.events[0].digest, "actor": "Citra"}
    told = {"file": picture_name(number, kind), "sha256": "x"}
    event = history.next(kind, at=copied.tick(), details=told, **fields)
    strange = f"{ITEM}/0001-disetujui.jpg"
    put = {event.file: event.written, event.picture: b"gambar", strange: b"titipan"}
    copied.newsroom.repository.append(ARCHIVE, put, "Bukti", copied.now)
    copy(copied).mend()
    copied_pictures = {n: d for n, d in files(copied.folder / "salinan").items() if "jpg" in n}
    assert copied_pictures == {event.picture: b"gambar"}
    assert copy(copied).complete
    (copied.folder / "salinan" / event.picture).write_bytes(b"lain")
    assert copy(copied).stale == (ITEM,)
    copy(copied).mend()
    assert (copied.folder / "salinan" / event.picture).read_bytes() == b"gambar"


def lose(file: Path) -> None:
    file.unlink()


def change(file: Path) -> None:
    file.write_bytes(file.read_bytes().replace(b"disetujui", b"ditolak.."))


def lead_elsewhere(file: Path) -> None:
    elsewhere = file.parents[5] / "lain.json"
    file.rename(elsewhere)
    file.symlink_to(elsewhere)


def put_beside(file: Path) -> None:
    file.with_name("asing.json").write_text("{}")


def put_elsewhere(file: Path) -> None:
    (file.parent.parent / "asing").mkdir()
    (file.parent.parent / "asing/0001-terbit.json").write_text("{}")


@pytest.mark.parametrize("act", [lose, change, lead_elsewhere, put_beside, put_elsewhere])
def test_what_was_done_to_it_is_mended(copied: Room, act: Callable[[Path], None]) -> None:
    untouched = times(copied.folder / "salinan" / OLD_ITEM)
    act(copied.folder / "salinan" / FIRST)
    assert not copy(copied).complete
    copy(copied).mend()
    assert copy(copied).complete
    assert files(copied.folder / "salinan") == branch(copied)
    assert times(copied.folder / "salinan" / OLD_ITEM) == untouched
    assert not (copied.folder / "salinan" / FIRST).is_symlink()


@pytest.mark.parametrize("text", ["[rusak", "[]", "{}"])
def test_without_its_notes_it_compares_and_writes_nothing(copied: Room, text: str) -> None:
    before = times(copied.folder / "salinan")
    (copied.folder / "kerja" / STATE).write_text(text)
    assert not copy(copied).complete
    copy(copied).mend()
    assert times(copied.folder / "salinan") == before
