"""`terbit adopt`: a baseline for what stood before the gate, once."""

from __future__ import annotations

import pytest

from terbit.commands.adopt import adopt
from terbit.core.record import ADOPTED
from terbit.errors import TerbitError
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
