"""`terbit explain` on the command line.

It replays a saved document with nothing imported that a forge, Git or a page would need: most
of the start-up time is theirs.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from terbit.cli.press import Press, told
from terbit.cli.verdicts import print_verdict
from terbit.commands import explain as explaining
from terbit.console import json_option, moment, now_option

if TYPE_CHECKING:
    from terbit.commands.explain import Explanation
    from terbit.newsroom.room import Assessment, Newsroom


@click.command()
@click.argument("number", metavar="[NOMOR]", type=int, required=False)
@click.option(
    "--facts", "facts_file", type=click.Path(path_type=Path), help="Dokumen fakta yang disimpan."
)
@click.option(
    "--config", "folder", type=click.Path(path_type=Path), help="Folder sop.yml dan kantor.yml."
)
@click.option(
    "--if",
    "presses",
    metavar="AKUN=TOMBOL",
    type=Press(),
    multiple=True,
    help="Andaikan seseorang menekan tombol: AKUN=approve atau AKUN=request-changes.",
)
@click.option("--slip", is_flag=True, help="Lembar disposisi dalam Markdown.")
@json_option
@now_option
def explain(
    *,
    number: int | None,
    facts_file: Path | None,
    folder: Path | None,
    presses: tuple[tuple[str, str], ...],
    slip: bool,
    as_json: bool,
    now: datetime | None,
) -> None:
    """Jelaskan keadaan permintaan menurut SOP.

    Langkah mana yang menunggu, siapa yang ditunggu, apa yang tidak dihitung, dan sebabnya.
    """
    if facts_file is not None:
        saved = explaining.offline(facts_file, folder or Path.cwd())
        saved = explaining.suppose(saved, presses)
        if slip and not as_json:
            _print_saved_slip(saved)
            return
        _print(saved, presses, as_json)
    elif number is not None:
        newsroom = _newsroom()
        found = explaining.online(newsroom, number, moment(now))
        found = explaining.suppose(found, presses)
        if slip and not as_json:
            _print_slip(newsroom, found)
            return
        _print(found, presses, as_json)
    else:
        raise click.UsageError("sebutkan NOMOR permintaan, atau --facts BERKAS")


def _print(
    found: Explanation | Assessment, presses: Sequence[tuple[str, str]], as_json: bool
) -> None:
    if presses and not as_json:
        click.echo(told(presses))
    print_verdict(found, as_json=as_json)


def _newsroom() -> Newsroom:
    from terbit.newsroom.room import Newsroom  # noqa: PLC0415  (a saved document needs no forge)

    return Newsroom(Path.cwd())


def _print_slip(newsroom: Newsroom, found: Assessment) -> None:
    from terbit.newsroom.disposition import compose_slip  # noqa: PLC0415  (needs the channels)

    click.echo(compose_slip(newsroom, found))


def _print_saved_slip(found: Explanation) -> None:
    from terbit.report.slip import slip  # noqa: PLC0415  (only the slip needs a template)

    procedure = found.config.procedure if found.config else None
    office = found.config.office if found.config else None
    click.echo(slip(found.verdict, procedure, office, found.facts, findings=found.findings))
