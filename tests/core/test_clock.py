"""S16, N6: office minutes over lunch, nights, weekends, Ramadan, holidays and zones."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from types import MappingProxyType
from zoneinfo import ZoneInfo

import pytest

from terbit.core.clock import deadline, office_minutes, windows
from terbit.core.office import Calendar

from .gate.scenario import DESA, DINKES, INSPEKTORAT, Setting, local

OFFICES = {"WIB": INSPEKTORAT, "WITA": DINKES, "WIT": DESA}


def minutes(setting: Setting, start: str, end: str) -> int:
    calendar = setting.office.calendar
    return office_minutes(calendar, local(calendar, start), local(calendar, end))


@pytest.mark.parametrize(
    ("start", "end", "used"),
    [
        ("2026-11-16 11:50", "2026-11-16 13:15", 25),
        ("2026-11-16 12:10", "2026-11-16 12:50", 0),
        ("2026-11-16 07:00", "2026-11-16 07:31", 1),
        ("2026-11-16 15:59", "2026-11-17 07:31", 2),
        ("2026-11-16 09:00:00", "2026-11-16 09:00:59", 0),
        ("2026-11-16 09:00:30", "2026-11-16 09:01:30", 1),
        ("2026-11-16 15:59:30", "2026-11-17 07:30:30", 1),
        ("2026-11-13 15:50", "2026-11-16 07:40", 20),
        ("2026-11-14 09:00", "2026-11-15 17:00", 0),
        ("2026-11-16 00:00", "2026-11-17 00:00", 450),
        ("2026-11-16 09:00", "2026-11-16 09:00", 0),
        ("2026-11-16 10:00", "2026-11-16 09:00", 0),
        ("2026-11-16 12:00", "2026-11-16 13:00", 0),
    ],
)
def test_lunch_nights_weekends_and_whole_minutes(start: str, end: str, used: int) -> None:
    assert minutes(INSPEKTORAT, start, end) == used


@pytest.mark.parametrize(
    ("start", "end", "used"),
    [
        ("2026-11-20 11:00", "2026-11-20 13:30", 60),
        ("2026-11-20 16:00", "2026-11-20 18:00", 60),
        ("2026-11-27 16:50", "2026-12-01 08:10", 20),
        ("2027-02-08 11:50", "2027-02-08 12:40", 20),
        ("2027-02-04 16:20", "2027-02-08 08:10", 20),
        ("2027-02-12 15:00", "2027-02-12 16:00", 30),
    ],
    ids=["Friday prayer", "late Friday", "30 November off", "Ramadan", "into it", "its Friday"],
)
def test_fridays_ramadan_and_days_off(start: str, end: str, used: int) -> None:
    assert minutes(DINKES, start, end) == used


def test_special_hours_hold_on_both_their_days() -> None:
    calendar = DINKES.calendar(days_off=MappingProxyType({})).office.calendar
    ordinary, fasting = ((480, 720), (780, 990)), ((480, 720), (750, 900))
    assert windows(calendar, date(2027, 2, 8)) == fasting
    assert windows(calendar, date(2027, 3, 9)) == fasting
    assert windows(calendar, date(2027, 3, 10)) == ordinary
    assert windows(calendar, date(2027, 2, 4)) == ordinary
    assert windows(calendar, date(2027, 2, 14)) == ()


def test_saturday_is_a_working_day_where_the_office_says_so() -> None:
    assert minutes(DESA, "2026-11-14 11:00", "2026-11-14 13:00") == 60
    assert minutes(DESA, "2026-11-15 08:00", "2026-11-15 12:00") == 0


@pytest.mark.parametrize(
    "day", [date(2026, 12, 24), date(2026, 12, 25), date(2027, 1, 1), date(2026, 8, 17)]
)
def test_public_holidays_and_cuti_bersama_are_off(day: date) -> None:
    assert windows(INSPEKTORAT.office.calendar, day) == ()


def test_a_day_off_inside_ramadan_is_off() -> None:
    calendar = DINKES.calendar(days_off=MappingProxyType({date(2027, 2, 9): "x"})).office.calendar
    assert windows(calendar, date(2027, 2, 9)) == ()


@pytest.mark.parametrize(("zone", "hours"), [("WIB", 7), ("WITA", 8), ("WIT", 9)])
def test_n16_days_and_hours_are_those_of_the_zone_of_the_office(zone: str, hours: int) -> None:
    calendar = OFFICES[zone].office.calendar
    midnight = datetime(2026, 11, 15, 24 - hours, tzinfo=UTC)
    assert calendar.day(midnight) == date(2026, 11, 16)
    assert calendar.day(midnight - timedelta(seconds=1)) == date(2026, 11, 15)
    opens = midnight + timedelta(minutes=windows(calendar, date(2026, 11, 16))[0][0])
    hour = timedelta(hours=1)
    assert office_minutes(calendar, opens - hour, opens + hour) == 60


def test_the_answer_does_not_depend_on_the_zone_of_the_question() -> None:
    calendar = INSPEKTORAT.office.calendar
    start, end = local(calendar, "2026-11-16 08:00"), local(calendar, "2026-11-17 09:00")
    jayapura = ZoneInfo("Asia/Jayapura")
    assert office_minutes(calendar, start.astimezone(UTC), end.astimezone(jayapura)) == 510


@pytest.mark.parametrize(
    ("start", "limit", "ends"),
    [
        ("2026-11-16 11:50", 30, "2026-11-16 13:20"),
        ("2026-11-13 15:50", 30, "2026-11-16 07:50"),
        ("2026-11-16 08:00", 30, "2026-11-16 08:30"),
        ("2026-11-16 11:30", 30, "2026-11-16 12:00"),
        ("2026-11-14 08:00", 450, "2026-11-16 16:00"),
    ],
)
def test_a_deadline_is_the_moment_when_the_minutes_have_passed(
    start: str, limit: int, ends: str
) -> None:
    calendar = INSPEKTORAT.office.calendar
    assert deadline(calendar, local(calendar, start), limit) == local(calendar, ends)


def test_an_office_that_never_works_has_no_deadline() -> None:
    closed = Calendar(zone=ZoneInfo("Asia/Jakarta"), week=((),) * 7)
    assert deadline(closed, datetime(2026, 11, 16, tzinfo=UTC), 1) is None
    assert (
        office_minutes(closed, datetime(2026, 1, 1, tzinfo=UTC), datetime(2027, 1, 1, tzinfo=UTC))
        == 0
    )


def test_overnight_windows_up_to_midnight_touch_the_next_day() -> None:
    calendar = Calendar(zone=ZoneInfo("Asia/Jakarta"), week=(((0, 1440),),) * 7)
    start = local(calendar, "2026-11-16 23:00")
    assert office_minutes(calendar, start, local(calendar, "2026-11-17 01:00")) == 120
