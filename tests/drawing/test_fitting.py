"""How pictures come within their bytes without trying every quality."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from terbit.drawing.fitting import first_within, jpeg


@settings(deadline=None)
@given(st.lists(st.integers(1, 100), min_size=1, max_size=8), st.integers(1, 100))
def test_the_first_step_that_fits_is_found_whatever_the_sizes(sizes: list[int], limit: int) -> None:
    sizes.sort(reverse=True)
    fitting = [step for step, size in enumerate(sizes) if size <= limit]
    found = first_within(sizes.__getitem__, len(sizes), limit)
    assert found == (fitting[0] if fitting else len(sizes))


def test_what_fits_at_the_best_quality_is_encoded_once() -> None:
    tried: list[int] = []

    def size(step: int) -> int:
        tried.append(step)
        return [90, 75, 60, 50, 40, 30][step]

    assert first_within(size, 6, 95) == 0
    assert tried == [0]
    tried.clear()
    assert first_within(size, 6, 55) == 3
    assert len(tried) <= 4


def test_pure_noise_is_too_big_and_no_fault() -> None:
    noise = Image.effect_noise((700, 700), 200)
    picture = Image.merge("RGB", (noise, noise.rotate(90), noise.rotate(180)))
    assert jpeg(picture, (85, 80), 90_000, sharp=True) is None
    made = jpeg(picture, (85, 30), 400_000, sharp=True)
    assert made is not None
    assert len(made) <= 400_000
