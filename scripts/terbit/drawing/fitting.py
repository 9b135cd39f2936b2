"""Pictures as files of as many bytes as they may have, in as few tries as can be."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from io import BytesIO
from math import ceil, log

from PIL import Image

STEP = 0.82
"""By how much a photo shrinks from one quality to the next, roughly; only for guessing."""


def jpeg(
    image: Image.Image, qualities: Sequence[int], limit: int | None, *, sharp: bool
) -> bytes | None:
    """A progressive JPEG without metadata in the best quality that keeps within `limit` bytes.

    None where none does. `sharp`: letters and lines keep their full colour resolution.
    """

    @cache
    def encoded(step: int) -> bytes:
        out = BytesIO()
        image.save(
            out,
            "JPEG",
            quality=qualities[step],
            progressive=True,
            optimize=True,
            subsampling="4:4:4" if sharp else "4:2:0",
        )
        return out.getvalue()

    if limit is None:
        return encoded(0)
    too_big = max(image.width * image.height, limit + 1)

    def size(step: int) -> int:
        try:
            return len(encoded(step))
        except OSError:
            # Pillow gives libjpeg one byte a pixel; pure noise needs more
            return too_big

    found = first_within(size, len(qualities), limit)
    return encoded(found) if found < len(qualities) else None


def first_within(size: Callable[[int], int], count: int, limit: int) -> int:
    """The first of `count` steps whose size keeps within a limit; `count` where none does.

    Sizes never grow from step to step. Most photos fit at the first; of the others it is
    guessed from how much they are too big which step will do.
    """
    too_big, fits, guess = -1, count, 0
    while fits - too_big > 1:
        found = size(guess)
        if found <= limit:
            fits = guess
        else:
            too_big = guess
        steps = ceil(log(found / limit) / log(1 / STEP))
        guess = min(max(guess + steps, too_big + 1), fits - 1)
    return fits
