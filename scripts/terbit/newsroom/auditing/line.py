"""The first-parent line of `main`: its commits, and the SOP and people that held after each."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from terbit import config, git_walk
from terbit.core.audit import Law, Laws
from terbit.errors import InputErrors, TerbitError
from terbit.newsroom.clone import Clone


@dataclass(frozen=True)
class Line:
    """`places` is where each commit stands on the line, `times` and `parents` belong to these."""

    places: dict[str, int]
    times: tuple[datetime, ...]
    parents: tuple[tuple[str, ...], ...]
    changes: tuple[int, ...]
    law_of: Callable[[int], Law | None]

    @cached_property
    def laws(self) -> Laws:
        """Every SOP and every list of people that `main` ever had."""
        return Laws(tuple((self.times[place], self.law_of(place)) for place in self.changes))

    def before(self, commit: str) -> Law | None:
        """What held on the base branch just before a merge (S10)."""
        number = bisect_right(self.changes, self.places[commit] - 1)
        return self.law_of(self.changes[number - 1]) if number else None

    def time(self, commit: str) -> datetime | None:
        """When a commit was made, None where it is not on the line."""
        place = self.places.get(commit)
        return None if place is None else self.times[place]

    def head(self, commit: str) -> str:
        """The head of the request that a commit merged, "" where it merged none."""
        parents = self.parents[self.places[commit]]
        return parents[1] if len(parents) == 2 else ""


def read(clone: Clone) -> Line:
    """The line as this clone has it."""
    root, tip = clone.root, clone.main()
    found = list(git_walk.commits(root, tip))
    touched = git_walk.touched(root, tip, (config.SOP_FILE, config.OFFICE_FILE))
    known: dict[int, Law | None] = {}

    def law_of(place: int) -> Law | None:
        if place not in known:
            known[place] = _law(clone, found[place])
        return known[place]

    return Line(
        places={commit.sha: number for number, commit in enumerate(found)},
        times=tuple(commit.at for commit in found),
        parents=tuple(commit.parents for commit in found),
        changes=tuple(n for n, commit in enumerate(found) if commit.sha in touched),
        law_of=law_of,
    )


def _law(clone: Clone, commit: git_walk.Commit) -> Law | None:
    try:
        setting = clone.config_at(commit.sha)
    except (InputErrors, TerbitError, ValueError):
        return None
    return Law(commit.at, setting.procedure, setting.office)
