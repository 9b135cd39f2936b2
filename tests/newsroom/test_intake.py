"""A draft folder from answers: whole or not at all."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from terbit import articles, photos
from terbit.errors import InputErrors, TerbitError
from terbit.newsroom import intake
from terbit.newsroom.answers import Answers, Picture

SLUG = "klinik-konsultasi-pengawasan-dibuka"
TOLD = Answers("Klinik Konsultasi Pengawasan Dibuka", "berita", date(2026, 11, 17))


def place(root: Path, *pictures: Path, told: Answers = TOLD) -> Path:
    return intake.place(root, replace(told, pictures=tuple(map(Picture, pictures))), "Kantor")


def photo(path: Path, **options: object) -> Path:
    Image.new("RGB", (40, 20), "red").save(path, "JPEG", **options)
    return path


def everything(root: Path) -> list[str]:
    return sorted(p.relative_to(root).as_posix() for p in root.rglob("*") if p.is_file())


def test_a_draft_can_be_read_at_once(tmp_path: Path) -> None:
    folder = place(tmp_path, photo(tmp_path / "IMG_1.jpg"))
    assert folder == tmp_path / "drafts" / SLUG
    article = articles.load(tmp_path, f"drafts/{SLUG}")
    assert (article.title, article.photos[0].credit) == (TOLD.title, "Kantor")


def test_a_photo_keeps_its_number_where_one_before_it_is_missing() -> None:
    told = replace(TOLD, pictures=tuple(Picture(Path("x"), alt=f"Foto {n}") for n in (1, 2, 3)))
    text = intake.written(told, ("foto-1.jpg", "foto-3.jpg"), "Kantor")
    files = {"index.md": text, "foto-1.jpg": b"", "foto-3.jpg": b""}
    rows = articles.parse("drafts/x", files).photos
    assert [(row.file, row.alt) for row in rows] == [
        ("foto-1.jpg", "Foto 1"),
        ("foto-3.jpg", "Foto 3"),
    ]


def test_photos_enter_clean_and_in_order(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x010F] = "Telepon Contoh"
    first = photo(tmp_path / "IMG 0001 (salin).jpg", exif=exif)
    second = tmp_path / "b.png"
    Image.new("RGBA", (30, 30), "blue").save(second)
    folder = place(tmp_path, first, second)
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
        place(tmp_path, good, bad, tmp_path / "c.jpg")
    assert [row.path for row in caught.value.problems] == ["b.jpg", "c.jpg"]
    assert everything(tmp_path) == ["a.jpg", "b.jpg"]
    assert not (tmp_path / "drafts").exists()


def test_a_failure_while_writing_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError("disk full")

    picture = photo(tmp_path / "a.jpg")
    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(OSError, match="disk full"):
        place(tmp_path, picture)
    assert everything(tmp_path) == ["a.jpg"]
    assert not list((tmp_path / "drafts").iterdir())


@pytest.mark.parametrize("changes", [{"title": "🎉"}, {"title": "b" * 301}, {"kind": "esai"}])
def test_what_is_no_article_makes_nothing(tmp_path: Path, changes: dict[str, str]) -> None:
    with pytest.raises(TerbitError):
        place(tmp_path, told=replace(TOLD, **changes))  # type: ignore[arg-type]
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("where", ["drafts", "content/berita/2026/10"])
def test_a_title_that_exists_is_refused_and_untouched(tmp_path: Path, where: str) -> None:
    there = tmp_path / where / SLUG
    there.mkdir(parents=True)
    (there / "index.md").write_text("milik orang lain")
    with pytest.raises(TerbitError, match=f"naskah “{SLUG}” sudah ada"):
        place(tmp_path)
    assert everything(tmp_path) == [f"{where}/{SLUG}/index.md"]
    assert (there / "index.md").read_text() == "milik orang lain"


def test_what_a_crash_left_is_swept_away(tmp_path: Path) -> None:
    (tmp_path / f"drafts/.{SLUG}.baru").mkdir(parents=True)
    folder = place(tmp_path)
    assert [p.name for p in (tmp_path / "drafts").iterdir()] == [folder.name]


def test_photos_are_read_before_anything_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[bool] = []

    def take_in(path: Path) -> bytes:
        seen.append((tmp_path / "drafts").exists())
        return b"x"

    monkeypatch.setattr(photos, "take_in", take_in)
    place(tmp_path, tmp_path / "a.jpg")
    assert seen == [False]
