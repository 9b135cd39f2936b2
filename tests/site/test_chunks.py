"""Numbered pages count from the oldest and never shift."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from terbit.site.chunks import Chunk, chunked


def listed(count: int) -> list[int]:
    """So many items, newest first; an item's number says when it came."""
    return list(range(count, 0, -1))


def numbered(count: int, size: int) -> dict[int, tuple[int, ...]]:
    return {chunk.number: chunk.rows for chunk in chunked(listed(count), size) if chunk.number}


@given(st.integers(0, 60), st.integers(1, 7))
def test_one_more_item_changes_no_numbered_page(count: int, size: int) -> None:
    before, after = numbered(count, size), numbered(count + 1, size)
    assert {number: after[number] for number in before} == before
    assert len(after) <= len(before) + 1


@given(st.integers(0, 60), st.integers(1, 7))
def test_every_item_stands_on_exactly_one_page_newest_first(count: int, size: int) -> None:
    rows = [row for chunk in chunked(listed(count), size) for row in chunk.rows]
    assert rows == listed(count)


@given(st.integers(1, 60), st.integers(1, 7))
def test_the_front_page_is_never_almost_empty(count: int, size: int) -> None:
    front = chunked(listed(count), size)[0]
    assert min(count, size) <= len(front.rows) < 2 * size


@given(st.integers(0, 60), st.integers(1, 7))
def test_pages_lead_to_their_neighbours(count: int, size: int) -> None:
    pages = chunked(listed(count), size)
    assert [chunk.older for chunk in pages] == [*(c.number for c in pages[1:]), None]
    assert [chunk.newer for chunk in pages] == [None, *(c.number for c in pages[:-1])]


def test_an_empty_list_has_an_empty_front_page() -> None:
    assert chunked([]) == [Chunk(0, ())]
