"""Appending to one item's events while others append too: what is decided holds for the newest.

Whoever reads that an event was pushed may rely on it: a push whose answer was lost counts when
the event is found in the archive, and an event that somebody else overtook is decided anew.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from time import sleep

from terbit.archive import ledger as archive
from terbit.core.record import Event, History
from terbit.errors import RaceError, TerbitError
from terbit.newsroom import shelf
from terbit.newsroom.clone import Clone
from terbit.repository import ARCHIVE

TRIES = 6
"""How often an event is decided anew, or pushed anew, before the run gives up."""
PAUSES = (1.0, 5.0)
"""Seconds between pushes of what must not get lost."""

Make = Callable[[History], Event | None]


class Journal:
    """The events of single items as they are now, and a way to add to them."""

    def __init__(self, clone: Clone, pause: Callable[[float], None] = sleep) -> None:
        """Events are appended through `clone`; `pause` waits for some seconds."""
        self._clone, self._pause = clone, pause
        self._known: dict[str, History] = {}

    def history(self, item: str) -> History:
        """The events of an item, read and proved. Raises LedgerError."""
        if item not in self._known:
            tip = self._clone.repository.tip(ARCHIVE)
            tree = self._clone.repository.entry(tip, item)[1] if tip else ""
            events = dict(shelf.files(self._clone, item, tree)) if tip else {}
            self._known[item] = archive.read(events).get(item, History(item))
        return self._known[item]

    def append(self, item: str, make: Make) -> Event | None:
        """Append what `make` gives upon the newest events; None where it gives nothing any more.

        Raises TerbitError where it could not be pushed.
        """
        for _ in range(TRIES):
            history = self.history(item)
            event = make(history)
            if event is None:
                return None
            try:
                self._push(event)
            except RaceError:
                self._read_anew()
                if not self._holds(event):
                    continue
            self._known[item] = self._known.get(item, history)
            if not self._holds(event):
                self._known[item] = history.add(event)
            return event
        raise RaceError("arsip terus bertambah saat mencatat", "jalankan lagi sebentar lagi")

    def insist(self, item: str, make: Make) -> Event | None:
        """The same for what a medium answered: tried once more where the forge does not answer."""
        for seconds in PAUSES:
            with suppress(TerbitError):
                return self.append(item, make)
            self._pause(seconds)
            with suppress(TerbitError):
                self._read_anew()
        return self.append(item, make)

    def _push(self, event: Event) -> None:
        files = archive.files_of([event])
        message = f"Catat {event.kind}"
        self._clone.record(files, message, event.at)

    def _read_anew(self) -> None:
        self._known.clear()
        self._clone.repository.fetch()

    def _holds(self, event: Event) -> bool:
        return any(one.hash == event.hash for one in self.history(event.item).events)
