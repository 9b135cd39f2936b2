"""`terbit report` on the command line."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path

import click

from terbit.commands import report as reporting
from terbit.console import WORK, json_option, moment, now_option, print_json, print_lines
from terbit.core.recap import Period
from terbit.newsroom import links
from terbit.newsroom.clone import Clone

_PERIOD = re.compile(r"(20[0-9]{2})(?:-(0[1-9]|1[0-2]))?")


@click.command()
@click.option("--bulan", metavar="TTTT-BB", help="Rekapitulasi satu bulan, misalnya 2026-11.")
@click.option("--tahun", metavar="TTTT", help="Rekapitulasi satu tahun, misalnya 2026.")
@click.option(
    "--out",
    metavar="FOLDER",
    type=click.Path(path_type=Path, file_okay=False),
    help="Folder hasil (bawaan: .terbit/laporan/PERIODE).",
)
@click.option(
    "--periksa-tautan", "ask", is_flag=True, help="Tanyai juga server tiap tautan; perlu internet."
)
@json_option
@now_option
def report(
    *,
    bulan: str | None,
    tahun: str | None,
    out: Path | None,
    ask: bool,
    as_json: bool,
    now: datetime | None,
) -> None:
    """Buat rekapitulasi bulanan atau tahunan: HTML, PDF, XLSX, dan berkas bukti tiap butir.

    Untuk laporan PPID dan kuesioner e-Monev. Semua angka berasal dari arsip.
    """
    period = _period(bulan, tahun)
    clone = Clone(Path.cwd())
    folder = clone.root / (out or Path(WORK) / "laporan" / period.id)
    asked = links.opened if ask else None
    done = reporting.report(clone, period, folder, moment(now), asked)
    if as_json:
        files = [str(path) for path in done.files]
        print_json(
            {
                "period": period.id,
                "published": len(done.recap.cases),
                "approvals": len(done.recap.passes),
                "send_backs": done.recap.send_backs,
                "overdue": len(done.recap.overdue),
                "files": files,
            }
        )
    else:
        print_lines(done.lines())


def _period(month: str | None, year: str | None) -> Period:
    given = month or year or ""
    found = _PERIOD.fullmatch(given)
    if bool(month) == bool(year) or found is None or bool(found[2]) != bool(month):
        raise click.UsageError("sebutkan salah satu: --bulan 2026-11 atau --tahun 2026")
    return Period(int(found[1]), int(found[2]) if found[2] else None)
