"""`terbit post`: upload kits in a job of its own, for what is published and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from terbit.channels import kit
from terbit.commands.post import place, post
from terbit.commands.publish import Publisher
from terbit.errors import TerbitError
from terbit.site import weight
from tests.rooms import ITEM, Room


def published(room: Room) -> None:
    """As the workflow does it: approve and publish, and leave the kits to the next job."""
    room.publish_request()
    Publisher(room.newsroom, room.out, room.tick(), kits=False).run()


def tree(folder: Path) -> dict[str, bytes]:
    return {
        p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()
    }


def test_the_kits_are_written_and_noted_in_the_archive(room: Room) -> None:
    published(room)
    assert not (room.out / "paket").exists()
    done = post(room.newsroom, room.folder / "paket", room.tick, {})
    assert done.items == 1
    assert {event.kind for event in done.events} == {"paket-instagram", "paket-telegram"}
    assert (done.folder / "2026-11-kabar-uji/index.html").is_file()
    kinds = [event.kind for event in room.newsroom.ledger()[ITEM].events]
    assert kinds[:2] == ["disetujui", "terbit"]
    assert set(kinds[2:]) == {"paket-instagram", "paket-telegram"}


def test_a_second_run_changes_nothing(room: Room) -> None:
    published(room)
    first = post(room.newsroom, room.folder / "paket", room.tick, {})
    before = tree(first.folder)
    second = post(room.newsroom, room.folder / "paket", lambda: room.now, {})
    assert second.events == ()
    assert tree(second.folder) == before


def test_both_ways_to_publish_end_in_the_same_archive(room_template: Path, tmp_path: Path) -> None:
    kinds = []
    for name, split in (("satu", False), ("dua", True)):
        room = Room.copy(room_template, tmp_path / name)
        if split:
            published(room)
            post(room.newsroom, room.folder / "paket", room.tick, {})
        else:
            room.publish_request()
            room.publisher().run()
        kinds.append([(e.kind, e.digest) for e in room.newsroom.ledger()[ITEM].events])
    assert kinds[0] == kinds[1]


def test_what_is_not_published_gets_no_kit(room: Room) -> None:
    room.publish_request()
    assert post(room.newsroom, room.folder / "paket", room.tick, {}).items == 0


def test_kits_go_into_the_site_without_a_note(room: Room) -> None:
    published(room)
    before = room.newsroom.ledger()
    site = room.out / "situs"
    assert place(room.newsroom, site, {}, room.tick()) == 1
    assert (site / "paket/2026-11-kabar-uji/index.html").is_file()
    assert (site / "paket/index.html").is_file()
    assert not [path.name for path in site.iterdir() if path.name.startswith(".paket")]
    assert room.newsroom.ledger() == before
    made = tree(site / "paket")
    assert place(room.newsroom, site, {}, room.tick()) == 1
    assert tree(site / "paket") == made


def test_kits_that_find_no_room_in_the_site_are_left_out(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    published(room)
    monkeypatch.setattr(weight, "ROOM", 10_000)
    site = room.out / "situs"
    assert place(room.newsroom, site, {}, room.tick()) == 0
    assert [path.name for path in (site / "paket").iterdir()] == [kit.PAGE]
    assert (site / "index.html").is_file()


def test_kits_need_a_site(room: Room) -> None:
    published(room)
    with pytest.raises(TerbitError, match="tidak ada situs"):
        place(room.newsroom, room.folder / "kosong", {}, room.tick())
    assert not (room.folder / "kosong").exists()
