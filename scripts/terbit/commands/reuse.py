"""`terbit reuse`: of which earlier run the site's pictures may be used again.

Whoever may push a branch can change the workflow there, run it, and keep anything under any
name. So only runs count whose workflow was taken from a commit on which `main` itself once
stood: what is there passed the rules of `main`. A commit that was merged is none of these, for
its branch may have held another workflow; nor is it enough that something is named `main`.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from datetime import datetime

from terbit.forges.github.artifacts import Artifact, Run, RunReader
from terbit.newsroom.forge import github_behind
from terbit.repository import MAIN, Repository

PICTURES = "foto-situs"
"""The artifact that holds the folder of the pictures, and nothing else."""
WORKFLOW = ".github/workflows/terbit.yml"
PLACES = frozenset({WORKFLOW, f"{WORKFLOW}@{MAIN}", f"{WORKFLOW}@refs/heads/{MAIN}"})
EVENTS = frozenset({"push", "schedule", "workflow_dispatch"})
"""What wakes that workflow; none of them is a stranger's to send."""
LARGEST = 2_000_000_000
"""Bytes that are fetched at most: twice what a site on GitHub Pages may hold."""
ASKED = 10
"""Runs that are asked for at most, each with one call."""


def reuse(repository: Repository, now: datetime) -> int | None:
    """The newest run whose pictures may be believed, None without one. Raises GitHubError."""
    found, main = github_behind(repository), repository.tip(MAIN)
    if found is None or main is None:
        return None
    reader = RunReader(*found)
    return newest(reader.artifacts(PICTURES, now), frozenset(repository.history(main)), reader.run)


def newest(
    artifacts: Iterable[Artifact], line: Collection[str], run_of: Callable[[int], Run | None]
) -> int | None:
    """The run of the first of these artifacts that is ours; `line` are the commits of `main`."""
    ours = (one for one in artifacts if one.commit in line and one.size <= LARGEST)
    # several of one run stand or fall together
    numbers = list(dict.fromkeys(one.run for one in ours))[:ASKED]
    return next((number for number in numbers if _is_ours(run_of(number), line)), None)


def _is_ours(run: Run | None, line: Collection[str]) -> bool:
    return (
        run is not None
        and run.own
        and run.workflow in PLACES
        and run.event in EVENTS
        and run.commit in line
    )
