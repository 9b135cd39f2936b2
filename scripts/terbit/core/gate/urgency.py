"""The urgent path: which review steps may follow after publication (UU 14/2008 Pasal 10).

Off unless the SOP allows it. What is asked of is the approved text itself: title, label and
words beneath the request never open this path.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations

from terbit.core.digest import CONTENT, units
from terbit.core.facts import Facts
from terbit.core.gate.accounting import Read
from terbit.core.procedure import Action, Procedure, UrgentPath
from terbit.core.verdict import Scope

FEWEST_WORDS = 4
"""Different words without which a reason says nothing; our own measure, the law names none."""


def is_telling(reason: str) -> bool:
    """Whether a reason says anything: several different words, none of them mere signs."""
    words = {word.strip(".,;:!?-–…").casefold() for word in reason.split()}
    return len([word for word in words if any(map(str.isalpha, word))]) >= FEWEST_WORDS


def may_follow(procedure: Procedure, facts: Facts, scope: Scope | None) -> tuple[str, ...]:
    """The steps that the SOP lets this request postpone: none unless all its articles ask for it.

    A page, a removal or an article without a telling reason beside them: the ordinary path.
    """
    path = procedure.urgent
    if path is None or scope is not Scope.ARTICLE:
        return ()
    touched = {name for file in facts.request.files or () for name in file.names}
    public = {unit for unit in units(touched) if unit.startswith(CONTENT)}
    return path.following if public and public <= _marked(facts, path) else ()


def _marked(facts: Facts, path: UrgentPath) -> set[str]:
    """The articles whose text asks for the urgent path as the SOP demands it."""
    return {
        row.path
        for row in facts.urgent
        if row.classification in path.classifications and is_telling(row.reason)
    }


def choices(read: Read, following: Iterable[str]) -> Iterator[tuple[str, ...]]:
    """Every selection of steps to postpone, fewest first; `read` holds all review steps.

    Whoever objects has looked at the text: the steps of such a person are not missing, so they
    cannot follow. The deciding step never does, whatever the SOP says.
    """
    roster = read.counter.roster
    open_ = [
        step.id
        for step in read.route.steps
        if step.id in set(following)
        and step.action is Action.REVIEW
        and not any(roster.holds(o.position.person, step, o.position.day) for o in read.objections)
    ]
    for count in range(1, len(open_) + 1):
        yield from combinations(open_, count)


def distance(read: Read) -> tuple[bool, int]:
    """How far it is to READY, for comparing: whether nobody can, then how many approvals."""
    fewest = read.needs.fewest(read.state)
    return fewest is None, fewest or 0
