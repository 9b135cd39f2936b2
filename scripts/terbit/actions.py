"""GitHub Actions around a run: its event, its annotations, its outputs and its summary page.

The event document is data from outside: titles and bodies in it are never printed or run.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from terbit.core.digest import path_of
from terbit.core.finding import Finding, Level
from terbit.core.plan import Refusal
from terbit.errors import Problem, TerbitError

EVENT = "GITHUB_EVENT_PATH"
SUMMARY = "GITHUB_STEP_SUMMARY"
OUTPUT = "GITHUB_OUTPUT"
ERROR, WARNING, NOTICE = "error", "warning", "notice"


def inside(environ: Mapping[str, str]) -> bool:
    """Whether this run is a step of a workflow."""
    return environ.get("GITHUB_ACTIONS") == "true"


def event(environ: Mapping[str, str]) -> dict[str, Any]:
    """The document of the event that woke the run. Raises TerbitError where there is none."""
    path = environ.get(EVENT)
    fix = f"jalankan di GitHub Actions, atau isi {EVENT} dengan berkas peristiwa"
    if not path:
        raise TerbitError("tidak ada peristiwa GitHub", fix)
    try:
        document = json.loads(Path(path).read_bytes())
    except (OSError, ValueError):
        raise TerbitError(f"{path} bukan dokumen peristiwa", fix) from None
    if not isinstance(document, dict):
        raise TerbitError(f"{path} bukan dokumen peristiwa", fix)
    return document


def summarize(text: str, environ: Mapping[str, str]) -> None:
    """Add Markdown to the run's summary page, where there is one."""
    path = environ.get(SUMMARY)
    if path and text:
        with Path(path).open("a", encoding="utf-8") as file:
            file.write(text if text.endswith("\n") else f"{text}\n")


def tell(name: str, value: str, environ: Mapping[str, str]) -> None:
    """Give later steps an output of this one, where it is a step; both must be our own words."""
    if path := environ.get(OUTPUT):
        with Path(path).open("a", encoding="utf-8") as file:
            file.write(f"{name}={value}\n")


def beside_lines(findings: Iterable[Finding], problems: Iterable[Problem]) -> list[str]:
    """Workflow commands that show findings and problems beside the lines they speak of."""
    lines = [_command(ERROR, p.path, p.line, "Berkas", f"{p.what} — {p.fix}") for p in problems]
    return [*lines, *(_finding(finding) for finding in findings)]


def warning(title: str, text: str) -> str:
    """A workflow command that shows a warning on the page of the run."""
    return f"::{WARNING} title={_value(title)}::{_data(text)}"


def refusals(rows: Iterable[Refusal]) -> list[str]:
    """Workflow commands that name what stands on `main` and is not published."""
    return [_command(ERROR, path_of(row.item), 1, "Tidak diterbitkan", row.why) for row in rows]


def duties(lines: Iterable[str]) -> list[str]:
    """Workflow commands that show what people must do, on the page of the run."""
    return [f"::{WARNING} title=Perlu orang::{_data(line)}" for line in lines]


def _finding(finding: Finding) -> str:
    held = WARNING if finding.level is not Level.INFO else NOTICE
    kind = ERROR if finding.blocks else held
    title = f"{finding.rule} {finding.level.value}"
    return _command(kind, finding.path, finding.line, title, f"{finding.message} — {finding.fix}")


def _command(kind: str, path: str, line: int, title: str, text: str) -> str:
    """One workflow command; its separators in the values are escaped (GitHub docs)."""
    place = f"file={_value(path)},line={max(line, 1)},title={_value(title)}"
    return f"::{kind} {place}::{_data(text)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _value(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
