"""`terbit publish` on the command line."""

from __future__ import annotations

import os
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

import click

from terbit import actions
from terbit.channels import sending
from terbit.commands import publish as publishing
from terbit.console import MENDABLE, WORK, json_option, moment, now_option, print_json, print_lines
from terbit.core.sending import Prospect
from terbit.newsroom.room import Newsroom
from terbit.report import agenda as agenda_report
from terbit.site import weight


@click.command()
@click.option(
    "--out", type=click.Path(path_type=Path), default=Path(WORK) / "terbitan", help="Folder hasil."
)
@click.option("--dry-run", is_flag=True, help="Cetak rencananya saja; tidak menulis apa pun.")
@click.option(
    "--skip-posts", is_flag=True, help="Tanpa paket unggah; itu dikerjakan oleh terbit post."
)
@json_option
@now_option
def publish(
    out: Path, dry_run: bool, skip_posts: bool, as_json: bool, now: datetime | None
) -> None:
    """Terbitkan yang sudah disetujui.

    Membuat catatan arsip, situs, umpan RSS, kiriman, dan paket unggah. Dijalankan dua kali
    hasilnya sama. Kode keluar 1 berarti ada isi main yang ditolak; yang lain tetap terbit.
    """
    newsroom = Newsroom(Path.cwd())
    folder, kits = newsroom.root / out, not skip_posts
    machines = _machines(newsroom) if kits else {}
    publisher = publishing.Publisher(newsroom, folder, moment(now), kits, machines)
    outcome = publisher.preview() if dry_run else publisher.run()
    if as_json:
        print_json(outcome.to_json())
    else:
        print_lines(outcome.lines(dry_run=dry_run))
        if outcome.built and not dry_run:
            click.echo(f"Hasilnya: {out}")
    heavy = weight.warnings(outcome.size, os.environ)
    if actions.inside(os.environ):
        print_lines(actions.refusals(outcome.refusals))
        actions.summarize(agenda_report.summary(outcome.silent), os.environ)
        print_lines(actions.warning("Ukuran situs", text) for text in heavy)
    elif not as_json:
        print_lines(heavy)
    if outcome.pictures:
        actions.tell("simpan-foto", "ya", os.environ)
    if outcome.refusals:
        raise SystemExit(MENDABLE)


def _machines(newsroom: Newsroom) -> Mapping[str, Prospect]:
    """The channels that `terbit post` can post to from here: they get no kit."""
    newsroom.repository.fetch()
    return sending.senders(newsroom.config_at(newsroom.main()).office, os.environ)
