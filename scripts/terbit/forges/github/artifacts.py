"""What runs of workflows kept on GitHub, and what GitHub says of the runs themselves.

Whoever may push to any branch can make a run and let it keep something under any name: what is
read here says nothing yet about whether it may be believed.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from terbit.forges.github.address import Address
from terbit.forges.github.client import PER_PAGE, Client, GitHubError, as_promised
from terbit.forges.github.reduce import Row

PAGES = 3
"""Pages of the list that are read at most: what is older than so many is of no use."""


@dataclass(frozen=True)
class Artifact:
    """What a run kept; `commit` is the one that its workflow was taken from, `size` in bytes."""

    id: int
    run: int
    commit: str
    size: int


@dataclass(frozen=True)
class Run:
    """A run: the file of its workflow, the event that woke it, the commit that both are of.

    `workflow` may name a ref too, behind an “@”; `own` says that the commit is of no fork.
    """

    workflow: str
    event: str
    commit: str
    own: bool


class RunReader:
    """Reads runs of one repository. Every method raises GitHubError."""

    def __init__(self, address: Address, client: Client) -> None:
        """The repository at an address, seen with the client's token."""
        self.address, self._client = address, client

    def _at(self, path: str) -> str:
        return f"repos/{self.address.name}/actions/{path}"

    def artifacts(self, name: str, now: datetime) -> tuple[Artifact, ...]:
        """The newest artifacts of a name that have not expired, newest first."""
        with as_promised():
            rows = [row for row in self._listed(name) if _is_there(row, name, now)]
            # the list is newest first, but nothing promises that; numbers only grow
            return tuple(sorted(map(_artifact, rows), key=lambda one: one.id, reverse=True))

    def _listed(self, name: str) -> list[Row]:
        rows: list[Row] = []
        for page in range(1, PAGES + 1):
            asked = {"name": name, "per_page": PER_PAGE, "page": page}
            found = self._client.get(self._at("artifacts"), asked)["artifacts"]
            rows += found
            if len(found) < PER_PAGE:
                break
        return rows

    def run(self, number: int) -> Run | None:
        """One run, None where it is not there any more."""
        try:
            row = self._client.get(self._at(f"runs/{number}"))
        except GitHubError as error:
            if error.status == 404:
                return None
            raise
        with as_promised():
            if _number(row["id"]) != number:
                raise ValueError(number)
            homes = {_number(row[key]["id"]) for key in ("repository", "head_repository")}
            return Run(
                workflow=self._workflow(_text(row["path"])),
                event=_text(row["event"]),
                commit=_text(row["head_sha"]),
                own=len(homes) == 1,
            )

    def _workflow(self, path: str) -> str:
        """The file's path in the repository, before which GitHub may write whose it is."""
        return path.removeprefix(f"{self.address.name}/")


def _is_there(row: Row, name: str, now: datetime) -> bool:
    """Whether an artifact is of that name and can be had, from a run that was not deleted."""
    ends = row["expires_at"]
    over = row["expired"] is not False or (ends and datetime.fromisoformat(ends) <= now)
    made_by = row.get("workflow_run") or {}
    return row["name"] == name and bool(made_by.get("head_sha")) and not over


def _artifact(row: Row) -> Artifact:
    run = row["workflow_run"]
    return Artifact(
        id=_number(row["id"]),
        run=_number(run["id"]),
        commit=_text(run["head_sha"]),
        size=_number(row["size_in_bytes"]),
    )


def _number(value: object) -> int:
    if type(value) is not int or value < 0:
        raise TypeError(value)
    return value


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value
