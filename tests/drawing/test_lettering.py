"""Lines of letters, measured and wrapped."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from terbit.drawing.lettering import balance, face, stranded, surely_wraps, wrap
from terbit.drawing.look import Look
from tests.drawing.words import WORDS

LOOK = Look()
WIDTHS = (1080, 1200, 1600)


@settings(max_examples=300, deadline=None)
@given(text=WORDS, size=st.integers(30, 90), width=st.integers(200, 1500), most=st.integers(1, 6))
def test_what_surely_wraps_does(text: str, size: int, width: int, most: int) -> None:
    if surely_wraps(text, size, LOOK.bold, width, most):
        assert 0 < len(wrap(text, size, LOOK.bold, width)) <= most


def test_an_ordinary_title_needs_no_measuring() -> None:
    title = "Kantor Contoh Evaluasi Pengendalian Intern di Sepuluh Perangkat Daerah"
    for width in WIDTHS:
        assert surely_wraps(title, round(38 * width / 1080), LOOK.bold, round(0.86 * width), 4)


@settings(max_examples=200, deadline=None)
@given(text=WORDS, size=st.integers(30, 90), width=st.integers(200, 1500))
def test_lines_are_as_long_as_they_can_be(text: str, size: int, width: int) -> None:
    lines = wrap(text, size, LOOK.bold, width)
    letters, room = face(LOOK.bold, size), width - size // 16
    assert " ".join(lines) == " ".join(text.split()) or not lines
    assert all(letters.getlength(line) <= room for line in lines)
    for line, after in pairwise(lines):
        assert letters.getlength(f"{line} {after.split()[0]}") > room


def balanced(text: str, width: int = 900, size: int = 60) -> list[str]:
    return balance(wrap(text, size, LOOK.bold, width), size, LOOK.bold, width)


def test_lines_are_broken_where_one_breathes() -> None:
    assert balanced("Rapat Koordinasi Pengawasan di Aula Kantor Contoh") == [
        "Rapat Koordinasi Pengawasan",
        "di Aula Kantor Contoh",
    ]
    for word in ("dan", "kepada", "untuk"):
        lines = balanced(f"Pemeriksaan Laporan Keuangan {word} Perangkat Daerah Kota", 1000)
        assert not [line for line in lines if line.endswith(f" {word}")]


@settings(max_examples=200, deadline=None)
@given(text=WORDS, size=st.integers(30, 90), width=st.integers(200, 1500))
def test_balanced_lines_are_as_many_and_no_longer(text: str, size: int, width: int) -> None:
    lines = wrap(text, size, LOOK.bold, width)
    even = balance(lines, size, LOOK.bold, width)
    assert (len(even), " ".join(even)) == (len(lines), " ".join(lines))
    room = width - size // 16
    assert all(face(LOOK.bold, size).getlength(line) <= room + 0.01 for line in even)


def test_a_short_last_word_is_stranded() -> None:
    assert stranded(["Pengendalian", "Intern"], 60, LOOK.bold, 900)
    assert not stranded(["Apel"], 60, LOOK.bold, 900)
    assert not stranded(["Evaluasi", "di Aula"], 60, LOOK.bold, 900)
    assert not stranded(["Evaluasi", "Pertanggungjawaban"], 60, LOOK.bold, 900)
