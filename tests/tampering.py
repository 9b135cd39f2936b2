"""A room whose archive stands in one's hands: short words for everything a forger could do."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from terbit.archive import ledger as archive
from terbit.commands.audit import Report, audit
from terbit.commands.record import record
from terbit.core.record import ADOPTED, Event, History
from terbit.newsroom.clone import Clone
from terbit.repository import MACHINE, Repository
from tests.rooms import ITEM, WRITER, Room

REF = "refs/remotes/origin/arsip"
Events = list[Event]
POST = "https://www.instagram.com/p/Cabc123/"


def prepared(template: Path, folder: Path) -> Path:
    """A room with old content, one article that went all the way, and a proof of a post."""
    room = Room.copy(template, folder)
    room.publish_request()
    room.publisher().run()
    record(room.newsroom, ITEM, "instagram", POST, by=room.who(WRITER), now=room.tick())
    return room.folder


class Hand:
    """The archive branch of a copied room, as whoever can push anything could change it."""

    def __init__(self, template: Path, folder: Path) -> None:
        self.room = Room.copy(template, folder)
        self.room.now += timedelta(minutes=30)
        self.repository: Repository = self.room.newsroom.repository
        self.forget()

    def forget(self) -> None:
        """As in a fresh clone, which never saw another state of the branch."""
        shutil.rmtree(self.repository.root / ".git/logs", ignore_errors=True)

    @property
    def tip(self) -> str:
        tip = self.repository.tip("arsip")
        assert tip is not None
        return tip

    def history(self, item: str = ITEM) -> Events:
        return list(self.room.newsroom.ledger()[item].events)

    def last(self, kind: str, item: str = ITEM) -> Event:
        return next(e for e in reversed(self.history(item)) if e.kind == kind)

    def commit(
        self,
        add: Mapping[str, bytes],
        remove: Sequence[str] = (),
        *,
        base: str | None = None,
        at: datetime | None = None,
        key: str = "",
    ) -> str:
        """A commit on the branch (or on another base), without asking anybody."""
        made = self.repository.make_commit(
            base or self.tip,
            add,
            remove,
            message="Catat",
            by=MACHINE,
            at=at or self.room.now,
            key=key,
        )
        return self.put(made)

    def put(self, commit: str) -> str:
        self.repository.git.update_ref(REF, commit)
        self.forget()
        return commit

    def append(self, kind: str, *, at: datetime | None = None, **fields: Any) -> Event:
        """An event with a right number and chain, as any program could write it."""
        item = fields.pop("item", ITEM)
        ledger = self.room.newsroom.ledger()
        approval = ledger[ITEM].approval
        assert approval is not None
        usual = {
            "at": at or self.room.now,
            "procedure": self.room.newsroom.config.procedure.number,
            "digest": approval.digest,
            "actor": "Terbit",
        }
        made = ledger.get(item, History(item)).next(kind, **{**usual, **fields})
        self.commit({made.file: made.written}, at=at)
        return made

    def retell(self, change: Callable[[Events], Events], item: str = ITEM) -> None:
        """Write the whole branch anew with one item's events changed, numbers and chain right."""
        ledger = dict(self.room.newsroom.ledger())
        made = History(item)
        for event in change(list(ledger[item].events)):
            previous = made.events[-1].hash if made.events else ""
            made = made.add(replace(event, number=len(made.events) + 1, previous=previous))
        self.rewrite([*(e for i, h in ledger.items() if i != item for e in h.events), *made.events])

    def rewrite(self, events: Sequence[Event]) -> None:
        """The branch with these events in fresh commits: first the baseline, then one a moment."""
        first = [event for event in events if event.kind == ADOPTED and event.number == 1]
        files = {archive.README: archive.readme("Kantor"), **archive.files_of(first)}
        tip = self._fresh(None, files, first[0].at)
        rest = [event for event in events if event not in first]
        for at in sorted({event.at for event in rest}):
            tip = self._fresh(tip, archive.files_of(e for e in rest if e.at == at), at)
        self.put(tip)

    def _fresh(self, base: str | None, files: Mapping[str, bytes], at: datetime) -> str:
        return self.repository.make_commit(base, files, message="x", by=MACHINE, at=at)

    def report(self, *anchors: str, site: Path | None = None) -> Report:
        """What the audit says, half an hour after all that."""
        return audit(Clone(self.repository.root), self.room.now, anchors, site)


def with_details(event: Event, **changes: Any) -> Event:
    """The event with some details changed."""
    return replace(event, details={**event.details, **changes})


def resigned(event: Event, number: int, **changes: Any) -> Event:
    """The approval with one of its signatures changed."""
    rows = [dict(row) for row in event.details["signatures"]]
    rows[number].update(changes)
    return with_details(event, signatures=rows)


def of_kind(kind: str, change: Callable[[Event], Event]) -> Callable[[Events], Events]:
    """Change every event of a kind."""
    return lambda events: [change(e) if e.kind == kind else e for e in events]
