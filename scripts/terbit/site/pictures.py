"""Photos for the web, each made once, and all those of an article within its bytes.

GitHub Pages holds 1 GB (docs.github.com, GitHub Pages limits). The pages of an article were
measured at 40 KB: its own 21, its sheet in the archive 9, its part of lists, feeds and search
index 10. So ten thousand articles fit when each has 60 KB of pictures on average. One photo takes
46 KB with its link preview and each further one 10 KB: that is room for two photos an article,
many with one and some with a gallery. From `GALLERY` photos on the bytes of a gallery are shared,
until a photo is down to `FLOOR`, at which it can still be looked at.

Where a photo is too heavy for its part it becomes smaller rather than blocky.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from hashlib import sha256
from pathlib import Path, PurePath, PurePosixPath
from types import ModuleType
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from terbit.core.colour import Palette
from terbit.core.office import Office
from terbit.drawing.look import CardText, Focus, Look
from terbit.git_objects import Blob, blob
from terbit.site import gallery, recipe
from terbit.site.model import Site

if TYPE_CHECKING:
    from terbit.site.encoding import File

LEAD_WIDTHS, LEAD = (480, 960), (8_000, 26_000)
"""Pixels and bytes of the files of the first photo, which lists show too."""
OTHER_WIDTH, OTHER = 720, 10_000
"""Pixels and bytes of each other photo."""
GALLERY, FLOOR = 6, 6_000
"""Photos up to which none takes bytes from another, and the bytes that each keeps beyond."""
SHARE, SHARE_BYTES = (600, 315), 12_000
"""The picture for link previews and feeds: 1.91:1, and no smaller (Open Graph, Facebook)."""
QUALITIES = (76, 66, 56, 46, 36, 28)
SHARE_QUALITIES = (*QUALITIES, 22, 16)
"""A chat shows the preview at half its size, but as a small square if it is narrower than 600."""
SHRINK = 0.82
"""Where even the lowest quality is too heavy the picture becomes smaller, and sharp again."""
NARROWEST = 96
CARD_NAME = "kartu"
EDITION = 4
"""To be counted up when the same photo would come out otherwise: it voids what was kept."""


Sizes = tuple[tuple[int, int], ...]
"""Files of a photo, narrowest first: pixels of width, and bytes at most."""
LEAD_SIZES: Sizes = tuple(zip(LEAD_WIDTHS, LEAD, strict=True))


def other_sizes(photos: int) -> Sizes:
    """The one file of each photo but the first, in an article of so many photos."""
    shared = OTHER * (GALLERY - 1) // max(photos - 1, GALLERY - 1)
    return ((OTHER_WIDTH, max(shared, FLOOR)),)


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

    def sources(self, base: str) -> str:
        """The files with their widths, as an image's `srcset` names them."""
        return ", ".join(f"{base}{variant.name} {variant.width}w" for variant in self.variants)

    def to_json(self) -> dict[str, Any]:
        """As it is kept."""
        return asdict(self)

    @classmethod
    def from_json(cls, row: Mapping[str, Any]) -> Picture:
        """As it was kept."""
        variants = tuple(Variant(**variant) for variant in row["variants"])
        return cls(row["width"], row["height"], variants)


@dataclass(frozen=True)
class Whole(Picture):
    """A picture of one file, whose name is all of its address."""

    def sources(self, base: str) -> str:  # noqa: ARG002  (other pictures need it)
        """None to choose from."""
        return ""


@dataclass(frozen=True)
class Brand:
    """By which name and colours the office's previews are known."""

    name: str
    short_name: str
    colours: Palette

    @classmethod
    def of(cls, office: Office) -> Brand:
        """That of an office."""
        return cls(office.name, office.short_name, office.colours)


def make(name: str, data: Blob | bytes, cache: Path, sizes: Sizes) -> Picture:
    """The WebP files of a photo, encoded only where `cache` does not hold them."""
    photo = data if isinstance(data, Blob) else blob(data)
    key = _key(photo.id, "webp", EDITION, sizes)
    return _kept(cache, key, name) or _keep(
        cache, key, name, lambda encoding: encoding.webp(name, photo.read(), sizes)
    )


def share(name: str, data: Blob | bytes, focus: Focus, brand: Brand, cache: Path) -> Picture:
    """The JPEG by which a link to the article is known: around `focus`, above the band."""
    photo = data if isinstance(data, Blob) else blob(data)
    told = (SHARE, SHARE_BYTES, SHARE_QUALITIES, focus, brand.short_name, brand.colours)
    key = _key(photo.id, "jpg", recipe.drawing(), *told)
    return _kept(cache, key, name) or _keep(
        cache, key, name, lambda encoding: [encoding.share(name, photo.read(), focus, brand)]
    )


def card(title: str, category: str, brand: Brand, cache: Path) -> Picture:
    """The PNG by which a link to an article without photos is known: its title."""
    words = CardText(title, category, brand.name, "")
    key = card_key(words, brand.colours)
    return _kept(cache, key, CARD_NAME) or _keep(
        cache, key, CARD_NAME, lambda encoding: [encoding.card(words, Look(brand.colours))]
    )


@dataclass(frozen=True)
class OfficeCard:
    """The one card of the office: its words, and its place below the site's root."""

    words: CardText
    path: str


def office_card(site: Site) -> OfficeCard:
    """The card for every page that has no picture of its own; nothing is drawn yet."""
    office = site.office
    below = office.tagline or urlsplit(site.base).netloc
    words = CardText(office.name, "", below, "")
    return OfficeCard(words, f"img/{CARD_NAME}-{card_key(words, office.colours)[:8]}.png")


def card_key(words: CardText, colours: Palette) -> str:
    """What tells a title card from every other."""
    return _key("", "card", recipe.drawing(), words, colours)


def _key(photo: str, *made_of: object) -> str:
    told = (photo, made_of, QUALITIES, SHRINK, NARROWEST)
    return sha256(repr(told).encode()).hexdigest()


def _kept(cache: Path, key: str, name: str) -> Picture | None:
    """What was made before, under the name that it has here: two articles may share a photo."""
    row = gallery.read(cache / key)
    if row is None:
        return None
    kept = Picture.from_json(row)
    named = (replace(one, name=_name(name, key, Path(one.source))) for one in kept.variants)
    return replace(kept, variants=tuple(named))


def _name(name: str, key: str, file: PurePath) -> str:
    """The name of a file on the site; another picture always has another."""
    stem = re.sub(r"[^A-Za-z0-9_-]", "-", PurePosixPath(name).stem)
    return f"{stem}-{key[:8]}-{file.name}"


def _keep(
    cache: Path, key: str, name: str, made_by: Callable[[ModuleType], Sequence[File]]
) -> Picture:
    """Encode a picture and keep it."""
    # Pillow comes with it, and a build that draws nothing shall not wait for that
    from terbit.site import encoding  # noqa: PLC0415

    variants, files = [], {}
    for file in made_by(encoding):
        place = f"{file.width}.{file.suffix}"
        files[place] = file.data
        shown = _name(name, key, Path(place))
        variants.append(Variant(shown, file.width, file.height, len(file.data), f"{key}/{place}"))
    made = Picture(variants[-1].width, variants[-1].height, tuple(variants))
    gallery.put(cache / key, files, made.to_json())
    return made
