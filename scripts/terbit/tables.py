"""Tables for people who have no Git: CSV and workbooks, the same bytes from the same rows."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

Cell = str | int | datetime | date | None
FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""How a text begins that a spreadsheet would take for a formula (OWASP, CSV Injection)."""
LONGEST = 32_767
"""Characters of a cell in a workbook (Excel specifications and limits)."""
FITTING = 10
"""Columns that can still be read when they are printed on one page."""
_WIDEST, _NARROWEST = 60, 9


@dataclass(frozen=True)
class Table:
    """A sheet: its name (31 characters at most), headings, rows; moments are aware and local."""

    name: str
    headings: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def to_csv(table: Table) -> bytes:
    """RFC 4180 in UTF-8 with a byte order mark, by which Excel knows it; no formulas."""
    target = io.StringIO(newline="")
    writer = csv.writer(target, lineterminator="\r\n")
    writer.writerow(table.headings)
    writer.writerows([_plain(cell) for cell in row] for row in table.rows)
    return target.getvalue().encode("utf-8-sig")


def to_workbook(tables: Sequence[Table], title: str, author: str, made: datetime) -> bytes:
    """One XLSX; texts are never formulas or links, whatever they begin with."""
    # nothing else of Terbit needs it: commands start without it
    from xlsxwriter import Workbook  # noqa: PLC0415

    target = io.BytesIO()
    book = Workbook(target, {"in_memory": True})
    stamp = made.replace(tzinfo=None, microsecond=0)
    book.set_properties({"title": title, "author": author, "created": stamp})
    formats = {
        "head": book.add_format({"bold": True, "bottom": 2, "valign": "top"}),
        "text": book.add_format({"text_wrap": True, "valign": "top"}),
        "number": book.add_format({"num_format": "0", "valign": "top"}),
        "moment": book.add_format({"num_format": "yyyy-mm-dd hh:mm", "valign": "top"}),
        "day": book.add_format({"num_format": "yyyy-mm-dd", "valign": "top"}),
    }
    for table in tables:
        _fill(book.add_worksheet(table.name), table, formats)
    book.close()
    return target.getvalue()


def _fill(sheet: Worksheet, table: Table, formats: Mapping[str, Format]) -> None:
    """Headings, cells, widths, and how the sheet scrolls, filters and prints."""
    for place, heading in enumerate(table.headings):
        sheet.write_string(0, place, heading, formats["head"])
    for line, row in enumerate(table.rows, start=1):
        for place, cell in enumerate(row):
            _write(sheet, (line, place), cell, formats)
    for place, heading in enumerate(table.headings):
        sheet.set_column(place, place, _width(heading, [row[place] for row in table.rows]))
    sheet.freeze_panes(1, 0)
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    if len(table.headings) <= FITTING:
        sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    if table.rows and table.headings:
        sheet.autofilter(0, 0, len(table.rows), len(table.headings) - 1)


def _write(
    sheet: Worksheet, place: tuple[int, int], cell: Cell, formats: Mapping[str, Format]
) -> None:
    match cell:
        case None | "":
            return
        case datetime():
            sheet.write_datetime(*place, cell.replace(tzinfo=None), formats["moment"])
        case date():
            sheet.write_datetime(*place, cell, formats["day"])
        case int():
            sheet.write_number(*place, cell, formats["number"])
        case _:
            sheet.write_string(*place, cell[:LONGEST], formats["text"])


def _plain(cell: Cell) -> str | int:
    match cell:
        case None:
            return ""
        case int():
            return cell
        case datetime() | date():
            return cell.isoformat()
    # a quote in front, as spreadsheets mark text; readers of the file find it in the codebook
    return f"'{cell}" if cell.startswith(FORMULA) else cell


def _width(heading: str, cells: Sequence[Cell]) -> int:
    lengths = [16 if isinstance(cell, datetime) else len(str(cell or "")) for cell in cells]
    wanted = max([*lengths, len(heading) + 2], default=0)  # the filter's arrow stands beside it
    return min(_WIDEST, max(_NARROWEST, wanted + 2))
