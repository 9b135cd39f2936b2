"""`terbit new`: a draft from a title and photos, or nothing at all."""

from __future__ import annotations

import re
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from PIL import Image

from terbit import articles, photos
from terbit.commands import new as making
from terbit.core.article import KINDS, QUESTIONS
from terbit.errors import InputErrors, TerbitError

TITLE = "Klinik Konsultasi Pengawasan Dibuka"
DAY = date(2026, 11, 17)


def draft(title: str = TITLE, kind: str = "berita", credit: str = "Dokumentasi") -> making.Draft:
    return making.Draft(title, kind, DAY, credit)


def photo(path: Path, **options: object) -> Path:
    Image.new("RGB", (40, 20), "red").save(path, "JPEG", **options)
    return path


def everything(root: Path) -> list[str]:
    return sorted(p.relative_to(root).as_posix() for p in root.rglob("*") if p.is_file())


# The address


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Evaluasi SPIP 2026", "evaluasi-spip-2026"),
        ("Rapat, “Tanya Jawab” & Diskusi!", "rapat-tanya-jawab-diskusi"),
        ("Café Résumé", "cafe-resume"),
        ("  --  Satu  --  ", "satu"),
        ("Anti/Korupsi\\..\\..", "anti-korupsi"),
        ("../../etc/passwd", "etc-passwd"),
        ("Hore 🎉 Hore", "hore-hore"),
        ("ＦＵＬＬ width", "full-width"),
        ("a" * 200, "a" * 80),
        ("kata " * 40, "-".join(["kata"] * 16)),
    ],
)
def test_the_address_is_made_of_the_words(title: str, slug: str) -> None:
    assert making.slug(title) == slug


@pytest.mark.parametrize("title", ["", "   ", "🎉🎉", "漢字", "!?"])
def test_a_title_needs_words(tmp_path: Path, title: str) -> None:
    with pytest.raises(TerbitError, match="judul belum berisi kata"):
        making.new(tmp_path, draft(title), [])
    assert not list(tmp_path.iterdir())


@settings(deadline=None, derandomize=True, max_examples=300)
@given(st.text() | st.text(st.sampled_from("abc ./\\-_é🎉"), max_size=200))
def test_every_address_is_one_that_articles_accept(title: str) -> None:
    try:
        slug = making.slug(title)
    except TerbitError:
        return
    assert articles.SLUG.fullmatch(slug)
    assert len(slug) <= making.MAX_SLUG


# The draft


def test_a_draft_asks_every_question(tmp_path: Path) -> None:
    folder = making.new(tmp_path, draft(), [photo(tmp_path / "IMG_1.jpg")])
    assert folder == tmp_path / "drafts/klinik-konsultasi-pengawasan-dibuka"
    article = articles.load(tmp_path, "drafts/klinik-konsultasi-pengawasan-dibuka")
    assert (article.title, article.kind, article.date) == (TITLE, "berita", DAY)
    assert article.five_w is not None
    assert article.five_w.items() == tuple((question, "") for question in QUESTIONS)
    (only,) = article.photos
    assert (only.file, only.alt, only.credit) == ("foto-1.jpg", "", "Dokumentasi")
    assert (only.children, only.documents) == (None, None)
    assert article.channels is None


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind(tmp_path: Path, kind: str) -> None:
    folder = making.new(tmp_path, draft(kind=kind), [])
    assert articles.load(tmp_path, f"drafts/{folder.name}").kind == kind


HOSTILE = (
    "Kata \"kutip\" dan 'kutip'",
    "jenis: video",
    "Satu\njenis: video\n---\nisi",
    "---",
    "Judul --- lain",
    "Awal: &jangkar *alias !tag",
    "[a, {b: c}] # bukan komentar",
    "{{ jinja }} {% x %}",
    "\\n \\x00 \\u2028 C:\\Users",
    "Halo \x00\x1b[31m dunia",
    "Baris\u2028lain\x85lagi",
    "Rapat 🎉 \U0001f468\u200d\U0001f469",
    "<script>alert(1)</script>",
    "%YAML 1.1",
    "yes",
    "12:30",
    "2026-11-10",
    "0536",
    "null a",
    "rusak \udcff",
    "kata " * 40,
)


@pytest.mark.parametrize("title", HOSTILE)
def test_a_hostile_title_is_a_title(tmp_path: Path, title: str) -> None:
    if not re.search("[A-Za-z0-9]", title):
        title += " x"
    folder = making.new(tmp_path, draft(title, credit=title.replace("\udcff", "")), [])
    article = articles.load(tmp_path, f"drafts/{folder.name}")
    assert article.title == making.one_line(title)
    assert article.kind == "berita"
    assert article.body == "\nTulis isi berita di sini.\n"


def test_the_words_of_a_title_can_be_read_in_the_file(tmp_path: Path) -> None:
    folder = making.new(tmp_path, draft("Hore 🎉 “é”"), [])
    assert 'judul: "Hore 🎉 “é”"\n' in (folder / "index.md").read_text("utf-8")


@settings(deadline=None, derandomize=True, max_examples=300)
@given(st.text(max_size=200), st.text(st.characters(categories=["L", "P", "S", "N"])))
@example("a\x0b\ufeffb", "\ufeff")
@example("x\ufffe\U0010ffff", "\U0010ffff")
def test_every_title_comes_back(title: str, credit: str) -> None:
    text = making.draft_text(draft(making.one_line(f"x {title}"), credit=credit), ["foto-1.jpg"])
    article = articles.parse("drafts/x", {"index.md": text.encode(), "foto-1.jpg": b""})
    assert article.title == making.one_line(f"x {title}")
    assert article.photos[0].credit == credit.strip()


def test_a_title_is_not_cut_but_refused_where_it_is_too_long(tmp_path: Path) -> None:
    making.new(tmp_path, draft("a" * 300), [])
    with pytest.raises(TerbitError, match="judul lebih dari 300 huruf"):
        making.new(tmp_path, draft("b" * 301), [])
    assert len(list((tmp_path / "drafts").iterdir())) == 1


# Photos


def test_photos_enter_clean_and_in_order(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x010F] = "Telepon Contoh"
    first = photo(tmp_path / "IMG 0001 (salin).jpg", exif=exif)
    second = tmp_path / "b.png"
    Image.new("RGBA", (30, 30), "blue").save(second)
    folder = making.new(tmp_path, draft(), [first, second])
    assert everything(folder) == ["foto-1.jpg", "foto-2.jpg", "index.md"]
    for name, size in (("foto-1.jpg", (40, 20)), ("foto-2.jpg", (30, 30))):
        image = Image.open(BytesIO((folder / name).read_bytes()))
        assert (image.format, image.size, dict(image.getexif())) == ("JPEG", size, {})
    assert b"Telepon" in first.read_bytes(), "the original is not touched"


# Nothing is left behind


def test_all_bad_photos_are_named_and_nothing_is_made(tmp_path: Path) -> None:
    good = photo(tmp_path / "a.jpg")
    bad = tmp_path / "b.jpg"
    bad.write_bytes(b"bukan foto")
    with pytest.raises(InputErrors) as caught:
        making.new(tmp_path, draft(), [good, bad, tmp_path / "c.jpg"])
    assert [row.path for row in caught.value.problems] == ["b.jpg", "c.jpg"]
    assert everything(tmp_path) == ["a.jpg", "b.jpg"]
    assert not (tmp_path / "drafts").exists()


def test_a_failure_while_writing_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError("disk full")

    picture = photo(tmp_path / "a.jpg")
    monkeypatch.setattr(Path, "write_text", full)
    with pytest.raises(OSError, match="disk full"):
        making.new(tmp_path, draft(), [picture])
    assert everything(tmp_path) == ["a.jpg"]
    assert not list((tmp_path / "drafts").iterdir())


def test_an_unknown_kind_makes_nothing(tmp_path: Path) -> None:
    with pytest.raises(TerbitError, match="jenis “esai” tidak dikenal — pilih: berita"):
        making.new(tmp_path, draft(kind="esai"), [])
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("place", ["drafts", "content/berita/2026/10"])
def test_a_title_that_exists_is_refused_and_untouched(tmp_path: Path, place: str) -> None:
    there = tmp_path / place / "klinik-konsultasi-pengawasan-dibuka"
    there.mkdir(parents=True)
    (there / "index.md").write_text("milik orang lain")
    with pytest.raises(TerbitError, match="naskah “klinik-konsultasi-pengawasan-dibuka” sudah ada"):
        making.new(tmp_path, draft(), [])
    assert everything(tmp_path) == [f"{place}/{there.name}/index.md"]
    assert (there / "index.md").read_text() == "milik orang lain"


def test_what_a_crash_left_is_swept_away(tmp_path: Path) -> None:
    (tmp_path / "drafts/.klinik-konsultasi-pengawasan-dibuka.baru").mkdir(parents=True)
    folder = making.new(tmp_path, draft(), [])
    assert [p.name for p in (tmp_path / "drafts").iterdir()] == [folder.name]


def test_photos_are_read_before_anything_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[bool] = []

    def take_in(path: Path) -> bytes:
        seen.append((tmp_path / "drafts").exists())
        return b"x"

    monkeypatch.setattr(photos, "take_in", take_in)
    making.new(tmp_path, draft(), [tmp_path / "a.jpg"])
    assert seen == [False]
