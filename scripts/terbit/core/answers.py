"""What an answer of a medium means for the archive."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from terbit.core.delivery import Delivery
from terbit.core.next_step import Do, Step
from terbit.core.record import (
    DEFERRED,
    DELETED,
    FAILED,
    POSTED,
    UNSURE,
    Event,
    History,
)
from terbit.core.sending import BusyError, Receipt, RefusedError, SendError

ABSENT = "dua kali dicari di akun kantor dan tidak ada"
NOT_SEEN = "belum ditemukan di akun kantor"

Answer = Receipt | SendError | None
"""What a medium said; None: there is nothing, or nothing any more."""

Told = dict[str, Any]
"""Details of an event."""


def of_act(step: Step, answer: Answer) -> tuple[str, Told]:
    """The kind of the event that an answer to a call makes, and what it tells."""
    if answer is None:
        return DELETED, {}
    if isinstance(answer, Receipt):
        return POSTED, {"id": answer.id, "link": answer.link}
    told: Told = {"reason": answer.reason}
    if isinstance(answer, BusyError):
        told["until"] = answer.until.isoformat()
    if step.do is Do.REPEAT:
        # a refusal now says nothing of the request before
        return UNSURE, told | {"ask": isinstance(answer, RefusedError)}
    if isinstance(answer, BusyError):
        return DEFERRED, told
    return (FAILED if isinstance(answer, RefusedError) else UNSURE), told


def of_look(known: Delivery, found: Receipt | None) -> tuple[str, Told]:
    """The same for a look: there, not there, or for the second time not there."""
    if found is not None:
        return POSTED, {"id": found.id, "link": found.link}
    if known.looked is None:
        return UNSURE, {"looked": True, "reason": NOT_SEEN}
    return DEFERRED, {"attempt": known.attempt + 1, "reason": ABSENT}


def still_counts(history: History, intent: Event, kind: str, told: Mapping[str, Any]) -> bool:
    """Whether an answer still says something, where others wrote behind its intent.

    That a request brought nothing says nothing of theirs; what was posted is the truth always.
    """
    mine = [event for event in history.events if event.channel == intent.channel]
    behind = [event for event in mine if event.number > intent.number]
    if not behind:
        return True
    if kind == POSTED:
        return all(event.details.get("id") != told["id"] for event in behind)
    return kind == UNSURE or (kind == DELETED and not behind[-1].kind.startswith(DELETED))
