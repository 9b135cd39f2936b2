"""One phone photo of 12 megapixels made into the pictures of all channels, beside pyvips.

pyvips cuts the same pictures from the same photo in its quickest way: decoded once at half the
size, on all cores, with everything that stands on the title cards (scrim, words, band) given to
it as finished layers. Each program runs in processes of its own, in turns.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from statistics import median
from time import perf_counter, process_time
from typing import Any

from PIL import Image, ImageChops

from terbit.channels import CHANNELS, base, pictures
from terbit.channels.renditions import Store
from terbit.core.post import Picture
from terbit.drawing import cards
from terbit.drawing.layout import layout
from terbit.drawing.look import MIDDLE, CardText, Look
from terbit.drawing.photo import crop_box
from tests.bench.photos import own_peak

SIZE = (4000, 3000)
AIM = 1.3
"""How many times as long as pyvips the set may take."""
MEGABYTES = 250
TURNS, ROUNDS = 3, 4
CARD = CardText(
    "Kantor Contoh Evaluasi Pengendalian Intern di Sepuluh Perangkat Daerah",
    "Pengawasan",
    "Kantor Contoh Provinsi Jauh",
    "10 November 2026",
)
LOOK = Look()
NAME = "foto-1.jpg"


def phone_photo() -> bytes:
    """Large shapes, small ones and the noise of a sensor, as heavy as a phone's photo."""
    shapes = [
        Image.effect_noise((SIZE[0] // part, SIZE[1] // part), 110).resize(SIZE)
        for part in (8, 16, 32)
    ]
    grain = Image.effect_noise(SIZE, 14)
    image = Image.blend(Image.merge("RGB", shapes), Image.merge("RGB", [grain] * 3), 0.3)
    out = BytesIO()
    image.save(out, "JPEG", quality=92)
    return out.getvalue()


def wanted() -> list[Picture]:
    """One picture of each kind that the channels show of an article with one photo."""
    kinds = {(one.form.size, one.form.card) for one in CHANNELS.values() if one.limits.pictures}
    return [
        Picture(f"{n}.jpg", NAME, *size, "", overlay=card, max_bytes=base.KIT_BYTES)
        for n, (size, card) in enumerate(sorted(kinds))
    ]


@dataclass(frozen=True)
class Layer:
    """What pyvips lays over a photo: its place on the card, and finished pixels, premultiplied."""

    corner: tuple[int, int]
    shown: tuple[int, int]
    pixels: Image.Image


def layer(picture: Picture) -> Layer | None:
    """All of a card but its photo: what differs over black and over white is transparent."""
    if not picture.overlay:
        return None
    places = layout((picture.width, picture.height), CARD, LOOK, photo=True)
    size = (places.photo.width, places.photo.height)
    black, white = (
        cards.draw(Image.new("RGB", size, ground), places, LOOK) for ground in ("black", "white")
    )
    clear = ImageChops.difference(white, black).getchannel(1)
    pixels = Image.merge("RGBA", (*black.split(), ImageChops.invert(clear)))
    return Layer((places.photo.left, places.photo.top), size, pixels)


def with_pyvips(data: bytes, jobs: Sequence[tuple[Picture, Layer | None]]) -> dict[str, bytes]:
    """The same pictures by pyvips."""
    import pyvips

    half = pyvips.Image.jpegload_buffer(data, shrink=2).autorot().copy_memory()
    made = {}
    for picture, over in jobs:
        size = over.shown if over else (picture.width, picture.height)
        left, top, right, bottom = crop_box(SIZE, size[0] / size[1], MIDDLE)
        cut = half.crop(*(round(side / 2) for side in (left, top, right - left, bottom - top)))
        image = cut.resize(size[0] / cut.width, vscale=size[1] / cut.height)
        if over:
            image = _covered(pyvips, image, picture, over)
        made[picture.name] = _within(image, sharp=bool(over))
    return made


def _covered(pyvips: Any, image: Any, picture: Picture, over: Layer) -> Any:
    pixels = over.pixels.tobytes()
    shade = pyvips.Image.new_from_memory(pixels, picture.width, picture.height, 4, "uchar")
    ground = image.embed(*over.corner, picture.width, picture.height)
    laid = ground.bandjoin(255).composite2(
        shade.copy(interpretation="srgb"), "over", premultiplied=True
    )
    return laid[:3].cast("uchar")


def _within(image: Any, *, sharp: bool) -> bytes:
    image = image.copy_memory()
    for quality in pictures.QUALITIES:
        data: bytes = image.jpegsave_buffer(
            Q=quality,
            interlace=True,
            optimize_coding=True,
            subsample_mode="off" if sharp else "on",
            keep="none",
        )
        if len(data) <= base.KIT_BYTES:
            break
    return data


def with_ours(data: bytes, jobs: Sequence[Picture], store: Store | None = None) -> dict[str, bytes]:
    """The pictures as a kit has them."""
    return pictures.render_all(jobs, lambda _: data, CARD, LOOK, store=store)


@dataclass(frozen=True)
class Run:
    """Seconds on the clock and of CPU of one set, and the process's megabytes at its peak."""

    wall: float
    cpu: float
    megabytes: float


def measure(program: str, photo: Path) -> Run:
    """Make the set some times and say what one takes."""
    data, jobs = photo.read_bytes(), wanted()
    work: Callable[[], object] = lambda: with_ours(data, jobs)  # noqa: E731
    if program == "pyvips":
        layers = [(picture, layer(picture)) for picture in jobs]
        work = lambda: with_pyvips(data, layers)  # noqa: E731
    elif program == "lagi":
        store = Store(photo.parent / "gambar")
        work = lambda: with_ours(data, jobs, store)  # noqa: E731
    work()
    times = [_timed(work) for _ in range(ROUNDS)]
    return Run(median(wall for wall, _ in times), median(cpu for _, cpu in times), own_peak())


def _timed(work: Callable[[], object]) -> tuple[float, float]:
    wall, cpu = perf_counter(), process_time()
    work()
    return perf_counter() - wall, process_time() - cpu


def run(program: str, photo: Path) -> Run:
    """The same in a process of its own."""
    command = [sys.executable, "-m", "tests.bench.pictures", program, str(photo)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=os.environ)
    return Run(*map(float, done.stdout.split()))


@dataclass(frozen=True)
class Compared:
    """The runs of our program beside those of pyvips."""

    ours: tuple[Run, ...]
    pyvips: tuple[Run, ...]
    again: Run

    @property
    def ratio(self) -> float:
        """How many times the CPU of pyvips we take: no other program counts into it."""
        return _middle(self.ours).cpu / _middle(self.pyvips).cpu

    @property
    def failed(self) -> bool:
        """Whether we are too slow beside it, or take too much memory."""
        return self.ratio > AIM or _middle(self.ours).megabytes > MEGABYTES

    def __str__(self) -> str:
        ours, theirs = _middle(self.ours), _middle(self.pyvips)
        rows = (
            ("foto 12 MP: gambar semua kanal", ours, f"{MEGABYTES} MB"),
            ("foto 12 MP: gambar yang sama dengan pyvips", theirs, ""),
            ("foto 12 MP: sekali lagi, tidak ada yang berubah", self.again, ""),
        )
        lines = [
            f"{name:<60} CPU {1000 * run.cpu:>6.1f}  jam {1000 * run.wall:>6.1f} ms"
            f"  puncak {run.megabytes:.0f} MB" + (f"  sasaran {aim}" if aim else "")
            for name, run, aim in rows
        ]
        clock = ours.wall / theirs.wall
        missed = "  di atas sasaran" if self.failed else ""
        name = "foto 12 MP: Terbit dibanding pyvips"
        last = f"{name:<60} CPU {self.ratio:.2f}  jam {clock:.2f} kali  sasaran {AIM}{missed}"
        return "\n".join((*lines, last))


def _middle(runs: Sequence[Run]) -> Run:
    return Run(
        median(run.wall for run in runs),
        median(run.cpu for run in runs),
        max(run.megabytes for run in runs),
    )


def figures() -> Iterator[Compared]:
    """The one comparison."""
    with tempfile.TemporaryDirectory() as folder:
        photo = Path(folder) / NAME
        photo.write_bytes(phone_photo())
        turns = [(run("terbit", photo), run("pyvips", photo)) for _ in range(TURNS)]
        ours, theirs = zip(*turns, strict=True)
        yield Compared(ours, theirs, run("lagi", photo))


if __name__ == "__main__":
    found = measure(sys.argv[1], Path(sys.argv[2]))
    print(found.wall, found.cpu, found.megabytes)
