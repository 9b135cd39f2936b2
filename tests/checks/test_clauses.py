"""Which person a clause is about, and which row of a table names one."""

from __future__ import annotations

import pytest

from terbit.checks.reading import clauses
from terbit.checks.reading.prose import Text
from terbit.checks.reading.rows import cells, names_institution, names_somebody


@pytest.mark.parametrize(
    "between",
    [
        " ",
        " yang ",
        ", warga lanjut usia, ",
        " tetap mengajar meskipun ",
        " yang membuka warung di pasar ",
        " mengatakan ia ",
        " dirawat karena ",
    ],
)
def test_said_of_the_name_before(between):
    assert clauses.said_of(between)


@pytest.mark.parametrize(
    "between",
    [
        " mengatakan warga ",
        " menyerahkan bantuan kepada ",
        " menjenguk tetangganya yang ",
        " tidak ",
        " bersama sejumlah orang ",
        " yang merawat pasien ",
        " | ",
        ", sedangkan adiknya ",
        " " + "panjang sekali " * 10,
    ],
)
def test_said_of_somebody_else(between):
    assert not clauses.said_of(between)


def test_right_behind():
    assert clauses.right_behind(" (46), yang kini ")
    assert not clauses.right_behind(", ketua panitia, ")


def row(*pairs: tuple[str, str]) -> Text:
    """A row of a table: (heading, cell) pairs."""
    headers, text = [], ""
    for head, cell in pairs:
        headers.append((len(text), head))
        text += f"{cell} | "
    return Text("isi", text.removesuffix(" | "), 1, headers=tuple(headers))


def test_the_cells_of_a_row():
    text = row(("No", "1"), ("Nama", "Mulyono"))
    assert [(head, text.text[a:b]) for head, a, b in cells(text)] == [
        ("No", "1"),
        ("Nama", "Mulyono"),
    ]


@pytest.mark.parametrize("head", ["Nama", "Nama penerima", "No. Nama", "Pasien", "Inisial"])
def test_a_row_names_somebody(head):
    text = row(("No", "1"), (head, "Mulyono"))
    assert names_somebody(text) == (4, 11)


@pytest.mark.parametrize(
    ("head", "cell"),
    [("Nama OPD", "Mulyono"), ("Materi", "Mulyono"), ("Nama", "Dinas Sosial"), ("Nama", "-")],
)
def test_a_row_names_nobody(head, cell):
    assert names_somebody(row(("No", "1"), (head, cell))) is None


def test_a_row_about_a_business():
    assert names_institution(row(("Nama usaha", "Keripik"), ("Pemilik", "Ibu Siti")))
    assert not names_institution(row(("Nama", "Mulyono"), ("Tempat tinggal", "Jl. Jati")))
