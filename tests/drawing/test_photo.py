"""Photos are opened in one way: upright, in the colours of screens, on white."""

from io import BytesIO
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageCms

from terbit.drawing.photo import crop_box, cropped, upright
from terbit.imaging import PictureError
from tests.channels.desk import jpeg
from tests.test_photos import swapped

LEAST = (400, 400)
SRGB = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def file(image: Image.Image, kind: str = "PNG", **options: Any) -> bytes:
    out = BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def halves(width: int = 800, height: int = 400) -> Image.Image:
    """Blue on the left and red on the right."""
    image = Image.new("RGB", (width, height), "red")
    image.paste("blue", (0, 0, width // 2, height))
    return image


def turned(by: int) -> Image.Exif:
    exif = Image.Exif()
    exif[0x0112] = by
    return exif


def near(found: object, wanted: tuple[int, int, int]) -> bool:
    assert isinstance(found, tuple)
    return all(abs(a - b) < 30 for a, b in zip(found, wanted, strict=True))


@pytest.mark.parametrize("options", [{}, {"icc_profile": SRGB}], ids=["bare", "with profile"])
def test_a_photo_stands_upright(options: dict[str, Any]) -> None:
    # the camera was turned: left becomes top
    data = file(halves(), "JPEG", exif=turned(6), quality=95, **options)
    shown = upright(data, LEAST)
    assert (shown.size, shown.info, dict(shown.getexif())) == ((400, 800), {}, {})
    assert near(shown.getpixel((200, 80)), (0, 0, 255))
    assert near(shown.getpixel((200, 720)), (255, 0, 0))


def test_colours_are_those_that_the_profile_means() -> None:
    data = file(Image.new("RGB", (100, 100), "red"), icc_profile=swapped())
    assert near(upright(data, LEAST).getpixel((50, 50)), (0, 255, 0))
    broken = file(Image.new("RGB", (100, 100), "red"), icc_profile=b"bukan profil")
    assert near(upright(broken, LEAST).getpixel((50, 50)), (255, 0, 0))


@pytest.mark.parametrize("mode", ["RGBA", "P", "L", "LA", "CMYK", "1", "I;16"])
def test_every_colour_mode_becomes_a_picture(mode: str) -> None:
    data = file(Image.new(mode, (300, 300)), "JPEG" if mode == "CMYK" else "PNG")
    assert upright(data, LEAST).mode == "RGB"


def test_transparency_becomes_white() -> None:
    data = file(Image.new("RGBA", (300, 300), (255, 0, 0, 0)), "WEBP", lossless=True)
    assert upright(data, LEAST).getpixel((100, 100)) == (255, 255, 255)


@pytest.mark.parametrize("orientation", [1, 6])
@pytest.mark.parametrize("least", [(700, 1), (1000, 1), (1, 900), (1400, 900), (9000, 9000)])
def test_it_comes_no_smaller_than_it_is_needed(least: tuple[int, int], orientation: int) -> None:
    data = jpeg((2400, 1800), exif=turned(orientation))
    shown = upright(data, least)
    whole = (2400, 1800) if orientation == 1 else (1800, 2400)
    for found, needed, there in zip(shown.size, least, whole, strict=True):
        assert found >= min(needed, there)


def test_a_large_photo_is_decoded_small_where_little_is_needed() -> None:
    assert upright(jpeg((2400, 1800)), (600, 400)).size == (600, 450)


def test_huge_pictures_are_refused_before_decoding() -> None:
    with pytest.raises(PictureError, match="lebih dari 18 megapiksel"):
        upright(file(Image.new("1", (9000, 9000))), LEAST)


@pytest.mark.parametrize("data", [b"", b"GIF89a" + b"\0" * 40, b"<svg/>", jpeg((400, 300))[:900]])
def test_broken_and_foreign_files_are_refused_with_a_fix(data: bytes) -> None:
    with pytest.raises(PictureError) as caught:
        upright(data, LEAST)
    assert "simpan ulang" in caught.value.fix or "salin ulang" in caught.value.fix


def test_a_crop_shows_what_lies_around_the_focus() -> None:
    photo = halves(2000, 500)
    assert near(cropped(photo, (300, 300), (0.1, 0.5)).getpixel((299, 150)), (0, 0, 255))
    assert near(cropped(photo, (300, 300), (0.9, 0.5)).getpixel((0, 150)), (255, 0, 0))


@given(
    width=st.integers(50, 6000),
    height=st.integers(50, 6000),
    ratio=st.floats(0.4, 2.2),
    focus=st.tuples(st.floats(0, 1), st.floats(0, 1)),
)
def test_crop_keeps_the_focus_and_stays_inside(
    width: int, height: int, ratio: float, focus: tuple[float, float]
) -> None:
    left, top, right, bottom = crop_box((width, height), ratio, focus)
    slack = 1e-6 * max(width, height)
    assert left >= -slack
    assert top >= -slack
    assert right <= width + slack
    assert bottom <= height + slack
    assert left - slack <= focus[0] * width <= right + slack
    assert top - slack <= focus[1] * height <= bottom + slack
    assert (right - left) / (bottom - top) == pytest.approx(ratio)
