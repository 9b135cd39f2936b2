"""Commits and files without Git: what facts documents say of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import sha1
from typing import Any, Protocol

from tests.github.state import NO_COMMIT, Json


class Objects(Protocol):
    """What the fake asks of Git, in reduced shapes of the REST API."""

    def commit(self, sha: str) -> Json | None:
        """One commit, or None where it is not there."""

    def history(self, tip: str, path: str | None = None) -> list[str]:
        """Commits from a tip backwards, newest first; with a path those that touched it."""

    def between(self, base: str, head: str) -> list[str]:
        """Commits of head that base has not, oldest first."""

    def merge_base(self, one: str, other: str) -> str | None:
        """Where two lines parted."""

    def files(self, old: str, new: str) -> list[Json]:
        """Files that differ, renames found."""

    def tree(self, name: str, *, deep: bool) -> tuple[str, list[Json]] | None:
        """A tree's sha and its entries."""

    def fits(self, base: str, head: str) -> bool:
        """Whether head can be merged into base without collision."""

    def merge(self, base: str, head: str, **words: str) -> str | None:
        """A merge commit of head into base, or None where they collide."""

    def refs(self) -> dict[str, str]:
        """Branches and where they stand."""

    def move(self, ref: str, sha: str | None) -> None:
        """Put a ref somewhere, or delete it."""


class Memory:
    """Commits by sha, with the digests that GitHub never gives."""

    def __init__(self) -> None:
        self.commits: dict[str, Json] = {}
        self.contents: dict[str, Json] = {}
        self.touched: dict[str, list[str]] = {}
        """Commits that touched a folder, oldest first."""
        self.changes: dict[str, list[Json]] = {}
        """Files of a request by its head."""
        self.branches: dict[str, str] = {}

    def add(self, rows: Iterable[Json]) -> list[str]:
        """Take in commits of a document; returns their shas."""
        shas = []
        for row in rows:
            self.commits[row["sha"]] = row
            self.contents[row["sha"]] = row.get("content") or {}
            shas.append(row["sha"])
        return shas

    def add_unknown(self, sha: str) -> None:
        """A commit of which only the sha matters, such as a base."""
        if sha != NO_COMMIT:
            self.commits.setdefault(sha, {"sha": sha, "author": None, "committer": None})

    def digest_of(self, sha: str) -> str | None:
        """The digest that a document gives a commit."""
        found: str | None = self.contents.get(sha, {}).get("digest")
        return found

    def changed(self, sha: str) -> bool:
        """Whether a document says that a commit changed content; so unless it denies it."""
        return bool(self.contents.get(sha, {}).get("changed", True))

    def commit(self, sha: str) -> Json | None:
        """One commit; those that a document calls gone are not there."""
        row = self.commits.get(sha)
        return None if row is None or row.get("gone") else row

    def history(self, tip: str, path: str | None = None) -> list[str]:
        """Commits from a tip backwards; with a path those that a document gives for it."""
        if path is not None:
            found = [shas for folder, shas in self.touched.items() if _inside(path, folder)]
            return [sha for shas in found for sha in reversed(shas)]
        return list(self._walk(tip))

    def _walk(self, tip: str) -> Iterator[str]:
        waiting, seen = [tip], set[str]()
        while waiting:
            sha = waiting.pop(0)
            row = self.commit(sha)
            if row is None or sha in seen:
                continue
            seen.add(sha)
            yield sha
            waiting += [parent["sha"] for parent in row.get("parents") or ()]

    def between(self, base: str, head: str) -> list[str]:
        """Commits of head that base has not."""
        known = set(self._walk(base))
        return [sha for sha in self._walk(head) if sha not in known][::-1]

    def merge_base(self, one: str, other: str) -> str | None:
        """The newest commit of the other line that the one holds too."""
        known = set(self._walk(one))
        return next((sha for sha in self._walk(other) if sha in known), None)

    def files(self, old: str, new: str) -> list[Json]:
        """The files of the request whose head this is."""
        return [] if old == new else self.changes.get(new, [])

    def tree(self, name: str, *, deep: bool) -> tuple[str, list[Json]] | None:
        """Documents know no trees."""
        return None

    def fits(self, base: str, head: str) -> bool:
        """Nothing is known of the bytes."""
        return True

    def merge(self, base: str, head: str, **words: str) -> str | None:
        """A merge commit that nobody can look into."""
        sha = sha1(f"{base} {head}".encode(), usedforsecurity=False).hexdigest()
        parents = [{"sha": base}, {"sha": head}]
        message = {"message": words.get("message", "")}
        row: dict[str, Any] = {"sha": sha, "author": None, "committer": None}
        self.add([row | {"parents": parents, "commit": message}])
        return sha

    def refs(self) -> dict[str, str]:
        """Branches and where they stand."""
        return dict(self.branches)

    def move(self, ref: str, sha: str | None) -> None:
        """Put a ref somewhere, or delete it."""
        if sha is None:
            self.branches.pop(ref, None)
            return
        self.add_unknown(sha)
        self.branches[ref] = sha


def _inside(path: str, folder: str) -> bool:
    return path == folder or path.startswith(f"{folder}/")
