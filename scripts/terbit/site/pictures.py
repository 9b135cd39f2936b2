"""Photos for the web, each made once, and all those of an article within its bytes.

GitHub Pages holds 1 GB (docs.github.com, GitHub Pages limits). Ten thousand articles shall fit
into nine tenths of it, 90 KB each. Their pages were measured at 40 KB an article: its own page
22, its sheet in the archive 10, its part of lists, feeds and search index 8. So 50 KB are left
for its pictures, whatever their number: the more there are, the less each gets. That holds for
up to `GALLERY` photos; each further one adds the 5.7 KB at which it can still be looked at.

Where a photo is too heavy for its part it becomes smaller rather than blocky. In an article of
three photos a calm scene keeps 960 pixels as the first and 590 as another, a crowded room 440
and 300; in a gallery of six 650 and 370, 340 and 230.
"""

from __future__ import annotations

import json
import os
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
from terbit.site import recipe
from terbit.site.model import Site

if TYPE_CHECKING:
    from terbit.site.encoding import File

ARTICLE = 50_000
"""Bytes of all pictures of one article."""
GALLERY = 6
"""Photos up to which an article keeps within `ARTICLE`."""
LEAD_WIDTHS, OTHER_WIDTHS = (480, 960), (720,)
"""Pixels of the files of the first photo, which lists show too, and of each other one."""
SHARE = (600, 315)
"""The picture for link previews and feeds: 1.91:1, and no smaller (Open Graph, Facebook)."""
QUALITIES = (76, 66, 56, 46, 36, 28)
SHARE_QUALITIES = (*QUALITIES, 22, 16)
"""A chat shows the preview at half its size, but as a small square if it is narrower than 600."""
SHRINK = 0.82
"""Where even the lowest quality is too heavy the picture becomes smaller, and sharp again."""
NARROWEST = 96
_SHARE, _LEAD, _OTHER = 16, (5, 17), 10
"""The parts of the preview, of the first photo's files and of each other photo."""
CARD_NAME = "kartu"
EDITION = 3
"""To be counted up when the same photo would come out otherwise: it voids what was kept."""


Sizes = tuple[tuple[int, int], ...]
"""Files of a photo, narrowest first: pixels of width, and bytes at most."""


@dataclass(frozen=True)
class Budget:
    """What each photo of an article may take: the link preview in bytes, the first, the others."""

    share: int
    lead: Sizes
    other: Sizes


def budget(photos: int) -> Budget:
    """`ARTICLE` dealt out to some photos, the first of them twice: as itself and as the preview."""
    others = min(max(photos, 1), GALLERY) - 1
    part = ARTICLE / (_SHARE + sum(_LEAD) + _OTHER * others)
    lead = tuple((width, int(n * part)) for width, n in zip(LEAD_WIDTHS, _LEAD, strict=True))
    other = tuple((width, int(_OTHER * part)) for width in OTHER_WIDTHS)
    return Budget(int(_SHARE * part), lead, other)


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


def make(name: str, data: Blob | bytes, cache: Path, sizes: Sizes) -> Picture:
    """The WebP files of a photo, encoded only where `cache` does not hold them."""
    photo = data if isinstance(data, Blob) else blob(data)
    key = _key(photo.id, "webp", EDITION, sizes)
    return _kept(cache, key, name) or _keep(
        cache, key, name, lambda encoding: encoding.webp(name, photo.read(), sizes)
    )


def share(
    name: str, data: Blob | bytes, look: tuple[Focus, Brand], cache: Path, limit: int
) -> Picture:
    """The JPEG by which a link to the article is known: around the focus, above the band."""
    photo, (focus, brand) = data if isinstance(data, Blob) else blob(data), look
    told = (SHARE, limit, SHARE_QUALITIES, focus, brand.short_name, brand.colours)
    key = _key(photo.id, "jpg", recipe.drawing(), *told)
    return _kept(cache, key, name) or _keep(
        cache, key, name, lambda encoding: [encoding.share(name, photo.read(), look, limit)]
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
    try:
        row = json.loads((cache / key / "gambar.json").read_text("utf-8"))
        kept = Picture.from_json(row)
    except (OSError, ValueError, KeyError, TypeError):
        return None
    named = (replace(one, name=_name(name, key, Path(one.source))) for one in kept.variants)
    return replace(kept, variants=tuple(named))


def _name(name: str, key: str, file: PurePath) -> str:
    """The name of a file on the site; another picture always has another."""
    stem = re.sub(r"[^A-Za-z0-9_-]", "-", PurePosixPath(name).stem)
    return f"{stem}-{key[:8]}-{file.name}"


def _keep(
    cache: Path, key: str, name: str, made_by: Callable[[ModuleType], Sequence[File]]
) -> Picture:
    """Write the files, then the list of them: without the list nothing was made."""
    # Pillow comes with it, and a build that draws nothing shall not wait for that
    from terbit.site import encoding  # noqa: PLC0415

    folder = cache / key
    files = made_by(encoding)
    folder.mkdir(parents=True, exist_ok=True)
    variants = []
    for file in files:
        path = folder / f"{file.width}.{file.suffix}"
        path.write_bytes(file.data)
        source = f"{key}/{path.name}"
        shown = _name(name, key, path)
        variants.append(Variant(shown, file.width, file.height, len(file.data), source))
    made = Picture(variants[-1].width, variants[-1].height, tuple(variants))
    listed = folder / "gambar.json"
    fresh = listed.with_suffix(f".{os.getpid()}")
    fresh.write_text(json.dumps(made.to_json()), "utf-8")
    fresh.rename(listed)
    return made
