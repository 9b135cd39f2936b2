"""`terbit post` on the command line."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from terbit.commands import post as posting
from terbit.console import WORK, moment, now_option
from terbit.newsroom.room import Newsroom


@click.command()
@click.option(
    "--out", type=click.Path(path_type=Path), default=Path(WORK) / "paket", help="Folder hasil."
)
@now_option
def post(out: Path, now: datetime | None) -> None:
    """Buat paket unggah untuk yang sudah terbit.

    Teks dan gambar siap unggah untuk tiap kanal. Aman dijalankan berulang kali.
    """
    newsroom = Newsroom(Path.cwd())
    done = posting.post(newsroom, newsroom.root / out, moment(now))
    click.echo(f"Paket unggah {done.items} berita: {out} ({len(done.events)} baru dicatat)")
