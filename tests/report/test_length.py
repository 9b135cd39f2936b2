from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from terbit.report.length import FLOOR, MAX_SLIP, ORDER, SHORTENED, fitted

NAMES = ("head", "turns", "steps", "notes", "changes", "posts", "foot")


def lines(count: int, name: str = "x") -> str:
    return "\n".join(f"> {name} {number:05}" for number in range(count))


def test_what_fits_is_left_alone() -> None:
    assert fitted({"head": "Satu", "foot": "Dua"}) == "Satu\n\nDua\n"


def test_posts_and_differences_are_shortened_first_the_longest_one() -> None:
    texts = {"notes": lines(2000), "changes": lines(2000), "posts": lines(4000), "foot": "akhir"}
    text = fitted(texts)
    assert MAX_SLIP - 100 < len(text) < MAX_SLIP
    assert text.count(SHORTENED) == 1
    assert texts["notes"] in text
    assert texts["changes"] in text
    assert text.endswith(f"{SHORTENED}\n\nakhir\n")


def test_a_shortened_section_ends_with_a_whole_line() -> None:
    kept = fitted({"posts": lines(9000)}).split("\n\n")[0].split("\n")
    assert kept == lines(9000).split("\n")[: len(kept)]


def test_one_endless_line_is_left_out() -> None:
    assert fitted({"head": "Satu", "posts": f"### Unggahan\n\n{'x' * 99_999}"}) == (
        f"Satu\n\n### Unggahan\n\n{SHORTENED}\n"
    )


steady = settings(deadline=None, derandomize=True, database=None)
sizes = st.dictionaries(st.sampled_from(NAMES), st.integers(0, 90_000))


@steady
@given(sizes, st.integers(1, 5000))
def test_it_always_fits_and_says_where_it_was_shortened(sizes: dict[str, int], wide: int) -> None:
    line = "x" * wide
    texts = {name: "\n".join([line] * (size // (wide + 1))) for name, size in sizes.items()}
    text = fitted(texts)
    whole = "\n\n".join(texts.values()) + "\n"
    assert len(text) <= MAX_SLIP - len(SHORTENED)
    assert (text == whole) is (len(whole) <= MAX_SLIP - len(SHORTENED))
    assert (SHORTENED in text) is (text != whole)


@steady
@given(sizes)
def test_what_is_essential_is_kept_while_anything_else_can_go(sizes: dict[str, int]) -> None:
    texts = {name: lines(size // 10) for name, size in sizes.items()}
    optional = {name for group in ORDER for name in group}
    essential = [text for name, text in texts.items() if name not in optional]
    room = MAX_SLIP - (FLOOR + 100) * len(texts)
    text = fitted(texts)
    assert all(part in text for part in essential) or sum(map(len, essential)) > room
