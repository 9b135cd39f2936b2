"""What the half without rights leaves for the half that may push: bytes and sentences, as data.

The first half decodes what strangers sent, so nothing of it is believed: a false finding or
photo only comes as far as the gate and the people who look.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

from terbit import imaging
from terbit.core.article import MAX_FILE_BYTES, Article
from terbit.core.finding import Finding
from terbit.newsroom import questions
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


def remarks(findings: Iterable[Finding], article: Article | None = None) -> tuple[Remark, ...]:
    """Findings as they are told, the gravest first, each once.

    Where the `article` could be read, each names the question whose answer it speaks of.
    """
    grave = sorted(findings, key=lambda row: not row.blocks)
    told = (Remark(f.level.value, f.message, f.fix, _place(f, article)) for f in grave)
    return tuple(dict.fromkeys(told))


def _place(finding: Finding, article: Article | None) -> str:
    if article is None or finding.line >= article.body_line:
        return ""
    return questions.label_at(article.lines, finding.line)


def write(folder: Path, result: Result) -> None:
    """Leave a result."""
    told = {"foto": result.notes, "temuan": [asdict(remark) for remark in result.remarks]}
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
                Remark(*(str(row[key]) for key in ("level", "message", "fix", "place")))
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
