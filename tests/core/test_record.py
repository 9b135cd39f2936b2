"""Events of the archive: written and read without loss, each bound to the one before."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from terbit.core.record import (
    ADOPTED,
    APPROVED,
    KIT,
    POSTED,
    PUBLISHED,
    Event,
    History,
    Signature,
    extend,
)

ITEM = "berita/2026/11/evaluasi"
AT = datetime(2026, 11, 18, 9, 0, tzinfo=timezone(timedelta(hours=7)))


def event(kind: str = APPROVED, **changes: Any) -> Event:
    usual = Event(ITEM, 1, kind, AT, "067/035.07", "d1", "Terbit")
    return replace(usual, **changes)


def history(*steps: tuple[str, str]) -> History:
    """A history from (kind, digest) pairs, an hour apart."""
    made = History(ITEM)
    for number, (kind, digest) in enumerate(steps):
        at = AT + timedelta(hours=number)
        fields = {"at": at, "procedure": "067", "digest": digest, "actor": "Terbit"}
        made = made.add(made.next(kind, **fields))
    return made


# One event


def test_an_event_is_written_for_people_and_programs() -> None:
    made = event(details={"b": 1, "a": "é"})
    assert made.file == f"{ITEM}/0001-disetujui.json"
    text = made.written.decode()
    assert text.endswith("}\n")
    assert '"a": "é"' in text
    assert json.loads(text) == {
        "schema": 1,
        "item": ITEM,
        "number": 1,
        "kind": "disetujui",
        "at": "2026-11-18T09:00:00+07:00",
        "procedure": "067/035.07",
        "digest": "d1",
        "actor": "Terbit",
        "details": {"a": "é", "b": 1},
        "previous": "",
    }


def test_the_channel_is_part_of_the_kind() -> None:
    assert event(f"{POSTED}-mastodon").channel == "mastodon"
    assert event(f"{KIT}-instagram_story").channel == "instagram_story"
    assert event(PUBLISHED).channel == ""


def test_a_screenshot_lies_beside_its_event_and_nowhere_else() -> None:
    proof = event(
        f"{POSTED}-instagram_story", details={"file": "0001-terunggah-instagram_story.jpg"}
    )
    assert proof.picture == proof.file.replace(".json", ".jpg")
    assert event(f"{POSTED}-instagram_story", details={"link": "https://contoh"}).picture == ""
    assert event(f"{KIT}-x", details={"file": "0001-paket-x.jpg"}).picture == ""
    for lie in ("../../index.md", "0002-terunggah-x.jpg", "0001-terunggah-x.json", "", None, 7):
        assert event(f"{POSTED}-x", details={"file": lie}).picture == ""


@pytest.mark.parametrize(
    "change",
    [
        {"item": "berita/2026/11/lain"},
        {"number": 2},
        {"kind": ADOPTED},
        {"at": AT + timedelta(seconds=1)},
        {"procedure": "068"},
        {"digest": "d2"},
        {"actor": "Orang"},
        {"details": {"x": 1}},
        {"previous": "h"},
    ],
)
def test_every_field_is_under_the_hash(change: dict[str, Any]) -> None:
    assert event(**change).hash != event().hash


WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | WORDS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=3),
    max_leaves=6,
)
ZONES = st.sampled_from([UTC, timezone(timedelta(hours=7)), timezone(timedelta(hours=9))])


@settings(deadline=None, derandomize=True, max_examples=200)
@given(
    st.builds(
        Event,
        item=WORDS,
        number=st.integers(1, 9999),
        kind=WORDS,
        at=st.datetimes(timezones=ZONES),
        procedure=WORDS,
        digest=WORDS,
        actor=WORDS,
        details=st.dictionaries(WORDS, JSON, max_size=3),
        previous=WORDS,
    )
)
def test_an_event_comes_back_as_it_was(made: Event) -> None:
    back = Event.from_bytes(made.written)
    assert back == made
    assert back.written == made.written
    assert back.at.utcoffset() == made.at.utcoffset()


WRITTEN = json.loads(event().written)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b"\xff",
        b"[" * 100_000,
        b"{}",
        json.dumps({**WRITTEN, "schema": 2}).encode(),
        *(json.dumps({k: v for k, v in WRITTEN.items() if k != key}).encode() for key in WRITTEN),
        json.dumps({**WRITTEN, "number": None}).encode(),
        json.dumps({**WRITTEN, "number": "satu"}).encode(),
        json.dumps({**WRITTEN, "number": 1e999}).encode(),
        json.dumps({**WRITTEN, "at": 5}).encode(),
        json.dumps({**WRITTEN, "at": "kemarin"}).encode(),
        json.dumps({**WRITTEN, "details": 5}).encode(),
        json.dumps({**WRITTEN, "details": ["a"]}).encode(),
        json.dumps({**WRITTEN, "details": None}).encode(),
    ],
)
def test_what_is_no_event_is_a_value_error(data: bytes) -> None:
    with pytest.raises(ValueError, match=r".+"):
        Event.from_bytes(data)


def test_a_signature_comes_back_as_it_was() -> None:
    made = Signature("verifikasi", "telaah", "Ketua PPID", AT, 7, "Ani", "ani")
    assert Signature.from_json(json.loads(json.dumps(made.to_json()))) == made


# One history


def test_each_event_carries_the_hash_of_the_one_before() -> None:
    first, second, third = history((APPROVED, "a"), (PUBLISHED, "a"), (APPROVED, "b")).events
    assert (first.number, first.previous) == (1, "")
    assert (second.number, second.previous) == (2, first.hash)
    assert (third.number, third.previous) == (3, second.hash)


def test_a_history_knows_what_stands() -> None:
    made = history((ADOPTED, "a"), (PUBLISHED, "a"), (APPROVED, "b"), (PUBLISHED, "b"))
    assert made.approval is not None
    assert made.approval.digest == "b"
    assert made.first_published == AT + timedelta(hours=1)
    assert made.last_published == AT + timedelta(hours=3)
    assert made.has(PUBLISHED, "a")
    assert not made.has(PUBLISHED, "c")
    assert not made.has(ADOPTED, "b")


def test_a_history_comes_back_as_it_was_kept() -> None:
    made = history((ADOPTED, "a"), (PUBLISHED, "a"), (f"{KIT}-situs", "a"))
    back = History.from_json(ITEM, made.to_json())
    assert back == made
    assert [event.hash for event in back.events] == [event.hash for event in made.events]


def test_an_empty_history_stands_for_nothing() -> None:
    empty = History(ITEM)
    assert (empty.approval, empty.first_published, empty.last_published) == (None, None, None)
    assert empty.signatures == ()


def test_the_signatures_are_those_of_the_present_version() -> None:
    def signed(name: str) -> dict[str, Any]:
        row = Signature("verifikasi", "telaah", "Ketua PPID", AT, 7, name).to_json()
        return {"signatures": [row]}

    fields = {"at": AT, "procedure": "067", "actor": "Terbit"}
    made = History(ITEM)
    made = made.add(made.next(APPROVED, digest="a", details=signed("Ani"), **fields))
    made = made.add(made.next(APPROVED, digest="b", details=signed("Budi"), **fields))
    assert [row.name for row in made.signatures] == ["Budi"]


def test_the_events_of_a_channel_are_those_of_one_version() -> None:
    made = history((f"{KIT}-x", "a"), (f"{KIT}-facebook", "a"), (f"{KIT}-x", "b"))
    assert made.of_channel("x", "a") == (made.events[0],)


# Many histories


def test_a_ledger_grows_by_what_follows() -> None:
    one, two = history((APPROVED, "a"), (PUBLISHED, "a")).events
    other = event(item="ppid/berkala.md")
    before = extend({}, [one])
    after = extend(before, [other, two])
    assert after[ITEM].events == (one, two)
    assert after["ppid/berkala.md"].events == (other,)
    assert before[ITEM].events == (one,), "the old ledger stays as it was"


def test_what_does_not_follow_is_refused() -> None:
    one, two, three = history((APPROVED, "a"), (PUBLISHED, "a"), (APPROVED, "b")).events
    for events in (
        [two],
        [one, three],
        [one, one],
        [two, one],
        [one, replace(two, previous="")],
        [one, replace(two, number=3)],
        [one, replace(two, item="ppid/lain.md")],
        [replace(one, previous="h")],
        [replace(one, actor="Orang"), two],
        [replace(one, number=0)],
    ):
        with pytest.raises(ValueError, match="does not follow"):
            extend({}, events)
