from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from terbit.checks.reading.prose import sentence_at, sentences
from terbit.checks.reading.texts import all_texts, texts
from tests.checks.offices import build


def split(text: str) -> list[str]:
    return [text[a:b].strip() for a, b in sentences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Satu. Dua.", ["Satu.", "Dua."]),
        ("Nilainya Rp91.200.000. Dinas hadir.", ["Nilainya Rp91.200.000.", "Dinas hadir."]),
        ("Kata Dr. Budi, M.Si. dari Jl. Contoh.", ["Kata Dr. Budi, M.Si. dari Jl. Contoh."]),
        ("Oleh H. Ahmad. Lalu bubar.", ["Oleh H. Ahmad.", "Lalu bubar."]),
        ("Perda No. 5 berlaku. Ya?", ["Perda No. 5 berlaku.", "Ya?"]),
        ("“Siap.” Ia pergi.", ["“Siap.”", "Ia pergi."]),
        ("Pukul 08.30 WIB mulai.", ["Pukul 08.30 WIB mulai."]),
        ("Satu\nbaris. Dua", ["Satu\nbaris.", "Dua"]),
        ("Tanpa titik\n\nParagraf lain", ["Tanpa titik", "Paragraf lain"]),
        ("", []),
    ],
)
def test_sentences(text, expected):
    assert split(text) == expected


def test_the_sentence_around_a_place():
    text = "Satu kata. Dua\nkata. Tiga."
    assert sentence_at(text, text.index("Dua"), text.index("Dua") + 3) == "Dua kata."


@given(st.text())
def test_sentences_cover_the_text_in_order(text):
    parts = sentences(text)
    assert all(a < b for a, b in parts)
    assert all(one[1] == two[0] for one, two in pairwise(parts))


def test_every_text_of_an_article_knows_its_line():
    made = build(
        "Satu *tebal*\ndua\n\n| A | B |\n|---|---|\n| sel | dua |\n\n- butir\n\n```\nkode\n```\n",
        teks_kanal={"instagram": "Baris pertama.\n\nBaris terakhir."},
    )
    source = made.source.split("\n")
    found = {text.text: text for text in texts(made)}
    wanted = ("sel | dua", "butir", "kode\n", "Dokumentasi kantor", "PengendalianIntern")
    for words in (made.title, *wanted):
        text = found[words]
        line = source[text.line_at(0, 3) - 1]
        assert words.split(" | ")[0].strip() in line
    caption = next(t for t in texts(made) if t.key == "teks_kanal.instagram")
    start = caption.text.index("Baris terakhir")
    assert "Baris terakhir" in source[caption.line_at(start, start + 14) - 1]
    paragraph = found["Satu tebal\ndua"]
    assert source[paragraph.line_at(11, 14) - 1] == "dua"


def test_hidden_words_are_read_apart():
    made = build(
        "<!-- rahasia -->\n\n[x](https://contoh.id 'judul')\n",
        catatan_pemeriksaan=[{"aturan": "X", "kutipan": "k", "alasan": "sebab", "oleh": "Ani"}],
    )
    shown = {text.text for text in texts(made)}
    every = {text.text.strip() for text in all_texts(made)}
    assert {"rahasia", "judul", "sebab", "Ani"} <= every
    assert not {"rahasia", "judul", "sebab"} & {text.strip() for text in shown}


def test_a_cell_is_led_by_its_header():
    made = build("| Nama | NIK |\n|---|---|\n| Siti | 12 |\n")
    row = next(t for t in texts(made) if t.text == "Siti | 12")
    assert row.before(7, 20) == "NIK: "
