"""The files of the theme that carry the office's colours: its style sheet and its woven band."""

from __future__ import annotations

from jinja2 import Environment

from terbit.core.colour import NIGHT_TEXT, Palette
from terbit.site.render import THEME

STYLE = "css/terbit.css"
BAND = "img/motif.svg"


def style(templates: Environment, colours: Palette) -> bytes:
    """The style sheet, the colours first; cetak.css takes them back for paper."""
    head = templates.get_template("warna.css.j2").render(colours=colours, night_text=NIGHT_TEXT)
    return head.encode() + b"\n" + (THEME / STYLE).read_bytes()


def band(templates: Environment, colours: Palette) -> bytes:
    """One tile of the weave."""
    return templates.get_template("motif.svg.j2").render(colours=colours).encode()
