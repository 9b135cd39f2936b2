"""The errors that Terbit shows to people: what is wrong, where, and how to mend it."""

from __future__ import annotations

import traceback
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, order=True)
class Problem:
    """One thing that is wrong in an input; `line` is 1-based, 0 where a line makes no sense."""

    path: str
    line: int
    what: str
    fix: str

    def __str__(self) -> str:
        place = f"{self.path}:{self.line}" if self.line else self.path
        return f"{place}: {self.what} — {self.fix}"


class TerbitError(Exception):
    """Something that the person at the keyboard can mend (exit code 1)."""

    def __init__(self, what: str, fix: str = "") -> None:
        super().__init__(f"{what} — {fix}" if fix else what)
        self.what = what
        self.fix = fix


class InputErrors(TerbitError):
    """Everything that is wrong in one or several input files, all at once."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__("\n".join(str(problem) for problem in self.problems))

    def __reduce__(self) -> tuple[type[InputErrors], tuple[tuple[Problem, ...]]]:
        """How it travels from one process to another: with its problems, not their words."""
        return type(self), (self.problems,)


class ForgeError(TerbitError):
    """The forge (GitHub or the local one) refused or did not answer."""


class MovedError(ForgeError):
    """A request changed while it was judged; what was said of it may be wrong already."""


class LedgerError(TerbitError):
    """The archive branch is broken, or an append was refused."""


class RaceError(LedgerError):
    """Somebody else wrote in between, to the archive or a draft; nothing was written."""


def own_fault(error: Exception) -> str:
    """A fault of Terbit's own in one sentence; its text may quote a draft and is left out."""
    frames = traceback.extract_tb(error.__traceback__)
    place = f" di {Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else ""
    return f"kesalahan Terbit ({type(error).__name__}{place}); beri tahu pengelola"
