"""A row is put into the text of kantor.yml as a careful person would, whatever its layout."""

from __future__ import annotations

from datetime import date

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from terbit.config.appointing import with_row
from terbit.core.office import Appointment
from terbit.errors import InputErrors

ROW = Appointment("Ani, S.E.", "b", "ani", 7, date(2026, 1, 2), date(2026, 1, 9), "plh", "SK-1")
ADDED = (
    "- {nama: 'Ani, S.E.', jabatan: b, akun: ani, id: 7, mulai: 2026-01-02, sampai: 2026-01-09,"
    " status: plh, sk: SK-1}"
)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("pejabat:\n  - {jabatan: b}   # satu\n  - {jabatan: c}\n", ("# satu", "c}")),
        ("pejabat:\n- {jabatan: b}\n# akhir\n", ("b}", "# akhir")),
        ("pejabat:\n  - {jabatan: c}", ("c}", "")),
        ("pejabat:\n  - jabatan: b\n    sk: x # y\n\n  - jabatan: c\n", ("# y", "")),
        ("pejabat:\n  - {jabatan: b,\n     sk: x}\nkota: P\n", ("sk: x}", "kota: P")),
        (
            "pejabat:\n  - jabatan: b\n    sk: |\n      x\n  - jabatan: c\n",
            ("      x", "- jabatan: c"),
        ),
        ("\ufeffpejabat:\r\n  - {jabatan: b}\r\nkota: P\r\n", ("b}", "kota: P")),
    ],
)
def test_the_row_stands_behind_its_post_and_all_else_is_as_before(
    before: str, after: tuple[str, str]
) -> None:
    lines = with_row(before, ROW).splitlines()
    (at,) = [number for number, line in enumerate(lines) if line.strip() == ADDED]
    assert lines[:at] + lines[at + 1 :] == before.splitlines()
    assert lines[at - 1].endswith(after[0])
    assert (lines[at + 1] if at + 1 < len(lines) else "").strip().endswith(after[1])


def test_windows_line_ends_stay() -> None:
    assert with_row("pejabat:\r\n- {jabatan: b}\r\n", ROW).count("\r\n") == 3


def test_rows_in_brackets_are_refused_with_their_line() -> None:
    with pytest.raises(InputErrors, match=r"kantor.yml:2.*satu orang satu baris"):
        with_row("kota: P\npejabat: [{jabatan: b}]\n", ROW)


@given(st.text(st.characters(categories=("L", "N", "P", "Zs")), min_size=1, max_size=20))
def test_any_name_and_decree_come_back_as_they_were(word: str) -> None:
    row = Appointment(word, "b", "ani", 7, ROW.start, ROW.end, "plh", word)
    rows = yaml.safe_load(with_row("pejabat:\n- {jabatan: b}\n", row))["pejabat"]
    assert (rows[1]["nama"], rows[1]["sk"]) == (word, word)
