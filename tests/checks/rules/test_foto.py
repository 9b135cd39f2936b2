"""FOTO-01, FOTO-02 and FOTO-04 on photos of every kind."""

from __future__ import annotations

import struct
import zlib
from datetime import date

import pytest
from PIL import ExifTags, Image

from terbit import photos
from terbit.articles import page_as_article
from terbit.checks import run
from tests.checks import albums
from tests.checks.albums import picture
from tests.checks.offices import CONTEXT, FILES, build, jpeg, with_gps
from tests.checks.reading.test_pictures import huge_png, image


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
        ("kosong.jpg", b"", "tidak ada isinya"),
        ("teks.jpg", b"halo", "bukan foto"),
        ("gif.jpg", image("GIF"), "sebenarnya gambar GIF, bukan foto"),
        ("vektor.svg", b"<svg/>", "sebenarnya gambar SVG, bukan foto"),
        ("tif.jpg", image("TIFF"), "gambar TIFF"),
        ("iphone.heic", picture("iphone.heic"), "berformat HEIC"),
        ("bergerak.webp", picture("bergerak.webp"), "gambar bergerak"),
        ("bergerak.png", picture("bergerak.png"), "gambar bergerak"),
        ("rusak.jpg", jpeg(size=(200, 200))[:400], "rusak"),
        ("rusak.png", image("PNG")[:-20], "rusak"),
        ("besar.png", huge_png(7000), "PNG lebih dari 18 megapiksel"),
        ("bom.png", huge_png(20000), "PNG lebih dari 18 megapiksel"),
        ("nama.png", jpeg(), "tidak sesuai akhiran"),
    ],
)
def test_photos_that_cannot_be_shown(name, data, says):
    assert says in one("FOTO-01", name, data).message


def test_the_right_name_is_said():
    assert one("FOTO-01", "FOTO-1.jpg", None).fix == "tulis “foto-1.jpg”"
    assert one("FOTO-01", "foto-2.jpg", None).fix == "maksudnya “foto-1.jpg”?"
    assert "“nama.jpg”" in one("FOTO-01", "nama.png", jpeg()).fix


@pytest.mark.parametrize(
    "body",
    ["![Rapat](tiada.jpg)", "<img src=tiada.jpg alt=Rapat>", "![Rapat][r]\n\n[r]: tiada.jpg"],
)
def test_pictures_of_the_body_count(findings, body):
    assert len(findings("FOTO-01", body)) == 1


def test_a_picture_of_the_body_that_is_there(findings):
    assert findings("FOTO-01", "![Rapat](./foto-1.jpg)") == ()


def test_a_photo_of_an_iphone_that_nobody_names_must_go_too(findings):
    (finding,) = findings("FOTO-01", files={**FILES, "lain.jpg": picture("iphone.heic")})
    assert finding.path.endswith("/lain.jpg")
    assert "lokasi" in finding.message


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


@pytest.mark.parametrize("name", ["gps.txt", "gps", "gps.dat"])
def test_the_name_hides_no_place(findings, name):
    assert len(findings("FOTO-04", files={**FILES, name: with_gps()})) == 1


def exif(tag, value) -> bytes:
    made = Image.Exif()
    made[tag] = value
    return made.tobytes()


XMP = b'<x:xmpmeta><rdf:Description exif:GPSLatitude="2,12.5S"/></x:xmpmeta>'
SERIAL = exif(ExifTags.Base.BodySerialNumber, "12345")


def iptc(record: int, words: bytes) -> bytes:
    """A JPEG whose Photoshop block holds one record of IPTC."""
    row = b"\x1c\x02" + bytes([record]) + struct.pack(">H", len(words)) + words
    block = b"8BIM\x04\x04\x00\x00" + struct.pack(">I", len(row)) + row + b"\0" * (len(row) % 2)
    body = b"Photoshop 3.0\0" + block
    data = jpeg()
    return data[:2] + b"\xff\xed" + struct.pack(">H", len(body) + 2) + body + data[2:]


def png_with(kind: bytes, body: bytes) -> bytes:
    data, chunk = image("PNG"), kind + body
    whole = struct.pack(">I", len(body)) + chunk + struct.pack(">I", zlib.crc32(chunk))
    return data[:33] + whole + data[33:]


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("a.jpg", iptc(90, b"Palangka Raya"), "lokasi dalam IPTC"),
        ("a.jpg", albums.written(Image.new("RGB", (9, 9)), "JPEG", xmp=XMP), "lokasi dalam XMP"),
        ("a.webp", albums.written(Image.new("RGB", (9, 9)), "WEBP", xmp=XMP), "lokasi dalam XMP"),
        ("a.webp", albums.written(Image.new("RGB", (9, 9)), "WEBP", exif=SERIAL), "nomor seri"),
        ("a.png", png_with(b"eXIf", SERIAL.removeprefix(b"Exif\0\0")), "nomor seri kamera"),
        ("a.png", png_with(b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + XMP), "lokasi dalam XMP"),
        (
            "a.png",
            png_with(b"iTXt", b"XML:com.adobe.xmp\0\1\0\0\0" + zlib.compress(XMP)),
            "lokasi dalam XMP",
        ),
    ],
)
def test_private_metadata_is_found_wherever_a_format_keeps_it(name, data, says):
    assert says in one("FOTO-04", name, data).message
    cleaned = photos.strip(data)
    assert one("FOTO-04", name, cleaned) is None


def test_a_caption_of_an_editor_tells_no_place():
    assert one("FOTO-04", "a.jpg", iptc(120, b"Rapat pembukaan")) is None


PAGE = """---
judul: Cara kerja
---
![Keterangan di bawah sebuah berita]({})
"""


def of_a_page(source):
    raw = PAGE.format(source).encode()
    made = page_as_article("content/tentang/cara-kerja.md", raw, date(2026, 11, 20))
    return [f for f in run(made, CONTEXT) if f.rule == "FOTO-01"]


def test_a_page_may_show_the_products_own_screens_and_nothing_else():
    assert of_a_page("/layar/pengesahan.webp") == []
    for source in ("/layar/tidak-ada.webp", "foto-1.jpg", "https://contoh.id/a.jpg"):
        (found,) = of_a_page(source)
        assert found.blocks
        assert "halaman biasa hanya memuat gambar layar" in found.fix


def test_an_article_may_not_show_a_screen():
    made = build("![Keterangan di bawah sebuah berita](/layar/pengesahan.webp)")
    assert [f.rule for f in run(made, CONTEXT) if f.rule == "FOTO-01"] == ["FOTO-01"]
