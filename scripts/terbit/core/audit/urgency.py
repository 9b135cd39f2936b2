"""Whether what went by the urgent path was allowed to, and whether what followed is right."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from terbit.core.audit.law import SLACK, Law
from terbit.core.audit.signing import Told, moment, signature, told_of_signer
from terbit.core.facts import Marked
from terbit.core.gate.urgency import is_telling
from terbit.core.procedure import Action, UrgentPath
from terbit.core.record import APPROVED, FOLLOWED, Event, Signature

FARTHEST = timedelta(days=31)
"""No row of holidays is longer, so no missing review may be due later."""


@dataclass(frozen=True)
class PutOff:
    """What an approval says that it put off: a reason, its basis, steps with quorum, a moment."""

    reason: str
    basis: str
    steps: tuple[tuple[str, int], ...]
    due: datetime


def put_off(event: Event) -> PutOff | None:
    """What an approval put off. Raises ValueError where its form is not the agreed one."""
    told = event.details.get("urgent")
    if told is None:
        return None
    try:
        steps = tuple((str(step), int(count)) for step, count in sorted(told["steps"].items()))
        due = datetime.fromisoformat(told["due"])
        found = PutOff(str(told["reason"]), str(told["basis"]), steps, moment(due))
    except (LookupError, TypeError, AttributeError, ValueError) as error:
        raise ValueError("not the agreed form") from error
    if not steps or due.tzinfo is None:
        raise ValueError("no steps or no zone")
    return found


def postponed(
    event: Event, law: Law, text: Marked | None
) -> tuple[frozenset[str], list[tuple[str, str]]]:
    """(steps that may be missing, what is wrong with the claim); `text` as Git has it."""
    try:
        claim = put_off(event)
    except ValueError:
        return frozenset(), [("details", "catatan jalur mendesak tidak terbaca")]
    if claim is None:
        return frozenset(), []
    path = law.procedure.urgent
    if path is None:
        return frozenset(), [("urgent", "SOP waktu itu tidak mengenal jalur mendesak")]
    wrong = [*_steps(claim, law, path), *_text(claim, path, text), *_due(claim, event)]
    return (frozenset() if wrong else frozenset(step for step, _ in claim.steps)), wrong


def _steps(claim: PutOff, law: Law, path: UrgentPath) -> Told:
    known = {s.id: s.quorum for s in law.procedure.review_steps if s.action is Action.REVIEW}
    for step, count in claim.steps:
        if step not in path.following or known.get(step) != count:
            yield "urgent-step", f"langkah “{step}” tidak boleh menyusul menurut SOP waktu itu"
    if claim.basis != path.basis:
        yield "urgent", "dasar jalur mendesak bukan yang disebut SOP waktu itu"


def _text(claim: PutOff, path: UrgentPath, text: Marked | None) -> Told:
    """The approved bytes themselves must ask for the urgent path, with this very reason."""
    if text is None:
        yield "urgent-text", "naskah yang disetujui tidak meminta jalur mendesak"
        return
    if text.classification not in path.classifications:
        yield "urgent-text", "klasifikasi naskahnya tidak diizinkan untuk jalur mendesak"
    if text.reason != claim.reason or not is_telling(text.reason):
        yield "urgent-text", "alasan mendesak di arsip bukan alasan yang disetujui"


def _due(claim: PutOff, event: Event) -> Told:
    """Later than the day of the merge only as long as holidays last; what was owed before stays."""
    if claim.due > moment(event.at) + FARTHEST:
        yield "urgent-due", "batas pemeriksaan yang menyusul terlalu jauh"


@dataclass(frozen=True)
class Owing:
    """What an item owes after its events so far: steps with the people still needed.

    `since` is when that was approved; `logins` are those who signed or followed.
    """

    steps: tuple[tuple[str, int], ...] = ()
    since: datetime | None = None
    logins: frozenset[str] = frozenset()


NOTHING_OWED = Owing()


def owing(event: Event) -> Owing:
    """What an approval leaves to be done; nothing where that cannot be read."""
    try:
        claim = put_off(event) if event.kind == APPROVED else None
        rows = event.details.get("signatures") or ()
        logins = frozenset(str(row["login"]).casefold() for row in rows) if claim else frozenset()
    except (ValueError, LookupError, TypeError):
        return NOTHING_OWED
    return Owing(claim.steps, moment(event.at), logins) if claim else NOTHING_OWED


def after(owed: Owing, event: Event) -> Owing:
    """The same after a review that followed."""
    row = signature(event.details.get("signature"))
    if event.kind != FOLLOWED or row is None:
        return owed
    steps = tuple((s, max(0, n - 1) if s == row.step else n) for s, n in owed.steps)
    return replace(owed, steps=steps, logins=owed.logins | {row.login.casefold()})


def followed(owed: Owing, event: Event, laws: Iterable[Law]) -> Told:
    """What is wrong with a review or an objection that came after publication."""
    row = signature(event.details.get("signature"))
    if row is None:
        yield "details", "tanda tangan yang menyusul tidak terbaca"
        return
    if owed.since is None:
        yield "follow", "pemeriksaan menyusul untuk versi yang tidak terbit lewat jalur mendesak"
        return
    if row.at > moment(event.at) + SLACK:
        yield "time-before", "dicatat sebelum pemeriksaannya diberikan"
    known = tuple(laws)
    if event.kind != FOLLOWED:
        if known and not any(law.holders(row.login, row.at) or law.office.teams for law in known):
            yield "signer", f"{row.login} tidak menjabat pada hari ia berkeberatan"
        return
    yield from _taken(owed, row, known)


def _taken(owed: Owing, row: Signature, laws: tuple[Law, ...]) -> Told:
    if dict(owed.steps).get(row.step, 0) < 1:
        yield "follow", f"langkah {row.step} tidak sedang menunggu pemeriksaan yang menyusul"
    if row.login.casefold() in owed.logins:
        yield "twice", f"{row.login} sudah menandatangani langkah lain"
    found = [list(told_of_signer(row, law)) for law in laws]
    if found and all(found):
        yield from found[-1]
