"""`terbit record` on the command line."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path

import click

from terbit import actions, photos
from terbit.commands import record as recording
from terbit.console import MENDABLE, as_option, moment, now_option
from terbit.core.digest import item_of
from terbit.core.record import Event
from terbit.forges.github import attachments
from terbit.newsroom import proof_forms
from terbit.newsroom.forge import host_of, token
from terbit.newsroom.room import Newsroom


@click.command()
@click.argument("item", metavar="BUTIR", required=False)
@click.argument("channel", metavar="KANAL", required=False)
@click.argument("link", metavar="TAUTAN", required=False)
@click.option(
    "--berkas",
    "file",
    metavar="FOTO",
    type=click.Path(path_type=Path),
    help="Tangkapan layar sebagai bukti, untuk kiriman yang tautannya tidak bertahan.",
)
@click.option(
    "--tidak-tersedia",
    "unavailable",
    metavar="ALASAN",
    help="Kanal itu tidak dapat dipakai untuk versi ini; alasannya tampil di lembar arsip.",
)
@click.option(
    "--tidak-terkirim", "missing", is_flag=True, help="Sudah diperiksa: kiriman itu tidak ada."
)
@click.option("--terhapus", "removed", is_flag=True, help="Kiriman itu sudah dihapus.")
@click.option("--event", is_flag=True, help="Ambil isiannya dari formulir GitHub.")
@as_option
@now_option
def record(
    *,
    item: str | None,
    channel: str | None,
    link: str | None,
    file: Path | None,
    unavailable: str | None,
    missing: bool,
    removed: bool,
    event: bool,
    login: str | None,
    now: datetime | None,
) -> None:
    """Catat bukti tayang: tautan kiriman di sebuah kanal, atau bahwa kirimannya tidak ada.

    Bila Terbit tidak tahu apakah kirimannya sampai: periksa akun kantor, lalu catat tautannya,
    atau --tidak-terkirim bila kiriman itu tidak ada; Terbit mengirimkannya sekali lagi.
    Tangkapan layar (--berkas) ikut tersimpan di cabang arsip: potong dahulu bagian yang
    memperlihatkan orang lain.
    """
    newsroom = Newsroom(Path.cwd())
    told = [bool(link), file is not None, unavailable is not None, missing, removed]
    if event:
        _from_event(newsroom, moment(now))
    elif item and channel and told.count(True) == 1:
        act = _act(link, file, unavailable, missing=missing)
        # a shell completes the folder, a person copies it from the forge
        name = item_of(item.rstrip("/")) or item
        done = act(newsroom, name, channel, by=newsroom.identity(login), now=moment(now))
        click.echo(f"Dicatat: {done.item} — {done.kind}. Terbitkan lagi agar tampak di situs.")
    else:
        fix = "TAUTAN, --berkas, --tidak-tersedia, --tidak-terkirim, atau --terhapus"
        raise click.UsageError(f"sebutkan BUTIR, KANAL, dan salah satu dari {fix}; atau --event")


def _act(
    link: str | None, file: Path | None, unavailable: str | None, *, missing: bool
) -> Callable[..., Event]:
    """What is recorded, by the one thing that was told. Raises InputErrors for a bad picture."""
    if link:
        return partial(recording.record, link=link)
    if file is not None:
        return partial(recording.pictured, picture=photos.proof(file))
    if unavailable is not None:
        return partial(recording.skipped, reason=unavailable)
    return recording.not_sent if missing else recording.removed


def _from_event(newsroom: Newsroom, now: datetime) -> None:
    host = host_of(newsroom.repository)
    asked = proof_forms.proposal(actions.event(os.environ), host)
    fetch = partial(attachments.fetch, token=token(), server=host)
    said = recording.answer(newsroom, asked, now, fetch)
    click.echo(said.text)
    # whoever filled in the issue form was answered there; the run form has no other answer
    if not said.recorded and asked.issue is None:
        raise SystemExit(MENDABLE)
