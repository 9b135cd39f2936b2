"""Where the words of a title card stand; pure, so that it can be tested without a picture.

All sizes are given for a card 1080 pixels wide and grow with it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from terbit.drawing.lettering import (
    Box,
    Line,
    balance,
    cut_letters,
    drawable,
    face,
    height_of,
    leading,
    line_at,
    shorten_to,
    stranded,
    surely_wraps,
    wrap,
)
from terbit.drawing.look import CardText, Look
from terbit.shortening import cut

UNIT_WIDTH = 1080
STORY_RATIO = 1.6
"""A card higher than this, by width, is a story."""

MAX_LINES = 4
SMALLEST = 38  # nothing on a card is smaller than 32 at 1080 wide; a title is a little larger
NAME_SIZE = 34
META_SIZE = 32
CHIP_HEIGHT = 60
BESIDE, META_BESIDE, PHOTO_FROM = 0.5, 0.6, 0.45
"""In parts of the width: the room of title and of category and date beside a photo, and where
that photo begins."""

STRANDED = 0.72
"""How much smaller a title may be, in parts, if then no short word stands alone at its end."""

OVERLAP = 0.12
"""How far, in parts of the height, a photo runs on behind the words before it is gone."""

SAFE = 250
"""Top and bottom of a story that the app covers with its own buttons (repliz, 2026-11-22)."""


@dataclass(frozen=True)
class Layout:
    """Every place on a card. `title` is the room that the title's lines keep to."""

    size: tuple[int, int]
    unit: float
    title: Box
    lines: tuple[Line, ...]
    chip: Box | None
    chip_line: Line | None
    date_line: Line | None
    band: Box
    footer: Box
    name_lines: tuple[Line, ...]
    mark: Box
    side: bool = False

    @property
    def words_top(self) -> int:
        """Where the topmost words begin: the scrim must be dark from here on."""
        tops = [self.lines[0].ink.top] if self.lines else [self.title.bottom]
        tops += [self.chip.top] if self.chip else []
        tops += [self.date_line.ink.top] if self.date_line else []
        return min(tops)

    @property
    def words_right(self) -> int:
        """Where the words beside a photo end at most."""
        return max(self.title.right, self.date_line.ink.right if self.date_line else 0)

    @property
    def photo(self) -> Box:
        """Where the photo lies: above or beside the words, so that faces stay free."""
        width, height = self.size
        if self.side:
            return Box(round(PHOTO_FROM * width), 0, width, self.band.top)
        if width > height:
            return Box(0, 0, width, self.band.top)
        bottom = max(self.words_top + round(OVERLAP * height), height // 2)
        return Box(0, 0, width, min(bottom, self.band.top))

    @property
    def all_lines(self) -> tuple[Line, ...]:
        """All lines of text."""
        extra = (self.chip_line, self.date_line)
        return (*self.lines, *(line for line in extra if line), *self.name_lines)


@dataclass(frozen=True)
class _Measures:
    """What differs between upright and wide cards, for a width of 1080.

    `largest` are the letters of a title over a photo, `alone` those of one without.
    """

    margin: int
    footer: int
    band: int
    gap: int
    largest: int
    top: int
    alone: int
    chip_gap: int = 30


_UPRIGHT = _Measures(margin=72, footer=124, band=36, gap=60, largest=86, top=96, alone=112)
_SQUARE = _Measures(margin=72, footer=116, band=34, gap=52, largest=76, top=80, alone=100)
_WIDE = _Measures(margin=60, footer=80, band=26, gap=38, largest=64, top=48, alone=76, chip_gap=22)


def layout(size: tuple[int, int], card: CardText, look: Look, *, photo: bool = False) -> Layout:
    """The places of a card's words for a size in pixels; a title that is too long is cut.

    On a wide card with a photo the words stand beside it, if they fit there uncut.
    """
    width, height = size
    unit = width / UNIT_WIDTH
    px = _scaler(unit)
    measures = _measures(size, photo)
    footer, band, room = _places(size, px, measures)
    chip_gap, left = px(measures.chip_gap), room.left
    title = drawable(card.title, look.bold)
    narrow = replace(room, right=left + round(BESIDE * width))
    side = width > height and photo and bool(_largest(title, narrow, look, unit, measures))
    room = narrow if side else room
    lines = _title_lines(title, room, look, unit, measures)
    words_top = lines[0].ink.top if lines else room.bottom
    meta_right = left + round(META_BESIDE * width) if side else room.right
    chip, chip_line, date_line = _meta(card, look, unit, (left, meta_right), words_top - chip_gap)
    name_room = Box(left, footer.top, width - left, footer.top + px(measures.footer))
    mark, names = _name(card.office_name, look, unit, name_room)
    return Layout(
        size, unit, room, lines, chip, chip_line, date_line, band, footer, names, mark, side
    )


def fits(size: tuple[int, int], title: str, look: Look) -> bool:
    """Whether a title of letters that the font has stands uncut on a card without a photo."""
    unit, measures = size[0] / UNIT_WIDTH, _measures(size, photo=False)
    _, _, room = _places(size, _scaler(unit), measures)
    smallest = round(SMALLEST * unit)
    if height_of(MAX_LINES, smallest) <= room.height and surely_wraps(
        title, smallest, look.bold, room.width, MAX_LINES
    ):
        return True
    return not title or bool(_largest(title, room, look, unit, measures))


def _measures(size: tuple[int, int], photo: bool) -> _Measures:
    width, height = size
    found = _WIDE if width > height else _SQUARE if width == height else _UPRIGHT
    return found if photo else replace(found, largest=found.alone)


def _places(
    size: tuple[int, int], px: Callable[[float], int], measures: _Measures
) -> tuple[Box, Box, Box]:
    """Footer, band, and the room of a title without a photo beside it."""
    width, height = size
    safe = px(SAFE) if height / width > STORY_RATIO else 0
    footer = Box(0, height - px(measures.footer) - safe, width, height)
    band = Box(0, footer.top - px(measures.band), width, footer.top)
    top = (safe or px(measures.top)) + px(CHIP_HEIGHT) + px(measures.chip_gap)
    left = px(measures.margin)
    return footer, band, Box(left, top, width - left, band.top - px(measures.gap))


def _scaler(unit: float) -> Callable[[float], int]:
    return lambda value: round(value * unit)


def _title_lines(
    text: str, room: Box, look: Look, unit: float, measures: _Measures
) -> tuple[Line, ...]:
    """The title in the largest size that fits into its room, balanced, bottom aligned."""
    lines = _largest(text, room, look, unit, measures)
    if lines:
        return lines
    pixels = round(SMALLEST * unit)

    def fits(part: str) -> bool:
        return 0 < len(wrap(part, pixels, look.bold, room.width)) <= MAX_LINES

    shorter = cut(text, fits) or cut_letters(text, fits)
    return _place(wrap(shorter, pixels, look.bold, room.width), room, look.bold, pixels)


def _largest(
    text: str, room: Box, look: Look, unit: float, measures: _Measures
) -> tuple[Line, ...]:
    """The whole title in the largest size that fits; empty where none does.

    A little smaller is better than a last line of one short word.
    """
    best: tuple[Line, ...] = ()
    for size in range(measures.largest, SMALLEST - 1, -2):
        pixels = round(size * unit)
        if best and pixels < STRANDED * best[0].size:
            break
        lines = wrap(text, pixels, look.bold, room.width)
        if 0 < len(lines) <= MAX_LINES and height_of(len(lines), pixels) <= room.height:
            even = balance(lines, pixels, look.bold, room.width)
            placed = _place(even, room, look.bold, pixels)
            if not stranded(even, pixels, look.bold, room.width):
                return placed
            best = best or placed
    return best


def _place(texts: list[str], room: Box, font: Path, size: int) -> tuple[Line, ...]:
    step = leading(size)
    last = room.bottom - round(size * 0.27)  # below it the tails of g, j, p and y
    first = last - step * (len(texts) - 1)
    return tuple(
        line_at(text, room.left, first + index * step, font, size)
        for index, text in enumerate(texts)
    )


def _meta(
    card: CardText, look: Look, unit: float, sides: tuple[int, int], bottom: int
) -> tuple[Box | None, Line | None, Line | None]:
    """The category's chip and the date beside it, on one row that ends at `bottom`."""
    px = _scaler(unit)
    left, right = sides
    size, height, pad = px(META_SIZE), px(CHIP_HEIGHT), px(22)
    baseline = bottom - (height - round(size * 0.72)) // 2
    date = drawable(card.date_text, look.medium)
    date_width = round(face(look.medium, size).getlength(date))
    letters = face(look.bold, size)
    room = right - left - date_width - px(24) - 2 * pad
    name = shorten_to(drawable(card.category, look.bold), room, look.bold, size)
    if not name:
        return None, None, line_at(date, left, baseline, look.medium, size) if date else None
    chip = Box(left, bottom - height, left + 2 * pad + round(letters.getlength(name)), bottom)
    chip_line = line_at(name, left + pad, baseline, look.bold, size)
    x = chip.right + px(24)
    return chip, chip_line, line_at(date, x, baseline, look.medium, size) if date else None


def _name(name: str, look: Look, unit: float, room: Box) -> tuple[Box, tuple[Line, ...]]:
    """The mark and beside it the office's name, on one line or two."""
    side = round(44 * unit)
    top = room.top + (room.height - side) // 2
    mark = Box(room.left, top, room.left + side, top + side)
    left = mark.right + round(20 * unit)
    text, width = drawable(name, look.bold), room.right - left
    for size in (round(NAME_SIZE * unit), round(META_SIZE * unit)):
        lines = wrap(text, size, look.bold, width)
        if 0 < len(lines) <= 2 and height_of(len(lines), size) <= room.height:
            break
    else:
        short = shorten_to(text, width, look.bold, size)
        lines = [short] if short else []
    block = leading(size) * (len(lines) - 1)
    first = room.top + (room.height - block) // 2 + round(size * 0.36)
    placed = (
        line_at(part, left, first + index * leading(size), look.bold, size)
        for index, part in enumerate(lines)
    )
    return mark, tuple(placed)
