"""FOTO-01, FOTO-02 and FOTO-04 on photos of every kind."""

from __future__ import annotations

import pytest

from terbit.checks import run
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
