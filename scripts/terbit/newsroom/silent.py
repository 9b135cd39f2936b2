"""What was held and no article tells of, by the agenda and the articles that the public sees."""

from __future__ import annotations

from datetime import date

from terbit.core import agenda
from terbit.core.agenda import Silence
from terbit.newsroom.shelf import Shelf


def silences(held: Shelf, today: date) -> tuple[Silence, ...]:
    """Activities that the approved agenda calls held and that no published article tells of."""
    published = {item for item, _ in held.seen()}
    if agenda.ITEM not in published:
        return ()
    read = held.clone.agenda_at(held.version(agenda.ITEM))
    return agenda.silences(read, published, held.setting.office.calendar, today)
