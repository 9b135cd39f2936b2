"""`terbit review` on the command line."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from terbit.cli.verdicts import print_verdict
from terbit.commands import review as reviewing
from terbit.console import as_option, moment, now_option
from terbit.forges.base import Decision
from terbit.newsroom.room import Newsroom


@click.command()
@click.argument("number", metavar="NOMOR", type=int)
@click.option("--approve", "decision", flag_value="APPROVED", help="Setujui.")
@click.option(
    "--request-changes", "decision", flag_value="CHANGES_REQUESTED", help="Minta perbaikan."
)
@click.option("--comment", "decision", flag_value="COMMENTED", help="Beri komentar saja.")
@click.option("-m", "body", default="", help="Kata-kata tinjauan.")
@as_option
@now_option
def review(
    number: int, decision: str | None, body: str, login: str | None, now: datetime | None
) -> None:
    """Tinjau permintaan: setujui, minta perbaikan, atau beri komentar."""
    if decision is None:
        raise click.UsageError("pilih salah satu: --approve, --request-changes, atau --comment")
    newsroom = Newsroom(Path.cwd())
    act = reviewing.Act(number, newsroom.identity(login), moment(now))
    assessment = reviewing.review(newsroom, act, Decision(decision), body)
    print_verdict(assessment)
