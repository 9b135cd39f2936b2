"""What a photo is, whether it can be shown, and what it tells of where it was taken."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import blake2b
from urllib.parse import unquote, urlsplit

from PIL import ExifTags, Image, ImageChops, ImageFilter, IptcImagePlugin
from PIL.ImageFile import ImageFile

from terbit import imaging
from terbit.checks.reading.html_tags import body_tags
from terbit.checks.reading.once import once
from terbit.checks.reading.unseen import UNSEEN
from terbit.core.article import Article
from terbit.imaging import PictureError

SUFFIXES = {"JPEG": (".jpg", ".jpeg"), "PNG": (".png",), "WEBP": (".webp",)}

_SERIAL_TAGS = {
    ExifTags.Base.BodySerialNumber: "nomor seri kamera",
    ExifTags.Base.LensSerialNumber: "nomor seri lensa",
    ExifTags.Base.CameraOwnerName: "nama pemilik kamera",
    ExifTags.Base.MakerNote: "catatan pabrik kamera",
    ExifTags.Base.CameraSerialNumber: "nomor seri kamera",
}
_XMP_LOCATION = re.compile(rb"GPS(?:Latitude|Longitude|Position)|LocationCreated", re.IGNORECASE)
_XMP_SERIAL = re.compile(rb"SerialNumber|CameraOwnerName", re.IGNORECASE)
_IPTC_PLACES = frozenset({(2, 26), (2, 27), (2, 90), (2, 92), (2, 95), (2, 100), (2, 101)})
"""Place of the content, city, sublocation, province and country (IPTC IIM 4.2, record 2)."""
_UPRIGHT = (None, 0, 1)

_PREVIEW = 512
_SHARPEST = 0.01
_SHAPES = 20
_BLURRED = 0.15
"""Edges (details of 1 pixel) against shapes (4 to 12 pixels) in the sharpest 1 % of a preview.

Measured on 43 sharp photos, drawings and diagrams (scikit-image, scikit-learn, the examples
here): 0.33 and more; the same blurred by 16 of 4000 pixels: 0.04 to 0.15 but for two. Where
no shape is stronger than 20 of 255 (gradients 4, plain colours 0), nothing is said.
"""


@dataclass(frozen=True)
class Look:
    """What a photo shows of itself; sizes in pixels as they are stored."""

    format: str
    width: int
    height: int
    turned: bool
    blurred: bool

    @property
    def longest(self) -> int:
        """The longer side."""
        return max(self.width, self.height)


@dataclass(frozen=True)
class Shown:
    """A place where an article shows a picture; `row` is its row in `foto`, None in the body."""

    file: str
    alt: str
    caption: str
    line: int
    alt_line: int
    row: int | None = None


@once
def shown(article: Article) -> tuple[Shown, ...]:
    """The photos of the head, then the pictures of the body."""
    return (*_head(article), *_body(article))


def _head(article: Article) -> Iterator[Shown]:
    for i, photo in enumerate(article.photos):
        line, alt_line = article.line(f"foto.{i}.berkas"), article.line(f"foto.{i}.alt")
        yield Shown(photo.file, photo.alt, photo.caption, line, alt_line, i)


def _body(article: Article) -> Iterator[Shown]:
    for tag in body_tags(article):
        if tag.name == "img":
            alt, caption = tag.get("alt") or "", tag.get("title") or ""
            file = _file_name((tag.get("src") or "").strip())
            yield Shown(file, alt, caption, tag.line, tag.line)


def _file_name(source: str) -> str:
    try:
        parts = urlsplit(source)
    except ValueError:
        return source
    return source if parts.scheme or parts.netloc else unquote(parts.path).removeprefix("./")


def blank(text: str) -> bool:
    """Whether a text has nothing that anybody could read."""
    return not UNSEEN.sub("", text).strip()


# a digest and six values a photo: the same photo is judged again with each new version of a text
_known: dict[bytes, Look | PictureError] = {}
_MOST_KNOWN = 4096


def seen(article: Article, name: str) -> Look | PictureError | None:
    """What is to be said of a file of the folder, or None where it is not there."""
    data = article.file(name)
    if data is None:
        return None
    digests = _digests(article)
    if name not in digests:
        digests[name] = blake2b(data, digest_size=16).digest()
    key = digests[name]
    if key not in _known:
        if len(_known) >= _MOST_KNOWN:
            _known.clear()
        _known[key] = _judged(data)
    return _known[key]


@once
def _digests(article: Article) -> dict[str, bytes]:
    return {}


def _judged(data: bytes) -> Look | PictureError:
    try:
        return look(data)
    except PictureError as error:
        return PictureError(error.what, error.fix)


def look(data: bytes) -> Look:
    """Read a photo whole and say what it is. Raises PictureError."""
    with warnings.catch_warnings(action="ignore"), imaging.opened(data) as image:
        kind, (width, height) = str(image.format), image.size
        turned = _orientation(image) not in _UPRIGHT
        imaging.decode(image, _PREVIEW)
        return Look(kind, width, height, turned, _is_blurred(image))


def private_metadata(data: bytes) -> tuple[str, ...]:
    """Names of the metadata that tell where and by whom a photo was taken.

    Raises PictureError where the file cannot be opened.
    """
    with warnings.catch_warnings(action="ignore"), imaging.opened(data) as image:
        try:
            return tuple(dict.fromkeys(_private(image)))
        except Exception as error:
            raise imaging.unreadable() from error


def _orientation(image: ImageFile) -> object:
    try:
        return image.getexif().get(ExifTags.Base.Orientation)
    except Exception:
        # broken metadata turns nothing
        return None


def _private(image: ImageFile) -> Iterator[str]:
    exif = image.getexif()
    if any(exif.get_ifd(ExifTags.IFD.GPSInfo).values()):
        yield "lokasi GPS"
    details = {**exif, **exif.get_ifd(ExifTags.IFD.Exif)}
    yield from (label for tag, label in _SERIAL_TAGS.items() if details.get(tag))
    if exif.get_ifd(ExifTags.IFD.IFD1) or "mp" in image.info:
        yield "gambar kecil tersemat"
    xmp = b"".join(_bytes(image.info.get(key)) for key in ("xmp", "XML:com.adobe.xmp"))
    if _XMP_LOCATION.search(xmp):
        yield "lokasi dalam XMP"
    if _XMP_SERIAL.search(xmp):
        yield "nomor seri dalam XMP"
    if _IPTC_PLACES.intersection(IptcImagePlugin.getiptcinfo(image) or ()):
        yield "lokasi dalam IPTC"


def _bytes(value: object) -> bytes:
    if isinstance(value, bytes):
        return value
    return value.encode() if isinstance(value, str) else b""


def _is_blurred(image: Image.Image) -> bool:
    """Whether shapes are there but nothing in the picture has an edge."""
    grey = _small_grey(image)
    if min(grey.size) < _PREVIEW // 4:
        return False
    soft, coarse = _softened(grey, 4), _softened(grey, 12)
    shapes = _strongest(ImageChops.difference(soft, coarse))
    if shapes < _SHAPES:
        return False
    return _strongest(ImageChops.difference(grey, _softened(grey, 1))) < _BLURRED * shapes


def _small_grey(image: Image.Image) -> Image.Image:
    grey = imaging.eight_bits(image).convert("L")
    grey.thumbnail((_PREVIEW, _PREVIEW), Image.Resampling.BOX)
    return grey


def _softened(grey: Image.Image, radius: int) -> Image.Image:
    return grey.filter(ImageFilter.GaussianBlur(radius))


def _strongest(difference: Image.Image) -> int:
    """The value that the strongest 1 % of the pixels reach."""
    counts = difference.histogram()
    left = sum(counts) * _SHARPEST
    for value in range(255, 0, -1):
        left -= counts[value]
        if left <= 0:
            return value
    return 0
