"""Photos and title cards in the size that each channel wants, as JPEG without metadata.

A photo is decoded once for all renditions that need the same reduction of it, and how far it is
reduced depends on the rendition alone: whatever is made together with it, its bytes are the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass
from hashlib import sha256

from PIL import Image

from terbit.channels import designs
from terbit.channels.renditions import Store, recipe
from terbit.core.post import Picture
from terbit.drawing import cards, fitting, photo
from terbit.drawing.layout import Layout, layout
from terbit.drawing.lettering import Box
from terbit.drawing.look import MIDDLE, CardText, Focus, Look
from terbit.errors import TerbitError
from terbit.imaging import PictureError

QUALITIES = (88, 82, 76, 70, 62, 54, 46, 38, 30)
Files = Callable[[str], bytes | None]
"""The bytes of a file of the article's folder by its name."""


def render(
    picture: Picture, source: bytes | None, card: CardText, look: Look, *, whole: bool = False
) -> bytes:
    """The JPEG of one picture: same input, same bytes. Raises TerbitError for a bad photo."""
    return render_all([picture], lambda _: source, card, look, whole=whole)[picture.name]


def render_all(
    pictures: Sequence[Picture],
    files: Files,
    card: CardText,
    look: Look,
    *,
    whole: bool = False,
    store: Store | None = None,
) -> dict[str, bytes]:
    """The JPEGs of many pictures by their names. Raises TerbitError for a bad photo.

    `whole`: infographics, of which nothing may be cut off. What `store` holds is not made again.
    """
    made: dict[str, bytes] = {}
    for source in dict.fromkeys(picture.source for picture in pictures):
        data = _read(source, files)
        wanted = {
            picture.name: _wanted(picture, card, whole=whole)
            for picture in pictures
            if picture.source == source
        }
        try:
            found = _of_source(data, tuple(dict.fromkeys(wanted.values())), look, store)
        except PictureError as error:
            raise TerbitError(f"foto {source} {error.what}", error.fix) from error
        made |= {name: found[one] for name, one in wanted.items()}
    return {picture.name: made[picture.name] for picture in pictures}


def _read(source: str, files: Files) -> bytes | None:
    data = files(source) if source else None
    if source and data is None:
        fix = "taruh berkasnya di folder berita, atau hapus barisnya dari foto"
        raise TerbitError(f"foto {source} tidak ada", fix)
    return data


@dataclass(frozen=True)
class _Wanted:
    """What is asked of a rendition, whatever its name; `words` make it a title card."""

    size: tuple[int, int]
    focus: Focus | None
    max_bytes: int | None
    whole: bool
    words: CardText | None

    def places(self, look: Look) -> Layout | None:
        """Where everything stands on a card with a photo."""
        return layout(self.size, self.words, look, photo=True) if self.words else None

    def key(self, source: str, look: Look) -> str:
        """Stands for the same bytes always; `source` is the photo's digest."""
        letters = (look.bold.name, look.medium.name)
        told = (recipe(), source, sorted(asdict(self).items()), look.colours, letters)
        return sha256(repr(told).encode()).hexdigest()


def _wanted(picture: Picture, card: CardText, *, whole: bool) -> _Wanted:
    whole = whole or designs.is_design(picture.source)
    words = card if picture.overlay or not picture.source else None
    size = (picture.width, picture.height)
    return _Wanted(size, picture.focus, picture.max_bytes, whole and not words, words)


def _of_source(
    data: bytes | None, wanted: Sequence[_Wanted], look: Look, store: Store | None
) -> dict[_Wanted, bytes]:
    """All renditions of one photo, or of none; only what is not kept is made."""
    source = sha256(data).hexdigest() if data is not None else ""
    keys = {one: one.key(source, look) for one in wanted} if store else {}
    kept = {one: store.find(key) for one, key in keys.items()} if store else {}
    found = {one: known for one, known in kept.items() if known is not None}
    missing = [one for one in wanted if one not in found]
    fresh = _of_photo(data, missing, look) if data is not None else _cards(missing, look)
    if store:
        for one, made in fresh.items():
            store.keep(keys[one], made)
    return found | fresh


def _cards(wanted: Iterable[_Wanted], look: Look) -> dict[_Wanted, bytes]:
    """Title cards without a photo."""
    return {
        one: _encoded(cards.draw(None, layout(one.size, one.words, look), look), one)
        for one in wanted
        if one.words
    }


def _of_photo(data: bytes, wanted: Sequence[_Wanted], look: Look) -> dict[_Wanted, bytes]:
    """Renditions of one photo, those from the same reduction of it together."""
    if not wanted:
        return {}
    places = {one: one.places(look) for one in wanted}
    shown = {one: _size(there.photo) if there else one.size for one, there in places.items()}
    needs = photo.reductions(data, [shown[one] for one in wanted])
    made: dict[_Wanted, bytes] = {}
    for need in sorted(set(needs)):
        group = [one for one, other in zip(wanted, needs, strict=True) if other == need]
        picture = photo.upright(data, shown[group[0]])
        made |= {one: _encoded(_drawn(picture, one, places[one], look), one) for one in group}
    return made


def _drawn(picture: Image.Image, one: _Wanted, places: Layout | None, look: Look) -> Image.Image:
    if one.whole:
        return cards.frame(picture, one.size, look)
    size = _size(places.photo) if places else one.size
    cut = photo.cropped(picture, size, one.focus or MIDDLE)
    return cards.draw(cut, places, look) if places else cut


def _size(box: Box) -> tuple[int, int]:
    return box.width, box.height


def _encoded(image: Image.Image, one: _Wanted) -> bytes:
    sharp = bool(one.words) or one.whole
    data = fitting.jpeg(image, QUALITIES, one.max_bytes, sharp=sharp)
    if data is None:
        what = f"tidak dapat dikecilkan sampai {one.max_bytes} bita"
        raise PictureError(what, "pakai foto yang lebih tenang")
    return data
