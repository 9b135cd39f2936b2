"""The branch `arsip` commit by commit: what came to it, and whether it only ever grew."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256

from terbit.archive import ledger as archive
from terbit.core.audit import Added, Breach
from terbit.git_objects import Objects
from terbit.git_walk import Change, Commit

ORDINARY = "100644"
MAX_BYTES = 8 * 1024**2
"""No event is as long as this; nothing is read before its length is known."""
PORTION = 400
"""Files that are read together."""
_EVENT = re.compile(r"(.+)/([0-9]+)-[a-z0-9_-]+\.json", re.DOTALL)
_PICTURE = re.compile(r"(.+)/[0-9]+-[a-z0-9_-]+\.jpg", re.DOTALL)


@dataclass(frozen=True)
class Read:
    """One portion: events in the order in which they were appended, and what is wrong."""

    events: tuple[Added, ...]
    breaches: tuple[Breach, ...]


def read(objects: Objects, commits: Iterable[Commit]) -> Iterator[Read]:
    """All events, by portions of commits; a screenshot stands and falls with its event."""
    waiting: list[tuple[Commit, Change]] = []
    pictures: list[tuple[Commit, Change]] = []
    breaches: list[Breach] = []
    for commit in commits:
        breaches += _shape(commit)
        for change in sorted(commit.changes, key=_order):
            wrong = _change(commit, change)
            if wrong:
                breaches.append(wrong)
            elif _PICTURE.fullmatch(change.path):
                pictures.append((commit, change))
            elif change.path != archive.README:
                waiting.append((commit, change))
        if len(waiting) >= PORTION or len(breaches) >= PORTION:
            yield _whole(objects, _read(objects, waiting, breaches), pictures)
            waiting, pictures, breaches = [], [], []
    yield _whole(objects, _read(objects, waiting, breaches), pictures)


def item_of(path: str) -> str:
    """The item whose folder holds a file of the branch; "" where the path is none of an event."""
    match = _EVENT.fullmatch(path) or _PICTURE.fullmatch(path)
    return match[1] if match else ""


def _order(change: Change) -> tuple[str, int, str]:
    """A run appends several events of one item at once: they follow each other by number."""
    match = _EVENT.fullmatch(change.path)
    return (match[1], int(match[2]), change.path) if match else (change.path, 0, "")


def _shape(commit: Commit) -> Iterator[Breach]:
    if len(commit.parents) > 1:
        what = "komit gabungan; arsip hanya boleh bertambah satu demi satu"
        yield Breach("", f"komit {commit.sha[:12]}", "merge-commit", what)


def _change(commit: Commit, change: Change) -> Breach | None:
    """What a change does that no append does."""
    item, where = item_of(change.path), f"(komit {commit.sha[:12]})"
    readme = change.path == archive.README
    if change.letter == "D":
        return Breach(item, change.path, "deleted", f"dihapus dari arsip {where}")
    if change.letter != "A":
        return Breach(item, change.path, "changed", f"diubah sesudah dicatat {where}")
    if change.mode != ORDINARY:
        what = f"bukan berkas biasa, modenya {change.mode} {where}"
        return Breach(item, change.path, "file-mode", what)
    if not item and not (readme and not commit.parents):
        return Breach("", change.path, "foreign-file", f"berkas ini bukan peristiwa {where}")
    return None


def _read(objects: Objects, waiting: list[tuple[Commit, Change]], breaches: list[Breach]) -> Read:
    events: list[Added] = []
    known = objects.known([change.object_id for _, change in waiting])
    fine = []
    for (commit, change), found in zip(waiting, known, strict=True):
        if found is None or found.kind != "blob":
            what = "isinya tidak ada di klon ini"
            breaches.append(Breach(item_of(change.path), change.path, "event-missing", what))
        elif found.size > MAX_BYTES:
            what = f"terlalu besar untuk sebuah peristiwa ({found.size // 1024**2} MB)"
            breaches.append(Breach(item_of(change.path), change.path, "too-big", what))
        else:
            fine.append((commit, change))
    blobs = objects.blobs([change.object_id for _, change in fine])
    for (commit, change), data in zip(fine, blobs, strict=True):
        found_event = _event(commit, change.path, data)
        if isinstance(found_event, Breach):
            breaches.append(found_event)
        else:
            events.append(found_event)
    return Read(tuple(events), tuple(breaches))


def _whole(objects: Objects, found: Read, pictures: list[tuple[Commit, Change]]) -> Read:
    """The same with what is wrong with screenshots: each is named by an event of its commit."""
    named = {
        (one.commit, one.event.picture): one.event for one in found.events if one.event.picture
    }
    breaches: list[Breach] = []
    for commit, change in pictures:
        event = named.pop((commit.sha, change.path), None)
        item = item_of(change.path)
        if event is None:
            what = f"tangkapan layar ini tidak disebut peristiwa mana pun (komit {commit.sha[:12]})"
            breaches.append(Breach(item, change.path, "foreign-file", what))
        elif _hash(objects, change.object_id) != event.details.get("sha256"):
            what = f"tangkapan layar ini bukan yang disebut {event.file}"
            breaches.append(Breach(item, change.path, "picture-differs", what))
    for event in named.values():
        what = f"tangkapan layar yang disebut {event.file} tidak ikut dicatat"
        breaches.append(Breach(event.item, event.picture, "picture-missing", what))
    return Read(found.events, (*found.breaches, *breaches))


def _hash(objects: Objects, object_id: str) -> str:
    """SHA-256 of a screenshot, "" where it is not there or far too long to be one."""
    (known,) = objects.known([object_id])
    if known is None or known.kind != "blob" or known.size > MAX_BYTES:
        return ""
    (data,) = objects.blobs([object_id])
    return sha256(data).hexdigest()


def _event(commit: Commit, path: str, data: bytes) -> Added | Breach:
    try:
        event = archive.event_at(path, data)
    except ValueError:
        what = "bukan peristiwa yang ditulis Terbit untuk butir dan nomor ini"
        return Breach(item_of(path), path, "unreadable", what)
    return Added(event, commit.at, first=not commit.parents, commit=commit.sha)
