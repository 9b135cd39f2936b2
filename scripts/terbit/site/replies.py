"""Rights of reply beside what they answer: each page and each sheet leads to the other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from terbit.site.items import Item
from terbit.site.model import sheet_address
from terbit.site.register import Row


@dataclass(frozen=True)
class Tie:
    """The other side: address, title, local time; `shown` says whether its text still stands."""

    url: str
    title: str
    at: datetime
    shown: bool = True

    @property
    def day(self) -> date:
        """The local day."""
        return self.at.date()


@dataclass(frozen=True)
class Ties:
    """What an item answers, and what answers it, the oldest first."""

    answered: Tie | None = None
    replies: tuple[Tie, ...] = ()


NONE = Ties()


def ties(items: Iterable[Item], rows: Iterable[Row]) -> Mapping[str, Ties]:
    """The ties of each item that has any, by name.

    A reply that was withdrawn is told of no more where it stood; its notice still says what it
    answered. Of what is gone from the site the register's sheet stays; of what is under embargo
    nothing is told.
    """
    public = {item.name: item for item in items}
    sheets = {row.name: row for row in rows}
    answered: dict[str, Tie] = {}
    replies: dict[str, list[Tie]] = defaultdict(list)
    for item in sorted(public.values(), key=lambda item: item.order):
        name = item.card.answers
        if not name or name == item.name:
            continue
        if found := _answered(public.get(name), sheets.get(name)):
            answered[item.name] = found
        if not item.withdrawn:
            replies[name].append(Tie(item.url, item.title, item.published))
    names = {*answered, *replies}
    return {name: Ties(answered.get(name), tuple(replies.get(name, ()))) for name in names}


def _answered(item: Item | None, row: Row | None) -> Tie | None:
    if item:
        return Tie(item.url, item.title, item.published, not item.withdrawn)
    if row:
        return Tie(sheet_address(row.name), row.title, row.approved, shown=False)
    return None
