"""A QR code is read again by a reader of codes, and is pure drawing."""

from __future__ import annotations

import re

import zxingcpp
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from terbit import qr

LINK = "https://dinas.contoh.go.id/berita/2026/11/rapat-umum/"
SCALE = 4


def seen(svg: str) -> str:
    """What a phone reads of an SVG: its lines drawn with Pillow, then recognised."""
    left, top, side, _ = map(float, re.search(r'viewBox="([^"]+)"', svg)[1].split())  # type: ignore[index]
    image = Image.new("L", (int(side) * SCALE, int(side) * SCALE), 255)
    x = y = 0
    for act, by, place in re.findall(r"([Mmh])(\d+)(?: (\d+))?", svg.partition('stroke="#000"')[2]):
        if act == "h":
            start = (int((x - left) * SCALE), int((y - 0.5 - top) * SCALE))
            image.paste(0, (*start, start[0] + int(by) * SCALE, start[1] + SCALE))
        x, y = (int(by), int(place)) if act == "M" else (x + int(by), y)
    [found] = zxingcpp.read_barcodes(image)
    return str(found.text)


@settings(max_examples=40, deadline=None)
@given(slug=st.text("abcdefghijklmnopqrstuvwxyz0123456789-", min_size=1, max_size=150))
def test_a_phone_reads_the_link(slug: str) -> None:
    assert seen(qr.svg(LINK + slug + "/")) == LINK + slug + "/"


def test_no_word_of_the_link_stands_in_the_drawing() -> None:
    assert "rapat" not in qr.svg(LINK)
    assert qr.svg('https://a.id/"><script>').count("<") == qr.svg(LINK).count("<")


def test_the_same_link_gives_the_same_drawing() -> None:
    assert qr.svg(LINK) == qr.svg(LINK)
    assert qr.svg(LINK) != qr.svg(LINK + "2")
