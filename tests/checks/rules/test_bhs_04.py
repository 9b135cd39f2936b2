"""BHS-04: praise, rows of exclamation marks, titles in capitals."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("body", "quote"),
    [
        ("Acara itu sukses besar.", "sukses besar"),
        ("Acara itu luar biasa.", "luar biasa"),
        ("Acara berlangsung\nsangat meriah.", "sangat meriah"),
        ("Hadirilah acara ini!!!", "!!!"),
        ("“Bagus,” katanya. Penampilan itu spektakuler.", "spektakuler"),
    ],
)
def test_the_words_of_praise_are_quoted(findings, body, quote):
    assert [found.quote for found in findings("BHS-04", body)] == [quote]


@pytest.mark.parametrize(
    "body",
    [
        "“Penampilan ini luar biasa,” kata Suharto.",
        "Rapat Umum Pemegang Saham Luar Biasa dan kejadian luar biasa (KLB) difteri dibahas.",
        "Terpidana mengajukan upaya hukum luar biasa.",
        "Tim berangkat ke Kabupaten Bener Meriah.",
        "Peringatan digelar tanpa pesta yang meriah.",
        "Gempa bumi dahsyat merusak jembatan.",
        "Lulusan meraih predikat sangat memuaskan.",
        "Hadirilah acara ini!",
    ],
)
def test_terms_names_denials_and_speakers_stay(findings, body):
    assert findings("BHS-04", body) == ()


def test_a_title_in_capitals_is_refused_and_acronyms_are_not(findings):
    (found,) = findings("BHS-04", judul="TIM INSPEKTORAT GELAR RAPAT DI AULA")
    assert (found.line, found.quote) == (2, "TIM INSPEKTORAT GELAR RAPAT DI AULA")
    for title in ("BPK Serahkan LHP LKPD kepada DPRD", "SAKIP dan RB", "Evaluasi SAKIP RSUD"):
        assert findings("BHS-04", judul=title) == ()
