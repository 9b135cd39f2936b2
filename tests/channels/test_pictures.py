from dataclasses import replace
from io import BytesIO

import pytest
from PIL import Image

from terbit.channels.pictures import render, render_all
from terbit.core.post import Picture
from terbit.drawing import photo
from terbit.drawing.layout import layout
from terbit.drawing.look import CardText, Look
from terbit.drawing.photo import upright
from terbit.errors import TerbitError

from .desk import jpeg

LOOK = Look()
SIZES = [(1080, 1350), (1080, 1080), (1080, 1920), (1200, 630), (1600, 900)]
CARD = CardText(
    "Rapat koordinasi pengawasan digelar di aula", "Pengawasan", "Kantor Contoh", "10 November 2026"
)


def picture(width: int = 1080, height: int = 1350, **fields: object) -> Picture:
    return Picture("a.jpg", "foto-1.jpg", width, height, "alt", **fields)  # type: ignore[arg-type]


def opened(data: bytes) -> Image.Image:
    image = Image.open(BytesIO(data))
    image.load()
    return image


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("overlay", [True, False])
def test_renditions_are_small_progressive_and_bare(size: tuple[int, int], overlay: bool) -> None:
    exif = Image.Exif()
    exif[0x010F] = "Kamera"
    exif[0x8825] = {1: "S", 2: (2.0, 12.0, 30.0)}
    source = jpeg((1600, 1200), exif=exif, comment=b"rahasia", dpi=(300, 300))
    data = render(picture(*size, overlay=overlay, max_bytes=1_000_000), source, CARD, LOOK)
    image = opened(data)
    assert image.format == "JPEG"
    assert image.size == size
    assert image.info.get("progressive")
    assert not image.getexif()
    assert {"exif", "icc_profile", "comment"}.isdisjoint(image.info)
    assert b"Kamera" not in data
    assert b"rahasia" not in data
    assert len(data) <= 1_000_000


def test_same_input_same_bytes_alone_and_together() -> None:
    source = jpeg((4000, 3000))
    wanted = [
        replace(picture(*size, overlay=overlay), name=f"{size}{overlay}.jpg")
        for size in SIZES
        for overlay in (True, False)
    ]
    together = render_all(wanted, lambda _: source, CARD, LOOK)
    assert list(together) == [one.name for one in wanted]
    for one in reversed(wanted):
        assert render(one, bytes(bytearray(source)), CARD, LOOK) == together[one.name]


def test_a_photo_is_decoded_once_for_each_reduction(monkeypatch: pytest.MonkeyPatch) -> None:
    decoded: list[tuple[int, int]] = []
    monkeypatch.setattr(
        photo, "upright", lambda data, least: decoded.append(least) or upright(data, least)
    )
    source = jpeg((4000, 3000))
    wanted = [
        replace(picture(*size, overlay=size[0] <= size[1]), name=f"{size}.jpg") for size in SIZES
    ]
    render_all(wanted, lambda _: source, CARD, LOOK)
    assert len(decoded) == 1
    # without words on it, a story needs more than half of the photo's height
    render_all([*wanted, picture(1080, 1920)], lambda _: source, CARD, LOOK)
    assert len(decoded) == 3


@pytest.mark.parametrize("mode", ["L", "LA", "CMYK", "P", "1", "I;16", "RGBA"])
@pytest.mark.parametrize("overlay", [True, False])
def test_every_kind_of_picture_becomes_a_plain_jpeg(mode: str, overlay: bool) -> None:
    out = BytesIO()
    Image.new(mode, (1300, 900)).save(out, "JPEG" if mode == "CMYK" else "PNG")
    image = opened(render(picture(overlay=overlay), out.getvalue(), CARD, LOOK))
    assert (image.format, image.mode, image.size) == ("JPEG", "RGB", (1080, 1350))


def test_a_moving_picture_is_refused_with_a_fix() -> None:
    out = BytesIO()
    frames = [Image.new("RGB", (300, 300), colour) for colour in ("red", "blue")]
    frames[0].save(out, "WEBP", save_all=True, append_images=frames[1:])
    with pytest.raises(TerbitError, match=r"foto-1\.jpg berupa gambar bergerak") as caught:
        render(picture(), out.getvalue(), CARD, LOOK)
    assert "simpan satu gambar" in caught.value.fix


def test_orientation_is_applied() -> None:
    image = Image.new("RGB", (800, 400), "red")
    image.paste("blue", (0, 0, 400, 400))
    exif = Image.Exif()
    exif[0x0112] = 6  # the camera was turned: left becomes top
    out = BytesIO()
    image.save(out, "JPEG", exif=exif, quality=95)
    shown = opened(render(picture(540, 1080), out.getvalue(), CARD, LOOK))
    assert _close(shown.getpixel((270, 100)), (0, 0, 255))
    assert _close(shown.getpixel((270, 980)), (255, 0, 0))


def test_the_focus_decides_what_is_seen() -> None:
    image = Image.new("RGB", (2000, 500), "red")
    image.paste("blue", (1500, 0, 2000, 500))
    out = BytesIO()
    image.save(out, "PNG")
    right = opened(render(picture(500, 500, focus=(0.9, 0.5)), out.getvalue(), CARD, LOOK))
    left = opened(render(picture(500, 500, focus=(0.1, 0.5)), out.getvalue(), CARD, LOOK))
    assert _close(right.getpixel((400, 250)), (0, 0, 255))
    assert _close(left.getpixel((250, 250)), (255, 0, 0))


def test_an_infographic_is_shown_whole() -> None:
    image = Image.new("RGB", (1600, 800), "white")
    for corner in ((0, 0), (1500, 0), (0, 700), (1500, 700)):
        image.paste("red", (*corner, corner[0] + 100, corner[1] + 100))
    out = BytesIO()
    image.save(out, "PNG")
    shown = opened(render(picture(1080, 1080), out.getvalue(), CARD, LOOK, whole=True))
    for point in ((10, 280), (1070, 280), (10, 800), (1070, 800)):
        assert _close(shown.getpixel(point), (255, 0, 0))


def test_faces_stay_free_on_upright_cards() -> None:
    image = Image.new("RGB", (1600, 1200), "red")
    image.paste("blue", (0, 500, 1600, 700))
    out = BytesIO()
    image.save(out, "PNG")
    long = replace(
        CARD, title="Inspektorat menilai pengendalian intern di sepuluh perangkat daerah"
    )
    shown = opened(render(picture(overlay=True), out.getvalue(), long, LOOK))
    places = layout((1080, 1350), long, LOOK, photo=True)
    assert _close(shown.getpixel((540, places.photo.bottom // 2)), (0, 0, 255))


def test_quality_falls_until_the_file_is_small_enough() -> None:
    source = BytesIO()
    Image.effect_noise((1400, 1400), 90).convert("RGB").save(source, "JPEG", quality=95)
    large = render(picture(1080, 1080), source.getvalue(), CARD, LOOK)
    limit = len(large) // 2
    assert len(render(picture(1080, 1080, max_bytes=limit), source.getvalue(), CARD, LOOK)) <= limit
    with pytest.raises(TerbitError, match=r"foto foto-1\.jpg tidak dapat dikecilkan"):
        render(picture(1080, 1080, max_bytes=2000), source.getvalue(), CARD, LOOK)


def test_a_missing_photo_is_not_replaced_by_a_card() -> None:
    with pytest.raises(TerbitError, match=r"foto foto-1\.jpg tidak ada"):
        render(picture(overlay=True), None, CARD, LOOK)


def test_a_photo_that_cannot_be_used_is_named_with_a_fix() -> None:
    with pytest.raises(TerbitError, match=r"foto foto-1\.jpg rusak atau terpotong") as caught:
        render(picture(), jpeg((400, 300))[:900], CARD, LOOK)
    assert "salin ulang" in caught.value.fix


@pytest.mark.parametrize("size", SIZES)
def test_white_words_are_legible_even_on_a_white_photo(size: tuple[int, int]) -> None:
    out = BytesIO()
    Image.new("RGB", (1600, 1200), "white").save(out, "PNG")
    image = opened(render(picture(*size, overlay=True), out.getvalue(), CARD, LOOK))
    places = layout(size, CARD, LOOK, photo=True)
    rows = range(places.words_top, places.band.top)
    grounds = [image.getpixel((x, y)) for x in (4, places.words_right - 1) for y in rows]
    assert min(_contrast((255, 255, 255), ground) for ground in grounds) >= 4.5


def test_a_card_without_photo_is_plain_green_behind_the_words() -> None:
    card = Picture("a.jpg", "", 1080, 1350, "alt", overlay=True)
    image = opened(render(card, None, CARD, LOOK))
    places = layout((1080, 1350), CARD, LOOK)
    for y in range(places.words_top, places.band.top, 9):
        assert _close(image.getpixel((20, y)), (15, 58, 42))


def _close(found: object, wanted: tuple[int, int, int]) -> bool:
    assert isinstance(found, tuple)
    return all(abs(a - b) < 30 for a, b in zip(found, wanted, strict=True))


def _contrast(one: object, other: object) -> float:
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: object) -> float:
    assert isinstance(colour, tuple)
    parts: list[float] = [c / 255 for c in colour]
    linear: list[float] = [
        c / 12.92 if c <= 0.04045 else pow((c + 0.055) / 1.055, 2.4) for c in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
