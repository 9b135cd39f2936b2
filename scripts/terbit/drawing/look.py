"""What a picture is told before anything is drawn: colours, letters, words, the point that matters.

Nothing here needs Pillow, so that a build in which nothing is drawn never loads it.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from terbit.core.colour import DEFAULT, Palette

CARD = (1200, 630)
"""Pixels of a title card for link previews: 1.91 to 1, as Open Graph and Facebook want it."""

FONTS = Path(__file__).resolve().parent.parent / "theme" / "fonts"
Focus = tuple[float, float]
"""The point of a photo that matters most, in parts of its width and height."""

MIDDLE: Focus = (0.5, 0.45)
"""Where nobody has named a focus: faces stand a little above the middle."""


@dataclass(frozen=True)
class Look:
    """The office's colours and the letters of its pictures."""

    colours: Palette = DEFAULT
    bold: Path = FONTS / "PlusJakartaSans-ExtraBold.ttf"
    medium: Path = FONTS / "PlusJakartaSans-Medium.ttf"


@dataclass(frozen=True)
class CardText:
    """The words of a card; each but the title may be left empty."""

    title: str
    category: str
    office_name: str
    date_text: str
