"""QR codes for paper, as SVG: how a sheet on a notice board or a screen leads to a page."""

from __future__ import annotations

import re

import zxingcpp

LEVEL = "M"
"""Readable with 15 % of it lost (ISO/IEC 18004): paper gets dirty, screens reflect."""
QUIET = 4
"""Modules of white around the code (ISO/IEC 18004, 6.3.8)."""
_DARK = re.compile(rb"\0+")


def svg(link: str) -> str:
    """An SVG of black lines on white without any word of the link; the same link, the same SVG."""
    code = zxingcpp.create_barcode(link, zxingcpp.BarcodeFormat.QRCode, ec_level=LEVEL)
    image = code.to_image(scale=1, add_quiet_zones=False)
    side = image.shape[0]
    data = bytes(memoryview(image))  # type: ignore[arg-type]  # a buffer, which its stubs leave out
    lines = []
    for row in range(side):
        for run in _DARK.finditer(data[row * side : (row + 1) * side]):
            lines.append(f"M{run.start()} {row}h{run.end() - run.start()}")
    box = f"{-QUIET} {-QUIET - 0.5} {side + 2 * QUIET} {side + 2 * QUIET}"
    return (
        f'<svg viewBox="{box}" xmlns="http://www.w3.org/2000/svg">'
        f'<path fill="#fff" d="M{-QUIET} {-QUIET - 0.5}h{side + 2 * QUIET}v{side + 2 * QUIET}'
        f'h{-side - 2 * QUIET}z"/><path stroke="#000" d="{"".join(lines)}"/></svg>'
    )
