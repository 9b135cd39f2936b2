"""`terbit record`: the proof of an uploaded post."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from terbit.commands.post import post
from terbit.commands.publish import Publisher
from terbit.commands.record import Answer, answer, not_sent, proposal, record, removed
from terbit.core.record import POSTED
from terbit.core.sending import Parcel, Receipt, Repeat
from terbit.errors import RaceError, TerbitError
from terbit.repository import clone
from tests.github.state import Thread
from tests.media import Fake
from tests.rooms import ITEM, VERIFIER, WRITER, Room
from tests.rooms_github import GitHubRoom

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


def overtaken(room: Room, monkeypatch: pytest.MonkeyPatch, times: int) -> None:
    """Somebody else appends to the archive just before each of the next pushes."""
    push, other = room.newsroom.repository.push, clone(room.bare, room.folder / "lain")
    left = [times]

    def late(*words: Any, **options: Any) -> None:
        if left[0]:
            left[0] -= 1
            other.fetch()
            other.append("arsip", {f"lain/{left[0]}.txt": b"lain"}, "Lain", room.now)
        push(*words, **options)

    monkeypatch.setattr(room.newsroom.repository, "push", late)


def test_a_proof_that_loses_the_race_for_the_archive_tries_again(
    published: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    overtaken(published, monkeypatch, 2)
    before = len(published.newsroom.ledger()[ITEM].events)
    _record(published)
    assert len(published.newsroom.ledger()[ITEM].events) == before + 1


def test_a_race_that_is_never_won_is_told(published: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    overtaken(published, monkeypatch, 9)
    before = len(published.newsroom.ledger()[ITEM].events)
    with pytest.raises(RaceError, match="cabang arsip bertambah saat mencatat"):
        _record(published)
    assert len(published.newsroom.ledger()[ITEM].events) == before


# The issue form and the run form on GitHub

REPO = "repos/contoh/terbit"
FORM = """### Berita

https://inspektorat.contoh.go.id/berita/2026/11/kabar-uji/

### Kanal

telegram – Telegram

### Tautan hasil

{link}
"""


@pytest.fixture
def github(room_template: Path, tmp_path: Path) -> GitHubRoom:
    made = GitHubRoom.copy(room_template, tmp_path / "github")
    made.publish_request()
    made.bot()
    made.publisher().run()
    return made


def link_of(room: Room) -> str:
    account = room.newsroom.config.office.channel("telegram")
    assert account is not None
    return f"https://t.me/{account.account.removeprefix('@')}/7"


def filled(room: GitHubRoom, sender: str, link: str, body: str = FORM) -> dict[str, Any]:
    """The event of an issue that somebody has just sent from the form."""
    room.who(sender)
    sent = {"title": "Bukti", "body": body.format(link=link)}
    number, user = 1 + max(room.fake.state.threads), room.fake.state.account(sender)
    room.fake.state.threads[number] = Thread(
        number, sent["title"], user, room.fake.state.stamp(), sent["body"]
    )
    return {"action": "opened", "issue": {"number": number, **sent}, "sender": user}


def send(room: GitHubRoom, event: dict[str, Any]) -> Answer:
    room.bot()
    return answer(room.newsroom, proposal(event), room.tick())


def test_the_form_records_the_proof_and_closes_the_issue(github: GitHubRoom) -> None:
    event = filled(github, WRITER, link_of(github))
    said = send(github, event)
    assert said == Answer(f"Tercatat di arsip: {ITEM}, kanal telegram.", recorded=True)
    issue = github.client.get(f"{REPO}/issues/{event['issue']['number']}")
    assert issue["state"] == "closed"
    assert github.newsroom.ledger()[ITEM].events[-1].details["login"] == WRITER


@pytest.mark.parametrize(
    ("item", "channel", "link", "found"),
    [
        (ITEM, "telegram – Telegram", "https://t.me/lain/7", "telegram"),
        (ITEM, "Kenali dari tautan", "https://t.me/lain/7", "telegram"),
        (ITEM, "Kenali dari tautan", "https://www.instagram.com/stories/lain/7", "instagram_story"),
        (f"{ITEM} (whatsapp)", "Kenali dari tautan", "tidak terkirim", "whatsapp"),
        (f"{ITEM} (whatsapp)", "telegram – Telegram", "https://t.me/lain/7", "telegram"),
        (ITEM, "Kenali dari tautan", "https://contoh.id/7", ""),
        (ITEM, "tidakada", "https://contoh.id/7", "tidakada"),
    ],
)
def test_the_channel_is_known_from_what_was_filled_in(
    item: str, channel: str, link: str, found: str
) -> None:
    body = f"### Berita\n\n{item}\n\n### Kanal\n\n{channel}\n\n### Tautan hasil\n\n{link}\n"
    event = {"issue": {"number": 1, "body": body}, "sender": {"id": 7, "login": "x"}}
    asked = proposal(event)
    assert (asked.item, asked.channel) == (ITEM, found)


def test_the_same_event_twice_records_once(github: GitHubRoom) -> None:
    event = filled(github, WRITER, link_of(github))
    assert send(github, event).recorded
    assert send(github, event).recorded
    kinds = [row.kind for row in github.newsroom.ledger()[ITEM].events]
    assert kinds.count(f"{POSTED}-telegram") == 1


@pytest.mark.parametrize(
    ("sender", "link", "words"),
    [
        (VERIFIER, None, "tidak bertugas pada langkah pengunggahan"),
        ("orang-lewat", None, "tidak ada di kantor.yml"),
        (WRITER, "https://jahat.example/7", "bukan kiriman Telegram milik kantor"),
        (WRITER, "_No response_", "isian belum lengkap"),
    ],
)
def test_what_is_wrong_is_answered_in_the_issue(
    github: GitHubRoom, sender: str, link: str | None, words: str
) -> None:
    github.fake.person("orang-lewat")
    event = filled(github, WRITER, link or link_of(github))
    event["sender"] = github.fake.state.account(sender)
    said = send(github, event)
    assert not said.recorded
    assert words in said.text
    number = event["issue"]["number"]
    assert github.client.get(f"{REPO}/issues/{number}")["state"] == "open"
    comments = github.client.get(f"{REPO}/issues/{number}/comments")
    assert [row["body"] for row in comments] == [said.text]


def test_whoever_edits_the_issue_is_asked_for_the_right(github: GitHubRoom) -> None:
    """Anybody with write access can edit an issue of the right person."""
    event = filled(github, WRITER, link_of(github)) | {"action": "edited"}
    event["sender"] = github.fake.state.account(VERIFIER)
    assert not send(github, event).recorded


def test_the_run_form_needs_no_issue(github: GitHubRoom) -> None:
    inputs = {"berita": ITEM, "kanal": "telegram", "tautan": link_of(github)}
    event = {"inputs": inputs, "sender": github.fake.state.account(WRITER)}
    assert send(github, event).recorded


def test_an_event_without_a_sender_is_refused() -> None:
    with pytest.raises(TerbitError, match="pengirim"):
        proposal({"inputs": {}})


# What a machine could not tell


@pytest.fixture
def unsure(room: Room) -> Room:
    """A post of which no answer came, on a channel where only a person can look."""
    room.publish_request()
    Publisher(room.newsroom, room.out, room.tick(), kits=False).run()
    posting(room, ["dropped"])
    return room


def posting(room: Room, fates: list[str]) -> Fake:
    fake, now = Fake(rule=Repeat.NEVER, fates=fates), room.tick()
    post(room.newsroom, room.folder / "paket", lambda: now, {"telegram": fake})
    return fake


def test_what_a_person_found_settles_it(unsure: Room) -> None:
    _record(unsure, "telegram", link_of(unsure))
    event = unsure.newsroom.ledger()[ITEM].events[-1]
    assert (event.kind, event.details["by"]) == ("terunggah-telegram", "Citra Maharani")
    assert posting(unsure, []).medium.calls == []


def test_what_a_person_did_not_find_is_sent_once_more(unsure: Room) -> None:
    event = not_sent(unsure.newsroom, ITEM, "telegram", by=unsure.who(WRITER), now=unsure.tick())
    assert (event.details["login"], event.details["attempt"]) == (WRITER, 2)
    assert posting(unsure, []).medium.calls == ["kirim"]


def test_nobody_says_not_sent_of_what_is_sure(published: Room) -> None:
    by = published.who(WRITER)
    with pytest.raises(TerbitError, match="belum pasti"):
        not_sent(published.newsroom, ITEM, "telegram", by=by, now=published.tick())


def test_only_the_publishing_roles_say_not_sent(unsure: Room) -> None:
    by = unsure.who(VERIFIER)
    with pytest.raises(TerbitError, match="pengunggahan"):
        not_sent(unsure.newsroom, ITEM, "telegram", by=by, now=unsure.tick())


def test_while_a_machine_may_be_posting_nothing_is_recorded(room: Room) -> None:
    room.publish_request()
    Publisher(room.newsroom, room.out, room.tick(), kits=False).run()

    class Killed(Fake):
        def send(self, parcel: Parcel) -> Receipt:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        post(room.newsroom, room.folder / "paket", lambda: room.now, {"telegram": Killed()})
    with pytest.raises(TerbitError, match="sedang diurus Terbit"):
        _record(room, "telegram", link_of(room))
    room.tick(40)
    _record(room, "telegram", link_of(room))


def test_a_post_that_a_person_took_away_is_noted(published: Room) -> None:
    _record(published)
    by = published.who(WRITER)
    event = removed(published.newsroom, ITEM, "instagram", by=by, now=published.tick())
    assert event.kind == "terhapus-instagram"
    with pytest.raises(TerbitError, match="tidak mengenal"):
        removed(published.newsroom, ITEM, "instagram", by=by, now=published.tick())


def test_the_form_may_say_that_nothing_was_sent(github: GitHubRoom) -> None:
    event = filled(github, WRITER, "Tidak terkirim")
    assert "belum pasti" in send(github, event).text
