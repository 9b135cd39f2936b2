"""`terbit merge` on the command line."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from terbit.cli.verdicts import print_verdict
from terbit.commands import review as reviewing
from terbit.console import as_option, moment, now_option
from terbit.newsroom.room import Newsroom


@click.command()
@click.argument("number", metavar="NOMOR", type=int)
@as_option
@now_option
def merge(number: int, login: str | None, now: datetime | None) -> None:
    """Gabungkan permintaan yang sudah lolos SOP."""
    newsroom = Newsroom(Path.cwd())
    act = reviewing.Act(number, newsroom.identity(login), moment(now))
    try:
        done = reviewing.merge(newsroom, act)
    except reviewing.NotMergeable as error:
        print_verdict(error.assessment)
        raise
    click.echo(
        f"Permintaan #{done.number} digabung ({done.commit[:7]}). Berikutnya: terbit publish"
    )
