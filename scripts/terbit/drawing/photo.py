"""Photos ready to be cut: opened with care, upright, in the colours of screens, on white."""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from io import BytesIO

from PIL import ExifTags, Image, ImageCms, ImageOps

from terbit import imaging
from terbit.drawing import fitting
from terbit.drawing.look import Focus

_LYING = 5
"""From this value of the orientation on, width and height change places (EXIF 2.32, 4.6.4)."""
LITTLE = 2
"""What is made smaller by less than this loses nothing that can be seen by the quicker filter,
which takes two thirds of the time (mean difference from Lanczos below 1 of 255)."""
_QUICK = Image.Resampling.BICUBIC
_COLOURS_OF_SCREENS = ImageCms.createProfile("sRGB")


def upright(data: bytes, least: tuple[int, int]) -> Image.Image:
    """The photo as people see it, in RGB and without metadata. Raises imaging.PictureError.

    A JPEG may come smaller than it is, but no smaller than `least` (width, height) needs.
    """
    try:
        with warnings.catch_warnings(action="ignore"), imaging.opened(data) as image:
            # what Pillow has to say about odd metadata is not for people
            imaging.decode(image, _longest(image, least))
            shown = on_white(in_screen_colours(ImageOps.exif_transpose(plain(image))))
    except imaging.PictureError:
        raise
    except Exception as error:
        # Pillow's decoders raise what they like on broken data
        raise imaging.unreadable() from error
    shown.info = {}
    return shown


def reductions(data: bytes, needs: Sequence[tuple[int, int]]) -> list[int]:
    """By how much `upright` reduces a photo for each need, from its head. Raises PictureError.

    The same number stands for the same pixels.
    """
    with warnings.catch_warnings(action="ignore"), imaging.opened(data) as image:
        return [imaging.reduction(image, _longest(image, least)) for least in needs]


def small(
    data: bytes, widths: Sequence[int], qualities: Sequence[int], most: int, *, sharp: bool = False
) -> bytes:
    """A JPEG of the first width (pixels) and quality at which it has at most so many bytes.

    Raises imaging.PictureError. `sharp` is for letters: see fitting.jpeg.
    """
    for width in widths:
        with upright(data, (width, 1)) as image:
            wide = min(width, image.width)
            high = max(1, round(image.height * wide / image.width))
            shrunk = image.resize((wide, high), Image.Resampling.LANCZOS)
        if found := fitting.jpeg(shrunk, qualities, most, sharp=sharp):
            return found
    # nothing but noise is heavier than that even at its smallest
    return fitting.jpeg(shrunk, qualities[-1:], None, sharp=sharp) or b""


def plain(image: Image.Image) -> Image.Image:
    """The picture in a mode that can be made smaller: palettes and tables cannot."""
    image = imaging.eight_bits(image)
    if image.has_transparency_data:
        return image if image.mode == "RGBA" else image.convert("RGBA")
    return image.convert("RGB") if image.mode in ("P", "1") else image


def in_screen_colours(image: Image.Image) -> Image.Image:
    """The colours that a profile means, as pixels: iPhones and scanners have their own.

    All metadata is lost with the profile, so an upright picture has to come in.
    """
    profile = image.info.get("icc_profile")
    if not profile:
        return image
    mode = "RGBA" if image.mode == "RGBA" else "RGB"
    try:
        told = ImageCms.ImageCmsProfile(BytesIO(profile))
        turned = ImageCms.profileToProfile(image, told, _COLOURS_OF_SCREENS, outputMode=mode)
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
        # a broken profile, or one of another kind of picture
        return image
    return turned or image


def on_white(image: Image.Image) -> Image.Image:
    """The picture in RGB as it looks on paper, for a format that knows no transparency."""
    if image.mode != "RGBA":
        return image if image.mode == "RGB" else image.convert("RGB")
    paper = Image.new("RGBA", image.size, "white")
    return Image.alpha_composite(paper, image).convert("RGB")


def cropped(photo: Image.Image, size: tuple[int, int], focus: Focus) -> Image.Image:
    """The part of a photo around its focus, in a size in pixels."""
    box = crop_box(photo.size, size[0] / size[1], focus)
    finest = Image.Resampling.LANCZOS if box[2] - box[0] >= LITTLE * size[0] else _QUICK
    return photo.resize(size, finest, box=box, reducing_gap=3.0)


def crop_box(
    size: tuple[int, int], ratio: float, focus: Focus
) -> tuple[float, float, float, float]:
    """The largest part of a photo with a ratio (width/height) that holds the focus point.

    `focus` comes to lie in the middle of the crop, or nearer to an edge where the photo ends.
    """
    width, height = size
    wide, high = min(width, height * ratio), min(height, width / ratio)
    left = min(max(0.0, focus[0] * width - wide / 2), width - wide)
    top = min(max(0.0, focus[1] * height - high / 2), height - high)
    return left, top, left + wide, top + high


def _longest(image: Image.Image, least: tuple[int, int]) -> int:
    """How many pixels the longer side must keep so that `least` can be cut from the photo."""
    width, height = image.size
    if image.getexif().get(ExifTags.Base.Orientation, 1) >= _LYING:
        width, height = height, width
    longer = max(width, height)
    # whole numbers, rounded up
    return max(-(-least[0] * longer // width), -(-least[1] * longer // height))
