"""The whole account behind the sentence, which the terminal and the slip both print."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from terbit.core.facts import Facts
from terbit.core.finding import Finding, blocking
from terbit.core.gate.evaluate import MAX_COMMITS
from terbit.core.notes import SHORT_COMMIT
from terbit.core.office import Office
from terbit.core.procedure import Procedure
from terbit.core.verdict import Inability, Reason, Verdict
from terbit.report import phrases, urgent, words
from terbit.report.guidance import Guidance, Instruction, Objection
from terbit.report.people import People
from terbit.report.progress import Progress, Row
from terbit.report.turns import Turn, Turns
from terbit.report.uncounted import Uncounted, Uncounting
from terbit.report.view import MAINTAINER, WAITING, View
from terbit.report.voice import sentence

JUDGED = WAITING | {Reason.CHANGES_REQUESTED, Reason.DRAFT}
"""Verdicts that look ahead, so that no way to READY means that nobody can act."""


@dataclass(frozen=True)
class Stale:
    """Somebody whose text has changed since he or she signed, and the short commit of that."""

    login: str
    name: str
    commit: str


@dataclass(frozen=True)
class Report:
    """Everything that people are told of one request, in the order in which they need it.

    `others` says for whom those wait who have no turn; `strangers` counts the notes of people
    outside the office.
    """

    sentence: str
    procedure: str = ""
    turns: tuple[Turn, ...] = ()
    others: str = ""
    stuck: tuple[str, ...] = ()
    way_out: str = ""
    rows: tuple[Row, ...] = ()
    objections: tuple[Objection, ...] = ()
    instructions: tuple[Instruction, ...] = ()
    strangers: int = 0
    stale: tuple[Stale, ...] = ()
    uncounted: tuple[Uncounted, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def awaited(self) -> tuple[str, ...]:
        """Whose turn it is, and for whom the others wait, one line each."""
        return (*map(str, self.turns), *([self.others] if self.others else ()))


def report(
    verdict: Verdict,
    procedure: Procedure | None,
    office: Office | None,
    facts: Facts,
    findings: Iterable[Finding] = (),
) -> Report:
    """The account that both the terminal and the slip print."""
    found = tuple(findings)
    line = sentence(verdict, procedure, office, facts=facts, findings=found)
    if procedure is None or office is None:
        turn = Turn(MAINTAINER.capitalize(), "", phrases.ACTS[Reason.POLICY_INVALID])
        notes = tuple(map(words.problem, verdict.problems))
        return Report(line, turns=(turn,), others=f"Yang lain menunggu {MAINTAINER}", notes=notes)
    view = View(verdict, procedure, office, facts, found)
    return _report(view, line, held=bool(blocking(found)))


def _report(view: View, line: str, *, held: bool) -> Report:
    """All parts of the account, below its one sentence."""
    guidance, people = Guidance(view), People(view)
    uncounted = tuple(map(Uncounting(view).row, view.verdict.ignored))
    objections = tuple(map(guidance.objection, view.objecting))
    turns = Turns(view, held, objections, uncounted)
    signed = view.verdict.delta_from.items()
    judged = view.verdict.reason in JUDGED and view.verdict.approvals_needed is None
    return Report(
        sentence=line,
        procedure=view.procedure.number,
        turns=turns.rows(),
        others=turns.others(),
        stuck=tuple(_stuck(view)) if judged else (),
        way_out=_way_out(view) if judged else "",
        rows=tuple(map(Progress(view).row, view.procedure.steps)),
        objections=objections,
        instructions=guidance.instructions(),
        strangers=guidance.strangers,
        stale=tuple(Stale(who, people.named(who), sha[:SHORT_COMMIT]) for who, sha in signed),
        uncounted=uncounted,
        notes=(*urgent.notes(view), *_notes(view.verdict)),
    )


def _stuck(view: View) -> Iterator[str]:
    """N10: the step that nobody can take, and each holder with the reason."""
    rows = view.verdict.unable
    if rows:
        step = view.step(rows[0].step)
        yield f"Langkah {step.number} ({view.noun(step)}) harus dikerjakan {view.posts(step)}"
    for row in rows:
        yield f"{words.clean(row.name)}: {words.inability(row.why, row.signed_step)}"


def _way_out(view: View) -> str:
    """N10: what can be done where nobody can act."""
    wrote = any(row.why is Inability.WROTE for row in view.verdict.unable)
    again = ", atau minta orang lain mengajukan permintaan baru" if wrote else ""
    acting = "pejabat lain, atau Plt./Plh. dengan nomor SK"
    return f"minta {MAINTAINER} mencantumkan {acting}, di kantor.yml{again}"


def _notes(verdict: Verdict) -> Iterator[str]:
    """Warnings, hints, and what could not be read."""
    yield from map(words.warning, (*verdict.hints, *verdict.warnings))
    if verdict.reason is not Reason.DATA_INCOMPLETE:
        yield from map(words.problem, verdict.problems)
        return
    yield from (f"Tidak terbaca lengkap: {words.part(name)}" for name in verdict.problems)
    if "merge" in verdict.problems:
        yield (
            "Tekan Update branch agar main digabungkan ke cabang ini; bila keadaannya tetap, ajukan"
            " naskahnya sebagai permintaan baru"
        )
    if "commits" in verdict.problems:
        yield (
            f"Permintaan dengan lebih dari {MAX_COMMITS} perubahan tidak dapat dibaca; ajukan"
            " naskahnya sebagai permintaan baru"
        )
