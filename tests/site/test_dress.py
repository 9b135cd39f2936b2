"""The colours of kantor.yml are those of the site."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from terbit.core.colour import Palette
from terbit.site import Site, build, dress
from tests.site.conftest import CONFIG
from tests.site.searching import environment
from tests.site.test_incremental import files

RED = Palette("#7a1f2b", "#e8c547")


def value(style: str, name: str) -> list[str]:
    """What a variable is set to, in order."""
    return re.findall(rf"--{name}: ?([^;]+);", style)


def test_the_office_decides_the_colours_by_day_and_by_night() -> None:
    style = dress.style(environment(), RED).decode()
    assert value(style, "warna") == [RED.main, RED.night_main]
    assert value(style, "tautan") == [RED.link, RED.night_link]
    assert value(style, "aksen-tua")[:2] == [RED.small_print, RED.night_accent]
    assert not re.search("0f3a2a|e2b95c", style)


def test_every_variable_of_the_style_has_a_value() -> None:
    style = dress.style(environment(), RED).decode()
    used = set(re.findall(r"var\(--([\w-]+)\)", style))
    assert {name for name in used if not value(style, name)} == set()


def test_another_colour_changes_style_band_and_address_bar(small: Site, tmp_path: Path) -> None:
    out, work = tmp_path / "situs", tmp_path / "kerja"
    build(small, CONFIG, out, work)
    red = replace(small, office=replace(small.office, colours=RED))
    build(red, CONFIG, out, work)
    assert RED.main in (out / dress.STYLE).read_text("utf-8")
    assert RED.accent in (out / dress.BAND).read_text("utf-8")
    for page in ("index.html", "404.html"):
        assert f'content="{RED.main}"' in (out / page).read_text("utf-8")
    build(red, CONFIG, tmp_path / "bersih", tmp_path / "lain")
    assert files(out) == files(tmp_path / "bersih")
