"""The archive item by item agrees with the whole ledger."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.rooms import ITEM, Room

from terbit.core.plan import visible
from terbit.core.record import POSTED
from terbit.errors import LedgerError
from terbit.newsroom.shelf import Shelf, standing
from terbit.repository import ARCHIVE


@pytest.fixture
def published(room: Room) -> Room:
    room.publish_request()
    room.publisher().run()
    return room


def shelf(room: Room, work: Path) -> Shelf:
    newsroom = room.newsroom
    return Shelf(newsroom, newsroom.config_at(newsroom.main()), work)


def test_each_item_stands_where_the_ledger_says(published: Room, tmp_path: Path) -> None:
    ledger = published.newsroom.ledger()
    found = shelf(published, tmp_path).standings
    assert found == {item: standing(history) for item, history in ledger.items()}
    shown = {item for item, one in found.items() if one.digest}
    assert shown == set(visible(ledger))


def test_what_was_read_once_is_not_read_again(
    published: Room, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = shelf(published, tmp_path).standings
    monkeypatch.setattr(Shelf, "history", lambda *_: pytest.fail("read again"))
    assert shelf(published, tmp_path).standings == before


def test_a_new_event_is_read(published: Room, tmp_path: Path) -> None:
    before = shelf(published, tmp_path).standings
    history = published.newsroom.ledger()[ITEM]
    fields = {"procedure": "SOP", "digest": history.events[0].digest, "actor": "mesin"}
    event = history.next(f"{POSTED}-telegram", at=published.tick(), **fields)
    files = {event.file: event.to_bytes()}
    published.newsroom.repository.append(ARCHIVE, files, "Bukti", published.tick())
    after = shelf(published, tmp_path).standings
    assert after[ITEM].head == event.hash
    assert {item for item in after if after[item] != before[item]} == {ITEM}


def test_a_broken_chain_is_refused(published: Room, tmp_path: Path) -> None:
    repository = published.newsroom.repository
    history = published.newsroom.ledger()[ITEM]
    forged = history.events[-1].to_bytes().replace(b'"number": ', b'"number": 9')
    name = f"{ITEM}/{history.events[-1].number:04d}-{history.events[-1].kind}.json"
    repository.append(ARCHIVE, {name: forged}, "Palsu", published.tick())
    with pytest.raises(LedgerError):
        assert shelf(published, tmp_path).standings
