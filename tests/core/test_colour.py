"""Whatever two colours an office chooses, words stay legible in all that is made of them."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from terbit.core.colour import (
    BLACK,
    DEFAULT,
    EASY,
    LEGIBLE,
    NIGHT,
    NIGHT_TEXT,
    PAPER,
    WHITE,
    Palette,
    contrast,
    readable,
)

COLOURS = st.integers(0, 0xFFFFFF).map("#{:06x}".format)


def test_contrast_is_that_of_wcag() -> None:
    assert contrast(WHITE, BLACK) == contrast(BLACK, WHITE) == pytest.approx(21)
    assert contrast("#767676", WHITE) == pytest.approx(4.54, abs=0.01)


@given(main=COLOURS, accent=COLOURS)
def test_all_words_are_legible(main: str, accent: str) -> None:
    assume(contrast(main, WHITE) >= LEGIBLE)
    palette = Palette(main, accent)
    pairs = [
        (palette.woven, WHITE, LEGIBLE),
        (palette.accent_on_main, main, LEGIBLE),
        (palette.on_accent, accent, LEGIBLE),
        (palette.link, PAPER, EASY),
        (palette.small_print, PAPER, LEGIBLE),
        (palette.night_main, NIGHT_TEXT, LEGIBLE),
        (palette.night_link, NIGHT, EASY),
        (palette.night_accent, NIGHT, LEGIBLE),
    ]
    for words, ground, least in pairs:
        assert contrast(words, ground) >= least, (words, ground)


@given(colour=COLOURS, ground=COLOURS)
def test_every_colour_can_be_made_readable(colour: str, ground: str) -> None:
    assert contrast(readable(colour, ground, LEGIBLE), ground) >= LEGIBLE


def test_what_is_readable_already_stays() -> None:
    assert readable(DEFAULT.main, WHITE, LEGIBLE) == DEFAULT.main
    assert DEFAULT.accent_on_main == DEFAULT.accent


def test_words_on_the_accent_are_in_the_main_colour_where_that_can_be_read() -> None:
    assert DEFAULT.on_accent == DEFAULT.main
    assert Palette("#0f3a2a", "#1b573f").on_accent == WHITE
    assert Palette("#767676", "#c0c0c0").on_accent == BLACK
