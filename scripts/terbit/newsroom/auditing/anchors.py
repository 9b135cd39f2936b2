"""What somebody noted of the archive earlier must still be in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from terbit.core.audit import Breach
from terbit.errors import TerbitError
from terbit.newsroom.auditing.reading import item_of

MAX_BYTES = 64 * 1024**2
_COMMIT = re.compile(r"[0-9a-f]{7,40}")
_LINE = re.compile(r"([0-9a-f]{64})  (.+)")


@dataclass
class Anchors:
    """Commits and event files with their SHA-256 that the branch must hold; what was found goes."""

    commits: dict[str, str] = field(default_factory=dict)
    files: set[tuple[str, str]] = field(default_factory=set)

    def pass_commit(self, sha: str) -> None:
        """Tick off a commit of the branch."""
        self.commits.pop(sha, None)
        for name in [name for name in self.commits if len(name) < len(sha)]:
            if sha.startswith(name):
                del self.commits[name]

    def pass_event(self, path: str, hash_: str) -> None:
        """Tick off an event of the branch."""
        self.files.discard((path, hash_))

    def missing(self) -> Iterator[Breach]:
        """What was noted and is not there any more."""
        for commit, source in self.commits.items():
            what = f"arsip ditulis ulang: komit ini, {source}, tidak ada lagi di cabang arsip"
            yield Breach("", f"komit {commit[:12]}", "anchor-commit", what)
        for path, hash_ in sorted(self.files):
            what = f"peristiwa dengan sidik {hash_[:12]}… yang pernah dicatat orang kini tidak ada"
            yield Breach(item_of(path), path, "anchor-event", what)


def of(value: str) -> Anchors:
    """From a commit, a file of heads (kepala.txt), or a folder with a copy of the archive.

    Raises TerbitError where it is none of these.
    """
    path = Path(value)
    if path.is_dir():
        return Anchors(files=set(_copy(path)))
    if path.is_file():
        return Anchors(files=set(heads(path).items()))
    if _COMMIT.fullmatch(value):
        return Anchors(commits={value: "yang Anda catat"})
    fix = "sebutkan komit arsip, berkas kepala.txt, atau folder salinan arsip"
    raise TerbitError(f"patokan “{value}” tidak dikenal", fix)


def heads(path: Path) -> dict[str, str]:
    """The last event of each item with its SHA-256, as kepala.txt tells. Raises TerbitError."""
    fix = "pakai kepala.txt dari situs, tanpa diubah"
    if path.stat().st_size > MAX_BYTES:
        raise TerbitError(f"{path} terlalu besar", fix)
    lines = path.read_text("utf-8", "replace").splitlines()
    rows = [_LINE.fullmatch(line) for line in lines if line]
    if not rows or None in rows:
        raise TerbitError(f"{path} bukan daftar kepala arsip", fix)
    return {row[2]: row[1] for row in rows if row}


def joined(*several: Anchors) -> Anchors:
    """All of them together."""
    return Anchors(
        {name: told for one in several for name, told in one.commits.items()},
        {row for one in several for row in one.files},
    )


def seen_here(shas: Iterable[str]) -> Anchors:
    """What this very clone has seen on the branch before."""
    return Anchors(commits=dict.fromkeys(shas, "yang pernah diterima klon ini"))


def _copy(folder: Path) -> Iterator[tuple[str, str]]:
    for path in folder.rglob("*.json"):
        if path.is_file():
            yield path.relative_to(folder).as_posix(), sha256(path.read_bytes()).hexdigest()
