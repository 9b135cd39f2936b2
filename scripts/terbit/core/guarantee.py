"""A promise that an office relies on, and whether it is kept."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class State(StrEnum):
    """Whether a promise is kept; what could not be read is never taken for kept."""

    HOLDS = "berlaku"
    FAILS = "tidak berlaku"
    UNKNOWN = "tidak dapat dipastikan"


@dataclass(frozen=True)
class Guarantee:
    """One promise: one plain sentence about how it stands, the way to mend it, particulars."""

    id: str
    state: State
    sentence: str
    fix: str = ""
    details: tuple[str, ...] = ()


def holds(name: str, sentence: str) -> Guarantee:
    """A promise that is kept."""
    return Guarantee(name, State.HOLDS, sentence)


def fails(name: str, sentence: str, fix: str, details: tuple[str, ...] = ()) -> Guarantee:
    """A promise that is not kept."""
    return Guarantee(name, State.FAILS, sentence, fix, details)


def unknown(name: str, sentence: str, fix: str, details: tuple[str, ...] = ()) -> Guarantee:
    """A promise of which nobody can say whether it is kept."""
    return Guarantee(name, State.UNKNOWN, sentence, fix, details)
