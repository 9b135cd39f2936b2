"""`terbit record` on the command line."""

from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path

import click

from terbit import actions
from terbit.commands import record as recording
from terbit.console import MENDABLE, as_option, moment, now_option
from terbit.newsroom.room import Newsroom


@click.command()
@click.argument("item", metavar="BUTIR", required=False)
@click.argument("channel", metavar="KANAL", required=False)
@click.argument("link", metavar="TAUTAN", required=False)
@click.option(
    "--tidak-terkirim", "missing", is_flag=True, help="Sudah diperiksa: kiriman itu tidak ada."
)
@click.option("--terhapus", "removed", is_flag=True, help="Kiriman itu sudah dihapus.")
@click.option("--event", is_flag=True, help="Ambil isiannya dari formulir GitHub.")
@as_option
@now_option
def record(
    *,
    item: str | None,
    channel: str | None,
    link: str | None,
    missing: bool,
    removed: bool,
    event: bool,
    login: str | None,
    now: datetime | None,
) -> None:
    """Catat bukti tayang: tautan kiriman di sebuah kanal.

    Bila Terbit tidak tahu apakah kirimannya sampai: periksa akun kantor, lalu catat tautannya,
    atau --tidak-terkirim bila kiriman itu tidak ada; Terbit mengirimkannya sekali lagi.
    """
    newsroom = Newsroom(Path.cwd())
    if event:
        _from_event(newsroom, moment(now))
    elif item and channel and [bool(link), missing, removed].count(True) == 1:
        by, at = newsroom.identity(login), moment(now)
        if link:
            done = recording.record(newsroom, item, channel, link, by=by, now=at)
        else:
            told = recording.not_sent if missing else recording.removed
            done = told(newsroom, item, channel, by=by, now=at)
        click.echo(f"Dicatat: {done.item} — {done.kind}. Terbitkan lagi agar tampak di situs.")
    else:
        fix = "TAUTAN, --tidak-terkirim, atau --terhapus"
        raise click.UsageError(f"sebutkan BUTIR, KANAL, dan salah satu dari {fix}; atau --event")


def _from_event(newsroom: Newsroom, now: datetime) -> None:
    asked = recording.proposal(actions.event(os.environ))
    said = recording.answer(newsroom, asked, now)
    click.echo(said.text)
    # whoever filled in the issue form was answered there; the run form has no other answer
    if not said.recorded and asked.issue is None:
        raise SystemExit(MENDABLE)
