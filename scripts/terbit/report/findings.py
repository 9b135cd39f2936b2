"""Findings as lines for people and as rows for programs; their values are masked already."""

from __future__ import annotations

from collections.abc import Iterable

from terbit.core.finding import Finding
from terbit.errors import Problem
from terbit.report.markdown import escape

PENDING = "berlaku bila ia menyetujui naskah ini"
"""Of a reason whose giver has not approved yet."""


def lines(findings: Iterable[Finding]) -> list[str]:
    """`path:line: RULE-ID tingkat: apa — cara memperbaiki`, one finding a line."""
    return [_line(finding) for finding in findings]


def to_json(findings: Iterable[Finding]) -> list[dict[str, str | int | list[str]]]:
    """The findings as plain JSON; the words of a reason only where there is one.

    `awaits` are those whose approval it lacks.
    """
    return [_row(finding) for finding in findings]


def summary(findings: Iterable[Finding], problems: Iterable[Problem]) -> str:
    """The result of a check as Markdown for the run's summary page; every value is inert."""
    rows = [*(str(problem) for problem in problems), *lines(findings)]
    told = [f"- {escape(row)}" for row in rows] or ["Tidak ada temuan."]
    return "\n".join(["## Pemeriksaan naskah", "", *told, ""])


def _line(finding: Finding) -> str:
    place = f"{finding.path}:{finding.line}: {finding.rule} {finding.level}"
    text = f"{place}: {finding.message} — {finding.fix}"
    if finding.lifted_by and finding.awaits:
        text += f" (alasan atas nama {finding.lifted_by}, {PENDING}: {finding.reason})"
    elif finding.lifted_by:
        text += f" (diloloskan oleh {finding.lifted_by}: {finding.reason})"
    elif finding.awaits:
        text += f" (alasannya menunggu persetujuan {' / '.join(finding.awaits)})"
    return " ".join(text.split())


def _row(finding: Finding) -> dict[str, str | int | list[str]]:
    row: dict[str, str | int | list[str]] = {
        "rule": finding.rule,
        "level": finding.level.value,
        "path": finding.path,
        "line": finding.line,
        "quote": finding.quote,
        "message": finding.message,
        "fix": finding.fix,
        "basis": finding.basis,
    }
    if finding.lifted_by:
        row |= {"lifted_by": finding.lifted_by, "reason": finding.reason}
    if finding.awaits:
        row["awaits"] = list(finding.awaits)
    return row
