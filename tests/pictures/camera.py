"""Screens in Chromium, and pictures of them as light as they may be."""

from __future__ import annotations

import io
from collections.abc import Callable, Generator, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PIL import Image

from tests.browsing import chromium
from tests.pictures import GUIDE, LIMIT, SITE, SITE_LIMIT
from tests.rooms import REPOSITORY

COLOURS = 64
QUALITIES = (88, 80, 72, 64, 56, 48, 40, 30)


@dataclass(frozen=True)
class Shot:
    """One picture: a page, as a text or by its address, and the part of it that is shown.

    Sizes in CSS pixels, of which each becomes two; `height` 0 shows the page whole. `begin`
    finds the element at the top edge, `act` does what a person would do there before; `photos`
    are what stands behind the addresses that the page names. `site`: it is for a page of the site.
    """

    name: str
    page: str
    width: int = 360
    height: int = 0
    begin: str = ""
    above: int = 0
    act: Callable[[Any], None] | None = None
    photos: Mapping[str, bytes] | None = None
    site: bool = False

    @property
    def file(self) -> Path:
        """Where it is kept, from the top of the repository."""
        folder = SITE if self.site else GUIDE
        return (folder / f"{self.name}.webp").relative_to(REPOSITORY)


def take(shots: Generator[Shot]) -> Iterator[tuple[Path, bytes]]:
    """Place and WebP of each shot."""
    with chromium() as browser, closing(shots):
        for shot in shots:
            yield shot.file, webp(_screen(browser, shot), SITE_LIMIT if shot.site else LIMIT)


def _screen(browser: Any, shot: Shot) -> bytes:
    height = shot.height or 100  # a page that is shown whole is as high as its text
    context = browser.new_context(
        viewport={"width": shot.width, "height": height},
        device_scale_factor=2,
        locale="id-ID",
        timezone_id="Asia/Pontianak",
        reduced_motion="reduce",
    )
    page = context.new_page()
    for address, data in (shot.photos or {}).items():
        page.route(address, lambda asked, data=data: asked.fulfill(body=data))
    if shot.page.startswith(("http:", "file:")):
        page.goto(shot.page)
    else:
        page.set_content(shot.page)
    if shot.act:
        shot.act(page)
    page.evaluate("document.fonts.ready")
    if shot.begin:
        at = f"e => window.scrollTo(0, e.getBoundingClientRect().top + scrollY - {shot.above})"
        page.locator(shot.begin).first.evaluate(at)
        page.wait_for_timeout(300)
    png: bytes = page.screenshot(full_page=not shot.height, animations="disabled")
    context.close()
    return png


def webp(png: bytes, limit: int = LIMIT) -> bytes:
    """A screen as WebP within its bytes, sharp where that fits; nothing but pixels in it.

    Raises ValueError where no quality is small enough.
    """
    with Image.open(io.BytesIO(png)) as opened:
        image = opened.convert("RGB")
    # letters on plain ground: few colours keep them sharp in fewer bytes than any other way
    few = image.quantize(COLOURS, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    sharp = _encoded(few.convert("RGB"), lossless=True, quality=100)
    if len(sharp) <= limit:
        return sharp
    for quality in QUALITIES:
        if len(made := _encoded(image, quality=quality)) <= limit:
            return made
    raise ValueError(f"{len(made)} bytes: show less of the page")


def _encoded(image: Image.Image, **options: Any) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, "WEBP", method=6, **options)
    return buffer.getvalue()
