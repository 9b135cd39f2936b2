"""What the SOP says of a request now: the verdict, as a value that can be printed and kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType
from typing import Any


class Reason(StrEnum):
    """Why a request may be merged or waits."""

    READY = "READY"
    WAIT_ADMIN = "WAIT_ADMIN"
    WAIT_VERIFICATION = "WAIT_VERIFICATION"
    WAIT_APPROVAL = "WAIT_APPROVAL"
    CHANGES_REQUESTED = "CHANGES_REQUESTED"
    DRAFT = "DRAFT"
    NOT_OPEN = "NOT_OPEN"
    FORK_NOT_ALLOWED = "FORK_NOT_ALLOWED"
    MIXED_SCOPE = "MIXED_SCOPE"
    AUTHOR_UNKNOWN = "AUTHOR_UNKNOWN"
    CONTENT_DRIFT = "CONTENT_DRIFT"
    SHARED_HEAD_NOT_READY = "SHARED_HEAD_NOT_READY"
    POLICY_INVALID = "POLICY_INVALID"
    DATA_INCOMPLETE = "DATA_INCOMPLETE"


class Why(StrEnum):
    """Why a review is not counted."""

    SUPERSEDED = "SUPERSEDED"
    NOT_SUBMITTED = "NOT_SUBMITTED"
    NOT_DECISIVE = "NOT_DECISIVE"
    UNKNOWN_STATE = "UNKNOWN_STATE"
    USER_DELETED = "USER_DELETED"
    BOT = "BOT"
    ID_MISMATCH = "ID_MISMATCH"
    NOT_ROLE_HOLDER = "NOT_ROLE_HOLDER"
    OUTSIDE_DATES = "OUTSIDE_DATES"
    DISMISSED = "DISMISSED"
    NOT_VERIFIABLE = "NOT_VERIFIABLE"
    STALE_CONTENT = "STALE_CONTENT"
    EXPIRED = "EXPIRED"
    ROLE_NOT_FOR_STEP = "ROLE_NOT_FOR_STEP"
    STEP2_EVIDENCE = "STEP2_EVIDENCE"
    SELF_REVIEW = "SELF_REVIEW"
    BEFORE_VERIFICATION = "BEFORE_VERIFICATION"
    FOLLOWS = "FOLLOWS"
    RESOLVED_BY_NEW_TEXT = "RESOLVED_BY_NEW_TEXT"
    OVERRULED_BY_SUPERIOR = "OVERRULED_BY_SUPERIOR"


class Scope(StrEnum):
    """What kind of files a request touches."""

    ARTICLE = "article"
    DRAFT = "draft"
    POLICY = "policy"
    TECHNICAL = "technical"


class Check(StrEnum):
    """The colour of the commit status."""

    SUCCESS = "success"
    PENDING = "pending"
    FAILURE = "failure"


class Inability(StrEnum):
    """Why a holder of a post cannot take a step."""

    WROTE = "WROTE"
    OUT_OF_DATES = "OUT_OF_DATES"
    SIGNED = "SIGNED"


@dataclass(frozen=True)
class Ignored:
    """A review that does not count, and the first reason that holds."""

    review: int
    why: Why


@dataclass(frozen=True)
class Signed:
    """A counted approval: `review` is the latest id, `at` the first that counted for the step."""

    step: str
    person: int
    name: str
    login: str
    capacity: str
    review: int
    at: datetime


@dataclass(frozen=True)
class Unable:
    """One holder of a step's post who cannot take it; `step` is the step he or she signed."""

    step: int
    name: str
    why: Inability
    signed_step: int | None = None


@dataclass(frozen=True)
class Sla:
    """The clock of the waiting step, in whole office minutes since `since`."""

    step: int
    limit_minutes: int
    used_minutes: int
    since: datetime

    @property
    def breached(self) -> bool:
        """More used than the SOP allows; it informs and never decides."""
        return self.used_minutes > self.limit_minutes


@dataclass(frozen=True)
class Verdict:
    """The whole answer; see `to_json` for the published form.

    `postponed` are the steps that the urgent path lets follow, until `due` were it merged now.
    """

    reason: Reason
    step: int | None
    check: Check
    next_actor: str | None
    scope: Scope | None = None
    counted: Mapping[str, tuple[int, ...]] = field(default_factory=lambda: MappingProxyType({}))
    ignored: tuple[Ignored, ...] = ()
    blocked_by: tuple[int, ...] = ()
    warnings: tuple[str, ...] = ()
    hints: tuple[str, ...] = ()
    approvals_needed: int | None = None
    can_act: tuple[str, ...] = ()
    delta_from: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    signatures: tuple[Signed, ...] = ()
    sla: Sla | None = None
    held_by_requests: tuple[int, ...] = ()
    unable: tuple[Unable, ...] = ()
    problems: tuple[str, ...] = ()
    head_digest: str | None = None
    postponed: tuple[str, ...] = ()
    due: datetime | None = None

    @property
    def allow_merge(self) -> bool:
        """Only a READY request may be merged."""
        return self.reason is Reason.READY

    def to_json(self) -> dict[str, Any]:
        """The verdict as a JSON document."""
        document: dict[str, Any] = {
            "step": self.step,
            "allow_merge": self.allow_merge,
            "check": self.check.value,
            "reason": self.reason.value,
            "next_actor": self.next_actor,
            "scope": self.scope.value if self.scope else None,
            "counted": {step: list(reviews) for step, reviews in self.counted.items()},
            "ignored": [{"review": row.review, "why": row.why.value} for row in self.ignored],
            "blocked_by": list(self.blocked_by),
            "warnings": list(self.warnings),
            "hints": list(self.hints),
            "approvals_needed": self.approvals_needed,
            "can_act": list(self.can_act),
            "delta_from": dict(self.delta_from),
            "audit": [{"review": row.review, "capacity": row.capacity} for row in self.signatures],
            "sla": self._sla_json(),
        }
        if self.held_by_requests:
            document["commit_check_blocked_by_pr"] = list(self.held_by_requests)
        if self.postponed:
            document["postponed"] = list(self.postponed)
            document["due"] = self.due.isoformat() if self.due else None
        if self.problems:
            document["problems"] = list(self.problems)
        return document

    def _sla_json(self) -> dict[str, Any] | None:
        if self.sla is None:
            return None
        return {
            "step": self.sla.step,
            "limit_minutes": self.sla.limit_minutes,
            "used_minutes": self.sla.used_minutes,
            "breached": self.sla.breached,
        }
