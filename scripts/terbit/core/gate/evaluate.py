"""evaluate(procedure, office, facts, now) -> Verdict: the gate itself, pure.

The order of the questions is the order of the reasons in the rules: the first that holds
is the answer. S and N numbers name the rules that a line carries out.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from terbit.core.clock import next_day_end, office_minutes
from terbit.core.facts import Facts
from terbit.core.gate.accounting import Read, counted, ignored, signed
from terbit.core.gate.authors import Authors, find_authors, written_by_bots
from terbit.core.gate.late import late_reviews
from terbit.core.gate.needs import Needs
from terbit.core.gate.objections import Court
from terbit.core.gate.positions import Reader
from terbit.core.gate.roster import Roster, team_members
from terbit.core.gate.scope import find_route, find_scope
from terbit.core.gate.shared_head import holding_requests
from terbit.core.gate.signatures import Counter
from terbit.core.gate.texts import Texts
from terbit.core.gate.urgency import choices, distance, may_follow
from terbit.core.office import Office
from terbit.core.procedure import RESERVED_ACTOR, Action, Procedure, Step
from terbit.core.verdict import Check, Reason, Scope, Sla, Verdict, Why

MAX_COMMITS = 250
"""GitHub lists no more commits of a pull request than this (REST, list commits)."""


def evaluate(procedure: Procedure, office: Office, facts: Facts, now: datetime) -> Verdict:
    """What the SOP says of a request at a moment; reads no clock, network or environment."""
    return _Case(procedure, office, facts, now).verdict()


def policy_invalid(problems: Iterable[str]) -> Verdict:
    """The verdict where sop.yml or kantor.yml cannot be trusted (S13)."""
    return Verdict(
        Reason.POLICY_INVALID, None, Check.FAILURE, RESERVED_ACTOR, problems=tuple(problems)
    )


@dataclass(frozen=True)
class _Case:
    procedure: Procedure
    office: Office
    facts: Facts
    now: datetime

    def verdict(self) -> Verdict:
        """The first reason that holds."""
        early = self._before_reading()
        return early if early is not None else self._after_reading()

    def _before_reading(self) -> Verdict | None:
        facts, request = self.facts, self.facts.request
        if self._unread_parts():
            return self._incomplete(self._unread_parts())
        if request.merged or request.state != "open":
            return self._closed()
        if request.head_repo is None or request.head_repo != request.base_repo:
            return self._refused(Reason.FORK_NOT_ALLOWED)
        if self._history_gaps():
            return self._incomplete(self._history_gaps())
        scope = self._scope()
        if scope is None:
            return self._refused(Reason.MIXED_SCOPE)
        roster = Roster.of(self.procedure, self.office, facts)
        authors = find_authors(facts, Texts(facts), roster, self.office.calendar)
        if authors.unknown and not self._bots_may(scope):
            return replace(self._refused(Reason.AUTHOR_UNKNOWN), scope=scope)
        return None

    def _closed(self) -> Verdict:
        """Nothing is awaited any more but what the urgent path let follow."""
        closed = Verdict(Reason.NOT_OPEN, None, Check.FAILURE, None)
        if not (self.procedure.urgent and self.facts.urgent and self.facts.request.merged_at):
            return closed
        facts = self.facts.as_of_merge()
        before = evaluate(self.procedure, self.office, facts, facts.now)
        if not (before.allow_merge and before.postponed):
            return closed
        signed = {row.review: row.login for row in before.signatures}
        late = late_reviews(self.procedure, self.office, self.facts, before.postponed, signed)
        awaited = [self.procedure.step(step) for step in late.owed]
        return replace(
            closed,
            step=awaited[0].number if awaited else None,
            check=Check.SUCCESS,
            next_actor=awaited[0].actor if awaited else None,
            scope=before.scope,
            can_act=late.able,
            blocked_by=tuple(row.review for row in late.objections),
            signatures=(*before.signatures, *late.taken),
            postponed=late.owed,
            due=before.due,
        )

    def _unread_parts(self) -> tuple[str, ...]:
        """S13: parts of the facts that the forge did not give."""
        unread = list(self.facts.faults)
        for role, team in self.office.teams.items():
            if team_members(self.facts, self.office, role) is None:
                unread.append(team)
        files, count = self.facts.request.files, self.facts.request.file_count or 0
        if not files or len(files) < count:
            unread.append("files")
        return tuple(unread)

    def _history_gaps(self) -> tuple[str, ...]:
        """S13: a list of commits that cannot be whole."""
        facts, request = self.facts, self.facts.request
        head = next((c for c in facts.commits if c.sha == request.head_sha), None)
        count = request.commit_count
        if len(facts.commits) > MAX_COMMITS or (count is not None and count > len(facts.commits)):
            return ("commits",)
        return () if head is not None and head.digest is not None else ("head",)

    def _scope(self) -> Scope | None:
        files = self.facts.request.files or ()
        return find_scope((name for file in files for name in file.names), self.procedure)

    def _bots_may(self, scope: Scope) -> bool:
        """S14, N12: only what is published needs a human writer."""
        return scope is not Scope.ARTICLE and written_by_bots(self.facts)

    def _after_reading(self) -> Verdict:
        read = self._read()
        if read.reading.unreadable:
            return self._incomplete(("timeline",))
        base = self._base_verdict(read)
        if self.facts.request.draft:
            return self._at_drafting(read, base, Reason.DRAFT)
        if read.state.live:
            return self._objected(read, base)
        waiting = next((i for i, missing in enumerate(read.state.missing) if missing), None)
        unclaimed = read.route.scope is Scope.DRAFT and waiting is not None
        if unclaimed or not read.state.evidence:
            return self._at_drafting(read, base, Reason.WAIT_ADMIN)
        if waiting is not None:
            return self._waiting(read, base, waiting)
        return self._complete(read, base)

    def _read(self) -> Read:
        """The whole of the SOP, or the way of the urgent path that is nearer to READY.

        A step that was taken in time is never postponed, and one approval more never makes a
        request wait.
        """
        whole = self._read_without(())
        following = may_follow(self.procedure, self.facts, whole.route.scope)
        ways = [whole, *map(self._read_without, choices(whole, following))]
        return min(ways, key=distance) if len(ways) > 1 else whole

    def _read_without(self, postponed: tuple[str, ...]) -> Read:
        facts, calendar = self.facts, self.office.calendar
        texts, scope = Texts(facts), self._scope()
        assert scope is not None  # noqa: S101  (_before_reading refuses mixed requests)
        roster = Roster.of(self.procedure, self.office, facts)
        authors = find_authors(facts, texts, roster, calendar)
        route = find_route(scope, self.procedure, _any_post(roster, authors), postponed)
        counter = Counter(route, roster, authors)
        court = Court(counter, calendar, texts.head_digest)
        days = self.procedure.approval_days
        reading = Reader(facts, texts, roster, calendar, days, self.now).read()
        objections = court.objections(reading)
        drafting = self.procedure.drafting
        evidence_needed = scope is Scope.ARTICLE and not _drafted(roster, authors, drafting)
        roles = frozenset(drafting.roles) if evidence_needed else frozenset()
        needs = Needs(counter, court, objections, self.now, roles)
        given = any(
            roster.holds(m.person, drafting, m.day) for p in reading.positions for m in p.chain
        )
        marks = tuple(mark for position in reading.positions for mark in position.chain)
        state = needs.state(marks, not evidence_needed or given)
        return Read(
            route=route,
            authors=authors,
            reading=reading,
            counter=counter,
            court=court,
            objections=objections,
            needs=needs,
            state=state,
            evidence_needed=evidence_needed,
            drafting=drafting,
            postponed=postponed,
        )

    def _base_verdict(self, read: Read) -> Verdict:
        """What every verdict after reading says, whatever its reason."""
        fewest = read.needs.fewest(read.state)
        roster = read.counter.roster
        return Verdict(
            reason=Reason.READY,
            step=self.procedure.publishing.number,
            check=Check.PENDING,
            next_actor=None,
            scope=read.route.scope,
            counted=counted(read),
            ignored=ignored(read, self.facts),
            blocked_by=tuple(o.review for o in read.state.live),
            warnings=read.reading.warnings,
            hints=read.reading.hints,
            approvals_needed=fewest,
            can_act=tuple(sorted(roster.login(p) for p in read.needs.helpful(read.state, fewest))),
            delta_from={
                roster.login(p.person): p.seen.sha
                for p in read.reading.positions
                if p.why is Why.STALE_CONTENT and p.seen.sha is not None
            },
            signatures=tuple(signed(read)),
            unable=tuple(read.needs.unable(read.state)) if fewest is None else (),
            head_digest=Texts(self.facts).head_digest,
            postponed=read.postponed,
            due=next_day_end(self.office.calendar, self.now) if read.postponed else None,
        )

    def _objected(self, read: Read, base: Verdict) -> Verdict:
        """CHANGES_REQUESTED: back to the drafter, or waiting where N5 says."""
        changed = all(o.text_changed for o in read.state.live)
        if not changed or read.route.scope is Scope.DRAFT:
            back = self._at_drafting(read, base, Reason.CHANGES_REQUESTED)
            return back if changed else replace(back, check=Check.FAILURE)
        incomplete = (i for i, missing in enumerate(read.state.missing) if missing)
        index = min(
            [*(read.court.earliest_step(o) for o in read.state.live), *list(incomplete)[:1]]
        )
        waiting = self._waiting(read, base, index)
        return replace(waiting, reason=Reason.CHANGES_REQUESTED)

    def _waiting(self, read: Read, base: Verdict, index: int) -> Verdict:
        step = read.route.steps[index]
        decides = step.action is Action.DECIDE
        return replace(
            base,
            reason=Reason.WAIT_APPROVAL if decides else Reason.WAIT_VERIFICATION,
            step=step.number,
            check=Check.PENDING,
            next_actor=step.actor,
            sla=self._clock(step, self._since(read, index)),
        )

    def _complete(self, read: Read, base: Verdict) -> Verdict:
        """All review steps are complete: drift, a shared head, or READY (S15)."""
        if self._drifted(base.head_digest):
            first = read.route.steps[0]
            return replace(
                base,
                reason=Reason.CONTENT_DRIFT,
                step=first.number,
                check=Check.FAILURE,
                next_actor=first.actor,
                approvals_needed=None,
                sla=self._clock(first, self._since(read, 0)),
            )
        publishing = self.procedure.publishing
        done = replace(
            base,
            step=publishing.number,
            next_actor=publishing.actor,
            sla=self._clock(publishing, self._since(read, len(read.route.steps))),
        )
        holders = self._holding_requests()
        if holders:
            return replace(done, reason=Reason.SHARED_HEAD_NOT_READY, held_by_requests=holders)
        return replace(done, reason=Reason.READY, check=Check.SUCCESS)

    def _drifted(self, head_digest: str | None) -> bool:
        group = self.facts.merge_group
        if not group:
            return False
        content = group.get("content")
        source = content if isinstance(content, Mapping) else group
        return bool(source.get("digest") != head_digest)

    def _holding_requests(self) -> tuple[int, ...]:
        def ready(other: Facts) -> bool:
            return evaluate(self.procedure, self.office, other, self.now).allow_merge

        return tuple(sorted(holding_requests(self.facts, ready)))

    def _incomplete(self, parts: tuple[str, ...]) -> Verdict:
        return Verdict(Reason.DATA_INCOMPLETE, None, Check.FAILURE, RESERVED_ACTOR, problems=parts)

    def _refused(self, reason: Reason) -> Verdict:
        drafting = self.procedure.drafting
        clock = self._clock(drafting, self.facts.request.created_at)
        return Verdict(reason, drafting.number, Check.FAILURE, drafting.actor, sla=clock)

    def _at_drafting(self, read: Read, base: Verdict, reason: Reason) -> Verdict:
        """N6: the drafting clock starts at the latest live objection, else at the opening."""
        drafting, opened = self.procedure.drafting, self.facts.request.created_at
        since = max((o.position.moment[0] for o in read.state.live), default=opened)
        return replace(
            base,
            reason=reason,
            step=drafting.number,
            check=Check.PENDING,
            next_actor=drafting.actor,
            sla=self._clock(drafting, since),
        )

    def _since(self, read: Read, index: int) -> datetime:
        """N6: when the clock of a review step started (one past the last: the publishing step)."""
        for earlier in range(index - 1, -1, -1):
            done = read.counter.completed_at(read.state.assignment, earlier)
            if done is not None:
                return done
        return Texts(self.facts).last_change or self.facts.request.created_at

    def _clock(self, step: Step, since: datetime) -> Sla | None:
        if step.minutes is None:
            return None
        used = office_minutes(self.office.calendar, since, self.now)
        return Sla(step.number, step.minutes, used, since)


def _drafted(roster: Roster, authors: Authors, drafting: Step) -> bool:
    """S12: whether the opener or a contributor holds the drafting role on the day of the act."""
    return any(
        roster.holds(person, drafting, day) for person, days in authors.days.items() for day in days
    )


def _any_post(roster: Roster, authors: Authors) -> bool:
    """N12: whether the opener or a contributor holds any role on the day of the act."""
    return any(roster.posts(person, day) for person, days in authors.days.items() for day in days)
