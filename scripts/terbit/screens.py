"""Pictures of the product's own screens, which plain pages may show as `/layar/NAME.webp`.

They come with the theme and are taken by `make pictures`, so a page can tell how news comes to be
with what staff really see. Every other picture belongs into the folder of an article.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

PLACE = "layar/"
"""Where the site shows them."""
FOLDER = Path(__file__).parent / "theme" / "layar"
_SOURCE = re.compile(r"/layar/([a-z0-9-]+\.webp)")
_SHOWN = re.compile(rf'<img [^>]*?src="({_SOURCE.pattern})"')


@cache
def names() -> frozenset[str]:
    """The files that there are."""
    return frozenset(path.name for path in FOLDER.glob("*.webp"))


def name_of(source: str) -> str:
    """The file that a picture of a page means, "" where it is none of these."""
    found = _SOURCE.fullmatch(source)
    return found[1] if found and found[1] in names() else ""


def named_in(html: str) -> Iterator[tuple[str, str]]:
    """Source and file of each of these pictures in some sanitised HTML, each once."""
    for source in dict.fromkeys(source for source, _ in _SHOWN.findall(html)):
        if name := name_of(source):
            yield source, name


@cache
def data(name: str) -> bytes:
    """A file."""
    return (FOLDER / name).read_bytes()


@cache
def size(name: str) -> tuple[int, int]:
    """Width and height at which it is sharp: two of its pixels for each of the page's."""
    # Pillow comes with it, and few pages show any
    from PIL import Image  # noqa: PLC0415

    with Image.open(FOLDER / name) as image:
        return image.width // 2, image.height // 2
