"""`python -m tests.bench.photos`: the most memory that checks and intake take for any photo.

Each photo is read in a process of its own, because the memory of a process never shrinks.
"""

from __future__ import annotations

import struct
import subprocess
import sys
import tempfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from importlib import import_module
from pathlib import Path

from PIL import Image

from terbit import imaging

AIM = 300
"""Megabytes of the whole process at its peak."""
WORKS = {"periksa": "check", "masuk": "new", "bersihkan": "submit"}
"""What is done to a photo, and the command that does it."""

WEBP = imaging.WEBP_BYTES
Writer = Callable[[Path], None]


def noise(size: tuple[int, int], mode: str = "RGB") -> Image.Image:
    """A picture that compresses badly, as photos do."""
    tile = Image.effect_noise((512, 512), 60)
    colours = Image.merge("RGB", (tile, tile.rotate(90), tile.rotate(180)))
    image = Image.new("RGB", size)
    for x in range(0, size[0], 512):
        for y in range(0, size[1], 512):
            image.paste(colours, (x, y))
    return image.convert(mode)


def plain(size: tuple[int, int], mode: str) -> Image.Image:
    """A picture that compresses to nothing."""
    return Image.new(mode, size, 9 if mode in ("P", "L", "I;16") else (9, 99, 9, 90)[: len(mode)])


def saved(kind: str, size: tuple[int, int], mode: str = "RGB", **options: object) -> Writer:
    """What writes a photo."""
    make = noise if kind in ("JPEG", "WEBP") and mode in ("RGB", "CMYK") else plain

    def write(path: Path) -> None:
        make(size, mode).save(path, kind, **options)

    return write


def claimed(width: int, height: int, depth: int, colour: int) -> bytes:
    """A PNG whose head claims a size and whose body is all zeros."""
    head = struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, 0)
    body = zlib.compress(bytes(1000))
    return b"\x89PNG\r\n\x1a\n" + block(b"IHDR", head) + block(b"IDAT", body) + block(b"IEND", b"")


def block(kind: bytes, body: bytes) -> bytes:
    """One block of a PNG."""
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def padded(write: Writer, size: int = 25 * 1024 * 1024) -> Writer:
    """The same photo with as many bytes behind it as the limit allows."""

    def wide(path: Path) -> None:
        write(path)
        with path.open("ab") as out:
            out.truncate(size)

    return wide


def raw(data: Callable[[], bytes]) -> Writer:
    """What writes bytes."""
    return lambda path: path.write_bytes(data()) and None


def scans(path: Path) -> None:
    """A JPEG whose first scan holds one of three colours: libjpeg keeps all of it."""
    noise((6900, 5700)).save(path, "JPEG", quality=20, subsampling=0)
    data = bytearray(path.read_bytes())
    at = data.index(b"\xff\xda")
    data[at : at + 14] = b"\xff\xda\0\x08\1\1\0\0\x3f\0"
    path.write_bytes(data)


def notes(letters: int) -> bytes:
    """A small PNG with notes that unpack to many letters of four bytes."""
    text = zlib.compress(b"a" * letters + "🎉".encode())
    sound = claimed(9, 9, 8, 2)
    return sound[:33] + block(b"iTXt", b"C\0\1\0\0\0" + text) * 200 + sound[33:]


JPEGS: Mapping[str, Writer] = {
    "JPEG 40 MP ponsel": saved("JPEG", (7728, 5152), quality=75),
    "JPEG 40 MP 4:4:4": saved("JPEG", (4799, 8334), quality=40, subsampling=0),
    "JPEG 24 MP CMYK": saved("JPEG", (5000, 4800), "CMYK", quality=30),
    "JPEG 16 MP tepat": padded(saved("JPEG", (4000, 4000), quality=75)),
    "JPEG 65500 × 1": saved("JPEG", (65500, 1)),
    "JPEG progresif 20 MP 4:4:4": padded(
        saved("JPEG", (4470, 4470), quality=40, progressive=True, subsampling=0)
    ),
    "JPEG progresif 12,5 MP 4:4:4": padded(
        saved("JPEG", (3535, 3535), quality=40, progressive=True, subsampling=0)
    ),
    "JPEG progresif 15 MP CMYK": padded(
        saved("JPEG", (3870, 3870), "CMYK", quality=25, progressive=True)
    ),
    "JPEG progresif 40 MP": saved("JPEG", (7728, 5152), quality=40, progressive=True),
    "JPEG 39 MP beberapa pindaian": scans,
    "JPEG 6,2 juta catatan": raw(lambda: b"\xff\xd8" + b"\xff\xe5\0\2" * 6_000_000),
    "MPO 12 MP": saved(
        "MPO", (4000, 3000), quality=75, save_all=True, append_images=[noise((4000, 3000))]
    ),
}
OTHERS: Mapping[str, Writer] = {
    "PNG 18 MP": padded(saved("PNG", (4242, 4242))),
    "PNG 10 MP tembus pandang": padded(saved("PNG", (3600, 2777), "RGBA")),
    "PNG 18 MP memanjang": padded(saved("PNG", (4799, 3750))),
    "PNG 10 MP memanjang": padded(saved("PNG", (7000, 1428), "RGBA")),
    "PNG 10 MP 16 bit abu": padded(saved("PNG", (3600, 2777), "I;16")),
    "PNG 10 MP palet": padded(saved("PNG", (3600, 2777), "P", transparency=9)),
    "PNG 13000 × 13000": raw(partial(claimed, 13000, 13000, 8, 2)),
    "PNG 200 catatan @ 1 MB": raw(partial(notes, 900_000)),
    "PNG 2 juta catatan": raw(lambda: claimed(9, 9, 8, 2)[:33] + block(b"aaAa", b"") * 2_000_000),
    "WebP 6 MP": padded(saved("WEBP", (3000, 2000), quality=60, method=0), WEBP),
    "WebP 6 MP tembus pandang": padded(
        saved("WEBP", (3000, 2000), "RGBA", lossless=True, method=0), WEBP
    ),
    "WebP 16383 × 16383": saved("WEBP", (16383, 16383), "L", lossless=True, method=0),
    "WebP 3 juta catatan": raw(
        lambda: b"RIFF\0\0\1\0WEBPVP8X\n" + bytes(13) + b"XXXX\0\0\0\0" * 3_000_000
    ),
}
INPUTS: Mapping[str, Writer] = {**JPEGS, **OTHERS}


def peak(path: Path, work: str) -> tuple[float, str]:
    """Megabytes at the peak of a process that does one thing to a photo, and what it said."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench.photos", work, str(path)],
        capture_output=True,
        text=True,
        check=True,
    )
    megabytes, _, said = done.stdout.partition(" ")
    return float(megabytes), said.strip()


def figures(folder: Path, inputs: Mapping[str, Writer]) -> Iterator[tuple[str, str, float, str]]:
    """Each photo and work with its megabytes and what was said."""
    for name, write in inputs.items():
        path = folder / "foto.jpg"
        write(path)
        for work in WORKS:
            yield name, work, *peak(path, work)


def measure(work: str, path: Path) -> None:
    """Do one thing to a photo as the program would, and print its peak and what it said."""
    import_module(f"terbit.cli.{WORKS[work]}")
    from terbit import photos
    from terbit.checks.reading import pictures
    from terbit.errors import InputErrors

    said = "baik"
    try:
        if work == "periksa":
            data = path.read_bytes()
            pictures.look(data)
            pictures.private_metadata(data)
        elif work == "masuk":
            photos.take_in(path)
        else:
            photos.strip(path.read_bytes())
    except imaging.PictureError as error:
        said = error.what
    except InputErrors as error:
        said = error.problems[0].what
    print(f"{own_peak():.0f} {said}")


def own_peak() -> float:
    """Megabytes that this process held at most; `getrusage` would count its parent's as well."""
    status = Path("/proc/self/status").read_text("ascii")
    return int(status.partition("VmHWM:")[2].split()[0]) / 1024


def main() -> int:
    """Every photo; the exit code."""
    failed = False
    with tempfile.TemporaryDirectory() as folder:
        for name, work, megabytes, said in figures(Path(folder), INPUTS):
            failed = failed or megabytes > AIM
            mark = "  DI ATAS SASARAN" if megabytes > AIM else ""
            print(f"{name:<32} {work:<10} {megabytes:>4.0f} MB  {said}{mark}", flush=True)
    return int(failed)


if __name__ == "__main__":
    if len(sys.argv) > 2:
        measure(sys.argv[1], Path(sys.argv[2]))
    else:
        sys.exit(main())
