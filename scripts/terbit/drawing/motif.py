"""The weaving motif in pixels: the same 48 × 24 tile as templates/site/motif.svg.j2.

Drawn from geometry, so that a card needs no SVG library.
"""

from __future__ import annotations

from functools import lru_cache

from PIL import Image, ImageDraw

TILE = (48, 24)
Point = tuple[float, float]
Colours = tuple[str, str, str]
"""Ground, hooks, diamonds."""

_HOOK: tuple[Point, ...] = (
    *((0, 1), (9, 5.5), (9, 7), (6.5, 7), (6.5, 8.5)),
    *((4, 8.5), (4, 10), (1.5, 10), (1.5, 11.5), (0, 11.5)),
)
_DIAMONDS = ((21, 10.5), (14, 7), (8, 4), (3, 1.5))
"""Half width and half height of the four nested diamonds, outermost first."""

_SMOOTH = 4  # drawn larger and scaled down: Pillow's polygons have hard edges


@lru_cache(maxsize=32)
def tile(height: int, colours: Colours) -> Image.Image:
    """One tile, twice as wide as high, in pixels."""
    ground, hooks, diamonds = colours
    scale = height * _SMOOTH / TILE[1]
    image = Image.new("RGB", (height * 2 * _SMOOTH, height * _SMOOTH), ground)
    draw = ImageDraw.Draw(image)
    for mirror_x in (False, True):
        for mirror_y in (False, True):
            draw.polygon(_scaled(_mirrored(mirror_x, mirror_y), scale), fill=hooks)
    for index, (wide, high) in enumerate(_DIAMONDS):
        points = ((24, 12 - high), (24 + wide, 12), (24, 12 + high), (24 - wide, 12))
        draw.polygon(_scaled(points, scale), fill=ground if index % 2 else diamonds)
    return image.resize((height * 2, height), Image.Resampling.LANCZOS)


@lru_cache(maxsize=32)
def field(size: tuple[int, int], height: int, colours: Colours) -> Image.Image:
    """An area woven full of tiles of a height, the middle of one in the middle of the width."""
    one = tile(height, colours)
    image = Image.new("RGB", size, colours[0])
    start = (size[0] // 2 - height) % one.width - one.width
    for top in range(0, size[1], height):
        for left in range(start, size[0], one.width):
            image.paste(one, (left, top))
    return image


def band(width: int, height: int, colours: Colours) -> Image.Image:
    """One row of tiles."""
    return field((width, height), height, colours)


@lru_cache(maxsize=8)
def mark(height: int, ground: str, gold: str) -> Image.Image:
    """Three nested diamonds, as on the placeholder emblem: a small sign before a name."""
    side = height * _SMOOTH
    image = Image.new("RGB", (side, side), ground)
    draw = ImageDraw.Draw(image)
    middle = (side - 1) / 2
    for index, part in enumerate((1.0, 0.66, 0.33)):
        reach = middle * part
        points = (
            *((middle, middle - reach), (middle + reach, middle)),
            *((middle, middle + reach), (middle - reach, middle)),
        )
        draw.polygon(points, fill=ground if index % 2 else gold)
    return image.resize((height, height), Image.Resampling.LANCZOS)


def _mirrored(mirror_x: bool, mirror_y: bool) -> tuple[Point, ...]:
    return tuple((TILE[0] - x if mirror_x else x, TILE[1] - y if mirror_y else y) for x, y in _HOOK)


def _scaled(points: tuple[Point, ...], scale: float) -> list[Point]:
    # a pixel's coordinate is its corner, a polygon includes its last pixel
    return [(max(0, x * scale - 0.5), max(0, y * scale - 0.5)) for x, y in points]
