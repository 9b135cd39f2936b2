"""One measured thing, and what it should stay below."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from statistics import median
from typing import Protocol

TOLERANCE = 2
"""How many times its aim a figure may be before the run fails: machines differ."""


@dataclass(frozen=True)
class Figure:
    """The seconds of CPU that several runs of one thing took; the median is held to the aim."""

    name: str
    seconds: tuple[float, ...]
    aim: float

    @property
    def value(self) -> float:
        """The figure itself."""
        return median(self.seconds)

    @property
    def failed(self) -> bool:
        """Whether the aim is missed by more than a slow machine explains."""
        return self.value > TOLERANCE * self.aim

    def __str__(self) -> str:
        least, middle, aim = (f"{1000 * s:.1f}" for s in (min(self.seconds), self.value, self.aim))
        missed = "  di atas sasaran" if self.value > self.aim else ""
        return f"{self.name:<60} min {least:>6}  median {middle:>6}  sasaran {aim} ms{missed}"


class Measured(Protocol):
    """Whatever prints as one line and knows whether it is good enough."""

    @property
    def failed(self) -> bool:
        """Whether the run fails because of it."""
        ...


def report(figures: Iterable[Measured]) -> int:
    """Print each figure as soon as it is there; the exit code."""
    failed = False
    for figure in figures:
        print(figure, flush=True)
        failed = failed or figure.failed
    return int(failed)
