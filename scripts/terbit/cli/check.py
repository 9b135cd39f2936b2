"""`terbit check` on the command line."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime
from pathlib import Path

import click

from terbit import actions, config
from terbit.commands import check as checking
from terbit.console import MENDABLE, Day, json_option, print_json, print_lines
from terbit.newsroom.room import Newsroom, lifters
from terbit.report import findings as finding_report

NOTHING_BLOCKS = "Tidak ada yang menghalangi penerbitan."
ARCHIVE_WHOLE = "Arsip lengkap untuk semua yang ada di main."


@click.command()
@click.argument("paths", metavar="JALUR...", nargs=-1)
@click.option("--changed", is_flag=True, help="Semua yang berubah dibandingkan dengan main.")
@click.option("--archive", is_flag=True, help="Kelengkapan arsip untuk semua yang ada di main.")
@click.option(
    "--built",
    metavar="FOLDER",
    type=click.Path(path_type=Path, file_okay=False),
    help="Situs yang sudah dibangun, sebelum ditayangkan.",
)
@click.option("--today", type=Day(), default=None, help="Hari pemeriksaan (bawaan: hari ini).")
@json_option
def check(
    *,
    paths: tuple[str, ...],
    changed: bool,
    archive: bool,
    built: Path | None,
    today: date | None,
    as_json: bool,
) -> None:
    """Periksa naskah, berita, halaman, arsip, atau situs yang sudah dibangun.

    Di GitHub Actions temuannya juga tampil di samping baris yang dimaksud.
    """
    root = Path.cwd()
    if not (paths or changed or archive or built):
        raise click.UsageError("sebutkan JALUR, --changed, --archive, atau --built FOLDER")
    if changed:
        paths = (*paths, *Newsroom(root).changed_units())
    setting = config.load(root)
    today = today or setting.office.calendar.day(datetime.now(UTC))
    holders, urgent = lifters(setting, today), setting.procedure.urgent
    result = checking.check(root, paths, today, setting.office, holders, urgent=urgent)
    if archive:
        result += checking.archive(Newsroom(root), today)
    if built:
        result += checking.built(root, built, setting.office)
    if as_json:
        rows = finding_report.to_json(result.findings)
        problems = [vars(problem) for problem in result.problems]
        print_json({"ok": result.ok, "findings": rows, "problems": problems})
    else:
        print_lines([*map(str, result.problems), *finding_report.lines(result.findings)])
        if result.ok:
            click.echo(_all_clear(bool(paths or built), archive))
    if actions.inside(os.environ):
        print_lines(actions.beside_lines(result.findings, result.problems))
        actions.summarize(finding_report.summary(result.findings, result.problems), os.environ)
    if not result.ok:
        raise SystemExit(MENDABLE)


def _all_clear(paths: bool, archive: bool) -> str:
    """What is said where nothing blocks."""
    if paths:
        return NOTHING_BLOCKS
    return ARCHIVE_WHOLE if archive else "Tidak ada naskah atau berita yang berubah."
