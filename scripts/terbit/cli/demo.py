"""`terbit demo` on the command line."""

from __future__ import annotations

from pathlib import Path

import click

from terbit import demo as demonstrating
from terbit.cli.browser import show


@click.command()
@click.option("--out", type=click.Path(path_type=Path), default=Path(".demo"), help="Folder hasil.")
@click.option("--serve/--no-serve", default=True, help="Tampilkan hasilnya di 127.0.0.1.")
@click.option("--port", type=int, default=8000, show_default=True, help="Porta di 127.0.0.1.")
def demo(out: Path, serve: bool, port: int) -> None:
    """Peragakan kelima langkah SOP di ruang latihan."""
    result = demonstrating.demo(Path.cwd(), out, click.echo)
    if serve:
        show(result.mounts, port)
