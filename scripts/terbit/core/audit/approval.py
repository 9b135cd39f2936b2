"""Whether an approval holds: what Git has of it, who signed, in which post, under which SOP."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from terbit.core.audit.breach import Breach, of_event
from terbit.core.audit.law import SLACK, Law
from terbit.core.audit.signing import Told, by_team, moment, signature, told_of_signer
from terbit.core.audit.urgency import postponed
from terbit.core.digest import ABSENT, TREE_MODE, Entry, item_digest, path_of
from terbit.core.facts import Marked
from terbit.core.gate.authors import Authors
from terbit.core.gate.positions import Mark
from terbit.core.gate.roster import Roster
from terbit.core.gate.scope import Route
from terbit.core.gate.signatures import Counter
from terbit.core.office import Appointment
from terbit.core.procedure import Step
from terbit.core.record import APPROVED, Event, Signature
from terbit.core.verdict import Scope

FILE_MODES = ("100644", "100755")
NOBODY = Authors(None, frozenset(), frozenset(), {}, unknown=False)
"""Who wrote is not kept in the ledger, and a clone cannot tell who pushed."""
_OBJECT = re.compile(r"[0-9a-f]{40}")


@dataclass(frozen=True)
class Proof:
    """What the clone holds of an approval's commit and object.

    `at` is the time of the commit, None where it is not on the first-parent line of `main`;
    `entry` is the item there, `head_entry` in the approved head, None where that is no parent
    of the merge. `damage` says what is wrong with the object, "" for nothing; `law` is what
    held before the merge, None where it could not be read; `text` says how the approved article
    asks for the urgent path, None where it does not.
    """

    at: datetime | None = None
    entry: Entry = ABSENT
    head_entry: Entry | None = None
    damage: str = ""
    law: Law | None = None
    text: Marked | None = None


def named(event: Event) -> tuple[Entry, str, str] | None:
    """The entry, the commit and the head that an approval names; None where they are none."""
    told = event.details
    words = [told.get(key) for key in ("mode", "object", "commit")]
    head = told.get("head", "") if event.kind == APPROVED else ""
    if not all(isinstance(word, str) for word in (*words, head)):
        return None
    mode, object_id, commit = map(str, words)
    ids = (object_id, commit, *([str(head)] if event.kind == APPROVED else []))
    if not all(map(_OBJECT.fullmatch, ids)):
        return None
    return (mode, object_id), commit, str(head)


def judge(event: Event, proof: Proof) -> tuple[Breach, ...]:
    """Everything that is wrong with an approval (or with a baseline)."""
    found = named(event)
    if found is None:
        return of_event(event, [("details", "mode, objek, komit, atau kepalanya tidak terbaca")])
    entry, commit, _ = found
    told = [*_bytes(event, entry), *_on_main(event, entry, commit, proof)]
    if event.kind == APPROVED:
        told += _signed(event, proof)
    return of_event(event, told)


def _bytes(event: Event, entry: Entry) -> Told:
    """The digest is that of mode and object, and these are of a kind that can be public."""
    path = path_of(event.item)
    if item_digest(path, entry) != event.digest:
        yield "digest", "sidik isi tidak cocok dengan jalur, mode, dan objeknya"
    removed = bool(event.details.get("removed"))
    if removed != (entry == ABSENT):
        yield "details", "penghapusan dan objek yang disebut tidak sejalan"
    elif not removed and entry[0] not in (TREE_MODE, *FILE_MODES):
        yield "mode", f"mode {entry[0]} bukan folder berita atau berkas biasa"


def _on_main(event: Event, entry: Entry, commit: str, proof: Proof) -> Told:
    if proof.damage:
        yield "object", proof.damage
    if proof.at is None:
        yield "commit", f"komit {commit[:7]} bukan bagian dari riwayat main"
        return
    if proof.entry != entry:
        yield "main", f"main pada komit {commit[:7]} memuat isi lain di tempat butir ini"
    if moment(event.at) < proof.at - SLACK:
        yield "time-before", "disetujui di arsip sebelum komitnya ada di main"
    if event.kind != APPROVED:
        return
    if proof.head_entry is None:
        yield "merge", f"komit {commit[:7]} di main bukan penggabungan permintaan yang disetujui"
    elif proof.head_entry != entry:
        yield "head", "isi yang disetujui dalam permintaan berbeda dari isi ini"


def _signed(event: Event, proof: Proof) -> Told:
    """Who took each review step, in which post, in which order (S5, S6, S10, S16, N1, N2)."""
    if proof.law is None:
        if proof.at is not None:
            yield "law", "sop.yml atau kantor.yml sebelum penggabungan tidak terbaca"
        return
    rows = _signatures(event.details)
    if rows is None:
        yield "details", "tanda tangan tidak terbaca"
        return
    law, fine = proof.law, True
    for row in rows:
        wrong = list(told_of_signer(row, law))
        fine = fine and not wrong
        yield from wrong
    yield from _moments(event, rows, law)
    missing, wrong_claim = postponed(event, law, proof.text)
    yield from wrong_claim
    if fine:
        yield from _counted(rows, law, missing)


def _signatures(details: Mapping[str, Any]) -> tuple[Signature, ...] | None:
    given = details.get("signatures") or ()
    if not isinstance(given, list | tuple):
        return None
    rows = tuple(map(signature, given))
    return None if None in rows else tuple(row for row in rows if row is not None)


def _moments(event: Event, rows: Sequence[Signature], law: Law) -> Told:
    """Signatures lie between handing in and merging, and were not too old then."""
    merged, submitted = _moment(event.details, "merged_at"), _moment(event.details, "submitted_at")
    if merged is None or submitted is None:
        yield "details", "waktu pengajuan atau penggabungan tidak terbaca"
        return
    if merged > moment(event.at) + SLACK:
        yield "time-before", "disetujui di arsip sebelum permintaannya digabung"
    if any(row.at > merged for row in rows):
        yield "late", "ada tanda tangan sesudah permintaan digabung"
    if any(row.at < submitted for row in rows):
        yield "early", "ada tanda tangan sebelum permintaan diajukan"
    days, day = law.procedure.approval_days, law.office.calendar.day
    if days is not None and any((day(merged) - day(row.at)).days > days for row in rows):
        yield "expired", f"ada tanda tangan yang lebih tua dari {days} hari saat digabung"


def _moment(details: Mapping[str, Any], key: str) -> datetime | None:
    try:
        return moment(datetime.fromisoformat(details[key]))
    except (KeyError, TypeError, ValueError):
        return None


def _counted(rows: Sequence[Signature], law: Law, missing: Collection[str]) -> Told:
    """Order and quorum, counted by the gate's own rules; what was put off is not awaited."""
    if early := [row.step for row in rows if row.step in missing]:
        yield "urgent-step", f"langkah {early[0]} sudah ditandatangani, jadi tidak menyusul"
        return
    steps = tuple(s for s in law.procedure.review_steps if s.id not in missing)
    if len({row.login.casefold() for row in rows}) < len(rows):
        yield "twice", "satu orang menandatangani lebih dari sekali"
        return
    people = {row.login.casefold(): row for row in rows}
    roster = Roster(law.procedure, (*law.office.appointments, *_members(rows, law)))
    ids = {login: _person(roster, login) for login in people}
    order = {step.id: number for number, step in enumerate(steps)}
    ranked = sorted(rows, key=lambda row: (row.at, order[row.step], row.review))
    marks = [
        Mark(ids[row.login.casefold()], number, row.at, law.office.calendar.day(row.at))
        for number, row in enumerate(ranked)
    ]
    counter = Counter(Route(Scope.ARTICLE, steps), roster, NOBODY)
    taken = counter.assign(marks)
    for number, step in enumerate(steps):
        lacking = counter.missing(taken, number)
        claimed = sum(row.step == step.id for row in rows)
        if lacking:
            yield "quorum", _lacking(step, claimed)
    for row in rows:
        place = taken.places.get(ids[row.login.casefold()])
        if place is not None and steps[place.step].id != row.step:
            yield "order", f"tanda tangan {row.login} bukan untuk langkah {row.step}"


def _lacking(step: Step, claimed: int) -> str:
    if not claimed:
        return f"langkah {step.id} tidak ditandatangani"
    if claimed < step.quorum:
        return f"langkah {step.id} perlu {step.quorum} orang, yang menandatangani {claimed}"
    return f"langkah {step.id} tidak ditandatangani pada urutannya"


def _members(rows: Sequence[Signature], law: Law) -> Iterator[Appointment]:
    """Members of forge teams stand in no file: theirs is the post that the ledger names."""
    known = {post.login.casefold(): post.id for post in law.office.appointments}
    for number, row in enumerate(rows, start=1):
        role = by_team(row, law.procedure.step(row.step), law)
        if role:
            person, day = known.get(row.login.casefold(), -number), law.office.calendar.day(row.at)
            yield Appointment(row.name, role, row.login, person, day)


def _person(roster: Roster, login: str) -> int:
    rows = (row for row in roster.appointments if row.login.casefold() == login)
    return next(row.id for row in rows)
