"""Whether the archive's commits bear the signature of the key that kantor.yml names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path

from terbit import git_signing, parallel
from terbit.core import ssh_keys
from terbit.core.audit import SLACK, Breach
from terbit.core.office import ArchiveKey, Office

PORTION = 250
"""Commits that one process of Git looks at; their names stand on its command line."""


@dataclass(frozen=True)
class Step:
    """A commit of the archive and when it says that it was made."""

    sha: str
    at: datetime


def check(root: Path, steps: Sequence[Step], office: Office) -> Iterator[Breach]:
    """Every commit of a day with a key in force is signed by a key in force, in order of time."""
    yield from _backwards(steps)
    keys = office.archive_keys
    owed = [step for step in steps if _valid(step, office)]
    if not owed:
        return
    found = _signers(root, [step.sha for step in owed], [row.key for row in keys])
    for step in owed:
        valid = {ssh_keys.fingerprint(row.key) for row in _valid(step, office)}
        if found.get(step.sha, "") in valid:
            continue
        signed = bool(found.get(step.sha))
        what = (
            "ditandatangani kunci yang tidak berlaku pada hari itu"
            if signed
            else "tidak ditandatangani kunci arsip yang disebut kantor.yml"
        )
        yield Breach("", f"komit {step.sha[:12]}", "signature", what)


def _signers(root: Path, shas: Sequence[str], keys: Sequence[str]) -> dict[str, str]:
    """The key behind each commit; ssh-keygen takes some milliseconds for each, on every core."""
    portions = [" ".join(shas[start : start + PORTION]) for start in range(0, len(shas), PORTION)]
    read = partial(_portion, root, keys)
    return {sha: key for found in parallel.each(read, portions, few=1) for sha, key in found}


def _portion(root: Path, keys: Sequence[str], shas: str) -> list[tuple[str, str]]:
    return list(git_signing.signatures(root, shas.split(), keys).items())


def _backwards(steps: Sequence[Step]) -> Iterator[Breach]:
    """An early date must not spare a commit the signature that its day demands."""
    latest: datetime | None = None
    for step in steps:
        if latest is not None and step.at < latest - SLACK:
            what = "waktu komit ini mendahului komit arsip sebelumnya"
            yield Breach("", f"komit {step.sha[:12]}", "commit-time", what)
        latest = max(filter(None, (latest, step.at)))


def _valid(step: Step, office: Office) -> tuple[ArchiveKey, ...]:
    day = office.calendar.day(step.at)
    return tuple(row for row in office.archive_keys if row.in_force(day))
