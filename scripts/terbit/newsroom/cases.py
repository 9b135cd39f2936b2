"""The office's items as a recapitulation counts them, read from a clone alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from hashlib import sha256

from terbit.agenda import TITLE
from terbit.config import Config
from terbit.core import agenda
from terbit.core.agenda import Activity
from terbit.core.article import Article
from terbit.core.passage import Passage, Proof, passage, passages, proofs
from terbit.core.plan import is_removed, visible
from terbit.core.recap import Case, Period
from terbit.core.record import ADOPTED, APPROVED, Event, History, Ledger
from terbit.errors import InputErrors
from terbit.newsroom import approved
from terbit.newsroom.clone import Clone
from terbit.repository import ARCHIVE
from terbit.site import words
from terbit.site.cards import aware
from terbit.site.model import LOCAL_URL, address, sheet_address


def cases(clone: Clone, setting: Config, ledger: Ledger, period: Period) -> tuple[Case, ...]:
    """Every item of which something was decided or first seen in a period, with its events."""
    shown = visible(ledger)
    return tuple(
        _case(clone, setting, history, shown.get(item))
        for item, history in sorted(ledger.items())
        if _touches(history, setting, period)
    )


def screenshots(clone: Clone, case: Case) -> dict[str, bytes]:
    """The pictures that the events of an item name, by place; those that are as was noted."""
    tip = clone.repository.tip(ARCHIVE) or ""
    named = {event.picture: event.details.get("sha256") for event in case.events if event.picture}
    found = {place: clone.repository.file(tip, place) for place in named}
    return {
        place: data
        for place, data in found.items()
        if data is not None and sha256(data).hexdigest() == named[place]
    }


def activities(clone: Clone, ledger: Ledger, period: Period) -> tuple[Activity, ...] | None:
    """The approved agenda's rows of a period, None where the office keeps no agenda."""
    approval = visible(ledger).get(agenda.ITEM)
    if approval is None:
        return None
    found = clone.agenda_at(approved.version(agenda.ITEM, approval))
    return tuple(row for row in found.activities if period.holds(row.start))


def _touches(history: History, setting: Config, period: Period) -> bool:
    """Whether anything of an item may count in a period; decisions come before their events."""
    first = history.first_published
    told = passages(history, setting.procedure, setting.office.calendar)
    moments = [*(one.decided for one in told if not one.adopted), *([first] if first else [])]
    return any(period.holds(setting.office.calendar.day(moment)) for moment in moments)


def _case(clone: Clone, setting: Config, history: History, shown: Event | None) -> Case:
    office, item = setting.office, history.item
    texts = dict(_texts(clone, history))
    text = texts.get(shown.number) if shown else None
    adopted = any(event.kind == ADOPTED for event in history.events)
    wanted = office.available_channels if text is None or text.channels is None else text.channels
    base = (office.site_url or LOCAL_URL).rstrip("/") + "/"
    gone = shown is None or is_removed(history)
    return Case(
        item=item,
        title=text.title if text else _title(clone, history, shown),
        kind=words.kind(text.kind) if text else "Halaman",
        state="Tidak lagi dimuat" if gone else _state(text),
        first=None if adopted else history.first_published,
        passages=tuple(_passages(setting, history, texts)),
        proofs=_proofs(history, shown, wanted) if approved.is_article(item) else (),
        address="" if gone else base + address(item),
        sheet=base + sheet_address(item),
        events=history.events,
        withdrawn=gone or bool(text and text.withdrawal),
    )


def _proofs(history: History, shown: Event | None, wanted: tuple[str, ...]) -> tuple[Proof, ...]:
    return proofs(history, shown.digest if shown else "", wanted if shown else ())


def _state(text: Article | None) -> str:
    if text and text.withdrawal:
        return "Dicabut"
    return "Terbit dengan ralat" if text and text.corrections else "Terbit"


def _texts(clone: Clone, history: History) -> Iterator[tuple[int, Article]]:
    """The article of every approval, by the number of its event; those that can be read."""
    if not approved.is_article(history.item):
        return
    for event in history.events:
        if "object" in event.details and not event.details.get("removed"):
            try:
                version = approved.version(history.item, event)
                yield event.number, clone.article_at(version)
            except InputErrors:
                # a version before today's form; its events count all the same
                continue


def _title(clone: Clone, history: History, shown: Event | None) -> str:
    """The title of a plain page, else what the last request was called."""
    if history.item == agenda.ITEM:
        return TITLE
    if shown is not None and not approved.is_article(history.item):
        return clone.page_at(approved.version(history.item, shown))[0].judul
    told = (event.details.get("title") for event in reversed(history.events))
    slug = history.item.rpartition("/")[2].removesuffix(".md")
    return next((str(title) for title in told if title), words.label(slug))


def _passages(setting: Config, history: History, texts: Mapping[int, Article]) -> Iterator[Passage]:
    """The approvals; what waited for its day was not late."""
    calendar, procedure = setting.office.calendar, setting.procedure
    for event in history.events:
        if event.kind in (APPROVED, ADOPTED):
            text = texts.get(event.number)
            at = text.publish_at if text else None
            due = aware(at, calendar.zone) if at else None
            yield passage(history, event, procedure, calendar, due)
