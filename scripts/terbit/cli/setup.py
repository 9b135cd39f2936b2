"""`terbit setup` on the command line."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from terbit.commands import setup as preparing
from terbit.console import MENDABLE, json_option, moment, now_option, print_json, print_lines
from terbit.repository import Repository


@click.command()
@click.option("--apply", is_flag=True, help="Terapkan; tanpa ini hanya dicetak rencananya.")
@click.option("--files", "files_only", is_flag=True, help="Tulis berkas di .github/ saja.")
@click.option(
    "--approvals",
    type=click.IntRange(0, 1),
    default=None,
    help="Persetujuan yang diminta GitHub sendiri: 1, atau 0 bila pimpinan hanya berhak baca.",
)
@json_option
@now_option
def setup(
    *,
    apply: bool,
    files_only: bool,
    approvals: int | None,
    as_json: bool,
    now: datetime | None,
) -> None:
    """Atur repositori GitHub menurut SOP.

    Tanpa --apply tidak ada yang diubah. Aman dijalankan berulang kali. Kode keluar 1 berarti
    masih ada yang ditolak GitHub atau harus dikerjakan sendiri.
    """
    job = preparing.Setup(Repository(Path.cwd()), moment(now), approvals)
    if files_only:
        _print_files(job.write_files(), as_json)
        return
    outcome = job.run() if apply else preparing.Outcome(job.plan())
    if as_json:
        print_json({"repository": job.name, **preparing.to_json(outcome)})
    elif apply:
        print_lines(preparing.outcome_lines(outcome))
    else:
        print_lines(preparing.plan_lines(outcome.plan, job.name))
    if apply and not outcome.complete:
        raise SystemExit(MENDABLE)


def _print_files(written: tuple[str, ...], as_json: bool) -> None:
    if as_json:
        print_json({"written": list(written)})
    elif written:
        print_lines(f"Ditulis: {path}" for path in written)
    else:
        click.echo("Semua berkas sudah sesuai dengan sop.yml dan kantor.yml.")
