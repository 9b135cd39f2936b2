"""The archive item by item agrees with the whole ledger."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from tests.rooms import ITEM, OLD_ITEM, PUBLIC, Room

from terbit.core import plan as planning
from terbit.core.plan import visible
from terbit.core.record import APPROVED, POSTED, PUBLISHED, SKIPPED, Event, History
from terbit.errors import LedgerError
from terbit.newsroom import shelf
from terbit.newsroom.shelf import Shelf, standing
from terbit.repository import ARCHIVE


@pytest.fixture
def published(room: Room) -> Room:
    room.publish_request()
    room.publisher().run()
    return room


def read(room: Room, work: Path) -> Shelf:
    newsroom = room.newsroom
    held = shelf.read(newsroom, newsroom.config_at(newsroom.main()), work)
    shelf.keep(held, work)
    return held


def append(room: Room, files: dict[str, bytes]) -> None:
    room.newsroom.repository.append(ARCHIVE, files, "Tambah", room.tick())


def test_each_item_stands_where_the_ledger_says(published: Room, tmp_path: Path) -> None:
    ledger = published.newsroom.ledger()
    found = read(published, tmp_path).standings
    assert found == {item: standing(history) for item, history in ledger.items()}
    shown = {item: one.digest for item, one in found.items() if one.digest}
    assert shown == {item: approval.digest for item, approval in visible(ledger).items()}
    assert found[OLD_ITEM].adopted
    assert found[ITEM].kits == "instagram telegram"


def test_it_knows_what_is_undecided_without_reading_the_rest(
    published: Room, tmp_path: Path
) -> None:
    published.overwrite_main(f"{PUBLIC}/index.md", b"lain")
    published.overwrite_main("content/baru.md", b"---\njudul: Baru\n---\nBaru.\n")
    newsroom = published.newsroom
    versions = newsroom.versions(newsroom.main())
    held = read(published, tmp_path)
    wanted = planning.unjudged(newsroom.ledger(), versions)
    assert {one.item for one in wanted} == {ITEM, "baru.md"}
    assert held.undecided({one.item: one for one in versions}) == tuple(one.item for one in wanted)


def test_what_was_approved_and_not_yet_published_is_undecided(published: Room) -> None:
    history = published.newsroom.ledger()[ITEM]
    assert not standing(replace(history, events=history.events[:1])).settled
    assert standing(replace(history, events=history.events[:2])).settled


def test_what_was_read_once_is_not_read_again(
    published: Room, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = read(published, tmp_path).standings
    monkeypatch.setattr(shelf, "_history", lambda *_: pytest.fail("read again"))
    assert read(published, tmp_path).standings == before


def test_another_version_of_terbit_reads_anew(
    published: Room, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = read(published, tmp_path).standings
    monkeypatch.setattr(shelf.recipe, "package", lambda: "lain")
    kept = json.loads((tmp_path / shelf.FILE).read_text("utf-8"))
    kept["rows"] = {name: ["palsu"] for name in kept["rows"]}
    (tmp_path / shelf.FILE).write_text(json.dumps(kept), "utf-8")
    assert read(published, tmp_path).standings == before


def test_a_new_event_is_read(published: Room, tmp_path: Path) -> None:
    before = read(published, tmp_path).standings
    history = published.newsroom.ledger()[ITEM]
    fields = {"procedure": "SOP", "digest": history.events[0].digest, "actor": "mesin"}
    event = history.next(f"{POSTED}-telegram", at=published.tick(), **fields)
    append(published, {event.file: event.written})
    after = read(published, tmp_path).standings
    assert after[ITEM].head == event.hash
    assert {item for item in after if after[item] != before[item]} == {ITEM}


def told(history: History, *kinds: str, digest: str = "") -> History:
    """The same with more events, of the version that stands where no other is named."""
    for kind in kinds:
        fields = {"procedure": "SOP", "digest": digest or history.events[0].digest, "actor": "u"}
        history = history.add(history.next(kind, at=history.events[-1].at, **fields))
    return history


def test_it_knows_where_a_proof_or_the_word_of_a_person_stands(published: Room) -> None:
    history = published.newsroom.ledger()[ITEM]
    proof, skip = f"{POSTED}-telegram", f"{SKIPPED}-instagram"
    assert standing(history).proven == ""
    assert standing(told(history, proof)).proven == "telegram"
    assert standing(told(history, proof, skip)).proven == "instagram telegram"
    assert standing(told(history, proof, "terhapus-telegram", skip)).proven == "instagram"


def test_a_proof_of_another_version_proves_nothing(published: Room) -> None:
    history = published.newsroom.ledger()[ITEM]
    proofs = (f"{POSTED}-telegram", f"{SKIPPED}-instagram")
    assert standing(told(history, *proofs, digest="lain")).proven == ""
    gone = told(told(history, *proofs), APPROVED, PUBLISHED, digest="lain")
    gone = replace(gone, events=(*gone.events[:-2], with_removal(gone)))
    assert (standing(gone).digest, standing(gone).proven) == ("", "")


def with_removal(history: History) -> Event:
    return replace(history.events[-2], details={"removed": True})


def test_a_broken_chain_is_refused(published: Room, tmp_path: Path) -> None:
    history = published.newsroom.ledger()[ITEM]
    forged = history.events[-1].written.replace(b'"number": ', b'"number": 9')
    append(published, {history.events[-1].file: forged})
    with pytest.raises(LedgerError):
        read(published, tmp_path)


def test_a_folder_within_the_folder_of_an_item_hides_nothing(
    published: Room, tmp_path: Path
) -> None:
    before = read(published, tmp_path).standings
    append(published, {f"{ITEM}/lain/catatan.txt": b"titipan", "umum/catatan.txt": b"titipan"})
    assert read(published, tmp_path).standings == before


def test_a_text_that_is_no_event_is_refused(published: Room, tmp_path: Path) -> None:
    append(published, {f"{ITEM}/lain/0001-terbit.json": b"{}"})
    with pytest.raises(LedgerError):
        read(published, tmp_path)
