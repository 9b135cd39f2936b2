"""The pictures look as they did when somebody looked at them."""

from __future__ import annotations

from functools import cache

import pytest
from PIL import Image, ImageChops

from terbit.channels import pictures
from tests.channels import golden
from tests.channels.golden import FOLDER, MEAN, PART, SIZES, difference


@cache
def made() -> dict[str, Image.Image]:
    return golden.made()


NAMES = sorted(path.stem for path in FOLDER.glob("*.png"))


@pytest.mark.parametrize("name", NAMES)
def test_a_picture_looks_as_it_did(name: str) -> None:
    whole, part = difference(made()[name], golden.golden(name))
    assert whole <= MEAN
    assert part <= PART


def test_every_picture_has_its_golden_one() -> None:
    assert sorted(made()) == NAMES
    assert sum(path.stat().st_size for path in FOLDER.iterdir()) < 400_000


@pytest.mark.parametrize("name", ["cerita-pendek", "tegak-foto-sedang", "layar-foto"])
def test_what_is_moved_by_little_is_seen(name: str) -> None:
    moved = ImageChops.offset(golden.golden(name), 0, 4)
    whole, part = difference(made()[name], moved)
    assert whole > MEAN or part > PART


@pytest.mark.parametrize("quality", [70, 95])
def test_another_encoder_is_no_difference(quality: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pictures, "QUALITIES", (quality,))
    other = golden.shown(SIZES["persegi"], "sedang", golden.scene())
    whole, part = difference(other, golden.golden("persegi-foto-sedang"))
    assert whole <= MEAN
    assert part <= PART
