"""YAML with lines, and every surprise of YAML refused with its line and a fix."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st
from yaml.reader import Reader

from terbit import yaml_source
from terbit.errors import InputErrors, Problem

ROOT = Path(__file__).parents[1]
PARSERS = ("CSafeLoader", "SafeLoader")
"""libyaml's, and the one that PyYAML falls back on where it was built without it."""
QUIET = settings(deadline=None, derandomize=True, max_examples=300)


def value(text: str) -> Any:
    return yaml_source.load(text, "x.yml").value


def problems(text: str, first_line: int = 1) -> tuple[Problem, ...]:
    with pytest.raises(InputErrors) as caught:
        yaml_source.load(text, "x.yml", first_line)
    return caught.value.problems


def problem(text: str) -> Problem:
    (only,) = problems(text)
    assert only.path == "x.yml"
    assert only.fix
    return only


# Values and lines


def test_every_key_knows_its_line() -> None:
    document = yaml_source.load(
        "judul: A\nfoto:\n  - berkas: a.jpg\n    alt: B\n  - berkas: b.jpg\n5w1h: {apa: C}\n",
        "x.yml",
        first_line=2,
    )
    assert document.value["foto"][1] == {"berkas": "b.jpg"}
    wanted = {"judul": 2, "foto": 3, "foto.0": 4, "foto.0.alt": 5, "foto.1.berkas": 6}
    assert {key: document.line(key) for key in wanted} == wanted
    assert document.line("5w1h.apa") == 7


def test_a_missing_key_has_the_line_of_its_parent() -> None:
    document = yaml_source.load("a: 1\nfoto:\n  - alt: B\n", "x.yml")
    assert document.line("foto.0.kredit") == 3
    assert document.line("foto.9") == 2
    assert document.line("nowhere") == 1


def test_plain_values_are_what_people_mean() -> None:
    text = (
        "t: 2026-11-10\nw: 2026-11-12T08:00:00\ns: 2026-11-12T08:00\nn: 5\nf: 0.50\nk: '12:30'\n"
        "y: ya\nb: yes\nnull_: null\nkosong:\nteks: Rapat & makan * bersama!\n"
    )
    assert value(text) == {
        "t": date(2026, 11, 10),
        "w": datetime(2026, 11, 12, 8),  # noqa: DTZ001  (local time has no zone)
        "s": "2026-11-12T08:00",
        "n": 5,
        "f": 0.5,
        "k": "12:30",
        "y": "ya",
        "b": True,
        "null_": None,
        "kosong": None,
        "teks": "Rapat & makan * bersama!",
    }


def test_an_empty_document_is_nothing() -> None:
    assert value("") is None
    assert value("# hanya komentar\n") is None


# Refusals


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        ("a: 1\nb: &jangkar 2\n", 2, "jangkar (&)"),
        ("a: 1\n\nb: *alias\n", 3, "alias (*)"),
        ("a: 1\nb: !!python/object/apply:os.system [ls]\n", 2, "tag YAML (!)"),
        ("a: !!str 1\n", 1, "tag YAML (!)"),
        ("a: 1\nb: 2\na: 3\n", 3, "kunci “a” ditulis dua kali"),
        ("x:\n  a: 1\n  a: 2\n", 3, "kunci “a” ditulis dua kali"),
        ("[a, b]: 1\n", 1, "kunci harus berupa kata"),
        ("a: 1\njam: 12:30\n", 2, "12:30 tanpa tanda kutip dibaca YAML sebagai bilangan berbasis"),
        ("a: 1:30.5\n", 1, "berbasis 60"),
        ("telepon: 0536\n", 1, "0536 tanpa tanda kutip dibaca YAML sebagai bilangan 350"),
        ("a: 0x1F\n", 1, "0x1F tanpa tanda kutip dibaca YAML sebagai bilangan 31"),
        ("a: 1_000\n", 1, "dibaca YAML sebagai bilangan 1000"),
        ("a: 1\ntanggal: 2026-02-30\n", 2, "“2026-02-30” bukan nilai yang sah"),
        ("tanggal: 2026-13-01\n", 1, "bukan nilai yang sah"),
        ("a: =\n", 1, "“=” bukan nilai yang sah"),
        ("a: 1\nb: c: d\n", 2, "susunan YAML tidak terbaca"),
        ("a: 1\n\tb: 2\n", 2, "susunan YAML tidak terbaca"),
        ("a: [1, 2\nb: 3\n", 2, "susunan YAML tidak terbaca"),
        ("a: 1\nb: [\n\n\n", 2, "susunan YAML tidak terbaca"),
        ('a: 1\nb: "tidak ditutup\nc: 3\n', 2, "susunan YAML tidak terbaca"),
        ("a: 1\n--- \nb: 2\n", 2, "susunan YAML tidak terbaca"),
        ("a: 1\nb: satu\u2028dua\n", 2, "karakter tersembunyi (U+2028)"),
        ("a: 1\nb: satu\x0bdua\n", 2, "karakter tersembunyi (U+000B)"),
        ('a: 1\nb: "\\e[31mmerah"\n', 2, "karakter tersembunyi (U+001B)"),
        ('a: 1\n"\\0": 2\n', 2, "karakter tersembunyi (U+0000)"),
    ],
)
@pytest.mark.parametrize("parser", PARSERS)
def test_refused_with_line(
    text: str, line: int, what: str, parser: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(yaml_source, "PARSER", getattr(yaml, parser))
    found = problem(text)
    assert what in found.what
    assert found.line == line


@pytest.mark.parametrize("parser", PARSERS)
def test_half_a_character_is_refused(parser: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml_source, "PARSER", getattr(yaml, parser))
    assert problem('a: 1\nb: "\\uD800"\n').line == 2


def test_the_fix_can_be_copied() -> None:
    assert problem("jam: 12:30\n").fix == "tulis '12:30'"
    assert problem("telepon: 0536\n").fix == "tulis '0536'"


def test_all_problems_at_once_in_the_order_of_lines() -> None:
    found = problems("a: 12:30\nb: 2026-02-30\na: 3\n", first_line=2)
    assert [row.line for row in found] == [2, 3, 4]


def test_each_line_with_a_hidden_character_is_named_once() -> None:
    assert [row.line for row in problems("a: \x00\x00\nb: 1\nc: \x7f\n")] == [1, 3]


def test_hidden_characters_are_those_that_yaml_refuses() -> None:
    ours = {code for code in range(0x110000) if yaml_source.UNPRINTABLE.match(chr(code))}
    theirs = {code for code in range(0x110000) if Reader.NON_PRINTABLE.match(chr(code))}
    assert ours == theirs


def nested(depth: int) -> str:
    return "[" * depth + "]" * depth


def test_depth_is_limited() -> None:
    limit = yaml_source.MAX_DEPTH
    assert value(nested(limit)) is not None
    assert "terlalu dalam" in problem(nested(limit + 1)).what
    assert "terlalu dalam" in problem("[" * 100_000).what


def test_size_is_limited_in_bytes() -> None:
    limit = yaml_source.MAX_BYTES
    assert value("a" * limit) == "a" * limit
    assert "lebih besar dari 256 KB" in problem("a" * (limit + 1)).what
    assert "lebih besar dari 256 KB" in problem("é" * (limit // 2 + 1)).what


def test_a_bomb_of_aliases_is_never_unfolded() -> None:
    rows = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    rows += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 12)]
    assert problem("\n".join(rows)).line == 1


def test_a_tab_that_nobody_sees_does_no_harm() -> None:
    assert value("a: 1\t\nb: dua\t# komentar\n") == {"a": 1, "b": "dua"}


def told(text: str) -> object:
    """Values and lines, or everything that is wrong."""
    try:
        document = yaml_source.load(text, "x.yml")
    except InputErrors as error:
        return error.problems
    return document.value, document.lines


FILES = [ROOT / "sop.yml", ROOT / "kantor.yml", *sorted((ROOT / "tests").rglob("*.yml"))]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_machine_without_libyaml_reads_the_same(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = path.read_text(encoding="utf-8")
    fast = told(text)
    monkeypatch.setattr(yaml_source, "PARSER", yaml.SafeLoader)
    assert told(text) == fast


# Whatever is written


def attempt(text: str) -> list[int]:
    """The lines of the keys of a text, or those of its problems."""
    try:
        return list(yaml_source.load(text, "x.yml").lines.values())
    except InputErrors as error:
        return [row.line for row in error.problems if row.what and row.fix]


YAML_LIKE = st.text(st.sampled_from(list("ab1:2-_ \n\t\"'[]{}&*!|>%@`#?.,\\xuU0e\u2028\x00é")))


@QUIET
@given(st.text() | YAML_LIKE)
@example('a: "\\UFFFFFFFF"')
@example("%YAML " + "9" * 5000 + ".1\n---\na: 1")
@example("a: " + "9" * 5000)
@example("a: 0b_")
@example("a: 2001-12-14t21:59:43.10-99:99")
@example("a: .inf")
@example("<<: {a: 1}")
def test_nothing_but_input_errors_is_ever_raised(text: str) -> None:
    lines, last = attempt(text), len(text.splitlines()) + 1
    assert all(1 <= line <= last for line in lines)


WORDS = st.text(st.characters(categories=["L", "N", "P", "S", "Zs"]), max_size=40)


@QUIET
@given(st.dictionaries(st.from_regex(r"[a-z]{1,8}", fullmatch=True), WORDS, min_size=1))
def test_quoted_text_comes_back_as_it_is(values: dict[str, str]) -> None:
    rows = [f"{key}: '{text.replace(chr(39), chr(39) * 2)}'" for key, text in values.items()]
    document = yaml_source.load("\n".join(rows), "x.yml")
    assert document.value == values
    assert [document.line(key) for key in values] == list(range(1, len(values) + 1))
