"""Photos of every kind that sentences and tests name; each is made when it is first named."""

from __future__ import annotations

import base64
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from io import BytesIO

from PIL import ExifTags, Image, ImageDraw, ImageFilter

from terbit.newsroom import samples

HEIC = (
    "AAAAHGZ0eXBoZWljAAAAAG1pZjFoZWljbWlhZgAAAX1tZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAA"
    "AAAAAAAAAAAAACJpbG9jAAAAAERAAAEAAQAAAAABoQABAAAAAAAAAB0AAAAjaWluZgAAAAAAAQAAABVpbmZlAgAA"
    "AAABAABodmMxAAAAAA5waXRtAAAAAAABAAAA/WlwcnAAAADdaXBjbwAAAHZodmNDAQNwAAAAkAAAAAAAHvAA/P34"
    "+AAADwNgAAEAGEABDAH//wNwAAADAJAAAAMAAAMAHroCQGEAAQAqQgEBA3AAAAMAkAAAAwAAAwAeoCCBBZbq5Ka5"
    "uAhoMCAAAAMDIAAAAwAhYgABAAZEAcFzwIkAAAATY29scm5jbHgAAQANAAaAAAAAFGlzcGUAAAAAAAAAQAAAAEAA"
    "AAAoY2xhcAAAAEAAAAABAAAAMAAAAAEAAAAAAAAAAv////AAAAACAAAAEHBpeGkAAAAAAwgICAAAABhpcG1hAAAA"
    "AAAAAAEAAQWBAgMFhAAAACVtZGF0AAAAGSgBrxOA9SeBP//gpUf/utZ4fg8Lfnny1PA="
)
"""A red picture of 64 x 48 pixels, as an iPhone stores photos; nothing here can write one."""


def written(image: Image.Image, kind: str, **options: object) -> bytes:
    """An image as a file of a kind."""
    out = BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def scene() -> Image.Image:
    """A sharp picture of many shapes, 1600 x 1200."""
    return Image.open(BytesIO(samples.photo()))


def diagram() -> Image.Image:
    """Bars on white with smooth fillings, as an infographic has them."""
    image = Image.new("RGB", (1600, 1200), "white")
    pen = ImageDraw.Draw(image)
    for number, height in enumerate((300, 700, 500, 900)):
        pen.rectangle((200 + 320 * number, 1100 - height, 400 + 320 * number, 1100), "navy")
    return image


def gradient(size: tuple[int, int] = (1600, 1200)) -> Image.Image:
    """A smooth background, as card makers like it."""
    return Image.linear_gradient("L").resize(size).convert("RGB")


def with_exif(tag: int, value: object) -> bytes:
    exif = Image.Exif()
    if tag in (ExifTags.Base.Orientation, ExifTags.Base.Make):
        exif[tag] = value
    else:
        exif[ExifTags.IFD.Exif] = {tag: value}
    return written(scene(), "JPEG", exif=exif)


def moving(kind: str) -> bytes:
    """Two frames."""
    frames = [Image.new("RGB", (1300, 900), color) for color in ("red", "blue")]
    return written(frames[0], kind, save_all=True, append_images=frames[1:])


_MADE: Mapping[str, Callable[[], bytes]] = {
    "foto-2.jpg": lambda: written(scene().rotate(180), "JPEG"),
    "foto-gps.jpg": lambda: samples.photo(gps=True),
    "foto-kecil.jpg": lambda: samples.photo((640, 480)),
    "foto-pas.jpg": lambda: samples.photo((1200, 900)),
    "foto-kurang.jpg": lambda: samples.photo((1199, 1100)),
    "foto-berdiri.jpg": lambda: samples.photo((900, 1600)),
    "foto-kabur.jpg": lambda: written(scene().filter(ImageFilter.GaussianBlur(12)), "JPEG"),
    "foto-agak-kabur.jpg": lambda: written(scene().filter(ImageFilter.GaussianBlur(1)), "JPEG"),
    "foto-miring.jpg": lambda: with_exif(ExifTags.Base.Orientation, 6),
    "foto-tegak.jpg": lambda: with_exif(ExifTags.Base.Orientation, 1),
    "foto-seri.jpg": lambda: with_exif(ExifTags.Base.BodySerialNumber, "A1"),
    "foto-pemilik.jpg": lambda: with_exif(ExifTags.Base.CameraOwnerName, "Pemilik Contoh"),
    "foto-lensa.jpg": lambda: with_exif(ExifTags.Base.LensSerialNumber, "L1"),
    "foto-merek.jpg": lambda: with_exif(ExifTags.Base.Make, "Kamera Contoh"),
    "foto-besar.jpg": lambda: written(Image.new("RGB", (4100, 3100), "teal"), "JPEG"),
    "foto-12mp.jpg": lambda: written(Image.new("RGB", (4000, 3000), "teal"), "JPEG"),
    "diagram.png": lambda: written(diagram(), "PNG"),
    "gradasi.png": lambda: written(gradient(), "PNG"),
    "peta.webp": lambda: written(diagram(), "WEBP"),
    "sebenarnya-png.jpg": lambda: written(diagram(), "PNG"),
    "sebenarnya-gif.jpg": lambda: written(diagram(), "GIF"),
    "bergerak.webp": lambda: moving("WEBP"),
    "bergerak.png": lambda: moving("PNG"),
    "iphone.heic": lambda: base64.b64decode(HEIC),
    "terpotong.jpg": lambda: written(scene(), "JPEG")[:9000],
    "kosong.jpg": lambda: b"",
    "lambang.svg": lambda: b'<svg xmlns="http://www.w3.org/2000/svg"/>',
}


class _Album(Mapping[str, bytes]):
    """The photos by name, each made when it is first asked for."""

    @cache  # noqa: B019  (one album, for as long as the tests run)
    def __getitem__(self, name: str) -> bytes:
        return _MADE[name]()

    def __iter__(self) -> Iterator[str]:
        return iter(_MADE)

    def __len__(self) -> int:
        return len(_MADE)

    def __hash__(self) -> int:
        return id(self)


PICTURES: Mapping[str, bytes] = _Album()


def picture(name: str) -> bytes:
    """The bytes of a photo of this album."""
    return PICTURES[name]


def named_in(source: str) -> dict[str, bytes]:
    """The photos whose names a text holds."""
    return {name: picture(name) for name in _MADE if name in source}
