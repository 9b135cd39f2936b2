"""The whole account behind the sentence, which the terminal and the slip both print."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from terbit.core.clock import office_minutes
from terbit.core.facts import Account, Facts, Review
from terbit.core.finding import Finding, blocking
from terbit.core.gate.evaluate import MAX_COMMITS
from terbit.core.gate.roster import Standing
from terbit.core.gate.texts import Texts
from terbit.core.office import ACTING, Office
from terbit.core.procedure import RESERVED_ACTOR, Action, Procedure, Step
from terbit.core.verdict import Ignored, Inability, Reason, Scope, Signed, Verdict, Why
from terbit.report import phrases, words
from terbit.report.phrases import State
from terbit.report.view import MAINTAINER, WAITING, View
from terbit.report.voice import sentence

SHORT_COMMIT = 7
JUDGED = WAITING | {Reason.CHANGES_REQUESTED, Reason.DRAFT}
"""Verdicts that look ahead, so that no way to READY means that nobody can act."""


@dataclass(frozen=True)
class Row:
    """One step of the SOP; `text` says who, in which capacity, when, and the clock."""

    number: int
    title: str
    state: State
    text: str


@dataclass(frozen=True)
class Uncounted:
    """A review that does not count: who and when, why, and the tap that repairs it."""

    why: Why
    who: str
    what: str
    repair: str

    def __str__(self) -> str:
        return f"{self.who}: {self.what}{f'; {self.repair}' if self.repair else ''}"


@dataclass(frozen=True)
class Objection:
    """A live objection: who and when, the raw words of it, and what ends it."""

    who: str
    words: str
    end: str


@dataclass(frozen=True)
class Report:
    """Everything that people are told of one request, in the order in which they need it.

    `changes` holds (name, short commit) of each signer whose text has changed since.
    """

    sentence: str
    procedure: str = ""
    rows: tuple[Row, ...] = ()
    awaited: tuple[str, ...] = ()
    stuck: tuple[str, ...] = ()
    objections: tuple[Objection, ...] = ()
    uncounted: tuple[Uncounted, ...] = ()
    changes: tuple[tuple[str, str], ...] = ()
    notes: tuple[str, ...] = ()


def report(
    verdict: Verdict,
    procedure: Procedure | None,
    office: Office | None,
    facts: Facts,
    findings: Iterable[Finding] = (),
) -> Report:
    """The account that both the terminal and the slip print."""
    line = sentence(verdict, procedure, office, facts=facts, findings=findings)
    if procedure is None or office is None:
        awaited = (f"{MAINTAINER.capitalize()} – {phrases.ACTS[Reason.POLICY_INVALID]}",)
        return Report(line, awaited=awaited, notes=tuple(map(words.problem, verdict.problems)))
    held = len(blocking(findings))
    return _Account(View(verdict, procedure, office, facts), facts, held).report(line)


@dataclass(frozen=True)
class _Account:
    """Builds the report of one request; `held` counts the findings that block."""

    view: View
    facts: Facts
    held: int

    def report(self, line: str) -> Report:
        """All parts of the account, below its one sentence."""
        deltas = self.view.verdict.delta_from.items()
        return Report(
            sentence=line,
            procedure=self.view.procedure.number,
            rows=tuple(map(self._row, self.view.procedure.steps)),
            awaited=tuple(self._awaited()),
            stuck=tuple(self._stuck()),
            objections=tuple(map(self._objection, self.view.objecting)),
            uncounted=tuple(map(self._uncounted, self.view.verdict.ignored)),
            changes=tuple((self._named(login), sha[:SHORT_COMMIT]) for login, sha in deltas),
            notes=tuple(self._notes()),
        )

    def _row(self, step: Step) -> Row:
        own = self.view.step(step.number)
        state = self._state(own)
        tell = {
            State.DONE: self._done,
            State.WAITING: self._waiting,
            State.NOT_YET: self._to_come,
        }.get(state)
        text = "; ".join(part for part in tell(own) if part) if tell else ""
        return Row(step.number, words.title(step, self.view.procedure), state, text)

    def _state(self, step: Step) -> State:
        verdict = self.view.verdict
        if verdict.step is None:
            return State.UNKNOWN
        if not self._needed(step):
            return State.NOT_NEEDED
        if step.number == verdict.step:
            return State.WAITING
        counts = step in self.view.route and verdict.reason is not Reason.CONTENT_DRIFT
        complete = counts and self._seats(step) >= step.quorum
        return State.DONE if step.number < verdict.step or complete else State.NOT_YET

    def _needed(self, step: Step) -> bool:
        """An article passes every step, a draft one, other requests the signatures and merging."""
        view, scope = self.view, self.view.verdict.scope
        if scope in (None, Scope.ARTICLE) or step in view.route:
            return True
        return scope is not Scope.DRAFT and step in (view.procedure.publishing, view.awaited)

    def _seats(self, step: Step) -> int:
        """How many of a step's signatures fill its quorum (N2: acting and definitive are one)."""
        held: Counter[tuple[str, bool]] = Counter()
        for row in self._signed(step):
            prefix = next((p for p in ACTING.values() if row.capacity.startswith(p)), "")
            held[row.capacity.removeprefix(prefix), bool(prefix)] += 1
        return sum(max(held[post, True], held[post, False]) for post in {post for post, _ in held})

    def _signed(self, step: Step) -> list[Signed]:
        """The counted approvals of a step, in the order in which they were given."""
        rows = (row for row in self.view.verdict.signatures if row.step == step.id)
        return sorted(rows, key=lambda row: (row.at, row.review))

    def _signatures(self, step: Step) -> str:
        """Who signed a step, in which capacity and when."""
        return "; ".join(
            f"{words.clean(row.name)} sebagai {words.clean(row.capacity)}, {self._when(row.at)}"
            for row in self._signed(step)
        )

    def _done(self, step: Step) -> Iterator[str]:
        request = self.facts.request
        if step.action is Action.DRAFT:
            yield f"diajukan oleh {self._person(request.opener)}, {self._when(request.created_at)}"
        yield self._signatures(step)
        start, end = self._start(step), self._completed(step)
        if step.minutes is not None and start and end:
            yield words.spent(step.minutes, office_minutes(self.view.office.calendar, start, end))

    def _waiting(self, step: Step) -> Iterator[str]:
        yield self.view.posts(step)
        if signed := self._signatures(step):
            yield f"sudah: {signed}"
        sla = self.view.verdict.sla
        if sla is not None and sla.step == step.number:
            spent = words.spent(sla.limit_minutes, sla.used_minutes)
            yield f"{spent} sejak {self._when(sla.since)}"

    def _to_come(self, step: Step) -> Iterator[str]:
        yield self.view.posts(step)
        if signed := self._signatures(step):
            yield f"sudah: {signed}"
        if step.minutes is not None:
            yield f"waktu {words.duration(step.minutes)}"

    def _completed(self, step: Step) -> datetime | None:
        """When the approval came that filled the quorum of a review step."""
        rows = self._signed(step)
        return rows[step.quorum - 1].at if len(rows) >= step.quorum else None

    def _start(self, step: Step) -> datetime | None:
        """N6: when the clock of a review step started."""
        if step not in self.view.route:
            return None
        if index := self.view.route.index(step):
            return self._completed(self.view.route[index - 1])
        opened = self.facts.request.created_at
        return max(Texts(self.facts).last_change or opened, opened)

    def _awaited(self) -> Iterator[str]:
        """Who is awaited, by name, what he or she has to do, and how far it is."""
        verdict = self.view.verdict
        step, act = self._turn()
        if verdict.next_actor == RESERVED_ACTOR:
            yield f"{MAINTAINER.capitalize()} – {act}"
        elif step is not None and not self.view.stuck:
            posts, people = self.view.posts(step), self._people(step)
            yield f"{posts[:1].upper()}{posts[1:]}{f': {people}' if people else ''} – {act}"
        others = [login for login in verdict.can_act if not self._holds(login, step)]
        if others and step in self.view.route:
            yield f"Dapat menyetujui sekarang: {'; '.join(map(self._named, others))}"
        if verdict.approvals_needed:
            yield f"Masih perlu sedikitnya {words.number(verdict.approvals_needed)} persetujuan"

    def _turn(self) -> tuple[Step | None, str]:
        """The step whose people are awaited, and what they have to do."""
        reason = self.view.verdict.reason
        if reason is Reason.READY and self.held:
            return self.view.procedure.drafting, phrases.MEND
        act = phrases.CHANGED if self.view.text_changed else phrases.ACTS.get(reason, "")
        return self.view.awaited, act

    def _people(self, step: Step) -> str:
        """The names of those who can take a step now: of a review step those whose tap counts."""
        if self.view.open_to_all(step):
            return ""
        rows = [row for row in self.view.roster.appointments if self._holds(row.login, step)]
        if step in self.view.route:
            rows = [row for row in rows if row.login in self.view.verdict.can_act]
        return "; ".join(dict.fromkeys(words.clean(row.name) for row in rows))

    def _holds(self, login: str, step: Step | None) -> bool:
        """Whether a login of the roles file holds a post of a step today."""
        day = self.view.office.calendar.day(self.facts.now)
        rows = (row for row in self.view.roster.appointments if row.login == login)
        return step is not None and any(r.role in step.roles and r.in_force(day) for r in rows)

    def _stuck(self) -> Iterator[str]:
        """N10: the step that nobody can take, each holder with the reason, and the way out."""
        verdict, rows = self.view.verdict, self.view.verdict.unable
        if verdict.approvals_needed is not None or verdict.reason not in JUDGED:
            return
        if rows:
            step = self.view.step(rows[0].step)
            yield f"Langkah {step.number} ({self.view.noun(step)}), {self.view.posts(step)}"
        for row in rows:
            yield f"{words.clean(row.name)}: {words.inability(row.why, row.signed_step)}"
        wrote = any(row.why is Inability.WROTE for row in rows)
        again = ", atau mintalah orang lain mengajukan permintaan baru" if wrote else ""
        yield (
            "Jalan keluar: cantumkan pejabat lain, atau Plt./Plh. dengan nomor SK, di kantor.yml"
            f"{again}"
        )

    def _objection(self, review: Review) -> Objection:
        return Objection(self._reviewer(review), review.body, self._end(review))

    def _end(self, review: Review) -> str:
        """S9, N12: what ends an objection, and who may do it."""
        who, procedure = self._person(review.account), self.view.procedure
        post = self.view.post(review)
        rank = procedure.role(post.role).rank if post else -1
        may_sign = {role for step in self.view.route for role in step.roles}
        higher = [role.id for role in procedure.roles if role.rank > rank]
        peers = [role.id for role in procedure.roles if role.rank >= rank and role.id in may_sign]
        above = words.join_posts((role for role in higher if role in may_sign), procedure)
        ends = [f"{who} menekan Approve"]
        if peers and self.view.verdict.scope is not Scope.TECHNICAL:
            ends.append(f"naskah diperbaiki lalu disetujui {words.join_posts(peers, procedure)}")
        if above:
            ends.append(f"{above} menyetujui naskah yang sekarang")
        entitled = " / ".join(part for part in (who, words.join_posts(higher, procedure)) if part)
        ends.append(f"keberatan dibatalkan oleh {entitled}")
        return f"Berakhir bila {', bila '.join(ends[:-1])}, atau bila {ends[-1]}"

    def _uncounted(self, ignored: Ignored) -> Uncounted:
        review = self.view.reviews.get(ignored.review)
        if review is None:
            fault = phrases.WHYS[ignored.why]
            return Uncounted(ignored.why, f"Ulasan {ignored.review}", fault.what, "")
        fault = self._fault(ignored, review)
        what = fault.what.replace("{hari}", words.number(self.view.procedure.approval_days or 0))
        what = what.replace("{sebelumnya}", self._before(self._own_step(review)))
        return Uncounted(ignored.why, self._reviewer(review), what, self._repair(fault, review))

    def _fault(self, ignored: Ignored, review: Review) -> phrases.Fault:
        """Why a review does not count; of a dismissed one also by whom, or that it objected."""
        fault = phrases.WHYS[ignored.why]
        dismissed = [row for row in self.facts.dismissals if row.review == review.id]
        if ignored.why is not Why.DISMISSED or not dismissed:
            return fault
        if dismissed[-1].state == Reason.CHANGES_REQUESTED.lower():
            return phrases.WITHDRAWN
        return replace(fault, what=f"{fault.what} oleh {self._person(dismissed[-1].actor)}")

    def _repair(self, fault: phrases.Fault, review: Review) -> str:
        """The tap that repairs it now; who comes too early is told what to wait for."""
        step, still_open = self._own_step(review), self._open_step()
        if self.view.verdict.approvals_needed == 0 or not fault.repair:
            return ""
        if not fault.own:
            return fault.repair.replace("{jabatan}", self.view.posts(still_open))
        if self._login(review) in self.view.verdict.can_act:
            return fault.repair
        if step is None or self._state(step) is State.DONE:
            return phrases.NO_REPEAT
        if step == still_open:
            return f"mintalah persetujuan orang lain: {self.view.posts(step)}"
        return f"{fault.repair} sesudah {self._before(step)} selesai"

    def _own_step(self, review: Review) -> Step | None:
        """The review step for which a reviewer is awaited: the first open, else the last."""
        if review.account is None or review.at is None:
            return None
        _, person = self.view.roster.person(review.account)
        day = self.view.office.calendar.day(review.at)
        own = [s for s in self.view.route if self.view.roster.holds(person, s, day)]
        still_open = (step for step in own if self._state(step) is not State.DONE)
        return next(still_open, own[-1] if own else None)

    def _open_step(self) -> Step:
        """The first review step that is not complete, else the deciding one."""
        route = self.view.route
        return next((s for s in route if self._state(s) is not State.DONE), route[-1])

    def _before(self, step: Step | None) -> str:
        """What must be complete before a review step."""
        index = self.view.route.index(step) if step else 0
        return self.view.noun(self.view.route[index - 1]) if index else phrases.NOUNS[Action.REVIEW]

    def _notes(self) -> Iterator[str]:
        verdict = self.view.verdict
        yield from map(words.warning, (*verdict.hints, *verdict.warnings))
        if verdict.reason is not Reason.DATA_INCOMPLETE:
            yield from map(words.problem, verdict.problems)
            return
        yield from (f"Tidak terbaca lengkap: {words.part(name)}" for name in verdict.problems)
        if "commits" in verdict.problems:
            yield (
                f"Permintaan dengan lebih dari {MAX_COMMITS} perubahan tidak dapat dibaca; ajukan"
                " naskahnya sebagai permintaan baru"
            )

    def _when(self, at: datetime) -> str:
        return words.moment(at, self.view.office.calendar)

    def _reviewer(self, review: Review) -> str:
        """Name, post and time of a reviewer."""
        post = self.view.post(review)
        held = f" ({words.capacity(post, self.view.procedure)})" if post else ""
        when = f", {self._when(review.at)}" if review.at else ""
        return f"{self._person(review.account)}{held}{when}"

    def _login(self, review: Review) -> str:
        """The login under which the verdict knows a reviewer; "" for others."""
        if review.account is None:
            return ""
        standing, person = self.view.roster.person(review.account)
        return self.view.roster.login(person) if standing is Standing.HOLDER else ""

    def _person(self, account: Account | None) -> str:
        """A person's name from kantor.yml, else the account."""
        if account is None:
            return "akun yang sudah dihapus"
        standing, person = self.view.roster.person(account)
        if standing is Standing.HOLDER:
            return words.clean(self.view.roster.name(person))
        return f"akun {words.clean(account.login)}"

    def _named(self, login: str) -> str:
        """The name behind a login of the verdict."""
        rows = (row for row in self.view.roster.appointments if row.login == login)
        return next((words.clean(row.name) for row in rows), words.clean(login))
