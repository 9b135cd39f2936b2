"""`terbit preview` on the command line."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from terbit.cli.browser import show
from terbit.commands import editor as editing
from terbit.commands import preview as previewing
from terbit.console import WORK, moment, now_option, print_lines
from terbit.newsroom.posting import KITS
from terbit.newsroom.room import Newsroom


@click.command()
@click.option("--port", type=int, default=8000, show_default=True, help="Porta di 127.0.0.1.")
@click.option("--build-only", is_flag=True, help="Bangun saja, jangan tampilkan.")
@click.option("--editor", is_flag=True, help="Sertakan editor naskah di /admin/.")
@now_option
def preview(port: int, build_only: bool, editor: bool, now: datetime | None) -> None:
    """Lihat isi folder kerja seperti publik.

    Yang belum disetujui diberi pita, dan kirimannya untuk tiap kanal ada di /paket/. Kiriman dari
    naskah yang diubah cabang ini juga ada dalam satu berkas yang dapat dibuka di ponsel.

    Editor naskah tidak pernah ikut ke situs publik; foldernya dapat disalin ke server intranet.
    """
    newsroom = Newsroom(Path.cwd())
    admin = _editor(newsroom) if editor else {}
    done = previewing.preview(newsroom, newsroom.root / WORK / "pratinjau", moment(now))
    print_lines(map(str, done.problems))
    click.echo(f"Pratinjau: {done.folder} ({len(done.unapproved)} butir belum disetujui)")
    if done.posts:
        click.echo(f"Kiriman di setiap aplikasi: {done.posts}")
    if not build_only:
        kits = {f"/{KITS}/": done.folder / KITS}
        show({"/": done.folder, **kits, **admin}, port)


def _editor(newsroom: Newsroom) -> dict[str, Path]:
    """Where the editor is shown. Raises TerbitError before the preview takes its time."""
    made = editing.write(newsroom, newsroom.root / WORK / "editor")
    keeps = (
        f"menulis ke {made.repository}" if made.repository else "latihan, tidak menyimpan apa pun"
    )
    click.echo(f"Editor: {made.folder} ({keeps})")
    return {"/admin/": made.folder}
