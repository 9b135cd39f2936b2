"""What a verdict says of each review: counted and in which capacity, or ignored and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from terbit.core.facts import Facts
from terbit.core.gate.authors import Authors
from terbit.core.gate.needs import Needs, State
from terbit.core.gate.objections import Court, Objection
from terbit.core.gate.positions import APPROVED, Mark, Position, Reading
from terbit.core.gate.scope import Route
from terbit.core.gate.signatures import Counter
from terbit.core.procedure import Step
from terbit.core.verdict import Ignored, Signed, Why


@dataclass(frozen=True)
class Read:
    """Everything known once the reviews are read."""

    route: Route
    authors: Authors
    reading: Reading
    counter: Counter
    court: Court
    objections: tuple[Objection, ...]
    needs: Needs
    state: State
    evidence_needed: bool
    drafting: Step
    postponed: tuple[str, ...] = ()


def counted(read: Read) -> dict[str, tuple[int, ...]]:
    """The counted reviews of each step, by the time that counts (latest ids, N4)."""
    return {
        step.id: tuple(place.review for place in read.state.assignment.at(index))
        for index, step in enumerate(read.route.steps)
    }


def signed(read: Read) -> Iterator[Signed]:
    """The counted approvals with the capacity in which each was given."""
    roster = read.counter.roster
    for index, step in enumerate(read.route.steps):
        for place in read.state.assignment.at(index):
            mark = place.mark
            yield Signed(
                step=step.id,
                person=mark.person,
                name=roster.name(mark.person),
                login=roster.login(mark.person),
                capacity=roster.capacity(mark.person, step, mark.day),
                review=place.review,
                at=mark.at,
            )


def ignored(read: Read, facts: Facts) -> tuple[Ignored, ...]:
    """Every review that does not count, in the order in which they were given."""
    why = dict(read.reading.ignored)
    live = {o.review for o in read.state.live}
    objected = {o.review: o for o in read.objections}
    for position in read.reading.positions:
        review = position.latest.id
        if review in objected and review not in live:
            ended = read.court.ended(objected[review], read.state.marks)
            why[review] = ended or Why.OVERRULED_BY_SUPERIOR
        elif review not in objected:
            reason = _not_counted(read, position)
            if reason is not None:
                why[review] = reason
    order = {r.id: (r.at is not None, r.at or facts.now, r.id) for r in facts.reviews}
    return tuple(Ignored(r, why[r]) for r in sorted(why, key=lambda review: order[review]))


def _not_counted(read: Read, position: Position) -> Why | None:
    """Why a person's latest approval counts for no step; None where it counts."""
    if position.why is not None or position.latest.state != APPROVED:
        return position.why
    if position.person in read.state.assignment.places:
        return None
    mark, counter = position.chain[-1], read.counter
    if not counter.holds_any(mark):
        if late := _late(counter, mark, read.postponed):
            return late
        gave = read.evidence_needed and counter.roster.holds(mark.person, read.drafting, mark.day)
        return Why.STEP2_EVIDENCE if gave else Why.ROLE_NOT_FOR_STEP
    return Why.BEFORE_VERIFICATION if counter.options(mark) else Why.SELF_REVIEW


def _late(counter: Counter, mark: Mark, postponed: Iterable[str]) -> Why | None:
    """What an approval is for steps that were postponed; None where it is for none of them."""
    roster = counter.roster
    steps = [roster.procedure.step(step_id) for step_id in postponed]
    held = [step for step in steps if roster.holds(mark.person, step, mark.day)]
    if not held:
        return None
    barred = all(counter.barred(mark.person, step) for step in held)
    return Why.SELF_REVIEW if barred else Why.FOLLOWS
