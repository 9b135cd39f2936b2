"""`terbit audit` on the command line."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from terbit.commands import audit as auditing
from terbit.console import MENDABLE, json_option, moment, now_option, print_json, print_lines
from terbit.newsroom.clone import Clone


@click.command()
@click.option(
    "--anchor",
    "anchors",
    metavar="KOMIT|BERKAS",
    multiple=True,
    help="Patokan yang pernah dicatat: komit arsip, kepala.txt, atau folder salinan arsip.",
)
@click.option(
    "--situs",
    "site",
    metavar="FOLDER",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="Bandingkan folder situs ini, berkas demi berkas, dengan yang disetujui.",
)
@json_option
@now_option
def audit(anchors: tuple[str, ...], site: Path | None, as_json: bool, now: datetime | None) -> None:
    """Buktikan arsip dari hasil klon saja, tanpa jaringan.

    Setiap butir yang terbit diperiksa: isinya yang disetujui, oleh siapa, menurut SOP dan jabatan
    waktu itu, dan arsip hanya pernah bertambah. Kode keluar 1 berarti ada pelanggaran.
    """
    found = auditing.audit(Clone(Path.cwd()), moment(now), anchors, site)
    if as_json:
        print_json(found.to_json())
    else:
        print_lines(found.lines())
    if not found.ok:
        raise SystemExit(MENDABLE)
