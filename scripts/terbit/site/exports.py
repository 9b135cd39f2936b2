"""The archive as files that open without Git: CSV, XLSX and JSON, by year and by month.

Each file has the keys of its rows: a publication makes that month's and that year's files anew,
and no others.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, partial

from terbit import indonesian, tables
from terbit.core import passage as passages
from terbit.site import columns, register, words
from terbit.site.columns import Line
from terbit.site.model import Site, head_of
from terbit.site.plan import Plan, grouped
from terbit.site.register import Row

FOLDER = "arsip/unduh/"
SCHEMA = f"{FOLDER}arsip.schema.json"
FILTERS = "arsip/saring/"
FORMATS = (("csv", "CSV"), ("xlsx", "XLSX"), ("json", "JSON"))


@dataclass(frozen=True)
class File:
    """A file to be made: the same `key` always stands for the same bytes."""

    path: str
    key: str
    make: Callable[[], bytes]


@dataclass(frozen=True)
class Period:
    """A year or a month of the register with its rows, newest first."""

    id: str
    rows: tuple[Row, ...]

    @property
    def name(self) -> str:
        """In words: "2026" or "November 2026"."""
        if "-" not in self.id:
            return self.id
        year, month = map(int, self.id.split("-"))
        return words.month(date(year, month, 1))

    @property
    def files(self) -> tuple[tuple[str, str], ...]:
        """(address, format) of its files."""
        return tuple((_path(self.id, suffix), name) for suffix, name in FORMATS)


def years(plan: Plan) -> tuple[Period, ...]:
    """The years, newest first."""
    return tuple(Period(n, tuple(rows)) for n, rows in grouped(plan.rows, lambda r: r.year))


def months(year: Period) -> tuple[Period, ...]:
    """The months of a year, newest first."""
    return tuple(Period(n, tuple(rows)) for n, rows in grouped(year.rows, lambda r: r.month))


def files_of_year(year: str) -> tuple[tuple[str, str], ...]:
    """(address, format) of a year's files."""
    return Period(year, ()).files


def files(plan: Plan) -> Iterator[File]:
    """Every file of the archive; nothing in a preview, where not all is approved."""
    if plan.site.is_preview:
        return
    schema = _written(columns.schema(plan.site))
    yield File(SCHEMA, plan.inputs("skema arsip"), lambda: schema)
    for year in years(plan):
        yield _filter(plan, year)
        for period in (year, *months(year)):
            yield from _of_period(plan, period)


def _of_period(plan: Plan, period: Period) -> Iterator[File]:
    told = [(row.key, row.title, row.state, row.url) for row in period.rows]
    key = plan.inputs("unduhan", period.id, told)
    lines = cache(partial(_lines, plan, period))
    makers = {"csv": _csv, "xlsx": _workbook, "json": _json}
    for suffix, _ in FORMATS:
        make = partial(makers[suffix], plan.site, period, lines)
        yield File(_path(period.id, suffix), f"{key}{suffix}", make)


def _lines(plan: Plan, period: Period) -> tuple[Line, ...]:
    """What the events of some rows tell, the oldest first: what is added comes at the end."""
    return tuple(_line(plan.site, row) for row in reversed(period.rows))


def _line(site: Site, row: Row) -> Line:
    shown = register.sheet(site, row)
    proofs = passages.proofs(shown.history, shown.approval.digest, shown.channels)
    return Line(row, shown.passage, head_of(shown.history), proofs, shown.put_off)


Lines = Callable[[], Sequence[Line]]


def _csv(site: Site, period: Period, lines: Lines) -> bytes:
    return tables.to_csv(columns.table(site, lines(), period.name))


def _workbook(site: Site, period: Period, lines: Lines) -> bytes:
    found = lines()
    last = max((line.row.approved for line in found), default=site.built_at)
    sheets = (columns.table(site, found, period.name), columns.codebook(site))
    return tables.to_workbook(sheets, f"Arsip {period.name}", site.office.name, last)


def _json(site: Site, period: Period, lines: Lines) -> bytes:
    document = {
        "$schema": site.base + SCHEMA,
        "kantor": site.office.name,
        "periode": period.id,
        "butir": [columns.document(site, line) for line in lines()],
    }
    return _written(document)


def _filter(plan: Plan, year: Period) -> File:
    """What the register's script needs to filter a year, and no more: it comes over the air."""
    told = [(row.key, row.title, row.state, row.url) for row in year.rows]
    key = plan.inputs("saring", year.id, told)
    return File(f"{FILTERS}{year.id}.json", key, partial(_filter_rows, plan.site, year))


def _filter_rows(site: Site, year: Period) -> bytes:
    rows = [
        {
            "judul": row.title,
            "alamat": row.url,
            "lembar": row.sheet,
            "waktu": row.approved.isoformat(),
            "tanggal": indonesian.moment(row.approved),
            "jenis": row.kind,
            "sop": row.procedure,
            "keadaan": row.state,
            "rupa": row.tone,
            "kanal": [words.channel(channel) for channel in _channels(site, row)],
        }
        for row in year.rows
    ]
    return _written(rows)


def _channels(site: Site, row: Row) -> Sequence[str]:
    return site.office.available_channels if row.channels is None else row.channels


def _path(period: str, suffix: str) -> str:
    return f"{FOLDER}arsip-{period}.{suffix}"


def _written(document: object) -> bytes:
    """Without a needless byte: ten thousand items must fit on GitHub Pages."""
    return json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"
