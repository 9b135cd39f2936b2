"""What an approval event keeps of a request: signatures, notes with their answers, clocks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict
from datetime import datetime
from typing import Any

from terbit.core.clock import office_minutes
from terbit.core.facts import Account, Facts
from terbit.core.finding import Finding
from terbit.core.gate.roster import Roster, Standing
from terbit.core.gate.texts import Texts
from terbit.core.notes import Note, notes
from terbit.core.office import ACTING, Office
from terbit.core.procedure import Procedure
from terbit.core.record import Signature
from terbit.core.verdict import Verdict


def dossier(
    procedure: Procedure,
    office: Office,
    facts: Facts,
    verdict: Verdict,
    *,
    findings: Iterable[Finding],
    path: str = "",
) -> dict[str, Any]:
    """The details of an approval, as plain JSON; `path` is that of the item."""
    request = facts.request
    roster = Roster.of(procedure, office, facts)
    return {
        "request": request.number,
        "title": request.title,
        "head": request.head_sha,
        "commit": request.merge_commit,
        "submitted_at": request.created_at.isoformat(),
        "merged_at": request.merged_at.isoformat() if request.merged_at else None,
        "signatures": [signature.to_json() for signature in signatures(procedure, verdict)],
        "notes": list(_notes(facts, roster, office)),
        "send_backs": sum(1 for r in facts.reviews if r.state == "CHANGES_REQUESTED"),
        "clocks": list(clocks(procedure, office, facts, verdict)),
        "lifted": [
            {"rule": f.rule, "quote": f.quote, "reason": f.reason, "by": f.lifted_by}
            for f in findings
            if f.lifted_by
        ],
        "changed_rules": {rule: asdict(setting) for rule, setting in office.rules.items()},
        **_urgent(procedure, facts, verdict, path),
    }


def _urgent(
    procedure: Procedure, facts: Facts, verdict: Verdict, path: str
) -> dict[str, dict[str, Any]]:
    """What the urgent path left for later, and why; nothing where every step was taken."""
    if not verdict.postponed or verdict.due is None or procedure.urgent is None:
        return {}
    reason = next((row.reason for row in facts.urgent if row.path == path), "")
    steps = {step: procedure.step(step).quorum for step in verdict.postponed}
    due, basis = verdict.due.isoformat(), procedure.urgent.basis
    return {"urgent": {"reason": reason, "basis": basis, "steps": steps, "due": due}}


def signatures(procedure: Procedure, verdict: Verdict) -> Iterator[Signature]:
    """Who took which review step, in the order of the steps."""
    for row in verdict.signatures:
        action = procedure.step(row.step).action.value
        yield Signature(row.step, action, row.capacity, row.at, row.review, row.name, row.login)


def clocks(
    procedure: Procedure, office: Office, facts: Facts, verdict: Verdict
) -> Iterator[dict[str, Any]]:
    """Office minutes that each completed review step took (N6)."""
    since = max(Texts(facts).last_change or facts.request.created_at, facts.request.created_at)
    for step in procedure.review_steps:
        times = sorted(row.at for row in verdict.signatures if row.step == step.id)
        if len(times) < step.quorum:
            return
        done = times[step.quorum - 1]
        used = office_minutes(office.calendar, since, done)
        yield {"step": step.id, "limit_minutes": step.minutes, "used_minutes": used}
        since = done


def _notes(facts: Facts, roster: Roster, office: Office) -> Iterator[dict[str, Any]]:
    """Numbered petunjuk perbaikan: in which capacity, when, what, where, and what answered it."""
    for note in notes(facts):
        yield {
            "number": note.number,
            "at": note.at.isoformat(),
            "capacity": _capacity(note.account, roster, office, note.at),
            "state": note.state,
            "text": note.text,
            "place": _place(note),
            "replies": [
                {
                    "at": reply.at.isoformat(),
                    "capacity": _capacity(reply.account, roster, office, reply.at),
                    "text": reply.text,
                }
                for reply in note.replies
            ],
            "answer": list(note.answers),
        }


def _place(note: Note) -> dict[str, Any] | None:
    """The line that a note is about; None for the words of a review."""
    if not note.path:
        return None
    return {"path": note.path, "line": note.line, "changed": note.outdated}


def _capacity(who: Account | None, roster: Roster, office: Office, at: datetime) -> str:
    standing, person = roster.person(who) if who else (Standing.OUTSIDER, 0)
    posts = roster.posts(person, office.calendar.day(at)) if standing is Standing.HOLDER else ()
    return "; ".join(ACTING.get(p.status, "") + roster.procedure.role(p.role).name for p in posts)
