"""The ledger on branch `arsip`: one folder per item, one JSON file per event, chained by hash."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from terbit.archive.guide import readme
from terbit.core.record import Event, Ledger, extend
from terbit.errors import LedgerError

__all__ = ["README", "event_at", "files_of", "read", "readme"]
README = "README.md"


def read(files: Mapping[str, bytes]) -> Ledger:
    """The ledger from the files of the branch. Raises LedgerError where its chain is broken."""
    events = [_event(path, data) for path, data in files.items() if path.endswith(".json")]
    events.sort(key=lambda event: (event.item, event.number))
    try:
        return extend({}, events)
    except ValueError as error:
        fix = "bandingkan cabang arsip dengan salinan lain; jangan menerbitkan sebelum jelas"
        raise LedgerError(f"rantai arsip putus: {error}", fix) from error


def files_of(events: Iterable[Event]) -> dict[str, bytes]:
    """The files that these events are written to."""
    return {event.file: event.written for event in events}


def _event(path: str, data: bytes) -> Event:
    fix = "pulihkan berkas itu dari riwayat cabang arsip"
    try:
        return event_at(path, data)
    except ValueError as error:
        raise LedgerError(f"arsip: {error}", fix) from error


def event_at(path: str, data: bytes) -> Event:
    """The event that a file of the branch holds. Raises ValueError with a sentence about it."""
    try:
        event = Event.from_bytes(data)
        written = event.written
    # what is nested just deep enough to be read may be too deep to be written
    except (ValueError, RecursionError) as error:
        raise ValueError(f"{path} tidak terbaca ({error})") from error
    if event.file != path or written != data:
        raise ValueError(f"isi {path} tidak cocok dengan namanya atau telah diubah")
    return event
