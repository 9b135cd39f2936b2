"""Dates, hours and names in Indonesian."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from terbit import indonesian
from terbit.core.office import CHANNEL_IDS, SpecialHours
from terbit.site import words
from tests.site.conftest import office


def test_dates_and_times() -> None:
    assert indonesian.weekday(date(2026, 8, 7)) == "Jumat, 7 Agustus 2026"
    assert words.month(date(2026, 2, 1)) == "Februari 2026"


def test_hours_join_equal_days_and_leave_out_free_ones() -> None:
    assert words.hours(office().calendar, datetime(2026, 11, 22, tzinfo=UTC)) == (
        "Senin–Kamis 07.30–12.00 dan 13.00–16.00 WIB",
        "Jumat 07.30–11.30 WIB",
    )


def test_hours_of_a_season_are_told_while_it_lasts() -> None:
    ramadan = SpecialHours(
        "Ramadan", date(2027, 2, 8), date(2027, 3, 9), (((480, 900),),) * 5 + ((), ())
    )
    calendar = replace(office().calendar, special=(ramadan,))
    assert words.hours(calendar, datetime(2027, 2, 7, 17, 0, tzinfo=UTC)) == (
        "Ramadan, sampai 9 Maret 2027:",
        "Senin–Jumat 08.00–15.00 WIB",
    )
    assert len(words.hours(calendar, datetime(2027, 2, 7, 16, 59, tzinfo=UTC))) == 2
    assert words.hours(calendar, datetime(2027, 3, 9, 17, 0, tzinfo=UTC))[0].startswith(
        "Senin–Kamis"
    )


@pytest.mark.parametrize(
    ("channel", "account", "url"),
    [
        ("instagram", "@dinas", "https://www.instagram.com/dinas/"),
        ("mastodon", "@dinas@sosial.go.id", "https://sosial.go.id/@dinas"),
        ("whatsapp", "https://whatsapp.com/channel/0029", "https://whatsapp.com/channel/0029"),
        ("x", 'a"onclick="x', ""),
        ("instagram", "javascript:alert(1)", ""),
        ("situs", "dinas", ""),
    ],
)
def test_profiles_are_addresses_or_nothing(channel: str, account: str, url: str) -> None:
    assert words.profile(channel, account) == url


def test_the_site_has_a_name_for_every_channel() -> None:
    assert tuple(words.CHANNELS) == CHANNEL_IDS
