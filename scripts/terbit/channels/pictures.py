"""Photos and title cards in the size that each channel wants, as JPEG without metadata."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO

from PIL import Image

from terbit.core.post import Picture
from terbit.drawing import cards, photo
from terbit.drawing.layout import layout
from terbit.drawing.lettering import Box
from terbit.drawing.look import MIDDLE, CardText, Focus, Look
from terbit.errors import TerbitError
from terbit.imaging import PictureError

MASTER_SIDE = 1920
"""The shorter side that every rendition can be cut from; larger photos are reduced once."""

QUALITIES = (88, 82, 76, 70, 62, 54, 46, 38, 30)


def render(
    picture: Picture, source: bytes | None, card: CardText, look: Look, *, whole: bool = False
) -> bytes:
    """The JPEG of a picture: same input, same bytes. Raises TerbitError for a bad photo.

    `whole`: an infographic, of which nothing may be cut off.
    """
    if picture.source and source is None:
        fix = "taruh berkasnya di folder berita, atau hapus barisnya dari foto"
        raise TerbitError(f"foto {picture.source} tidak ada", fix)
    words = card if picture.overlay or source is None else None
    wanted = _Wanted((picture.width, picture.height), picture.focus, picture.max_bytes, whole)
    try:
        return _render(source, wanted, words, look)
    except PictureError as error:
        raise TerbitError(f"foto {picture.source} {error.what}", error.fix) from error


@dataclass(frozen=True)
class _Wanted:
    """What is asked of a rendition, whatever its name."""

    size: tuple[int, int]
    focus: Focus | None
    max_bytes: int | None
    whole: bool


@lru_cache(maxsize=64)
def _render(source: bytes | None, wanted: _Wanted, card: CardText | None, look: Look) -> bytes:
    if card:
        places = layout(wanted.size, card, look, photo=source is not None)
        shown = _cropped(source, places.photo, wanted.focus) if source is not None else None
        image = cards.draw(shown, places, look)
    elif source is None:
        raise ValueError("a picture needs a photo or a card")
    elif wanted.whole:
        image = cards.frame(_master(source), wanted.size, look)
    else:
        image = _cropped(source, Box(0, 0, *wanted.size), wanted.focus)
    return _encode(image, wanted.max_bytes, text=bool(card) or wanted.whole)


def _cropped(source: bytes, place: Box, focus: Focus | None) -> Image.Image:
    return photo.cropped(_master(source), (place.width, place.height), focus or MIDDLE)


@lru_cache(maxsize=8)
def _master(source: bytes) -> Image.Image:
    """The photo as people see it, its shorter side at most MASTER_SIDE."""
    whole = photo.upright(source, (MASTER_SIDE, MASTER_SIDE))
    factor = MASTER_SIDE / min(whole.size)
    if factor >= 1:
        return whole
    smaller = (round(whole.width * factor), round(whole.height * factor))
    return whole.resize(smaller, Image.Resampling.LANCZOS, reducing_gap=2.0)


def _encode(image: Image.Image, max_bytes: int | None, *, text: bool) -> bytes:
    """A progressive JPEG under `max_bytes`; letters keep their full colour resolution."""
    data = b""
    for quality in QUALITIES:
        out = BytesIO()
        image.save(
            out,
            "JPEG",
            quality=quality,
            progressive=True,
            optimize=True,
            subsampling="4:4:4" if text else "4:2:0",
        )
        data = out.getvalue()
        if max_bytes is None or len(data) <= max_bytes:
            return data
    raise PictureError(
        f"tidak dapat dikecilkan sampai {max_bytes} bita", "pakai foto yang lebih tenang"
    )
