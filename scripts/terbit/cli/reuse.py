"""`terbit reuse` on the command line."""

from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path

import click

from terbit import actions
from terbit.commands import reuse as reusing
from terbit.console import moment, now_option
from terbit.newsroom.room import Newsroom

RUN = "run-id"


@click.command(hidden=True)
@now_option
def reuse(now: datetime | None) -> None:
    """Cari terbitan sebelumnya yang fotonya dapat dipakai lagi.

    Untuk alur kerja Terbit di GitHub: mencetak nomor jalannya (run-id), atau tidak mencetak apa
    pun bila tidak ada yang dapat dipercaya.
    """
    number = reusing.reuse(Newsroom(Path.cwd()).repository, moment(now))
    if number is None:
        click.echo("Tidak ada foto yang dapat dipakai lagi; semuanya dibuat dari arsip.", err=True)
        return
    actions.tell(RUN, str(number), os.environ)
    click.echo(f"{RUN}={number}")
