"""Posts by machine in real repositories: intent, call, answer, and what the archive says then."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path

import pytest
from tests.media import Fake
from tests.rooms import ITEM, PUBLIC, WRITER, Room

from terbit.archive.ledger import files_of
from terbit.commands import post as posting
from terbit.commands.post import Posted, post
from terbit.commands.publish import Publisher
from terbit.commands.record import record
from terbit.core import plan as planning
from terbit.core.next_step import LEASE, Do
from terbit.core.plan import Judgement, Version
from terbit.core.record import Event
from terbit.core.sending import Repeat
from terbit.errors import TerbitError
from terbit.newsroom.disposition import compose_slip
from terbit.newsroom.journal import Journal
from terbit.newsroom.room import Newsroom
from terbit.repository import ARCHIVE, clone

CHANNEL = "telegram"


@pytest.fixture
def published(room: Room) -> Room:
    """One item, approved and published; its channels are Instagram and Telegram."""
    room.publish_request()
    publish(room)
    return room


def publish(room: Room) -> None:
    Publisher(room.newsroom, room.out, room.tick(), kits=False).run()


def run(room: Room, fake: Fake, minutes: int = 1, newsroom: Newsroom | None = None) -> Posted:
    now = room.tick(minutes)
    senders = {CHANNEL: fake}
    return post(newsroom or room.newsroom, room.folder / "paket", lambda: now, senders)


def events(room: Room) -> list[Event]:
    room.newsroom.repository.fetch()
    return [e for e in room.newsroom.ledger()[ITEM].events if e.channel == CHANNEL]


def kinds(room: Room) -> list[str]:
    return [event.kind.partition("-")[0] for event in events(room)]


def corrected(room: Room, old: str, new: str) -> None:
    """A new version of the item stands approved and published in the archive."""
    repository, path = room.newsroom.repository, f"{PUBLIC}/index.md"
    repository.fetch()
    text = repository.file(room.newsroom.main(), path) or b""
    assert old.encode() in text
    commit = repository.make_commit(
        room.newsroom.main(),
        {path: text.replace(old.encode(), new.encode())},
        message="Ralat",
        by=room.who(WRITER),
        at=room.tick(),
    )
    judged = [Judgement(Version(ITEM, repository.entry(commit, PUBLIC)), {})]
    ledger = {ITEM: room.newsroom.ledger()[ITEM]}
    plan = planning.publish(planning.approve(ledger, judged, "SOP", room.now), {}, "SOP", room.now)
    repository.append(ARCHIVE, files_of(plan.events), "Ralat", room.now)


# One run


def test_an_intent_comes_before_the_call_and_the_answer_after_it(published: Room) -> None:
    fake, seen = Fake(), []
    fake.send, inner = lambda parcel: (seen.append(kinds(published)), inner(parcel))[1], fake.send  # type: ignore[method-assign]
    done = run(published, fake)
    assert seen == [["mengunggah"]]
    assert kinds(published) == ["mengunggah", "terunggah"]
    assert len(fake.medium.posts) == 1
    assert f"terkirim: {ITEM} — Telegram: https://media.contoh.id/1" in done.lines()


def test_what_is_sent_is_what_slip_and_kit_name(published: Room) -> None:
    fake = Fake()
    run(published, fake)
    intent, posted = events(published)
    (parcel,) = fake.parcels
    assert intent.details["payload"] == posted.details["payload"]
    assert intent.details["key"] == parcel.key
    assert parcel.link in parcel.text
    assert [image.alt for image in parcel.images]
    assert parcel.images[0].data.startswith(b"\xff\xd8")


def test_a_second_run_posts_nothing(published: Room) -> None:
    fake = Fake()
    run(published, fake)
    before = published.newsroom.repository.tip(ARCHIVE)
    done = run(published, fake)
    assert (done.did, done.events) == ((), ())
    assert published.newsroom.repository.tip(ARCHIVE) == before


def test_no_kit_is_made_for_what_a_machine_posts(published: Room) -> None:
    done = run(published, Fake())
    assert [event.kind for event in done.events] == ["paket-instagram"]
    page = (done.folder / "2026-11-kabar-uji/index.html").read_text("utf-8")
    assert "dikirim otomatis oleh Terbit" in page
    assert 'id="telegram"' not in page


def test_the_page_of_all_posts_shows_those_of_machines_too(published: Room) -> None:
    done = run(published, Fake())
    page = (done.folder / "2026-11-kabar-uji/kiriman.html").read_text("utf-8")
    for channel in ("instagram", "telegram"):
        assert f'class="kiriman" id="{channel}"' in page
    assert page.count("dikirim otomatis") == page.count("· dikirim otomatis") > 0


# What a medium may say


def test_a_refused_post_gets_its_kit_in_the_same_run(published: Room) -> None:
    done = run(published, Fake(fates=["refused"]))
    assert kinds(published) == ["mengunggah", "gagal", "paket"]
    assert events(published)[1].details["reason"] == "teks terlalu panjang"
    assert 'id="telegram"' in (done.folder / "2026-11-kabar-uji/index.html").read_text("utf-8")
    later = Fake()
    run(published, later)
    assert later.medium.calls == []


def test_a_busy_medium_is_asked_again_when_it_said_so(published: Room) -> None:
    fake = Fake(fates=["busy"])
    done = run(published, fake)
    assert kinds(published) == ["mengunggah", "ditunda"]
    assert done.left[0].step.do is Do.WAIT
    assert run(published, fake, 60).did == ()
    assert run(published, fake, 600).did[0].kind == "terunggah"
    assert len(fake.medium.posts) == 1


def test_a_lost_answer_is_mended_at_once_where_a_repeat_is_safe(published: Room) -> None:
    fake = Fake(fates=["lost"])
    run(published, fake)
    assert kinds(published) == ["mengunggah", "tidak_pasti", "mengunggah", "terunggah"]
    assert len(fake.medium.posts) == 1


@pytest.mark.parametrize(("fate", "posts"), [("lost", 1), ("dropped", 0)])
def test_where_only_a_look_helps_it_is_looked_twice(published: Room, fate: str, posts: int) -> None:
    fake = Fake(rule=Repeat.LOOK, fates=[fate])
    run(published, fake)
    assert len(fake.medium.posts) == posts
    run(published, fake, 1)
    run(published, fake, 3)
    run(published, fake, 3)
    assert len(fake.medium.posts) == 1
    assert kinds(published)[-1] == "terunggah"
    assert events(published)[-1].details["attempt"] == (1 if posts else 2)


def test_where_nothing_helps_a_person_is_asked_and_nothing_is_posted(published: Room) -> None:
    fake = Fake(rule=Repeat.NEVER, fates=["lost"])
    run(published, fake)
    for _ in range(3):
        done = run(published, fake, 60)
    assert len(fake.medium.posts) == 1
    assert kinds(published) == ["mengunggah", "tidak_pasti"]
    (line,) = done.duties()
    assert f"terbit record {ITEM} telegram --tidak-terkirim" in line


def test_a_fault_of_the_sender_keeps_its_secrets_and_stops_nothing(published: Room) -> None:
    done = run(published, Fake(rule=Repeat.NEVER, fates=["bug"]))
    assert kinds(published) == ["mengunggah", "tidak_pasti"]
    assert "token-rahasia" not in str([dict(e.details) for e in events(published)])
    assert "token-rahasia" not in "\n".join(done.lines())


# Two runs


def other(room: Room, name: str = "lain") -> Newsroom:
    """A fresh clone of the same forge."""
    folder = room.folder / name
    clone(room.bare, folder)
    return Newsroom(folder)


def test_a_fresh_intent_of_another_run_is_left_alone(published: Room) -> None:
    fake = Fake(rule=Repeat.SAFE)
    second, told = other(published), []

    class Meanwhile(Fake):
        def send(self, parcel):  # type: ignore[no-untyped-def]
            told.append(run(published, fake, 1, second))
            return super().send(parcel)

    first = Meanwhile(medium=fake.medium)
    run(published, first)
    assert told[0].did == ()
    assert told[0].left[0].step.do is Do.WAIT
    assert fake.medium.calls == ["kirim"]


def test_two_runs_at_the_same_moment_post_once(
    published: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Were their intents equal to the last byte, both would find their own in the archive."""
    fake, second = Fake(rule=Repeat.NEVER), other(published)
    repository, now = published.newsroom.repository, published.tick()
    append, overtaken = repository.append, []

    def late(branch, files, message, at, keys):  # type: ignore[no-untyped-def]
        if "mengunggah" in message and not overtaken:
            overtaken.append(True)
            post(second, published.folder / "lain-paket", lambda: now, {CHANNEL: fake})
        return append(branch, files, message, at, keys)

    monkeypatch.setattr(repository, "append", late)
    post(published.newsroom, published.folder / "paket", lambda: now, {CHANNEL: fake})
    assert overtaken
    assert fake.medium.calls == ["kirim"]
    assert kinds(published) == ["mengunggah", "terunggah"]


def test_an_old_intent_is_settled_by_a_fresh_clone(published: Room) -> None:
    fake = Fake(rule=Repeat.LOOK)

    class Killed(Fake):
        def send(self, parcel):  # type: ignore[no-untyped-def]
            super().send(parcel)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run(published, Killed(medium=fake.medium, rule=Repeat.LOOK))
    assert kinds(published) == ["mengunggah"]
    assert run(published, fake, 5, other(published)).did == ()
    run(published, fake, LEASE.seconds // 60, other(published, "ketiga"))
    assert kinds(published) == ["mengunggah", "terunggah"]
    assert fake.medium.calls == ["kirim", "cari"]


# After publication


def test_a_correction_edits_the_post_and_keeps_its_address(published: Room) -> None:
    fake = Fake()
    run(published, fake)
    corrected(published, "Satu kabar kecil", "Dua kabar kecil")
    run(published, fake)
    assert fake.medium.calls == ["kirim", "sunting"]
    assert "Dua kabar kecil" in fake.medium.posts["1"]
    assert {e.details["link"] for e in events(published) if "link" in e.details} == {
        "https://media.contoh.id/1"
    }


def test_a_correction_that_the_post_does_not_show_changes_nothing_there(published: Room) -> None:
    fake = Fake()
    run(published, fake)
    corrected(published, "Angka kuncinya SATU.", "Angka kuncinya DUA.")
    assert run(published, fake).did == ()
    assert fake.medium.calls == ["kirim"]


def test_where_a_post_cannot_be_edited_a_person_is_told(published: Room) -> None:
    fake = Fake()
    run(published, fake)
    corrected(published, "Satu kabar kecil", "Dua kabar kecil")
    fake.fates = ["refused"]
    done = run(published, fake)
    assert any("PERLU ORANG" in line and "sunting" in line for line in done.lines())
    assert "benahi" in (done.folder / "index.html").read_text("utf-8")
    assert run(published, fake).did == ()


def test_a_withdrawal_takes_the_post_away(published: Room) -> None:
    fake = Fake()
    run(published, fake)
    withdrawal = "kategori: pengawasan\nditarik: {waktu: 2026-11-18T10:00, alasan: Data keliru}"
    corrected(published, "kategori: pengawasan", withdrawal)
    run(published, fake)
    assert fake.medium.posts == {}
    assert kinds(published)[-2:] == ["mengunggah", "terhapus"]
    assert run(published, fake).did == ()


# What a machine does not post


def test_a_kit_that_was_handed_out_is_for_people_for_ever(published: Room) -> None:
    """Whoever got the kit may have uploaded it without telling."""
    post(published.newsroom, published.folder / "paket", published.tick, {})
    fake = Fake()
    run(published, fake)
    assert fake.medium.calls == []


def test_old_news_floods_nobody_when_a_token_comes(published: Room) -> None:
    fake = Fake()
    run(published, fake, 8 * 24 * 60)
    assert fake.medium.calls == []
    assert kinds(published) == ["paket"]


# The plan


def test_the_plan_is_printed_and_writes_nothing(published: Room) -> None:
    out = published.folder / "paket"
    before = {p: p.stat().st_mtime_ns for p in published.folder.rglob("*") if p.is_file()}

    class Planner:
        def repeat(self, parcel, since, now):  # type: ignore[no-untyped-def]
            return Repeat.NEVER

    told = posting.plan(published.newsroom, {CHANNEL: Planner()}, out, published.tick())
    assert told.lines() == [
        f"akan disiapkan: paket unggah {ITEM}",
        f"akan dikirim: {ITEM} — Telegram",
    ]
    after = {p: p.stat().st_mtime_ns for p in published.folder.rglob("*") if p.is_file()}
    assert {p for p in after if after[p] != before.get(p)} <= fetched(published.clone)


def fetched(folder: Path) -> set[Path]:
    """What Git itself writes when it fetches."""
    return {folder / ".git/FETCH_HEAD"}


# The journal


def test_a_push_whose_answer_was_lost_counts(
    published: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository, fake = published.newsroom.repository, Fake()
    push, lost = repository.push, []

    def losing(*words, **options):  # type: ignore[no-untyped-def]
        push(*words, **options)
        if len(lost) < 3:
            lost.append(True)
            raise TerbitError("sambungan putus")

    monkeypatch.setattr(repository, "push", losing)
    run(published, fake)
    assert kinds(published) == ["mengunggah", "terunggah"]
    assert len(fake.medium.posts) == 1


def test_an_answer_is_pushed_again_when_the_forge_is_away(
    published: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository, fake, waits = published.newsroom.repository, Fake(rule=Repeat.NEVER), []
    append = repository.append

    def away(branch, files, message, at, keys):  # type: ignore[no-untyped-def]
        if "terunggah" in message and not waits:
            raise TerbitError("forge tidak menjawab")
        return append(branch, files, message, at, keys)

    monkeypatch.setattr(repository, "append", away)
    monkeypatch.setattr(Journal.__init__, "__defaults__", (waits.append,))
    run(published, fake)
    assert waits == [1.0]
    assert kinds(published) == ["mengunggah", "terunggah"]


def test_the_lease_outlives_the_posting_job() -> None:
    import yaml

    workflow = Path(__file__).parents[2] / ".github/workflows/terbit.yml"
    minutes = yaml.safe_load(workflow.read_text("utf-8"))["jobs"]["unggah"]["timeout-minutes"]
    assert timedelta(minutes=minutes) < LEASE


def test_slip_kit_archive_and_message_are_of_the_same_payload(room: Room) -> None:
    number = room.submit()
    slip = compose_slip(room.newsroom, room.newsroom.assess(number, room.tick()))
    room.approve("dewi-sekarmelati", number)
    room.approve("bagas-tirtayasa", number)
    room.merge(number=number)
    publish(room)
    run(room, Fake())
    payload = events(room)[-1].details["payload"]
    assert f"sidik isi {payload[:12]}" in slip
    rows = json.loads((room.folder / "paket/2026-11-kabar-uji/posts.json").read_bytes())["posts"]
    (row,) = rows
    assert f"sidik isi {row['payload_hash'][:12]}" in slip


def test_what_people_posted_is_listed_to_be_mended_by_people(published: Room) -> None:
    run(published, Fake())
    link = "https://www.instagram.com/p/DAbc12345/"
    by = published.who(WRITER)
    record(published.newsroom, ITEM, "instagram", link, by=by, now=published.tick())
    corrected(published, "Satu kabar kecil", "Dua kabar kecil")
    done = run(published, Fake())
    assert [line for line in done.duties() if "Instagram: sunting" in line and link in line]
    page = (done.folder / "2026-11-kabar-uji/index.html").read_text("utf-8")
    assert "Versi sebelumnya sudah tayang" in page
    assert link in (done.folder / "index.html").read_text("utf-8")
    record(published.newsroom, ITEM, "instagram", link, by=by, now=published.tick())
    assert run(published, Fake()).duties() == []
