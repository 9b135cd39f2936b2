"""`terbit submit` on the command line."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from terbit.commands import submit as submitting
from terbit.console import as_option, moment, now_option, print_lines
from terbit.newsroom.room import Newsroom
from terbit.report import findings as finding_report


@click.command()
@click.argument("draft", metavar="NASKAH")
@click.option("-m", "message", default="", help="Apa yang diperbaiki (saat mengirim perbaikan).")
@as_option
@now_option
def submit(draft: str, message: str, login: str | None, now: datetime | None) -> None:
    """Ajukan naskah, kirim perbaikannya, atau ajukan perubahan yang sudah terbit."""
    newsroom = Newsroom(Path.cwd())
    by = newsroom.identity(login)
    done = submitting.submit(newsroom, draft, by, moment(now), message)
    print_lines(finding_report.lines(done.findings))
    verb = "Perbaikan dikirim ke" if done.corrected else "Dibuka"
    if done.corrected and not message:
        # these words stand in the archive as what was done about the notes
        click.echo("Tindak lanjut tercatat sebagai “Perbaiki naskah”; sebutkan isinya dengan -m.")
    click.echo(f"{verb} permintaan #{done.number}: {done.folder} (cabang {done.branch})")
