"""The urgent path from end to end: published on the decision alone, reviewed on the next day."""

from __future__ import annotations

from datetime import timedelta

import pytest

from terbit.commands import review
from terbit.commands.publish import Outcome
from terbit.core.facts import FactsError
from terbit.core.record import APPROVED, CONTESTED, FOLLOWED, PUBLISHED, Event
from terbit.forges.base import Decision
from terbit.newsroom import mirror
from terbit.newsroom.room import Newsroom
from terbit.repository import ARCHIVE
from tests.rooms import (
    DECIDER,
    FLOOD,
    ITEM,
    OTHER_VERIFIER,
    PUBLIC,
    VERIFIER,
    WRITER,
    Room,
)

DAY = 24 * 60


def publish_urgently(room: Room) -> Outcome:
    """Submitted, decided and merged without verification, then published."""
    number = room.submit()
    room.approve(DECIDER, number)
    room.merge(number=number)
    return room.publisher().run()


def events(room: Room) -> tuple[Event, ...]:
    return room.newsroom.ledger()[ITEM].events


def kinds(room: Room) -> list[str]:
    return [event.kind for event in events(room) if "-" not in event.kind]


def test_the_decision_alone_publishes_and_the_archive_keeps_what_is_owed(urgent_room: Room):
    outcome = publish_urgently(urgent_room)
    approval = next(event for event in outcome.events if event.kind == APPROVED)
    assert approval.details["urgent"] == {
        "reason": FLOOD,
        "basis": "Keputusan Inspektur Nomor 12 Tahun 2026",
        "steps": {"verifikasi": 1},
        "due": "2026-11-19T16:00:00+07:00",
    }
    assert [row["step"] for row in approval.details["signatures"]] == ["persetujuan"]
    assert (urgent_room.out / "situs" / ITEM / "index.html").is_file()
    assert any("verifikasi menyusul paling lambat Kamis" in line for line in outcome.lines())


def test_the_review_after_publication_is_recorded_once(urgent_room: Room):
    publish_urgently(urgent_room)
    urgent_room.approve(VERIFIER)
    outcome = urgent_room.publisher().run()
    (event,) = outcome.events
    assert (event.kind, event.digest) == (FOLLOWED, events(urgent_room)[0].digest)
    kept = event.details["signature"]
    assert (kept["step"], kept["login"]) == ("verifikasi", VERIFIER)
    assert kept["capacity"]
    tip = urgent_room.newsroom.repository.resolve(ARCHIVE)
    again = urgent_room.publisher().run()
    assert not again.events
    assert not again.built
    assert urgent_room.newsroom.repository.resolve(ARCHIVE) == tip


def test_the_run_after_the_deadline_says_so_and_the_one_after_the_review_takes_it_away(
    urgent_room: Room,
):
    room = urgent_room
    page = room.out / "situs" / ITEM / "index.html"
    publish_urgently(room)
    assert "Verifikasi menyusul paling lambat" in page.read_text("utf-8")
    room.now = room.now.replace(day=19, hour=15, minute=50)
    room.publisher().run()
    room.now = room.now.replace(hour=16, minute=5)
    outcome = room.publisher().run()
    assert outcome.built
    assert not outcome.events
    assert "tetapi belum dibuat" in page.read_text("utf-8")
    assert any("dan belum dibuat" in line for line in outcome.lines())
    assert not room.publisher().run().built
    room.approve(VERIFIER)
    room.publisher().run()
    assert "jalur mendesak" not in page.read_text("utf-8")
    compared = mirror.compare(room.newsroom, room.out / "situs")
    assert compared.breaches == ()


def test_a_review_before_the_merge_is_an_ordinary_approval(urgent_room: Room):
    number = urgent_room.submit()
    urgent_room.approve(VERIFIER, number)
    urgent_room.approve(DECIDER, number)
    urgent_room.merge(number=number)
    outcome = urgent_room.publisher().run()
    approval = next(event for event in outcome.events if event.kind == APPROVED)
    assert "urgent" not in approval.details
    assert len(approval.details["signatures"]) == 2


def test_a_review_between_decision_and_merge_follows_at_once(urgent_room: Room):
    number = urgent_room.submit()
    urgent_room.approve(DECIDER, number)
    urgent_room.approve(VERIFIER, number)
    urgent_room.merge(number=number)
    urgent_room.publisher().run()
    assert kinds(urgent_room) == [APPROVED, PUBLISHED, FOLLOWED]


@pytest.mark.parametrize("login", [WRITER, DECIDER])
def test_whoever_wrote_or_decided_does_not_follow(urgent_room: Room, login: str):
    publish_urgently(urgent_room)
    if login == WRITER:
        desk = urgent_room.newsroom.desk
        with pytest.raises(Exception, match="pembuka permintaan tidak dapat menilai"):
            desk.review(1, actor=WRITER, decision=Decision.APPROVE, body="", now=urgent_room.now)
    else:
        urgent_room.approve(login)
    assert not urgent_room.publisher().run().events


def test_an_objection_after_publication_is_recorded_and_asks_for_a_ralat(urgent_room: Room):
    publish_urgently(urgent_room)
    urgent_room.object(VERIFIER, "Nama desa keliru.")
    outcome = urgent_room.publisher().run()
    assert [event.kind for event in outcome.events] == [CONTESTED]
    assert outcome.events[0].details["signature"]["login"] == VERIFIER
    assert any("buat ralat atau cabut" in line for line in outcome.lines())
    assert not urgent_room.publisher().run().events
    urgent_room.approve(OTHER_VERIFIER)
    urgent_room.publisher().run()
    assert kinds(urgent_room) == [APPROVED, PUBLISHED, CONTESTED, FOLLOWED]


def test_a_late_review_counts_too_and_nothing_is_lost_where_the_forge_is_silent(
    urgent_room: Room, monkeypatch: pytest.MonkeyPatch
):
    publish_urgently(urgent_room)
    urgent_room.tick(5 * DAY)
    urgent_room.approve(VERIFIER)
    with monkeypatch.context() as patch:

        def silent(*_: object) -> None:
            raise FactsError("tidak terbaca")

        patch.setattr(Newsroom, "facts", silent)
        outcome = urgent_room.publisher().run()
    assert not outcome.events
    assert not outcome.refusals
    assert any("tidak terbaca" in line for line in outcome.lines())
    assert [e.kind for e in urgent_room.publisher().run().events] == [FOLLOWED]


def test_what_is_published_anew_by_the_ordinary_path_owes_nothing(urgent_room: Room):
    publish_urgently(urgent_room)
    room = urgent_room
    text = room.newsroom.repository.file(room.newsroom.main(), f"{PUBLIC}/index.md") or b""
    branch = "naskah/ralat"
    room.push(
        WRITER,
        {f"{PUBLIC}/index.md": text.replace(b"kuncinya SATU.", b"kuncinya DUA.")},
        base=room.newsroom.main(),
        branch=branch,
    )
    desk = room.newsroom.desk
    number = desk.open_request(branch=branch, title="Ralat", body="", actor=WRITER, now=room.tick())
    room.approve(VERIFIER, number)
    room.approve(DECIDER, number)
    room.merge(number=number)
    outcome = room.publisher().run()
    assert [e.kind for e in outcome.events if "-" not in e.kind] == [APPROVED, PUBLISHED]
    assert not any("menyusul" in line for line in outcome.lines())
    room.approve(OTHER_VERIFIER, 1)
    assert not room.publisher().run().events


def test_one_urgent_change_after_another_puts_nothing_off(urgent_room: Room):
    room = urgent_room
    publish_urgently(room)
    room.tick(DAY)
    text = room.newsroom.repository.file(room.newsroom.main(), f"{PUBLIC}/index.md") or b""
    branch = "naskah/lagi"
    changed = {f"{PUBLIC}/index.md": text.replace(b"kuncinya SATU.", b"kuncinya DUA.")}
    room.push(WRITER, changed, base=room.newsroom.main(), branch=branch)
    number = room.newsroom.desk.open_request(
        branch=branch, title="Lagi", body="", actor=WRITER, now=room.tick()
    )
    room.approve(DECIDER, number)
    room.merge(number=number)
    outcome = room.publisher().run()
    approval = next(event for event in outcome.events if event.kind == APPROVED)
    assert approval.details["urgent"]["due"] == "2026-11-19T16:00:00+07:00"


def test_without_the_key_in_the_sop_a_forced_merge_is_refused(room: Room):
    number = room.submit()
    asked = f"klasifikasi: serta-merta\nmendesak: {{alasan: {FLOOD}}}"
    room.push(WRITER, {f"{PUBLIC}/index.md": room.text("klasifikasi: berkala", asked)})
    room.approve(DECIDER, number)
    room.force_merge(number)
    (refusal,) = room.publisher().run().refusals
    assert "ALUR-01" in refusal.why
    assert "urgent" not in room.newsroom.facts(number, room.now)


def test_the_merged_request_says_what_is_owed_and_by_whom(urgent_room: Room):
    publish_urgently(urgent_room)
    assessment = urgent_room.newsroom.assess(1, urgent_room.now + timedelta(hours=1))
    verdict = assessment.verdict
    assert (verdict.reason, verdict.postponed) == ("NOT_OPEN", ("verifikasi",))
    assert VERIFIER in verdict.can_act
    assert {WRITER, DECIDER}.isdisjoint(verdict.can_act)
    act = review.Act(1, urgent_room.who(VERIFIER), urgent_room.tick())
    found = review.review(urgent_room.newsroom, act, Decision.APPROVE, "")
    assert (found.verdict.postponed, found.verdict.step) == ((), None)
