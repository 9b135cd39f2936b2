"""`terbit doctor` on the command line."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from terbit.commands import doctor as diagnosing
from terbit.console import MENDABLE, json_option, moment, now_option, print_json, print_lines
from terbit.report import doctor as report


@click.command()
@click.option("--offline", is_flag=True, help="Periksa berkas saja, tanpa jaringan.")
@json_option
@now_option
def doctor(*, offline: bool, as_json: bool, now: datetime | None) -> None:
    """Periksa jaminan mana yang berlaku.

    ✔ berlaku, ✘ tidak berlaku, ? tidak dapat dipastikan. Tidak mengubah apa pun. Kode keluar 1
    berarti ada jaminan yang tidak berlaku.
    """
    found = diagnosing.doctor(Path.cwd(), moment(now), offline=offline)
    if as_json:
        print_json({"ok": found.ok, "guarantees": report.to_json(found.guarantees)})
    else:
        print_lines(report.lines(found.guarantees))
        click.echo(f"\n{report.summary(found.guarantees)}.")
    if not found.ok:
        raise SystemExit(MENDABLE)
