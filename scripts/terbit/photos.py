"""Photos on their way in: turned upright, made smaller, and stripped of everything but pixels.

A phone writes the place, the time and the camera's serial number into each photo; all of it
is removed before the photo enters the history of the repository (rule FOTO-04).
"""

from __future__ import annotations

import warnings
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import cast

from PIL import Image, ImageOps
from PIL.ImageFile import ImageFile

from terbit import imaging
from terbit.drawing import photo
from terbit.errors import InputErrors, Problem

LONGEST_SIDE = 2400
"""Pixels; enough for a 1600-pixel page picture and a 1080 x 1920 story cut from it."""
QUALITY = 85


def take_in(path: Path) -> bytes:
    """The photo as it may enter the repository, a JPEG. Raises InputErrors."""
    name = path.name
    if not path.is_file() or path.is_symlink():
        raise _problem(name, "foto tidak ditemukan", "periksa nama dan letak berkasnya")
    return _judged(name, lambda: _taken(path))


def strip(data: bytes, name: str = "foto") -> bytes:
    """The same picture in the same format without anything but pixels, upright, not too large.

    Raises InputErrors.
    """
    return _judged(name, lambda: _file(imaging.opened(data)))


def _judged(name: str, work: Callable[[], bytes]) -> bytes:
    """What `work` makes of a picture. Raises InputErrors."""
    try:
        with warnings.catch_warnings(action="ignore"):
            # what Pillow has to say about odd metadata is not for people
            return work()
    except imaging.PictureError as error:
        raise _problem(name, f"foto {error.what}", error.fix) from error
    except Exception as error:
        # Pillow's decoders raise what they like on broken data
        broken = imaging.unreadable()
        raise _problem(name, f"foto {broken.what}", broken.fix) from error


def _taken(path: Path) -> bytes:
    imaging.refuse_weight(path.stat().st_size)
    data = path.read_bytes()
    heic = imaging.kind(data) == imaging.HEIC
    return _file(_heic(data) if heic else imaging.opened(data), "JPEG")


def _heic(data: bytes) -> ImageFile:
    """A photo of an iPhone; its reader is loaded only for this, as checks never see such files."""
    from pillow_heif import HeifImageFile  # noqa: PLC0415

    return imaging.safely_opened(data, cast("Callable[[BytesIO], ImageFile]", HeifImageFile))


def _file(image: ImageFile, kind: str = "") -> bytes:
    """The picture as a file of a kind, or of its own kind."""
    with image:
        kept = kind or str(image.format)
        imaging.decode(image, LONGEST_SIDE)
        bare = _bare(image)
    return _save(photo.on_white(bare) if kept == "JPEG" else bare, kept)


def _bare(image: Image.Image) -> Image.Image:
    """Only the pixels: a new image carries no EXIF, no profile and no thumbnail of the old one."""
    upright = ImageOps.exif_transpose(_fitted(photo.plain(image)))
    coloured = photo.in_screen_colours(upright)
    shown = coloured.convert("RGBA" if coloured.has_transparency_data else "RGB")
    return Image.frombytes(shown.mode, shown.size, shown.tobytes())


def _fitted(image: Image.Image) -> Image.Image:
    """The picture with its longer side at most LONGEST_SIDE."""
    if max(image.size) > LONGEST_SIDE:
        image.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Image.Resampling.LANCZOS)
    return image


def _save(image: Image.Image, kind: str) -> bytes:
    out = BytesIO()
    if kind in ("PNG", "WEBP"):
        image.save(out, kind, quality=QUALITY)
    else:
        image.save(out, "JPEG", quality=QUALITY, progressive=True, optimize=True)
    return out.getvalue()


def _problem(name: str, what: str, fix: str) -> InputErrors:
    return InputErrors([Problem(name, 0, what, fix)])
