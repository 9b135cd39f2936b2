"""`terbit new` on the command line."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import click

from terbit import config
from terbit.commands import new as making
from terbit.console import Day
from terbit.core.article import KINDS


@click.command()
@click.argument("title", metavar="JUDUL")
@click.argument("photos", metavar="[FOTO]...", nargs=-1, type=click.Path(path_type=Path))
@click.option("--kind", type=click.Choice(KINDS), default="berita", help="Jenis konten.")
@click.option(
    "--date", "day", type=Day(), default=None, help="Tanggal kegiatan (bawaan: hari ini)."
)
def new(title: str, photos: tuple[Path, ...], kind: str, day: date | None) -> None:
    """Buat naskah baru dari judul dan foto.

    Lokasi dan data kamera di dalam foto dibuang.
    """
    root = Path.cwd()
    setting = config.load(root)
    day = day or setting.office.calendar.day(datetime.now(UTC))
    draft = making.Draft(title, kind, day, f"Dokumentasi {setting.office.name}")
    folder = making.new(root, draft, photos)
    click.echo(f"Naskah dibuat: {folder.relative_to(root)}/index.md")
    click.echo(f"Isi pertanyaannya, lalu: terbit check {folder.relative_to(root)}")
