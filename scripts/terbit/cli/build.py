"""`terbit build` on the command line."""

from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path

import click

from terbit.commands import build as building
from terbit.console import WORK, json_option, moment, now_option, print_json, print_lines
from terbit.newsroom.clone import Clone
from terbit.site import weight


@click.command()
@click.option(
    "--out", type=click.Path(path_type=Path), default=Path(WORK) / "situs", help="Folder situs."
)
@click.option("--skip-search", is_flag=True, help="Tanpa indeks pencarian; dibuat kemudian.")
@click.option(
    "--each-page",
    is_flag=True,
    help="Tiap halaman dibentuk mkdocs; lebih lama, hasilnya sama.",
)
@json_option
@now_option
def build(
    out: Path, skip_search: bool, each_page: bool, as_json: bool, now: datetime | None
) -> None:
    """Bangun situs dari yang sudah disetujui dan tercatat di arsip.

    Tidak menilai dan tidak mencatat apa pun; untuk menerbitkan yang baru, pakai terbit publish.
    Hanya halaman yang berubah yang dibuat lagi.
    """
    clone = Clone(Path.cwd())
    wanted = building.Wanted(search=not skip_search, each_page=each_page)
    done = building.build(clone, clone.root / out, moment(now), wanted)
    if as_json:
        print_json({"new": done.new, "removed": done.removed, "bytes": done.size})
    else:
        print_lines(done.lines())
        print_lines(weight.warnings(done.size, os.environ))
