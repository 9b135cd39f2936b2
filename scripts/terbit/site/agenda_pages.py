"""The public calendar: activities to come and those that are over, month by month."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from itertools import groupby

from terbit import indonesian
from terbit.core.agenda import Activity, State
from terbit.core.office import Calendar
from terbit.site import agenda, metadata, words
from terbit.site.model import Page, sheet_address
from terbit.site.plan import Plan
from terbit.site.press import Made, Planned

MOST_PAST = 60
"""Activities that are over and still listed, the latest of them."""


@dataclass(frozen=True)
class Line:
    """An activity as the page shows it; `news` leads to the article, "" where none is shown."""

    activity: Activity
    days: str
    hours: str
    news: str

    @property
    def cancelled(self) -> bool:
        """Whether it does not take place."""
        return self.activity.state is State.CANCELLED


Months = tuple[tuple[date, tuple[Line, ...]], ...]
"""The first day of each month with its activities."""


def pages(plan: Plan) -> Iterator[Planned]:
    """The page, where the office keeps an agenda."""
    page = plan.site.agenda
    if page is None or page.agenda is None:
        return
    calendar = plan.site.office.calendar
    today = calendar.day(plan.site.built_at)
    shown = {item.name: item.url for item in plan.live}
    rows = page.agenda.shown
    coming = _months(calendar, shown, (one for one in rows if one.end >= today))
    over = sorted((one for one in rows if one.end < today), key=lambda one: one.start, reverse=True)
    past = _months(calendar, shown, over[:MOST_PAST])
    draft, sheet = page.path in plan.site.draft_items, sheet_address(page.path) in plan.sheets
    inputs = plan.inputs("agenda", page.title, page.summary, coming, past, draft, sheet)
    make = partial(_page, plan, page, coming, past)
    yield Planned(page.url, inputs, page.url, make, style="css/daftar.css")


def _months(calendar: Calendar, shown: dict[str, str], rows: Iterable[Activity]) -> Months:
    groups = groupby(rows, key=lambda one: one.start.replace(day=1))
    return tuple(
        (month, tuple(_line(calendar, one, shown.get(one.news, "")) for one in group))
        for month, group in groups
    )


def _line(calendar: Calendar, activity: Activity, news: str) -> Line:
    one_day = activity.start == activity.end
    days = words.weekday(activity.start) if one_day else words.span(activity.start, activity.end)
    return Line(activity, days, _hours(calendar, activity), news)


def _hours(calendar: Calendar, activity: Activity) -> str:
    """The hours such as "pukul 08.30–12.00 WIB", "" where it takes the whole day."""
    if activity.begins is None:
        return ""
    zone = indonesian.zone(datetime.combine(activity.start, activity.begins, calendar.zone))
    ends = f"–{activity.ends:%H.%M}" if activity.ends else ""
    return f"pukul {activity.begins:%H.%M}{ends} {zone}"


def _page(plan: Plan, page: Page, coming: Months, past: Months) -> Made:
    meta = metadata.of_page(plan.site, (page.title, page.url), page.summary)
    context = {
        "page": page,
        "coming": coming,
        "past": past,
        "sheet": sheet_address(page.path),
        "calendar": agenda.FILE,
    }
    return Made(meta, "agenda.html.j2", context)
