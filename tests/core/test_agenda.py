"""What was held and is not told of, counted in office days."""

from __future__ import annotations

from datetime import date, time

import pytest

from terbit.core.agenda import Activity, Agenda, State, is_text, last_day, silences
from tests.core.gate.scenario import INSPEKTORAT

CALENDAR = INSPEKTORAT.office.calendar
FRIDAY = date(2026, 11, 13)


def held(**changes: object) -> Activity:
    values = {"state": State.HELD, **changes}
    return Activity("rapat", "Rapat", FRIDAY, FRIDAY, **values)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("day", "days", "last"),
    [
        (FRIDAY, 1, date(2026, 11, 16)),
        (FRIDAY, 3, date(2026, 11, 18)),
        (date(2026, 12, 23), 1, date(2026, 12, 28)),
    ],
)
def test_weekends_and_days_off_do_not_count(day: date, days: int, last: date) -> None:
    assert last_day(CALENDAR, day, days) == last


def test_the_last_day_itself_is_in_time() -> None:
    agenda = Agenda((held(),), days=3)
    (quiet,) = silences(agenda, (), CALENDAR, date(2026, 11, 18))
    assert (quiet.due, quiet.late) == (date(2026, 11, 18), False)
    (quiet,) = silences(agenda, (), CALENDAR, date(2026, 11, 19))
    assert quiet.late


@pytest.mark.parametrize("state", [State.PLANNED, State.CANCELLED])
def test_only_what_was_held_must_be_told(state: State) -> None:
    assert silences(Agenda((held(state=state),)), (), CALENDAR, date(2027, 1, 1)) == ()


def test_a_published_article_ends_the_silence_and_a_draft_does_not() -> None:
    agenda = Agenda((held(news="berita/2026/11/rapat", public=False),))
    assert silences(agenda, {"berita/2026/11/rapat"}, CALENDAR, date(2027, 1, 1)) == ()
    assert len(silences(agenda, {"berita/2026/11/lain"}, CALENDAR, date(2027, 1, 1))) == 1


def test_the_public_sees_public_rows_by_their_hours() -> None:
    late, early = held(begins=time(13)), held(begins=time(8))
    assert Agenda((late, held(public=False), early)).shown == (early, late)


def test_the_agenda_is_a_text_like_a_page() -> None:
    assert is_text("content/agenda.yml")
    assert is_text("content/ppid/berkala.md")
    assert not is_text("content/ppid/agenda.yml")
