"""Style attributes as a browser reads them, and the ways in which they hide words."""

from __future__ import annotations

import re

_INVISIBLE = re.compile(r"[\x00-\x20\x7f-\xa0\u00ad\u200b-\u200f\u2028-\u202f\u2060\ufeff]")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_ESCAPE = re.compile(r"\\([0-9a-fA-F]{1,6})\s?")
_END = r"(?:[;}!]|$)"
_ZERO = r"[01](?:\.\d+)?(?:px|pt|%|em|rem)?"
_HIDES = re.compile(
    rf"(?P<cara>display:none|visibility:(?:hidden|collapse)|opacity:0?(?:\.0\d*)?{_END}"
    rf"|font-size:(?:0(?:px|pt|%|em|rem)?|0?\.[01]\d*\w{{0,3}}|1px){_END}"
    r"|text-indent:-\d{3}|(?:left|top|right|bottom|margin(?:-\w+)?):-\d{3}"
    r"|clip:rect\([01]|clip-path:(?:inset\((?:50|100)%|circle\(0)"
    rf"|(?:^|[;{{])(?:max-)?(?:width|height):{_ZERO}{_END}"
    r"|transform:(?:scale\(0|translate[xy3d]*\(-\d{3})|z-index:-\d{2}"
    rf"|color:transparent|-webkit-text-fill-color:transparent|color:rgba\(\d+,\d+,\d+,0(?:\.0+)?\))"
)
_WHITE_VALUE = r"(?:#fff(?:fff)?\b|white\b|rgba?\(255,255,255|hsl\(0,0%,100%)"
_WHITE = re.compile(rf"(?:^|[;{{])color:{_WHITE_VALUE}")
_GROUND = re.compile(r"background(?:-color|-image)?:(?P<value>[^;}]*)")


def plain(value: str) -> str:
    """A value without what a browser does not see: no control characters, small letters."""
    return _INVISIBLE.sub("", value).casefold()


def plain_style(value: str) -> str:
    """A style without comments, escapes and spaces."""
    bare = _COMMENT.sub("", value)
    return plain(_ESCAPE.sub(lambda m: chr(min(int(m[1], 16), 0x10FFFF)), bare))


def hides(style: str) -> str:
    """The part of a style that hides what it is put on, or ""."""
    said = plain_style(style)
    match = _HIDES.search(said)
    if match:
        return match["cara"].strip(";{}!")
    white = _WHITE.search(said)
    return white[0].strip(";{") if white and not _dark_ground(said) else ""


def _dark_ground(said: str) -> bool:
    ground = _GROUND.search(said)
    return ground is not None and not re.match(rf"{_WHITE_VALUE}|none|transparent", ground["value"])
