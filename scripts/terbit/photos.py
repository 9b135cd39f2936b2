"""Photos on their way in: turned upright, made smaller, and stripped of everything but pixels.

A phone writes the place, the time and the camera's serial number into each photo; all of it
is removed before the photo enters the history of the repository (rule FOTO-04).
"""

from __future__ import annotations

import warnings
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageOps, UnidentifiedImageError

from terbit.core.article import MAX_FILE_BYTES, MAX_PHOTO_PIXELS
from terbit.errors import InputErrors, Problem

FORMATS = ("JPEG", "PNG", "WEBP")
MAX_PIXELS = MAX_PHOTO_PIXELS
MAX_BYTES = MAX_FILE_BYTES
LONGEST_SIDE = 2400
"""Pixels; enough for a 1600-pixel page picture and a 1080 x 1920 story cut from it."""
QUALITY = 85


def take_in(path: Path) -> bytes:
    """The photo as it may enter the repository, a JPEG. Raises InputErrors."""
    name = path.name
    if not path.is_file() or path.is_symlink():
        raise _problem(name, "foto tidak ditemukan", "periksa nama dan letak berkasnya")
    if path.stat().st_size > MAX_BYTES:
        raise _problem(name, "foto lebih besar dari 25 MB", "kecilkan dulu di ponsel atau komputer")
    return _opened(path.read_bytes(), name, _clean)


def strip(data: bytes, name: str = "foto") -> bytes:
    """The same picture in the same format without anything but pixels, turned upright.

    Raises InputErrors.
    """
    return _opened(data, name, lambda image: _save(_bare(image), image.format or ""))


def _opened(data: bytes, name: str, work: Callable[[Image.Image], bytes]) -> bytes:
    """What `work` makes of a picture. Raises InputErrors."""
    try:
        with warnings.catch_warnings(action="ignore"), _open(data) as image:
            return work(image)
    except Image.DecompressionBombError:
        raise _problem(name, "foto lebih dari 40 megapiksel", "kecilkan dulu fotonya") from None
    except UnidentifiedImageError:
        fix = "pakai JPEG, PNG, atau WebP; di iPhone pilih format “Paling Kompatibel”"
        raise _problem(name, "berkas ini bukan foto yang dikenal", fix) from None
    except Exception as error:
        # Pillow's decoders raise what they like on broken data
        raise _problem(name, "foto rusak atau terpotong", "salin ulang dari kamera") from error


def _open(data: bytes) -> Image.Image:
    """The picture, not yet decoded. Raises Pillow's DecompressionBombError where it is too big."""
    image = Image.open(BytesIO(data), formats=FORMATS)
    if image.width * image.height > MAX_PIXELS:
        raise Image.DecompressionBombError
    return image


def _clean(image: Image.Image) -> bytes:
    upright = _on_white(_bare(image))
    upright.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Image.Resampling.LANCZOS)
    return _save(upright, "JPEG")


def _bare(image: Image.Image) -> Image.Image:
    """Only the pixels: a new image carries no EXIF, no profile and no thumbnail of the old one."""
    turned = ImageOps.exif_transpose(image)
    if turned.mode.startswith("I"):
        # 16 bits of grey, as scanners write them; Pillow would clip them all to white
        turned = turned.convert("I").point(lambda value: value / 256).convert("L")
    upright = turned.convert("RGBA" if turned.has_transparency_data else "RGB")
    return Image.frombytes(upright.mode, upright.size, upright.tobytes())


def _on_white(image: Image.Image) -> Image.Image:
    """The picture as it looks on paper, for a format that knows no transparency."""
    if image.mode != "RGBA":
        return image
    paper = Image.new("RGBA", image.size, "white")
    return Image.alpha_composite(paper, image).convert("RGB")


def _save(image: Image.Image, kind: str) -> bytes:
    """The file; MPO (a JPEG with a second picture, as phones write it) becomes a plain JPEG."""
    out = BytesIO()
    if kind in ("PNG", "WEBP"):
        image.save(out, kind, quality=QUALITY)
    else:
        image.save(out, "JPEG", quality=QUALITY, progressive=True, optimize=True)
    return out.getvalue()


def _problem(name: str, what: str, fix: str) -> InputErrors:
    return InputErrors([Problem(name, 0, what, fix)])
