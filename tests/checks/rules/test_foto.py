"""FOTO-01, FOTO-02 and FOTO-04, and the careful opening of photos beneath them."""

from __future__ import annotations

import struct
import warnings
import zlib
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import ExifTags, Image

from terbit.checks import run
from terbit.checks.reading import pictures
from terbit.checks.reading.pictures import PictureError, header, private_metadata
from tests.checks.offices import CONTEXT, FILES, build, jpeg, with_gps


def image(kind: str, **options) -> bytes:
    out = BytesIO()
    Image.new("RGB", (20, 20)).save(out, kind, **options)
    return out.getvalue()


def huge_png(side: int) -> bytes:
    """A small file whose header claims side x side pixels."""
    head = b"IHDR" + struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    plain = image("PNG")
    return plain[:12] + head + struct.pack(">I", zlib.crc32(head)) + plain[33:]


def one(rule: str, name: str, data: bytes | None, **row):
    files = dict(FILES) if data is None else {**FILES, name: data}
    made = build(files=files, foto=[{"berkas": name, "alt": "Peserta rapat", **row}])
    found = [f for f in run(made, CONTEXT) if f.rule == rule]
    return found[0] if found else None


@pytest.mark.parametrize(
    ("name", "data"),
    [("a.jpg", jpeg()), ("a.JPEG", jpeg()), ("b.png", image("PNG")), ("c.webp", image("WEBP"))],
)
def test_good_photos_pass(name, data):
    assert one("FOTO-01", name, data) is None


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("tiada.jpg", None, "tidak ada di folder"),
        ("FOTO-1.jpg", None, "huruf besar dan kecil"),
        ("../foto-1.jpg", None, "tidak berada di folder"),
        ("sub\\foto-1.jpg", None, "tidak berada di folder"),
        ("https://contoh.id/a.jpg", None, "situs lain"),
        ("data:image/png;base64,AA", None, "disematkan"),
        ("", None, "kosong"),
        ("kosong.jpg", b"", "bukan foto"),
        ("teks.jpg", b"halo", "bukan foto"),
        ("gif.jpg", image("GIF"), "bukan foto"),
        ("vektor.svg", b"<svg/>", "bukan foto"),
        ("rusak.jpg", jpeg(size=(200, 200))[:400], "rusak"),
        ("rusak.png", image("PNG")[:-20], "rusak"),
        ("besar.png", huge_png(7000), "40 megapiksel"),
        ("bom.png", huge_png(20000), "40 megapiksel"),
        ("nama.png", jpeg(), "tidak sesuai akhiran"),
    ],
)
def test_photos_that_cannot_be_shown(name, data, says):
    assert says in one("FOTO-01", name, data).message


def test_the_right_name_is_said():
    assert one("FOTO-01", "FOTO-1.jpg", None).fix == "tulis “foto-1.jpg”"
    assert one("FOTO-01", "foto-2.jpg", None).fix == "maksudnya “foto-1.jpg”?"
    assert "“nama.jpg”" in one("FOTO-01", "nama.png", jpeg()).fix


def test_too_many_bytes(monkeypatch):
    monkeypatch.setattr(pictures, "MAX_BYTES", 100)
    with pytest.raises(PictureError, match="MB"):
        header(jpeg(size=(200, 200)))


def test_our_limit_speaks_before_pillows_warning():
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        with pytest.raises(PictureError, match="megapiksel"):
            header(huge_png(10_000))


def test_nothing_too_big_is_decoded(monkeypatch):
    data = huge_png(7000)
    monkeypatch.setattr(Image.Image, "load", lambda _: pytest.fail("decoded"))
    with pytest.raises(PictureError, match="megapiksel"):
        header(data)


@pytest.mark.parametrize(
    "body",
    ["![Rapat](tiada.jpg)", "<img src=tiada.jpg alt=Rapat>", "![Rapat][r]\n\n[r]: tiada.jpg"],
)
def test_pictures_of_the_body_count(findings, body):
    assert len(findings("FOTO-01", body)) == 1


def test_a_picture_of_the_body_that_is_there(findings):
    assert findings("FOTO-01", "![Rapat](./foto-1.jpg)") == ()


@settings(deadline=None, max_examples=80)
@given(
    st.binary(max_size=200),
    st.sampled_from([b"", b"\xff\xd8\xff\xe0", b"\x89PNG\r\n\x1a\n", b"RIFF\x10\0\0\0WEBP"]),
)
def test_any_bytes_are_judged(data, start):
    for function in (header, private_metadata):
        try:
            function(start + data)
        except PictureError:
            continue


# FOTO-02 -------------------------------------------------------------------------------


@pytest.mark.parametrize("alt", ["", "  ", "\u200b", "\u00a0"])
def test_an_empty_alt_is_refused(alt):
    assert one("FOTO-02", "foto-1.jpg", None, alt=alt).line > 1


@pytest.mark.parametrize(
    "body",
    ["![](foto-1.jpg)", "![ ](foto-1.jpg)", "<img src=foto-1.jpg>", "<img src=foto-1.jpg alt>"],
)
def test_pictures_of_the_body_need_words(findings, body):
    assert len(findings("FOTO-02", body)) == 1


@pytest.mark.parametrize(
    "body", ["![Rapat](foto-1.jpg)", '<img src=foto-1.jpg alt="Rapat">', "`![](x)`"]
)
def test_pictures_with_words_pass(findings, body):
    assert findings("FOTO-02", body) == ()


# FOTO-04 -------------------------------------------------------------------------------


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


def test_a_named_photo_is_reported_at_its_row():
    finding = one("FOTO-04", "gps.jpg", with_gps())
    assert finding.path.endswith("index.md")
    assert finding.line > 1
    assert "terbit submit" in finding.fix


def test_a_photo_that_nobody_names_is_reported_by_its_path(findings):
    (finding,) = findings("FOTO-04", files={**FILES, "lain.jpg": with_gps()})
    assert finding.path.endswith("/lain.jpg")


def test_what_cannot_be_opened_is_left_to_foto_01():
    assert one("FOTO-04", "teks.jpg", b"halo") is None
