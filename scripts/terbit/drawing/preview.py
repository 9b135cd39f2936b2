"""Pictures for link previews: a photo above the office's band, or a title card where none is."""

from __future__ import annotations

from functools import lru_cache
from io import BytesIO

from PIL import Image, ImageDraw

from terbit.core.colour import WHITE, Palette
from terbit.drawing import cards, motif, photo
from terbit.drawing.layout import UNIT_WIDTH, layout
from terbit.drawing.lettering import drawable, face, shorten_to
from terbit.drawing.look import CARD, CardText, Focus, Look

STRIP, PANEL, MARK, NAME, MARGIN = 18, 54, 36, 34, 36
"""Woven strip, panel below it, mark, letters and margin, in pixels of a picture 1080 wide.

At 960 x 504 the strip then fills two rows of a JPEG's blocks, which saves a tenth of its bytes.
"""

_STEPS = 16
"""Shades from one colour to the next, for the soft edges of letters and lines."""


def banded(
    picture: Image.Image, size: tuple[int, int], focus: Focus, name: str, look: Look
) -> Image.Image:
    """What lies around a photo's focus, above a band with the office's name; nothing is covered."""
    unit = size[0] / UNIT_WIDTH
    strip, panel = round(STRIP * unit), round(PANEL * unit)
    image = Image.new("RGB", size, look.colours.main)
    image.paste(photo.cropped(picture, (size[0], size[1] - strip - panel), focus), (0, 0))
    image.paste(_strip(size[0], strip, look.colours), (0, size[1] - strip - panel))
    _sign(image, size[1] - panel, name, look)
    return image


def title_card(words: CardText, look: Look) -> bytes:
    """A card of the size `CARD` as a PNG of few colours: a fifth of a JPEG as sharp."""
    image = cards.draw(None, layout(CARD, words, look), look)
    few = image.quantize(palette=_shades(look.colours), dither=Image.Dither.NONE)
    buffer = BytesIO()
    few.save(buffer, "PNG", compress_level=6)
    return buffer.getvalue()


def _sign(image: Image.Image, top: int, name: str, look: Look) -> None:
    """The mark and the office's name in the middle of the panel that begins at `top`."""
    unit = image.width / UNIT_WIDTH
    side, size, margin = round(MARK * unit), round(NAME * unit), round(MARGIN * unit)
    middle = (top + image.height) // 2
    mark = motif.mark(side, look.colours.main, look.colours.accent)
    image.paste(mark, (margin, middle - side // 2))
    left = margin + side + round(16 * unit)
    text = shorten_to(drawable(name, look.bold), image.width - left - margin, look.bold, size)
    place = (left, middle + round(size * 0.36))
    letters = face(look.bold, size)
    ImageDraw.Draw(image).text(place, text, font=letters, fill=WHITE, anchor="ls")


def _strip(width: int, height: int, colours: Palette) -> Image.Image:
    return motif.band(width, height, (colours.woven, colours.thread, colours.accent))


@lru_cache(maxsize=4)
def _shades(colours: Palette) -> Image.Image:
    """Every colour that a title card needs, and the shades between those that touch."""
    touching = (
        (colours.main, WHITE),
        (colours.main, colours.woven),
        (colours.main, colours.accent),
        (colours.accent, colours.on_accent),
        (colours.woven, colours.thread),
        (colours.woven, colours.accent),
    )
    found = dict.fromkeys(shade for one, other in touching for shade in _between(one, other))
    palette = Image.new("P", (1, 1))
    palette.putpalette([part for shade in found for part in shade])
    return palette


def _between(one: str, other: str) -> list[tuple[int, ...]]:
    """Shades from one colour to another, both included."""
    pairs = list(zip(bytes.fromhex(one[1:]), bytes.fromhex(other[1:]), strict=True))
    return [
        tuple(round(a + (b - a) * step / (_STEPS - 1)) for a, b in pairs) for step in range(_STEPS)
    ]
