"""`terbit agenda` on the command line."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from terbit.commands import agenda as listing
from terbit.console import WORK, json_option, moment, now_option, print_json, print_lines
from terbit.newsroom.room import Newsroom
from terbit.report import agenda as report


@click.command()
@json_option
@now_option
def agenda(as_json: bool, now: datetime | None) -> None:
    """Daftar kegiatan yang belum diberitakan.

    Yaitu kegiatan yang terlaksana menurut content/agenda.yml, tetapi beritanya belum terbit. Daftar
    ini untuk kantor saja dan tidak tampil di situs.
    """
    newsroom = Newsroom(Path.cwd())
    found = listing.agenda(newsroom, newsroom.root / WORK / "terbitan", moment(now))
    if as_json:
        print_json(report.to_json(found))
    else:
        print_lines(report.lines(found) or [report.NOTHING])
