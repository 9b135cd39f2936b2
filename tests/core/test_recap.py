"""A month counted by hand, and what belongs to no month."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from terbit.core.passage import Passage, Proof, StepTime, passages
from terbit.core.recap import Case, Period, Recap, recap
from terbit.core.record import ADOPTED, APPROVED, PUBLISHED, History
from tests.core.test_passage import CALENDAR, DETAILS, FIELDS, PROCEDURE, at, published

NOVEMBER = Period(2026, 11)
FACEBOOK = Proof("facebook", "terunggah", "https://www.facebook.com/contoh/posts/1")


def case(item: str, *histories: History, **fields: Any) -> Case:
    """An item of these events; the last history is whole."""
    history = histories[-1]
    made = Case(
        item=item,
        title=item.title(),
        kind="Berita",
        state="Terbit",
        first=history.first_published,
        passages=passages(history, PROCEDURE, CALENDAR),
        proofs=(),
        address="",
        sheet="",
    )
    return replace(made, **fields)


def approved(decided: datetime, shown: datetime, periksa: int, putus: int, **more: Any) -> History:
    clocks = [
        {"step": "periksa", "limit_minutes": 30, "used_minutes": periksa},
        {"step": "putus", "limit_minutes": 30, "used_minutes": putus},
    ]
    last = {**DETAILS["signatures"][1], "at": decided.isoformat()}
    details = {**DETAILS, "signatures": [last], "clocks": clocks, "notes": [], "send_backs": 0}
    made = History("x")
    made = made.add(made.next(APPROVED, at=decided, details={**details, **more}, **FIELDS))
    return made.add(made.next(PUBLISHED, at=shown, **FIELDS))


def november() -> Recap:
    """Three approvals: 45, 20 and 30 minutes of verifying; 30, 10 and 31 of deciding.

    Publishing takes 35 (over the break), 5 and 0 minutes (Saturday).
    """
    first = case("satu", published(), proofs=(FACEBOOK, Proof("instagram", "paket")))
    second = case(
        "dua", approved(at("08.00", 10), at("08.05", 10), 20, 10), kind="Foto", proofs=(FACEBOOK,)
    )
    third = case("tiga", approved(at("09.00", 14), at("09.30", 14), 30, 31), proofs=(Proof("x"),))
    december = approved(datetime(2026, 12, 1, 8, tzinfo=at("08.00").tzinfo), at("08.00"), 1, 1)
    later = case("empat", december, first=datetime(2026, 12, 1, 9, tzinfo=at("08.00").tzinfo))
    return recap((third, later, first, second), NOVEMBER, PROCEDURE, CALENDAR)


def test_items_count_in_the_month_in_which_the_public_first_saw_them() -> None:
    assert [one.item for one in november().cases] == ["dua", "satu", "tiga"]
    assert november().kinds == (("Berita", 2), ("Foto", 1))


def test_minutes_of_each_step_with_median_longest_and_late() -> None:
    rows = {row.step.id: row for row in november().steps}
    assert rows["periksa"].used == (20, 45, 30)
    assert (rows["periksa"].median, rows["periksa"].longest, rows["periksa"].late) == (30, 45, 1)
    assert rows["putus"].used == (10, 30, 31)
    assert (rows["putus"].median, rows["putus"].late) == (30, 1)
    assert rows["unggah"].used == (5, 35, 0)
    assert (rows["unggah"].median, rows["unggah"].late) == (5, 1)


def test_send_backs_notes_and_what_was_late() -> None:
    found = november()
    assert (found.send_backs, found.remarks, len(found.sent_back)) == (1, 1, 1)
    assert [one.case.item for one in found.overdue] == ["satu", "tiga"]


def test_channels_with_proofs_and_kits() -> None:
    rows = {row.channel: (row.planned, row.proved, row.kits) for row in november().channels}
    assert rows == {"facebook": (2, 2, 0), "instagram": (1, 0, 1), "x": (1, 0, 0)}


def test_nothing_is_awaited_of_what_was_withdrawn() -> None:
    proofs = (FACEBOOK, Proof("instagram", "terhapus"), Proof("x", "paket"))
    gone = case("satu", published(), proofs=proofs, withdrawn=True)
    found = recap((gone,), NOVEMBER, PROCEDURE, CALENDAR)
    assert (len(found.cases), found.withdrawn) == (1, 1)
    rows = [(row.channel, row.planned, row.proved, row.kits) for row in found.channels]
    assert rows == [("facebook", 1, 1, 0)]


def test_what_came_without_the_flow_and_removals_are_not_counted() -> None:
    old = History("lama")
    old = old.add(old.next(ADOPTED, at=at("08.00"), details={}, **FIELDS))
    gone = approved(at("08.00"), at("08.05"), 1, 1, removed=True)
    cases = (case("lama", old, first=None), case("hilang", gone, first=None))
    assert recap(cases, NOVEMBER, PROCEDURE, CALENDAR).empty


def test_the_last_minute_of_a_month_is_that_of_the_offices_zone() -> None:
    # 30 November 23.59 in Jakarta is 16.59 UTC; what is later that day in UTC is December here
    last, next_ = datetime(2026, 11, 30, 16, 59, tzinfo=UTC), datetime(2026, 11, 30, 17, tzinfo=UTC)
    cases = (case("a", published(), first=last), case("b", published(), first=next_))
    assert [one.item for one in recap(cases, NOVEMBER, PROCEDURE, CALENDAR).cases] == ["a"]


minutes = st.lists(st.integers(0, 5000), min_size=1, max_size=9)


@given(minutes)
def test_nobody_is_late_and_in_time_at_once(used: list[int]) -> None:
    (done,) = case("a", published()).passages
    whole = tuple(
        replace(case(f"i{n}", published()), passages=(timed(done, minute),))
        for n, minute in enumerate(used)
    )
    row = recap(whole, NOVEMBER, PROCEDURE, CALENDAR).steps[0]
    assert sorted(row.used) == sorted(used)
    assert row.late == sum(1 for minute in used if minute > 30)


def timed(done: Passage, minute: int) -> Passage:
    return replace(done, times=(StepTime("periksa", minute, 30),))


@given(st.lists(st.integers(1, 28), max_size=12))
def test_the_months_add_up_to_their_year(days: list[int]) -> None:
    cases = tuple(
        case(
            f"i{n}", published(), first=datetime(2026, 1 + n % 12, day, 9, tzinfo=at("9.0").tzinfo)
        )
        for n, day in enumerate(days)
    )
    year = Period(2026)
    parts = [recap(cases, month, PROCEDURE, CALENDAR) for month in year.months]
    whole = recap(cases, year, PROCEDURE, CALENDAR)
    assert sum(len(part.cases) for part in parts) == len(whole.cases) == len(days)
    assert sum(len(part.passes) for part in parts) == len(whole.passes)
