"""Pictures opened with care: too big, moving or no photo at all is said before it is decoded.

Every limit keeps the whole process below 300 MB (`python -m tests.bench.photos` measures):
up to 130 MB are the program's own, up to 25 MB the file's, the rest is for decoding.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from io import BytesIO

from PIL import Image, PngImagePlugin
from PIL.ImageFile import ImageFile
from PIL.JpegImagePlugin import JpegImageFile
from PIL.PngImagePlugin import PngImageFile
from PIL.WebPImagePlugin import WebPImageFile

from terbit.core.article import MAX_FILE_BYTES, MAX_PHOTO_PIXELS

MAX_BYTES = MAX_FILE_BYTES
HEIC = "HEIC"
JPEG_PIXELS = MAX_PHOTO_PIXELS
"""Phones take 40 megapixels; read at half the size or less they need 40 MB (measured)."""
SCANS_PIXELS = 20_000_000
"""A JPEG in several scans is kept whole while it is read: 231 MB for 40 megapixels (measured)."""
PNG_PIXELS = 18_000_000
"""A PNG cannot be read smaller: 4 bytes a pixel; A3 at 300 dots an inch has 17 million."""
DEEP_PNG_PIXELS = 10_000_000
"""With transparency or 16 bits of grey a PNG is held twice while it is made smaller."""
WEBP_PIXELS = 6_000_000
"""WebP takes 16 bytes a pixel: 190 MB for 12 megapixels (measured)."""
WEBP_BYTES = 10 * 1024 * 1024
"""Its reader holds the file three times."""
HEIC_PIXELS = 25_000_000
"""HEIC takes 7.5 bytes a pixel: 177 MB for the 24 megapixels of an iPhone (measured)."""
HALVED_ABOVE = 16_000_000
SCANS_HALVED_ABOVE = 12_500_000
"""Pixels above which a JPEG is read at half its size at most."""

_KINDS: dict[str, Callable[[BytesIO], ImageFile]] = {
    "JPEG": JpegImageFile,
    "PNG": PngImageFile,
    "WEBP": WebPImageFile,
}
FORMATS = tuple(_KINDS)
_HEIC_BRANDS = re.compile(rb"....ftyp(?:hei[cxms]|hev[cxms]|mif1|msf1)", re.DOTALL)
_SVG = re.compile(rb"\s*(?:<\?xml|<!--|<!DOCTYPE svg|<svg)[^\0]{0,2000}", re.IGNORECASE)
_STRANGERS = (
    (re.compile(rb"GIF8[79]a"), "gambar GIF"),
    (re.compile(rb"II\*\0|MM\0\*"), "gambar TIFF"),
    (re.compile(rb"BM.{12}[\x0c\x28\x6c\x7c]", re.DOTALL), "gambar BMP"),
    (re.compile(rb"8BPS"), "berkas Photoshop"),
    (re.compile(rb"\0\0[\x01\x02]\0"), "ikon Windows"),
    (re.compile(rb"%PDF-"), "dokumen PDF"),
    (re.compile(rb"....ftypavi[fs]", re.DOTALL), "gambar AVIF"),
    (re.compile(rb"....ftyp", re.DOTALL), "video"),
    (re.compile(rb"PK\x03\x04"), "arsip ZIP atau dokumen Office"),
)
# Pillow keeps every block of notes as Python objects: 6 million of them fit into 25 MB
_MAX_BLOCKS = 2_000
_MAX_SEGMENTS = 50_000
_SEGMENT = re.compile(rb"\xff[\xe0-\xef\xfe]")
_FEW_SEGMENTS_BYTES = 1_000_000
_PIXEL_BLOCKS = frozenset({b"IDAT", b"fdAT", b"fcTL", b"ANMF"})
_SCANS = "progressive"
"""What Pillow notes of a JPEG in several scans; here also of one that is not progressive."""
# notes are unpacked as text of up to 4 bytes a letter; Pillow would allow 64 MB of letters
PngImagePlugin.MAX_TEXT_MEMORY = 4 * PngImagePlugin.MAX_TEXT_CHUNK

_SMALLER = "kecilkan, misalnya menjadi 4000 × 3000 piksel"


class PictureError(Exception):
    """A file that is no usable photo; `what` goes on from “foto”, `fix` says how to mend it."""

    def __init__(self, what: str, fix: str) -> None:
        super().__init__(what)
        self.what = what
        self.fix = fix


def kind(data: bytes) -> str:
    """JPEG, PNG, WEBP or HEIC, by the first bytes and not by the name; else empty."""
    if data.startswith(b"\xff\xd8\xff"):
        return "JPEG"
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return "PNG"
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return "WEBP"
    return HEIC if _HEIC_BRANDS.match(data) else ""


def opened(data: bytes) -> ImageFile:
    """A JPEG, PNG or WebP that may be decoded, not yet decoded. Raises PictureError."""
    name = kind(data)
    refuse_weight(len(data), WEBP_BYTES if name == "WEBP" else MAX_BYTES)
    if name not in _KINDS:
        raise _stranger(data, name)
    _refuse_blocks(data, name)
    return safely_opened(data, _KINDS[name])


def safely_opened(data: bytes, opener: Callable[[BytesIO], ImageFile]) -> ImageFile:
    """What an opener makes of a file, its size judged. Raises PictureError."""
    try:
        image = opener(BytesIO(data))
    except Image.DecompressionBombError as error:
        # only the reader of WebP looks at the size itself
        raise _too_large("WebP", WEBP_PIXELS) from error
    except Exception as error:
        # Pillow's readers raise what they like on broken data
        raise _of_notes(error) or unreadable() from error
    _refuse_size(image, data)
    return image


def refuse_weight(size: int, most: int = 0) -> None:
    """Raises PictureError for a file that is empty or heavier than most (or any) photos may be."""
    most = min(most or MAX_BYTES, MAX_BYTES)
    if not size:
        raise PictureError("kosong, tidak ada isinya", "salin ulang foto aslinya")
    if size > most:
        raise PictureError(f"lebih besar dari {most // 1024 // 1024} MB", _SMALLER)


def decode(image: ImageFile, longest: int) -> None:
    """Decode a picture in place, a JPEG no larger than its use needs. Raises PictureError.

    `longest` are the pixels that the longer side should keep.
    """
    factor = reduction(image, longest)
    try:
        image.draft(None, (max(1, image.width // factor), max(1, image.height // factor)))
        image.load()
    except Exception as error:
        # Pillow's decoders raise what they like on broken data
        raise unreadable() from error


def eight_bits(image: Image.Image) -> Image.Image:
    """A picture of 16 bits of grey, as scanners write them; Pillow would clip it all to white."""
    if not image.mode.startswith("I"):
        return image
    return image.convert("I").point(lambda value: value / 256).convert("L")


def unreadable() -> PictureError:
    """What is broken or cut off."""
    return PictureError("rusak atau terpotong", "salin ulang foto aslinya dari kamera atau ponsel")


def reduction(image: ImageFile, longest: int) -> int:
    """By how much a picture is decoded smaller, so that its longer side keeps `longest` pixels."""
    if image.format != "JPEG":
        return 1
    most = SCANS_HALVED_ABOVE if _SCANS in image.info else HALVED_ABOVE
    least = 2 if image.width * image.height > most else 1
    return next((n for n in (8, 4, 2) if max(image.size) // n >= longest), least)


def _stranger(data: bytes, name: str) -> PictureError:
    if name == HEIC:
        fix = "masukkan lewat terbit new yang mengubahnya, atau simpan ulang sebagai JPEG"
        return PictureError("berformat HEIC (foto iPhone) yang tidak tampil di peramban", fix)
    found = next((label for pattern, label in _STRANGERS if pattern.match(data)), "")
    svg = _SVG.match(data)
    if svg and b"<svg" in svg[0].lower():
        found = "gambar SVG"
    what = f"sebenarnya {found}, " if found else ""
    return PictureError(f"{what}bukan foto JPEG, PNG, atau WebP", "simpan ulang sebagai JPEG")


def _refuse_size(image: ImageFile, data: bytes) -> None:
    if getattr(image, "is_animated", False) and image.format in FORMATS:
        fix = "simpan satu gambar diamnya sebagai JPEG"
        raise PictureError("berupa gambar bergerak", fix)
    label, limit = _limit(image, data)
    if image.width * image.height > limit:
        raise _too_large(label, limit)


def _limit(image: ImageFile, data: bytes) -> tuple[str, int]:
    """A word for the kind of file, and the pixels it may have."""
    if image.format != "JPEG":
        deep = image.has_transparency_data or image.mode.startswith("I")
        return {
            "PNG": ("PNG", DEEP_PNG_PIXELS if deep else PNG_PIXELS),
            "WEBP": ("WebP", WEBP_PIXELS),
        }.get(str(image.format), (HEIC, HEIC_PIXELS))
    if _several_scans(image, data):
        image.info[_SCANS] = 1
        return "JPEG progresif", SCANS_PIXELS * 3 // max(3, len(image.getbands()))
    return "JPEG", JPEG_PIXELS


def _several_scans(image: ImageFile, data: bytes) -> bool:
    """Whether the decoder must keep the whole picture, as libjpeg decides it."""
    if _SCANS in image.info:
        return True
    # the opener stops behind the head of the first scan, whose length tells its components
    bands = len(image.getbands())
    length = 6 + 2 * bands
    start = (image.fp.tell() if image.fp else 0) - length
    return data[max(0, start) : start + 3] != bytes((0, length, bands))


def _too_large(label: str, limit: int) -> PictureError:
    named = "" if label == "JPEG" else f"berupa {label} "
    fix = _SMALLER if label == "JPEG" else "simpan ulang sebagai JPEG biasa"
    return PictureError(f"{named}lebih dari {limit // 1_000_000} megapiksel", fix)


def _refuse_blocks(data: bytes, name: str) -> None:
    if name == "JPEG":
        many = len(data) > _FEW_SEGMENTS_BYTES and _more(_SEGMENT.finditer(data), _MAX_SEGMENTS)
    else:
        many = _more((b for b in _blocks(data, name) if b not in _PIXEL_BLOCKS), _MAX_BLOCKS)
    if many:
        raise _notes()


def _more(things: Iterator[object], limit: int) -> bool:
    return any(number >= limit for number, _ in enumerate(things))


def _blocks(data: bytes, name: str) -> Iterator[bytes]:
    """The names of the blocks of a PNG or WebP, in order."""
    png = name == "PNG"
    at = 8 if png else 12
    end = len(data) if png else min(len(data), 8 + int.from_bytes(data[4:8], "little"))
    kind_of_it = b""
    # behind the end there may be anything; nobody reads it
    while at + 8 <= end and kind_of_it != b"IEND":
        head = data[at : at + 8]
        kind_of_it = head[4:] if png else head[:4]
        yield kind_of_it
        size = int.from_bytes(head[:4], "big") if png else int.from_bytes(head[4:], "little")
        at += 12 + size if png else 8 + size + size % 2


def _of_notes(error: Exception) -> PictureError | None:
    """The refusal of notes that are too large, where Pillow complains of them."""
    return _notes() if "text chunk" in str(error) or "MAX_TEXT" in str(error) else None


def _notes() -> PictureError:
    return PictureError(
        "memuat catatan tersembunyi yang terlalu besar", "simpan ulang sebagai JPEG"
    )
