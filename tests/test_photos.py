"""Photos on the way in: upright, small, and nothing in them but what is seen."""

from __future__ import annotations

import struct
import warnings
import zlib
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import ExifTags, Image, ImageCms

from terbit import imaging, photos
from terbit.errors import InputErrors
from tests.bench import photos as bench
from tests.checks import albums

PLACE = "7.1234"
RED, BLUE, WHITE = (200, 30, 30), (30, 30, 200), (255, 255, 255)


def halves(size: tuple[int, int] = (400, 200), mode: str = "RGB") -> Image.Image:
    """Red on the left, blue on the right."""
    image = Image.new("RGB", size, RED)
    image.paste(BLUE, (size[0] // 2, 0, *size))
    return image.convert(mode)


def file(image: Image.Image, kind: str, **options: Any) -> bytes:
    out = BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def phone_metadata(orientation: int = 1) -> Image.Exif:
    """What a phone writes: place, maker, serial number, orientation."""
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = orientation
    exif[ExifTags.Base.Make] = "Telepon Contoh"
    exif.get_ifd(ExifTags.IFD.Exif)[ExifTags.Base.BodySerialNumber] = "SN-12345"
    place = exif.get_ifd(ExifTags.IFD.GPSInfo)
    place[ExifTags.GPS.GPSLatitudeRef] = "S"
    place[ExifTags.GPS.GPSLatitude] = (2.0, 12.0, 30.0)
    place[ExifTags.GPS.GPSMapDatum] = PLACE
    return exif


def with_thumbnail(jpeg: bytes) -> bytes:
    """The JPEG with an EXIF block that holds a small picture, as cameras write it (IFD1)."""
    thumbnail = file(Image.new("RGB", (16, 16), "lime"), "JPEG")
    first = struct.pack("<HI", 0, 14)
    rows = ((0x0103, 3, 1, 6), (0x0201, 4, 1, 56), (0x0202, 4, 1, len(thumbnail)))
    second = struct.pack("<H", 3) + b"".join(struct.pack("<HHII", *row) for row in rows) + bytes(4)
    tiff = b"II*\0" + struct.pack("<I", 8) + first + second + thumbnail
    block = b"Exif\0\0" + tiff
    return jpeg[:2] + b"\xff\xe1" + struct.pack(">H", len(block) + 2) + block + jpeg[2:]


def taken(tmp_path: Path, data: bytes, name: str = "IMG_1.jpg") -> Image.Image:
    path = tmp_path / name
    path.write_bytes(data)
    image = Image.open(BytesIO(photos.take_in(path)))
    image.load()
    return image


def refusal(tmp_path: Path, data: bytes, name: str = "IMG_1.jpg") -> str:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(InputErrors) as caught:
        photos.take_in(path)
    (problem,) = caught.value.problems
    assert problem.path == name
    assert problem.fix
    return problem.what


def near(color: Any, wanted: tuple[int, ...]) -> bool:
    return all(abs(one - other) < 12 for one, other in zip(color, wanted, strict=True))


def png_of_size(width: int, height: int) -> bytes:
    """A small PNG whose head claims a size."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return (
            struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        )

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0" * 99))


# Nothing but pixels


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_place_and_serial_number_are_gone(tmp_path: Path, kind: str) -> None:
    data = file(halves(), kind, exif=phone_metadata())
    assert PLACE.encode() in data
    for clean in (taken(tmp_path, data), Image.open(BytesIO(photos.strip(data)))):
        assert not dict(clean.getexif())
        assert not clean.getexif().get_ifd(ExifTags.IFD.GPSInfo)
    for bare in (photos.strip(data), photos.take_in(tmp_path / "IMG_1.jpg")):
        assert not any(word in bare for word in (PLACE.encode(), b"SN-12345", b"Telepon", b"Exif"))


@pytest.mark.parametrize(
    ("kind", "options"),
    [
        ("JPEG", {"xmp": b"<x:xmpmeta>GPSLatitude</x:xmpmeta>"}),
        ("WEBP", {"xmp": b"<x:xmpmeta>GPSLatitude</x:xmpmeta>"}),
        ("JPEG", {"comment": b"GPSLatitude"}),
        ("JPEG", {"icc_profile": b"GPSLatitude" * 20}),
    ],
)
def test_notes_and_profiles_are_gone(kind: str, options: dict[str, Any]) -> None:
    data = file(halves(), kind, **options)
    assert b"GPSLatitude" in data
    assert b"GPSLatitude" not in photos.strip(data)


def test_the_hidden_thumbnail_is_gone(tmp_path: Path) -> None:
    data = with_thumbnail(file(halves(), "JPEG"))
    assert Image.open(BytesIO(data)).getexif().get_ifd(ExifTags.IFD.IFD1)
    clean = taken(tmp_path, data)
    assert not clean.getexif().get_ifd(ExifTags.IFD.IFD1)
    assert photos.strip(data).count(b"\xff\xd8\xff") == 1


def test_the_second_picture_of_a_phone_is_gone() -> None:
    data = file(halves(), "MPO", save_all=True, append_images=[Image.new("RGB", (9, 9), "lime")])
    bare = photos.strip(data)
    assert Image.open(BytesIO(bare)).format == "JPEG"
    assert bare.count(b"\xff\xd8\xff") == 1


@pytest.mark.parametrize(
    ("orientation", "size", "top_left"),
    [
        (1, (400, 200), RED),
        (3, (400, 200), BLUE),
        (6, (200, 400), RED),
        (8, (200, 400), BLUE),
        (2, (400, 200), BLUE),
    ],
)
def test_a_photo_is_turned_upright(
    tmp_path: Path, orientation: int, size: tuple[int, int], top_left: tuple[int, int, int]
) -> None:
    data = file(halves(), "JPEG", exif=phone_metadata(orientation))
    for image in (taken(tmp_path, data), Image.open(BytesIO(photos.strip(data)))):
        assert image.size == size
        assert near(image.getpixel((9, 9)), top_left)


# Sizes


def test_a_large_photo_is_made_smaller_and_a_small_one_is_not_made_larger(tmp_path: Path) -> None:
    assert taken(tmp_path, file(halves((4800, 2400)), "JPEG")).size == (2400, 1200)
    assert taken(tmp_path, file(halves((2400, 10)), "JPEG")).size == (2400, 10)


def test_stripping_makes_large_photos_smaller_too() -> None:
    for kind in ("JPEG", "PNG", "WEBP"):
        shape = Image.open(BytesIO(photos.strip(file(halves((3000, 1500)), kind))))
        assert (shape.format, shape.size) == (kind, (2400, 1200))


@pytest.mark.parametrize("size", [(65500, 1), (1, 65500), (5200, 7600), (4799, 4799)])
def test_odd_and_large_shapes_are_taken_in(tmp_path: Path, size: tuple[int, int]) -> None:
    image = taken(tmp_path, file(Image.new("L", size, 200), "JPEG"))
    assert 2300 <= max(image.size) <= 2400
    assert min(image.size) >= 1


@pytest.mark.parametrize("mode", ["I;16", "RGBA", "P", "CMYK"])
def test_every_mode_is_made_smaller(tmp_path: Path, mode: str) -> None:
    plain = Image.new("I;16", (5000, 40), 0x8000) if mode == "I;16" else halves((5000, 40), mode)
    image = taken(tmp_path, file(plain, "JPEG" if mode == "CMYK" else "PNG"))
    assert image.size == (2400, 19)


def test_one_pixel_is_a_photo(tmp_path: Path) -> None:
    assert taken(tmp_path, file(Image.new("RGB", (1, 1), RED), "JPEG")).size == (1, 1)


def test_a_file_over_the_limit_is_not_even_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(imaging, "MAX_BYTES", 100)
    monkeypatch.setattr(Path, "read_bytes", lambda _: pytest.fail("was read"))
    path = tmp_path / "besar.jpg"
    with path.open("wb") as out:
        out.truncate(101)
    with pytest.raises(InputErrors, match="lebih besar dari 0 MB"):
        photos.take_in(path)


@pytest.mark.parametrize("size", [(13000, 13000), (20000, 20000), (8001, 5000)])
def test_a_picture_bomb_is_refused_before_it_is_decoded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int]
) -> None:
    monkeypatch.setattr(Image.Image, "load", lambda _: pytest.fail("was decoded"))
    data = png_of_size(*size)
    assert len(data) < 200
    with warnings.catch_warnings(record=True, action="always") as said:
        assert refusal(tmp_path, data) == "foto berupa PNG lebih dari 18 megapiksel"
        with pytest.raises(InputErrors, match="18 megapiksel"):
            photos.strip(data)
    assert not said, "a warning of Pillow's is not for people"


# What is no photo


@pytest.mark.parametrize(
    "write", [bench.scans, bench.saved("JPEG", (4480, 4470), progressive=True)]
)
def test_a_jpeg_that_is_kept_whole_has_a_lower_limit(tmp_path: Path, write: bench.Writer) -> None:
    write(tmp_path / "foto.jpg")
    with pytest.raises(InputErrors, match="berupa JPEG progresif lebih dari 20 megapiksel"):
        photos.take_in(tmp_path / "foto.jpg")


@pytest.mark.parametrize(
    ("mode", "limit"), [("RGB", 18), ("L", 18), ("RGBA", 10), ("LA", 10), ("I;16", 10)]
)
def test_a_png_has_the_limit_of_its_mode(
    monkeypatch: pytest.MonkeyPatch, mode: str, limit: int
) -> None:
    monkeypatch.setattr(imaging, "decode", lambda *_: pytest.fail("was decoded"))
    side = 3500 if limit == 10 else 4300
    with pytest.raises(InputErrors, match=f"berupa PNG lebih dari {limit} megapiksel"):
        photos.strip(file(Image.new(mode, (side, side)), "PNG"))


def test_a_webp_has_a_limit_of_weight_too(tmp_path: Path) -> None:
    data = file(halves((9, 9)), "WEBP") + bytes(imaging.WEBP_BYTES)
    assert refusal(tmp_path, data) == "foto lebih besar dari 10 MB"


STRANGER = "foto sebenarnya {}, bukan foto JPEG, PNG, atau WebP"


@pytest.mark.parametrize(
    ("name", "data", "what"),
    [
        ("foto.svg", b'<svg xmlns="x"><script>alert(1)</script></svg>', "gambar SVG"),
        ("foto.svg", b'\n<?xml version="1.0"?>\n<!-- x -->\n<svg/>', "gambar SVG"),
        ("foto.gif", file(Image.new("P", (9, 9)), "GIF"), "gambar GIF"),
        ("foto.bmp", file(halves(), "BMP"), "gambar BMP"),
        ("foto.jpg", file(halves(), "TIFF"), "gambar TIFF"),
        ("foto.jpg", file(halves((64, 64)), "ICO"), "ikon Windows"),
        ("foto.jpg", file(halves(), "AVIF"), "gambar AVIF"),
        ("foto.jpg", b"8BPS\0\1" + bytes(99), "berkas Photoshop"),
        ("foto.jpg", b"%PDF-1.7 bukan foto", "dokumen PDF"),
        ("foto.jpg", b"\0\0\0\x18ftypmp42" + bytes(99), "video"),
        ("foto.jpg", b"PK\3\4" + bytes(99), "arsip ZIP atau dokumen Office"),
    ],
)
def test_other_kinds_are_refused_by_what_they_are(
    tmp_path: Path, name: str, data: bytes, what: str
) -> None:
    assert refusal(tmp_path, data, name) == STRANGER.format(what)


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "foto kosong, tidak ada isinya"),
        (b"halo", "foto bukan foto JPEG, PNG, atau WebP"),
        (albums.moving("WEBP"), "foto berupa gambar bergerak"),
        (albums.moving("PNG"), "foto berupa gambar bergerak"),
        (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + bytes(99), "foto rusak atau terpotong"),
        (b"\xff\xd8\xff\xe0", "foto rusak atau terpotong"),
        (png_of_size(0, 5), "foto rusak atau terpotong"),
    ],
)
def test_what_cannot_be_used_is_named(tmp_path: Path, data: bytes, says: str) -> None:
    assert refusal(tmp_path, data) == says


def png_with(*blocks: tuple[bytes, bytes]) -> bytes:
    """A small PNG with more blocks behind its head."""
    plain = file(halves((9, 9)), "PNG")
    more = b"".join(
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        for kind, body in blocks
    )
    return plain[:33] + more + plain[33:]


NOTE = b"Comment\0\0" + zlib.compress(bytes(50_000_000))
LETTERS = b"Comment\0\1\0\0\0" + zlib.compress(b"a" * 900_000 + "🎉".encode())


@pytest.mark.parametrize(
    "data",
    [
        png_with((b"zTXt", NOTE)),
        png_with(*[(b"iTXt", LETTERS)] * 9),
        png_with(*[(b"aaAa", b"")] * 5_000),
        file(halves((9, 9)), "JPEG")[:2] + b"\xff\xe5\0\2" * 400_000,
        b"RIFF\0\0\1\0WEBPVP8X\n" + bytes(13) + b"XXXX\0\0\0\0" * 5_000,
    ],
)
def test_notes_that_fill_the_memory_are_refused(tmp_path: Path, data: bytes) -> None:
    assert refusal(tmp_path, data) == "foto memuat catatan tersembunyi yang terlalu besar"


def test_a_note_of_ordinary_size_is_no_reason(tmp_path: Path) -> None:
    data = png_with((b"tEXt", b"Comment\0" + b"catatan " * 900))
    assert b"catatan" not in photos.strip(data)
    assert taken(tmp_path, data).size == (9, 9)


def test_a_photo_of_an_iphone_becomes_a_jpeg(tmp_path: Path) -> None:
    image = taken(tmp_path, albums.picture("iphone.heic"), "IMG_0001.HEIC")
    assert (image.format, image.size) == ("JPEG", (64, 48))
    assert near(image.getpixel((9, 9)), RED)


def test_only_the_intake_reads_iphone_photos() -> None:
    with pytest.raises(InputErrors, match="HEIC"):
        photos.strip(albums.picture("iphone.heic"))


def test_a_wrong_name_does_no_harm(tmp_path: Path) -> None:
    image = taken(tmp_path, file(halves(), "PNG"), "sebenarnya-png.jpg")
    assert image.format == "JPEG"
    assert near(image.getpixel((9, 9)), RED)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_cut_off_photo_is_refused(tmp_path: Path, kind: str) -> None:
    data = file(Image.effect_noise((200, 200), 90).convert("RGB"), kind)
    assert refusal(tmp_path, data[: len(data) // 2]) == "foto rusak atau terpotong"


def test_a_link_and_a_folder_are_no_photos(tmp_path: Path) -> None:
    secret = tmp_path / "rahasia.jpg"
    secret.write_bytes(file(halves(), "JPEG"))
    (tmp_path / "tautan.jpg").symlink_to(secret)
    for path in (tmp_path / "tautan.jpg", tmp_path, tmp_path / "tidak-ada.jpg"):
        with pytest.raises(InputErrors, match="foto tidak ditemukan"):
            photos.take_in(path)


# Colours


def swapped() -> bytes:
    """A profile of a screen whose red is green and whose green is red."""
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    tags = {bytes(profile[at : at + 4]): at for at in range(132, 132 + 12 * profile[131], 12)}
    red, green = tags[b"rXYZ"] + 4, tags[b"gXYZ"] + 4
    profile[red : red + 8], profile[green : green + 8] = (
        profile[green : green + 8],
        profile[red : red + 8],
    )
    return bytes(profile)


@pytest.mark.parametrize("mode", ["RGB", "RGBA", "P"])
def test_colours_are_those_that_the_profile_means(tmp_path: Path, mode: str) -> None:
    data = file(Image.new("RGB", (9, 9), "red").convert(mode), "PNG", icc_profile=swapped())
    for image in (taken(tmp_path, data), Image.open(BytesIO(photos.strip(data))).convert("RGB")):
        assert near(image.getpixel((4, 4)), (0, 255, 0))
        assert "icc_profile" not in image.info


def test_a_photo_with_a_profile_is_turned_upright_too(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    photo = file(Image.new("RGB", (80, 40), "red"), "JPEG", exif=exif, icc_profile=swapped())
    assert taken(tmp_path, photo).size == (40, 80)


@pytest.mark.parametrize("mode", ["L", "LA", "CMYK"])
def test_a_profile_of_another_kind_is_left_alone(tmp_path: Path, mode: str) -> None:
    kind = "JPEG" if mode == "CMYK" else "PNG"
    data = file(Image.new("L", (9, 9), 255).convert(mode), kind, icc_profile=swapped())
    assert near(taken(tmp_path, data).getpixel((4, 4)), WHITE)


def test_cmyk_looks_as_printed(tmp_path: Path) -> None:
    image = taken(tmp_path, file(Image.new("CMYK", (9, 9), (0, 255, 255, 0)), "JPEG"))
    assert image.mode == "RGB"
    assert near(image.getpixel((4, 4)), (255, 0, 0))


def test_what_is_transparent_becomes_white_paper(tmp_path: Path) -> None:
    clear = file(Image.new("RGBA", (9, 9), (0, 0, 0, 0)), "PNG")
    palette = Image.new("P", (9, 9), 0)
    palette.putpalette([0, 0, 0] * 256)
    for data in (clear, file(palette, "PNG", transparency=0)):
        assert near(taken(tmp_path, data).getpixel((4, 4)), WHITE)


@pytest.mark.parametrize("mode", ["P", "L", "LA", "1", "RGBA"])
def test_every_mode_of_png_keeps_its_light(tmp_path: Path, mode: str) -> None:
    before = Image.new("L", (9, 9), 255).convert(mode)
    assert near(taken(tmp_path, file(before, "PNG")).getpixel((4, 4)), WHITE)


def test_sixteen_bits_of_grey_do_not_become_white(tmp_path: Path) -> None:
    data = file(Image.new("I;16", (9, 9), 0x8000), "PNG")
    assert near(taken(tmp_path, data).getpixel((4, 4)), (128, 128, 128))


def test_stripping_keeps_format_and_transparency() -> None:
    for kind in ("JPEG", "PNG", "WEBP"):
        assert Image.open(BytesIO(photos.strip(file(halves(), kind)))).format == kind
    palette = Image.new("P", (9, 9), 3)
    palette.putpalette([7, 8, 9] * 256)
    stripped = Image.open(BytesIO(photos.strip(file(palette, "PNG", transparency=3))))
    assert stripped.convert("RGBA").getpixel((4, 4))[3] == 0


def test_stripping_a_png_changes_no_pixel() -> None:
    noise = Image.effect_noise((60, 40), 90).convert("RGB")
    assert Image.open(BytesIO(photos.strip(file(noise, "PNG")))).tobytes() == noise.tobytes()


# Screenshots that prove a post


def proof(tmp_path: Path, data: bytes, name: str = "Screenshot_1.png") -> tuple[bytes, Image.Image]:
    (tmp_path / name).write_bytes(data)
    made = photos.proof(tmp_path / name)
    image = Image.open(BytesIO(made))
    image.load()
    return made, image


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_screenshot_is_kept_as_a_jpeg_with_nothing_but_pixels(tmp_path: Path, kind: str) -> None:
    made, image = proof(tmp_path, file(halves((1080, 2400)), kind, exif=phone_metadata()))
    assert (image.format, image.size) == ("JPEG", (720, 1600))
    assert not dict(image.getexif())
    assert b"SN-12345" not in made
    assert proof(tmp_path, file(halves((300, 200)), kind))[1].size == (300, 200)


def test_the_heaviest_screenshot_keeps_within_its_bytes(tmp_path: Path) -> None:
    noisy = Image.effect_noise((1600, 1600), 200)
    heavy = Image.merge("RGB", (noisy, noisy.rotate(90), noisy.rotate(180)))
    made, image = proof(tmp_path, file(heavy, "PNG"))
    assert len(made) <= photos.PROOF_BYTES
    assert 600 < max(image.size) < 1600


def test_a_screenshot_that_cannot_be_used_is_refused_like_a_photo(tmp_path: Path) -> None:
    bomb = tmp_path / "bom.png"
    bomb.write_bytes(bench.claimed(13000, 13000, 8, 2))
    film = tmp_path / "rekaman.mp4"
    film.write_bytes(bytes(4) + b"ftypisom" + bytes(40))
    for path, says in ((bomb, "megapiksel"), (film, "video"), (tmp_path / "x", "tidak ditemukan")):
        with pytest.raises(InputErrors, match=says):
            photos.proof(path)


# Whatever comes in

SOUND = [
    file(halves((40, 20)), kind, exif=phone_metadata(6)) for kind in ("JPEG", "PNG", "WEBP")
] + [file(halves((40, 20)), "MPO", save_all=True, append_images=[halves((9, 9))])]


@settings(deadline=None, derandomize=True, max_examples=300)
@given(
    st.sampled_from(SOUND),
    st.lists(st.tuples(st.integers(0, 10_000), st.integers(0, 255)), max_size=6),
    st.integers(0, 10_000),
)
def test_a_broken_file_is_a_problem_and_never_a_crash(
    sound: bytes, changes: list[tuple[int, int]], end: int
) -> None:
    broken = bytearray(sound)
    for place, byte in changes:
        broken[place % len(broken)] = byte
    try:
        clean = photos.strip(bytes(broken[: end or None]))
    except InputErrors:
        return
    assert not dict(Image.open(BytesIO(clean)).getexif())
