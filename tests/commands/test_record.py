"""`terbit record`: the proof of an uploaded post."""

from __future__ import annotations

import pytest

from terbit.commands.record import record
from terbit.core.record import POSTED
from terbit.errors import TerbitError
from tests.rooms import ITEM, VERIFIER, WRITER, Room

LINK = "https://www.instagram.com/p/DAbc12345/"


@pytest.fixture
def published(room: Room) -> Room:
    room.publish_request()
    room.publisher().run()
    return room


def _record(room: Room, channel: str = "instagram", link: str = LINK, by: str = WRITER) -> None:
    record(room.newsroom, ITEM, channel, link, by=room.who(by), now=room.tick())


def test_the_link_the_time_and_the_person_are_kept(published: Room) -> None:
    _record(published)
    event = published.newsroom.ledger()[ITEM].events[-1]
    assert event.kind == f"{POSTED}-instagram"
    assert event.details["link"] == LINK
    assert event.actor == "Admin Medsos"


def test_a_second_proof_for_the_same_version_is_refused(published: Room) -> None:
    _record(published)
    with pytest.raises(TerbitError, match="sudah ada"):
        _record(published)


@pytest.mark.parametrize(
    ("channel", "link", "message"),
    [
        ("instagram", "https://contoh.go.id/", "bukan kiriman Instagram"),
        ("instagram", "http://www.instagram.com/p/DAbc12345/", "bukan kiriman"),
        ("telegram", "https://t.me/akunlain/12", "bukan kiriman Telegram"),
        ("youtube_shorts", "https://youtu.be/x", "tidak tersedia"),
        ("koran", LINK, "tidak tersedia"),
    ],
)
def test_what_is_no_proof_is_refused(
    published: Room, channel: str, link: str, message: str
) -> None:
    count = len(published.newsroom.ledger()[ITEM].events)
    with pytest.raises(TerbitError, match=message):
        _record(published, channel, link)
    assert len(published.newsroom.ledger()[ITEM].events) == count


def test_only_the_publishing_roles_record(published: Room) -> None:
    with pytest.raises(TerbitError, match="pengunggahan"):
        _record(published, by=VERIFIER)


def test_an_item_that_is_not_public_has_no_proof(room: Room) -> None:
    with pytest.raises(TerbitError, match="belum terbit"):
        _record(room)
