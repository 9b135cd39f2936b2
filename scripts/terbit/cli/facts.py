"""`terbit facts` on the command line."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from terbit.console import moment, now_option, print_json
from terbit.newsroom import Newsroom


@click.command()
@click.argument("number", metavar="NOMOR", type=int)
@now_option
def facts(number: int, now: datetime | None) -> None:
    """Cetak dokumen fakta sebuah permintaan.

    Simpan untuk diputar ulang dengan explain --facts.
    """
    newsroom = Newsroom(Path.cwd())
    newsroom.repository.fetch()
    print_json(newsroom.forge.facts(number, moment(now)))
