"""`terbit intake` on the command line."""

from __future__ import annotations

import os
import tempfile
from datetime import datetime
from functools import partial
from pathlib import Path

import click

from terbit import actions
from terbit.commands import intake as taking
from terbit.console import moment, now_option
from terbit.forges.github import attachments
from terbit.newsroom.forge import token
from terbit.newsroom.room import Newsroom

FOLDER = click.Path(path_type=Path, file_okay=False)


@click.command()
@click.option("--event", is_flag=True, required=True, help="Ambil isiannya dari formulir GitHub.")
@click.option("--olah", "work", metavar="FOLDER", type=FOLDER, help="Hanya ambil foto dan periksa.")
@click.option(
    "--kirim", "send", metavar="FOLDER", type=FOLDER, help="Hanya kirim hasil --olah dan jawab."
)
@now_option
def intake(*, event: bool, work: Path | None, send: Path | None, now: datetime | None) -> None:  # noqa: ARG001  (--event is there to be typed)
    """Jadikan isian “Usulan berita” naskah pada cabang usulan/, lalu jawab di isiannya.

    Tanpa --olah dan --kirim keduanya dijalankan.
    """
    newsroom, at = Newsroom(Path.cwd()), moment(now)
    asked = taking.proposal(actions.event(os.environ))
    with tempfile.TemporaryDirectory() as temporary:
        folder = work or send or Path(temporary)
        if not send:
            fetch = partial(attachments.fetch, token=token())
            taking.prepare(newsroom, asked, folder, at, fetch)
        if not work:
            click.echo(taking.deliver(newsroom, asked, folder, at))
