"""One item's events in the order in which they were appended: each must follow from the others.

The state after an event is small and holds no event, so that ledgers of any length are followed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import datetime

from terbit.core.audit.breach import Breach, of_event
from terbit.core.audit.law import SLACK, Law, Laws
from terbit.core.audit.signing import Told, moment
from terbit.core.audit.urgency import NOTHING_OWED, Owing, after, followed, owing
from terbit.core.digest import unit
from terbit.core.office import CHANNEL_IDS
from terbit.core.plan import PUBLISHER
from terbit.core.record import (
    ADOPTED,
    APPROVED,
    CONTESTED,
    DEFERRED,
    DELETED,
    FAILED,
    FOLLOWED,
    KIT,
    POSTED,
    PUBLISHED,
    SENDING,
    SKIPPED,
    UNSURE,
    Event,
)

ON_CHANNELS = frozenset({KIT, SENDING, POSTED, FAILED, UNSURE, DEFERRED, DELETED, SKIPPED})
BY_PEOPLE = frozenset({POSTED, DEFERRED, DELETED, SKIPPED})
"""What a person may record; all other events are the machine's."""
_DIGEST = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True)
class Trail:
    """Where an item stands after its events so far.

    `digest` is that of the last approval ("" for none) and `object_id` what it approved,
    `removed` says that it took the item away, `shown` that it was published; `digests` are all
    that were ever approved and `public` says that something of the item was ever published.
    """

    item: str
    number: int = 0
    head: str = ""
    file: str = ""
    at: datetime | None = None
    digest: str = ""
    object_id: str = ""
    removed: bool = False
    shown: bool = False
    digests: frozenset[str] = frozenset()
    public: bool = False
    owing: Owing = NOTHING_OWED


@dataclass(frozen=True)
class Added:
    """An event as it came to the branch: when its commit was made, whether as the first, which."""

    event: Event
    committed: datetime
    first: bool
    commit: str = ""


def follow(
    trail: Trail, added: Added, laws: Laws, now: datetime
) -> tuple[Trail, tuple[Breach, ...]]:
    """The trail with one more event, and everything that is wrong with that event."""
    event = added.event
    told = (
        *_place(event),
        *_chain(trail, event),
        *_times(trail, added, now),
        *_meaning(trail, added),
        *_people(event, laws),
        *_follow_up(trail, event, laws),
    )
    return _next(trail, event), of_event(event, told)


def _next(trail: Trail, event: Event) -> Trail:
    """Even a wrong event is followed from, so that one fault is told once."""
    at = max(filter(None, (trail.at, moment(event.at))))
    grown = replace(trail, number=event.number, head=event.hash, file=event.file, at=at)
    if event.kind in (APPROVED, ADOPTED):
        return replace(
            grown,
            digest=event.digest,
            object_id=str(event.details.get("object", "")),
            removed=bool(event.details.get("removed")),
            shown=False,
            digests=trail.digests | {event.digest},
            owing=owing(event),
        )
    if event.kind == FOLLOWED:
        return replace(grown, owing=after(trail.owing, event))
    if event.kind == PUBLISHED:
        return replace(grown, shown=True, public=True)
    return grown


def _place(event: Event) -> Told:
    """An item is an article folder or a file below content/, named as Git names it."""
    path = f"content/{event.item}"
    parts = event.item.split("/")
    odd = any(part in ("", ".", "..", ".git") for part in parts) or not event.item.isprintable()
    if odd or unit(f"{path}/x") not in (path, f"{path}/x") or unit(path) != path:
        yield "place", "butir ini tidak mungkin ada di content/"


def _chain(trail: Trail, event: Event) -> Told:
    expected = trail.number + 1
    if event.number < expected:
        yield "number-taken", f"nomor {event.number} sudah dipakai peristiwa lain butir ini"
    elif event.number > expected:
        yield "number-gap", f"nomor melompat: sesudah {trail.number} seharusnya {expected}"
    if event.previous != trail.head:
        yield "chain", "rantai putus: sidik peristiwa sebelumnya tidak cocok"


def _times(trail: Trail, added: Added, now: datetime) -> Told:
    event, at = added.event, moment(added.event.at)
    if event.at.tzinfo is None:
        yield "time-zone", "waktunya tanpa zona"
    if trail.at is not None and at < trail.at - SLACK:
        yield "time-back", "waktunya mendahului peristiwa sebelumnya"
    if at > now + SLACK:
        yield "time-future", "waktunya di masa depan"
    if abs(at - added.committed) > SLACK:
        yield "time-commit", "waktunya berbeda dari waktu komit yang mencatatnya"


def _follow_up(trail: Trail, event: Event, laws: Laws) -> Told:
    """What came after publication speaks of the version that stands, for what it owes."""
    if event.kind not in (FOLLOWED, CONTESTED):
        return
    if event.digest != trail.digest or not trail.digest or trail.removed:
        yield "follow", "pemeriksaan menyusul untuk versi yang tidak sedang berlaku"
        return
    known = laws.around(moment(event.at))
    since = trail.owing.since
    before = laws.around(since) if since else ()
    yield from followed(trail.owing, event, (*before, *known))


def _meaning(trail: Trail, added: Added) -> Told:
    """What the kind says must follow from what was approved before."""
    event = added.event
    kind, dash, channel = event.kind.partition("-")
    if kind not in ON_CHANNELS and dash:
        yield "kind", f"jenis peristiwa “{event.kind}” tidak dikenal"
    elif kind in (APPROVED, ADOPTED):
        yield from _approved(trail, added)
    elif kind == PUBLISHED:
        yield from _published(trail, event)
    elif kind in (FOLLOWED, CONTESTED):
        return  # told by _follow_up
    elif kind not in ON_CHANNELS or channel not in CHANNEL_IDS:
        yield "kind", f"jenis peristiwa “{event.kind}” tidak dikenal"
    elif event.digest not in trail.digests:
        yield "channel-unapproved", f"kanal {channel} menyebut versi yang tidak pernah disetujui"
    elif not trail.public:
        yield "channel-early", f"kanal {channel} disebut sebelum butir ini terbit"


def _approved(trail: Trail, added: Added) -> Told:
    event = added.event
    if not _DIGEST.fullmatch(event.digest):
        yield "digest", "sidik isi tidak berbentuk SHA-256"
    if event.digest == trail.digest:
        yield "approved-twice", "persetujuan ganda: versi ini sudah disetujui dan masih berlaku"
    if event.kind == ADOPTED and not added.first:
        yield "adopted-late", "isi lama diakui sesudah arsip berjalan, tanpa persetujuan"


def _published(trail: Trail, event: Event) -> Told:
    if event.digest != trail.digest:
        if event.digest in trail.digests:
            yield "published-old", "yang diterbitkan bukan versi yang terakhir disetujui"
        else:
            yield "published-unapproved", "diterbitkan tanpa persetujuan yang mendahuluinya"
    elif trail.removed:
        yield "published-removed", "diterbitkan padahal penghapusannya sudah disetujui"
    elif trail.shown:
        yield "published-twice", "diterbitkan dua kali untuk satu persetujuan"


def _people(event: Event, laws: Laws) -> Told:
    """SOP number and actor must be those of that time."""
    known = laws.around(moment(event.at))
    if not known:
        yield "law", "sop.yml atau kantor.yml di main pada waktu itu tidak terbaca"
        return
    if event.procedure not in {law.procedure.number for law in known}:
        yield "procedure", "nomor SOP bukan yang berlaku di main pada waktu itu"
    if event.kind == ADOPTED and not any(law.knows(_login(event)) for law in known):
        yield "adopted-by", "isi lama diakui akun yang tidak ada di kantor.yml waktu itu"
    if event.actor == PUBLISHER:
        return
    if event.kind.partition("-")[0] not in BY_PEOPLE:
        yield "actor", f"peristiwa {event.kind} hanya dibuat oleh {PUBLISHER}"
    elif not any(_recorded(event, law) for law in known):
        what = "pencatatnya tidak bertugas pada langkah pengunggahan pada hari itu"
        yield "actor", what


def _recorded(event: Event, law: Law) -> bool:
    """Whether an account held that day the publishing post that it names."""
    rows = law.holders(_login(event), moment(event.at))
    held = (row.role for row in rows if row.role in law.procedure.publishing.roles)
    return event.actor in {law.procedure.role(role).name for role in held}


def _login(event: Event) -> str:
    return str(event.details.get("login", ""))
