"""Photos made ready for the web."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from terbit.errors import TerbitError
from terbit.site import pictures
from tests.site.conftest import photo


def test_widths_never_exceed_the_source_and_keep_proportions(tmp_path: Path) -> None:
    made = pictures.make("a.jpg", photo(1200, 600), tmp_path / "f", tmp_path / "c")
    assert [(v.width, v.height) for v in made.jpg] == [(480, 240), (960, 480), (1200, 600)]
    assert made.medium.width == 960
    for variant in (*made.jpg, *made.webp):
        file = tmp_path / "f" / variant.name
        assert file.stat().st_size == variant.length
        with Image.open(file) as image:
            assert image.size == (variant.width, variant.height)


def test_exif_is_gone_and_the_photo_upright(tmp_path: Path) -> None:
    made = pictures.make("a.jpg", photo(1000, 500, orientation=6), tmp_path / "f", tmp_path / "c")
    assert (made.largest.width, made.largest.height) == (500, 1000)
    for variant in (*made.jpg, *made.webp):
        data = (tmp_path / "f" / variant.name).read_bytes()
        assert b"rahasia" not in data
        with Image.open(io.BytesIO(data)) as image:
            assert not image.getexif()
            red, _, blue = image.convert("RGB").getpixel((variant.width // 2, 5))
            assert red > blue


def test_transparent_parts_become_white(tmp_path: Path) -> None:
    buffer = io.BytesIO()
    Image.new("RGBA", (100, 100), (0, 0, 0, 0)).save(buffer, "PNG")
    made = pictures.make("a.png", buffer.getvalue(), tmp_path / "f", tmp_path / "c")
    with Image.open(tmp_path / "f" / made.largest.name) as image:
        assert min(image.getpixel((50, 50))) > 250


def test_what_was_made_is_not_made_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = pictures.make("a.jpg", photo(), tmp_path / "f", tmp_path / "c")
    monkeypatch.setattr(pictures, "_encode", lambda *_: pytest.fail("encoded twice"))
    assert pictures.make("a.jpg", photo(), tmp_path / "g", tmp_path / "c") == first


def test_two_photos_of_one_stem_do_not_collide(tmp_path: Path) -> None:
    first = pictures.make("a.jpg", photo(500, 500), tmp_path / "f", tmp_path / "c")
    second = pictures.make("a.png", photo(500, 400), tmp_path / "f", tmp_path / "c")
    assert {v.name for v in first.jpg}.isdisjoint(v.name for v in second.jpg)


def test_a_broken_photo_is_named(tmp_path: Path) -> None:
    with pytest.raises(TerbitError, match=r"foto a\.jpg tidak dapat dibaca"):
        pictures.make("a.jpg", b"bukan gambar", tmp_path / "f", tmp_path / "c")
