"""The urgent path in words: what follows after publication, by when, and who objects since."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime

from terbit import indonesian
from terbit.core.follow_up import Promise
from terbit.core.office import Calendar
from terbit.core.procedure import Procedure
from terbit.core.verdict import Reason, Verdict
from terbit.report import words
from terbit.report.view import View

MEND = "buat ralat atau cabut beritanya"
"""What an objection after publication asks for."""
READ = "baca berita yang sudah terbit, lalu tekan Approve atau Request changes"
"""What whoever owes a review has to do."""


def day(due: datetime, calendar: Calendar) -> str:
    """Until when, at its shortest: "paling lambat 24 November 2026"."""
    return f"paling lambat {indonesian.day(calendar.local(due))}"


def by(due: datetime, calendar: Calendar) -> str:
    """Until when: "paling lambat Selasa, 24 November 2026 pukul 16.00 WIB"."""
    local = calendar.local(due)
    return f"paling lambat {indonesian.weekday(local)} pukul {indonesian.clock(local)}"


def awaited(steps: Iterable[str], procedure: Procedure) -> str:
    """The steps that follow, each as what is awaited of it."""
    known = {step.id: words.noun(step, procedure) for step in procedure.review_steps}
    return indonesian.enumerate_words([known.get(s, words.label(s, procedure)) for s in steps])


def was_urgent(verdict: Verdict) -> bool:
    """Whether a merged request went by the urgent path."""
    return verdict.reason is Reason.NOT_OPEN and verdict.due is not None


def is_contested(verdict: Verdict) -> bool:
    """Whether somebody asks for changes of what the urgent path has published."""
    return was_urgent(verdict) and bool(verdict.blocked_by)


def notes(view: View) -> Iterator[str]:
    """What people have to know of the urgent path of a request; nothing on the ordinary one."""
    verdict, calendar = view.verdict, view.office.calendar
    if verdict.due is None:
        return
    yield from (f"Alasan mendesak: {words.clean(row.reason)}" for row in view.facts.urgent)
    what, until = awaited(verdict.postponed, view.procedure), by(verdict.due, calendar)
    if not was_urgent(verdict):
        yield f"Jalur mendesak: {what} menyusul {until} bila digabung hari ini"
        steps = [view.procedure.step(step) for step in verdict.postponed]
        posts = words.join_posts(dict.fromkeys(r for s in steps for r in s.roles), view.procedure)
        yield (
            f"{posts} tetap boleh menyetujui sebelum digabung; bila {what} lengkap sebelum"
            " keputusan, tidak ada yang menyusul"
        )
        return
    if verdict.blocked_by:
        yield f"Ada keberatan sesudah terbit: {MEND}"
    if not verdict.postponed:
        yield "Terbit lewat jalur mendesak; pemeriksaan yang menyusul sudah lengkap"
    elif view.facts.now > verdict.due:
        yield f"Jalur mendesak: {what} menyusul {until}, dan belum dibuat"
    else:
        yield f"Jalur mendesak: {what} menyusul {until}"


def owed(told: Promise, procedure: Procedure, calendar: Calendar, now: datetime) -> str:
    """What a published item still owes, in one line."""
    missing = ", dan belum dibuat" if told.is_overdue(now) else ""
    until = by(told.due, calendar)
    return f"{words.clean(told.item)} — {awaited(told.owed, procedure)} menyusul {until}{missing}"
