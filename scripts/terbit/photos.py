"""Photos and screenshots on their way in: upright, smaller, stripped of everything but pixels.

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
from terbit.drawing import fitting, photo
from terbit.errors import InputErrors, Problem

LONGEST_SIDE = 2400
"""Pixels; enough for a 1600-pixel page picture and a 1080 x 1920 story cut from it."""
QUALITY = 85
PROOF_SIDE, PROOF_BYTES = 1600, 600_000
"""A screenshot that proves a post: pixels of its longer side, and what it may weigh for ever."""
PROOF_QUALITIES = (85, 78, 70, 62, 54, 46, 38)
SHRINK = 0.8
"""Where even the lowest quality is too heavy the screenshot becomes smaller, and sharp again."""


def take_in(path: Path) -> bytes:
    """The photo as it may enter the repository, a JPEG. Raises InputErrors."""
    return _judged(_found(path), lambda: _file(_opened(path), "JPEG"))


def proof(path: Path) -> bytes:
    """A screenshot as the archive keeps it, a JPEG of at most PROOF_BYTES. Raises InputErrors."""
    return _judged(_found(path), lambda: _within(_opened(path)))


def proof_of(data: bytes) -> bytes:
    """The same of a screenshot that is no file yet. Raises InputErrors."""
    return _judged("tangkapan layar", lambda: _within(imaging.opened(data)))


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


def _found(path: Path) -> str:
    """The name of a file that is there. Raises InputErrors."""
    if not path.is_file() or path.is_symlink():
        raise _problem(path.name, "foto tidak ditemukan", "periksa nama dan letak berkasnya")
    return path.name


def _opened(path: Path) -> ImageFile:
    imaging.refuse_weight(path.stat().st_size)
    data = path.read_bytes()
    heic = imaging.kind(data) == imaging.HEIC
    return _heic(data) if heic else imaging.opened(data)


def _heic(data: bytes) -> ImageFile:
    """A photo of an iPhone; its reader is loaded only for this, as checks never see such files."""
    from pillow_heif import HeifImageFile  # noqa: PLC0415

    return imaging.safely_opened(data, cast("Callable[[BytesIO], ImageFile]", HeifImageFile))


def _file(image: ImageFile, kind: str = "") -> bytes:
    """The picture as a file of a kind, or of its own kind."""
    with image:
        kept = kind or str(image.format)
        imaging.decode(image, LONGEST_SIDE)
        bare = _bare(image, LONGEST_SIDE)
    return _save(photo.on_white(bare) if kept == "JPEG" else bare, kept)


def _within(image: ImageFile) -> bytes:
    """The picture in a quality and size that keep within PROOF_BYTES."""
    with image:
        imaging.decode(image, PROOF_SIDE)
        shown = photo.on_white(_bare(image, PROOF_SIDE))
    side = max(shown.size)
    while (made := fitting.jpeg(shown, PROOF_QUALITIES, PROOF_BYTES, sharp=True)) is None:
        side = round(side * SHRINK)
        shown = _fitted(shown, side)
    return made


def _bare(image: Image.Image, longest: int) -> Image.Image:
    """Only the pixels: a new image carries no EXIF, no profile and no thumbnail of the old one."""
    upright = ImageOps.exif_transpose(_fitted(photo.plain(image), longest))
    coloured = photo.in_screen_colours(upright)
    shown = coloured.convert("RGBA" if coloured.has_transparency_data else "RGB")
    return Image.frombytes(shown.mode, shown.size, shown.tobytes())


def _fitted(image: Image.Image, longest: int) -> Image.Image:
    """The picture with its longer side of at most so many pixels."""
    if max(image.size) > longest:
        image.thumbnail((longest, longest), Image.Resampling.LANCZOS)
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
