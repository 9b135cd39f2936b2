"""Photos for the web: turned upright, without EXIF, in few widths as WebP and JPEG."""

from __future__ import annotations

import io
import json
import re
import shutil
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path, PurePosixPath

from PIL import Image, ImageCms, ImageOps

from terbit.errors import TerbitError

WIDTHS = (480, 960, 1600)
RECIPE = "2"
"""Part of the cache key; raise it whenever the bytes that this module makes change."""

FORMATS = {
    "webp": {"format": "WEBP", "quality": 74, "method": 4},
    "jpg": {"format": "JPEG", "quality": 78, "optimize": True, "progressive": True},
}


@dataclass(frozen=True)
class Variant:
    """One file of a picture: size in pixels, length in bytes."""

    name: str
    width: int
    height: int
    length: int


@dataclass(frozen=True)
class Picture:
    """All files of one photo, narrowest first."""

    webp: tuple[Variant, ...]
    jpg: tuple[Variant, ...]

    @property
    def largest(self) -> Variant:
        """The widest JPEG; its size gives the proportions."""
        return self.jpg[-1]

    @property
    def medium(self) -> Variant:
        """The widest JPEG of at most 960 pixels, for feeds and link previews."""
        return next((v for v in reversed(self.jpg) if v.width <= WIDTHS[1]), self.jpg[0])


def make(name: str, data: bytes, folder: Path, cache: Path) -> Picture:
    """Write the files of a photo into `folder`, encoding only what `cache` does not hold."""
    key = sha256(RECIPE.encode() + data).hexdigest()
    kept = cache / key
    if not (kept / "sizes.json").is_file():
        _encode(name, data, kept)
    sizes = json.loads((kept / "sizes.json").read_text(encoding="utf-8"))
    stem = re.sub(r"[^A-Za-z0-9_-]", "-", PurePosixPath(name).stem)
    folder.mkdir(parents=True, exist_ok=True)
    files: dict[str, list[Variant]] = {suffix: [] for suffix in FORMATS}
    for suffix, variants in files.items():
        for width, height in sizes:
            source = kept / f"{width}.{suffix}"
            target = folder / f"{stem}-{key[:8]}-{width}.{suffix}"
            shutil.copyfile(source, target)
            variants.append(Variant(target.name, width, height, target.stat().st_size))
    return Picture(tuple(files["webp"]), tuple(files["jpg"]))


def _encode(name: str, data: bytes, kept: Path) -> None:
    image = _upright(name, data)
    kept.mkdir(parents=True, exist_ok=True)
    sizes = []
    widths = {min(width, image.width) for width in WIDTHS}
    for width in sorted(widths, reverse=True):
        height = max(1, round(image.height * width / image.width))
        # each size is made from the one above it: a third of the work, no visible loss
        image = image.resize((width, height), Image.Resampling.LANCZOS, reducing_gap=3.0)
        for suffix, options in FORMATS.items():
            image.save(kept / f"{width}.{suffix}", **options)  # type: ignore[arg-type]
        sizes.append((width, height))
    (kept / "sizes.json").write_text(json.dumps(sizes[::-1]), encoding="utf-8")


def _upright(name: str, data: bytes) -> Image.Image:
    """The photo as people see it, in sRGB, on white where it was transparent."""
    try:
        with Image.open(io.BytesIO(data)) as opened:
            opened.draft("RGB", (WIDTHS[-1], WIDTHS[-1]))
            profile = opened.info.get("icc_profile")
            image = ImageOps.exif_transpose(opened)
            image = _opaque(image)
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        fix = "simpan ulang sebagai JPEG atau PNG dengan sisi terpanjang 4000 piksel ke bawah"
        raise TerbitError(f"foto {name} tidak dapat dibaca", fix) from error
    return _srgb(image, profile) if profile else image


def _opaque(image: Image.Image) -> Image.Image:
    if image.mode in {"RGBA", "LA", "PA"} or "transparency" in image.info:
        clear = image.convert("RGBA")
        white = Image.new("RGBA", clear.size, "white")
        image = Image.alpha_composite(white, clear)
    return image.convert("RGB")


def _srgb(image: Image.Image, profile: bytes) -> Image.Image:
    """Colours of a phone's wide gamut brought to what pages without a profile mean."""
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        target = ImageCms.createProfile("sRGB")
        converted = ImageCms.profileToProfile(image, source, target, outputMode="RGB")
    except (ImageCms.PyCMSError, OSError):
        return image
    return converted or image
