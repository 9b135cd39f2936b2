"""`terbit show` on the command line."""

from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path

import click

from terbit import actions
from terbit.commands import show as showing
from terbit.console import WORK, moment, now_option
from terbit.newsroom.room import Newsroom


@click.command()
@click.argument("number", metavar="[NOMOR]", type=int, required=False)
@click.option(
    "--event", is_flag=True, help="Ambil nomor dari peristiwa GitHub Actions; tanpa nomor: selesai."
)
@click.option(
    "--out",
    metavar="FOLDER",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path(WORK) / "lihat",
    show_default=True,
    help="Folder untuk berkasnya.",
)
@now_option
def show(number: int | None, event: bool, out: Path, now: datetime | None) -> None:
    """Lihat permintaan dalam satu berkas yang dapat dibuka di ponsel.

    Halaman persis seperti yang akan tampil, fakta pokok, yang berubah, dan kiriman tiap kanal.
    """
    if (number is None) != event:
        raise click.UsageError("Sebutkan NOMOR, atau --event di GitHub Actions.")
    newsroom = Newsroom(Path.cwd())
    asked = number or showing.chosen(newsroom, actions.event(os.environ))
    done = showing.show(newsroom, asked, out, moment(now)) if asked else None
    if done is None:
        click.echo("Tidak ada berita atau halaman yang perlu ditampilkan.")
        return
    actions.tell("nomor", str(done.number), os.environ)
    actions.tell("kepala", done.head, os.environ)
    click.echo(f"Permintaan #{done.number}: {done.file}")
