"""Photos opened with care: limits first, nothing decoded that is too big, all faults named."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO

from PIL import ExifTags, Image, UnidentifiedImageError

from terbit.core.article import MAX_FILE_BYTES, MAX_PHOTO_PIXELS

FORMATS = ("JPEG", "PNG", "WEBP")
MAX_PIXELS = MAX_PHOTO_PIXELS
MAX_BYTES = MAX_FILE_BYTES
SUFFIXES = {"JPEG": (".jpg", ".jpeg"), "PNG": (".png",), "WEBP": (".webp",)}

_PREVIEW = (256, 256)
_SERIAL_TAGS = {
    ExifTags.Base.BodySerialNumber: "nomor seri kamera",
    ExifTags.Base.LensSerialNumber: "nomor seri lensa",
    ExifTags.Base.CameraOwnerName: "nama pemilik kamera",
    ExifTags.Base.MakerNote: "catatan pabrik kamera",
    ExifTags.Base.CameraSerialNumber: "nomor seri kamera",
}
_XMP_LOCATION = re.compile(rb"GPS(?:Latitude|Longitude|Position)|LocationCreated", re.IGNORECASE)
_XMP_SERIAL = re.compile(rb"SerialNumber|CameraOwnerName", re.IGNORECASE)


class PictureError(Exception):
    """A file that is no usable photo; `what` and `fix` are for people."""

    def __init__(self, what: str, fix: str) -> None:
        super().__init__(what)
        self.what = what
        self.fix = fix


@dataclass(frozen=True)
class Header:
    """What the first bytes of a photo say; sizes in pixels."""

    format: str
    width: int
    height: int


def header(data: bytes) -> Header:
    """Read a photo whole and say what it is. Raises PictureError."""
    image = _open(data)
    kind = "JPEG" if image.format == "MPO" else str(image.format)
    found = Header(kind, *image.size)
    try:
        image.draft("RGB", _PREVIEW)
        image.load()
    except Exception as error:
        # Pillow's decoders raise what they like on broken data
        raise _unreadable() from error
    return found


def private_metadata(data: bytes) -> tuple[str, ...]:
    """Names of the metadata that tell where and by whom a photo was taken.

    Raises PictureError where the file cannot be opened.
    """
    image = _open(data)
    try:
        return tuple(dict.fromkeys(_private(image)))
    except Exception as error:
        raise _unreadable() from error


def _private(image: Image.Image) -> Iterator[str]:
    exif = image.getexif()
    if any(exif.get_ifd(ExifTags.IFD.GPSInfo).values()):
        yield "lokasi GPS"
    details = {**exif, **exif.get_ifd(ExifTags.IFD.Exif)}
    yield from (label for tag, label in _SERIAL_TAGS.items() if details.get(tag))
    if exif.get_ifd(ExifTags.IFD.IFD1) or image.format == "MPO":
        yield "gambar kecil tersemat"
    xmp = b"".join(_bytes(image.info.get(key)) for key in ("xmp", "XML:com.adobe.xmp"))
    if _XMP_LOCATION.search(xmp):
        yield "lokasi dalam XMP"
    if _XMP_SERIAL.search(xmp):
        yield "nomor seri dalam XMP"


def _bytes(value: object) -> bytes:
    if isinstance(value, bytes):
        return value
    return value.encode() if isinstance(value, str) else b""


def _open(data: bytes) -> Image.Image:
    """The opened, not yet decoded picture. Raises PictureError."""
    if len(data) > MAX_BYTES:
        raise PictureError(
            f"lebih besar dari {MAX_BYTES // 1024 // 1024} MB",
            "kecilkan fotonya, misalnya 4000 piksel ke bawah",
        )
    try:
        with warnings.catch_warnings():
            # our own limit below is lower than the one that Pillow warns of
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            image = Image.open(BytesIO(data), formats=FORMATS)
    except Image.DecompressionBombError as error:
        raise _too_many_pixels() from error
    except UnidentifiedImageError as error:
        raise PictureError(
            "bukan foto JPEG, PNG, atau WebP", "simpan ulang fotonya sebagai JPEG"
        ) from error
    except Exception as error:
        raise _unreadable() from error
    if image.width * image.height > MAX_PIXELS:
        raise _too_many_pixels()
    return image


def _too_many_pixels() -> PictureError:
    limit = MAX_PIXELS // 1_000_000
    return PictureError(f"lebih dari {limit} megapiksel", "kecilkan ukuran fotonya")


def _unreadable() -> PictureError:
    return PictureError("rusak atau tidak terbaca", "salin ulang foto aslinya")
