"""`terbit publish`: what is approved is what is public, byte for byte, and nothing twice."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path
from typing import Any

import feedparser
import pytest

from terbit import site
from terbit.core.plan import Version
from terbit.core.record import APPROVED, KIT, PUBLISHED
from terbit.errors import TerbitError
from terbit.repository import ARCHIVE
from tests.rooms import DECIDER, ITEM, OLD_ITEM, PUBLIC, VERIFIER, Room

FORGED = b"Angka kuncinya PALSU."


def test_the_whole_chain_ends_in_site_feed_kits_and_archive(room: Room) -> None:
    room.publish_request()
    outcome = room.publisher().run()

    kinds = [event.kind for event in outcome.events if event.item == ITEM]
    assert kinds == [APPROVED, PUBLISHED, f"{KIT}-instagram", f"{KIT}-telegram"]
    page = (room.out / "situs" / ITEM / "index.html").read_text(encoding="utf-8")
    assert "Angka kuncinya SATU." in page
    feed = feedparser.parse((room.out / "situs/rss.xml").read_bytes())
    assert not feed.bozo
    assert "Kabar Uji Melewati Lima Langkah" in [entry.title for entry in feed.entries]
    kit = room.out / "paket/2026-11-kabar-uji"
    posts = json.loads((kit / "posts.json").read_bytes())
    assert {row["channel"] for row in posts["posts"]} == {"instagram", "telegram"}
    assert (room.out / "arsip" / ITEM / "0001-disetujui.json").is_file()


def test_a_second_run_does_nothing(room: Room) -> None:
    room.publish_request()
    room.publisher().run()
    before, tip = room.files(), room.newsroom.repository.resolve(ARCHIVE)

    outcome = room.publisher().run()

    assert not outcome.events
    assert not outcome.built
    assert room.files() == before
    assert room.newsroom.repository.resolve(ARCHIVE) == tip


def test_old_content_is_adopted_once_and_the_register_says_so(room: Room) -> None:
    room.publisher().run()
    sheet = (room.out / "situs/arsip" / OLD_ITEM / "index.html").read_text(encoding="utf-8")
    assert "sebelum alur persetujuan ini berlaku" in sheet
    assert (room.out / "situs" / OLD_ITEM / "index.html").is_file()


def test_a_change_on_main_without_approval_is_refused_and_the_old_version_stays(
    room: Room,
) -> None:
    room.publish_request()
    room.publisher().run()
    approved = room.newsroom.repository.file(room.newsroom.main(), f"{PUBLIC}/index.md") or b""
    room.overwrite_main(
        f"{PUBLIC}/index.md", approved.replace(b"kuncinya SATU.", b"kuncinya PALSU.")
    )

    outcome = room.publisher().run()

    assert [row.item for row in outcome.refusals] == [ITEM]
    assert "tidak berasal dari permintaan" in outcome.refusals[0].why
    assert not any(FORGED in data for data in room.files().values())


def test_a_lost_output_is_rebuilt_from_the_ledger_and_not_from_main(room: Room) -> None:
    room.publish_request()
    room.publisher().run()
    approved = room.newsroom.repository.file(room.newsroom.main(), f"{PUBLIC}/index.md") or b""
    room.overwrite_main(f"{PUBLIC}/index.md", approved.replace(b"SATU", b"PALSU"))
    fresh = Room(room.folder)
    fresh.out, fresh.now = room.folder / "hasil-lain", room.now

    assert fresh.publisher().run().built
    page = (fresh.out / "situs" / ITEM / "index.html").read_text(encoding="utf-8")
    assert "Angka kuncinya SATU." in page
    assert not any(FORGED in data for data in fresh.files().values())


def test_a_merge_with_a_forged_green_status_publishes_nothing(room: Room) -> None:
    room.submit()
    room.approve(VERIFIER)
    room.force_merge()

    outcome = room.publisher().run()

    refused = {row.item: row.why for row in outcome.refusals}
    assert "digabung sebelum waktunya" in refused[ITEM]
    assert not (room.out / "situs" / ITEM).exists()


def test_a_new_file_on_main_that_no_request_explains_is_not_published(room: Room) -> None:
    room.overwrite_main("content/tentang.md", b"---\njudul: Sisipan\n---\nTidak disetujui.\n")
    outcome = room.publisher().run()
    assert [row.item for row in outcome.refusals] == ["tentang.md"]
    assert not (room.out / "situs/tentang").exists()


def test_a_link_to_a_file_outside_is_never_published(room: Room, tmp_path: Path) -> None:
    secret = tmp_path / "rahasia.md"
    secret.write_text("---\njudul: Rahasia\n---\nkata sandi\n", encoding="utf-8")
    link = room.clone / "content/bocor.md"
    link.symlink_to(secret)
    repository = room.newsroom.repository
    sha = repository.commit(["content/bocor.md"], "Tautan", room.who(DECIDER), room.tick())
    repository.push("HEAD:refs/heads/naskah/bocor", room.who(DECIDER), room.now)
    repository.fetch()
    from terbit.forges import local

    local.override_main(room.forge_folder, room.clone, sha)
    outcome = room.publisher().run()
    assert "bocor.md" in {row.item for row in outcome.refusals}
    assert not any(b"kata sandi" in data for data in room.files().values())


def test_a_second_version_replaces_the_first_and_keeps_its_first_day(room: Room) -> None:
    room.publish_request()
    room.publisher().run()
    first = room.newsroom.ledger()[ITEM].first_published
    _ralat(room)
    outcome = room.publisher().run()

    assert [e.kind for e in outcome.events if e.item == ITEM][:2] == [APPROVED, PUBLISHED]
    page = (room.out / "situs" / ITEM / "index.html").read_text(encoding="utf-8")
    assert "kuncinya DUA" in page
    assert "Ralat" in page
    assert room.newsroom.ledger()[ITEM].first_published == first


def test_removal_by_an_approved_request_takes_the_page_away(room: Room) -> None:
    room.publish_request()
    room.publisher().run()
    repository, by = room.newsroom.repository, room.who("citra-maharani")
    commit = repository.make_commit(
        room.newsroom.main(), {}, (PUBLIC,), message="Hapus", by=by, at=room.tick()
    )
    repository.push(f"{commit}:refs/heads/hapus", by, room.now)
    number = room.newsroom.forge.open_request(
        branch="hapus", title="Hapus kabar uji", body="", actor=by.login, now=room.tick()
    )
    room.approve(VERIFIER, number)
    room.approve(DECIDER, number)
    room.merge(number=number)

    outcome = room.publisher().run()

    assert not outcome.refusals
    assert not (room.out / "situs" / ITEM).exists()
    assert "DICABUT" not in (room.out / "situs/rss.xml").read_text(encoding="utf-8")


def test_removal_from_main_without_approval_takes_nothing_away(room: Room) -> None:
    room.publish_request()
    room.publisher().run()
    repository = room.newsroom.repository
    from terbit.forges import local
    from terbit.repository import MACHINE

    commit = repository.make_commit(
        room.newsroom.main(), {}, (PUBLIC,), message="Hilang", by=MACHINE, at=room.tick()
    )
    local.override_main(room.forge_folder, room.clone, commit)
    outcome = room.publisher().run()
    assert [row.item for row in outcome.refusals] == [ITEM]
    assert (room.out / "situs" / ITEM / "index.html").is_file()


def test_nothing_of_an_embargoed_item_is_public_before_its_time(room: Room) -> None:
    room.edit(
        "kanal: [situs", "terbit_pada: 2026-11-19T08:00\nkanal: [situs", "drafts/kabar-uji/index.md"
    )
    room.publish_request()
    outcome = room.publisher().run()
    assert outcome.waiting == (ITEM,)
    outside = {p: d for p, d in room.files().items() if not p.startswith("arsip/")}
    assert not any(b"Kabar Uji Melewati" in data for data in outside.values())

    room.now += timedelta(days=1)
    outcome = room.publisher().run()
    assert PUBLISHED in [event.kind for event in outcome.events]
    assert (room.out / "situs" / ITEM / "index.html").is_file()


def test_a_failed_build_leaves_the_last_good_site_and_the_ledger_as_they_were(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    room.publisher().run()
    before, tip = room.files(), room.newsroom.repository.resolve(ARCHIVE)
    room.publish_request()

    def broken(*_: object) -> None:
        raise TerbitError("mkdocs gagal")

    with monkeypatch.context() as patch:
        patch.setattr(site, "prepare", broken)
        with pytest.raises(TerbitError):
            room.publisher().run()
    assert room.files() == before
    assert room.newsroom.repository.resolve(ARCHIVE) == tip

    assert room.publisher().run().built
    assert (room.out / "situs" / ITEM / "index.html").is_file()


def test_a_crash_after_the_ledger_was_pushed_is_completed_by_the_next_run(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    room.publish_request()
    with monkeypatch.context() as patch:
        patch.setattr("terbit.commands.publish.Publisher._swap", _killed)
        with pytest.raises(KeyboardInterrupt):
            room.publisher().run()
    assert not room.files()

    outcome = room.publisher().run()

    assert not outcome.events
    assert outcome.built
    assert (room.out / "situs" / ITEM / "index.html").is_file()


def test_a_dry_run_writes_nothing(room: Room) -> None:
    room.publish_request()
    tip = room.newsroom.repository.resolve(ARCHIVE)
    outcome = room.publisher().preview()
    assert APPROVED in [event.kind for event in outcome.events]
    assert room.newsroom.repository.resolve(ARCHIVE) == tip
    assert not room.out.exists()


def test_an_approval_event_keeps_the_whole_story(room: Room) -> None:
    room.submit()
    room.object(VERIFIER, "Angka belum jelas.")
    room.edit("SATU", "SATU saja")
    room.submit(PUBLIC, message="Perjelas angka")
    room.approve(VERIFIER)
    room.approve(DECIDER)
    room.merge()
    room.publisher().run()

    details = room.newsroom.ledger()[ITEM].events[0].details
    assert details["request"] == 1
    assert details["send_backs"] == 1
    assert [row["capacity"] for row in details["signatures"]] == [
        "Inspektur Pembantu",
        "Atasan PPID",
    ]
    note = details["notes"][0]
    assert (note["number"], note["capacity"], note["text"]) == (
        1,
        "Inspektur Pembantu",
        "Angka belum jelas.",
    )
    assert note["answer"] == ["Perjelas angka"]
    assert [row["limit_minutes"] for row in details["clocks"]] == [30, 30]


def test_an_unlifted_hold_keeps_a_signed_item_from_the_public(room: Room) -> None:
    """The gate alone is not enough: the rules read the approved object again."""
    room.edit(
        "Angka kuncinya SATU.",
        "Tim menemukan kelebihan pembayaran Rp91.200.000 pada Dinas Contoh.",
        "drafts/kabar-uji/index.md",
    )
    room.submit()
    room.approve(VERIFIER)
    assert not room.approve(DECIDER).may_merge
    room.force_merge()
    outcome = room.publisher().run()
    assert "KIP-01" in {r.item: r.why for r in outcome.refusals}[ITEM]


def _ralat(room: Room) -> None:
    """A correction after publication, through the same gate."""
    repository, by = room.newsroom.repository, room.who("citra-maharani")
    text = (repository.file(room.newsroom.main(), f"{PUBLIC}/index.md") or b"").decode()
    text = text.replace("kuncinya SATU", "kuncinya DUA")
    note = "ralat:\n  - {waktu: 2026-11-18T10:00, isi: Angka kunci diperbaiki.}\n"
    text = text.replace("foto:\n", note + "foto:\n", 1)
    commit = repository.make_commit(
        room.newsroom.main(),
        {f"{PUBLIC}/index.md": text.encode()},
        message="Ralat",
        by=by,
        at=room.tick(),
    )
    repository.push(f"{commit}:refs/heads/ralat", by, room.now)
    number = room.newsroom.forge.open_request(
        branch="ralat", title="Ralat kabar uji", body="", actor=by.login, now=room.tick()
    )
    room.approve(VERIFIER, number)
    room.approve(DECIDER, number)
    room.merge(number=number)


def _killed(*_: object) -> None:
    raise KeyboardInterrupt


def test_what_stood_before_the_gate_keeps_the_day_of_its_activity(room: Room) -> None:
    room.publisher().run()
    feed = feedparser.parse((room.out / "situs/rss.xml").read_bytes())
    assert feed.entries[0].published.startswith("Mon, 05 Oct 2026")
    page = (room.out / "situs" / OLD_ITEM / "index.html").read_text(encoding="utf-8")
    assert "Senin, 5 Oktober 2026</time>" in page


def test_a_signed_page_with_a_private_number_is_not_published(room: Room) -> None:
    repository, by = room.newsroom.repository, room.who("citra-maharani")
    text = b"---\njudul: Kontak\n---\nHubungi Pak Jaya di 0812-3456-7890.\n"
    commit = repository.make_commit(
        room.newsroom.main(), {"content/kontak.md": text}, message="Kontak", by=by, at=room.tick()
    )
    repository.push(f"{commit}:refs/heads/kontak", by, room.now)
    number = room.newsroom.forge.open_request(
        branch="kontak", title="Kontak", body="", actor=by.login, now=room.tick()
    )
    room.approve(VERIFIER, number)
    assessment = room.approve(DECIDER, number)
    assert assessment.verdict.allow_merge
    assert not assessment.may_merge
    room.force_merge(number)
    outcome = room.publisher().run()
    assert "PII-03" in {row.item: row.why for row in outcome.refusals}["kontak.md"]
    assert not any(b"3456" in data for data in room.files().values())


def test_a_text_that_trips_a_rule_keeps_no_other_from_the_public(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    room.publish_request()
    check = room.newsroom.check_version

    def tripping(version: Version, *rest: Any) -> Any:
        if version.path.endswith("kabar-uji"):
            raise RecursionError("rahasia di dalam naskah")
        return check(version, *rest)

    monkeypatch.setattr(room.newsroom, "check_version", tripping)
    outcome = room.publisher().run()
    assert [row.item for row in outcome.refusals] == [ITEM]
    assert "kesalahan Terbit (RecursionError" in outcome.refusals[0].why
    assert "rahasia" not in outcome.refusals[0].why
    assert (room.out / "situs" / OLD_ITEM / "index.html").is_file()
    assert ITEM not in room.newsroom.ledger()


def test_a_site_with_a_planted_link_is_not_deployed_and_the_last_good_one_stays(room: Room) -> None:
    room.publish_request()
    room.publisher().run()
    before, tip = room.files(), room.newsroom.repository.resolve(ARCHIVE)
    good = room.newsroom.repository.file(room.newsroom.main(), "mkdocs.yml") or b""
    planted = good.replace(
        b"  kaki:", b"  kaki:\n    - {judul: Maxwin, alamat: 'https://x.example/'}"
    )
    room.overwrite_main("mkdocs.yml", planted)

    with pytest.raises(TerbitError) as stopped:
        room.publisher().run()

    assert "HTML-02 TOLAK" in str(stopped.value)
    assert "situs tidak ditayangkan" in str(stopped.value)
    assert room.files() == before
    assert room.newsroom.repository.resolve(ARCHIVE) == tip

    room.overwrite_main("mkdocs.yml", good)
    assert not room.publisher().run().refusals
    assert not any(b"Maxwin" in data for data in room.files().values())
