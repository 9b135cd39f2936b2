"""`terbit new` on the command line."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import click

from terbit import config
from terbit.commands import new as making
from terbit.console import Day, moment, now_option
from terbit.core.article import KINDS
from terbit.core.office import Office
from terbit.newsroom import intake
from terbit.newsroom.answers import Answers, Picture


@click.command()
@click.argument("words", metavar="[JUDUL] [FOTO]...", nargs=-1)
@click.option("--kind", type=click.Choice(KINDS), default="berita", help="Jenis konten.")
@click.option(
    "--date", "day", type=Day(), default=None, help="Tanggal kegiatan (bawaan: hari ini)."
)
@click.option("--tanya", "ask", is_flag=True, help="Tanyakan semuanya satu per satu.")
@click.option(
    "--dari",
    "source",
    metavar="FOLDER",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    help=f"Ambil foto dan {making.NOTES} (baris “Judul: …”, “Apa: …”) dari folder.",
)
@now_option
def new(
    *,
    words: tuple[str, ...],
    kind: str,
    day: date | None,
    ask: bool,
    source: Path | None,
    now: datetime | None,
) -> None:
    """Buat naskah baru dari judul dan foto, dari pertanyaan, atau dari folder.

    Lokasi dan data kamera di dalam foto dibuang.
    """
    root = Path.cwd()
    office = config.load(root).office
    today = office.calendar.day(moment(now))
    if ask and not source:
        answers = _asked(office, today, words)
    elif source and not ask and not words:
        answers = making.from_folder(source)
    elif words and not ask and not source:
        photos = tuple(Picture(Path(word)) for word in words[1:])
        answers = Answers(words[0], kind, day or today, pictures=photos)
    else:
        raise click.UsageError("sebutkan JUDUL, --tanya [FOTO]..., atau --dari FOLDER")
    folder = intake.place(root, answers, intake.credit_of(office)).relative_to(root)
    click.echo(f"Naskah dibuat: {folder}/index.md")
    click.echo(f"Lengkapi isinya, lalu: terbit check {folder}")


def _asked(office: Office, today: date, photos: tuple[str, ...]) -> Answers:
    # Rich is loaded for those alone who are asked
    from rich.console import Console  # noqa: PLC0415

    from terbit.cli.asking import Interview  # noqa: PLC0415

    return Interview(Console(highlight=False), office, today).answers([Path(p) for p in photos])
