"""The activities that the office has announced: those to come, and all of them as a calendar.

`agenda.ics` follows RFC 5545. It reads no clock: every moment in it is one of the articles'
own, so the same articles give the same bytes. A withdrawn activity stays as a cancelled one,
for calendars keep what silently vanishes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from uuid import NAMESPACE_URL, uuid5

from terbit.site import feed_items
from terbit.site.items import Item
from terbit.site.model import Site

FILE = "agenda.ics"
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


def calendar(site: Site, rows: Sequence[Item]) -> bytes:
    """The activities as an iCalendar stream."""
    lines = [*_head(site), *_zone(site)]
    for item in rows:
        lines += _event(site, item)
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
