"""What the command line reads and prints with: parameter types, lines, JSON, a local server."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

import click

from terbit import serving
from terbit.commands import explain as explaining
from terbit.errors import TerbitError
from terbit.newsroom import Assessment
from terbit.report import findings as finding_report
from terbit.report import slip as slip_report
from terbit.report import verdict as verdict_report


class Moment(click.ParamType[datetime]):
    """An ISO time; without zone it is taken as the machine's own."""

    name = "waktu"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> datetime:
        """The moment, aware of its zone; a usage error where it is none."""
        try:
            parsed = value if isinstance(value, datetime) else datetime.fromisoformat(value)
        except ValueError:
            self.fail(f"“{value}” bukan waktu; contoh: 2026-11-18T09:00+07:00", param, ctx)
        return parsed if parsed.tzinfo else parsed.astimezone()


class Day(click.ParamType[date]):
    """A date as TTTT-BB-HH."""

    name = "tanggal"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The date; a usage error where it is none."""
        try:
            return value if isinstance(value, date) else date.fromisoformat(value)
        except ValueError:
            self.fail(f"“{value}” bukan tanggal; contoh: 2026-11-10", param, ctx)


def print_lines(lines: Iterable[str]) -> None:
    """One line after another."""
    for line in lines:
        click.echo(line)


def print_json(value: object) -> None:
    """One JSON document, letters as they are."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=1))


def print_assessment(assessment: Assessment) -> None:
    """The verdict in words, then what the rules found."""
    print_explanation(
        explaining.Explanation(
            assessment.facts, assessment.verdict, assessment.config, assessment.findings
        )
    )


def print_explanation(
    found: explaining.Explanation, *, as_json: bool = False, slip: bool = False
) -> None:
    """A verdict as text, JSON or slip."""
    verdict, facts, findings = found.verdict, found.facts, found.findings
    procedure = found.config.procedure if found.config else None
    office = found.config.office if found.config else None
    if as_json:
        line = verdict_report.sentence(verdict, procedure, office, facts=facts, findings=findings)
        rows = finding_report.to_json(findings)
        print_json({**verdict.to_json(), "sentence": line, "findings": rows})
    elif slip:
        click.echo(slip_report.slip(verdict, procedure, office, facts, findings=findings))
    else:
        print_lines(verdict_report.explanation(verdict, procedure, office, facts, findings))
        print_lines(finding_report.lines(findings))


def serve(mounts: Mapping[str, Path], port: int) -> None:
    """Show folders in the browser until Ctrl+C. Raises TerbitError where the port is taken."""
    try:
        running = serving.server(mounts, port)
    except OSError:
        fix = "pilih yang lain dengan --port, atau --port 0"
        raise TerbitError(f"porta {port} sedang dipakai", fix) from None
    for prefix in mounts:
        click.echo(f"Lihat: http://{serving.HOST}:{running.server_port}{prefix}")
    click.echo("Hentikan dengan Ctrl+C.")
    with running:
        try:
            running.serve_forever()
        except KeyboardInterrupt:
            click.echo("Selesai.")
