"""Tables as spreadsheets read them: nothing is run, nothing is lost, the same bytes again."""

from __future__ import annotations

import csv
import io
from datetime import datetime
from zoneinfo import ZoneInfo

import openpyxl
from hypothesis import example, given
from hypothesis import strategies as st

from terbit.tables import Table, to_csv, to_workbook

AT = datetime(2026, 11, 12, 10, 41, tzinfo=ZoneInfo("Asia/Jakarta"))
TABLE = Table(
    "November 2026",
    ("judul", "menit", "waktu"),
    (("=HYPERLINK(1)", 0, AT), ("Rapat, “biasa”\ndua baris", None, None)),
)


def read(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_csv_opens_in_excel_and_runs_nothing() -> None:
    data = to_csv(TABLE)
    assert data.startswith(b"\xef\xbb\xbfjudul,menit,waktu\r\n")
    assert read(data)[1:] == [
        ["'=HYPERLINK(1)", "0", "2026-11-12T10:41:00+07:00"],
        ["Rapat, “biasa”\ndua baris", "", ""],
    ]


@example("\t=1+1")
@example("@SUM(A1)")
@given(st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\0")))
def test_no_text_begins_as_a_formula(text: str) -> None:
    cell = read(to_csv(Table("T", ("a", "b"), ((text, 1),))))[1][0]
    assert not cell.startswith(("=", "+", "-", "@", "\t", "\r"))
    assert cell in (text, f"'{text}")


def test_workbook_holds_numbers_moments_and_texts_that_are_no_formulas() -> None:
    data = to_workbook([TABLE], "Arsip", "Dinas", AT)
    sheet = openpyxl.load_workbook(io.BytesIO(data))["November 2026"]
    cell = sheet["A2"]
    assert (cell.value, cell.data_type) == ("=HYPERLINK(1)", "s")
    assert sheet["B2"].value == 0
    assert sheet["C2"].value == AT.replace(tzinfo=None)
    assert sheet["B3"].value is None
    assert sheet.freeze_panes == "A2"


def test_the_same_rows_make_the_same_bytes() -> None:
    assert to_workbook([TABLE], "A", "B", AT) == to_workbook([TABLE], "A", "B", AT)
