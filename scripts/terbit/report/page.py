"""A document as one page that needs nothing beside it: the site's look, and fit for a printer."""

from __future__ import annotations

from base64 import b64encode
from datetime import date
from pathlib import Path

from markupsafe import Markup

from terbit import csp, indonesian, templating
from terbit.core.office import Office
from terbit.drawing import lanes
from terbit.drawing.lanes import Chart
from terbit.report.document import Document
from terbit.tables import Cell

PACKAGE = Path(__file__).resolve().parent.parent
LETTERS = PACKAGE / "theme/fonts/plus-jakarta-sans-latin.woff2"


def html(shown: Document, office: Office) -> bytes:
    """The page. Its policy for content lets no script run, whatever a title says."""
    env = templating.html()
    env.filters |= {"isi": _cell, "gambar": _svg}
    style = _style(office)
    own = f"style-src {csp.hashes([style])}; font-src data:; img-src data:"
    policy = f"default-src 'none'; {own}; base-uri 'none'"
    context = {"shown": shown, "style": Markup(style), "csp": policy, "colours": office.colours}  # noqa: S704  (our own)
    return env.get_template("laporan.html.j2").render(context).encode()


def _style(office: Office) -> str:
    letters = b64encode(LETTERS.read_bytes()).decode()
    face = (
        '@font-face{font-family:"Plus Jakarta Sans";font-weight:200 800;'
        f"src:url(data:font/woff2;base64,{letters}) format('woff2')}}"
    )
    colours = office.colours
    shades = (
        f":root{{--warna:{colours.main};--aksen:{colours.accent};--tautan:{colours.link};"
        f"--titik:{colours.woven}}}"
    )
    return f"{face}\n{shades}\n{templating.text('laporan.css').strip()}"


def _svg(chart: Chart, words: str) -> Markup:
    return Markup(lanes.svg(chart, words))  # noqa: S704  (its texts are escaped there)


def _cell(cell: Cell) -> str:
    match cell:
        case None:
            return "–"
        case date():
            return indonesian.day(cell)
    return str(cell)
