"""`terbit gate` on the command line."""

from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path

import click

from terbit import actions
from terbit.commands import gate as gating
from terbit.console import MENDABLE, moment, now_option, print_lines
from terbit.newsroom.pointing import TOLD
from terbit.newsroom.room import Newsroom


@click.command()
@click.argument("numbers", metavar="[NOMOR]...", type=int, nargs=-1)
@click.option(
    "--event", is_flag=True, help="Ambil nomor dari peristiwa GitHub Actions; tanpa nomor: semua."
)
@click.option("--dry-run", is_flag=True, help="Cetak putusannya saja; tidak menulis apa pun.")
@now_option
def gate(numbers: tuple[int, ...], event: bool, dry_run: bool, now: datetime | None) -> None:
    """Nilai permintaan yang terbuka menurut SOP.

    Memasang status dan lembar disposisi pada setiap permintaan, lalu meminta tinjauan dari yang
    mendapat giliran.
    Tanpa NOMOR: semua permintaan yang terbuka. Aman dijalankan berulang kali.
    """
    newsroom = Newsroom(Path.cwd())
    told = actions.event(os.environ) if event else None
    page = os.environ.get(TOLD, "") if event else ""
    done = gating.gate(newsroom, numbers, moment(now), dry_run=dry_run, event=told, told=page)
    lines = [row.line() for row in done] or ["Tidak ada permintaan yang terbuka."]
    print_lines(lines)
    if any(row.error for row in done):
        raise SystemExit(MENDABLE)
