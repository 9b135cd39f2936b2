"""The urgent path as readers see it: a banner while a review is missing, a record for ever."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from terbit import indonesian
from terbit.core.follow_up import Promise
from terbit.site import words
from terbit.site.items import Item

FOLLOWING, MISSING = "Terbit, pemeriksaan menyusul", "Terbit, pemeriksaan belum dibuat"
"""How the register calls what still owes a review, before and after its day."""


_NOUN = re.compile(r"(?:pe|ke)[a-z]+an|[a-z]+si|telaah")
"""Step ids that can stand in a sentence, such as verifikasi or telaah, not periksa."""


@dataclass(frozen=True)
class Notice:
    """The banner of an article: what is missing, until when, why; `late` after that moment."""

    what: str
    until: str
    reason: str
    late: bool


@dataclass(frozen=True)
class Contested:
    """Somebody in office who asked for changes after publication."""

    capacity: str
    at: datetime


@dataclass(frozen=True)
class Record:
    """What the sheet keeps of it, in local time; `missing` is "" where every review came."""

    reason: str
    basis: str
    until: datetime
    missing: str
    late: bool
    kept_at: datetime | None
    in_time: bool
    objections: tuple[Contested, ...]


def notice(item: Item, now: datetime) -> Notice | None:
    """The banner at a moment; None where nothing is owed."""
    card = item.card
    if not card.urgent_owed or item.withdrawn:
        return None
    due = datetime.fromisoformat(card.urgent_due).astimezone(item.zone)
    until = f"{indonesian.weekday(due.date())} pukul {indonesian.clock(due)}"
    return Notice(named(card.urgent_owed), until, card.urgent_reason, now > due)


def state(item: Item, now: datetime) -> str:
    """How the register calls it; "" where nothing is owed."""
    shown = notice(item, now)
    return (MISSING if shown.late else FOLLOWING) if shown else ""


def record(told: Promise, local: Callable[[datetime], datetime], *, late: bool) -> Record:
    """What the sheet keeps; `late` says that a review is missing although its day is over."""
    kept = told.kept_at
    return Record(
        reason=told.reason,
        basis=told.basis,
        until=local(told.due),
        missing=named(told.owed) if told.owed else "",
        late=late,
        kept_at=local(kept) if kept else None,
        in_time=told.in_time,
        objections=tuple(Contested(row.capacity, local(row.at)) for row in told.objections),
    )


def named(steps: tuple[str, ...]) -> str:
    """What is missing, in a sentence: steps whose names say what is awaited, else the review."""
    nouns = [words.label(step).lower() for step in steps if _NOUN.fullmatch(step.split("_")[0])]
    whole = len(nouns) == len(steps)
    text = indonesian.enumerate_words(nouns) if whole else "pemeriksaan"
    return text[:1].upper() + text[1:]
