"""The Git side of a request on a remote forge: digests of its commits, history of its drafts."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from terbit.core.digest import ABSENT, DRAFTS, digest, units, writing
from terbit.errors import TerbitError
from terbit.repository import Repository


class GitObjects:
    """Reads the clone; what is missing is fetched from `origin` and nothing is checked out."""

    def __init__(self, repository: Repository, main: Callable[[], str]) -> None:
        """`main` tells the tip of the published branch."""
        self.repository, self.main = repository, main
        self._digests: dict[tuple[str, tuple[str, ...]], str] = {}

    def base(self, merge_commit: str | None) -> str:
        """The base branch just before the merge, else as it is now (S10)."""
        parent = self.repository.parent(merge_commit) if merge_commit else None
        return parent or self.main()

    def bring(self, number: int, commits: Sequence[str]) -> None:
        """Fetch a request's head and some commits; what is not there any more is left out."""
        missing = self._missing(commits)
        if missing:
            self.repository.bring([f"+refs/pull/{number}/head:refs/terbit/pull/{number}"])
        # old tips are not reachable from any branch; GitHub serves them by name, and refuses the
        # whole of a fetch that names one which is gone
        if missing := self._missing(missing):
            self.repository.bring(missing)
        for sha in self._missing(missing):
            self.repository.bring([sha])

    def _missing(self, commits: Sequence[str]) -> list[str]:
        return [sha for sha in commits if self.repository.resolve(sha) is None]

    def brings(self, base: str, head: str) -> frozenset[str]:
        """The paths that a merge would change on the base branch; none where the head is gone."""
        known = self.repository.resolve(head) is not None
        return self.repository.brings(base, head) if known else frozenset()

    def content(self, commit: Mapping[str, Any], touched: Sequence[str]) -> dict[str, Any] | None:
        """`{digest, changed}`: the digest of the touched content, and whether a text was written.

        None where Git does not have the commit.
        """
        sha = str(commit["sha"])
        own = self._digest(sha, touched)
        if own is None:
            return None
        parents = commit.get("parents") or ()
        first = str(parents[0]["sha"]) if parents else self.repository.parent(sha)
        places = writing(touched, len(parents))
        before = self._digest(first, places) if first else None
        return {"digest": own, "changed": before != self._digest(sha, places)}

    def _digest(self, sha: str, touched: Sequence[str]) -> str | None:
        key = (sha, tuple(touched))
        if key not in self._digests:
            entries = self.repository.snapshot(sha, touched)
            if entries is None:
                return None  # not kept: it may be fetched yet
            self._digests[key] = digest(entries)
        return self._digests[key]

    def draft_folders(self, base: str, names: Sequence[str]) -> Sequence[str]:
        """The draft folders that a request moves, or from which its articles came (N13)."""
        moved = {one for one in units(names) if one.startswith(DRAFTS)}
        same = {f"{DRAFTS}{one.rsplit('/', 1)[-1]}" for one in units(names)}
        found = self.repository.snapshot(base, sorted(same)) or {}
        return sorted(moved | {path for path, entry in found.items() if entry != ABSENT})

    def draft_commits(self, base: str, folders: Sequence[str]) -> Sequence[str]:
        """The base branch's commits that touched these folders, oldest first (N13).

        Raises TerbitError in a clone whose history is cut off: it would hide writers.
        """
        if self.repository.is_shallow():
            what = "riwayat klon ini terpotong, sehingga penulis naskah tidak diketahui"
            raise TerbitError(what, "ambil seluruhnya: git fetch --unshallow")
        return self.repository.log(base, folders)
