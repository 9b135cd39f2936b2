"""A verdict on the terminal: text or JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

from terbit.console import print_json, print_lines
from terbit.report import findings as finding_report
from terbit.report import verdict as verdict_report

if TYPE_CHECKING:
    from terbit.commands.explain import Explanation
    from terbit.newsroom.room import Assessment


def print_verdict(found: Assessment | Explanation, *, as_json: bool = False) -> None:
    """The verdict with its reasons, then what the rules found."""
    verdict, facts, findings = found.verdict, found.facts, found.findings
    procedure = found.config.procedure if found.config else None
    office = found.config.office if found.config else None
    if as_json:
        line = verdict_report.sentence(verdict, procedure, office, facts=facts, findings=findings)
        rows = finding_report.to_json(findings)
        print_json({**verdict.to_json(), "sentence": line, "findings": rows})
    else:
        print_lines(verdict_report.explanation(verdict, procedure, office, facts, findings))
        print_lines(finding_report.lines(findings))
