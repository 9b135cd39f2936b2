"""The newsroom's clone: reading Git objects, committing drafts, appending to the archive branch.

Bytes of what is published always come from Git objects, never from the working tree.
"""

from __future__ import annotations

import base64
import contextlib
import os
import re
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from git import Git, GitCommandError, InvalidGitRepositoryError, NoSuchPathError, Repo

from terbit import git_folders, git_signing
from terbit.core.digest import ABSENT, Entry
from terbit.errors import InputErrors, RaceError, TerbitError
from terbit.git_folders import FILE_MODES, Line
from terbit.git_objects import Files, Objects, Row, TreeEntry, listed

MAIN = "main"
ARCHIVE = "arsip"
UNLISTED = ("-r", "--cached", "--force", "--quiet", "--ignore-unmatch")
"""How a path leaves an index that belongs to no working tree, whatever stands in that."""
PORTION = 200
"""Paths on one command line: 200 of at most 4,096 letters (PATH_MAX) stay below 2 MB (ARG_MAX)."""
_COMMIT = re.compile(r"[0-9a-f]{40}")
NO_HOST = "terbit.invalid"
"""In place of a forge's host: a domain that can never exist (RFC 2606)."""
EMPTY_TREE = "4b825dc642cb6eb9a060e54bf8d69288fbee4904"


@dataclass(frozen=True)
class Identity:
    """Who a commit or push is made by; `host` is the forge that gives the address."""

    name: str
    login: str
    id: int
    host: str = NO_HOST

    @property
    def email(self) -> str:
        """The address by which GitHub knows an account and which reaches nobody."""
        return f"{self.id}+{self.login}@users.noreply.{self.host}"


MACHINE = Identity("Terbit", "terbit[bot]", 1)
"""The author of archive commits; it never writes to `main`."""


class Repository:
    """A clone with a remote `origin`; errors of Git become sentences."""

    def __init__(self, root: Path) -> None:
        """Open the clone that holds `root`. Raises TerbitError where there is none."""
        try:
            self.repo = Repo(root, search_parent_directories=True)
        except (InvalidGitRepositoryError, NoSuchPathError) as error:
            fix = "jalankan di dalam folder hasil git clone"
            raise TerbitError(f"{root} bukan repositori Git", fix) from error
        if self.repo.working_tree_dir is None:
            raise TerbitError(f"{root} tidak berisi berkas kerja", "pakai hasil git clone biasa")
        self.root = Path(self.repo.working_tree_dir)
        self.git = self.repo.git
        self.objects = Objects(self.root)
        # a path is a path, whatever letters somebody put into a file's name
        # and an object is what its id says, whatever a clone would put in its place
        self.git.update_environment(GIT_LITERAL_PATHSPECS="1", GIT_NO_REPLACE_OBJECTS="1")

    # Reading

    def remote_url(self) -> str | None:
        """Where `origin` points, if there is an origin."""
        return next((r.url for r in self.repo.remotes if r.name == "origin"), None)

    def authorize(self, web: str, token: str) -> None:
        """Let Git use a token at one host; it stays in the environment of the Git process."""
        secret = base64.b64encode(f"x-access-token:{token}".encode()).decode()
        count = int(os.environ.get("GIT_CONFIG_COUNT", "0"))
        self.git.update_environment(
            **{
                "GIT_CONFIG_COUNT": str(count + 1),
                f"GIT_CONFIG_KEY_{count}": f"http.{web}/.extraheader",
                f"GIT_CONFIG_VALUE_{count}": f"AUTHORIZATION: basic {secret}",
            }
        )

    def fetch(self) -> None:
        """Bring the remote's branches up to date."""
        if self.remote_url() is not None:
            self._run(
                "fetch", "--quiet", "--prune", "origin", "+refs/heads/*:refs/remotes/origin/*"
            )

    def tip(self, branch: str) -> str | None:
        """Where a branch of the remote stands, None where it is not there; no tag stands for it."""
        return self.resolve(f"refs/remotes/origin/{branch}")

    def resolve(self, name: str) -> str | None:
        """The commit of a branch (the remote's first), tag or sha; None where there is none."""
        # a branch that is named like a commit must never stand for it
        known = (name,) if _COMMIT.match(name) else (f"refs/remotes/origin/{name}", name)
        for candidate in known:
            try:
                return str(self.git.rev_parse("--verify", "--quiet", f"{candidate}^{{commit}}"))
            except GitCommandError:
                continue
        return None

    def bring(self, refspecs: Iterable[str]) -> None:
        """Fetch refs or commits that may be gone; nothing happens where they are."""
        with contextlib.suppress(GitCommandError):
            self.git.fetch("--quiet", "--no-tags", "origin", *refspecs)

    def snapshot(self, commit: str, paths: Sequence[str]) -> dict[str, Entry] | None:
        """The entries of some paths at a commit, None where the commit is not in this clone."""
        found: dict[str, Entry] = dict.fromkeys(paths, ABSENT)
        try:
            # in portions, because a command line has an end
            spans = (paths[i : i + PORTION] for i in range(0, len(paths), PORTION))
            listing = "".join(str(self.git.ls_tree("-z", commit, "--", *span)) for span in spans)
        except GitCommandError:
            return None
        for row in listed(listing):
            found[row.path] = (row.mode, row.object_id)
        return found

    def is_shallow(self) -> bool:
        """Whether this clone was cut off somewhere, so that its history is not whole."""
        return str(self.git.rev_parse("--is-shallow-repository")) == "true"

    def log(self, commit: str, paths: Sequence[str]) -> tuple[str, ...]:
        """Every commit up to one that touched some paths, merged lines included, oldest first."""
        shas = self.git.rev_list("--reverse", "--full-history", commit, "--", *paths)
        return tuple(str(shas).split())

    def entry(self, commit: str, path: str) -> Entry:
        """(mode, object id) of a path at a commit; ABSENT where it is not there."""
        line = self.git.ls_tree("-z", commit, "--", path).rstrip("\0")
        return (line.split()[0], line.split()[2]) if line else ABSENT

    def entries(self, commit: str, prefix: str, *, folders: bool = False) -> Iterator[TreeEntry]:
        """Every file beneath a prefix at a commit, submodules and links included."""
        more = ("-t",) if folders else ()
        yield from listed(self.git.ls_tree("-r", *more, "-z", "--full-tree", commit, "--", prefix))

    def blob(self, object_id: str) -> bytes:
        """The bytes of a Git object."""
        return self.objects.blob(object_id)

    def file(self, commit: str, path: str) -> bytes | None:
        """The bytes of a file at a commit, or None."""
        mode, object_id = self.entry(commit, path)
        return self.blob(object_id) if mode in FILE_MODES else None

    def folder(self, commit: str, folder: str) -> Mapping[str, bytes]:
        """An article folder at a commit. Raises InputErrors on links and subfolders."""
        return self.tree_files(self.entry(commit, folder)[1], folder)

    def tree_files(self, tree: str, folder: str) -> Mapping[str, bytes]:
        """The files of a tree object, known under a folder name; read when they are wanted."""
        rows = self._measured(self.objects.tree(tree))
        if problems := list(git_folders.problems(folder, rows)):
            raise InputErrors(problems)
        found = {name: (object_id, size) for name, _, object_id, size in rows}
        return Files(self.objects, found)

    def _measured(self, rows: Sequence[Row]) -> list[Line]:
        """Name, mode, object and size of the lines of a tree; what is no file has size 0."""
        ids = [row.object_id for row in rows if row.mode in FILE_MODES]
        sizes = dict(zip(ids, self.objects.sizes(ids), strict=True))
        return [(r.name, r.mode, r.object_id, sizes.get(r.object_id, 0)) for r in rows]

    def folders(self, commit: str) -> dict[str, str]:
        """The tree of every folder of a commit that holds files, by path."""
        listing = self.git.ls_tree("-r", "-t", "-d", "-z", "--full-tree", commit)
        return {row.path: row.object_id for row in listed(listing)}

    def branch_files(self, commit: str, suffix: str = "") -> dict[str, bytes]:
        """Every file of a commit by path, or those whose name ends so."""
        listing = listed(self.git.ls_tree("-r", "-z", "--full-tree", commit))
        return {r.path: self.blob(r.object_id) for r in listing if r.path.endswith(suffix)}

    def history(self, commit: str, path: str | None = None) -> Iterator[str]:
        """First-parent commits, or those of them that changed a path, newest first."""
        shas = self.git.rev_list("--first-parent", commit, *(("--", path) if path else ()))
        yield from filter(None, shas.splitlines())

    def brings(self, base: str, head: str) -> frozenset[str]:
        """The paths that a merge of head into base would change there, old names too.

        Lines of history may have several common ancestors, and a comparison with one of them
        shows less than the merge brings; so the merge itself is made, beside all branches.
        """
        try:
            tree = str(self.git.merge_tree("--write-tree", base, head)).splitlines()[0]
        except GitCommandError:
            return frozenset(self.changed(base, head))
        listing = str(self.git.diff("--name-only", "--no-renames", "-z", base, tree))
        return frozenset(filter(None, listing.split("\0")))

    def changed(self, base: str, head: str) -> tuple[str, ...]:
        """The paths that differ between a commit and where it left the base, old names too."""
        listing = str(self.git.diff("--name-only", "--no-renames", "-z", f"{base}...{head}"))
        return tuple(filter(None, listing.split("\0")))

    def touched(self, span: str, path: str) -> bool:
        """Whether any commit of a span (a..b) touched a path."""
        return bool(self.git.rev_list("--max-count=1", span, "--", path))

    def parent(self, commit: str) -> str | None:
        """The first parent of a commit."""
        return self.resolve(f"{commit}^1")

    def dirty(self, path: str) -> bool:
        """Whether a path has changes that are not committed."""
        return bool(self.git.status("--porcelain", "--", path))

    def config(self, key: str) -> str | None:
        """A value of this clone's Git configuration."""
        try:
            return str(self.git.config("--get", key))
        except GitCommandError:
            return None

    # Writing

    def start_branch(self, name: str, base: str) -> None:
        """Create a branch at a commit and switch to it."""
        self._run("switch", "--quiet", "--create", name, base)

    def switch(self, name: str) -> None:
        """Switch the working tree to a branch."""
        self._run("switch", "--quiet", name)

    def current_branch(self) -> str:
        """The branch that is checked out."""
        return str(self.git.rev_parse("--abbrev-ref", "HEAD"))

    def commit(self, paths: Iterable[str], message: str, by: Identity, at: datetime) -> str:
        """Commit these paths as somebody; returns the sha."""
        self._run("add", "--all", "--", *paths)
        with self.git.custom_environment(**_dates(by, at)):
            self._run("commit", "--quiet", "--message", message)
        return str(self.git.rev_parse("HEAD"))

    def push(self, refspec: str, by: Identity, at: datetime, *, force: bool = False) -> None:
        """Push to origin; the local forge learns from the environment who pushes, and when."""
        options = ["--force"] if force else []
        with self.git.custom_environment(TERBIT_AKUN=by.login, TERBIT_WAKTU=at.isoformat()):
            self._run("push", "--quiet", *options, "origin", refspec)

    def append(
        self,
        branch: str,
        files: Mapping[str, bytes],
        message: str,
        at: datetime,
        keys: Sequence[str] = (),
    ) -> str:
        """Add files to a branch without touching the working tree, and push; returns the commit.

        It is signed where a private key is set up, and must be where public `keys` are named: by
        one of them. Raises RaceError, and nothing is lost, where somebody appended in between.
        """
        tip = self.tip(branch)
        key = git_signing.named_key(os.environ, self.config(git_signing.SETTING))
        commit = self.make_commit(tip, files, message=message, by=MACHINE, at=at, key=key)
        if keys:
            git_signing.demand(self.root, commit, keys, signed=bool(key))
        try:
            self.push(f"{commit}:refs/heads/{branch}", MACHINE, at)
        except TerbitError as error:
            self.fetch()
            if self.tip(branch) != tip:
                what = f"cabang {branch} bertambah saat mencatat"
                raise RaceError(what, "ulangi perintahnya") from error
            raise
        self._run("update-ref", f"refs/remotes/origin/{branch}", commit)
        return commit

    def make_commit(
        self,
        base: str | None,
        add: Mapping[str, bytes],
        remove: Iterable[str] = (),
        *,
        message: str,
        by: Identity,
        at: datetime,
        key: str = "",
    ) -> str:
        """A commit on top of another, made beside the working tree; no branch moves.

        It is signed with `key`, where that names a private SSH key.
        """
        with tempfile.TemporaryDirectory() as folder:
            index = {"GIT_INDEX_FILE": str(Path(folder) / "index")}
            with self.git.custom_environment(**index):
                self._run("read-tree", base or EMPTY_TREE)
                for path in remove:
                    self._run("rm", *UNLISTED, "--", path)
                if add:
                    self._stage(add, Path(folder))
                tree = str(self.git.write_tree())
        parents = ["-p", base] if base else []
        with self.git.custom_environment(**_dates(by, at)):
            return git_signing.commit(self.git, (tree, *parents, "-m", message), key)

    def show_branch(self, name: str, commit: str, taken: Iterable[str]) -> None:
        """Check out a branch at a commit that already holds what stands at the `taken` places."""
        folders = tuple(taken)
        for folder in folders:
            if self.entry("HEAD", folder) != ABSENT:
                self._run("restore", "--staged", "--source=HEAD", "--", folder)
            # git refuses to write over changed files, and takes missing ones as they come
            if (self.root / folder).is_file():
                (self.root / folder).unlink()
            shutil.rmtree(self.root / folder, ignore_errors=True)
        self._run("switch", "--quiet", "--force-create", name, commit)
        for folder in folders:
            if self.entry("HEAD", folder) != ABSENT:
                self._run("restore", "--worktree", "--", folder)

    def _stage(self, files: Mapping[str, bytes], folder: Path) -> None:
        """Put files into the index with few calls of Git: each writes the whole index anew."""
        names = [folder / str(number) for number in range(len(files))]
        for name, data in zip(names, files.values(), strict=True):
            name.write_bytes(data)
        (folder / "names").write_text("".join(f"{name}\n" for name in names))
        with (folder / "names").open("rb") as told:
            stored = self._run("hash-object", "-w", "--no-filters", "--stdin-paths", istream=told)
        rows = [f"100644,{row},{path}" for row, path in zip(stored.split(), files, strict=True)]
        for i in range(0, len(rows), PORTION):
            entries = (word for row in rows[i : i + PORTION] for word in ("--cacheinfo", row))
            self._run("update-index", "--add", *entries)

    def _run(self, command: str, *arguments: str, **options: BinaryIO) -> str:
        try:
            return str(getattr(self.git, command.replace("-", "_"))(*arguments, **options))
        except GitCommandError as error:
            raise TerbitError(
                f"git {command} gagal: {_reason(error)}",
                "periksa pesan itu, lalu ulangi perintahnya",
            ) from error


def clone(source: str, target: Path) -> Repository:
    """Clone a repository into a new folder."""
    try:
        Git().clone("--quiet", source, str(target))
    except GitCommandError as error:
        raise TerbitError(f"{source} tidak bisa disalin", "periksa alamatnya") from error
    return Repository(target)


def _reason(error: GitCommandError) -> str:
    """The line of Git's complaint that says most: a hook's own words, else the first line."""
    text = str(error.stderr or error).strip().removeprefix("stderr:").strip(" '\n")
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    spoken = (line.removeprefix("remote:").strip() for line in lines if line.startswith("remote:"))
    return next((line for line in spoken if line), lines[0] if lines else "tanpa keterangan")


def _dates(by: Identity, at: datetime) -> dict[str, str]:
    return {
        "GIT_AUTHOR_NAME": by.name,
        "GIT_AUTHOR_EMAIL": by.email,
        "GIT_COMMITTER_NAME": by.name,
        "GIT_COMMITTER_EMAIL": by.email,
        "GIT_AUTHOR_DATE": at.isoformat(),
        "GIT_COMMITTER_DATE": at.isoformat(),
        "GIT_CONFIG_NOSYSTEM": os.environ.get("GIT_CONFIG_NOSYSTEM", "0"),
    }
