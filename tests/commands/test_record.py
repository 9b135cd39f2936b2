"""`terbit record`: the proof of an uploaded post, or why there is none."""

from __future__ import annotations

from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from terbit.commands.post import post
from terbit.commands.publish import Publisher
from terbit.commands.record import (
    Answer,
    answer,
    not_sent,
    pictured,
    record,
    removed,
    skipped,
)
from terbit.core.delivery import deliveries
from terbit.core.plan import visible
from terbit.core.record import POSTED, Event
from terbit.core.sending import Parcel, Receipt, Repeat
from terbit.errors import RaceError, TerbitError
from terbit.forges.github.attachments import AttachmentError
from terbit.newsroom.proof_forms import proposal
from terbit.repository import clone
from tests.forges.github.uploads import UPLOAD
from tests.github.state import Thread
from tests.media import Fake
from tests.rooms import ITEM, PUBLIC, VERIFIER, WRITER, Room
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


def overtaken(
    room: Room,
    monkeypatch: pytest.MonkeyPatch,
    times: int,
    files: dict[str, bytes] | None = None,
) -> None:
    """Somebody else appends to the archive just before each of the next pushes."""
    push, other = room.newsroom.repository.push, clone(room.bare, room.folder / "lain")
    left = [times]

    def late(*words: Any, **options: Any) -> None:
        if left[0]:
            left[0] -= 1
            other.fetch()
            put = files or {f"lain/{left[0]}.txt": b"lain"}
            other.append("arsip", put, "Lain", room.now)
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


def nothing(link: str) -> bytes:
    raise AssertionError(f"{link} was fetched")


def send(room: GitHubRoom, event: dict[str, Any]) -> Answer:
    room.bot()
    return answer(room.newsroom, proposal(event), room.tick(), nothing)


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


# A channel that is not available

REASON = "akun kantor sedang dipulihkan"


def skip(room: Room, channel: str = "instagram", reason: str = REASON, by: str = WRITER) -> Event:
    return skipped(room.newsroom, ITEM, channel, reason, by=room.who(by), now=room.tick())


def test_the_reason_and_the_person_are_kept(published: Room) -> None:
    event = skip(published, reason="akun  kantor\n sedang dipulihkan\u202e")
    assert event.kind == "dilewati-instagram"
    assert (event.details["reason"], event.details["login"]) == (REASON, WRITER)
    assert event.digest == visible(published.newsroom.ledger())[ITEM].digest


@pytest.mark.parametrize(
    ("channel", "reason", "message"),
    [
        ("instagram", "", "belum ada"),
        ("instagram", "1234 5678 rusak", "belum ada"),
        ("instagram", "rusak " * 50, "lebih dari 200"),
        ("instagram", "admin bernomor 6271010101900001 cuti", "tidak boleh tampil"),
        ("instagram", "kami sibuk main slot gacor", "tidak boleh tampil"),
        ("youtube_shorts", REASON, "tidak tersedia di kantor ini"),
        ("koran", REASON, "tidak tersedia di kantor ini"),
    ],
)
def test_what_is_no_reason_is_refused(
    published: Room, channel: str, reason: str, message: str
) -> None:
    before = published.newsroom.ledger()[ITEM]
    with pytest.raises(TerbitError, match=message):
        skip(published, channel, reason)
    assert published.newsroom.ledger()[ITEM] == before


def test_only_the_publishing_roles_skip(published: Room) -> None:
    with pytest.raises(TerbitError, match="pengunggahan"):
        skip(published, by=VERIFIER)


def test_what_has_its_proof_is_not_skipped_and_nothing_is_skipped_twice(published: Room) -> None:
    _record(published)
    with pytest.raises(TerbitError, match="sudah ada"):
        skip(published)
    skip(published, "telegram")
    with pytest.raises(TerbitError, match="sudah dicatat"):
        skip(published, "telegram", "saluran belum dibuat lagi")


def test_a_later_proof_supersedes(published: Room) -> None:
    skip(published)
    _record(published)
    known = deliveries(published.newsroom.ledger()[ITEM])["instagram"]
    assert known.post is not None
    assert not known.skipped


def test_a_proof_is_asked_for_again_once_the_post_is_gone(published: Room) -> None:
    _record(published)
    by = published.who(WRITER)
    removed(published.newsroom, ITEM, "instagram", by=by, now=published.tick())
    _record(published, link="https://www.instagram.com/p/DAbc99999/")


def test_an_item_that_is_not_public_is_not_skipped(room: Room) -> None:
    with pytest.raises(TerbitError, match="belum terbit"):
        skip(room)


def test_what_was_withdrawn_needs_no_excuse(published: Room) -> None:
    text = published.newsroom.repository.file(published.newsroom.main(), f"{PUBLIC}/index.md")
    assert text is not None
    note = b"---\nditarik: {waktu: 2026-11-18T10:00, alasan: Memuat data yang keliru.}\n"
    published.overwrite_main(f"{PUBLIC}/index.md", text.replace(b"---\n", note, 1))
    publish_as_approved(published)
    with pytest.raises(TerbitError, match="sudah dicabut"):
        skip(published)


def publish_as_approved(room: Room) -> None:
    """What stands on main, as the archive would hold it had somebody approved it."""
    newsroom, history = room.newsroom, room.newsroom.ledger()[ITEM]
    version = next(v for v in newsroom.versions(newsroom.main()) if v.item == ITEM)
    told = {"mode": version.entry[0], "object": version.entry[1]}
    for kind in ("disetujui", "terbit"):
        fields = {"procedure": "SOP", "digest": version.digest, "actor": "Terbit"}
        event = history.next(kind, at=room.tick(), details=told, **fields)
        history = history.add(event)
        newsroom.repository.append("arsip", {event.file: event.written}, "Uji", room.now)


def test_no_machine_posts_what_a_person_skipped(room: Room) -> None:
    room.publish_request()
    Publisher(room.newsroom, room.out, room.tick(), kits=False).run()
    skip(room, "telegram")
    assert posting(room, []).medium.calls == []


def test_the_form_skips_once_however_often_it_is_sent(github: GitHubRoom) -> None:
    event = filled(github, WRITER, "Tidak tersedia: akun kantor sedang dipulihkan")
    assert send(github, event) == Answer(
        f"Tercatat di arsip: {ITEM}, kanal telegram.", recorded=True
    )
    assert send(github, event).recorded
    last = github.newsroom.ledger()[ITEM].events[-1]
    assert (last.kind, last.details["reason"]) == ("dilewati-telegram", REASON)
    kinds = [row.kind for row in github.newsroom.ledger()[ITEM].events]
    assert kinds.count(last.kind) == 1


@pytest.mark.parametrize("told", ["tidak tersedia", "Tidak tersedia: -", "tidak tersedia: rusak"])
def test_the_form_asks_for_a_reason(github: GitHubRoom, told: str) -> None:
    said = send(github, filled(github, WRITER, told))
    assert "alasannya belum ada" in said.text


# A screenshot as the proof


def picture(room: Room, channel: str = "instagram_story", by: str = WRITER) -> Event:
    who = room.who(by)
    return pictured(room.newsroom, ITEM, channel, b"gambar", by=who, now=room.tick())


def test_the_screenshot_comes_with_its_event_in_one_commit(published: Room) -> None:
    event = picture(published)
    assert event.kind == "terunggah-instagram_story"
    assert event.picture == f"{ITEM}/{event.details['file']}"
    assert event.details["sha256"] == sha256(b"gambar").hexdigest()
    repository = published.newsroom.repository
    repository.fetch()
    tip = repository.tip("arsip") or ""
    assert repository.file(tip, event.picture) == b"gambar"
    assert sorted(repository.changed(f"{tip}^1", tip)) == sorted([event.file, event.picture])
    assert published.newsroom.ledger()[ITEM].events[-1] == event


def test_where_posts_have_an_address_a_picture_proves_less(published: Room) -> None:
    with pytest.raises(TerbitError, match="harus berupa tautan"):
        picture(published, "instagram")
    with pytest.raises(TerbitError, match="pengunggahan"):
        picture(published, by=VERIFIER)


def test_a_story_may_have_a_link_all_the_same(published: Room) -> None:
    account = published.newsroom.config.office.channel("instagram_story")
    assert account is not None
    name = account.account.removeprefix("@")
    _record(published, "instagram_story", f"https://www.instagram.com/stories/{name}/31415926/")
    with pytest.raises(TerbitError, match="sudah ada"):
        picture(published)


def test_a_screenshot_that_loses_the_race_is_named_by_its_new_number(
    published: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = len(published.newsroom.ledger()[ITEM].events)
    rival = published.newsroom.ledger()[ITEM].next(
        "paket-x", at=published.now, procedure="SOP", digest="d", actor="Terbit"
    )
    overtaken(published, monkeypatch, 1, {rival.file: rival.written})
    event = picture(published)
    assert event.number == before + 2
    tip = published.newsroom.repository.tip("arsip") or ""
    assert published.newsroom.repository.file(tip, event.picture) == b"gambar"


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


def test_what_is_unsure_is_looked_for_and_not_skipped(unsure: Room) -> None:
    with pytest.raises(TerbitError, match="belum pasti sampai"):
        skip(unsure, "telegram")


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
    with pytest.raises(TerbitError, match="sedang diurus Terbit"):
        skip(room, "telegram")
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


def test_the_form_notes_a_post_that_a_person_took_away_once(github: GitHubRoom) -> None:
    assert send(github, filled(github, WRITER, link_of(github))).recorded
    event = filled(github, WRITER, "Terhapus")
    assert send(github, event) == Answer(
        f"Tercatat di arsip: {ITEM}, kanal telegram.", recorded=True
    )
    assert send(github, event).recorded
    kinds = [row.kind for row in github.newsroom.ledger()[ITEM].events]
    assert kinds.count("terhapus-telegram") == 1


def test_the_form_knows_no_post_that_was_never_recorded(github: GitHubRoom) -> None:
    said = send(github, filled(github, WRITER, "terhapus"))
    assert not said.recorded
    assert "tidak mengenal kiriman telegram" in said.text


def story(
    room: GitHubRoom, sender: str = WRITER, channel: str = "instagram_story"
) -> dict[str, Any]:
    """The form for a story: no link, a screenshot."""
    body = (
        f"### Berita\n\n{ITEM} ({channel})\n\n### Kanal\n\nKenali dari tautan\n\n"
        "### Tautan hasil\n\n_No response_\n\n### Tangkapan layar\n\n"
        f"![Screenshot_20261112]({UPLOAD.format(1)})\n"
    )
    return filled(room, sender, "", body)


def fetched(link: str) -> bytes:
    assert link == UPLOAD.format(1)
    out = BytesIO()
    Image.new("RGB", (1080, 2400), "#0f3a2a").save(out, "PNG")
    return out.getvalue()


def test_a_screenshot_comes_by_the_form(github: GitHubRoom) -> None:
    event = story(github)
    github.bot()
    said = answer(github.newsroom, proposal(event), github.tick(), fetched)
    assert said == Answer(f"Tercatat di arsip: {ITEM}, kanal instagram_story.", recorded=True)
    last = github.newsroom.ledger()[ITEM].events[-1]
    tip = github.newsroom.repository.tip("arsip") or ""
    with Image.open(BytesIO(github.newsroom.repository.file(tip, last.picture))) as kept:
        assert (kept.format, max(kept.size)) == ("JPEG", 1600)
    assert answer(github.newsroom, proposal(event), github.tick(), nothing).recorded


@pytest.mark.parametrize(
    ("sender", "channel", "words"),
    [
        (VERIFIER, "instagram_story", "tidak bertugas pada langkah pengunggahan"),
        (WRITER, "instagram", "harus berupa tautan"),
    ],
)
def test_nothing_is_fetched_that_could_be_no_proof(
    github: GitHubRoom, sender: str, channel: str, words: str
) -> None:
    event = story(github, sender, channel)
    github.bot()
    said = answer(github.newsroom, proposal(event), github.tick(), nothing)
    assert not said.recorded
    assert words in said.text


@pytest.mark.parametrize("data", [b"bukan gambar", AttachmentError("tidak terambil", "ulangi")])
def test_a_screenshot_that_cannot_be_had_is_told(
    github: GitHubRoom, data: bytes | AttachmentError
) -> None:
    def broken(link: str) -> bytes:
        if isinstance(data, AttachmentError):
            raise data
        return data

    event = story(github)
    github.bot()
    said = answer(github.newsroom, proposal(event), github.tick(), broken)
    assert said.text.startswith("Belum dapat dicatat: ")
    assert not said.recorded
