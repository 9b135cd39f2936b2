"""`terbit adopt`: a baseline for what stood before the gate, once."""

from __future__ import annotations

from pathlib import Path

import pytest

from terbit.commands.adopt import adopt
from terbit.commands.practice import practice
from terbit.core.record import ADOPTED
from terbit.errors import InputErrors, TerbitError
from terbit.newsroom.room import Newsroom
from tests.rooms import MAINTAINER, OLD_ITEM, Room


def test_every_item_on_main_gets_one_event_with_who_and_why(room: Room) -> None:
    ledger = room.newsroom.ledger()
    assert set(ledger) == {"index.md", "ppid/index.md", OLD_ITEM}
    event = ledger[OLD_ITEM].events[0]
    assert (event.kind, event.details["reason"]) == (ADOPTED, "isi awal")
    assert event.details["login"] == MAINTAINER


def test_it_is_no_way_around_the_gate_later(room: Room) -> None:
    room.overwrite_main("content/sisipan.md", b"---\njudul: Sisipan\n---\nx\n")
    with pytest.raises(TerbitError, match="arsip sudah berjalan"):
        adopt(room.newsroom, "coba lagi", room.who(MAINTAINER), room.tick())
    assert "sisipan.md" not in room.newsroom.ledger()


def test_a_reason_is_required(room: Room) -> None:
    with pytest.raises(TerbitError, match="alasan"):
        adopt(room.newsroom, " ", room.who(MAINTAINER), room.tick())


def test_what_nobody_can_read_is_named_before_anything_is_recorded(
    room: Room, tmp_path: Path
) -> None:
    (room.clone / "content/lambang.svg").write_text("<svg/>")
    (room.clone / "content/rusak.md").write_text("Tanpa kepala\n")
    fresh = Newsroom(practice(room.clone, tmp_path / "baru", MAINTAINER, room.now).clone)
    with pytest.raises(InputErrors) as caught:
        adopt(fresh, "isi awal", room.who(MAINTAINER), room.tick())
    places = {problem.path: problem.what for problem in caught.value.problems}
    assert set(places) == {"content/lambang.svg", "content/rusak.md"}
    assert "bukan halaman" in places["content/lambang.svg"]
    assert fresh.ledger() == {}
