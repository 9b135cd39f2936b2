"""What the office has announced or keeps in its agenda: what comes, and all of it as a calendar.

`agenda.ics` follows RFC 5545. It reads no clock: every moment in it is one of the articles'
or of the agenda's approval, so the same content gives the same bytes. A withdrawn activity stays
as a cancelled one, for calendars keep what silently vanishes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from uuid import NAMESPACE_URL, uuid5

from terbit.core.agenda import ITEM, Activity, State
from terbit.core.record import ADOPTED, APPROVED
from terbit.site import feed_items
from terbit.site.items import Item
from terbit.site.model import Site, address

FILE, URL = "agenda.ics", address(ITEM)
NEWEST = 100
"""Activities that the calendar holds; those of the latest days."""
LINE_OCTETS = 75
"""RFC 5545, 3.1; without the line break."""
_ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})
_CONTROL = re.compile("[\x00-\x09\x0b-\x1f\x7f]")
_EPOCH = datetime(2000, 1, 1, tzinfo=UTC)


def day_of(item: Item) -> date:
    """The day of an activity."""
    return date.fromisoformat(item.card.day)


def later_day(item: Item) -> date | None:
    """The day of what is announced, where it is later than the announcement."""
    day = day_of(item) if item.is_notice else None
    return day if day and day > item.published.date() else None


def coming(rows: Iterable[Item], today: date, most: int) -> list[Item]:
    """The next activities that were announced, today's among them, the nearest first."""
    found = [item for item in rows if item.is_notice and day_of(item) >= today]
    return sorted(found, key=lambda item: (item.card.day, item.name))[:most]


def announced(rows: Iterable[Item]) -> tuple[Item, ...]:
    """What the calendar holds, by day: activities that were told of before they were over."""
    found = [i for i in rows if i.is_notice and not i.draft and day_of(i) >= i.published.date()]
    return tuple(sorted(found, key=lambda item: (item.card.day, item.name))[-NEWEST:])


def activities(site: Site) -> tuple[Activity, ...]:
    """The public activities of the office's agenda, by day; the newest where they are many."""
    page = site.agenda
    return page.agenda.shown[-NEWEST:] if page and page.agenda else ()


@dataclass(frozen=True)
class Coming:
    """An activity as the front page names it; `draft` where nobody has approved it yet."""

    url: str
    title: str
    place: str
    draft: bool


def soonest(
    site: Site, rows: Iterable[Item], today: date, most: int
) -> list[tuple[date, Item | Coming]]:
    """The next activities, announced or in the agenda, with their days; none of them twice."""
    draft = ITEM in site.draft_items
    own = [a for a in activities(site) if a.end >= today and a.state is not State.CANCELLED]
    told = {one.news for one in own}
    found: list[tuple[date, Item | Coming]] = [
        (one.start, Coming(_place(one), one.title, one.place, draft)) for one in own
    ]
    notices = [item for item in coming(rows, today, NEWEST) if item.name not in told]
    found += [(day_of(item), item) for item in notices]
    return sorted(found, key=lambda row: (row[0], row[1].title, row[1].url))[:most]


def _place(activity: Activity) -> str:
    """Where the site tells of an activity of the agenda."""
    return f"{URL}#kegiatan-{activity.id}"


def calendar(site: Site, rows: Sequence[Item]) -> bytes:
    """The activities as an iCalendar stream."""
    lines = [*_head(site), *_zone(site)]
    for item in rows:
        lines += _event(site, item)
    for activity in activities(site):
        lines += _own_event(site, activity)
    folded = (_folded(line) for line in (*lines, "END:VCALENDAR"))
    return "".join(f"{line}\r\n" for line in folded).encode()


def _head(site: Site) -> Iterator[str]:
    name = _text(f"Agenda {site.office.name}")
    yield from ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Terbit//Agenda//ID")
    yield from ("CALSCALE:GREGORIAN", f"NAME:{name}", f"X-WR-CALNAME:{name}")
    yield from ("REFRESH-INTERVAL;VALUE=DURATION:PT6H", "X-PUBLISHED-TTL:PT6H")


def _zone(site: Site) -> Iterator[str]:
    """The office's zone: a calendar without any event must hold one component too (3.4)."""
    zone = site.office.calendar.zone
    offset = f"{_EPOCH.astimezone(zone):%z}"
    yield from ("BEGIN:VTIMEZONE", f"TZID:{zone.key}", "BEGIN:STANDARD")
    yield from (f"DTSTART:{_EPOCH:%Y%m%dT%H%M%S}", f"TZOFFSETFROM:{offset}")
    yield from (f"TZOFFSETTO:{offset}", "END:STANDARD", "END:VTIMEZONE")


def _event(site: Site, item: Item) -> Iterator[str]:
    told = feed_items.row(site.base, feed_items.source(site, item))
    start, changed = day_of(item), _utc(item.changed)
    yield "BEGIN:VEVENT"
    yield f"UID:{uuid5(NAMESPACE_URL, told.guid)}"
    yield f"DTSTAMP:{changed}"
    yield f"LAST-MODIFIED:{changed}"
    yield f"CREATED:{_utc(item.published)}"
    yield f"SEQUENCE:{len(item.corrections) + item.withdrawn}"
    yield f"STATUS:{'CANCELLED' if item.withdrawn else 'CONFIRMED'}"
    yield f"DTSTART;VALUE=DATE:{start:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{start + timedelta(days=1):%Y%m%d}"
    yield "TRANSP:TRANSPARENT"
    yield f"SUMMARY:{_text(told.title)}"
    yield "DESCRIPTION:" + _text(f"{told.summary}\n{told.url}")
    yield f"URL:{told.url}"
    yield "END:VEVENT"


def told(site: Site) -> tuple[object, ...]:
    """All that the calendar is made of beside the announcements."""
    return (activities(site), *_approved(site))


def _approved(site: Site) -> tuple[datetime, int]:
    """When the agenda was last approved, and how many events are kept of it."""
    history = site.agenda.history if site.agenda else None
    events = history.events if history else ()
    approvals = [event.at for event in events if event.kind in {APPROVED, ADOPTED}]
    return (approvals[-1] if approvals else _EPOCH), len(events)


def _own_event(site: Site, activity: Activity) -> Iterator[str]:
    changed, revision = _approved(site)
    url = f"{site.base}{_place(activity)}"
    yield "BEGIN:VEVENT"
    yield f"UID:{uuid5(NAMESPACE_URL, site.first_base + _place(activity))}"
    yield f"DTSTAMP:{_utc(changed)}"
    yield f"LAST-MODIFIED:{_utc(changed)}"
    yield f"SEQUENCE:{revision}"
    yield f"STATUS:{'CANCELLED' if activity.state is State.CANCELLED else 'CONFIRMED'}"
    yield from _hours(site, activity)
    yield f"SUMMARY:{_text(activity.title)}"
    if activity.place:
        yield f"LOCATION:{_text(activity.place)}"
    yield "DESCRIPTION:" + _text(f"{activity.unit}\n{url}".strip())
    yield f"URL:{url}"
    yield "END:VEVENT"


def _hours(site: Site, activity: Activity) -> Iterator[str]:
    """From when to when; a whole day leaves others free to be busy."""
    if activity.begins is None:
        yield f"DTSTART;VALUE=DATE:{activity.start:%Y%m%d}"
        yield f"DTEND;VALUE=DATE:{activity.end + timedelta(days=1):%Y%m%d}"
        yield "TRANSP:TRANSPARENT"
        return
    zone = site.office.calendar.zone.key
    yield f"DTSTART;TZID={zone}:{activity.start:%Y%m%d}T{activity.begins:%H%M%S}"
    if activity.ends is not None:
        yield f"DTEND;TZID={zone}:{activity.end:%Y%m%d}T{activity.ends:%H%M%S}"


def _utc(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _text(value: str) -> str:
    """A text value (3.3.11)."""
    plain = value.replace("\r\n", "\n").replace("\r", "\n")
    return _CONTROL.sub("", plain).translate(_ESCAPED)


def _folded(line: str) -> str:
    """A content line in parts of at most `LINE_OCTETS`; no letter is cut in two."""
    parts, size = [""], 0
    for letter in line:
        octets = len(letter.encode())
        if size + octets > LINE_OCTETS:
            parts.append("")
            size = 1
        parts[-1] += letter
        size += octets
    return "\r\n ".join(parts)
