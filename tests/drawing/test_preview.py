"""Pictures for link previews: what the band and the cards show, and what they cost."""

from io import BytesIO

import pytest
from PIL import Image

from terbit.core.colour import LEGIBLE, Palette, contrast
from terbit.drawing.layout import layout
from terbit.drawing.look import CARD, CardText, Look
from terbit.drawing.photo import crop_box
from terbit.drawing.preview import banded, title_card

LOOK = Look()
SIZE = (960, 504)
MOST = 35_000
OFFICE = "Kantor Contoh Provinsi Jauh"
SENTENCE = (
    "Kantor Contoh menyerahkan laporan hasil evaluasi atas implementasi sistem akuntabilitas "
    "kinerja instansi pemerintah tahun 2026 kepada seluruh kepala perangkat daerah di kota itu "
    "dan warga yang hadir pada hari Selasa"
)
TITLES = [SENTENCE[:length] for length in (10, 30, 50, 75, 100, 125, 150, 165, 180, 200)]


def words(title: str) -> CardText:
    return CardText(title, "Pengawasan", OFFICE, "")


def opened(data: bytes) -> Image.Image:
    image = Image.open(BytesIO(data))
    image.load()
    return image


def hexed(image: Image.Image, place: tuple[int, int]) -> str:
    found = image.convert("RGB").getpixel(place)
    assert isinstance(found, tuple)
    return "#{:02x}{:02x}{:02x}".format(*found)


@pytest.mark.parametrize("title", TITLES, ids=len)
def test_a_title_card_is_light_and_sharp(title: str) -> None:
    data = title_card(words(title), LOOK)
    image = opened(data)
    assert (image.format, image.mode, image.size) == ("PNG", "P", CARD)
    assert len(data) <= MOST
    assert not image.info.keys() - {"transparency"}


@pytest.mark.parametrize("title", TITLES, ids=len)
def test_up_to_four_lines_of_whole_words_stand_inside_their_box(title: str) -> None:
    places = layout(CARD, words(title), LOOK)
    shown = " ".join(line.text for line in places.lines)
    assert 1 <= len(places.lines) <= 4
    assert set(shown.removesuffix("…").split()) <= set(title.split())
    assert all(line.ink.right <= places.title.right for line in places.lines)
    assert min(line.size for line in places.all_lines) >= 32 * CARD[0] / 1080


def test_words_of_150_letters_are_not_cut() -> None:
    title = SENTENCE[:150].rsplit(" ", 1)[0]
    assert " ".join(line.text for line in layout(CARD, words(title), LOOK).lines) == title


def test_a_card_wears_the_colours_of_the_office() -> None:
    red = Look(Palette("#7a1f2b", "#e8c547"))
    image = opened(title_card(words("Rapat"), red))
    assert hexed(image, (4, CARD[1] - 4)) == "#7a1f2b"
    assert "#e8c547" in {hexed(image, (x, 527)) for x in range(0, 200)}


def test_the_same_words_give_the_same_bytes() -> None:
    assert title_card(words("Rapat"), LOOK) == title_card(words("Rapat"), LOOK)
    assert title_card(words("Rapat"), LOOK) != title_card(words("Apel"), LOOK)


def test_the_band_covers_nothing_of_what_lies_around_the_focus() -> None:
    photo = Image.new("RGB", (1200, 1200), "red")
    photo.paste("blue", (0, 900, 1200, 960))
    image = banded(photo, SIZE, (0.5, 930 / 1200), "Kantor", LOOK)
    top = 440
    rows = [y for y in range(SIZE[1]) if hexed(image, (480, y)) == "#0000ff"]
    left, upper, right, lower = crop_box(photo.size, SIZE[0] / top, (0.5, 930 / 1200))
    assert (left, right) == (0, 1200)
    assert upper < 900
    assert lower > 960
    assert max(rows) < top
    assert len(rows) == pytest.approx(60 * 960 / 1200, abs=3)


def test_the_band_takes_an_eighth_of_the_height_at_most_a_seventh() -> None:
    image = banded(Image.new("RGB", (1200, 1200), "white"), SIZE, (0.5, 0.5), "Kantor", LOOK)
    white = sum(hexed(image, (2, y)) == "#ffffff" for y in range(SIZE[1]))
    assert 0.12 <= 1 - white / SIZE[1] <= 0.14
    assert white % 8 == 0  # the blocks of a JPEG


def test_the_name_on_the_band_is_large_enough_and_legible() -> None:
    image = banded(Image.new("RGB", (1200, 1200), "red"), SIZE, (0.5, 0.5), "H", LOOK)
    ground = hexed(image, (2, SIZE[1] - 3))
    light = [
        (x, y)
        for x in range(70, 140)
        for y in range(SIZE[1] - 46, SIZE[1])
        if contrast(hexed(image, (x, y)), ground) >= LEGIBLE
    ]
    high = max(y for _, y in light) - min(y for _, y in light) + 1
    # a capital is 0.72 of the size of its letters; 32 at 1080 wide
    assert high >= 0.7 * 32 * SIZE[0] / 1080


def test_a_long_name_ends_inside_the_band() -> None:
    name = "Dinas Pemberdayaan Perempuan, Perlindungan Anak, Pengendalian Penduduk dan Keluarga"
    image = banded(Image.new("RGB", (1200, 1200), "red"), SIZE, (0.5, 0.5), name, LOOK)
    assert {hexed(image, (x, SIZE[1] - 24)) for x in range(SIZE[0] - 20, SIZE[0])} == {"#0f3a2a"}
