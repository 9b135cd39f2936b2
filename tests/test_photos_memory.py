"""The worst photos stay below the memory that a small machine has."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.bench import photos

WORST = ("JPEG progresif 20 MP 4:4:4", "PNG 10 MP tembus pandang", "WebP 6 MP tembus pandang")


@pytest.mark.parametrize("name", WORST)
def test_the_worst_photos_fit(tmp_path: Path, name: str) -> None:
    told = list(photos.figures(tmp_path, {name: photos.INPUTS[name]}))
    assert {said for *_, said in told} == {"baik"}
    assert max(megabytes for *_, megabytes, _ in told) < photos.AIM


def test_a_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    name = "PNG 13000 × 13000"
    told = list(photos.figures(tmp_path, {name: photos.INPUTS[name]}))
    assert all("megapiksel" in said for *_, said in told)
    assert max(megabytes for *_, megabytes, _ in told) < photos.AIM / 2
