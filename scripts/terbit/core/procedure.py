"""The SOP as data: roles with rank, ordered steps, who may take each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Action(StrEnum):
    """What a step does, whatever an SOP calls it (`tindakan` in sop.yml)."""

    DOCUMENT = "dokumentasi"
    DRAFT = "susun"
    REVIEW = "telaah"
    DECIDE = "putuskan"
    PUBLISH = "unggah"


RESERVED_ACTOR = "admin_repo"
"""Who is awaited when the configuration itself is broken; no office may use the name."""


@dataclass(frozen=True)
class Role:
    """A post that the SOP names; `rank` is `tingkat`, higher outranks lower."""

    id: str
    name: str
    rank: int


@dataclass(frozen=True)
class Step:
    """One row of the SOP; `number` counts from 1, `minutes` are office minutes or None."""

    number: int
    id: str
    description: str
    action: Action
    actor: str
    roles: tuple[str, ...]
    quorum: int = 1
    minutes: int | None = None
    inputs: str = ""
    outputs: str = ""


@dataclass(frozen=True)
class UrgentPath:
    """What `jalur_mendesak` allows: for which classifications which review steps may follow.

    `following` are ids of telaah steps that may be taken after publication; `basis` is the
    decree or provision that the office rests it on.
    """

    classifications: tuple[str, ...]
    following: tuple[str, ...]
    basis: str


@dataclass(frozen=True)
class Procedure:
    """A whole SOP. `approval_days` is the age limit of approvals (None: no limit).

    `urgent` is None where the SOP knows no urgent path.
    """

    number: str
    name: str
    issued: date | None
    revised: date | None
    approved: date | None
    legal_basis: tuple[str, ...]
    roles: tuple[Role, ...]
    steps: tuple[Step, ...]
    maintainer: str | None = None
    approval_days: int | None = None
    institution: str = ""
    approved_by: str = ""
    qualifications: tuple[str, ...] = ()
    equipment: tuple[str, ...] = ()
    warning: str = ""
    record_keeping: str = ""
    urgent: UrgentPath | None = None

    def role(self, role_id: str) -> Role:
        """The role with this id; KeyError where the SOP has none."""
        for role in self.roles:
            if role.id == role_id:
                return role
        raise KeyError(role_id)

    @property
    def drafting(self) -> Step:
        """The one step that makes the draft (`susun`)."""
        return next(step for step in self.steps if step.action is Action.DRAFT)

    @property
    def review_steps(self) -> tuple[Step, ...]:
        """The steps taken by a review, in order; the deciding one is the last."""
        return tuple(s for s in self.steps if s.action in (Action.REVIEW, Action.DECIDE))

    @property
    def deciding(self) -> Step:
        """The one step that decides (`putuskan`)."""
        return next(step for step in self.steps if step.action is Action.DECIDE)

    @property
    def publishing(self) -> Step:
        """The one step that publishes (`unggah`)."""
        return next(step for step in self.steps if step.action is Action.PUBLISH)

    def step(self, step_id: str) -> Step:
        """The step with this id; KeyError where the SOP has none."""
        for step in self.steps:
            if step.id == step_id:
                return step
        raise KeyError(step_id)
