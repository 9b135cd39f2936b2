"""The agenda passes the gate like any text, and tells the office what nobody has written."""

from __future__ import annotations

from datetime import timedelta

import pytest

from terbit.commands import report
from terbit.commands.agenda import agenda
from terbit.core.recap import Period
from terbit.core.verdict import Scope
from terbit.newsroom.clone import Clone
from tests.rooms import DECIDER, OLD_ITEM, VERIFIER, WRITER, Room

PATH = "content/agenda.yml"
ROW = (
    "  - {{id: {0}, judul: {1}, mulai: 2026-11-16, keadaan: terlaksana, publik: {2},"
    " berita: {3}}}\n"
)
TEXT = "kegiatan:\n" + ROW.format("rapat", "Rapat koordinasi", "ya", "null")


def request(room: Room, text: str, branch: str = "agenda") -> int:
    """A request that changes the agenda."""
    main = room.newsroom.main()
    room.push(WRITER, {PATH: text.encode()}, base=main, branch=branch)
    return room.newsroom.desk.open_request(
        branch=branch, title="Agenda", body="", actor=WRITER, now=room.tick()
    )


def published(room: Room, text: str = TEXT) -> Room:
    """The room with an agenda that has passed all steps."""
    return through(room, request(room, text))


def through(room: Room, number: int) -> Room:
    """The room after a request passed all steps and was published."""
    room.approve(VERIFIER, number)
    room.approve(DECIDER, number)
    room.merge(number=number)
    room.publisher().run()
    return room


def withdraw(room: Room, item: str) -> Room:
    """The room after the office took an article back."""
    path, main = f"content/{item}/index.md", room.newsroom.main()
    text = room.newsroom.repository.file(main, path) or b""
    note = b"---\nditarik: {waktu: 2026-11-18T08:00, alasan: Data keliru.}\n"
    room.push(WRITER, {path: text.replace(b"---\n", note, 1)}, base=main, branch="tarik")
    number = room.newsroom.desk.open_request(
        branch="tarik", title="Tarik", body="", actor=WRITER, now=room.tick()
    )
    return through(room, number)


def silent(room: Room, days: int = 0) -> list[tuple[str, bool]]:
    found = agenda(room.newsroom, room.out, room.now + timedelta(days=days))
    return [(one.activity.id, one.late) for one in found]


def test_it_needs_the_same_steps_as_news(room: Room) -> None:
    number = request(room, TEXT)
    verdict = room.newsroom.assess(number, room.now).verdict
    assert verdict.scope is Scope.ARTICLE
    assert not verdict.allow_merge
    room.approve(VERIFIER, number)
    assert room.approve(DECIDER, number).may_merge


def test_a_broken_row_is_a_finding_of_the_request(room: Room) -> None:
    assessment = room.newsroom.assess(request(room, TEXT.replace("judul", "jdul")), room.now)
    (unknown, _missing) = assessment.findings
    assert (unknown.path, unknown.line, unknown.blocks) == (PATH, 2, True)
    assert "maksudnya “judul”?" in unknown.fix


def test_its_words_are_checked_like_those_of_a_page(room: Room) -> None:
    text = TEXT.replace("Rapat koordinasi", "'Rapat, hubungi 6203025502900007'")
    found = room.newsroom.assess(request(room, text), room.now).findings
    assert {(one.path, one.line) for one in found if one.blocks} == {(PATH, 2)}
    assert "6203025502900007" not in "".join(one.message + one.quote for one in found)


def test_what_nobody_approved_is_not_shown(room: Room) -> None:
    room.overwrite_main(PATH, TEXT.encode())
    outcome = room.publisher().run()
    assert [row.item for row in outcome.refusals] == ["agenda.yml"]
    assert "situs/agenda/index.html" not in room.files()
    assert silent(room, days=30) == []


def test_the_public_sees_it_once_it_is_approved(room: Room) -> None:
    text = TEXT + ROW.format("rahasia", "Rapat tertutup", "tidak", "null")
    files = published(room, text).files("situs")
    page = files["agenda/index.html"].decode()
    assert "Rapat koordinasi" in page
    assert b"agenda/#kegiatan-rapat" in files["agenda.ics"].replace(b"\r\n ", b"")
    assert "arsip/agenda/index.html" in files
    assert not [name for name, data in files.items() if b"Rapat tertutup" in data]
    assert not [name for name, data in files.items() if b"belum diberitakan" in data]


def test_the_office_hears_what_is_not_told(room: Room) -> None:
    text = TEXT + ROW.format("lama", "Rapat lama", "ya", f"content/{OLD_ITEM}")
    published(room, text)
    assert silent(room) == [("rapat", False)]
    assert silent(room, days=2) == [("rapat", True)]


def test_an_article_that_was_withdrawn_tells_nothing(room: Room) -> None:
    published(room, "kegiatan:\n" + ROW.format("lama", "Rapat lama", "ya", f"content/{OLD_ITEM}"))
    assert silent(room) == []
    withdraw(room, OLD_ITEM)
    assert silent(room) == [("lama", False)]
    found = report.covered(Clone(room.clone), room.newsroom.ledger(), Period(2026, 11))
    assert found is not None
    assert (found.held, found.told) == (1, 0)


def test_a_run_tells_what_is_late(room: Room) -> None:
    published(room)
    assert room.publisher().preview().silent == ()
    room.now += timedelta(days=2)
    outcome = room.publisher().preview()
    assert [one.activity.id for one in outcome.silent] == ["rapat"]
    assert any("belum diberitakan" in line for line in outcome.lines())
    assert outcome.to_json()["untold"]


@pytest.mark.parametrize("day", [0, 30])
def test_an_office_without_agenda_hears_nothing(room: Room, day: int) -> None:
    room.publisher().run()
    assert silent(room, days=day) == []
