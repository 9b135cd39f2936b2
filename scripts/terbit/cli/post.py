"""`terbit post` on the command line."""

from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path

import click

from terbit import actions
from terbit.channels import sending
from terbit.commands import post as posting
from terbit.console import WORK, moment, now_option, print_lines
from terbit.newsroom.posting import KITS
from terbit.newsroom.room import Newsroom


@click.command()
@click.option(
    "--out", type=click.Path(path_type=Path), default=Path(WORK) / "paket", help="Folder hasil."
)
@click.option(
    "--rencana", "dry_run", is_flag=True, help="Cetak rencananya saja; tidak menulis apa pun."
)
@click.option(
    "--di",
    "built",
    type=click.Path(path_type=Path),
    help="Taruh paketnya di situs yang sudah dibangun, tanpa mengirim dan tanpa mencatat.",
)
@now_option
def post(out: Path, dry_run: bool, built: Path | None, now: datetime | None) -> None:
    """Kirim ke kanal dan buat paket unggah untuk yang sudah terbit.

    Kanal dengan mode api dikirim otomatis bila tokennya tersedia; untuk yang lain dibuat paket
    unggah berisi teks dan gambar. Aman dijalankan berulang kali: tidak ada yang terkirim dua kali.
    """
    newsroom = Newsroom(Path.cwd())
    folder = newsroom.root / out
    newsroom.repository.fetch()
    if built is not None:
        machines = sending.prospects(newsroom.config_at(newsroom.main()).office)
        count = posting.place(newsroom, built.resolve(), machines, moment(now))
        click.echo(f"Paket unggah {count} berita: {built / KITS}")
        return
    senders = sending.senders(newsroom.config_at(newsroom.main()).office, os.environ)
    if dry_run:
        print_lines(posting.plan(newsroom, senders, folder, moment(now)).lines())
        return
    done = posting.post(newsroom, folder, lambda: moment(now), senders)
    click.echo(f"Paket unggah {done.items} berita: {out} ({len(done.events)} baru dicatat)")
    print_lines(done.lines())
    if actions.inside(os.environ):
        print_lines(actions.duties(done.duties()))
