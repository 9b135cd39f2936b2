"""What a request touches decides which rules it follows (S14, N11, N12)."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from terbit.core.procedure import Action, Procedure, Step
from terbit.core.verdict import Scope

ARTICLE_PLACES = ("content/", "drafts/")
GUARDED_FILES = frozenset({"sop.yml", "kantor.yml"})
GUARDED_PLACES = (
    ".github/",
    "scripts/terbit/config/",
    "scripts/terbit/core/",
    "scripts/terbit/forges/",
    "scripts/terbit/archive/",
)
GUARDED_MODULES = frozenset({"scripts/terbit/config.py"})


def find_scope(paths: Iterable[str], procedure: Procedure) -> Scope | None:
    """The scope of the touched paths, old names included; None if article and policy mix."""
    touched = tuple(paths)
    articles = [path for path in touched if path.startswith(ARTICLE_PLACES)]
    if articles and len(articles) < len(touched):
        return None
    if articles:
        drafts = all(path.startswith("drafts/") for path in articles)
        return Scope.DRAFT if drafts else Scope.ARTICLE
    if procedure.maintainer is not None and not any(map(is_guarded, touched)):
        return Scope.TECHNICAL
    return Scope.POLICY


def is_guarded(path: str) -> bool:
    """Paths that decide who may approve, and how it is counted: always policy."""
    return path in GUARDED_FILES | GUARDED_MODULES or path.startswith(GUARDED_PLACES)


@dataclass(frozen=True)
class Route:
    """The review steps that a request of one scope must pass."""

    scope: Scope
    steps: tuple[Step, ...]


def find_route(
    scope: Scope, procedure: Procedure, draft_is_free: bool, postponed: Collection[str] = ()
) -> Route:
    """The steps of a scope; `draft_is_free` where opener or contributor holds any role.

    `postponed` are the steps that follow after publication, on the urgent path.
    """
    if scope is Scope.TECHNICAL and procedure.maintainer is not None:
        number = procedure.deciding.number
        step = _single(number, "technical", procedure.maintainer, (procedure.maintainer,))
        return Route(scope, (step,))
    if scope is Scope.DRAFT:
        drafting = procedure.drafting
        roles = tuple(role.id for role in procedure.roles)
        quorum = 0 if draft_is_free else 1
        return Route(scope, (_single(drafting.number, "draft", drafting.actor, roles, quorum),))
    return Route(scope, tuple(s for s in procedure.review_steps if s.id not in postponed))


def _single(number: int, name: str, actor: str, roles: tuple[str, ...], quorum: int = 1) -> Step:
    return Step(number, name, "", Action.DECIDE, actor, roles, quorum)
