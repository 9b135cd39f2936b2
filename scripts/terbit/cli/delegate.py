"""`terbit delegate` on the command line."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import click

from terbit.commands import delegate as delegating
from terbit.console import Day, as_option, moment, now_option
from terbit.newsroom.room import Newsroom


@click.command()
@click.argument("role", metavar="JABATAN")
@click.argument("person", metavar="AKUN")
@click.option("--mulai", "start", type=Day(), required=True, help="Hari pertama.")
@click.option("--sampai", "end", type=Day(), required=True, help="Hari terakhir, ikut dihitung.")
@click.option("--sk", "decree", metavar="NOMOR", required=True, help="Nomor surat penugasan.")
@click.option(
    "--status",
    type=click.Choice(("plh", "plt")),
    default="plh",
    help="plh: pejabat berhalangan sementara; plt: berhalangan tetap atau jabatan kosong.",
)
@as_option
@now_option
def delegate(
    *,
    role: str,
    person: str,
    start: date,
    end: date,
    decree: str,
    status: str,
    login: str | None,
    now: datetime | None,
) -> None:
    """Tugaskan Plh. atau Plt. lewat permintaan.

    Baris bertanggal dan bernomor SK ditambahkan ke kantor.yml pada cabang baru. Penugasan berlaku
    setelah permintaan itu disetujui dan digabung.
    """
    newsroom = Newsroom(Path.cwd())
    wish = delegating.Wish(role, person, start, end, decree, status)
    done = delegating.delegate(newsroom, wish, newsroom.identity(login), moment(now))
    row = done.row
    click.echo(f"Dibuka permintaan #{done.number}: {done.title} (cabang {done.branch})")
    click.echo(f"Berlaku {row.start} sampai {row.end} setelah permintaan itu digabung.")
