from __future__ import annotations

import pytest

from terbit.checks.reading.phrases import is_noun_phrase, is_verb


@pytest.mark.parametrize(
    "words",
    ["", " kelas VI itu", " yang menerima beasiswa", " berprestasi dari Kapuas", " terbaik kami"],
)
def test_noun_phrases(words):
    assert is_noun_phrase(words)


@pytest.mark.parametrize(
    "words",
    [" bertemu", " yang menang, menerima", " dipandu", " kepada", " itu: kata", " akan"],
)
def test_clauses(words):
    assert not is_noun_phrase(words)


def test_a_name_is_no_verb():
    assert is_verb("melapor")
    assert not is_verb("Melati")
    assert is_verb("MELAPOR")
