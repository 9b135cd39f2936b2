"""`terbit check --archive`, and what the rules know of the request that brings a text."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from hashlib import sha256

import pytest

from terbit.cli.check import check
from terbit.commands.check import archive
from terbit.core import facts as core
from terbit.core.record import picture_name
from terbit.core.verdict import Check, Ignored, Reason, Verdict, Why
from terbit.newsroom.bringing import brought
from terbit.newsroom.neighbours import day_of
from terbit.repository import ARCHIVE
from tests.rooms import ITEM, OLD_ITEM, PUBLIC, VERIFIER, Room


def gaps(room: Room, days: int = 0) -> list[str]:
    day = room.now.date() + timedelta(days=days)
    return [f"{f.path}: {f.message}" for f in archive(room.newsroom, day).findings]


def test_what_was_published_by_the_book_is_whole(room: Room) -> None:
    room.publish_request()
    room.publisher().run()
    assert gaps(room) == []


def test_each_missing_proof_is_told_after_a_working_day(room: Room) -> None:
    room.publish_request()
    room.publisher().run()
    assert gaps(room, 1) == []
    found = gaps(room, 2)
    assert len(found) == 2
    assert all(row.startswith(f"{PUBLIC}/index.md: bukti tayang di ") for row in found)


def pictured(room: Room, *, kept: bytes | None) -> str:
    """A proof by screenshot was recorded, of which the branch holds `kept`."""
    history = room.newsroom.ledger()[ITEM]
    number, kind = len(history.events) + 1, "terunggah-instagram"
    told = {"file": picture_name(number, kind), "sha256": sha256(b"gambar").hexdigest()}
    fields = {"procedure": "SOP", "digest": history.events[0].digest, "actor": "Citra"}
    event = history.next(kind, at=room.tick(), details=told, **fields)
    lying = {} if kept is None else {event.picture: kept}
    files = {event.file: event.written, f"{ITEM}/titipan.jpg": b"asing", **lying}
    room.newsroom.repository.append(ARCHIVE, files, "Bukti", room.now)
    return event.picture


@pytest.mark.parametrize(
    ("kept", "says"), [(b"gambar", ""), (None, "hilang dari arsip"), (b"lain", "telah berubah")]
)
def test_a_screenshot_that_is_lost_or_another_one_is_a_gap(
    room: Room, kept: bytes | None, says: str
) -> None:
    room.publish_request()
    room.publisher().run()
    picture = pictured(room, kept=kept)
    found = archive(room.newsroom, room.now.date()).findings
    assert [says in f.message and picture in f.fix for f in found] == ([True] if says else [])


def test_a_text_that_no_approval_explains_is_a_gap(room: Room) -> None:
    room.overwrite_main("content/tentang.md", b"---\njudul: Sisipan\n---\nTidak disetujui.\n")
    (found,) = gaps(room)
    assert found.startswith("content/tentang.md: naskah ada di main")


def test_a_text_changed_past_the_gate_is_a_gap(room: Room) -> None:
    room.publish_request()
    room.publisher().run()
    room.overwrite_main(f"{PUBLIC}/index.md", b"tidak terbaca")
    (found,) = gaps(room)
    assert "berbeda dari versi yang disetujui" in found


def test_the_command_needs_no_forge_and_says_so_by_its_exit(
    room: Room, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(room.clone)
    command = ["--archive", "--today", "2026-11-18"]
    assert check.main(command, standalone_mode=False) is None
    assert capsys.readouterr().out == "Arsip lengkap untuk semua yang ada di main.\n"
    room.overwrite_main("content/tentang.md", b"---\njudul: Sisipan\n---\nTidak disetujui.\n")
    room.forge_folder.rename(room.folder / "hilang")
    with pytest.raises(SystemExit) as ended:
        check.main(command, standalone_mode=False)
    assert ended.value.code == 1
    assert "content/tentang.md:1: ARS-01 TOLAK" in capsys.readouterr().out


# What a request says ---------------------------------------------------------------------


def test_the_publisher_refuses_in_the_words_of_the_rule(room: Room) -> None:
    room.submit()
    room.approve(VERIFIER)
    room.force_merge()
    refused = {row.item: row.why for row in room.publisher().run().refusals}
    assert refused[ITEM] == (
        "permintaan #1 digabung sebelum waktunya: keputusan atas naskah belum ada (ALUR-01)"
    )


def test_an_objection_is_told_by_its_own_rule(room: Room) -> None:
    room.submit()
    room.object(VERIFIER)
    room.force_merge()
    refused = {row.item: row.why for row in room.publisher().run().refusals}
    assert refused[ITEM].endswith("petunjuk perbaikan belum diselesaikan (ALUR-02)")


def test_an_early_merge_is_refused_where_the_rule_is_switched_off(room: Room) -> None:
    kantor = room.newsroom.repository.file(room.newsroom.main(), "kantor.yml") or b""
    off = b"pemeriksaan:\n  ALUR-02: {tingkat: mati, alasan: tidak perlu di kantor ini}\n"
    room.overwrite_main("kantor.yml", kantor.replace(b"pemeriksaan: {}\n", off))
    room.submit()
    room.object(VERIFIER)
    room.force_merge()
    refused = {row.item: row.why for row in room.publisher().run().refusals}
    assert "digabung sebelum waktunya" in refused[ITEM]
    assert "ALUR" not in refused[ITEM]


def test_an_overdue_step_is_told_in_the_open_request(room: Room) -> None:
    room.submit()
    early = room.newsroom.assess(1, room.tick())
    late = room.newsroom.assess(1, room.tick(120))
    assert "ALUR-04" not in {f.rule for f in early.findings}
    assert "ALUR-04" in {f.rule for f in late.findings}
    assert not any(f.blocks for f in late.findings)


def test_stale_news_is_told_when_it_is_handed_in_and_not_when_it_is_corrected(room: Room) -> None:
    room.edit("2026-11-17", "2026-11-12", "drafts/kabar-uji/index.md")
    room.edit("Selasa, 17 November 2026", "Kamis, 12 November 2026", "drafts/kabar-uji/index.md")
    room.edit("Selasa (17/11/2026)", "Kamis (12/11/2026)", "drafts/kabar-uji/index.md")
    room.submit()
    assert "WKT-05" in {f.rule for f in room.newsroom.assess(1, room.tick()).findings}
    base = room.newsroom.main()
    told = room.newsroom
    assert [told.is_new(v, base) for v in told.versions(base) if v.item == OLD_ITEM] == [False]


def test_an_acting_official_out_of_office_is_named_by_capacity(room: Room) -> None:
    number = room.submit()
    facts = core.from_json(room.newsroom.forge.facts(number, room.tick()))
    account = core.Account("lestari-anjarwati", 9401)
    review = core.Review(5, account, "APPROVED", None, "", room.now)
    facts = replace(facts, reviews=(review,))
    verdict = Verdict(
        Reason.WAIT_APPROVAL, 4, Check.PENDING, None, ignored=(Ignored(5, Why.OUTSIDE_DATES),)
    )
    setting = room.newsroom.config
    case = brought(facts, verdict, setting, closing=False).case
    assert case is not None
    assert case.lapsed == ("Plh. Atasan PPID",)
    other = replace(verdict, step=3)
    waiting = brought(facts, other, setting, closing=False).case
    assert waiting is not None
    assert waiting.lapsed == ()


def test_the_time_of_handing_in_is_local(room: Room) -> None:
    number = room.submit()
    facts = core.from_json(room.newsroom.forge.facts(number, room.tick()))
    told = brought(facts, room.verdict(), room.newsroom.config, closing=True)
    assert told.submitted is not None
    assert told.submitted.tzinfo is None
    assert told.submitted.date() == date(2026, 11, 18)
    assert told.anew(False).submitted is None
    assert told.anew(False).case is told.case


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (b"---\njudul: a\ntanggal: 2026-11-10\n---\n", date(2026, 11, 10)),
        (b"---\ntanggal: '2026-11-10'\n---\n", date(2026, 11, 10)),
        (b"---\ntanggal: 2026-13-10\n---\n", None),
        (b"---\njudul: a\n---\n", None),
        (b"x" * 9000 + b"\ntanggal: 2026-11-10\n", None),
        (None, None),
    ],
)
def test_the_day_of_a_neighbour_is_read_once_from_its_head(text, day) -> None:
    asked: list[str] = []

    def read(path: str) -> bytes | None:
        asked.append(path)
        return text

    told = day_of(read)
    assert [told("a"), told("a")] == [day, day]
    assert asked == ["a"]
