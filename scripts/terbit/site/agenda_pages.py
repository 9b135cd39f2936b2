"""The public calendar: activities to come and those that are over, month by month.

It holds what agenda.ics and the box of the front page hold: the office's agenda, and announcements
of a day that was still to come, where the agenda does not lead to them itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
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
    """An activity as the page shows it; `news` leads to the article, "" where none is shown.

    A `notice` is an announcement that names its day itself.
    """

    activity: Activity
    days: str
    hours: str
    news: str
    notice: bool = False

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
    rows = [_line(calendar, one, shown.get(one.news, "")) for one in page.agenda.shown]
    rows += _notices(plan, {one.news for one in page.agenda.shown})
    rows.sort(key=lambda line: (line.activity.start, line.activity.begins or time()))
    coming = _months(line for line in rows if line.activity.end >= today)
    over = [line for line in rows if line.activity.end < today][-MOST_PAST:]
    over.sort(key=lambda line: line.activity.start, reverse=True)
    past = _months(over)
    draft, sheet = page.path in plan.site.draft_items, sheet_address(page.path) in plan.sheets
    inputs = plan.inputs("agenda", page.title, page.summary, coming, past, draft, sheet)
    make = partial(_page, plan, page, coming, past)
    yield Planned(page.url, inputs, page.url, make, style="css/daftar.css")


def _notices(plan: Plan, told: set[str]) -> Iterator[Line]:
    """The announcements that the agenda does not lead to."""
    for item in agenda.announced(plan.live):
        if item.name not in told:
            day = agenda.day_of(item)
            activity = Activity(item.name, item.title, day, day)
            yield Line(activity, indonesian.weekday(day), "", item.url, notice=True)


def _months(rows: Iterable[Line]) -> Months:
    groups = groupby(rows, key=lambda line: line.activity.start.replace(day=1))
    return tuple((month, tuple(group)) for month, group in groups)


def _line(calendar: Calendar, activity: Activity, news: str) -> Line:
    one_day = activity.start == activity.end
    one, more = indonesian.weekday, words.span
    days = one(activity.start) if one_day else more(activity.start, activity.end)
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
