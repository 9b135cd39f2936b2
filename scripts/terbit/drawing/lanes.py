"""A chart of minutes against limits: one lane a step, one dot an approval, a line for the limit.

The places are computed once, for SVG and for paper alike.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import escape

WIDTH, LANE, TOP, LEFT, RIGHT = 720, 58, 14, 150, 24
FOOT = 34
TICKS = (1, 2, 5, 10, 15, 20, 30, 60, 120, 240, 480, 960, 1920, 4800, 9600)
"""Distances between marks in minutes; the first with which at most eight fit is taken."""
MOST_MARKS = 8


@dataclass(frozen=True)
class Series:
    """The minutes of one step; `limit` and `median` None where there is none."""

    name: str
    minutes: tuple[int, ...]
    limit: int | None
    median: float | None


@dataclass(frozen=True)
class Dot:
    """One value: its place, and whether it is beyond the limit."""

    x: float
    y: float
    late: bool


@dataclass(frozen=True)
class Lane:
    """One step: the middle of its lane, its dots, limit and median as places on the scale."""

    name: str
    y: float
    dots: tuple[Dot, ...]
    limit: float | None
    median: float | None


@dataclass(frozen=True)
class Chart:
    """All places in units of a drawing that is `WIDTH` wide; `marks` are (place, minutes)."""

    height: float
    lanes: tuple[Lane, ...]
    marks: tuple[tuple[float, int], ...]


def chart(series: Sequence[Series]) -> Chart:
    """The places of everything; equal values stand in a small column, so that all are seen."""
    longest = max((m for one in series for m in (*one.minutes, one.limit or 0)), default=0)
    step = next((tick for tick in TICKS if longest / tick <= MOST_MARKS), TICKS[-1])
    end = step * max(1, -(-longest // step))
    scale = (WIDTH - LEFT - RIGHT) / end
    lanes = tuple(_lane(one, TOP + LANE * (n + 0.5), scale) for n, one in enumerate(series))
    marks = tuple((round(LEFT + m * scale, 1), m) for m in range(0, end + 1, step))
    return Chart(TOP + LANE * len(series) + FOOT, lanes, marks)


def svg(drawn: Chart, title: str) -> str:
    """The chart as SVG of its own; colours come from the page (`.titik`, `.batas`, …)."""
    bottom = drawn.height - FOOT
    lines = [
        f'<svg class="lajur-waktu" viewBox="0 0 {WIDTH} {drawn.height:g}" role="img" '
        f'aria-label="{escape(title)}" xmlns="http://www.w3.org/2000/svg">'
    ]
    for x, minutes in drawn.marks:
        lines.append(f'<path class="kisi" d="M{x:g} {TOP}V{bottom:g}"/>')
        lines.append(f'<text class="skala" x="{x:g}" y="{bottom + 18:g}">{minutes}</text>')
    for lane in drawn.lanes:
        low, high = lane.y - LANE / 2 + 7, lane.y + LANE / 2 - 7
        lines.append(f'<text class="nama" x="0" y="{lane.y + 5:g}">{escape(lane.name)}</text>')
        lines.append(f'<path class="dasar" d="M{LEFT} {lane.y:g}H{WIDTH - RIGHT}"/>')
        if lane.limit is not None:
            lines.append(f'<path class="batas" d="M{lane.limit:g} {low:g}V{high:g}"/>')
        for dot in lane.dots:
            kind = "titik lewat" if dot.late else "titik"
            lines.append(f'<circle class="{kind}" cx="{dot.x:g}" cy="{dot.y:g}" r="5"/>')
        if lane.median is not None:
            x, y = lane.median, lane.y
            lines.append(f'<path class="tengah" d="M{x:g} {y - 12:g}l6 12-6 12-6-12z"/>')
    return "".join([*lines, "</svg>"])


def _lane(one: Series, y: float, scale: float) -> Lane:
    seen: dict[int, int] = {}
    dots = []
    for minutes in one.minutes:
        again = seen[minutes] = seen.get(minutes, -1) + 1
        rise = (again + 1) // 2 * (4 if again % 2 else -4)
        late = one.limit is not None and minutes > one.limit
        dots.append(Dot(_at(minutes, scale), y + max(-18, min(18, rise)), late))
    limit = None if one.limit is None else _at(one.limit, scale)
    middle = None if one.median is None else _at(one.median, scale)
    return Lane(one.name, y, tuple(dots), limit, middle)


def _at(minutes: float, scale: float) -> float:
    return round(LEFT + minutes * scale, 1)
