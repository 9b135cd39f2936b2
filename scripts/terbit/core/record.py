"""What the archive holds: events of an item, in order, each bound to the one before."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from hashlib import sha256
from types import MappingProxyType
from typing import Any

SCHEMA = 1
APPROVED = "disetujui"
ADOPTED = "dasar"
PUBLISHED = "terbit"
KIT = "paket"
SENDING = "mengunggah"
POSTED = "terunggah"
FAILED = "gagal"
UNSURE = "tidak_pasti"
DEFERRED = "ditunda"
DELETED = "terhapus"
SKIPPED = "dilewati"
FOLLOWED = "telaah_menyusul"
CONTESTED = "keberatan_menyusul"


@dataclass(frozen=True)
class Event:
    """One thing that happened to one item.

    `item` is the path below `content/` ("berita/2026/11/slug", "ppid/berkala.md");
    `kind` is a word above, with "-<channel>" behind all from KIT on; `digest` is the
    content digest it speaks of; `actor` a capacity or the machine; `previous` the hash of
    the event before it in the same item, "" for the first. `details` is plain JSON.
    """

    item: str
    number: int
    kind: str
    at: datetime
    procedure: str
    digest: str
    actor: str
    details: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))
    previous: str = ""

    @property
    def file(self) -> str:
        """The event's file on the archive branch."""
        return f"{self.item}/{self.number:04d}-{self.kind}.json"

    @property
    def picture(self) -> str:
        """Where the branch keeps the screenshot that is the proof, "" where there is none.

        The place follows from the event alone: `details` name it for people, and lead nowhere.
        """
        name = picture_name(self.number, self.kind)
        named = self.kind.startswith(f"{POSTED}-") and self.details.get("file") == name
        return f"{self.item}/{name}" if named else ""

    @property
    def channel(self) -> str:
        """The channel that the event is about, or ""."""
        return self.kind.partition("-")[2]

    @cached_property
    def written(self) -> bytes:
        """The event as its file holds it: UTF-8 JSON, sorted keys, a newline at the end."""
        document = {
            "schema": SCHEMA,
            "item": self.item,
            "number": self.number,
            "kind": self.kind,
            "at": self.at.isoformat(),
            "procedure": self.procedure,
            "digest": self.digest,
            "actor": self.actor,
            "details": dict(self.details),
            "previous": self.previous,
        }
        text = json.dumps(document, ensure_ascii=False, indent=1, sort_keys=True)
        return text.encode() + b"\n"

    @cached_property
    def hash(self) -> str:
        """SHA-256 of the written event; the next event of the item carries it."""
        return sha256(self.written).hexdigest()

    @classmethod
    def from_bytes(cls, data: bytes) -> Event:
        """Read a written event. Raises ValueError where it is none of ours."""
        try:
            return cls.from_json(json.loads(data))
        except RecursionError as error:
            raise ValueError("nested too deep") from error

    @classmethod
    def from_json(cls, document: object) -> Event:
        """The event of a written document, likewise."""
        if not isinstance(document, dict) or document.get("schema") != SCHEMA:
            raise ValueError("not an event of schema 1")
        try:
            return cls(
                item=str(document["item"]),
                number=int(document["number"]),
                kind=str(document["kind"]),
                at=datetime.fromisoformat(document["at"]),
                procedure=str(document["procedure"]),
                digest=str(document["digest"]),
                actor=str(document["actor"]),
                details=MappingProxyType(dict(document["details"])),
                previous=str(document["previous"]),
            )
        except (KeyError, TypeError, OverflowError) as error:
            raise ValueError(f"event without a usable {error}") from error


def picture_name(number: int, kind: str) -> str:
    """What the screenshot beside an event is called; `details` hold it under "file"."""
    return f"{number:04d}-{kind}.jpg"


@dataclass(frozen=True)
class Signature:
    """Who took a review step, as kept in an approval event; `action` telaah or putuskan."""

    step: str
    action: str
    capacity: str
    at: datetime
    review: int
    name: str = ""
    login: str = ""

    @classmethod
    def from_json(cls, row: Mapping[str, Any]) -> Signature:
        """Read one row of an approval event's `signatures`."""
        return cls(**{**row, "at": datetime.fromisoformat(row["at"])})

    def to_json(self) -> dict[str, Any]:
        """The row as it is kept."""
        return {**self.__dict__, "at": self.at.isoformat()}


@dataclass(frozen=True)
class History:
    """All events of one item, first to last."""

    item: str
    events: tuple[Event, ...] = ()

    @property
    def approval(self) -> Event | None:
        """The event that lets the present version stand (approved or adopted), if any."""
        return self._last(APPROVED, ADOPTED)

    @property
    def first_published(self) -> datetime | None:
        """When the item was first published."""
        return next((e.at for e in self.events if e.kind == PUBLISHED), None)

    @property
    def last_published(self) -> datetime | None:
        """When the present version was published."""
        event = self._last(PUBLISHED)
        return event.at if event else None

    @property
    def signatures(self) -> tuple[Signature, ...]:
        """Who verified and decided the present version."""
        rows = self.approval.details.get("signatures", ()) if self.approval else ()
        return tuple(Signature.from_json(row) for row in rows)

    def of_channel(self, channel: str, digest: str) -> tuple[Event, ...]:
        """The events of one channel for one version."""
        return tuple(e for e in self.events if e.channel == channel and e.digest == digest)

    def has(self, kind: str, digest: str) -> bool:
        """Whether an event of this kind stands for this version."""
        return any(e.kind == kind and e.digest == digest for e in self.events)

    def next(self, event_kind: str, **fields: Any) -> Event:
        """The event that would follow, with its number and chain hash."""
        previous = self.events[-1].hash if self.events else ""
        number = len(self.events) + 1
        return Event(self.item, number, event_kind, previous=previous, **fields)

    def to_json(self) -> str:
        """The events as they are written, in one array."""
        return f"[{','.join(event.written.decode() for event in self.events)}]"

    @classmethod
    def from_json(cls, item: str, text: str) -> History:
        """The events that were written so; nothing of them is proved anew."""
        return cls(item, tuple(map(Event.from_json, json.loads(text))))

    def add(self, event: Event) -> History:
        """This history with one more event."""
        return History(self.item, (*self.events, event))

    def _last(self, *kinds: str) -> Event | None:
        return next((e for e in reversed(self.events) if e.kind in kinds), None)


Ledger = Mapping[str, History]
"""All histories by item, as the archive branch holds them at one commit."""


def extend(ledger: Ledger, events: Iterable[Event]) -> dict[str, History]:
    """The ledger with more events, each of which must follow its item's last one."""
    grown = dict(ledger)
    for event in events:
        history = grown.get(event.item, History(event.item))
        expected = history.events[-1].hash if history.events else ""
        if event.number != len(history.events) + 1 or event.previous != expected:
            raise ValueError(f"event {event.file} does not follow the item's last event")
        grown[event.item] = history.add(event)
    return grown
