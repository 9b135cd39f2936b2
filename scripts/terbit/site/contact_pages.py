"""How to reach the office: made from kantor.yml alone, so that it always says what holds.

The hours are those of the days themselves: special hours and days off are told, and the page
changes when a week begins or another of them comes near.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import partial

from terbit import indonesian
from terbit.core import clock
from terbit.core.office import Calendar
from terbit.site import metadata, words
from terbit.site.accounts import accounts
from terbit.site.mending import RULES
from terbit.site.plan import Plan
from terbit.site.press import Made, Planned

URL = "kontak/"
WEEK = timedelta(days=7)
SOON_DAYS = 30
"""How far ahead days off and special hours are told."""
MOST_COMING = 5
REQUESTS = ("ppid/permohonan/", "ppid/")


@dataclass(frozen=True)
class Day:
    """The hours of one day as words; `note` says why it is free or other than usual."""

    day: date
    hours: str
    note: str = ""


@dataclass(frozen=True)
class Change:
    """Days soon after the week on which the hours are other than usual."""

    start: date
    end: date
    name: str

    @property
    def words(self) -> str:
        """The day with its name, or the first and the last."""
        one = self.start == self.end
        return indonesian.weekday(self.start) if one else words.span(self.start, self.end)


def pages(plan: Plan) -> Iterator[Planned]:
    """The page, unless the office has written one of its own there."""
    if any(page.url == URL for page in plan.site.pages):
        return
    calendar = plan.site.office.calendar
    today = calendar.day(plan.site.built_at)
    links = tuple(next((u for u in urls if u in plan.known), "") for urls in _WANTED)
    first = first_day(calendar, today)
    shown = (week(calendar, first), coming(calendar, first + WEEK), links)
    make = partial(_page, plan, *shown)
    yield Planned(URL, plan.inputs("kontak", shown), URL, make, style="css/daftar.css")


def first_day(calendar: Calendar, today: date) -> date:
    """The Monday of the week that is shown: the next one where this week is over."""
    monday = today - timedelta(days=today.weekday())
    left = (today + timedelta(days=number) for number in range(7 - today.weekday()))
    return monday if any(clock.windows(calendar, day) for day in left) else monday + WEEK


def week(calendar: Calendar, monday: date) -> tuple[Day, ...]:
    """The seven days from a Monday on."""
    return tuple(_day(calendar, monday + timedelta(days=number)) for number in range(7))


def coming(calendar: Calendar, start: date) -> tuple[Change, ...]:
    """The next days off and special hours from a day on, the nearest first."""
    last = start + timedelta(days=SOON_DAYS)
    found = [Change(s.start, s.end, s.name) for s in calendar.special if start <= s.start <= last]
    found += [
        Change(day, day, name)
        for day, name in calendar.days_off.items()
        if start <= day <= last and _usual(calendar, day)
    ]
    return tuple(sorted(found, key=lambda change: (change.start, change.name))[:MOST_COMING])


_WANTED = ((RULES,), REQUESTS)


def _day(calendar: Calendar, day: date) -> Day:
    open_ = clock.windows(calendar, day)
    special, off = calendar.special_on(day), calendar.days_off.get(day, "")
    if not open_:
        return Day(day, "Tutup", off if _usual(calendar, day) else "")
    return Day(day, words.windows(open_), special.name if special else "")


def _usual(calendar: Calendar, day: date) -> bool:
    """Whether the office would be open, were it no day off."""
    special = calendar.special_on(day)
    return bool((special.week if special else calendar.week)[day.weekday()])


def _page(
    plan: Plan, days: tuple[Day, ...], changes: tuple[Change, ...], links: tuple[str, ...]
) -> Made:
    office = plan.site.office
    about = f"Alamat, jam layanan, nomor, surel, dan akun resmi {office.name}."
    meta = metadata.of_page(plan.site, ("Kontak", URL), about)
    trail = metadata.breadcrumbs(plan.site, metadata.trail_of(("Kontak", URL)))
    data = metadata.graph(metadata.organization(plan.site), trail)
    context = {
        "about": about,
        "phones": [(number, re.sub(r"[^\d+]", "", number)) for number in office.contacts.phones],
        "accounts": accounts(office),
        "days": days,
        "week": words.span(days[0].day, days[-1].day),
        "zone": indonesian.zone(office.calendar.local(plan.site.built_at)),
        "changes": changes,
        "corrections": links[0],
        "requests": links[1],
    }
    return Made(replace(meta, data=data), "contact.html.j2", context)
