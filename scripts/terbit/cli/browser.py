"""Folders shown in the browser, until the person has seen enough."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import click

from terbit import serving
from terbit.errors import TerbitError


def show(mounts: Mapping[str, Path], port: int) -> None:
    """Show folders in the browser until Ctrl+C. Raises TerbitError where the port is taken."""
    try:
        running = serving.server(mounts, port)
    except OSError:
        fix = "pilih yang lain dengan --port, atau --port 0"
        raise TerbitError(f"porta {port} sedang dipakai", fix) from None
    for prefix in mounts:
        click.echo(f"Lihat: http://{serving.HOST}:{running.server_port}{prefix}")
    click.echo("Hentikan dengan Ctrl+C.")
    with running:
        try:
            running.serve_forever()
        except KeyboardInterrupt:
            click.echo("Selesai.")
