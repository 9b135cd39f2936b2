from __future__ import annotations

from terbit.checks.reading.day_rows import in_items, in_row
from terbit.checks.reading.prose import Text
from terbit.checks.reading.texts import texts
from tests.checks.offices import LEAD, build

TABLE = "| {0} | {1} | Acara |\n| --- | --- | --- |\n| {2} | {3} | Rapat |\n"


def row(*cells: str) -> Text:
    return texts(build(f"{LEAD}\n{TABLE.format(*cells)}"))[-1]


def test_the_day_of_a_row_belongs_to_its_date() -> None:
    for cells in (
        ("Hari", "Tanggal", "Senin", "17 November 2026"),
        ("Tanggal", "Hari", "17/11/2026", "Senin"),
    ):
        (mention,) = in_row(row(*cells))
        assert [(day, part.day) for day, part in mention.pairs()] == [(0, 17)]


def test_the_place_holds_both_cells() -> None:
    text = row("Tgl.", "Hari", "17 November 2026", "Senin")
    (mention,) = in_row(text)
    assert text.text[mention.start : mention.end] == "17 November 2026 | Senin"


def test_other_columns_say_nothing_of_each_other() -> None:
    assert not list(in_row(row("Hari", "Mulai berlaku", "Senin", "17 November 2026")))
    assert not list(in_row(row("Hari layanan", "Tanggal", "Senin", "17 November 2026")))


def test_items_that_follow_each_other_belong_together() -> None:
    listed = texts(build(f"{LEAD}\n- Hari: Senin\n- Tanggal: 17 November 2026\n"))
    ((text, mention),) = in_items(listed)
    assert text.text[mention.start : mention.end] == "17 November 2026"
    apart = texts(build(f"{LEAD}\n- Hari: Senin\n- Aula\n- Tanggal: 17 November 2026\n"))
    assert not list(in_items(apart))
