"""Title cards: painting what `layout` says, over a photo or over plain green."""

from __future__ import annotations

from functools import cache

from PIL import Image, ImageDraw, ImageOps

from terbit.core.colour import WHITE, contrast
from terbit.drawing import motif
from terbit.drawing.layout import SAFE, STORY_RATIO, UNIT_WIDTH, Layout
from terbit.drawing.lettering import Box, Line, face
from terbit.drawing.look import Look

_LEAST_COVER = 0.74
_ON_WHITE = 6.5
"""How much of a photo is covered where the words begin, at least, and the contrast that white
words have there on a white photo; what a JPEG adds of its own leaves 4.5 : 1 of it (tested)."""

_QUIET = 190
"""How strongly the weave shows on plain green, of 255."""


def draw(photo: Image.Image | None, places: Layout, look: Look) -> Image.Image:
    """A finished card with a photo of the size of `places.photo`, or on plain green."""
    image = _with_scrim(photo, places, look) if photo else _plain(places, look)
    _footer(image, places, look)
    pen = ImageDraw.Draw(image)
    if places.chip and places.chip_line:
        radius = places.chip.height // 6
        box = (places.chip.left, places.chip.top, places.chip.right - 1, places.chip.bottom - 1)
        _rounded(image, box, radius, look.colours.accent)
        _write(pen, places.chip_line, look.colours.on_accent)
    for line in (*places.lines, *((places.date_line,) if places.date_line else ())):
        _write(pen, line, WHITE)
    for line in places.name_lines:
        _write(pen, line, WHITE)
    return image


def frame(photo: Image.Image, size: tuple[int, int], look: Look) -> Image.Image:
    """A picture shown whole, as large as it can be, on plain green with quiet weave."""
    width, height = size
    unit = width / UNIT_WIDTH
    safe = round(SAFE * unit) if height / width > STORY_RATIO else 0
    image = Image.new("RGB", size, look.colours.main)
    _weave(image, Box(0, 0, width, height), [_QUIET] * height, unit, look)
    shown = ImageOps.contain(photo, (width, height - 2 * safe), Image.Resampling.LANCZOS)
    image.paste(shown, ((width - shown.width) // 2, (height - shown.height) // 2))
    return image


def _with_scrim(photo: Image.Image, places: Layout, look: Look) -> Image.Image:
    """The photo, passing into the ground colour towards the words."""
    image = Image.new("RGB", places.size, look.colours.scrim)
    unit, place, most = places.unit, places.photo, _cover(look.colours.scrim)
    if places.side:
        clear, words = round(250 * unit), places.words_right - place.left + round(20 * unit)
        row = [
            _darkness(place.width - x, clear, place.width - words, place.width, most)
            for x in range(place.width)
        ]
        shade = _shade(row, (place.width, 1), photo.size)
    else:
        words = places.words_top - round(28 * unit)
        upright = places.size[1] >= places.size[0]
        start = max(0, words - round((220 if upright else 130) * unit))
        column = [_darkness(y, start, words, place.bottom, most) for y in range(place.bottom)]
        shade = _shade(column, (1, place.bottom), photo.size)
    image.paste(photo, _corner(place), shade)
    return image


def _shade(dark: list[float], shape: tuple[int, int], size: tuple[int, int]) -> Image.Image:
    """A mask that lets a photo through where it is not dark."""
    return _spread(bytes(round(255 * (1 - part)) for part in dark), shape, size)


def _spread(line: bytes, shape: tuple[int, int], size: tuple[int, int]) -> Image.Image:
    """One row or column of a mask, repeated as often as the size asks."""
    return Image.frombytes("L", shape, line).resize(size, Image.Resampling.NEAREST)


def _darkness(at: int, start: int, words: int, end: int, most: float) -> float:
    """How much of the photo is covered at a place: a soft edge, then enough for white text."""
    if at >= words:
        return min(1.0, most + (1 - most) * (at - words) / max(1, end - words))
    part = max(0.0, (at - start) / max(1, words - start))
    return most * part * part * (3 - 2 * part)


@cache
def _cover(scrim: str) -> float:
    """How much of a photo the scrim must cover so that white words are legible even on white."""
    parts = bytes.fromhex(scrim[1:])
    covers = (part / 100 for part in range(round(100 * _LEAST_COVER), 100))
    return next(
        (c for c in covers if contrast(_mixed(parts, c), WHITE) >= _ON_WHITE),
        1.0,
    )


def _mixed(scrim: bytes, cover: float) -> str:
    """What a white photo becomes below a scrim."""
    return "#" + "".join(f"{round(255 - cover * (255 - part)):02x}" for part in scrim)


def _plain(places: Layout, look: Look) -> Image.Image:
    """A green card: the weave, tone on tone, above the words and never behind them."""
    image = Image.new("RGB", places.size, look.colours.main)
    unit, (width, height) = places.unit, places.size
    end = places.words_top - round(44 * unit)
    if end <= round(60 * unit):
        return image
    fade = max(1, min(end, round(260 * unit)))
    column = [round(_QUIET * min(1.0, max(0, end - y) / fade)) for y in range(height)]
    _weave(image, Box(0, 0, width, height), column, unit, look)
    return image


def _weave(image: Image.Image, box: Box, column: list[int], unit: float, look: Look) -> None:
    """Lay the weave over a part of a plain card, as strong in each row as `column` says."""
    woven = motif.field(
        (box.width, box.height),
        round(120 * unit),
        (look.colours.main, look.colours.woven, look.colours.woven),
    )
    mask = _spread(bytes(column), (1, box.height), (box.width, box.height))
    image.paste(woven, _corner(box), mask)


def _footer(image: Image.Image, places: Layout, look: Look) -> None:
    """The band, the panel below it with the mark, and quiet weave where an app covers it."""
    image.paste(look.colours.main, (0, places.footer.top, *places.size))
    covered = Box(0, places.size[1] - round(SAFE * places.unit), *places.size)
    if covered.top > places.mark.bottom:
        column = [round(_QUIET * row / covered.height) for row in range(covered.height)]
        _weave(image, covered, column, places.unit, look)
    colours = (look.colours.woven, look.colours.thread, look.colours.accent)
    image.paste(motif.band(places.band.width, places.band.height, colours), _corner(places.band))
    mark = motif.mark(places.mark.height, look.colours.main, look.colours.accent)
    image.paste(mark, _corner(places.mark))


def _corner(box: Box) -> tuple[int, int]:
    return box.left, box.top


def _rounded(image: Image.Image, box: tuple[int, int, int, int], radius: int, colour: str) -> None:
    """A filled box with smooth round corners."""
    size = (box[2] - box[0] + 1, box[3] - box[1] + 1)
    mask = Image.new("L", (size[0] * 4, size[1] * 4), 0)
    corners = (0, 0, size[0] * 4 - 1, size[1] * 4 - 1)
    ImageDraw.Draw(mask).rounded_rectangle(corners, radius * 4, fill=255)
    image.paste(colour, (box[0], box[1]), mask.resize(size, Image.Resampling.LANCZOS))


def _write(pen: ImageDraw.ImageDraw, line: Line, colour: str) -> None:
    letters = face(line.font, line.size)
    pen.text((line.x, line.baseline), line.text, font=letters, fill=colour, anchor="ls")
