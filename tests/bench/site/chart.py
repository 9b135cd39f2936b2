"""The chart of the measurements: lines over the number of articles, both axes logarithmic.

A plain SVG with its own background, so that it can be read on a light and on a dark page.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil, floor, log10
from xml.sax.saxutils import escape

WIDTH, HEIGHT = 860, 500
LEFT, RIGHT, TOP, BOTTOM = 76, 316, 76, 62
ROW = 24
"""Least distance between two labels, in units of the picture; README shows it at full width."""
COLOURS = (
    ("#0b6b3a", "#4ade80"),
    ("#0b6b3a", "#4ade80"),
    ("#9a3412", "#fb923c"),
    ("#1d4ed8", "#7cb3ff"),
    ("#6d28d9", "#c4a5ff"),
)
"""Of each line on light and on dark; all have 4.5:1 on their background (WCAG 2.2, 1.4.3)."""
STYLE = """
text{font:16px system-ui,-apple-system,'Segoe UI',sans-serif;fill:#1c1f1d}
.title{font-size:20px;font-weight:700}.axis{font-size:15px;fill:#4a504c}
.card{fill:#fff;stroke:#d5dad6}.grid{stroke:#dfe4e0}.line{fill:none;stroke-width:3}
.guess{stroke-dasharray:7 6}.name{font-weight:600}
"""
DARK = """
text{fill:#eef2ef}.axis{fill:#b4bcb6}.card{fill:#14181a;stroke:#3a423d}.grid{stroke:#2c332f}
"""


@dataclass(frozen=True)
class Series:
    """One line: points of (articles, seconds); `guessed` ones at its end are not measured."""

    name: str
    points: tuple[tuple[int, float], ...]
    guessed: int = 0


@dataclass(frozen=True)
class Scale:
    """From values to places in the picture."""

    sizes: tuple[int, ...]
    low: int
    high: int

    @classmethod
    def of(cls, series: Sequence[Series]) -> Scale:
        """Whole powers of ten around all values."""
        values = [value for line in series for _, value in line.points]
        sizes = sorted({size for line in series for size, _ in line.points})
        low, high = floor(log10(min(values))), ceil(log10(max(values)))
        return cls(tuple(sizes), low, max(high, low + 1))

    def x(self, size: int) -> float:
        """Where so many articles are."""
        first, last = log10(self.sizes[0]), log10(self.sizes[-1])
        part = (log10(size) - first) / (last - first) if last > first else 0.5
        return LEFT + part * (WIDTH - LEFT - RIGHT)

    def y(self, seconds: float) -> float:
        """Where so many seconds are."""
        part = (log10(seconds) - self.low) / (self.high - self.low)
        return HEIGHT - BOTTOM - part * (HEIGHT - TOP - BOTTOM)


def draw(series: Sequence[Series], title: str, unit: str, below: str) -> str:
    """The chart as SVG; `unit` stands above the upright axis, `below` under the other."""
    scale = Scale.of(series)
    marks = "\n".join((*_grid(scale), *_lines(series, scale), *_names(series, scale)))
    shades = "".join(f".c{i}{{--c:{light}}}" for i, (light, _) in enumerate(COLOURS))
    dark = "".join(f".c{i}{{--c:{dark}}}" for i, (_, dark) in enumerate(COLOURS))
    kinds = ".line{stroke:var(--c)}.dot,.name{fill:var(--c)}"
    described = "; ".join(f"{s.name}: {_said(s.points[-1][1])}" for s in series)
    return f"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img">
<title>{escape(title)}</title>
<desc>{escape(described)}</desc>
<style>{STYLE}{shades}{kinds}@media (prefers-color-scheme:dark){{{DARK}{dark}}}</style>
<rect class="card" x=".5" y=".5" width="{WIDTH - 1}" height="{HEIGHT - 1}" rx="10"/>
<text class="title" x="24" y="36">{escape(title)}</text>
<text class="axis" x="24" y="60">{escape(unit)}</text>
<text class="axis" x="{LEFT}" y="{HEIGHT - 16}">{escape(below)}</text>
{marks}
</svg>
"""


def _grid(scale: Scale) -> Iterator[str]:
    for power in range(scale.low, scale.high + 1):
        y, said = scale.y(10**power), _said(10**power)
        yield f'<path class="grid" d="M{LEFT} {y:.1f}H{WIDTH - RIGHT}"/>'
        yield f'<text class="axis" x="{LEFT - 10}" y="{y + 5:.1f}" text-anchor="end">{said}</text>'
    for size in scale.sizes:
        x, y = scale.x(size), HEIGHT - BOTTOM
        yield f'<path class="grid" d="M{x:.1f} {TOP}V{y}"/>'
        yield f'<text class="axis" x="{x:.1f}" y="{y + 22}" text-anchor="middle">{size:,}</text>'


def _lines(series: Sequence[Series], scale: Scale) -> Iterator[str]:
    for number, line in enumerate(series):
        places = [(scale.x(size), scale.y(value)) for size, value in line.points]
        measured = len(places) - line.guessed
        for end, ((a, b), (c, d)) in enumerate(pairwise(places), start=1):
            kind = "line" if end < measured else "line guess"
            yield f'<path class="{kind} c{number}" d="M{a:.1f} {b:.1f}L{c:.1f} {d:.1f}"/>'
        for x, y in places[:measured]:
            yield f'<circle class="dot c{number}" cx="{x:.1f}" cy="{y:.1f}" r="4.5"/>'


def _names(series: Sequence[Series], scale: Scale) -> Iterator[str]:
    """What each line is, beside its end, pushed apart where two would touch."""
    wanted = sorted((scale.y(line.points[-1][1]), n) for n, line in enumerate(series))
    last = 0.0
    for y, number in wanted:
        last = max(y, last + ROW)
        line = series[number]
        size, value = line.points[-1]
        about = "≈ " if line.guessed else ""
        where = "" if size == scale.sizes[-1] else f" at {size:,}"
        said = escape(f"{line.name}  {about}{_said(value)} s{where}")
        x = WIDTH - RIGHT + 14
        yield f'<text class="name c{number}" x="{x}" y="{last + 5:.1f}">{said}</text>'


def _said(seconds: float) -> str:
    """A number with two or three digits, as people read it."""
    return f"{seconds:,.0f}" if seconds >= 10 else f"{seconds:.2g}"
