from __future__ import annotations

import pytest

from terbit.checks.reading.teaching import TEACHING, in_title_of_law

TITLES = [
    "Peraturan Nomor 6 Tahun 2019 tentang Penyidikan Tindak Pidana",
    "Pedoman penyidikan dibagikan",
    "UU tentang Kepolisian dan Penyidikan",
]
NO_TITLES = [
    "Menurut Peraturan Nomor 6 Tahun 2019 tentang Hibah, penyidikan dimulai",
    "Setelah peraturan itu terbit dan disahkan, penyidikan dimulai",
    "Tim memulai penyidikan",
]


def place(sentence: str) -> int:
    return sentence.casefold().index("penyidikan")


@pytest.mark.parametrize("sentence", TITLES)
def test_words_of_a_title(sentence):
    assert in_title_of_law(sentence, place(sentence))


@pytest.mark.parametrize("sentence", NO_TITLES)
def test_words_beside_a_title(sentence):
    assert not in_title_of_law(sentence, place(sentence))


def test_lessons_are_known_by_their_words():
    assert TEACHING.search("Bimtek\ndan sosialisasi")
    assert not TEACHING.search("Tim turun ke lapangan")
