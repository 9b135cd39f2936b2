"""What was made before is believed only where it is whole, and kept only while it is used."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from terbit import parallel
from terbit.site import build, encoding, gallery, pictures, prepare
from terbit.site.assets import PICTURES
from terbit.site.pictures import LEAD_SIZES, Picture
from tests.site.conftest import photo
from tests.site.test_incremental import Story, files

PHOTO = photo(700, 350)


@pytest.fixture
def made(tmp_path: Path) -> Picture:
    return pictures.make("a.jpg", PHOTO, tmp_path / "gambar", LEAD_SIZES)


@pytest.fixture
def folder(made: Picture, tmp_path: Path) -> Path:
    """Where that picture is kept."""
    (found,) = (tmp_path / "gambar").iterdir()
    return found


def change(folder: Path, edit: Callable[[Any], None]) -> None:
    """Another list of the picture."""
    row = json.loads((folder / gallery.LIST).read_text("utf-8"))
    edit(row)
    (folder / gallery.LIST).write_text(json.dumps(row), "utf-8")


def swap(folder: Path, name: str, make: Callable[[Path], object]) -> None:
    """Something else in place of a file."""
    (folder / name).unlink()
    make(folder / name)


def outside(folder: Path, name: str) -> None:
    """The same file, but elsewhere, and a link to it."""
    (folder / name).rename(folder.parent.with_name(name))
    (folder / name).symlink_to(folder.parent.with_name(name))


def linked(folder: Path) -> None:
    """The folder itself is a link to another."""
    folder.rename(folder.with_name("lain"))
    folder.symlink_to(folder.with_name("lain"))


def of_others(row: Any) -> None:
    row["variants"][0]["source"] = f"{'0' * 64}/480.webp"


def upwards(row: Any) -> None:
    row["variants"][0]["source"] = f"../{row['variants'][0]['source']}"


SPOILED: dict[str, Callable[[Path], object]] = {
    "a file is missing": lambda f: (f / "480.webp").unlink(),
    "a file is cut off": lambda f: os.truncate(f / "480.webp", 100),
    "a file is longer": lambda f: (f / "480.webp").open("ab").write(b"x"),
    "other bytes of that length": lambda f: (f / "480.webp").write_bytes(
        b"<svg" + bytes((f / "480.webp").stat().st_size - 4)
    ),
    "one file too many": lambda f: (f / "960.webp").write_bytes(b"RIFF....WEBP"),
    "a program beside it": lambda f: (f / "index.html").write_text("<script>"),
    "a link in place of a file": lambda f: outside(f, "480.webp"),
    "a folder in place of a file": lambda f: swap(f, "480.webp", Path.mkdir),
    "a pipe in place of a file": lambda f: swap(f, "480.webp", os.mkfifo),
    "a link in place of the list": lambda f: outside(f, gallery.LIST),
    "a link in place of the folder": linked,
    "no list": lambda f: (f / gallery.LIST).unlink(),
    "half a list": lambda f: os.truncate(f / gallery.LIST, 20),
    "an endless list": lambda f: (f / gallery.LIST).write_text(" " * 10_000 + "{}"),
    "a list of lists": lambda f: (f / gallery.LIST).write_text("[" * 4000),
    "no pictures": lambda f: change(f, lambda row: row.update(variants=[])),
    "no width": lambda f: change(f, lambda row: row.pop("width")),
    "another width": lambda f: change(f, lambda row: row.update(width=7000)),
    "a word for a width": lambda f: change(
        f, lambda row: row["variants"][0].update(width="480 onerror=alert(1)")
    ),
    "a height below zero": lambda f: change(f, lambda row: row["variants"][0].update(height=-1)),
    "a truth for a number": lambda f: change(f, lambda row: row["variants"][0].update(height=True)),
    "another field": lambda f: change(f, lambda row: row["variants"][0].update(onload="x")),
    "a name that is none": lambda f: change(f, lambda row: row["variants"][0].update(name=["x"])),
    "a file of another picture": lambda f: change(f, of_others),
    "a file above": lambda f: change(f, upwards),
    "a file without folder": lambda f: change(
        f, lambda row: row["variants"][0].update(source="480.webp")
    ),
    "one file twice": lambda f: change(f, lambda row: row["variants"].append(row["variants"][1])),
}


@pytest.mark.parametrize("spoil", SPOILED.values(), ids=SPOILED)
def test_what_is_not_as_it_was_left_is_made_again(
    made: Picture, folder: Path, spoil: Callable[[Path], object]
) -> None:
    good = files(folder)
    spoil(folder)
    assert pictures.make("a.jpg", PHOTO, folder.parent, LEAD_SIZES) == made
    assert not any(path.is_symlink() for path in (folder, *folder.iterdir()))
    assert files(folder) == good
    assert {path.name for path in folder.parent.iterdir()} <= {folder.name, "lain"}


def test_a_picture_that_is_whole_is_not_opened_by_pillow(
    made: Picture, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(encoding, "webp", lambda *_: pytest.fail("encoded twice"))
    shutil.copytree(folder.parent, folder.parent.with_name("lain"))
    assert pictures.make("a.jpg", PHOTO, folder.parent.with_name("lain"), LEAD_SIZES) == made


def test_two_processes_that_make_the_same_picture_disturb_each_other_nowhere(
    tmp_path: Path,
) -> None:
    cache = tmp_path / "gambar"
    names = [f"{number}.jpg" for number in range(8)]
    rows = parallel.each(lambda name: pictures.make(name, PHOTO, cache, LEAD_SIZES), names, few=0)
    assert len({row.widest.source for row in rows}) == 1
    assert len(list(cache.iterdir())) == 1
    assert pictures.make("a.jpg", PHOTO, cache, LEAD_SIZES).width == 700


def test_what_another_process_put_there_meanwhile_stays(made: Picture, folder: Path) -> None:
    before = gallery.held(folder.parent)
    row = json.loads((folder / gallery.LIST).read_text("utf-8"))
    gallery.put(folder, {name: data for name, data in files(folder).items() if "webp" in name}, row)
    assert gallery.held(folder.parent) == before


def test_making_a_picture_again_leaves_the_site_s_own_file_alone(
    made: Picture, folder: Path, tmp_path: Path
) -> None:
    """They are one file under two names; writing into it would change what the public sees."""
    shown = tmp_path / "situs.webp"
    shown.hardlink_to(folder / "480.webp")
    before = shown.read_bytes()
    (folder / gallery.LIST).unlink()
    pictures.make("a.jpg", PHOTO, folder.parent, LEAD_SIZES)
    assert shown.read_bytes() == before
    assert not shown.samefile(folder / "480.webp")


# What is kept


@pytest.fixture
def story() -> Story:
    """Articles with a photo each: number 1 and 2, and one with a title card."""
    story = Story()
    story.made = [{"category": "layanan"} for _ in range(3)]
    return story


def run(story: Story, root: Path) -> frozenset[tuple[str, int]]:
    """A build; the pictures that are kept after it."""
    build(story.now(), story.config, root / "situs", root / "kerja")
    return gallery.held(root / "kerja" / PICTURES)


def test_a_withdrawn_article_s_pictures_go_and_the_others_stay(
    story: Story, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    story.made = story.made[:1]
    alone = run(story, tmp_path / "satu")
    story.made.append({"category": "layanan"})
    both = run(story, tmp_path)
    assert {name for name, _ in alone} < {name for name, _ in both}
    monkeypatch.setattr(encoding, "webp", lambda *_: pytest.fail("encoded twice"))
    story.made[1]["tarik"] = "Keliru."
    left = run(story, tmp_path)
    assert {name for name, _ in left} == {name for name, _ in alone}
    assert left < both  # not even touched


def test_a_site_from_nothing_encodes_nothing_that_was_kept(
    story: Story, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = run(story, tmp_path)
    other = tmp_path / "lain"
    shutil.copytree(tmp_path / "kerja" / PICTURES, other / "kerja" / PICTURES)
    before = gallery.held(other / "kerja" / PICTURES)
    for name in ("webp", "share"):
        monkeypatch.setattr(encoding, name, lambda *_: pytest.fail("encoded twice"))
    assert run(story, other) == before
    assert {name for name, _ in before} == {name for name, _ in kept}
    assert files(other / "situs") == files(tmp_path / "situs")


def test_what_nobody_put_there_is_cleared_away_with_what_goes(story: Story, tmp_path: Path) -> None:
    kept = run(story, tmp_path)
    story.made.append({"category": "layanan"})
    run(story, tmp_path)
    cache, outside = tmp_path / "kerja" / PICTURES, tmp_path / "luar"
    outside.mkdir()
    (outside / "penting.txt").write_text("tetap")
    (cache / ("0" * 64)).mkdir()
    (cache / "index.html").write_text("<script>")
    (cache / "tautan").symlink_to(outside)
    story.made.pop()
    assert run(story, tmp_path) == kept
    assert (outside / "penting.txt").read_text() == "tetap"


def test_a_build_that_is_not_brought_to_its_end_clears_nothing_away(
    story: Story, tmp_path: Path
) -> None:
    kept = run(story, tmp_path)
    story.made.clear()
    with prepare(story.now(), story.config, tmp_path / "situs", tmp_path / "kerja"):
        pass
    assert gallery.held(tmp_path / "kerja" / PICTURES) == kept
    story.site = replace(story.site, pages=())
    assert run(story, tmp_path) < kept


def test_a_build_in_which_nothing_changed_reads_no_picture(
    story: Story, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = run(story, tmp_path)
    monkeypatch.setattr(gallery, "read", lambda _: pytest.fail("read"))
    assert run(story, tmp_path) == kept


def test_a_copy_is_made_anew_where_there_is_none_or_many_pictures_are_missing_in_it() -> None:
    all_ = frozenset((str(number), number) for number in range(2 * gallery.WORTH))
    most = frozenset(sorted(all_)[: gallery.WORTH + 1])
    assert gallery.is_stale(frozenset(), most)
    assert not gallery.is_stale(frozenset(), frozenset())
    assert not gallery.is_stale(most, all_)  # one less than it is worth
    assert gallery.is_stale(most - {max(most)}, all_)
    assert not gallery.is_stale(all_, most)  # what is too much in it harms nobody
    again = frozenset((name, -number) for name, number in all_)
    assert gallery.is_stale(all_, again)  # all of them had to be made again
