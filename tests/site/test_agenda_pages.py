"""The public calendar: what comes and what is over, on the page, the front page and in .ics."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta
from pathlib import Path

import pytest
from icalendar import Calendar, Component

from terbit.core.agenda import ITEM, Activity, Agenda, State
from terbit.site import Entry, Page, Site, agenda, build
from terbit.site.agenda_pages import MOST_PAST
from terbit.site.pages import pages
from terbit.site.press import Planned
from tests.site.conftest import BUILT, CONFIG, adopted, items_of
from tests.site.test_pages import activity, planned, with_activities

TODAY = BUILT.date()
PAGE = "agenda/index.html"


def own(name: str, day: date, **changes: object) -> Activity:
    values: dict[str, object] = {"end": day, **changes}
    return Activity(name, name.capitalize(), day, **values)  # type: ignore[arg-type]


def site_of(*rows: Activity, entries: tuple[Entry, ...] = ()) -> Site:
    page = Page(ITEM, "Agenda", "Kegiatan kami.", "", adopted(ITEM), agenda=Agenda(rows))
    return replace(with_activities(*entries), pages=(page,))


def page_of(site: Site, cache: Path) -> Planned:
    return pages(planned(site, cache))[PAGE]


def shown(site: Site, cache: Path) -> dict[str, list[str]]:
    """The ids under "coming" and "past", as they stand on the page."""
    context = page_of(site, cache).make().context
    return {
        part: [line.activity.id for _, lines in context[part] for line in lines]
        for part in ("coming", "past")
    }


def events(site: Site, cache: Path) -> dict[str, Component]:
    data = agenda.calendar(site, agenda.announced(items_of(site, cache)))
    return {str(one["summary"]): one for one in Calendar.from_ical(data).walk("VEVENT")}


def test_what_comes_is_ascending_and_what_is_over_descending(tmp_path: Path) -> None:
    days = {"kini": 0, "besok": 1, "nanti": 40, "kemarin": -1, "dulu": -40}
    rows = [own(name, TODAY + timedelta(days=away)) for name, away in days.items()]
    assert shown(site_of(*rows), tmp_path) == {
        "coming": ["kini", "besok", "nanti"],
        "past": ["kemarin", "dulu"],
    }


def test_an_activity_that_lasts_is_not_over(tmp_path: Path) -> None:
    long = own("pekan", TODAY - timedelta(days=3), end=TODAY)
    assert shown(site_of(long), tmp_path)["coming"] == ["pekan"]


def test_nothing_of_the_office_alone_is_shown(tmp_path: Path) -> None:
    site = site_of(own("rahasia", TODAY, public=False))
    assert shown(site, tmp_path) == {"coming": [], "past": []}
    assert events(site, tmp_path) == {}
    assert agenda.soonest(site, (), TODAY, 3) == []


def test_only_the_latest_of_a_long_past_are_listed(tmp_path: Path) -> None:
    rows = [own(f"k{n}", TODAY - timedelta(days=n)) for n in range(1, MOST_PAST + 3)]
    assert shown(site_of(*rows), tmp_path)["past"] == [f"k{n}" for n in range(1, MOST_PAST + 1)]


def test_an_article_is_led_to_once_it_is_shown(tmp_path: Path) -> None:
    entry = activity("rapat", "2026-11-10", kind="berita")
    row = own("rapat", TODAY - timedelta(days=9), news=entry.item)
    (_, (line,)) = page_of(site_of(row, entries=(entry,)), tmp_path).make().context["past"][0]
    assert line.news == f"{entry.item}/"
    (_, (line,)) = page_of(site_of(row), tmp_path).make().context["past"][0]
    assert line.news == ""


@pytest.mark.parametrize(
    ("changes", "hours"),
    [
        ({}, ""),
        ({"begins": time(8, 30)}, "pukul 08.30 WIB"),
        ({"begins": time(8, 30), "ends": time(12)}, "pukul 08.30–12.00 WIB"),
    ],
)
def test_hours_are_told_with_their_zone(
    changes: dict[str, object], hours: str, tmp_path: Path
) -> None:
    context = page_of(site_of(own("rapat", TODAY, **changes)), tmp_path).make().context
    assert context["coming"][0][1][0].hours == hours


def test_the_page_changes_with_the_day_only_where_its_parts_do(tmp_path: Path) -> None:
    site = site_of(own("kini", TODAY), own("nanti", TODAY + timedelta(days=30)))
    later = [replace(site, built_at=BUILT + timedelta(days=days)) for days in (0, 1, 2)]
    first, second, third = [page_of(one, tmp_path).inputs for one in later]
    assert first != second
    assert second == third


def test_the_front_page_mixes_both_and_names_nothing_twice(tmp_path: Path) -> None:
    notice = activity("apel", (TODAY + timedelta(days=2)).isoformat())
    other = activity("pawai", (TODAY + timedelta(days=4)).isoformat())
    rows = (
        own("apel-besar", TODAY + timedelta(days=2), news=notice.item, place="Lapangan"),
        own("rapat", TODAY + timedelta(days=3)),
        own("batal", TODAY + timedelta(days=1), state=State.CANCELLED),
    )
    site = site_of(*rows, entries=(notice, other))
    made = pages(planned(site, tmp_path))["index.html"].make().context
    assert [one.title for _, one in made["agenda"]] == ["Apel-besar", "Rapat", "Pawai"]
    assert made["agenda"][0][1].url == "agenda/#kegiatan-apel-besar"
    assert made["agenda_page"] == "agenda/"


def test_calendars_get_hours_places_and_what_was_cancelled(tmp_path: Path) -> None:
    rows = (
        own("rapat", TODAY, begins=time(8, 30), ends=time(12), place="Aula; lantai 2"),
        own("lomba", TODAY, end=TODAY + timedelta(days=2), state=State.CANCELLED),
    )
    found = events(site_of(*rows), tmp_path)
    start = found["Rapat"].decoded("dtstart")
    assert (start.hour, start.minute, start.utcoffset()) == (8, 30, timedelta(hours=7))
    assert str(found["Rapat"]["location"]) == "Aula; lantai 2"
    assert str(found["Lomba"]["status"]) == "CANCELLED"
    assert found["Lomba"].decoded("dtend") == TODAY + timedelta(days=3)
    assert found["Lomba"].decoded("dtstamp") == adopted(ITEM).events[-1].at


def test_an_activity_keeps_its_name_when_all_else_of_it_changes(tmp_path: Path) -> None:
    one = events(site_of(own("rapat", TODAY)), tmp_path)["Rapat"]
    moved = replace(own("rapat", TODAY + timedelta(days=9)), title="Rapat lain")
    assert events(site_of(moved), tmp_path)["Rapat lain"]["uid"] == one["uid"]


def test_an_activity_keeps_its_name_when_the_site_moves(tmp_path: Path) -> None:
    site = site_of(own("Rapat", TODAY))
    first = site.office.site_url.rstrip("/")  # as kantor.yml is read
    office = replace(site.office, site_url="https://baru.go.id", first_site_url=first)
    moved = events(replace(site, office=office), tmp_path)["Rapat"]
    assert moved["uid"] == events(site, tmp_path)["Rapat"]["uid"]
    assert str(moved["url"]).startswith("https://baru.go.id/")


def test_the_built_page_is_inert_accessible_and_in_the_register(tmp_path: Path) -> None:
    hostile = replace(
        own("rapat", TODAY, place="<script>x</script>"), title="<b>Rapat</b>", unit="{{ 7*7 }}"
    )
    build(site_of(hostile), CONFIG, tmp_path / "situs", tmp_path / "kerja")
    text = (tmp_path / "situs" / PAGE).read_text(encoding="utf-8")
    assert "<script>x" not in text
    assert "&lt;b&gt;Rapat&lt;/b&gt;" in text
    assert "{{ 7*7 }}" in text
    assert 'id="kegiatan-rapat"' in text
    assert f'<time datetime="{TODAY.isoformat()}"' in text
    assert '<section aria-labelledby="akan-datang">' in text
    assert "../arsip/agenda/" in text
    # the search reads neighbouring parts as one word where nothing stands between
    assert "</span> <span>{{ 7*7 }}" in text
    assert (tmp_path / "situs/arsip/agenda/index.html").is_file()


def test_without_an_agenda_there_is_no_page(tmp_path: Path) -> None:
    assert PAGE not in pages(planned(with_activities(), tmp_path))


def test_an_announcement_of_a_day_stands_where_the_box_and_the_calendar_have_it(
    tmp_path: Path,
) -> None:
    notice = activity("loket", "2026-12-04")
    site = site_of(own("rapat", date(2026, 12, 1)), entries=(notice,))
    ((_, lines),) = page_of(site, tmp_path).make().context["coming"]
    assert [line.activity.start.day for line in lines] == [1, 4]
    assert (lines[1].news, lines[1].notice) == (f"{notice.item}/", True)
    assert len(agenda.soonest(site, items_of(site, tmp_path), TODAY, 3)) == len(lines)
    assert len(events(site, tmp_path)) == len(lines)
    led = replace(own("loket", date(2026, 12, 4)), news=notice.item)
    assert shown(site_of(led, entries=(notice,)), tmp_path)["coming"] == ["loket"]
