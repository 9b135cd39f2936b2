"""Pictures as they should look, small: `python -m tests.channels.golden` writes them anew.

Look at every one of them before they are committed. They are compared as people see them: by
the mean difference of colours, in all and in each part of the picture, so that another JPEG
library or another release of FreeType is no difference, and a moved line of words is.
"""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from PIL import Image, ImageChops, ImageDraw, ImageStat

from terbit.channels.pictures import render
from terbit.core.post import Picture
from terbit.drawing.look import CardText, Look

FOLDER = Path(__file__).with_suffix("")
SIZES = {
    "tegak": (1080, 1350),
    "persegi": (1080, 1080),
    "cerita": (1080, 1920),
    "lebar": (1200, 630),
    "layar": (1600, 900),
}
TITLES = {
    "pendek": "Apel pagi",
    "sedang": "Kantor Contoh Evaluasi Pengendalian Intern di Sepuluh Perangkat Daerah",
    "panjang": "Pengumuman Seleksi Terbuka Jabatan Pimpinan Tinggi Pratama di Lingkungan Pemerintah"
    " Provinsi Jauh Tahun 2026 bagi Pegawai Negeri Sipil",
}
WIDTH = 240
"""Pixels of a golden picture; a change of a title by one size of letters is still seen."""
MEAN, PART = 2.5, 20.0
"""Differences of 255 that are let pass: of the whole, and of the worst of 16 × 16 pixels."""
DESIGN = "desain-facebook.png"


def scene() -> bytes:
    """A photo with a bright sky, a house, people and a dark lawn; the people are its focus."""
    image = Image.linear_gradient("L").resize((1600, 1200)).convert("RGB")
    image = ImageChops.add(ImageChops.invert(image), Image.new("RGB", image.size, (20, 60, 110)))
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 800, 1600, 1200), fill=(62, 92, 48))
    draw.polygon([(350, 480), (800, 220), (1250, 480)], fill=(150, 66, 44))
    draw.rectangle((420, 480, 1180, 820), fill=(232, 222, 200))
    for left in range(470, 1130, 140):
        draw.rectangle((left, 540, left + 70, 680), fill=(70, 90, 110))
    for left, colour in zip(
        range(860, 1400, 120), ("navy", "maroon", "teal", "olive"), strict=False
    ):
        draw.ellipse((left, 640, left + 80, 720), fill=(196, 148, 112))
        draw.rounded_rectangle((left - 20, 720, left + 100, 1000), 30, fill=colour)
    out = BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


def design() -> bytes:
    """A poster of another shape than its channel asks for."""
    image = Image.new("RGB", (1600, 1000), (248, 240, 220))
    draw = ImageDraw.Draw(image)
    draw.rectangle((30, 30, 1570, 970), outline=(122, 31, 43), width=24)
    draw.ellipse((600, 300, 1000, 700), fill=(122, 31, 43))
    out = BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


def made() -> dict[str, Image.Image]:
    """Every golden picture as it is made today, by name."""
    photo = scene()
    found = {}
    for name, size in SIZES.items():
        for title in TITLES:
            found[f"{name}-{title}"] = shown(size, title, None)
        found[f"{name}-foto-sedang"] = shown(size, "sedang", photo)
        found[f"{name}-foto"] = shown(size, "", photo)
    found["persegi-infografik"] = shown(SIZES["persegi"], "", photo, whole=True)
    found["persegi-desain"] = shown(SIZES["persegi"], "", design(), source=DESIGN)
    return found


def shown(
    size: tuple[int, int],
    title: str,
    photo: bytes | None,
    *,
    whole: bool = False,
    source: str = "foto-1.jpg",
) -> Image.Image:
    """A rendition as large as a golden picture; `title` is one of TITLES, or "" for none."""
    words = CardText(
        TITLES.get(title, ""), "Pengawasan", "Kantor Contoh Provinsi Jauh", "10 November 2026"
    )
    focus = (0.65, 0.6)
    overlay, name = bool(title), source if photo else ""
    picture = Picture("a.jpg", name, *size, "", overlay=overlay, focus=focus, max_bytes=1_000_000)
    with Image.open(BytesIO(render(picture, photo, words, Look(), whole=whole))) as image:
        return image.resize((WIDTH, round(WIDTH * size[1] / size[0])), Image.Resampling.BOX)


def difference(one: Image.Image, other: Image.Image) -> tuple[float, float]:
    """The mean difference of two pictures of one size, and that of their most different part."""
    apart = ImageChops.difference(one.convert("RGB"), other.convert("RGB"))
    parts = apart.convert("L").reduce(16).getextrema()
    return sum(ImageStat.Stat(apart).mean) / 3, float(parts[1])  # type: ignore[arg-type]


def golden(name: str) -> Image.Image:
    """A picture as it should look."""
    with Image.open(FOLDER / f"{name}.png") as image:
        return image.convert("RGB")


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for name, image in made().items():
        few = image.quantize(192, dither=Image.Dither.NONE)
        few.save(FOLDER / f"{name}.png", "PNG", optimize=True)
