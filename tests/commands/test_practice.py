"""`terbit practice`: a newsroom to practise in."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from terbit.commands.practice import practice
from terbit.errors import InputErrors, TerbitError
from terbit.newsroom import approved
from terbit.newsroom.room import Newsroom
from tests.rooms import DRAFT, MAINTAINER, MINIATURE, START


def test_an_offices_content_becomes_a_practice_newsroom(tmp_path: Path) -> None:
    made = practice(MINIATURE, tmp_path / "latihan", MAINTAINER, START)
    newsroom = Newsroom(made.clone)
    assert newsroom.forge.requests() == []
    assert (made.clone / DRAFT / "index.md").is_file()
    assert newsroom.config_at(newsroom.main()).office.name == newsroom.config.office.name


def test_an_office_that_has_no_drafts_can_practise_too(tmp_path: Path) -> None:
    """Git keeps no empty folder."""
    source = tmp_path / "asal"
    shutil.copytree(MINIATURE, source)
    shutil.rmtree(source / "drafts")
    made = practice(source, tmp_path / "latihan", MAINTAINER, START)
    assert (made.clone / "content/index.md").is_file()


def test_the_emblem_comes_along_wherever_it_lies(tmp_path: Path) -> None:
    source = tmp_path / "asal"
    shutil.copytree(MINIATURE, source)
    office = (source / "kantor.yml").read_text("utf-8")
    (source / "kantor.yml").write_text(office.replace("logo: null", "logo: gambar/lambang.svg"))
    (source / "gambar").mkdir()
    (source / "gambar/lambang.svg").write_text("<svg/>")
    newsroom = Newsroom(practice(source, tmp_path / "latihan", MAINTAINER, START).clone)
    assert approved.logo(newsroom, newsroom.config.office) == b"<svg/>"


def test_a_taken_folder_or_a_wrong_source_is_refused(tmp_path: Path) -> None:
    practice(MINIATURE, tmp_path / "latihan", MAINTAINER, START)
    with pytest.raises(TerbitError, match="sudah berisi"):
        practice(MINIATURE, tmp_path / "latihan", MAINTAINER, START)
    with pytest.raises(TerbitError, match="bukan ruang redaksi"):
        practice(tmp_path, tmp_path / "lain", MAINTAINER, START)
    assert not (tmp_path / "lain").exists()


def test_an_unknown_account_leaves_nothing_behind(tmp_path: Path) -> None:
    with pytest.raises(TerbitError, match="tidak ada di kantor"):
        practice(MINIATURE, tmp_path / "latihan", "warga", START)
    assert not (tmp_path / "latihan").exists()


def test_a_broken_configuration_is_told_first(tmp_path: Path) -> None:
    source = tmp_path / "asal"
    for name in ("content", "drafts"):
        (source / name).mkdir(parents=True)
    for name in ("sop.yml", "kantor.yml", "mkdocs.yml"):
        (source / name).write_text("x: [\n", encoding="utf-8")
    with pytest.raises(InputErrors):
        practice(source, tmp_path / "latihan", MAINTAINER, START)
    assert not (tmp_path / "latihan").exists()
