"""The calendar of announced activities, as another program reads it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from icalendar import Calendar, Component

from terbit.site import Entry, Site, agenda
from terbit.site.agenda import _folded, _text
from tests.site.conftest import BUILT, Built, article, history, items_of, miniature

HOSTILE = "Rapat; dengar, pendapat\\\\n: “umum” ke-1 🙂 END:VEVENT"


def activity(
    slug: str, day: str, *, title: str = "", more: str = "", kind: str = "pengumuman"
) -> Entry:
    """An announcement of an activity on a day, published on 15 November 2026."""
    folder = f"content/berita/2026/11/{slug}"
    made = article(folder, title or slug.capitalize(), kind=kind, day=day, category="", more=more)
    return Entry(made, history(f"berita/2026/11/{slug}", BUILT - timedelta(days=7)))


def site_of(*entries: Entry) -> Site:
    return replace(miniature(), entries=entries, pages=(), ledger={})


def made(cache: Path, *entries: Entry) -> bytes:
    site = site_of(*entries)
    return agenda.calendar(site, agenda.announced(items_of(site, cache)))


def events(data: bytes) -> Mapping[str, Component]:
    """The events by title, as icalendar reads them."""
    return {str(event["summary"]): event for event in Calendar.from_ical(data).walk("VEVENT")}


def test_an_activity_is_a_day_in_the_calendar(tmp_path: Path) -> None:
    event = events(made(tmp_path, activity("apel", "2026-11-30")))["Apel"]
    assert event.decoded("dtstart") == date(2026, 11, 30)
    assert event.decoded("dtend") == date(2026, 12, 1)
    assert str(event["status"]) == "CONFIRMED"
    assert str(event["url"]) == "https://dinas.contoh.go.id/kabar/berita/2026/11/apel/"
    assert str(event["description"]).startswith("Ringkasan yang pendek.\n")
    # nobody's hours are blocked by an announcement
    assert str(event["transp"]) == "TRANSPARENT"


def test_its_moments_are_its_own_and_never_the_clocks(tmp_path: Path) -> None:
    entry = activity("apel", "2026-11-30")
    event = events(made(tmp_path, entry))["Apel"]
    published = datetime(2026, 11, 15, 3, 4, tzinfo=UTC)
    assert event.decoded("dtstamp") == published
    assert event.decoded("created") == published
    later = replace(site_of(entry), built_at=BUILT + timedelta(days=90))
    again = agenda.calendar(later, agenda.announced(items_of(later, tmp_path)))
    assert again == made(tmp_path, entry)


def test_activities_stand_by_day_without_those_told_of_too_late_and_without_news(
    tmp_path: Path,
) -> None:
    found = events(
        made(
            tmp_path,
            activity("nanti", "2026-12-09"),
            activity("lewat", "2026-11-14"),
            activity("sekarang", "2026-11-15"),
            activity("kabar", "2026-11-30", kind="berita"),
        )
    )
    assert list(found) == ["Sekarang", "Nanti"]


def test_a_withdrawn_activity_is_cancelled_and_keeps_its_name(tmp_path: Path) -> None:
    before = events(made(tmp_path, activity("apel", "2026-11-30")))["Apel"]
    more = "ditarik: {waktu: 2026-11-16T09:00, alasan: Ditunda.}\n"
    after = events(made(tmp_path, activity("apel", "2026-11-30", more=more)))["[DICABUT] Apel"]
    assert str(after["status"]) == "CANCELLED"
    assert "Alasan: Ditunda." in str(after["description"])
    assert after["uid"] == before["uid"]
    assert int(after["sequence"]) == int(before["sequence"]) + 1


def test_a_corrected_activity_has_a_higher_number(tmp_path: Path) -> None:
    more = "ralat:\n- {waktu: 2026-11-16T09:00, isi: Pindah ke aula.}\n"
    event = events(made(tmp_path, activity("apel", "2026-11-30", more=more)))["[RALAT] Apel"]
    assert int(event["sequence"]) == 1


def test_what_nobody_has_approved_is_in_no_calendar(tmp_path: Path) -> None:
    entry = activity("apel", "2026-11-30")
    site = replace(site_of(entry), draft_items=frozenset({entry.item}))
    assert agenda.announced(items_of(site, tmp_path)) == ()


def test_two_activities_never_have_the_same_name(tmp_path: Path) -> None:
    found = events(made(tmp_path, activity("satu", "2026-11-30"), activity("dua", "2026-11-30")))
    assert len({str(event["uid"]) for event in found.values()}) == 2


def test_only_the_latest_days_are_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(agenda, "NEWEST", 2)
    many = [activity(f"apel-{n}", f"2026-12-0{n}") for n in (1, 2, 3)]
    assert list(events(made(tmp_path, *many))) == ["Apel-2", "Apel-3"]


def test_a_calendar_without_activities_is_a_calendar(tmp_path: Path) -> None:
    read = Calendar.from_ical(made(tmp_path))
    assert not read.errors
    assert [str(part["tzid"]) for part in read.walk("VTIMEZONE")] == ["Asia/Jakarta"]
    assert b"TZOFFSETTO:+0700\r\n" in made(tmp_path)


def test_whatever_a_title_holds_it_comes_out_as_it_was(tmp_path: Path) -> None:
    data = made(tmp_path, activity("apel", "2026-11-30", title=HOSTILE))
    assert list(events(data)) == [HOSTILE]
    assert len(Calendar.from_ical(data).walk("VEVENT")) == 1


texts = st.text(st.characters(blacklist_categories=("Cs", "Cc")), max_size=300)


@settings(deadline=None, derandomize=True, database=None)
@given(texts)
@example("a" * 400)
@example("🙂" * 100)
def test_lines_are_short_whole_and_read_back(text: str) -> None:
    folded = _folded(f"SUMMARY:{_text(text)}")
    assert all(len(line.encode()) <= agenda.LINE_OCTETS for line in folded.split("\r\n"))
    event = f"BEGIN:VEVENT\r\n{folded}\r\nEND:VEVENT\r\n".encode()
    assert str(Component.from_ical(event)["summary"]) == text


def test_lines_end_as_the_standard_wants(tmp_path: Path) -> None:
    data = made(tmp_path, activity("apel", "2026-11-30"))
    assert data.endswith(b"END:VCALENDAR\r\n")
    assert data.count(b"\n") == data.count(b"\r\n") == data.count(b"\r")


def test_the_site_has_it_and_tells_of_it(built: Built) -> None:
    assert Calendar.from_ical((built.out / agenda.FILE).read_bytes())["name"] == (
        "Agenda Dinas Contoh & Uji"
    )
    assert 'href="./agenda.ics"' in built.page("")
    assert 'href="../agenda.ics"' in built.page("langganan/")
