"""History as Git has it, one process for all of it: what each commit changed, line by line."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from subprocess import PIPE
from typing import Any, BinaryIO

from git import Git, GitCommandError

_HEAD, _FIELD = "\x01", "\x02"
_CHUNK = 1 << 16
LAST = 253370764800
"""The first second of the year 9999: what lies behind it is taken for it."""
_PLAIN = ("-c", "log.showSignature=false", "-c", "core.commitGraph=false")
"""Nothing that a clone is set to may change what is read, nor a note that Git left beside it."""


@dataclass(frozen=True, slots=True)
class Change:
    """One path that a commit changed: A, M, D or T as in `git diff --raw`; mode and object now."""

    path: str
    letter: str
    mode: str
    object_id: str


@dataclass(slots=True)
class Commit:
    """A commit of a first-parent line with what it changed against its first parent."""

    sha: str
    parents: tuple[str, ...]
    at: datetime
    changes: list[Change] = field(default_factory=list)


def commits(root: Path, tip: str, *, changes: bool = False) -> Iterator[Commit]:
    """The first-parent line of a commit, oldest first; without `changes` none are read."""
    shown = (
        ("-m", "--root", "--raw", "--no-abbrev", "--no-renames", "-O/dev/null")
        if changes
        else ("-s",)
    )
    words = ("log", "--first-parent", "--reverse", "-z", "--no-color", "--no-ext-diff", *shown)
    form = f"--format={_HEAD}%H{_FIELD}%P{_FIELD}%ct"
    process = _git(root).execute(
        ["git", *_PLAIN, *words, "--ignore-submodules=none", form, tip, "--"],
        as_process=True,
        istream=PIPE,
    )
    yield from _commits(_tokens(process.stdout))
    process.wait()


def touched(root: Path, tip: str, paths: tuple[str, ...]) -> frozenset[str]:
    """The commits of a first-parent line that changed some paths."""
    words = ("rev_list", "--first-parent", tip, "--", *paths)
    return frozenset(str(getattr(_git(root), words[0])(*words[1:])).split())


def seen(root: Path, ref: str) -> tuple[str, ...]:
    """Every commit on which a ref ever stood in this clone, as far as it still knows."""
    git, shas = _git(root), []
    with suppress(GitCommandError):
        shas = str(git.reflog("show", "--format=%H", ref, "--")).split()
        # the list names what the ref came to; where it first stood is one step further back
        shas.append(str(git.rev_parse("--verify", "--quiet", f"{ref}@{{{len(shas)}}}")))
    return tuple(dict.fromkeys(shas))


def _git(root: Path) -> Any:
    git = Git(root)
    git.update_environment(GIT_NO_REPLACE_OBJECTS="1", GIT_LITERAL_PATHSPECS="1")
    return git


def _commits(tokens: Iterator[str]) -> Iterator[Commit]:
    current: Commit | None = None
    for raw in tokens:
        # Git puts a line break between what it says of a commit and the first row of changes
        token = raw.removeprefix("\n")
        if token.startswith(_HEAD):
            if current is not None:
                yield current
            sha, parents, at = token[1:].split(_FIELD)
            when = datetime.fromtimestamp(min(int(at or 0), LAST), UTC)
            current = Commit(sha, tuple(parents.split()), when)
        elif token.startswith(":") and current is not None:
            _, mode, _, object_id, letter = token[1:].split(" ")
            current.changes.append(Change(next(tokens), letter, mode, object_id))
    if current is not None:
        yield current


def _tokens(stream: BinaryIO) -> Iterator[str]:
    """What stands between zero bytes."""
    rest = b""
    while chunk := stream.read(_CHUNK):
        *whole, rest = (rest + chunk).split(b"\0")
        for token in whole:
            yield token.decode("utf-8", "surrogateescape")
    if rest:
        yield rest.decode("utf-8", "surrogateescape")
