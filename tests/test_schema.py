"""A document against a model: all errors at once, in Indonesian, at their lines."""

from __future__ import annotations

from typing import Annotated, Any, Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import Field

from terbit import schema, yaml_source
from terbit.errors import Problem


class Leaf(schema.Strict):
    """One row."""

    nama: Annotated[str, Field(min_length=2, max_length=8)]
    warna: Literal["merah", "hijau", "biru"] = "biru"
    tampil: schema.YesNo = False


class Tree(schema.Strict):
    """Leaves in every kind of nest."""

    satu: Leaf | None = None
    daftar: tuple[Leaf, ...] = ()
    peta: dict[str, Leaf] = Field(default_factory=dict)
    kebun: dict[str, tuple[Leaf, ...]] = Field(default_factory=dict)
    titik: tuple[Annotated[float, Field(ge=0, le=1)], ...] | None = None
    hari: schema.Day | None = None
    waktu: schema.Moment | None = None
    lima: Annotated[Leaf | None, Field(alias="5w1h")] = None
    jumlah: int = 0


def check(text: str) -> tuple[Tree | None, list[Problem]]:
    return schema.validate(Tree, yaml_source.load(text, "x.yml"))


def tree(text: str) -> Tree:
    found, problems = check(text)
    assert not problems
    assert found is not None
    return found


def problem(text: str) -> Problem:
    found, problems = check(text)
    assert found is None
    (only,) = problems
    return only


@pytest.mark.parametrize(
    ("text", "line", "fix"),
    [
        ("satuu: 1\n", 1, "maksudnya “satu”?"),
        ("satu:\n  nama: Ani\n  warnna: merah\n", 3, "maksudnya “warna”?"),
        ("daftar:\n  - nama: Ani\n  - nama: Budi\n    wana: biru\n", 4, "maksudnya “warna”?"),
        ("peta:\n  a: {nama: Ani}\n  b:\n    nama: Ani\n    tampi: ya\n", 5, "maksudnya “tampil”?"),
        ("kebun:\n  a:\n    - nama: Ani\n      tampl: ya\n", 4, "maksudnya “tampil”?"),
        ("5w1h:\n  nama: Ani\n  warnaa: biru\n", 3, "maksudnya “warna”?"),
        ("satu: {nama: Ani, zzz: 1}\n", 1, "kunci yang ada: nama, warna, tampil"),
        ("peta:\n  a: {nama: Ani, zzz: 1}\n", 2, "kunci yang ada: nama, warna, tampil"),
    ],
)
def test_an_unknown_key_is_suggested_at_every_depth(text: str, line: int, fix: str) -> None:
    found = problem(text)
    assert "tidak dikenal" in found.what
    assert (found.line, found.fix) == (line, fix)


def test_a_key_is_known_by_what_people_write_only() -> None:
    assert tree("5w1h: {nama: Ani}\n").lima == Leaf(nama="Ani")
    assert problem("lima: {nama: Ani}\n").what == "kunci “lima” tidak dikenal"


@pytest.mark.parametrize(
    ("text", "line", "what", "fix"),
    [
        ("\nsatu: {warna: biru}\n", 2, "kunci “satu.nama” belum diisi", "tambahkan “nama: …”"),
        ("daftar:\n  - {nama: Ani}\n  - {}\n", 3, "“daftar.1.nama” belum diisi", "“nama: …”"),
        (
            "satu: {nama: Ani, warna: ungu}\n",
            1,
            "nilai “satu.warna” tidak dikenal",
            "'merah', 'hijau' atau 'biru'",
        ),
        ("satu: {nama: A}\n", 1, "“satu.nama” masih kosong", "isi dengan teks"),
        ("satu: {nama: Anindyaswari}\n", 1, "“satu.nama” terlalu panjang", "paling panjang 8"),
        ("satu: {nama: 5}\n", 1, "“satu.nama” harus teks", "apit angka dengan tanda kutip"),
        ("titik: [0.5, 1.5]\n", 1, "“titik.1”", "paling besar 1"),
        ("titik: [-1]\n", 1, "“titik.0”", "paling kecil 0"),
        ("jumlah: banyak\n", 1, "“jumlah” harus bilangan", "tanpa tanda kutip"),
        ("satu: teks\n", 1, "“satu” tidak sesuai bentuknya", "CONTRIBUTING.md"),
        ("daftar: teks\n", 1, "“daftar” tidak sesuai bentuknya", "CONTRIBUTING.md"),
        ("[a, b]\n", 1, "isinya bukan daftar kunci", "“kunci: nilai”"),
        ("teks saja\n", 1, "isinya bukan daftar kunci", "“kunci: nilai”"),
    ],
)
def test_what_is_wrong_and_how_to_mend_it(text: str, line: int, what: str, fix: str) -> None:
    found = problem(text)
    assert what in found.what
    assert fix in found.fix
    assert found.line == line


def test_several_problems_each_at_its_line() -> None:
    _, problems = check(
        "hari: kemarin\nsatu:\n  warna: ungu\ndaftar:\n  - nama: Ani\n    tampil: mungkin\nzz: 1\n"
    )
    assert sorted(row.line for row in problems) == [1, 2, 3, 6, 7]


# Yes and no


@pytest.mark.parametrize(
    ("written", "meant"),
    [("ya", True), ("Ya", True), ("yes", True), ("true", True), ("tidak", False), ("no", False)],
)
def test_yes_and_no(written: str, meant: bool) -> None:
    assert tree(f"satu: {{nama: Ani, tampil: {written}}}\n").satu == Leaf(nama="Ani", tampil=meant)


@pytest.mark.parametrize("written", ["t", "y", "1", "0", "mungkin", "''", "'on'", "null"])
def test_what_could_be_either_is_refused(written: str) -> None:
    found = problem(f"satu: {{nama: Ani, tampil: {written}}}\n")
    assert found.what == "“satu.tampil” harus ya atau tidak"


# Dates and times


@pytest.mark.parametrize(
    "text",
    [
        "hari: 2026-11-10",
        "hari: '2026-11-10'",
        "waktu: 2026-11-12T08:00",
        "waktu: 2026-11-12 08:00",
        "waktu: 2026-11-12T08:00:00",
        "waktu: 2026-11-12",
    ],
)
def test_dates_and_times_as_people_write_them(text: str) -> None:
    made = tree(text)
    shown = str(made.hari or made.waktu)
    assert shown.startswith(("2026-11-10", "2026-11-12 0"))


@pytest.mark.parametrize(
    "text",
    [
        "hari: 20261110",
        "hari: '1762732800'",
        "hari: 10-11-2026",
        "hari: 10 November 2026",
        "hari: true",
        "hari: 1.5",
        "hari: []",
        "hari: 2026-11-10T08:00",
        "waktu: 20261112",
        "waktu: '1762732800'",
        "waktu: besok",
        "waktu: 2026-11-12T25:00",
    ],
)
def test_what_is_no_date_is_not_guessed_at(text: str) -> None:
    found = problem(text)
    assert "bukan tanggal" in found.what
    assert "2026-11-10" in found.fix


@pytest.mark.parametrize("zone", ["+07:00", "Z", "+08:00"])
def test_a_time_is_always_that_of_the_office(zone: str) -> None:
    for seconds in ("", ":00"):
        found = problem(f"waktu: 2026-11-12T08:00{seconds}{zone}\n")
        assert "menyebut zona" in found.what


# Whatever is written

ANY = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5) | st.dates(),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from([*schema.keys(Tree), "nama", "x"]), inner, max_size=4)
    ),
    max_leaves=8,
)


@settings(deadline=None, derandomize=True, max_examples=300)
@given(ANY)
def test_every_document_is_a_model_or_has_problems(value: Any) -> None:
    found, problems = schema.validate(Tree, yaml_source.Document("x.yml", value))
    assert (found is None) == bool(problems)
    assert all(row.what and row.fix and row.line >= 1 for row in problems)
