"""Who let the public version of an item pass, and how that is said."""

from __future__ import annotations

from datetime import datetime, tzinfo

from terbit import indonesian
from terbit.core.follow_up import Promise
from terbit.core.procedure import Action
from terbit.core.record import ADOPTED, APPROVED, PUBLISHED, Event, History, Signature


def standing(history: History) -> Event | None:
    """The approval of the version that the public sees; of the newest where none is out yet."""
    shown = next((e.digest for e in reversed(history.events) if e.kind == PUBLISHED), None)
    approvals = [e for e in history.events if e.kind in (APPROVED, ADOPTED)]
    matching = [e for e in approvals if e.digest == shown]
    found = matching or approvals
    return found[-1] if found else None


def signatures(approval: Event) -> tuple[Signature, ...]:
    """Who verified and decided, as the approval keeps it."""
    return tuple(Signature.from_json(row) for row in approval.details.get("signatures", ()))


def decided_at(approval: Event) -> datetime:
    """When the last leader decided; the event's own time where no signatures are kept."""
    return max((signature.at for signature in signatures(approval)), default=approval.at)


def signed(approval: Event, zone: tzinfo | None, put_off: Promise | None = None) -> str:
    """Who verified and who decided, each capacity once, and when, in the given zone.

    Last comes who reviewed it after publication, where the urgent path put that off.
    """
    when = indonesian.moment(decided_at(approval).astimezone(zone))
    if approval.kind == ADOPTED:
        return f"Sudah terbit sebelum alur persetujuan ini berlaku; dicatat {when}"
    verified = _capacities(signatures(approval), Action.REVIEW)
    decided = _capacities(signatures(approval), Action.DECIDE)
    parts = [f"diverifikasi oleh {verified}"] if verified else []
    parts += [f"disetujui {decided}"] if decided else []
    text = ", ".join([*parts, when])
    if put_off and put_off.taken:
        later = indonesian.moment(max(row.at for row in put_off.taken).astimezone(zone))
        names = _capacities(put_off.taken, Action.REVIEW)
        text += f"; diverifikasi sesudah terbit oleh {names}, {later}"
    return text[:1].upper() + text[1:]


def _capacities(signatures: tuple[Signature, ...], action: Action) -> str:
    names = dict.fromkeys(s.capacity for s in signatures if s.action == action)
    return indonesian.enumerate_words(list(names))
