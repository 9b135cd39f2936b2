"""Upload kits are made once, kept for a season, and each is there whole or not at all."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from tests.media import Fake
from tests.rooms import ITEM, Room

from terbit.channels import kit, pictures
from terbit.commands.publish import Publisher
from terbit.core.record import FAILED, POSTED
from terbit.core.sending import Prospect
from terbit.newsroom import shelf
from terbit.newsroom.kits import OPEN, RENDITIONS, STATE, Kits, _within
from terbit.repository import ARCHIVE

FOLDER = "2026-11-kabar-uji"
NO_MACHINE: Mapping[str, Prospect] = {}


@pytest.fixture
def published(room: Room) -> Room:
    """What the publisher leaves to `terbit post`."""
    room.publish_request()
    Publisher(room.newsroom, room.out, room.tick(), kits=False).run()
    return room


def kits(
    room: Room, later: timedelta = timedelta(), machines: Mapping[str, Prospect] = NO_MACHINE
) -> Kits:
    newsroom, work = room.newsroom, room.folder / "kerja"
    work.mkdir(exist_ok=True)
    held = shelf.read(newsroom, newsroom.config_at(newsroom.main()), work)
    return Kits(held, room.folder / "paket", work, room.now + later, machines)


def make(
    room: Room, later: timedelta = timedelta(), machines: Mapping[str, Prospect] = NO_MACHINE
) -> tuple[str, ...]:
    """One run; what it had to make."""
    one = kits(room, later, machines)
    events = one.events()
    made = one.prepare()
    if events:
        files = {event.file: event.written for event in events}
        room.newsroom.repository.append(ARCHIVE, files, "Paket", room.now)
    one.commit(made)
    return tuple(made)


def stats(folder: Path) -> dict[str, tuple[bytes, int]]:
    paths = [path for path in folder.rglob("*") if path.is_file()]
    return {str(path): (path.read_bytes(), path.stat().st_mtime_ns) for path in paths}


def test_what_is_made_once_is_kept_bytes_and_time(published: Room) -> None:
    assert make(published) == (ITEM,)
    assert kits(published).complete
    before = stats(published.folder / "paket")
    assert make(published, timedelta(days=1)) == ()
    assert stats(published.folder / "paket") == before


def prove(room: Room, channel: str, kind: str = POSTED, **details: object) -> None:
    history = room.newsroom.ledger()[ITEM]
    fields = {"procedure": "SOP", "digest": history.events[0].digest, "actor": "mesin"}
    event = history.next(f"{kind}-{channel}", at=room.tick(), details=details, **fields)
    files = {event.file: event.written}
    room.newsroom.repository.append(ARCHIVE, files, "Bukti", room.now)


def test_a_channel_with_a_proof_is_ticked(published: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    make(published)
    monkeypatch.setattr(pictures, "_encoded", None)  # nothing is drawn for it
    prove(published, "telegram")
    assert make(published) == (ITEM,)
    html = (published.folder / "paket" / FOLDER / "index.html").read_text(encoding="utf-8")
    assert html.count("Sudah tercatat di arsip") == 1
    assert "terbit record berita/2026/11/kabar-uji instagram " in html
    assert "terbit record berita/2026/11/kabar-uji telegram " not in html
    assert make(published) == ()


def test_a_kit_is_closed_when_every_channel_has_its_proof(published: Room) -> None:
    make(published)
    for channel in ("telegram", "instagram"):
        prove(published, channel)
    assert make(published) == ()
    assert not (published.folder / "paket" / FOLDER).exists()
    assert kits(published).complete


def test_what_a_machine_could_not_post_comes_to_people_after_all_else_is_proved(
    published: Room,
) -> None:
    machines = {"telegram": Fake()}
    make(published, machines=machines)
    prove(published, "instagram")
    assert make(published, machines=machines) == (ITEM,)  # only ticked: telegram is still to come
    prove(published, "telegram", FAILED, act="send", reason="ditolak")
    assert make(published, machines=machines) == (ITEM,)
    kinds = [event.kind for event in published.newsroom.ledger()[ITEM].events]
    assert kinds[-1] == "paket-telegram"


def test_the_newest_kits_find_room_first(published: Room) -> None:
    make(published)
    (row,) = kits(published).rows.values()
    assert row.kit is not None
    older = replace(row, kit=replace(row.kit, day=row.kit.day - timedelta(days=1), item="lama"))
    size = sum(size for size, _ in row.files.values())
    assert _within([older, row], size) == [row.kit]
    assert _within([older, row], 2 * size) == [row.kit, older.kit]
    assert _within([older, row], None) == [row.kit, older.kit]


@pytest.mark.parametrize("name", ["posts.json", "index.html"])
def test_a_kit_that_was_touched_is_made_anew(published: Room, name: str) -> None:
    make(published)
    file = published.folder / "paket" / FOLDER / name
    wanted = file.read_bytes()
    file.write_text("diubah")
    assert not kits(published).complete
    assert make(published) == (ITEM,)
    assert file.read_bytes() == wanted


def test_a_kit_made_anew_draws_nothing(published: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    make(published)
    folder = published.folder / "paket" / FOLDER
    before = {file.name: file.read_bytes() for file in folder.glob("*.jpg")}
    (folder / "index.html").unlink()

    def drawn(*_: object) -> None:
        raise AssertionError("a picture was drawn")

    monkeypatch.setattr(pictures, "_encoded", drawn)
    assert make(published) == (ITEM,)
    assert {file.name: file.read_bytes() for file in folder.glob("*.jpg")} == before


def test_a_picture_changed_by_hand_is_made_anew(published: Room) -> None:
    make(published)
    file = min((published.folder / "paket" / FOLDER).glob("*.jpg"))
    wanted = file.read_bytes()
    file.write_bytes(wanted + b"diubah")  # the same file as the one that is kept
    assert make(published) == (ITEM,)
    assert file.read_bytes() == wanted


def test_no_picture_stays_when_its_kit_goes(published: Room) -> None:
    make(published)
    kept = published.folder / "kerja" / RENDITIONS
    assert list(kept.glob("*.jpg"))
    make(published, OPEN + timedelta(days=1))
    assert not list(kept.rglob("*.*"))
    assert not list((kept / "kunci").iterdir())


def test_what_lies_there_without_reason_is_taken_away(published: Room) -> None:
    make(published)
    (published.folder / "paket/asing").mkdir()
    assert not kits(published).complete
    make(published)
    names = {path.name for path in (published.folder / "paket").iterdir()}
    assert names == {FOLDER, "index.html"}


def test_after_a_month_a_kit_is_taken_away_and_not_made_again(published: Room) -> None:
    make(published)
    assert kits(published, OPEN - timedelta(days=1)).complete
    later = OPEN + timedelta(days=1)
    assert make(published, later) == ()
    assert kits(published, later).complete
    assert not (published.folder / "paket" / FOLDER).exists()
    shutil.rmtree(published.folder / "kerja")
    assert make(published, later) == ()


def test_a_kit_that_was_never_noted_is_made_however_late(published: Room) -> None:
    assert make(published, timedelta(days=900)) == (ITEM,)
    assert {"paket-instagram", "paket-telegram"} <= {
        event.kind for event in published.newsroom.ledger()[ITEM].events
    }


@pytest.mark.parametrize("call", ["rename", "unlink", "write_index"])
def test_a_kill_at_any_moment_leaves_whole_kits_and_the_next_run_completes(
    published: Room, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    make(published)
    wanted = {name: data for name, (data, _) in stats(published.folder / "paket").items()}
    for survived in range(9):
        (published.folder / "kerja" / STATE).unlink(missing_ok=True)
        left = [survived]

        def killed(*_: object, left: list[int] = left) -> None:
            left[0] -= 1
            if left[0] < 0:
                raise KeyboardInterrupt

        with monkeypatch.context() as patch:
            _before(patch, call, killed)
            try:
                make(published)
            except KeyboardInterrupt:
                pass
            else:
                break
        there = {path.name for path in (published.folder / "paket" / FOLDER).glob("*")}
        assert there in (set(), {Path(name).name for name in wanted if FOLDER in name})
    make(published)
    found = {name: data for name, (data, _) in stats(published.folder / "paket").items()}
    assert found == wanted
    assert kits(published).complete


def _before(patch: pytest.MonkeyPatch, call: str, killed: object) -> None:
    """Let something happen before each call of that name."""
    place = {"rename": Path, "unlink": os, "write_index": kit}[call]
    original = getattr(place, call)

    def wrapped(*args: object, **more: object) -> object:
        killed()  # type: ignore[operator]
        return original(*args, **more)

    patch.setattr(place, call, wrapped)


def test_a_forged_note_of_the_working_folder_notes_nothing_in_the_archive(published: Room) -> None:
    """It may say that a kit is there; what is appended is composed from the approved text."""
    make(published)
    file = published.folder / "kerja" / STATE
    forged = json.loads(file.read_bytes())
    forged[ITEM]["channels"] = ["instagram", "telegram", "karangan"]
    file.write_text(json.dumps(forged))
    assert kits(published).events() == ()


def test_a_broken_note_costs_time_only(published: Room) -> None:
    make(published)
    (published.folder / "kerja" / STATE).write_text("[rusak")
    assert make(published) == (ITEM,)
