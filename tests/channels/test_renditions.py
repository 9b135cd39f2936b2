"""What was made before is not made again, and goes when no kit holds it."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from terbit.channels import CHANNELS, kit, pictures, renditions
from terbit.channels.renditions import Store
from terbit.core.article import Article
from terbit.core.colour import Palette
from terbit.core.post import Post
from terbit.drawing.look import Look

from .desk import LINK, office, with_files


def posts(article: Article, *ids: str) -> list[Post]:
    return [CHANNELS[id].compose(article, office(), LINK) for id in ids]


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[tuple[int, int]]:
    """The sizes that were really drawn, one after another."""
    sizes: list[tuple[int, int]] = []
    drawn = pictures._encoded

    def encoded(image, one):  # type: ignore[no-untyped-def]
        sizes.append(one.size)
        return drawn(image, one)

    monkeypatch.setattr(pictures, "_encoded", encoded)
    return sizes


Write = Callable[..., dict[str, bytes]]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Write a kit and say what is in it."""

    def written(article: Article, *ids: str, name: str = "k") -> dict[str, bytes]:
        store = Store(tmp_path / "gambar")
        options = {"deadline_text": "", "out": tmp_path / name, "store": store}
        kit.write_kit(article, posts(article, *ids), office(), LINK, **options)  # type: ignore[arg-type]
        store.prune()
        return {file.name: file.read_bytes() for file in (tmp_path / name).iterdir()}

    return written


def test_a_new_text_makes_no_new_pictures(write: Write, made: list[tuple[int, int]]) -> None:
    before = write(with_files(), "x", "instagram", "threads")
    assert sorted(made) == sorted([(1600, 900)] * 3 + [(1080, 1350)] * 3)
    made.clear()
    after = write(with_files(summary="Ringkasan yang diralat."), "x", "instagram", "threads")
    assert made == []
    assert before["index.html"] != after["index.html"]
    assert {n: d for n, d in before.items() if n.endswith("jpg")} == {
        n: d for n, d in after.items() if n.endswith("jpg")
    }


def test_kits_are_the_same_with_and_without_what_was_kept(write: Write, tmp_path: Path) -> None:
    kept = [write(with_files(), "x", "instagram_story", name=name) for name in ("a", "b")]
    kit.write_kit(
        with_files(),
        posts(with_files(), "x", "instagram_story"),
        office(),
        LINK,
        deadline_text="",
        out=tmp_path / "c",
    )
    assert kept[0] == kept[1] == {f.name: f.read_bytes() for f in (tmp_path / "c").iterdir()}


def test_a_kit_links_to_what_is_kept(write: Write, tmp_path: Path) -> None:
    write(with_files(), "x")
    write(with_files(), "x", name="lagi")
    for file in (tmp_path / "lagi").glob("*.jpg"):
        assert file.samefile(tmp_path / "k" / file.name)
        assert file.stat().st_nlink == 3


def test_only_the_card_is_made_anew_for_a_new_title(
    write: Write, made: list[tuple[int, int]]
) -> None:
    write(with_files(), "instagram")
    made.clear()
    write(with_files(title="Judul lain"), "instagram")
    assert made == [(1080, 1350)]


def test_what_no_kit_holds_is_thrown_away(write: Write, tmp_path: Path) -> None:
    write(with_files(), "x", "facebook")
    write(with_files(), "x")
    kept = {file.stat().st_ino for file in (tmp_path / "gambar").glob("*.jpg")}
    assert kept == {file.stat().st_ino for file in (tmp_path / "k").glob("*.jpg")}
    assert len(list((tmp_path / "gambar" / "kunci").iterdir())) == 3


@pytest.mark.parametrize("damage", [b"", b"bukan gambar itu"])
def test_what_somebody_changed_is_made_again(
    write: Write, made: list[tuple[int, int]], tmp_path: Path, damage: bytes
) -> None:
    first = write(with_files(), "x")
    made.clear()
    next((tmp_path / "gambar").glob("*.jpg")).write_bytes(damage)
    assert write(with_files(), "x") == first
    assert len(made) == 1


def test_a_disk_without_links_gets_files(
    write: Write, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    whole = write(with_files(), "x", name="a")

    def refused(*_: object) -> None:
        raise OSError("tidak didukung")

    monkeypatch.setattr(renditions.os, "link", refused)
    assert write(with_files(), "x", name="b") == whole


def test_the_key_names_all_that_a_rendition_is_made_of(monkeypatch: pytest.MonkeyPatch) -> None:
    (picture,) = posts(with_files(), "instagram_story")[0].pictures
    card = kit.card_text(with_files(), office())
    look = Look()

    keys = {
        key_of(picture, card, "a", look),
        key_of(replace(picture, width=1081), card, "a", look),
        key_of(replace(picture, height=1081), card, "a", look),
        key_of(replace(picture, overlay=False), card, "a", look),
        key_of(replace(picture, focus=(0.1, 0.1)), card, "a", look),
        key_of(replace(picture, max_bytes=9), card, "a", look),
        key_of(picture, replace(card, title="Lain"), "a", look),
        key_of(picture, replace(card, date_text="Lain"), "a", look),
        key_of(picture, replace(card, office_name="Lain"), "a", look),
        key_of(picture, replace(card, category="Lain"), "a", look),
        key_of(picture, card, "b", look),
        key_of(picture, card, "a", Look(Palette("#7a1f2b"))),
        key_of(replace(picture, overlay=False), card, "a", look, whole=True),
    }
    assert len(keys) == 13
    # the name and what is said of a picture change nothing of it
    assert key_of(replace(picture, name="x", alt="y"), card, "a", look) in keys
    monkeypatch.setattr(pictures, "recipe", lambda: "baru")
    assert key_of(picture, card, "a", look) not in keys


def key_of(picture, card, source, look, *, whole=False) -> str:  # type: ignore[no-untyped-def]
    return pictures._wanted(picture, card, whole=whole).key(source, look)


def test_all_code_that_draws_is_in_the_recipe() -> None:
    drawing = {"channels/pictures.py", "drawing", "imaging.py", "core/colour.py", "theme/fonts"}
    assert drawing <= set(renditions.MADE_BY)
    assert all((renditions.PACKAGE / place).exists() for place in renditions.MADE_BY)
