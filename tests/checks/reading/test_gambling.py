"""Gambling words, their disguises, and the words of offices that only look like them."""

from __future__ import annotations

import pytest

from terbit.checks.reading.gambling import PLAIN_NAME, gambling_words


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("situs slot terpercaya", {"slot"}),
        ("SLOT GACOR", {"slot", "gacor"}),
        ("slotgacor88", {"slot"}),
        ("https://contoh.id/slot-gacor/", {"slot", "gacor"}),
        ("s\u200dlot gac\u200dor", {"slot", "gacor"}),
        ("𝐬𝐥𝐨𝐭 𝐠𝐚𝐜𝐨𝐫", {"slot", "gacor"}),
        ("sl0t online, g4c0r", {"slot", "gacor"}),
        ("tоgel", {"togel"}),
        ("judi\nonline dan judol", {PLAIN_NAME}),
        ("perjudian daring", {PLAIN_NAME}),
        ("scatter hitam, maxwin", {"scatter", "maxwin"}),
        ("daftar sbobet dan live casino", {"taruhan", "kasino"}),
        ("RTP live Pragmatic Play", {"rtp", "permainan judi"}),
    ],
)
def test_words_and_their_disguises_are_found(text, kinds):
    assert {word.kind for word in gambling_words(text)} == kinds


@pytest.mark.parametrize(
    "text",
    [
        "slot waktu wawancara dan slot kartu memori",
        "30 slot online dan 20 slot luring bagi peserta",
        "rencana tindak pengendalian (RTP) tertinggal",
        "grafik scatter plot",
        "lomba burung murai yang gacor",
        "bandar udara, agen perubahan, pendekatan pragmatic",
        "Toto Suharto menang mudah",
        "mesin antrean memakai slot parkir",
        "tindak pidana perjudian",
        "bet",
    ],
)
def test_words_of_offices_are_not(text):
    assert list(gambling_words(text)) == []


def test_the_place_is_that_in_the_text_itself():
    text = "Ayo main s\u200dl\u200dot gacor"
    word = next(word for word in gambling_words(text) if word.kind == "gacor")
    assert text[word.start : word.end] == word.said == "gacor"


def test_a_word_far_from_the_first_is_found_too():
    text = "togel " + "kata " * 200 + "situs slot"
    assert [word.kind for word in gambling_words(text)] == ["togel", "slot"]


def test_words_of_an_office_are_added():
    (word,) = gambling_words("Menang di Raja\u00a0Cuan", ("raja cuan",))
    assert word.kind == "raja cuan"
