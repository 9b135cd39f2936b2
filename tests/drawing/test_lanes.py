"""A chart of minutes: everything has its place, and no text can leave it."""

from __future__ import annotations

from defusedxml.ElementTree import fromstring
from hypothesis import given
from hypothesis import strategies as st

from terbit.drawing import lanes
from terbit.drawing.lanes import Series


def test_dots_limit_and_median_stand_where_their_minutes_are() -> None:
    made = lanes.chart([Series("Periksa", (0, 45, 45), 30, 45)])
    (lane,) = made.lanes
    places = {minutes: place for place, minutes in made.marks}
    assert (lane.limit, lane.dots[0].x) == (places[30], places[0])
    assert lane.median == lane.dots[1].x == lane.dots[2].x
    assert lane.dots[1].y != lane.dots[2].y
    assert [dot.late for dot in lane.dots] == [False, True, True]


def test_the_words_of_a_chart_are_text() -> None:
    drawn = lanes.svg(lanes.chart([Series("<script>", (5,), None, 5)]), 'Grafik "x"')
    root = fromstring(drawn)
    assert root.attrib["aria-label"] == 'Grafik "x"'
    assert "<script" not in drawn


@given(st.lists(st.integers(0, 100_000), max_size=40), st.none() | st.integers(1, 5000))
def test_everything_lies_within_the_drawing(minutes: list[int], limit: int | None) -> None:
    made = lanes.chart([Series("A", tuple(minutes), limit, None)])
    assert len(made.marks) <= 2 + max(lanes.MOST_MARKS, 100_000 // lanes.TICKS[-1])
    xs = [dot.x for lane in made.lanes for dot in lane.dots] + [place for place, _ in made.marks]
    assert all(lanes.LEFT <= x <= lanes.WIDTH - lanes.RIGHT + 1 for x in xs)
    assert all(0 < dot.y < made.height for lane in made.lanes for dot in lane.dots)
