"""What Git itself says of a request: files, commits with content digests, pushes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from git import GitCommandError, Repo

from terbit.core.digest import ABSENT, Entry, digest, units, writing
from terbit.core.pushes import NO_COMMIT
from terbit.errors import ForgeError
from terbit.forges.local.setup import BARE, MAIN
from terbit.forges.local.store import Row

Account = Callable[[str], Row]


class History:
    """Reads and merges in the bare repository of a local forge."""

    def __init__(self, folder: Path, account: Account) -> None:
        """`account` tells whom a login belongs to."""
        self.folder, self.account = folder, account
        self.git = Repo(folder / BARE).git

    def merge_commit(
        self, base: str, head: str, row: Mapping[str, Any], actor: str, now: datetime
    ) -> str:
        """A real merge commit of head into base; main does not move yet. Raises ForgeError."""
        try:
            tree = str(self.git.merge_tree("--write-tree", base, head)).splitlines()[0]
        except GitCommandError as error:
            what = "permintaan ini berbenturan dengan main"
            raise ForgeError(
                what, "gabungkan main ke cabang itu, lalu minta tinjauan lagi"
            ) from error
        who = self.account(actor)
        names = {
            key: value
            for role in ("AUTHOR", "COMMITTER")
            for key, value in (
                (f"GIT_{role}_NAME", who["login"]),
                (f"GIT_{role}_EMAIL", f"{who['id']}+{who['login']}@users.noreply.terbit.invalid"),
                (f"GIT_{role}_DATE", now.isoformat()),
            )
        }
        message = f"Gabungkan permintaan #{row['number']}: {row['title']}"
        with self.git.custom_environment(**names):
            return str(self.git.commit_tree(tree, "-p", base, "-p", head, "-m", message))

    def move_main(self, new: str, old: str) -> None:
        """Move main from one commit to another, refused where it moved in between."""
        self.git.update_ref(f"refs/heads/{MAIN}", new, old)

    def merge_base(self, one: str, other: str) -> str:
        """Where two lines of history parted."""
        return str(self.git.merge_base(one, other))

    def sha(self, name: str) -> str | None:
        """The commit behind a name, or None."""
        try:
            return str(self.git.rev_parse("--verify", "--quiet", f"{name}^{{commit}}"))
        except GitCommandError:
            return None

    def shas(self, span: str) -> Iterator[str]:
        """The commits of a span (a..b), oldest first."""
        yield from str(self.git.rev_list("--reverse", "--topo-order", span)).split()

    def base(self, row: Mapping[str, Any]) -> str:
        """The tip of main on which a request is read: for a merged one that before the merge."""
        base = row.get("base_sha") or self.sha(f"refs/heads/{MAIN}")
        if base is None:
            raise ForgeError("forge belum punya cabang main", "kirim dulu main ke forge")
        return str(base)

    def head(self, row: Mapping[str, Any]) -> str:
        """The tip of a request."""
        head = row.get("head_sha") or self.sha(f"refs/heads/{row['branch']}")
        if head is None:
            raise ForgeError(f"cabang {row['branch']} sudah dihapus", "kirim lagi cabangnya")
        return str(head)

    def files(self, base: str, head: str) -> list[dict[str, Any]]:
        """The files that differ between two commits, renames found, as REST lists them."""
        words = str(self.git.diff("--name-status", "-M", "-z", base, head)).split("\0")
        kinds = {"A": "added", "D": "removed", "R": "renamed"}
        files, rest = [], iter(words)
        for status in rest:
            if not status:
                continue
            name = next(rest)
            row = {"filename": name, "status": kinds.get(status[0], "modified")}
            if status[0] == "R":
                row |= {"filename": next(rest), "previous_filename": name}
            files.append(row)
        return files

    def brings(self, base: str, head: str) -> frozenset[str]:
        """The paths that a merge would change on main; none where it cannot be made."""
        try:
            tree = str(self.git.merge_tree("--write-tree", base, head)).splitlines()[0]
        except GitCommandError:
            return frozenset()
        listing = str(self.git.diff("--name-only", "--no-renames", "-z", base, tree))
        return frozenset(filter(None, listing.split("\0")))

    def _entry(self, commit: str, path: str) -> Entry:
        line = str(self.git.ls_tree("-z", commit, "--", path)).rstrip("\0")
        return (line.split()[0], line.split()[2]) if line else ABSENT

    def _digest(self, commit: str, touched: Sequence[str]) -> str:
        return digest({path: self._entry(commit, path) for path in touched})

    def commit(self, sha: str, touched: Sequence[str]) -> dict[str, Any]:
        """One commit as REST gives it, with the digest of the touched content (`writing`)."""
        text = str(self.git.show("-s", "--format=%P%x00%aE%x00%aI%x00%cE%x00%cI%x00%B", sha))
        parents, author, authored, committer, committed, message = text.split("\0", 5)
        own = self._digest(sha, touched)
        first = parents.split()[0] if parents else None
        places = writing(touched, len(parents.split()))
        changed = first is None or self._digest(first, places) != self._digest(sha, places)
        return {
            "sha": sha,
            "author": self._by_email(author),
            "committer": self._by_email(committer),
            "commit": {
                "author": {"email": author, "date": authored},
                "committer": {"date": committed},
                "message": message,
            },
            "parents": [{"sha": parent} for parent in parents.split()],
            "content": {"digest": own, "changed": changed},
        }

    def _by_email(self, email: str) -> dict[str, Any] | None:
        """The account that an e-mail names, as GitHub's noreply addresses do; else None."""
        local, _, host = email.partition("@")
        number, plus, login = local.partition("+")
        if not host.startswith("users.noreply.") or not plus or not number.isdigit():
            return None
        return {
            "login": login,
            "id": int(number),
            "type": "Bot" if login.endswith("[bot]") else "User",
        }

    def draft_shas(self, base: str, files: Sequence[Mapping[str, Any]]) -> list[str]:
        """N13: base-branch commits that touched the draft folders which the request moves."""
        folders = {
            unit for file in files for unit in units(names(file)) if unit.startswith("drafts/")
        }
        slugs = {unit.rsplit("/", 1)[-1] for file in files for unit in units(names(file))}
        folders |= {
            f"drafts/{slug}" for slug in slugs if self._entry(base, f"drafts/{slug}") != ABSENT
        }
        if not folders:
            return []
        found = self.git.rev_list("--reverse", "--full-history", base, "--", *sorted(folders))
        return str(found).split()

    def activity(self, row: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
        """The pushes to the request's branch since it was last created before the opening."""
        ref = f"refs/heads/{row['branch']}"
        rows: list[dict[str, Any]] = []
        until = row.get("merged_at")
        for line in (self.folder / "activity.tsv").read_text(encoding="utf-8").splitlines():
            at, login, before, after, name = line.split("\t")
            if name != ref or (
                until and datetime.fromisoformat(at) > datetime.fromisoformat(until)
            ):
                continue
            # what happened to the branch while the request is open is never forgotten
            opened = datetime.fromisoformat(row["created_at"])
            if before == NO_COMMIT and datetime.fromisoformat(at) <= opened:
                rows = []
            rows.append(
                {
                    "activity_type": self._push_kind(before, after),
                    "before": before,
                    "after": after,
                    "actor": self.account(login),
                    "timestamp": at,
                }
            )
        yield from rows

    def _push_kind(self, before: str, after: str) -> str:
        if before == NO_COMMIT:
            return "branch_creation"
        if after == NO_COMMIT:
            return "branch_deletion"
        return "push" if str(self.git.merge_base(before, after)) == before else "force_push"

    def old(self, pushes: Sequence[Mapping[str, Any]], base: str) -> list[str]:
        """Commits that were on the branch once and are not reachable from main."""
        tips = [str(push["after"]) for push in pushes if push["after"] != NO_COMMIT]
        if not tips:
            return []
        return str(self.git.rev_list("--reverse", "--topo-order", *tips, f"^{base}")).split()


def names(file: Mapping[str, Any]) -> tuple[str, ...]:
    """Every path that a row of files touches."""
    previous = file.get("previous_filename")
    return (file["filename"],) if previous is None else (file["filename"], previous)
