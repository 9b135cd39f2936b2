"""What the events tell of a version's way through the SOP."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import pairwise
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from terbit.core.clock import office_minutes
from terbit.core.office import Calendar
from terbit.core.passage import Passage, StepTime, discreet, passage, passages, proofs
from terbit.core.procedure import Action, Procedure, Role, Step
from terbit.core.record import ADOPTED, APPROVED, PUBLISHED, History

ZONE = ZoneInfo("Asia/Jakarta")
# Monday to Thursday 07.30-12.00 and 13.00-16.00, Friday 07.30-11.30
CALENDAR = Calendar(ZONE, (((450, 720), (780, 960)),) * 4 + (((450, 690),), (), ()))
STEPS = (
    Step(1, "tulis", "Menulis", Action.DRAFT, "staf", ("staf",)),
    Step(2, "periksa", "Memeriksa", Action.REVIEW, "kabag", ("kabag",), minutes=30),
    Step(3, "putus", "Memutuskan", Action.DECIDE, "kadis", ("kadis",), minutes=30),
    Step(4, "unggah", "Mengunggah", Action.PUBLISH, "staf", ("staf",), minutes=30),
)
PROCEDURE = Procedure("SOP/1", "Publikasi", None, None, None, (), (Role("staf", "Staf", 1),), STEPS)
ITEM = "berita/2026/11/rapat"
FIELDS = {"procedure": "SOP/1", "digest": "sha256:satu", "actor": "Terbit"}


def at(clock: str, day: int = 12) -> datetime:
    """A moment of November 2026 in Jakarta; the twelfth is a Thursday."""
    hour, minute = map(int, clock.split("."))
    return datetime(2026, 11, day, hour, minute, tzinfo=ZONE)


def signature(step: str, action: str, when: datetime) -> dict[str, Any]:
    return {
        "step": step,
        "action": action,
        "capacity": "Kepala",
        "at": when.isoformat(),
        "review": 1,
        "name": "Ani Sari",
        "login": "ani",
    }


NOTE = {
    "number": 1,
    "at": at("08.30").isoformat(),
    "capacity": "Kepala Bagian",
    "state": "CHANGES_REQUESTED",
    "text": "Hapus nomor 0812-3456-7890, @budi.",
    "place": {"path": f"content/{ITEM}/index.md", "line": 14, "changed": True},
    "replies": [{"at": at("08.40").isoformat(), "capacity": "Staf", "text": "Sudah."}],
    "answer": ["Hapus nomor telepon"],
}
DETAILS: dict[str, Any] = {
    "submitted_at": at("08.00").isoformat(),
    "send_backs": 1,
    "signatures": [
        signature("periksa", "telaah", at("09.45")),
        signature("putus", "putuskan", at("11.50")),
    ],
    "clocks": [
        {"step": "periksa", "limit_minutes": 30, "used_minutes": 45},
        {"step": "putus", "limit_minutes": 30, "used_minutes": 30},
    ],
    "notes": [NOTE],
}


def published(history: History | None = None) -> History:
    made = history or History(ITEM)
    made = made.add(made.next(APPROVED, at=at("11.55"), details=DETAILS, **FIELDS))
    return made.add(made.next(PUBLISHED, at=at("13.25"), **FIELDS))


def told(history: History, due: datetime | None = None) -> Passage:
    assert history.approval is not None
    return passage(history, history.approval, PROCEDURE, CALENDAR, due)


def test_each_step_has_its_minutes_and_its_limit() -> None:
    # the decision at 11.50 leaves ten minutes before the break and 25 behind it
    times = told(published()).times
    assert times == (
        StepTime("periksa", 45, 30),
        StepTime("putus", 30, 30),
        StepTime("unggah", 35, 30),
    )
    assert [time.over for time in times] == [15, 0, 5]
    assert [time.step for time in told(published()).overdue] == ["periksa", "unggah"]


def test_what_waits_for_its_day_is_not_late() -> None:
    assert told(published(), due=at("13.20")).time("unggah") == StepTime("unggah", 5, 30)


def test_a_step_of_another_sop_has_no_limit_of_this_one() -> None:
    other = History(ITEM)
    fields = FIELDS | {"procedure": "SOP/0"}
    other = other.add(other.next(APPROVED, at=at("11.55"), details=DETAILS, **fields))
    other = other.add(other.next(PUBLISHED, at=at("13.25"), **fields))
    assert told(other).time("unggah") is None


def test_a_note_is_told_with_what_was_done_and_without_what_is_private() -> None:
    (remark,) = told(published()).remarks
    assert remark.text == "Hapus nomor …, …."
    assert (remark.place, remark.changed) == ("index.md:14", True)
    assert remark.answers == ("Hapus nomor telepon",)
    assert remark.replies[0].text == "Sudah."


@pytest.mark.parametrize(
    "text", ["Surel ani.sari@contoh.go.id.", "NIK 6271012345678901", "NIP 19800101 200501 1 001"]
)
def test_addresses_and_long_numbers_are_left_out(text: str) -> None:
    assert "…" in discreet(text)
    assert not [word for word in discreet(text).split() if "@" in word or word[:4].isdigit()]


@pytest.mark.parametrize("text", ["Tanggal 2026-11-10.", "Rp12.500.000", "Pasal 9, UU 14/2008"])
def test_dates_and_sums_stay(text: str) -> None:
    assert discreet(text) == text


def test_what_was_taken_in_has_no_times() -> None:
    made = History(ITEM)
    made = made.add(made.next(ADOPTED, at=at("11.55"), details={"reason": "Lama."}, **FIELDS))
    made = made.add(made.next(PUBLISHED, at=at("13.25"), **FIELDS))
    assert told(made).times == ()
    assert told(made).adopted


def test_a_second_approval_has_a_passage_of_its_own() -> None:
    first, second = passages(published(published()), PROCEDURE, CALENDAR)
    assert (first.approval.number, second.approval.number) == (1, 3)


def test_proofs_tell_links_kits_what_is_gone_and_what_is_old() -> None:
    made = published()
    link = {"link": "https://www.facebook.com/contoh/posts/1"}
    made = made.add(made.next("terunggah-facebook", at=at("14.00"), details=link, **FIELDS))
    made = made.add(made.next("paket-instagram", at=at("14.00"), **FIELDS))
    bad = {"link": "javascript:alert(1)"}
    made = made.add(made.next("terunggah-x", at=at("14.00"), details=bad, **FIELDS))
    made = made.add(made.next("terunggah-threads", at=at("14.00"), details=link, **FIELDS))
    made = made.add(made.next("terhapus-threads", at=at("14.10"), **FIELDS))
    found = {proof.channel: proof for proof in proofs(made, "sha256:satu", ("situs", "tiktok"))}
    assert {name: proof.state for name, proof in found.items()} == {
        "tiktok": "",
        "facebook": "terunggah",
        "instagram": "paket",
        "x": "terunggah",
        "threads": "terhapus",
    }
    assert (found["facebook"].link, found["x"].link) == (link["link"], "")
    assert [proof.earlier for proof in proofs(made, "sha256:dua", ())][:2] == [True, True]


@given(st.lists(st.integers(0, 20_000), min_size=2, max_size=6))
def test_the_minutes_of_steps_add_up_to_those_of_the_whole(offsets: list[int]) -> None:
    start = datetime(2026, 11, 9, tzinfo=UTC)
    moments = [start + timedelta(minutes=offset) for offset in sorted(offsets)]
    parts = [office_minutes(CALENDAR, a, b) for a, b in pairwise(moments)]
    assert sum(parts) == office_minutes(CALENDAR, moments[0], moments[-1])
