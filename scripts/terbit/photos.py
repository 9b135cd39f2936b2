"""Photos on their way in: turned upright, made smaller, and stripped of everything but pixels.

A phone writes the place, the time and the camera's serial number into each photo; all of it
is removed before the photo enters the history of the repository (rule FOTO-04).
"""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from PIL import Image, ImageOps, UnidentifiedImageError

from terbit.errors import InputErrors, Problem

FORMATS = ("JPEG", "PNG", "WEBP")
MAX_PIXELS = 40_000_000
"""Above this a picture is not decoded: a 20 KB file can claim 169 megapixels (measured 821 MB)."""
MAX_BYTES = 25 * 1024 * 1024
LONGEST_SIDE = 2400
"""Pixels; enough for a 1600-pixel page picture and a 1080 x 1920 story cut from it."""
QUALITY = 85


def take_in(path: Path) -> bytes:
    """The photo as it may enter the repository, a JPEG. Raises InputErrors."""
    name = path.name
    if not path.is_file() or path.is_symlink():
        raise _problem(name, "foto tidak ditemukan", "periksa nama dan letak berkasnya")
    data = path.read_bytes()
    if len(data) > MAX_BYTES:
        raise _problem(name, "foto lebih besar dari 25 MB", "kecilkan dulu di ponsel atau komputer")
    try:
        with Image.open(BytesIO(data), formats=FORMATS) as image:
            if image.width * image.height > MAX_PIXELS:
                raise _problem(name, "foto lebih dari 40 megapiksel", "kecilkan dulu fotonya")
            return _clean(image)
    except (UnidentifiedImageError, Image.DecompressionBombError):
        fix = "pakai JPEG, PNG, atau WebP; di iPhone pilih format “Paling Kompatibel”"
        raise _problem(name, "berkas ini bukan foto yang dikenal", fix) from None
    except (OSError, SyntaxError, ValueError):
        raise _problem(name, "foto rusak atau terpotong", "salin ulang dari kamera") from None


def strip(data: bytes) -> bytes:
    """The same picture in the same format without anything but pixels, turned upright."""
    with Image.open(BytesIO(data), formats=FORMATS) as image:
        return _save(_bare(image), image.format or "JPEG")


def _clean(image: Image.Image) -> bytes:
    upright = _bare(image).convert("RGB")
    upright.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Image.Resampling.LANCZOS)
    return _save(upright, "JPEG")


def _bare(image: Image.Image) -> Image.Image:
    """Only the pixels: a new image carries no EXIF, no profile and no thumbnail of the old one."""
    turned = ImageOps.exif_transpose(image)
    upright = turned.convert("RGBA" if "A" in turned.getbands() else "RGB")
    return Image.frombytes(upright.mode, upright.size, upright.tobytes())


def _save(image: Image.Image, kind: str) -> bytes:
    out = BytesIO()
    if kind == "JPEG":
        image.convert("RGB").save(out, kind, quality=QUALITY, progressive=True, optimize=True)
    else:
        image.save(out, kind, quality=QUALITY)
    return out.getvalue()


def _problem(name: str, what: str, fix: str) -> InputErrors:
    return InputErrors([Problem(name, 0, what, fix)])
