"""One signature of the archive: whether it can be read, and whether its signer held the post."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from terbit.core.audit.law import Law
from terbit.core.office import ACTING, Appointment
from terbit.core.procedure import Step
from terbit.core.record import Signature

FIRST, LAST = datetime(1900, 1, 1, tzinfo=UTC), datetime(9000, 1, 1, tzinfo=UTC)
"""Between these no arithmetic with hours leaves what Python knows of time."""

Told = Iterator[tuple[str, str]]


def moment(at: datetime) -> datetime:
    """A time that can be reckoned with, also where somebody left its zone out."""
    if not FIRST.year <= at.year < LAST.year:
        return FIRST if at.year < FIRST.year else LAST
    return at if at.tzinfo else at.astimezone()


def signature(row: Any) -> Signature | None:
    """A signature as it is kept; None where it is none."""
    try:
        found = Signature.from_json(row)
        zone = found.at.tzinfo
    except (LookupError, TypeError, ValueError, AttributeError):
        return None
    words = (found.step, found.action, found.capacity, found.login)
    plain = all(isinstance(word, str) for word in words) and isinstance(found.review, int)
    return replace(found, at=moment(found.at)) if plain and zone is not None else None


def told_of_signer(row: Signature, law: Law) -> Told:
    """One signature: the step exists, and its signer held a post of it on that day."""
    step = next((s for s in law.procedure.review_steps if s.id == row.step), None)
    if step is None or step.action != row.action:
        yield "step", f"langkah “{row.step}” bukan langkah pemeriksaan dalam SOP waktu itu"
        return
    held = law.holders(row.login, row.at)
    fitting = [post for post in held if post.role in step.roles]
    if by_team(row, step, law):
        return
    if not law.knows(row.login):
        yield "signer", f"{row.login} tidak ada di kantor.yml pada waktu itu"
    elif not held:
        yield "signer", f"{row.login} tidak menjabat pada hari ia menyetujui"
    elif not fitting:
        yield "role", f"jabatan {row.login} tidak boleh mengambil langkah {step.id}"
    elif row.capacity not in {_capacity(post, law) for post in fitting}:
        yield "capacity", f"{row.login} tidak menjabat sebagai “{row.capacity}” pada hari itu"


def by_team(row: Signature, step: Step, law: Law) -> str:
    """The role of a forge team in which somebody signed; who was in it no clone can tell."""
    held = {post.role for post in law.holders(row.login, row.at)}
    roles = (r for r in step.roles if r in law.office.teams and r not in held)
    return next((r for r in roles if law.procedure.role(r).name == row.capacity), "")


def _capacity(post: Appointment, law: Law) -> str:
    return ACTING.get(post.status, "") + law.procedure.role(post.role).name
