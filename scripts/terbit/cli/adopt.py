"""`terbit adopt` on the command line."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from terbit.commands import adopt as adopting
from terbit.console import as_option, moment, now_option
from terbit.newsroom.room import Newsroom


@click.command()
@click.option(
    "--reason", required=True, help="Mengapa isi lama diakui, misalnya nomor berita acara."
)
@as_option
@now_option
def adopt(reason: str, login: str | None, now: datetime | None) -> None:
    """Akui isi lama, sekali saja.

    Isi yang sudah ada di main sebelum gerbang berlaku dicatat sebagai isi awal.
    """
    newsroom = Newsroom(Path.cwd())
    events = adopting.adopt(newsroom, reason, newsroom.identity(login), moment(now))
    click.echo(f"{len(events)} butir diakui sebagai isi awal.")
