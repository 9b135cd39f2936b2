"""The pages of the register: lists by year, and a sheet for each item."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from terbit import indonesian
from terbit.site import columns, exports, register, words
from terbit.site.chunks import Chunk, chunked
from terbit.site.metadata import Meta
from terbit.site.plan import Plan, grouped
from terbit.site.press import Made, Planned
from terbit.site.register import Row

SECTION = "arsip/"
SCRIPT, STYLE = "js/arsip.js", "css/arsip.css"
ROWS = 100
"""Rows of a page of the register."""


def pages(plan: Plan) -> Iterator[Planned]:
    """The register by year, newest on its front page, and a sheet for each item."""
    years = grouped(plan.rows, lambda row: row.year)
    shared = _filters(plan)
    newest = years[0][0] if years else ""
    named = [(year, _year_url(year, newest)) for year, _ in years]
    for year, group in years or [("", [])]:
        for chunk in chunked(group, ROWS):
            url = _row_page(year, newest, chunk.number)
            rows = [(row.key, row.title, row.state, row.url) for row in chunk.rows]
            around = (chunk.newer, chunk.older)
            inputs = plan.inputs("register", url, rows, around, named, year)
            make = partial(_register_page, year, newest, chunk, shared | {"years": named})
            script = SCRIPT if shared["filtered"] else ""
            yield Planned(url, inputs, SECTION, make, script=script, style=STYLE)
    for row in plan.rows:
        inputs = plan.inputs("lembar", row.key, row.title, row.state, row.url, plan.ties(row.name))
        make = partial(_sheet, plan, row)
        yield Planned(row.sheet, inputs, SECTION, make, indexed=False, style=STYLE)
    if not plan.site.is_preview:
        yield _downloads(plan)


def _filters(plan: Plan) -> dict[str, Any]:
    """What the filters offer: the same on every page of the register."""
    shown = [*words.KINDS.values(), register.PAGE]
    channels = (words.channel(name) for name in plan.site.office.available_channels)
    return {
        "filtered": bool(plan.rows) and not plan.site.is_preview,
        "kinds": shown,
        "channels": tuple(channels),
        "months": [(f"{number:02d}", words.month_name(number)) for number in range(1, 13)],
    }


def _downloads(plan: Plan) -> Planned:
    """Every file of the archive, and what their columns mean."""
    years = [(year, exports.months(year)) for year in exports.years(plan)]
    told = [(p.id, len(p.rows)) for year, months in years for p in (year, *months)]
    meta = Meta("Unduh arsip", "Arsip terbitan per tahun dan per bulan: CSV, XLSX, dan JSON.")
    context = {
        "years": years,
        "columns": columns.columns(plan.site),
        "schema": exports.SCHEMA,
        "zone": indonesian.zone(plan.site.office.calendar.local(plan.site.built_at)),
    }
    make = partial(Made, meta, "downloads.html.j2", context)
    inputs = plan.inputs("daftar unduhan", told, context["zone"])
    return Planned(exports.FOLDER, inputs, SECTION, make, style=STYLE)


def _register_page(year: str, newest: str, chunk: Chunk[Row], shared: Mapping[str, Any]) -> Made:
    newer, older = chunk.newer, chunk.older
    around = [_row_page(year, newest, n) if n is not None else "" for n in (newer, older)]
    title = "Arsip" if year == newest else f"Arsip {year}"
    full = f"{title}, halaman {chunk.number}" if chunk.number else title
    about = "Register semua yang terbit menurut SOP."
    context = {
        **shared,
        "title": title,
        "number": chunk.number,
        "year": year,
        "rows": chunk.rows,
        "around": around,
        "downloads": exports.files_of_year(year) if shared["filtered"] else (),
    }
    meta = Meta(full, about)
    return Made(meta, "register.html.j2", context)


def _sheet(plan: Plan, row: Row) -> Made:
    shown = register.sheet(plan.site, row)
    files = plan.text(row.version).originals if row.version else ()
    meta = Meta(f"Lembar arsip: {row.title}", "", indexed=False)
    context = {
        "row": row,
        "ties": plan.ties(row.name),
        "sheet": shown,
        "steps": register.steps(plan.site, shown),
        "proofs": register.proofs(plan.site, shown),
        "remarks": register.remarks(plan.site, row, shown),
        "originals": register.originals(row, shown, files),
        "urgent": register.put_off(plan.site, row, shown),
        "log": register.log(plan.site, shown),
    }
    return Made(meta, "sheet.html.j2", context)


def _row_page(year: str, newest: str, number: int) -> str:
    """A page of the register; its numbered pages stay where they are when the year is over."""
    return f"arsip/tahun/{year}/{number}/" if number else _year_url(year, newest)


def _year_url(year: str, newest: str) -> str:
    return "arsip/" if year == newest else f"arsip/tahun/{year}/"
