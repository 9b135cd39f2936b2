"""`terbit practice` on the command line."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from terbit.commands import adopt as adopting
from terbit.commands import practice as practising
from terbit.console import moment, now_option
from terbit.newsroom.room import Newsroom


@click.command()
@click.argument("folder", metavar="FOLDER", type=click.Path(path_type=Path))
@click.option(
    "--as", "login", metavar="AKUN", required=True, help="Akun yang membuat ruang latihan."
)
@now_option
def practice(folder: Path, login: str, now: datetime | None) -> None:
    """Buat ruang latihan dengan forge lokal.

    Tanpa kata sandi; bukan untuk kerja sungguhan.
    """
    at = moment(now)
    done = practising.practice(Path.cwd(), folder, login, at)
    newsroom = Newsroom(done.clone)
    adopting.adopt(newsroom, "isi contoh ruang latihan", newsroom.identity(login), at)
    click.echo(f"Forge lokal: {done.forge}")
    click.echo(f"Ruang kerja: {done.clone} (cd ke sana, lalu coba terbit submit)")
