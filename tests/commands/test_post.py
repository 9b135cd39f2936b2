"""`terbit post`: upload kits in a job of its own, for what is published and nothing else."""

from __future__ import annotations

from pathlib import Path

from terbit.commands.post import post
from terbit.commands.publish import Publisher
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
