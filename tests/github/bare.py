"""Commits, files and trees of a real bare repository."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path

from tests.github.state import Json

Account = Callable[[str], Json | None]
FIELDS = "%H %T%x00%P%x00%an%x00%ae%x00%aI%x00%cn%x00%ce%x00%cI%x00%B%x00"
KINDS = {"A": "added", "D": "removed", "R": "renamed", "T": "changed"}


class Bare:
    """What the fake asks of Git; answers about commits are kept, for they never change."""

    def __init__(self, folder: Path, account: Account) -> None:
        """`account` tells whose an e-mail is."""
        self.folder, self.account = folder, account
        self.known: dict[str, Json] = {}

    def git(self, *words: str, env: dict[str, str] | None = None) -> str | None:
        """What a command prints, or None where it fails."""
        done = subprocess.run(
            ["git", f"--git-dir={self.folder}", *words],
            capture_output=True,
            check=False,
            text=True,
            encoding="utf-8",
            errors="replace",
            env={**os.environ, **(env or {})},
        )
        return done.stdout if done.returncode == 0 else None

    def commit(self, sha: str) -> Json | None:
        """One commit, with the accounts that its e-mails name."""
        if sha not in self.known:
            self.read([sha])
        row = self.known.get(sha)
        if row is None:
            return None
        author, committer = row["commit"]["author"], row["commit"]["committer"]
        people = {
            "author": self.account(author["email"]),
            "committer": self.account(committer["email"]),
        }
        return {**row, **people}

    def read(self, shas: Sequence[str]) -> None:
        """Look up many commits at once."""
        wanted = [sha for sha in shas if sha not in self.known]
        if not wanted:
            return
        text = self.git("log", "--no-walk=unsorted", f"--format={FIELDS}", *wanted, "--")
        words = (text or "").split("\0")
        while len(words) >= 9:
            (names, parents, *people, message), words = words[:9], words[9:]
            sha, tree = names.split()
            who = [
                dict(zip(("name", "email", "date"), people[i : i + 3], strict=True)) for i in (0, 3)
            ]
            self.known[sha] = {
                "sha": sha,
                "commit": {"author": who[0], "committer": who[1], "message": message.rstrip("\n")},
                "tree": tree,
                "parents": [{"sha": parent} for parent in parents.split()],
            }

    def _shas(self, *words: str) -> list[str]:
        shas = (self.git("rev-list", *words) or "").split()
        self.read(shas)
        return shas

    def history(self, tip: str, path: str | None = None) -> list[str]:
        """Commits from a tip backwards, newest first."""
        return self._shas(tip, "--", *([path] if path else []))

    def between(self, base: str, head: str) -> list[str]:
        """Commits of head that base has not, oldest first."""
        return self._shas("--reverse", "--topo-order", f"{base}..{head}")

    def merge_base(self, one: str, other: str) -> str | None:
        """Where two lines parted."""
        return (self.git("merge-base", one, other) or "").strip() or None

    def files(self, old: str, new: str) -> list[Json]:
        """Files that differ, with their blobs, counted lines and old names."""
        counts = dict(self._counts(old, new))
        words = (self.git("diff", "--raw", "--no-abbrev", "-M", "-z", old, new) or "").split("\0")
        rest, rows = iter(words), []
        for head in rest:
            if not head:
                continue
            _, _, gone, blob, status = head.split()
            name = next(rest)
            renamed = {"previous_filename": name} if status[0] == "R" else {}
            name = next(rest) if renamed else name
            plus, minus = counts[name]
            row = {"filename": name, "status": KINDS.get(status[0], "modified"), **renamed}
            numbers = {"additions": plus, "deletions": minus, "changes": plus + minus}
            rows.append({**row, **numbers, "sha": gone if status[0] == "D" else blob})
        return rows

    def _counts(self, old: str, new: str) -> list[tuple[str, tuple[int, int]]]:
        words = (self.git("diff", "--numstat", "-M", "-z", old, new) or "").split("\0")
        rest, found = iter(words), []
        for head in rest:
            if not head:
                continue
            plus, minus, name = head.split("\t")
            if not name:  # a rename: old and new name follow
                next(rest)
                name = next(rest)
            lines = tuple(0 if number == "-" else int(number) for number in (plus, minus))
            found.append((name, (lines[0], lines[1])))
        return found

    def tree(self, name: str, *, deep: bool) -> tuple[str, list[Json]] | None:
        """A tree's sha and its entries; folders are listed too."""
        sha = self.git("rev-parse", "--verify", "--quiet", f"{name}^{{tree}}")
        if sha is None:
            return None
        words = ["-r", "-t"] if deep else []
        listed = (self.git("ls-tree", "-l", "-z", *words, sha.strip()) or "").split("\0")
        return sha.strip(), [_entry(line) for line in listed if line]

    def fits(self, base: str, head: str) -> bool:
        """Whether head can be merged into base without collision."""
        return self.git("merge-tree", "--write-tree", base, head) is not None

    def merge(self, base: str, head: str, **words: str) -> str | None:
        """A merge commit of head into base, written but not yet on any branch."""
        tree = self.git("merge-tree", "--write-tree", base, head)
        if tree is None:
            return None
        names = {
            "GIT_AUTHOR_NAME": words["name"],
            "GIT_AUTHOR_EMAIL": words["email"],
            "GIT_AUTHOR_DATE": words["date"],
            "GIT_COMMITTER_NAME": "GitHub",
            "GIT_COMMITTER_EMAIL": "noreply@github.com",
            "GIT_COMMITTER_DATE": words["date"],
        }
        parents = ("-p", base, "-p", head)
        made = self.git("commit-tree", tree.split()[0], *parents, "-m", words["message"], env=names)
        return made.strip() if made else None

    def refs(self) -> dict[str, str]:
        """Branches and where they stand."""
        listed = self.git("for-each-ref", "--format=%(refname) %(objectname)", "refs/heads") or ""
        return {
            name: sha
            for name, _, sha in (line.partition(" ") for line in listed.split("\n"))
            if name
        }

    def move(self, ref: str, sha: str | None) -> None:
        """Put a ref somewhere, or delete it."""
        words = ("-d", ref) if sha is None else (ref, sha)
        if self.git("update-ref", *words) is None:
            raise ValueError(f"git update-ref {' '.join(words)} failed: is the commit there?")


def _entry(line: str) -> Json:
    head, _, path = line.partition("\t")
    mode, kind, sha, size = head.split()
    row: Json = {"path": path, "mode": mode, "type": kind, "sha": sha}
    return row if size == "-" else {**row, "size": int(size)}
