"""Photos for the web: upright, without EXIF, in two widths, each within its bytes.

GitHub Pages holds 1 GB (docs.github.com, limits of GitHub Pages). Ten thousand articles fit
when each takes at most 71 KB of pictures and some 20 KB of pages.
"""

from __future__ import annotations

import io
import json
import os
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import Any

from PIL import Image

from terbit.drawing import photo
from terbit.drawing.photo import Focus
from terbit.errors import TerbitError
from terbit.imaging import PictureError

WIDTHS = (480, 960)
LEAD = (11_000, 32_000)
OTHER = (7_000, 16_000)
"""Bytes of the narrow and of the wide file: of the first photo, and of each other one."""
SHARE = (960, 504)
SHARE_BYTES = 28_000
"""The crop for link previews and feeds: 1.91:1, at least 600 x 315 (Open Graph, Facebook)."""
QUALITIES = (76, 66, 56, 46, 36, 28)
SHRINK = 0.82
"""Where even the lowest quality is too heavy the picture becomes smaller, and sharp again."""
NARROWEST = 160
EDITION = 2
"""To be counted up when the same photo would come out otherwise: it voids what was kept."""


@dataclass(frozen=True)
class Variant:
    """One file of a picture: size in pixels, length in bytes; `source` its place in the cache."""

    name: str
    width: int
    height: int
    length: int
    source: str


@dataclass(frozen=True)
class Picture:
    """The files of one photo, narrowest first; `width` and `height` give its proportions."""

    width: int
    height: int
    variants: tuple[Variant, ...]

    @property
    def widest(self) -> Variant:
        """The file for large screens."""
        return self.variants[-1]

    def to_json(self) -> dict[str, Any]:
        """As it is kept."""
        return asdict(self)

    @classmethod
    def from_json(cls, row: Mapping[str, Any]) -> Picture:
        """As it was kept."""
        variants = tuple(Variant(**variant) for variant in row["variants"])
        return cls(row["width"], row["height"], variants)


def make(name: str, data: bytes, cache: Path, budget: tuple[int, int] = OTHER) -> Picture:
    """The WebP files of a photo, encoded only where `cache` does not hold them."""
    key = _key(data, "webp", budget)
    return _kept(cache / key) or _keep(cache, key, name, _encode(name, data, budget))


def share(name: str, data: bytes, focus: Focus, cache: Path) -> Picture:
    """The JPEG by which a link to the article is known, cropped around `focus`."""
    key = _key(data, "jpg", focus)
    return _kept(cache / key) or _keep(cache, key, name, [_crop(name, data, focus)])


def _key(data: bytes, *recipe: object) -> str:
    told = repr((recipe, EDITION, WIDTHS, SHARE, SHARE_BYTES, QUALITIES, SHRINK)).encode()
    return sha256(told + data).hexdigest()


def _kept(folder: Path) -> Picture | None:
    try:
        return Picture.from_json(json.loads((folder / "gambar.json").read_text("utf-8")))
    except (OSError, ValueError, KeyError, TypeError):
        return None


@dataclass(frozen=True)
class _File:
    width: int
    height: int
    data: bytes
    suffix: str


def _keep(cache: Path, key: str, name: str, files: list[_File]) -> Picture:
    """Write the files, then the list of them: without the list nothing was made."""
    folder = cache / key
    folder.mkdir(parents=True, exist_ok=True)
    stem = re.sub(r"[^A-Za-z0-9_-]", "-", PurePosixPath(name).stem)
    variants = []
    for file in files:
        path = folder / f"{file.width}.{file.suffix}"
        path.write_bytes(file.data)
        shown = f"{stem}-{key[:8]}-{file.width}.{file.suffix}"
        source = f"{key}/{path.name}"
        variants.append(Variant(shown, file.width, file.height, len(file.data), source))
    made = Picture(variants[-1].width, variants[-1].height, tuple(variants))
    listed = folder / "gambar.json"
    fresh = listed.with_suffix(f".{os.getpid()}")
    fresh.write_text(json.dumps(made.to_json()), "utf-8")
    fresh.rename(listed)
    return made


def _encode(name: str, data: bytes, budget: tuple[int, int]) -> list[_File]:
    image = _upright(name, data, (WIDTHS[-1], 1))
    made: dict[int, _File] = {}
    for width, limit in sorted(zip(WIDTHS, budget, strict=True), reverse=True):
        image = _narrowed(image, min(width, image.width))
        file = _within(image, limit, "webp", {"format": "WEBP", "method": 4})
        made[file.width] = file
    return [made[width] for width in sorted(made)]


def _narrowed(image: Image.Image, width: int) -> Image.Image:
    height = max(1, round(image.height * width / image.width))
    # each size is made from the one above it: a third of the work, no visible loss
    return image.resize((width, height), Image.Resampling.LANCZOS, reducing_gap=3.0)


def _within(image: Image.Image, limit: int, suffix: str, options: dict[str, Any]) -> _File:
    """The best quality that fits; a smaller picture where none does."""
    data = b""
    for quality in QUALITIES:
        buffer = io.BytesIO()
        image.save(buffer, quality=quality, **options)
        data = buffer.getvalue()
        if len(data) <= limit:
            break
    if len(data) > limit and image.width * SHRINK >= NARROWEST:
        return _within(_narrowed(image, round(image.width * SHRINK)), limit, suffix, options)
    return _File(image.width, image.height, data, suffix)


def _crop(name: str, data: bytes, focus: Focus) -> _File:
    image = photo.cropped(_upright(name, data, SHARE), SHARE, focus)
    options = {"format": "JPEG", "optimize": True, "progressive": True}
    return _within(image, SHARE_BYTES, "jpg", options)


def _upright(name: str, data: bytes, least: tuple[int, int]) -> Image.Image:
    try:
        return photo.upright(data, least)
    except PictureError as error:
        raise TerbitError(f"foto {name} {error.what}", error.fix) from error
