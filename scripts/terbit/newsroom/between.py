"""What the half without rights leaves for the half that may push: bytes and sentences, as data.

The first half decodes what strangers sent, so nothing of it is believed: a false finding or
photo only comes as far as the gate and the people who look.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from terbit import imaging
from terbit.core.article import MAX_FILE_BYTES
from terbit.core.finding import Finding
from terbit.report.proposal import Remark

RESULT = "hasil.json"
MAX_RESULT = 1024 * 1024


@dataclass(frozen=True)
class Result:
    """What was found: sentences on photos, findings, and for /ajukan what was looked at.

    `commit` is the one that held the draft, `cleaned` the names of the photos made anew.
    """

    notes: tuple[str, ...] = ()
    remarks: tuple[Remark, ...] = ()
    commit: str = ""
    cleaned: tuple[str, ...] = ()


def remarks(findings: Iterable[Finding]) -> tuple[Remark, ...]:
    """Findings as they are told, the gravest first, each once."""
    grave = sorted(findings, key=lambda row: not row.blocks)
    return tuple(dict.fromkeys(Remark(f.level.value, f.message, f.fix) for f in grave))


def write(folder: Path, result: Result) -> None:
    """Leave a result."""
    rows = [{"level": r.level, "message": r.message, "fix": r.fix} for r in result.remarks]
    told = {"foto": result.notes, "temuan": rows}
    told |= {"komit": result.commit, "bersih": result.cleaned}
    (folder / RESULT).write_text(json.dumps(told), encoding="utf-8")


def read(folder: Path) -> Result | None:
    """What the first half told; None where it did not come to its end."""
    file = folder / RESULT
    if file.is_symlink() or not file.is_file() or file.stat().st_size > MAX_RESULT:
        return None
    try:
        told = json.loads(file.read_bytes())
        return Result(
            notes=tuple(str(row) for row in told["foto"]),
            remarks=tuple(
                Remark(str(row["level"]), str(row["message"]), str(row["fix"]))
                for row in told["temuan"]
            ),
            commit=str(told.get("komit", "")),
            cleaned=tuple(str(name) for name in told.get("bersih", ())),
        )
    except (ValueError, KeyError, TypeError, AttributeError):
        return None


def picture(file: Path, kind: str) -> bytes | None:
    """A picture that nobody decodes here; None where it is none of its kind."""
    if file.is_symlink() or not file.is_file() or file.stat().st_size > MAX_FILE_BYTES:
        return None
    data = file.read_bytes()
    return data if imaging.kind(data) == kind else None
