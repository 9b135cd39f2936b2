"""`terbit rules` on the command line."""

from __future__ import annotations

from pathlib import Path

import click

from terbit import config
from terbit.checks import RULES
from terbit.console import json_option, print_json, print_lines
from terbit.core.office import Office
from terbit.newsroom import rulebook


@click.command()
@click.argument("rule", metavar="[ATURAN]", required=False)
@click.option("--page", is_flag=True, help="Cetak halaman semua aturan dalam Markdown.")
@json_option
def rules(rule: str | None, page: bool, as_json: bool) -> None:
    """Tunjukkan aturan pemeriksaan.

    Dengan ATURAN, misalnya PII-01, tampil contoh dan cara memperbaikinya.
    """
    name = rule.upper() if rule else None
    if name and name not in RULES:
        raise click.UsageError(f"aturan “{rule}” tidak dikenal")
    chosen = [RULES[name]] if name else list(RULES.values())
    if as_json:
        print_json([rulebook.to_json(one) for one in chosen])
    elif page:
        click.echo(rulebook.page(), nl=False)
    elif name:
        print_lines(rulebook.details(RULES[name], _office()))
    else:
        print_lines(rulebook.lines(_office()))


def _office() -> Office | None:
    """The office of the newsroom around, if there is one. Raises InputErrors."""
    root = Path.cwd()
    return config.load(root).office if (root / config.OFFICE_FILE).is_file() else None
