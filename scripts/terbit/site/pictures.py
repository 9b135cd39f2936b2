"""Photos for the web: in two widths and as a link preview, each made once and within its bytes.

GitHub Pages holds 1 GB (docs.github.com, limits of GitHub Pages). Ten thousand articles fit
when each takes at most 71 KB of pictures and some 20 KB of pages.
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

WIDTHS = (480, 960)
LEAD = (11_000, 32_000)
OTHER = (7_000, 16_000)
"""Bytes of the narrow and of the wide file: of the first photo, and of each other one."""
SHARE = (960, 504)
SHARE_BYTES = 28_000
"""The picture for link previews and feeds: 1.91:1, at least 600 x 315 (Open Graph, Facebook)."""
QUALITIES = (76, 66, 56, 46, 36, 28)
SHRINK = 0.82
"""Where even the lowest quality is too heavy the picture becomes smaller, and sharp again."""
NARROWEST = 160
CARD_NAME = "kartu"
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
class Brand:
    """By which name and colours the office's previews are known."""

    name: str
    short_name: str
    colours: Palette

    @classmethod
    def of(cls, office: Office) -> Brand:
        """That of an office."""
        return cls(office.name, office.short_name, office.colours)


def make(name: str, data: Blob | bytes, cache: Path, budget: tuple[int, int] = OTHER) -> Picture:
    """The WebP files of a photo, encoded only where `cache` does not hold them."""
    photo = data if isinstance(data, Blob) else blob(data)
    sizes = list(zip(WIDTHS, budget, strict=True))
    key = _key(photo.id, "webp", EDITION, sizes)
    return _kept(cache, key, name) or _keep(
        cache, key, name, lambda encoding: encoding.webp(name, photo.read(), sizes)
    )


def share(name: str, data: Blob | bytes, focus: Focus, brand: Brand, cache: Path) -> Picture:
    """The JPEG by which a link to the article is known: around `focus`, above the band."""
    photo = data if isinstance(data, Blob) else blob(data)
    told = (SHARE, SHARE_BYTES, focus, brand.short_name, brand.colours)
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
