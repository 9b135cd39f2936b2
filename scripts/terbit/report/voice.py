"""The one sentence of a verdict, at most 140 characters, everywhere the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from terbit import indonesian
from terbit.core.facts import Facts
from terbit.core.finding import Finding, blocking
from terbit.core.office import Office
from terbit.core.procedure import Procedure, Step
from terbit.core.verdict import Reason, Scope, Verdict
from terbit.indonesian import number
from terbit.report import phrases, urgent, words
from terbit.report.people import People
from terbit.report.phrases import REASONS
from terbit.report.view import MAINTAINER, WAITING, View

LIMIT = 140
"""Characters of a commit status description on GitHub (REST, create a commit status)."""
TIMED = WAITING | {Reason.READY, Reason.CHANGES_REQUESTED}
"""Verdicts whose sentence shows the clock."""


def sentence(
    verdict: Verdict,
    procedure: Procedure | None,
    office: Office | None,
    *,
    facts: Facts,
    findings: Iterable[Finding] = (),
) -> str:
    """One line of at most 140 characters."""
    if procedure is None or office is None:
        forms = _broken(verdict)
    else:
        found = tuple(findings)
        view = View(verdict, procedure, office, facts, found)
        forms = Voice(view, len(blocking(found))).forms()
    return words.fit(forms, LIMIT, REASONS[verdict.reason])


def _broken(verdict: Verdict) -> Iterator[str]:
    """Forms of the sentence where the configuration itself cannot be read."""
    lead = REASONS[verdict.reason]
    problems = [words.problem(text) for text in verdict.problems]
    if problems:
        what, more = problems[0].partition(" — ")[0], len(problems) - 1
        if more:
            yield f"{lead}: {what} (dan {number(more)} masalah lain)"
        yield f"{lead}: {what}"
        yield f"{lead}: {words.cut(what, LIMIT - len(lead) - 2)}"
    yield f"{lead}: {MAINTAINER} perlu memperbaiki sop.yml atau kantor.yml"


@dataclass(frozen=True)
class Voice:
    """The sentence in ever shorter forms; `held` counts the findings that block."""

    view: View
    held: int

    def forms(self) -> Iterator[str]:
        """Longest first."""
        verdict, reason = self.view.verdict, self.view.verdict.reason
        special = {
            Reason.POLICY_INVALID: lambda: _broken(verdict),
            Reason.DATA_INCOMPLETE: self._incomplete,
            Reason.SHARED_HEAD_NOT_READY: self._shared,
            Reason.NOT_OPEN: self._closed,
            Reason.CHANGES_REQUESTED: self._objected,
        }
        if self.view.stuck:
            return self._stuck()
        if posts := People(self.view).lifters():
            return iter([phrases.REASONED.replace("{siapa}", posts), phrases.REASONED_SHORT])
        if reason is Reason.READY and self.held:
            pattern = phrases.HELD.replace("{banyak}", number(self.held))
            return self._said(pattern, self.view.procedure.drafting)
        return special[reason]() if reason in special else self._said(self._pattern())

    def _pattern(self) -> str:
        verdict = self.view.verdict
        if not verdict.postponed or verdict.due is None:
            return self._plain_pattern()
        if verdict.reason is Reason.READY:
            until = urgent.day(verdict.due, self.view.office.calendar)
            what = urgent.awaited(verdict.postponed, self.view.procedure)
            pattern = phrases.URGENT_READY.replace("{susulan}", what)
            return pattern.replace("{batas}", until)
        plain = self._plain_pattern()
        return phrases.URGENT.replace("{kalimat}", plain[:1].lower() + plain[1:])

    def _plain_pattern(self) -> str:
        verdict = self.view.verdict
        if verdict.reason is Reason.READY:
            return phrases.READY[verdict.scope]
        if verdict.reason is Reason.WAIT_ADMIN and verdict.scope is Scope.DRAFT:
            return phrases.WAIT_DRAFT
        if verdict.reason is Reason.WAIT_APPROVAL and verdict.scope is Scope.TECHNICAL:
            return phrases.WAIT_TECHNICAL
        return phrases.SENTENCES[verdict.reason]

    def _said(self, pattern: str, step: Step | None = None) -> Iterator[str]:
        """A pattern with the posts of a step (the waiting one), the clock first to go."""
        step = step or self.view.awaited
        if step is None or "{siapa}" not in pattern:
            yield pattern
            return
        for noun in (self.view.noun(step), phrases.NOUNS[step.action]):
            for who, tail in self._names(step):
                yield pattern.replace("{apa}", noun).replace("{siapa}", who) + tail

    def _names(self, step: Step) -> Iterator[tuple[str, str]]:
        """The posts of a step, ever shorter, and what stands in brackets behind the sentence."""
        procedure = self.view.procedure
        full, need = words.posts(step, procedure), self._quorum(step)
        clock = self._clock(step)
        both = "; ".join(note for note in (need, clock) if note)
        yield full, f" ({both})" if both else ""
        need = f" ({need})" if need else ""
        yield full, need
        names = [words.join_posts((role,), procedure) for role in step.roles]
        yield words.and_others(names), need
        yield words.label(step.actor, procedure), ""
        yield f"pejabat langkah {step.number}", ""

    def _quorum(self, step: Step) -> str:
        """N15, with how many have signed already; "" where no signature is awaited."""
        verdict, need = self.view.verdict, words.quorum(step)
        if verdict.reason not in WAITING or not need:
            return ""
        signed = len(verdict.counted.get(step.id, ()))
        return f"{need}, sudah {number(signed)}" if signed else need

    def _clock(self, step: Step) -> str:
        sla = self.view.verdict.sla
        if sla is None or sla.step != step.number or self.view.verdict.reason not in TIMED:
            return ""
        return words.left(sla.limit_minutes, sla.used_minutes)

    def _objected(self) -> Iterator[str]:
        """Whose objection it is, and who is awaited because of it."""
        pattern = phrases.OBJECTED_CHANGED if self.view.text_changed else phrases.OBJECTED
        for whose in self._whose():
            yield from self._said(pattern.replace("{keberatan}", f"Keberatan {whose}".strip()))

    def _whose(self) -> Iterator[str]:
        """The capacities of those who object, each once, ever shorter."""
        posts = (self.view.post(review) for review in self.view.objecting)
        capacities = (words.capacity(post, self.view.procedure) for post in posts if post)
        if objectors := list(dict.fromkeys(capacities)):
            yield indonesian.enumerate_words(objectors)
            yield words.and_others(objectors)
        yield ""

    def _stuck(self) -> Iterator[str]:
        """Nobody can act: which step, whose, and the way out (N10)."""
        verdict, out = self.view.verdict, "; tunjuk pejabat lain atau Plt./Plh. di kantor.yml"
        number = verdict.unable[0].step if verdict.unable else verdict.step
        if number is None or (self.view.text_changed and not verdict.unable):
            for whose in self._whose():
                yield f"Keberatan {whose} tidak dapat diakhiri siapa pun sekarang{out}"
            return
        step = self.view.step(number)
        for noun in (self.view.noun(step), phrases.NOUNS[step.action]):
            for who, _ in self._names(step):
                yield f"Langkah {step.number} ({noun}) terhenti karena {who} berhalangan{out}"

    def _shared(self) -> Iterator[str]:
        numbers = [f"#{number}" for number in self.view.verdict.held_by_requests]
        for said in (
            (indonesian.enumerate_words(numbers), words.and_others(numbers)) if numbers else ()
        ):
            yield f"Sudah disetujui, tetapi menunggu permintaan {said} yang memakai versi yang sama"

    def _incomplete(self) -> Iterator[str]:
        lead = REASONS[Reason.DATA_INCOMPLETE]
        if "merge" in self.view.verdict.problems:
            yield f"{lead}: {words.part('merge')}; gabungkan dahulu main ke cabang ini"
        parts = [words.part(name) for name in self.view.verdict.problems]
        if parts:
            yield f"{lead}: {indonesian.enumerate_words(parts)}; coba lagi nanti"
            yield f"{lead}: {words.and_others(parts)}; coba lagi nanti"
        yield f"{lead}; coba lagi nanti"

    def _closed(self) -> Iterator[str]:
        verdict, merged = self.view.verdict, self.view.facts.request.merged
        if urgent.is_contested(verdict):
            yield f"Sudah terbit lewat jalur mendesak, ada keberatan: {urgent.MEND}"
        if verdict.postponed and verdict.due is not None:
            until = urgent.day(verdict.due, self.view.office.calendar)
            late = ", belum dibuat" if self.view.facts.now > verdict.due else ""
            for what in (urgent.awaited(verdict.postponed, self.view.procedure), "pemeriksaan"):
                yield f"Sudah terbit lewat jalur mendesak; {what} menyusul {until}{late}"
        yield f"Permintaan ini sudah {'digabung' if merged else 'ditutup tanpa digabung'}"
