"""What was held and no article tells of, by the agenda and the articles that the public sees."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from terbit.core import agenda
from terbit.core.agenda import Activity, Silence
from terbit.core.plan import Version
from terbit.errors import InputErrors
from terbit.newsroom import approved
from terbit.newsroom.clone import Clone
from terbit.newsroom.shelf import Shelf


def silences(held: Shelf, today: date) -> tuple[Silence, ...]:
    """Activities that the approved agenda calls held and that no published article tells of."""
    shown = dict(held.seen())
    if agenda.ITEM not in shown:
        return ()
    read = held.clone.agenda_at(shown[agenda.ITEM])
    told = telling(held.clone, shown, read.activities)
    return agenda.silences(read, told, held.setting.office.calendar, today)


def telling(
    clone: Clone, shown: Mapping[str, Version], activities: Iterable[Activity]
) -> frozenset[str]:
    """The items among those `shown` to the public that tell of some activities.

    One that was withdrawn tells nothing any more: in its place stands a notice.
    """
    named = {one.news for one in activities} & shown.keys()
    return frozenset(item for item in named if not _is_withdrawn(clone, shown[item]))


def _is_withdrawn(clone: Clone, version: Version) -> bool:
    if not approved.is_article(version.item):
        return False
    try:
        return clone.article_at(version).withdrawal is not None
    except InputErrors:
        # a version before today's form still stands where it stood
        return False
