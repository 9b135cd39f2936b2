"""A site that GitHub Pages can soon not hold any more says so."""

from __future__ import annotations

from pathlib import Path

import pytest

from terbit.site import Site, prepare, weight
from tests.site.conftest import CONFIG, miniature


def built(site: Site, folder: Path) -> int:
    """The bytes of a site as its builder tells them."""
    with prepare(site, CONFIG, folder / "situs", folder / "kerja") as prepared:
        return prepared.commit()


def on_disk(folder: Path) -> int:
    """The bytes of all files."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def test_what_a_build_weighs_is_what_lies_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(weight, "NEAR", 1000)
    assert built(miniature(), tmp_path) == on_disk(tmp_path / "situs")
    assert built(miniature(), tmp_path) == on_disk(tmp_path / "situs")


def test_of_a_light_site_the_search_index_need_not_be_weighed(
    small: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(weight, "watch", None)
    with prepare(small, CONFIG, tmp_path / "situs", tmp_path / "kerja") as prepared:
        assert 0 < prepared.commit(search=False) < weight.NEAR / 2


def test_a_site_near_the_limit_is_told_with_its_size_and_the_way_out() -> None:
    assert weight.warnings(900_000_000, {}) == ()
    [told] = weight.warnings(912_345_678, {})
    assert "912 MB" in told
    assert "1 GB" in told
    assert "TERBIT_TUJUAN dengan “server”" in told


def test_the_limit_is_that_of_github_pages_alone() -> None:
    assert weight.warnings(2_000_000_000, {"TERBIT_TUJUAN": "server"}) == ()
    assert weight.warnings(2_000_000_000, {"TERBIT_TUJUAN": ""})
