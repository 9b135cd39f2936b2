"""`terbit review` and `terbit merge`: a request's buttons, and the gate before the last one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from terbit.errors import TerbitError
from terbit.forges.base import Decision
from terbit.newsroom.room import Assessment, Newsroom
from terbit.repository import Identity


@dataclass(frozen=True)
class Merged:
    """The merge commit that a request became."""

    number: int
    commit: str


@dataclass(frozen=True)
class Act:
    """Who does something to which request, and when."""

    number: int
    by: Identity
    now: datetime


class NotMergeable(TerbitError):
    """The SOP or a finding holds the request; `assessment` says all about it."""

    def __init__(self, assessment: Assessment) -> None:
        number = assessment.facts.request.number
        super().__init__(f"permintaan #{number} belum dapat digabung", "lihat penjelasannya")
        self.assessment = assessment


def review(newsroom: Newsroom, act: Act, decision: Decision, body: str) -> Assessment:
    """Give a review and say what it changed. Raises TerbitError where an objection has no words."""
    if decision is Decision.REQUEST_CHANGES and not body.strip():
        fix = "tulis dengan -m apa yang perlu diperbaiki; itulah petunjuk perbaikan menurut SOP"
        raise TerbitError("permintaan perbaikan belum berisi petunjuk", fix)
    newsroom.repository.fetch()
    newsroom.desk.review(act.number, actor=act.by.login, decision=decision, body=body, now=act.now)
    return newsroom.assess(act.number, act.now)


def merge(newsroom: Newsroom, act: Act) -> Merged:
    """Merge a request that the SOP and the rules clear. Raises NotMergeable otherwise."""
    newsroom.repository.fetch()
    assessment = newsroom.assess(act.number, act.now)
    if not assessment.may_merge:
        raise NotMergeable(assessment)
    _may_publish(newsroom, act)
    head = assessment.facts.request.head_sha
    commit = newsroom.desk.merge(act.number, actor=act.by.login, head_sha=head, now=act.now)
    newsroom.repository.fetch()
    return Merged(act.number, commit)


def _may_publish(newsroom: Newsroom, act: Act) -> None:
    """The publishing step belongs to the roles that the SOP names for it."""
    procedure, office = newsroom.config.procedure, newsroom.config.office
    roles, day = procedure.publishing.roles, office.calendar.day(act.now)
    posts = (a for a in office.appointments if a.id == act.by.id and a.in_force(day))
    if not any(post.role in roles for post in posts):
        names = " / ".join(procedure.role(role).name for role in roles)
        what = f"{act.by.name} tidak bertugas pada langkah pengunggahan"
        raise TerbitError(what, f"minta {names} menggabungkannya")
