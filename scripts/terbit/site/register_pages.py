"""The pages of the register: lists by year, and a sheet for each item."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from terbit.site import register
from terbit.site.chunks import Chunk, chunked
from terbit.site.metadata import Meta
from terbit.site.plan import Plan, grouped
from terbit.site.press import Made, Planned
from terbit.site.register import Row

SECTION = "arsip/"
ROWS = 100
"""Rows of a page of the register."""


def pages(plan: Plan) -> Iterator[Planned]:
    """The register by year, newest on its front page, and a sheet for each item."""
    years = grouped(plan.rows, lambda row: row.year)
    newest = years[0][0] if years else ""
    named = [(year, _year_url(year, newest)) for year, _ in years]
    for year, group in years or [("", [])]:
        for chunk in chunked(group, ROWS):
            url = _row_page(year, newest, chunk.number)
            rows = [(row.key, row.title, row.state, row.url) for row in chunk.rows]
            around = (chunk.newer, chunk.older)
            inputs = plan.inputs("register", url, rows, around, named, year)
            make = partial(_register_page, year, newest, chunk, named)
            yield Planned(url, inputs, SECTION, make)
    for row in plan.rows:
        inputs = plan.inputs("lembar", row.key, row.title, row.state, row.url)
        make = partial(_sheet, plan, row)
        yield Planned(row.sheet, inputs, SECTION, make, indexed=False)


def _register_page(
    year: str, newest: str, chunk: Chunk[Row], years: Sequence[tuple[str, str]]
) -> Made:
    newer, older = chunk.newer, chunk.older
    around = [_row_page(year, newest, n) if n is not None else "" for n in (newer, older)]
    title = "Arsip" if year == newest else f"Arsip {year}"
    full = f"{title}, halaman {chunk.number}" if chunk.number else title
    about = "Register semua yang terbit menurut SOP."
    context = {
        "title": title,
        "number": chunk.number,
        "year": year,
        "rows": chunk.rows,
        "years": years,
        "around": around,
    }
    meta = Meta(full, about)
    return Made(meta, "register.html.j2", context)


def _sheet(plan: Plan, row: Row) -> Made:
    shown = register.sheet(plan.site, row)
    meta = Meta(f"Lembar arsip: {row.title}", "", indexed=False)
    context = {
        "row": row,
        "sheet": shown,
        "steps": register.steps(plan.site, shown),
        "proofs": register.proofs(plan.site, shown),
        "log": register.log(plan.site, shown),
    }
    return Made(meta, "sheet.html.j2", context)


def _row_page(year: str, newest: str, number: int) -> str:
    """A page of the register; its numbered pages stay where they are when the year is over."""
    return f"arsip/tahun/{year}/{number}/" if number else _year_url(year, newest)


def _year_url(year: str, newest: str) -> str:
    return "arsip/" if year == newest else f"arsip/tahun/{year}/"
