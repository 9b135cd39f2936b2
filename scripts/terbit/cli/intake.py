"""`terbit intake` on the command line."""

from __future__ import annotations

import os
import sys
import tempfile
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

import click

from terbit import actions
from terbit.commands import hand_in
from terbit.commands import intake as taking
from terbit.console import MENDABLE, moment, now_option
from terbit.forges.github import attachments
from terbit.newsroom.forge import host_of, token
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

    Bila peristiwanya komentar /ajukan atau tombol “Ajukan naskah”, naskahnya dipindahkan ke
    tempat terbitnya seperti oleh terbit submit. Tanpa --olah dan --kirim keduanya dijalankan.
    """
    newsroom, at, told = Newsroom(Path.cwd()), moment(now), actions.event(os.environ)
    with tempfile.TemporaryDirectory() as temporary:
        folder = work or send or Path(temporary)
        act = _ordered if hand_in.is_order(told) else _proposed
        text = act(newsroom, told, (folder, not send, not work), at)
    if text:
        click.echo(text)


Halves = tuple[Path, bool, bool]
"""The folder between the two halves, and which of them run."""


def _proposed(newsroom: Newsroom, told: dict[str, Any], halves: Halves, at: datetime) -> str:
    """The issue form."""
    folder, first, second = halves
    host = host_of(newsroom.repository)
    asked = taking.proposal(told, host)
    if first:
        fetch = partial(attachments.fetch, token=token(), server=host)
        taking.prepare(newsroom, asked, folder, at, fetch)
    return taking.deliver(newsroom, asked, folder, at) if second else ""


def _ordered(newsroom: Newsroom, told: dict[str, Any], halves: Halves, at: datetime) -> str:
    """A comment, or the button; whoever pressed that reads the answer on the run's page."""
    folder, first, second = halves
    asked = hand_in.order(told)
    if first:
        hand_in.prepare(newsroom, asked, folder, at)
    if not second:
        return ""
    said = hand_in.deliver(newsroom, asked, folder, at)
    if asked.issue is None:
        actions.summarize(said.text, os.environ)
        if not said.done:
            click.echo(said.text)
            sys.exit(MENDABLE)
    return said.text
