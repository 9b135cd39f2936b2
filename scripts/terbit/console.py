"""What all commands of the command line share: parameter types, options, lines, JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import UTC, date, datetime, tzinfo
from pathlib import Path
from typing import Any

import click

MENDABLE, USAGE, BUG = 1, 2, 3
"""The exit codes other than 0: the person can mend it, wrong usage, a fault of ours."""
WORK = ".terbit"
"""The folder in a clone for what is made and can be made again."""


class Moment(click.ParamType[datetime]):
    """An ISO time; without zone it is the office's, whatever zone the machine is in."""

    name = "waktu"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> datetime:
        """The moment, aware of its zone; a usage error where it is none."""
        try:
            parsed = value if isinstance(value, datetime) else datetime.fromisoformat(value)
        except ValueError:
            self.fail(f"“{value}” bukan waktu; contoh: 2026-11-18T09:00+07:00", param, ctx)
        return parsed if parsed.tzinfo else parsed.replace(tzinfo=_office_zone())


def _office_zone() -> tzinfo:
    """The zone in kantor.yml of the folder that one works in, or of one above it.

    Raises InputErrors where there is none, or where it is wrong.
    """
    # most moments are the clock's or name their zone: those commands start without it
    from terbit import config  # noqa: PLC0415

    here = Path.cwd()
    places = (here, *here.parents)
    root = next((place for place in places if (place / config.OFFICE_FILE).is_file()), here)
    return config.load(root).office.calendar.zone


class Day(click.ParamType[date]):
    """A date as TTTT-BB-HH."""

    name = "tanggal"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The date; a usage error where it is none."""
        try:
            return value if isinstance(value, date) else date.fromisoformat(value)
        except ValueError:
            self.fail(f"“{value}” bukan tanggal; contoh: 2026-11-10", param, ctx)


now_option = click.option(
    "--now",
    type=Moment(),
    default=None,
    help="Waktu yang dipakai, untuk latihan; tanpa zona: zona kantor (bawaan: sekarang).",
)
as_option = click.option("--as", "login", metavar="AKUN", help="Akun yang bertindak.")
json_option = click.option("--json", "as_json", is_flag=True, help="Keluaran JSON.")


def moment(now: datetime | None) -> datetime:
    """The time that was given with --now, else that of the clock."""
    return now or datetime.now(UTC).replace(microsecond=0)


def print_lines(lines: Iterable[str]) -> None:
    """One line after another."""
    for line in lines:
        click.echo(line)


def as_json(value: object) -> str:
    """One JSON document, letters as they are."""
    return json.dumps(value, ensure_ascii=False, indent=1)


def print_json(value: object) -> None:
    """The same on the screen."""
    click.echo(as_json(value))
