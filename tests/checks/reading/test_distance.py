from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from terbit.checks.reading.distance import distance


@pytest.mark.parametrize(
    ("one", "other", "slips"),
    [
        ("raya", "raya", 0),
        ("rya", "raya", 1),
        ("arya", "raya", 1),
        ("raja", "raya", 1),
        ("kata", "raya", 2),
    ],
)
def test_distance(one, other, slips):
    assert distance(one, other, 3) == slips


def test_beyond_the_limit_it_stops_counting():
    assert distance("satu", "sembilan", 2) == 3


words = st.text("abc", max_size=7)


@given(words, words)
def test_both_ways_the_same_and_zero_only_for_equals(one, other):
    assert distance(one, other, 9) == distance(other, one, 9)
    assert (distance(one, other, 9) == 0) == (one == other)
