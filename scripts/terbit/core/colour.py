"""The two colours of an office, and every other that is made of them so that words stay legible.

Contrast is that of WCAG 2.2 (relative luminance): 4.5 : 1 for words, 1.4.3; no more than a
look is at stake for bands, lines and marks.
"""

from __future__ import annotations

import colorsys
from dataclasses import dataclass
from functools import cached_property

LEGIBLE = 4.5
EASY = 7.0
SCRIM = 9.0
WHITE, BLACK = "#ffffff", "#000000"
PAPER = "#f3f6f3"
"""The darkest ground of ordinary text by day (`--kertas-2` in terbit.css)."""
NIGHT_TEXT = "#eef4f0"
"""Words on the main colour by night."""
NIGHT = "#17211c"
"""The lightest ground of ordinary text by night, likewise."""
_STEP = 0.01


@dataclass(frozen=True)
class Palette:
    """`main` carries white text; `accent` is for bands, lines and marks. Both as #rrggbb."""

    main: str = "#0f3a2a"
    accent: str = "#e2b95c"

    # on the main colour

    @cached_property
    def woven(self) -> str:
        """A little lighter than the main colour: the ground of the band; carries white text."""
        return readable(_shifted(self.main, 0.08, 0.9), WHITE, LEGIBLE)

    @cached_property
    def thread(self) -> str:
        """Much lighter and quieter: the hooks of the weave."""
        return _shifted(self.main, 0.345, 0.4)

    @cached_property
    def fine_thread(self) -> str:
        """Those of a band so narrow that more would be restless."""
        return _shifted(self.main, 0.188, 0.75)

    @cached_property
    def accent_on_main(self) -> str:
        """The accent as words on the main colour."""
        return readable(self.accent, self.main, LEGIBLE)

    @cached_property
    def on_accent(self) -> str:
        """Words on the accent: in the main colour if it can be read there."""
        if contrast(self.main, self.accent) >= LEGIBLE:
            return self.main
        return max((WHITE, BLACK), key=lambda colour: contrast(colour, self.accent))

    @cached_property
    def scrim(self) -> str:
        """The main colour, dark enough for white words where a photo shows through."""
        return readable(self.main, WHITE, SCRIM)

    # by day

    @cached_property
    def link(self) -> str:
        """Links on paper."""
        return readable(_shifted(self.main, 0.067, 1.06), PAPER, EASY)

    @cached_property
    def line(self) -> str:
        """The accent as lines and marks on paper."""
        return _shifted(self.accent, -0.142, 0.9)

    @cached_property
    def small_print(self) -> str:
        """The accent as words on paper."""
        return readable(_shifted(self.accent, -0.348, 1.1), PAPER, LEGIBLE)

    # by night

    @cached_property
    def night_main(self) -> str:
        """The main colour, dimmed."""
        return readable(_shifted(self.main, -0.035, 1.02), NIGHT_TEXT, LEGIBLE)

    @cached_property
    def night_link(self) -> str:
        """Links in the dark."""
        return readable(_shifted(self.main, 0.545, 0.7), NIGHT, EASY)

    @cached_property
    def night_accent(self) -> str:
        """The accent as words, lines and marks in the dark."""
        return readable(self.accent, NIGHT, LEGIBLE)


DEFAULT = Palette()
"""Deep forest green and warm gold."""


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, from 1 to 21 (WCAG 2.2)."""
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def readable(colour: str, ground: str, least: float) -> str:
    """The colour made darker or lighter until it has this contrast on a ground.

    It goes the way on which more contrast can be had; at its end stand black and white.
    """
    end = max((BLACK, WHITE), key=lambda colour: contrast(colour, ground))
    while contrast(colour, ground) < least and colour != end:
        colour = _shifted(colour, -_STEP if end == BLACK else _STEP, 1)
    return colour


def _shifted(colour: str, lightness: float, saturation: float) -> str:
    """The colour with another lightness (added) and saturation (multiplied), its hue kept."""
    hue, light, strength = colorsys.rgb_to_hls(*_parts(colour))
    light, strength = min(1.0, max(0.0, light + lightness)), min(1.0, strength * saturation)
    parts = colorsys.hls_to_rgb(hue, light, strength)
    return "#" + "".join(f"{round(255 * part):02x}" for part in parts)


def _parts(colour: str) -> tuple[float, float, float]:
    red, green, blue = bytes.fromhex(colour[1:])
    return red / 255, green / 255, blue / 255


def _luminance(colour: str) -> float:
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in _parts(colour)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
