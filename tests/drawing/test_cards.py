"""What stands on a title card can be read, whatever the photo and the office's colours."""

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from random import Random

import pytest
from PIL import Image

from terbit.channels.pictures import QUALITIES
from terbit.core.colour import LEGIBLE, WHITE, Palette, contrast
from terbit.drawing import cards, fitting
from terbit.drawing.layout import Layout, layout
from terbit.drawing.lettering import Line
from terbit.drawing.look import CardText, Look

SIZES = [(1080, 1350), (1080, 1080), (1080, 1920), (1200, 630), (1600, 900)]
LOOKS = [
    Look(),
    Look(Palette("#7a1f2b", "#e8c547")),
    Look(Palette("#767676", "#333333")),  # just dark enough for white words
]
TITLES = [
    "Apel pagi",
    "Kantor Contoh Evaluasi Pengendalian Intern di Sepuluh Perangkat Daerah",
    "Pengumuman seleksi terbuka jabatan pimpinan tinggi pratama di lingkungan pemerintah provinsi"
    " tahun 2026 bagi pegawai negeri sipil yang memenuhi syarat",
]


def card(title: str) -> CardText:
    return CardText(title, "Pengawasan", "Kantor Contoh Provinsi Jauh", "10 November 2026")


def photos(size: tuple[int, int]) -> Iterator[Image.Image]:
    """White, and more restless than any: black and white grains of two pixels."""
    yield Image.new("RGB", size, "white")
    few = (size[0] // 2, size[1] // 2)
    grains = Image.frombytes("L", few, Random(7).randbytes(few[0] * few[1]))  # noqa: S311
    hard = grains.point(lambda value: 255 if value > 127 else 0)
    yield hard.resize(size, Image.Resampling.NEAREST).convert("RGB")


def wordless(places: Layout) -> Layout:
    """The same card without its words: the ground on which they stand."""

    def blank(line: Line | None) -> Line | None:
        return line and replace(line, text=" ")

    return replace(
        places,
        lines=tuple(replace(line, text=" ") for line in places.lines),
        name_lines=tuple(replace(line, text=" ") for line in places.name_lines),
        chip_line=blank(places.chip_line),
        date_line=blank(places.date_line),
    )


def as_posted(image: Image.Image) -> Image.Image:
    data = fitting.jpeg(image, QUALITIES, 1_000_000, sharp=True)
    assert data
    return Image.open(BytesIO(data)).convert("RGB")


def grounds(image: Image.Image, line: Line) -> set[str]:
    """Every colour below a line's letters and between them."""
    ink = line.ink
    part = image.crop((ink.left, ink.top, ink.right, ink.bottom))
    found = part.getcolors(part.width * part.height) or []
    return {"#{:02x}{:02x}{:02x}".format(*colour) for _, colour in found}  # type: ignore[misc]


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: look.colours.main)
@pytest.mark.parametrize("size", SIZES)
def test_every_pixel_below_words_leaves_them_legible(size: tuple[int, int], look: Look) -> None:
    for title in TITLES:
        over = layout(size, card(title), look, photo=True)
        for photo in (*photos((over.photo.width, over.photo.height)), None):
            places = over if photo else layout(size, card(title), look)
            image = as_posted(cards.draw(photo, wordless(places), look))
            for line in places.all_lines:
                ink = look.colours.on_accent if line == places.chip_line else WHITE
                assert min(contrast(ink, ground) for ground in grounds(image, line)) >= LEGIBLE


@pytest.mark.parametrize("size", SIZES)
def test_words_are_drawn_where_the_layout_says(size: tuple[int, int]) -> None:
    look = LOOKS[0]
    for title in TITLES:
        places = layout(size, card(title), look)
        shown, ground = (cards.draw(None, there, look) for there in (places, wordless(places)))
        for line in places.all_lines:
            ink = line.ink
            for image in (shown, ground):
                image.paste(0, (ink.left - 1, ink.top - 1, ink.right + 1, ink.bottom + 1))
        assert shown.tobytes() == ground.tobytes()


@pytest.mark.parametrize("title", TITLES, ids=len)
def test_words_keep_out_of_what_the_app_covers_in_a_story(title: str) -> None:
    for photo in (True, False):
        places = layout((1080, 1920), card(title), LOOKS[0], photo=photo)
        for line in places.all_lines:
            assert line.ink.top >= 250
            assert line.ink.bottom <= 1920 - 250


def test_a_light_main_colour_gets_a_darker_scrim() -> None:
    assert Palette("#0f3a2a").scrim == "#0f3a2a"
    assert contrast(Palette("#767676").scrim, WHITE) > contrast("#767676", WHITE)
