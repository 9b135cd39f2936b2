"""What is read from a photo: its kind and size, whether it is sharp, and what it gives away."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import ExifTags, Image, ImageDraw, ImageFilter

from terbit.checks.reading import pictures
from terbit.checks.reading.pictures import Look, look, private_metadata, seen
from terbit.imaging import PictureError
from tests.checks import albums
from tests.checks.offices import build, jpeg, with_gps


def image(kind: str, **options) -> bytes:
    return albums.written(Image.new("RGB", (20, 20)), kind, **options)


def huge_png(side: int) -> bytes:
    """A small file whose header claims side x side pixels."""
    head = b"IHDR" + struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    plain = image("PNG")
    return plain[:12] + head + struct.pack(">I", zlib.crc32(head)) + plain[33:]


# What it is


@pytest.mark.parametrize(
    ("name", "kind", "size"),
    [
        ("foto-2.jpg", "JPEG", (1600, 1200)),
        ("foto-berdiri.jpg", "JPEG", (900, 1600)),
        ("diagram.png", "PNG", (1600, 1200)),
        ("peta.webp", "WEBP", (1600, 1200)),
        ("sebenarnya-png.jpg", "PNG", (1600, 1200)),
    ],
)
def test_kind_and_size_are_those_of_the_file(name, kind, size):
    found = look(albums.picture(name))
    assert (found.format, found.width, found.height) == (kind, *size)
    assert found.longest == max(size)


def test_a_phones_two_pictures_are_one_jpeg():
    data = albums.written(
        Image.new("RGB", (9, 9)), "MPO", save_all=True, append_images=[Image.new("RGB", (9, 9))]
    )
    assert look(data).format == "JPEG"
    assert private_metadata(data) == ("gambar kecil tersemat",)


@pytest.mark.parametrize(("orientation", "turned"), [(0, False), (1, False), (3, True), (6, True)])
def test_only_what_is_not_upright_is_turned(orientation, turned):
    assert look(albums.with_exif(ExifTags.Base.Orientation, orientation)).turned is turned


@pytest.mark.parametrize("mode", ["L", "1", "P", "RGBA", "LA", "I;16"])
def test_every_mode_can_be_looked_at(mode):
    plain = Image.new("L", (600, 600), 90).convert("I" if mode == "I;16" else mode)
    made = Image.new("I;16", (600, 600), 9000) if mode == "I;16" else plain
    assert look(albums.written(made, "PNG")).width == 600


def test_the_same_bytes_are_read_once(monkeypatch):
    article = build(files={"a.jpg": albums.picture("foto-2.jpg")})
    first = seen(article, "a.jpg")
    assert isinstance(first, Look)
    monkeypatch.setattr(pictures, "look", lambda _: pytest.fail("was read again"))
    other = build(files={"b.jpg": bytes(bytearray(albums.picture("foto-2.jpg")))})
    assert seen(other, "b.jpg") == first
    assert seen(other, "tiada.jpg") is None


def test_what_is_remembered_does_not_grow_for_ever(monkeypatch):
    monkeypatch.setattr(pictures, "_known", {})
    monkeypatch.setattr(pictures, "_MOST_KNOWN", 2)
    for size in range(1, 6):
        seen(build(files={"a.jpg": jpeg(size=(size, size))}), "a.jpg")
    assert len(pictures._known) <= 2


# Whether it is sharp


def paper() -> Image.Image:
    """A page of lines of text."""
    page = Image.new("RGB", (1600, 1200), "white")
    pen = ImageDraw.Draw(page)
    for line in range(20):
        pen.text(
            (90, 50 + 56 * line), "Laporan hasil penilaian tahun 2026 " * 4, "black", font_size=28
        )
    return page


def portrait() -> Image.Image:
    """Somebody sharp before a background out of focus, as portrait lenses draw it."""
    far = albums.scene().filter(ImageFilter.GaussianBlur(30))
    far.paste(albums.scene().crop((600, 400, 900, 800)), (600, 400))
    return far


@pytest.mark.parametrize(
    "picture",
    [
        albums.scene(),
        albums.diagram(),
        albums.gradient(),
        Image.new("RGB", (1600, 1200), "teal"),
        Image.radial_gradient("L").resize((1600, 1200)).convert("RGB"),
        paper(),
        portrait(),
        Image.effect_noise((1600, 1200), 50).convert("RGB"),
        albums.scene().filter(ImageFilter.GaussianBlur(2)),
    ],
)
def test_what_has_edges_or_no_shapes_is_not_blurred(picture):
    for kind in ("JPEG", "PNG"):
        assert not look(albums.written(picture, kind)).blurred


@pytest.mark.parametrize(
    ("picture", "radius"),
    [(albums.scene(), 12), (albums.diagram(), 12), (albums.diagram(), 40), (portrait(), 12)],
)
def test_what_has_shapes_and_no_edge_is_blurred(picture, radius):
    blurred = picture.filter(ImageFilter.GaussianBlur(radius))
    assert look(albums.written(blurred, "JPEG")).blurred


def test_tiny_pictures_are_not_judged():
    assert not look(jpeg(size=(64, 48))).blurred


# What it gives away


def with_tags(**changes) -> bytes:
    exif = Image.Exif()
    for tag, value in changes.items():
        exif[ExifTags.Base[tag]] = value
    return jpeg(exif)


def with_camera(tag: ExifTags.Base, value: object) -> bytes:
    exif = Image.Exif()
    exif[ExifTags.IFD.Exif] = {tag: value}
    return jpeg(exif)


def with_thumbnail() -> bytes:
    """EXIF whose second directory holds a JPEG thumbnail, as cameras write it."""
    thumb = jpeg(size=(8, 8))
    ifd0 = struct.pack("<H", 0) + struct.pack("<I", 14)
    at = 14 + 2 + 3 * 12 + 4
    rows = ((0x0103, 3, 1, 6), (0x0201, 4, 1, at), (0x0202, 4, 1, len(thumb)))
    ifd1 = struct.pack("<H", 3) + b"".join(struct.pack("<HHII", *row) for row in rows)
    block = b"Exif\0\0II*\0" + struct.pack("<I", 8) + ifd0 + ifd1 + struct.pack("<I", 0) + thumb
    out = BytesIO()
    Image.new("RGB", (16, 16)).save(out, "JPEG", exif=block)
    return out.getvalue()


XMP = b'<x:xmpmeta><rdf:Description exif:GPSLatitude="2,12.5S"/></x:xmpmeta>'


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (with_gps(), "lokasi GPS"),
        (with_camera(ExifTags.Base.BodySerialNumber, "A1"), "nomor seri kamera"),
        (with_camera(ExifTags.Base.LensSerialNumber, "L1"), "nomor seri lensa"),
        (with_camera(ExifTags.Base.CameraOwnerName, "Budi"), "nama pemilik"),
        (with_camera(ExifTags.Base.MakerNote, b"abc"), "catatan pabrik"),
        (with_thumbnail(), "gambar kecil"),
        (image("JPEG", xmp=XMP), "XMP"),
        (image("WEBP", xmp=XMP), "XMP"),
    ],
)
def test_what_tells_where_and_who(data, says):
    assert any(says in label for label in private_metadata(data))


def test_a_png_and_a_webp_can_tell_too():
    exif = Image.Exif()
    exif[ExifTags.IFD.GPSInfo] = {ExifTags.GPS.GPSLatitude: (2.0, 1.0, 0.0)}
    for kind in ("PNG", "WEBP"):
        assert private_metadata(image(kind, exif=exif)) == ("lokasi GPS",)


@pytest.mark.parametrize(
    "data", [jpeg(), with_tags(Orientation=6), with_tags(Make="Contoh"), image("PNG")]
)
def test_harmless_metadata_passes(data):
    assert private_metadata(data) == ()


# Whatever comes


@settings(deadline=None, max_examples=80)
@given(
    st.binary(max_size=200),
    st.sampled_from([b"", b"\xff\xd8\xff\xe0", b"\x89PNG\r\n\x1a\n", b"RIFF\x10\0\0\0WEBP"]),
)
def test_any_bytes_are_judged(data, start):
    for function in (look, private_metadata):
        try:
            function(start + data)
        except PictureError:
            continue
