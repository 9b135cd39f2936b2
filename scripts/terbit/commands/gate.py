"""`terbit gate`: judge open requests and show each verdict on the forge.

Reconciling: nothing is taken from the event but which requests to look at first, and every
write repeats what a fresh reading says. Run twice, late or for all requests, the result is
the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from terbit.core.digest import CONTENT, units
from terbit.core.facts import FactsError
from terbit.core.finding import Level, blocking
from terbit.core.gate.roster import Roster
from terbit.core.verdict import Check, Reason
from terbit.errors import MovedError, TerbitError, own_fault
from terbit.forges.base import Notice, RequestInfo
from terbit.newsroom.disposition import compose_slip
from terbit.newsroom.room import Assessment, Newsroom
from terbit.report.slip import MARKER
from terbit.report.verdict import sentence

PAGE, INDEX = ".md", "index.md"
UNJUDGED = "Belum dapat dinilai ulang; akan dicoba lagi pada penilaian berikutnya"
"""The status of a request that could not be judged; what it said before may be wrong by now."""
RESTLESS = "permintaan ini berubah selama dinilai; dinilai lagi pada penilaian berikutnya"
TRIES = 3
"""How often a request that changes while it is judged is judged in one run."""


@dataclass(frozen=True)
class Announced:
    """What the gate said of one request, and what it wrote; `error` where it could not."""

    number: int
    sentence: str = ""
    wrote: tuple[str, ...] = ()
    error: str = ""

    def line(self) -> str:
        """One line for people."""
        wrote = f" ({'; '.join(self.wrote)})" if self.wrote else ""
        return f"#{self.number}: {self.error or self.sentence}{wrote}"


def gate(
    newsroom: Newsroom,
    numbers: Sequence[int],
    now: datetime,
    *,
    dry_run: bool,
    event: Mapping[str, Any] | None = None,
) -> tuple[Announced, ...]:
    """Judge these requests, else those of an event, else all open ones.

    One that fails does not hold the others up.
    """
    newsroom.repository.fetch()
    infos = {info.number: info for info in newsroom.forge.requests()}
    chosen = numbers or numbers_of(event or {}, infos.values()) or tuple(infos)
    return tuple(_judge(newsroom, infos.get(n), n, now, dry_run=dry_run) for n in chosen)


def _judge(
    newsroom: Newsroom, info: RequestInfo | None, number: int, now: datetime, *, dry_run: bool
) -> Announced:
    """Judge anew where the request changed meanwhile; a verdict that is stale is never shown."""
    said = Announced(number, error=RESTLESS)
    for _ in range(TRIES):
        try:
            said = _judge_once(newsroom, number, now, dry_run)
            break
        except MovedError:
            continue
    if said.error and info is not None and not dry_run:
        return replace(said, wrote=_withhold(newsroom, info))
    return said


def _withhold(newsroom: Newsroom, info: RequestInfo) -> tuple[str, ...]:
    """Take an old green back where nobody can say whether it still holds."""
    try:
        return newsroom.desk.withhold(info.number, info.head_sha, UNJUDGED)
    except TerbitError:
        return ()


def _judge_once(newsroom: Newsroom, number: int, now: datetime, dry_run: bool) -> Announced:
    try:
        assessment = newsroom.assess(number, now)
        notice = notice_of(newsroom, assessment)
        if dry_run or assessment.verdict.reason is Reason.NOT_OPEN:
            return Announced(number, notice.sentence)
        return Announced(number, notice.sentence, newsroom.desk.announce(notice, now))
    except MovedError:
        raise
    except (TerbitError, FactsError) as error:
        return Announced(number, error=f"belum dapat dinilai: {error}")
    except Exception as error:
        # one hostile text that trips a rule must not keep the gate shut for all others
        return Announced(number, error=f"belum dapat dinilai: {own_fault(error)}")


def notice_of(newsroom: Newsroom, assessment: Assessment) -> Notice:
    """What the forge shall show of a request."""
    verdict, setting = assessment.verdict, assessment.config
    procedure = setting.procedure if setting else None
    office = setting.office if setting else None
    facts, findings = assessment.facts, assessment.findings
    return Notice(
        number=facts.request.number,
        head_sha=facts.request.head_sha,
        state=light(assessment).value,
        sentence=sentence(verdict, procedure, office, facts=facts, findings=findings),
        slip=compose_slip(newsroom, assessment, _preview(newsroom, assessment)),
        marker=MARKER,
        turn=turn(assessment),
    )


def _preview(newsroom: Newsroom, assessment: Assessment) -> str | None:
    """Where people read the request's first article as it stands at the head."""
    request = assessment.facts.request
    files = (file.name for file in request.files or () if file.name.startswith(CONTENT))
    place = next(iter(units(files)), None)
    if place is None:
        return None
    path = place if place.endswith(PAGE) else f"{place}/{INDEX}"
    return newsroom.forge.page(request.head_sha, path)


def light(assessment: Assessment) -> Check:
    """The colour: green needs both a READY verdict and no finding that blocks."""
    check, held = assessment.verdict.check, blocking(assessment.findings)
    if check is not Check.SUCCESS or not held:
        return check
    refused = any(finding.level is Level.TOLAK for finding in held)
    return Check.FAILURE if refused else Check.PENDING


def turn(assessment: Assessment) -> tuple[str, ...]:
    """Whose review is asked for: whoever can act now and holds a post of the step that waits."""
    verdict, setting, facts = assessment.verdict, assessment.config, assessment.facts
    if setting is None or verdict.step is None:
        return ()
    roles = setting.procedure.steps[verdict.step - 1].roles
    day = setting.office.calendar.day(facts.now)
    rows = Roster.of(setting.procedure, setting.office, facts).appointments
    holders = {row.login for row in rows if row.role in roles and row.in_force(day)}
    return tuple(login for login in verdict.can_act if login in holders)


def numbers_of(event: Mapping[str, Any], requests: Iterable[RequestInfo]) -> tuple[int, ...]:
    """The open requests that an event speaks of; none means all of them.

    A run that began in a fork names no request; its head commit does.
    """
    run = event.get("workflow_run") or {}
    asked = str((event.get("inputs") or {}).get("nomor") or "")
    named = {row.get("number") for row in run.get("pull_requests") or ()}
    named |= {int(asked)} if asked.isdecimal() else set()
    return tuple(
        info.number
        for info in requests
        if info.number in named or info.head_sha == run.get("head_sha")
    )
