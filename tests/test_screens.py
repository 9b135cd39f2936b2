"""The product's own screens: which a page may show, and at what size they are sharp."""

from __future__ import annotations

import pytest

from terbit import screens
from tests.pictures import SITE, SITE_LIMIT


def test_each_of_them_is_light_and_half_as_wide_as_its_pixels() -> None:
    assert screens.names() == {path.name for path in SITE.iterdir()}
    for name in screens.names():
        assert len(screens.data(name)) <= SITE_LIMIT
        assert screens.size(name)[0] == 360


@pytest.mark.parametrize(
    "source",
    [
        "layar/pengesahan.webp",
        "/layar/tidak-ada.webp",
        "/layar/../layar/pengesahan.webp",
        "/layar/pengesahan.webp?x",
        "https://jahat.example/layar/pengesahan.webp",
        "",
    ],
)
def test_nothing_else_is_one_of_them(source: str) -> None:
    assert screens.name_of(source) == ""


def test_a_page_names_each_once_and_unknown_ones_not_at_all() -> None:
    shown = '<img src="/layar/pengesahan.webp" alt="a"> <img alt="b" src="/layar/lain.webp">'
    found = list(screens.named_in(shown + shown))
    assert found == [("/layar/pengesahan.webp", "pengesahan.webp")]
