"""QR codes for paper, as SVG: how a sheet on a notice board or a screen leads to a page."""

from __future__ import annotations

from collections.abc import Iterator

import zxingcpp

LEVEL = "M"
"""Readable with 15 % of it lost (ISO/IEC 18004): paper gets dirty, screens reflect."""
QUIET = 4
"""Modules of white around the code (ISO/IEC 18004, 6.3.8)."""
LIGHT = b"\xff"


def svg(link: str) -> str:
    """Black lines on white as an SVG for HTML, without any word of the link; always the same."""
    code = zxingcpp.create_barcode(link, zxingcpp.BarcodeFormat.QRCode, ec_level=LEVEL)
    image = code.to_image(scale=1, add_quiet_zones=False)
    side = image.shape[0]
    data = bytes(memoryview(image))  # type: ignore[arg-type]  # a buffer, which its stubs leave out
    rows = (data[start : start + side] for start in range(0, side * side, side))
    lines = "".join(f"M0 {y}{_line(row)}" for y, row in enumerate(rows))
    box = f"{-QUIET} {-QUIET - 0.5} {side + 2 * QUIET} {side + 2 * QUIET}"
    return (
        f'<svg viewBox="{box}">'
        f'<path fill="#fff" d="M{-QUIET} {-QUIET - 0.5}h{side + 2 * QUIET}v{side + 2 * QUIET}'
        f'h{-side - 2 * QUIET}z"/><path stroke="#000" d="{lines}"/></svg>'
    )


def _line(row: bytes) -> str:
    """The dark modules of a row, each run from where the one before ends: shorter than places."""
    drawn, here = "", 0
    for x, length in _runs(row):
        drawn += f"m{x - here} 0h{length}" if x > here else f"h{length}"
        here = x + length
    return drawn


def _runs(row: bytes) -> Iterator[tuple[int, int]]:
    """Where the dark modules of a row begin, and how many follow one another."""
    x = 0
    for dark in row.split(LIGHT):
        if dark:
            yield x, len(dark)
        x += len(dark) + 1
