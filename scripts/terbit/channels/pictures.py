"""Photos and title cards in the size that each channel wants, as JPEG without metadata."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO

from PIL import Image, ImageCms, ImageOps

from terbit.core.article import MAX_PHOTO_PIXELS
from terbit.core.post import Picture
from terbit.drawing import cards
from terbit.drawing.layout import CardText, Look, layout
from terbit.drawing.lettering import Box
from terbit.errors import TerbitError

__all__ = ["CardText", "Look", "crop_box", "render"]

FORMATS = ("JPEG", "PNG", "WEBP")
MAX_PIXELS = MAX_PHOTO_PIXELS

MASTER_SIDE = 1920
"""The shorter side that every rendition can be cut from; larger photos are reduced once."""

QUALITIES = (88, 82, 76, 70, 62, 54, 46, 38, 30)
_MIDDLE = (0.5, 0.45)  # faces stand a little above the middle

Focus = tuple[float, float]


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
    except _BadPhotoError as error:
        raise TerbitError(f"foto {picture.source} {error.what}", error.fix) from error


def crop_box(
    size: tuple[int, int], ratio: float, focus: Focus
) -> tuple[float, float, float, float]:
    """The largest part of a photo with a ratio (width/height) that holds the focus point.

    `focus` is in parts of the photo and comes to lie in the middle of the crop, or nearer to
    an edge where the photo ends.
    """
    width, height = size
    wide, high = min(width, height * ratio), min(height, width / ratio)
    left = min(max(0.0, focus[0] * width - wide / 2), width - wide)
    top = min(max(0.0, focus[1] * height - high / 2), height - high)
    return left, top, left + wide, top + high


class _BadPhotoError(TerbitError):
    """A photo that cannot be used; the caller knows its name."""


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
        photo = _cropped(source, places.photo, wanted.focus) if source is not None else None
        image = cards.draw(photo, places, look)
    elif source is None:
        raise ValueError("a picture needs a photo or a card")
    elif wanted.whole:
        image = cards.frame(_master(source), wanted.size, look)
    else:
        image = _cropped(source, Box(0, 0, *wanted.size), wanted.focus)
    return _encode(image, wanted.max_bytes, text=bool(card) or wanted.whole)


def _cropped(source: bytes, place: Box, focus: Focus | None) -> Image.Image:
    photo = _master(source)
    box = crop_box(photo.size, place.width / place.height, focus or _MIDDLE)
    size = (place.width, place.height)
    return photo.resize(size, Image.Resampling.LANCZOS, box=box, reducing_gap=3.0)


@lru_cache(maxsize=8)
def _master(source: bytes) -> Image.Image:
    """The photo upright, in sRGB, without metadata, its shorter side at most MASTER_SIDE."""
    try:
        with Image.open(BytesIO(source), formats=FORMATS) as opened:
            if opened.width * opened.height > MAX_PIXELS:
                raise _too_many_pixels()
            factor = MASTER_SIDE / min(opened.size)
            if factor < 1:
                opened.draft(None, (round(opened.width * factor), round(opened.height * factor)))
            photo = _srgb(ImageOps.exif_transpose(opened))
    except Image.DecompressionBombError as error:
        raise _too_many_pixels() from error
    except (OSError, ValueError, SyntaxError) as error:
        fix = "simpan ulang foto itu sebagai JPEG, lalu ganti berkasnya"
        raise _BadPhotoError("rusak atau bukan JPEG, PNG, atau WebP", fix) from error
    factor = MASTER_SIDE / min(photo.size)
    if factor < 1:
        smaller = (round(photo.width * factor), round(photo.height * factor))
        photo = photo.resize(smaller, Image.Resampling.LANCZOS, reducing_gap=2.0)
    photo.info = {}
    return photo


def _too_many_pixels() -> _BadPhotoError:
    millions = MAX_PIXELS // 1_000_000
    return _BadPhotoError(
        f"lebih besar dari {millions} megapiksel", "kecilkan, misalnya menjadi 4000 × 3000 piksel"
    )


def _srgb(image: Image.Image) -> Image.Image:
    """Colours as every platform expects them; what is transparent becomes white."""
    profile = image.info.get("icc_profile")
    if image.mode in {"RGBA", "LA", "PA"} or "transparency" in image.info:
        image = image.convert("RGBA")
        ground = Image.new("RGBA", image.size, "white")
        image = Image.alpha_composite(ground, image).convert("RGB")
    if profile and image.mode in {"RGB", "CMYK"}:
        try:
            source = ImageCms.ImageCmsProfile(BytesIO(profile))
            target = ImageCms.createProfile("sRGB")
            made = ImageCms.profileToProfile(image, source, target, outputMode="RGB")
        except (ImageCms.PyCMSError, OSError, ValueError):
            made = None  # a broken profile is no reason to refuse a good photo
        image = made or image
    return image.convert("RGB")


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
    raise _BadPhotoError(
        f"tidak dapat dikecilkan sampai {max_bytes} bita", "pakai foto yang lebih tenang"
    )
