"""Pictures of the site as files: encoded within their bytes, and loaded only to draw something."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from PIL import Image, ImageOps

from terbit.drawing import photo, preview
from terbit.drawing.fitting import first_within
from terbit.drawing.look import CARD, CardText, Focus, Look
from terbit.errors import TerbitError
from terbit.imaging import PictureError
from terbit.site.pictures import (
    NARROWEST,
    QUALITIES,
    SHARE,
    SHARE_BYTES,
    SHARE_QUALITIES,
    SHRINK,
    Brand,
    Sizes,
)

SUFFIXES = {"WEBP": "webp", "JPEG": "jpg"}


@dataclass(frozen=True)
class File:
    """A picture as it is written; width and height in pixels."""

    width: int
    height: int
    data: bytes
    suffix: str


def webp(name: str, data: bytes, sizes: Sizes) -> list[File]:
    """A photo in some (width, bytes at most), narrowest first. Raises TerbitError."""
    image = _upright(name, data, (max(width for width, _ in sizes), 1))
    made: dict[int, File] = {}
    for width, limit in sorted(sizes, reverse=True):
        # each size is made from the one above it: a third of the work, no visible loss
        image = _narrowed(image, min(width, image.width, *made))
        file = _within(image, limit, QUALITIES, {"format": "WEBP", "method": 4})
        made.setdefault(file.width, file)
    return [made[width] for width in sorted(made)]


def share(name: str, data: bytes, focus: Focus, brand: Brand) -> File:
    """A photo around its focus above the office's band, as JPEG. Raises TerbitError."""
    photo_ = _upright(name, data, SHARE)
    image = preview.banded(photo_, SHARE, focus, brand.short_name, Look(brand.colours))
    options = {"format": "JPEG", "optimize": True, "progressive": True}
    return _within(image, SHARE_BYTES, SHARE_QUALITIES, options)


def card(words: CardText, look: Look) -> File:
    """A title card as PNG."""
    return File(*CARD, preview.title_card(words, look), "png")


def square(data: bytes, side: int) -> bytes:
    """A picture shown whole on a clear square, as PNG."""
    with Image.open(io.BytesIO(data)) as opened:
        padded = ImageOps.pad(opened.convert("RGBA"), (side, side), color=(0, 0, 0, 0))
    buffer = io.BytesIO()
    padded.save(buffer, "PNG", optimize=True)
    return buffer.getvalue()


def _narrowed(image: Image.Image, width: int) -> Image.Image:
    height = max(1, round(image.height * width / image.width))
    return image.resize((width, height), Image.Resampling.LANCZOS, reducing_gap=3.0)


def _within(
    image: Image.Image, limit: int, qualities: Sequence[int], options: dict[str, Any]
) -> File:
    """The best quality that fits; a smaller picture where none does."""
    suffix = SUFFIXES[options["format"]]

    @cache
    def encoded(quality: int) -> bytes:
        buffer = io.BytesIO()
        image.save(buffer, quality=quality, **options)
        return buffer.getvalue()

    found = first_within(lambda step: len(encoded(qualities[step])), len(qualities), limit)
    if found < len(qualities):
        return File(image.width, image.height, encoded(qualities[found]), suffix)
    if image.width * SHRINK >= NARROWEST:
        # far too heavy: fewer steps, none too wide, for bytes grow with the area or slower
        part = min(SHRINK, (limit / len(encoded(qualities[-1]))) ** 0.5)
        width = max(round(image.width * part), NARROWEST)
        return _within(_narrowed(image, width), limit, qualities, options)
    return File(image.width, image.height, encoded(qualities[-1]), suffix)


def _upright(name: str, data: bytes, least: tuple[int, int]) -> Image.Image:
    try:
        return photo.upright(data, least)
    except PictureError as error:
        raise TerbitError(f"foto {name} {error.what}", error.fix) from error
