"""`terbit facts` on the command line."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from terbit.console import as_json, moment, now_option, print_json
from terbit.newsroom.room import Newsroom
from terbit.writing import put


@click.command()
@click.argument("number", metavar="NOMOR", type=int)
@click.option(
    "--out", type=click.Path(path_type=Path), help="Berkas tujuan (bawaan: cetak ke layar)."
)
@now_option
def facts(number: int, out: Path | None, now: datetime | None) -> None:
    """Simpan dokumen fakta sebuah permintaan.

    Dokumen itu dapat diputar ulang tanpa jaringan dengan explain --facts.
    """
    newsroom = Newsroom(Path.cwd())
    newsroom.repository.fetch()
    found = newsroom.facts(number, moment(now))
    if out is None:
        print_json(found)
        return
    put(out, f"{as_json(found)}\n")
    click.echo(f"Disimpan: {out}. Putar ulang dengan terbit explain --facts {out}")
