"""Lines of letters: measured, wrapped, balanced and cut, in fonts that lie in the package."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise
from pathlib import Path

from PIL import ImageFont

from terbit.shortening import ELLIPSIS, dangling, line, shorten


@dataclass(frozen=True)
class Box:
    """A rectangle in pixels, right and bottom exclusive."""

    left: int
    top: int
    right: int
    bottom: int

    @property
    def width(self) -> int:
        """Pixels from left to right."""
        return self.right - self.left

    @property
    def height(self) -> int:
        """Pixels from top to bottom."""
        return self.bottom - self.top


@dataclass(frozen=True)
class Line:
    """One line of text: where it starts, on its baseline, and the ink's own box."""

    text: str
    x: int
    baseline: int
    font: Path
    size: int
    ink: Box


def drawable(text: str, font: Path) -> str:
    """A text on one line with only letters that the font has; accents go before letters do."""
    composed = unicodedata.normalize("NFC", line(text))
    return line("".join(_known(character, font) for character in composed))


def cut_letters(text: str, fits: Callable[[str], bool]) -> str:
    """The last resort for one endless word, which no line could hold."""
    ends = range(len(text), 0, -1)
    return next((text[:end] + ELLIPSIS for end in ends if fits(text[:end] + ELLIPSIS)), "")


def wrap(text: str, size: int, font: Path, width: int) -> list[str]:
    """Lines no wider than `width`; empty where one word alone is wider."""
    width -= size // 16  # ink may lean out of the letters' own width
    gap, used = _length(" ", font, size), 0.0
    lines: list[str] = []
    for word in text.split():
        long = _length(word, font, size)
        if long > width:
            return []
        if lines and used + gap + long <= width:
            lines[-1] += f" {word}"
            used += gap + long
        else:
            lines.append(word)
            used = long
    return lines


@lru_cache(maxsize=8192)
def _length(word: str, font: Path, size: int) -> float:
    """How far a word moves the pen; titles of one office share most of their words."""
    return face(font, size).getlength(word)


def surely_wraps(text: str, size: int, font: Path, width: int, most: int) -> bool:
    """Whether `wrap` certainly makes no more than `most` lines of a text; False says nothing.

    To fill line by line makes the fewest lines, so letters taken too wide make no fewer.
    """
    widths, room = _advances(font, size), (width - size // 16) / _KERNING
    lines, used = 1, 0.0
    for word in text.split():
        long = sum(map(widths.__getitem__, word))
        if long > room:
            return False
        used += long + (widths[" "] if used else 0)
        if used > room:
            lines, used = lines + 1, long
    return lines <= most and bool(text.strip())


_KERNING = 1.05
"""How much longer than its letters a word is taken to be; the fonts of the package kern nothing."""


class _Advances(dict[str, float]):
    """How far each letter of a font moves the pen; measured once, a text takes 1.5 µs a letter."""

    def __init__(self, letters: ImageFont.FreeTypeFont) -> None:
        super().__init__()
        self.letters = letters

    def __missing__(self, character: str) -> float:
        self[character] = self.letters.getlength(character)
        return self[character]


@lru_cache(maxsize=32)
def _advances(path: Path, size: int) -> _Advances:
    return _Advances(face(path, size))


def balance(lines: list[str], size: int, font: Path, width: int) -> list[str]:
    """The same number of lines, as even in length as they can be and broken where one breathes.

    No line ends with a small word such as “dan”, and the last is no short word alone, as long
    as there is another way.
    """
    words = " ".join(lines).split()
    setting = _Setting(words, size, font, width - size // 16)
    ends = setting.ends(len(lines))
    return [" ".join(words[start:end]) for start, end in pairwise((0, *ends))] if ends else lines


def stranded(lines: list[str], size: int, font: Path, width: int) -> bool:
    """Whether the last of several lines is one short word."""
    last = lines[-1] if len(lines) > 1 else " "
    return " " not in last and _length(last, font, size) < _SHORT * width


@dataclass(frozen=True)
class _Setting:
    """Words that are to be set into lines of a width; what is measured is in pixels."""

    words: list[str]
    size: int
    font: Path
    width: int

    @cached_property
    def _reach(self) -> list[float]:
        """Where each word ends if all stand on one line."""
        gap, lengths = _length(" ", self.font, self.size), self._lengths
        return [sum(lengths[: n + 1]) + gap * n for n in range(len(lengths))]

    @cached_property
    def _lengths(self) -> list[float]:
        return [_length(word, self.font, self.size) for word in self.words]

    def _long(self, start: int, end: int) -> float:
        return self._reach[end - 1] - self._reach[start] + self._lengths[start]

    def ends(self, count: int) -> tuple[int, ...]:
        """After which words `count` lines end; nothing where the words do not fit on them."""
        mean = self._reach[-1] / count if self.words else 0
        best: dict[int, tuple[float, tuple[int, ...]]] = {0: (0.0, ())}
        for left in range(count - 1, -1, -1):
            found: dict[int, tuple[float, tuple[int, ...]]] = {}
            for start, (cost, ends) in best.items():
                for end in range(start + 1, len(self.words) - left + 1):
                    if self._long(start, end) > self.width:
                        break
                    total = cost + self._cost(start, end, mean)
                    if end not in found or total < found[end][0]:
                        found[end] = (total, (*ends, end))
            best = found
        return best.get(len(self.words), (0.0, ()))[1]

    def _cost(self, start: int, end: int, mean: float) -> float:
        long = self._long(start, end)
        cost = (long - mean) ** 2
        last = end == len(self.words)
        if not last and dangling(self.words[end - 1]):
            cost += (_UNEASE * self.width) ** 2
        if last and start and end - start == 1 and long < _SHORT * self.width:
            cost += (_UNEASE * self.width) ** 2
        return cost


_UNEASE, _SHORT = 0.3, 0.35
"""How uneven lines may rather be than badly broken, and which last word is short; in parts of
the width."""


def leading(size: int) -> int:
    """From one baseline to the next, in pixels."""
    return round(size * 1.17)


def height_of(lines: int, size: int) -> int:
    """What a number of lines takes, in pixels."""
    return leading(size) * lines


def line_at(text: str, x: int, baseline: int, font: Path, size: int) -> Line:
    """A line that starts at `x`, or so far to the right of it that no ink lies left of it."""
    left, top, right, bottom = face(font, size).getbbox(text, anchor="ls")
    x -= min(0, int(left))  # a j leans out to the left
    ink = Box(x + int(left), baseline + int(top), x + int(right), baseline + int(bottom))
    return Line(text, x, baseline, font, size, ink)


def shorten_to(text: str, width: int, font: Path, size: int) -> str:
    """A text ended at a word where it is wider than `width` pixels."""
    letters = face(font, size)
    return shorten(text, width, lambda part: round(letters.getlength(part)))


@lru_cache(maxsize=128)
def face(path: Path, size: int) -> ImageFont.FreeTypeFont:
    """A font file in a size of pixels."""
    # the basic layout engine is the same on every machine; Raqm is not always there
    return ImageFont.truetype(str(path), size, layout_engine=ImageFont.Layout.BASIC)


@lru_cache(maxsize=2048)
def _known(character: str, font: Path) -> str:
    """The character if the font has it, else its base letter, else nothing."""
    if character == " " or _shape(character, font) != _shape("\uffff", font):
        return character
    base = unicodedata.normalize("NFKD", character)[:1]
    return base if base != character and _shape(base, font) != _shape("\uffff", font) else ""


@lru_cache(maxsize=2048)
def _shape(character: str, font: Path) -> tuple[tuple[int, int], bytes]:
    mask = face(font, 32).getmask(character)
    return mask.size, bytes(mask)
