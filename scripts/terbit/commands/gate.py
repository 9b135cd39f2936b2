"""`terbit gate`: judge open requests and show each verdict on the forge.

Reconciling: nothing is taken from the event but which requests to look at first, and every
write repeats what a fresh reading says. Run twice, late or for all requests, the result is
the same.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from terbit.core.digest import CONTENT, units
from terbit.core.facts import FactsError
from terbit.core.finding import Level, blocking
from terbit.core.gate.lifters import lifters
from terbit.core.gate.roster import Roster
from terbit.core.verdict import Check, Reason
from terbit.errors import MovedError, TerbitError, own_fault
from terbit.forges.base import Notice, RequestInfo
from terbit.newsroom import following
from terbit.newsroom.disposition import compose_slip
from terbit.newsroom.pointing import address_of, numbers_of
from terbit.newsroom.room import Assessment, Newsroom
from terbit.report import urgent
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
    told: str = "",
) -> tuple[Announced, ...]:
    """Judge these requests, else those of an event, else all open ones and those that owe a review.

    One that fails does not hold the others up. `told` says where one of them can be seen.
    """
    newsroom.repository.fetch()
    infos = {info.number: info for info in newsroom.forge.requests()}
    named = numbers or numbers_of(event or {}, infos.values())
    chosen = named or (*infos, *following.owing_requests(newsroom, now))
    run = _Run(newsroom, now, dry_run, told)
    return tuple(_judge(run, infos.get(n), n) for n in chosen)


@dataclass(frozen=True)
class _Run:
    """What all requests of one run share."""

    newsroom: Newsroom
    now: datetime
    dry_run: bool
    told: str


def _judge(run: _Run, info: RequestInfo | None, number: int) -> Announced:
    """Judge anew where the request changed meanwhile; a verdict that is stale is never shown."""
    said = Announced(number, error=RESTLESS)
    for _ in range(TRIES):
        try:
            said = _judge_once(run, number, info.branch if info else "")
            break
        except MovedError:
            continue
    if said.error and info is not None and not run.dry_run:
        return replace(said, wrote=_withhold(run.newsroom, info))
    return said


def _withhold(newsroom: Newsroom, info: RequestInfo) -> tuple[str, ...]:
    """Take an old green back where nobody can say whether it still holds."""
    try:
        return newsroom.desk.withhold(info.number, info.head_sha, UNJUDGED)
    except TerbitError:
        return ()


def _judge_once(run: _Run, number: int, branch: str) -> Announced:
    newsroom = run.newsroom
    try:
        assessment = newsroom.assess(number, run.now)
        notice = notice_of(newsroom, assessment, run.told, branch)
        closed = assessment.verdict.reason is Reason.NOT_OPEN
        if run.dry_run or (closed and not urgent.was_urgent(assessment.verdict)):
            return Announced(number, notice.sentence)
        return Announced(number, notice.sentence, newsroom.desk.announce(notice, run.now))
    except MovedError:
        raise
    except (TerbitError, FactsError) as error:
        return Announced(number, error=f"belum dapat dinilai: {error}")
    except Exception as error:
        # one hostile text that trips a rule must not keep the gate shut for all others
        return Announced(number, error=f"belum dapat dinilai: {own_fault(error)}")


def notice_of(
    newsroom: Newsroom, assessment: Assessment, told: str = "", branch: str = ""
) -> Notice:
    """What the forge shall show of a request of a branch; `told` says where one can be seen."""
    verdict, setting = assessment.verdict, assessment.config
    procedure = setting.procedure if setting else None
    office = setting.office if setting else None
    facts, findings = assessment.facts, assessment.findings
    request = facts.request
    page = address_of(newsroom.repository, newsroom.forge, request.number, request.head_sha, told)
    return Notice(
        number=request.number,
        head_sha=request.head_sha,
        state=light(assessment).value,
        sentence=sentence(verdict, procedure, office, facts=facts, findings=findings),
        slip=compose_slip(
            newsroom,
            assessment,
            _preview(newsroom, assessment),
            page=page,
            editor=_editor(newsroom, assessment, branch),
        ),
        marker=MARKER,
        turn=turn(assessment),
    )


def _preview(newsroom: Newsroom, assessment: Assessment) -> str | None:
    """Where people read the request's first article as it stands at the head."""
    path = _text(assessment)
    return newsroom.forge.page(assessment.facts.request.head_sha, path) if path else None


def _editor(newsroom: Newsroom, assessment: Assessment, branch: str) -> str | None:
    """Where whoever drafts mends the text in a browser, while it waits for that."""
    verdict, request, path = assessment.verdict, assessment.facts.request, _text(assessment)
    objected = verdict.reason is Reason.CHANGES_REQUESTED and verdict.check is Check.FAILURE
    waits = objected or bool(blocking(assessment.findings) and not _lifters(assessment))
    if not (waits and path and branch) or request.head_repo != request.base_repo:
        return None
    return newsroom.forge.editor(branch, path)


def _text(assessment: Assessment) -> str | None:
    """The file of the request's first article or page."""
    files = (file.name for file in assessment.facts.request.files or ())
    place = next(iter(units(name for name in files if name.startswith(CONTENT))), None)
    if place is None or place.endswith(PAGE):
        return place
    return f"{place}/{INDEX}"


def light(assessment: Assessment) -> Check:
    """The colour: green needs both a READY verdict and no finding that blocks."""
    check, held = assessment.verdict.check, blocking(assessment.findings)
    published = urgent.was_urgent(assessment.verdict)
    if check is not Check.SUCCESS or not held or published:
        return check
    refused = any(finding.level is Level.TOLAK for finding in held)
    return Check.FAILURE if refused else Check.PENDING


def turn(assessment: Assessment) -> tuple[str, ...]:
    """Whose review is asked for: whoever can act now and holds a post of the step that waits.

    Where a reason in somebody's name lacks only the approval, whoever that names.
    """
    if named := _lifters(assessment):
        return named
    verdict, setting, facts = assessment.verdict, assessment.config, assessment.facts
    if setting is None or verdict.step is None:
        return ()
    roles = setting.procedure.steps[verdict.step - 1].roles
    day = setting.office.calendar.day(facts.now)
    rows = Roster.of(setting.procedure, setting.office, facts).appointments
    holders = {row.login for row in rows if row.role in roles and row.in_force(day)}
    return tuple(login for login in verdict.can_act if login in holders)


def _lifters(assessment: Assessment) -> tuple[str, ...]:
    """Those in whose name a reason stands, where their approval alone is lacking."""
    setting, verdict = assessment.config, assessment.verdict
    if setting is None:
        return ()
    procedure, office, found = setting.procedure, setting.office, assessment.findings
    return lifters(verdict, procedure, office, assessment.facts, found).logins
