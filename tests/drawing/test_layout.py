from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from terbit.drawing import layout as module
from terbit.drawing.layout import Layout, fits, layout
from terbit.drawing.lettering import Box, drawable
from terbit.drawing.look import CardText, Look
from tests.drawing.words import WORDS

LOOK = Look()
SIZES = [(1080, 1350), (1080, 1080), (1080, 1920), (1200, 630), (1600, 900)]
CARD = CardText("Judul", "Pengawasan", "Kantor Contoh Provinsi Jauh", "10 November 2026")


def inside(inner: Box, outer: Box) -> bool:
    return (
        outer.left <= inner.left
        and outer.top <= inner.top
        and inner.right <= outer.right
        and inner.bottom <= outer.bottom
    )


def check(places: Layout) -> None:
    width, height = places.size
    unit = width / 1080
    safe = 250 if height / width > 1.6 else 0
    card = Box(0, safe, width, height - safe)
    assert len(places.lines) <= 4
    for line in places.lines:
        assert inside(line.ink, places.title), line
    for line in places.all_lines:
        assert inside(line.ink, card), line
        assert line.size >= round(32 * unit)
        assert line.ink.bottom <= places.band.top or line.ink.top >= places.band.bottom
    if places.chip and places.chip_line:
        assert inside(places.chip_line.ink, places.chip)
        assert not places.lines or places.chip.bottom <= places.lines[0].ink.top
    for upper, lower in zip(places.lines, places.lines[1:], strict=False):
        assert upper.baseline < lower.baseline


@settings(max_examples=80, deadline=None)
@given(
    title=st.lists(
        st.text("abcdefghijklmnoprstuwyABCDKLPRS0123456789éŋ,.-", min_size=1, max_size=22),
        min_size=1,
        max_size=40,
    )
    .map(" ".join)
    .filter(lambda text: 10 <= len(text) <= 200),
    size=st.sampled_from(SIZES),
)
def test_titles_of_10_to_200_characters_stay_in_their_box(
    title: str, size: tuple[int, int]
) -> None:
    for photo in (False, True):
        places = layout(size, replace(CARD, title=title), LOOK, photo=photo)
        assert places.lines
        check(places)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(
    "title",
    ["W" * 200, "W" * 20 + " " + "i" * 180, "Pertanggungjawaban " * 10, "x", "🎉🎉", "kata " * 40],
)
def test_awkward_titles_stay_in_their_box(title: str, size: tuple[int, int]) -> None:
    for photo in (False, True):
        check(layout(size, replace(CARD, title=title), LOOK, photo=photo))


@pytest.mark.parametrize("size", SIZES)
def test_long_categories_and_offices_stay_on_the_card(size: tuple[int, int]) -> None:
    card = CardText(
        "Judul", "Kategori " * 20, "Dinas Pemberdayaan Perempuan " * 8, "10 November 2026"
    )
    places = layout(size, card, LOOK)
    check(places)
    assert places.date_line
    assert places.date_line.ink.right <= size[0]


def test_words_of_a_long_title_are_whole_and_end_with_dots() -> None:
    title = "Inspektorat memeriksa laporan keuangan perangkat daerah " * 6
    lines = layout((1080, 1350), replace(CARD, title=title), LOOK).lines
    shown = " ".join(line.text for line in lines)
    assert shown.endswith("…")
    assert title.startswith(shown.removesuffix("…"))
    assert shown.removesuffix("…").split()[-1] in title.split()


def test_short_titles_are_larger_than_long_ones() -> None:
    short, long = (
        layout((1080, 1350), replace(CARD, title=title), LOOK).lines[0].size
        for title in ("Apel pagi", "Kata yang panjang sekali " * 6)
    )
    assert short > 1.5 * long


def test_letters_that_the_font_lacks_are_left_out() -> None:
    assert drawable("Rapat 🎉 “Huma Betang” – é", LOOK.bold) == "Rapat “Huma Betang” – é"
    assert drawable("Ḍanau", LOOK.bold) == "Danau"


def test_without_category_the_date_stands_first() -> None:
    places = layout((1080, 1080), replace(CARD, category=""), LOOK)
    assert places.chip is None
    assert places.date_line
    assert places.date_line.x == places.title.left


def test_no_size_below_the_smallest() -> None:
    assert min(module.SMALLEST, module.NAME_SIZE, module.META_SIZE) >= 32


def test_on_a_wide_card_the_words_stand_beside_the_photo_unless_too_long() -> None:
    beside = layout((1200, 630), replace(CARD, title="Rapat koordinasi di aula"), LOOK, photo=True)
    assert beside.side
    assert beside.title.right < beside.photo.right - 0.35 * 1200
    long = layout((1200, 630), replace(CARD, title="Kata panjang " * 11), LOOK, photo=True)
    assert not long.side
    assert long.photo.width == 1200


@settings(max_examples=150, deadline=None)
@given(title=WORDS, size=st.sampled_from(SIZES))
def test_a_title_fits_where_the_card_itself_shows_all_of_it(
    title: str, size: tuple[int, int]
) -> None:
    shown = drawable(title, LOOK.bold)
    drawn = " ".join(row.text for row in layout(size, CardText(shown, "", "", ""), LOOK).lines)
    assert fits(size, shown, LOOK) == (drawn == shown)


def test_a_title_rather_shrinks_a_little_than_to_strand_its_last_word() -> None:
    title = "Inspektorat Kalteng Evaluasi Pengendalian Intern"
    shown = [line.text for line in layout((1080, 1080), replace(CARD, title=title), LOOK).lines]
    assert shown == ["Inspektorat", "Kalteng Evaluasi", "Pengendalian Intern"]


def test_a_title_without_a_photo_is_larger() -> None:
    for size in SIZES:
        alone, over = (
            layout(size, replace(CARD, title="Apel pagi"), LOOK, photo=photo).lines[0].size
            for photo in (False, True)
        )
        assert alone > 1.1 * over
