"""Mutated drafts and photos: whatever comes in ends in findings or in a clear error.

`python -m tests.fuzz 10000` runs so many examples in one process and prints the slowest one and
the peak of memory; `tests/test_fuzz.py` runs a few hundred each time.
"""

from __future__ import annotations

import sys
import tempfile
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from time import perf_counter

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from terbit import articles, photos
from terbit.core.article import INDEX
from terbit.errors import InputErrors
from terbit.newsroom import rules, samples
from terbit.report.findings import lines
from tests.bench.photos import own_peak
from tests.checks.albums import PICTURES
from tests.checks.corpus import entries
from tests.checks.offices import CONTEXT, FOLDER
from tests.checks.xss import FOUND, HARMLESS, REMOTE, every

ROOT = Path(__file__).parents[1]
DEADLINE = 5.0
"""Seconds that one example may take."""
LARGEST = 60_000
"""Bytes of a photo that is worth mutating: the faults are in the headers."""
MAX_MEMORY = 500
"""Megabytes that the whole run may take."""

_DRAFTS = tuple(
    path.read_bytes()
    for place in ("content/berita", "drafts", "tests/newsroom")
    for path in sorted((ROOT / place).rglob(INDEX))
)
_PHOTOS = (
    samples.photo((64, 48)),
    samples.photo((64, 48), gps=True),
    *(data for data in PICTURES.values() if 0 < len(data) < LARGEST),
)
_PIECES = tuple(
    piece.encode()
    for piece in (
        *every(FOUND, HARMLESS),
        *REMOTE,
        *(entry.body for entry in entries() if entry.bad and entry.body),
        "---\n",
        "\n---\n",
        "- ",
        "foto:\n  - berkas: foto-1.jpg\n",
        "tanggal: 9999-12-31\n",
        "tanggal: 0001-01-01\n",
        "terbit_pada: 2026-11-12T08:00\n",
        "judul: ",
        "5w1h: {}\n",
        "catatan_pemeriksaan: [{aturan: KIP-01, kutipan: x, alasan: y, oleh: z}]\n",
        "{",
        "[",
        "&a ",
        "*a",
        "!!python/object ",
        "| a | b |\n|---|---|\n",
        "> " * 50,
        "[" * 200,
        "*" * 300,
        "`" * 100,
        "<!--",
        "](",
        "http://[",
        "\u202e",
        "\u200b",
        "\x00",
        "\ufeff",
        "﷽" * 40,
        "0" * 400,
        "1" * 16,
        "Jl. " * 60,
        "A. " * 100,
        "Rp" * 100,
        "31 Februari 99999 ",
        "a" * 3000,
        "NIK " * 100,
        "Senin, " * 60,
        "“" * 100,
        "(" * 200,
        "@" * 50,
        "#" * 50,
    )
)


@dataclass
class Log:
    """What a run came to."""

    outcomes: Counter[str] = field(default_factory=Counter)
    slowest: float = 0.0

    @property
    def memory(self) -> float:
        """Megabytes at the peak of this process."""
        return own_peak()


def mutated(seed: int, sources: tuple[bytes, ...], count: int) -> bytes:
    """One of the sources with so many cuts, copies, swaps, flips and foreign pieces."""
    chance = Random(seed)  # noqa: S311
    data = bytearray(chance.choice(sources))
    for _ in range(count):
        at, length = chance.randrange(len(data) + 1), chance.choice((1, 4, 30, 300))
        piece = chance.choice(_PIECES)
        match chance.randrange(6):
            case 0:
                del data[at : at + length]
            case 1:
                data[at:at] = data[at : at + length] * chance.choice((1, 2, 20))
            case 2:
                data[at:at] = piece
            case 3:
                data[at : at + length] = piece
            case 4 if data:
                data[min(at, len(data) - 1)] ^= 1 << chance.randrange(8)
            case _:
                other = chance.choice(sources)
                start = chance.randrange(len(other))
                data[at:at] = other[start : start + length]
    return bytes(data)


def check(text: bytes, photo: bytes) -> str:
    """Read and check a draft with a photo; what came of it. Anything else is a fault."""
    try:
        article = articles.parse(FOLDER, {"foto-1.jpg": photo, INDEX: text})
    except InputErrors as error:
        return _explained(error, "tidak terbaca")
    found = rules.findings(article, CONTEXT)
    assert all(finding.message and finding.fix for finding in found)
    last = article.source.count("\n") + 1
    assert all(1 <= f.line <= last for f in found if f.path == article.path)
    assert len(list(lines(found))) == len(found)
    return "ada temuan" if found else "bersih"


def take_in(photo: bytes, folder: Path) -> str:
    """Take a photo in; what came of it."""
    path = folder / "foto.jpg"
    path.write_bytes(photo)
    try:
        assert photos.take_in(path)
    except InputErrors as error:
        return _explained(error, "foto ditolak")
    return "foto diterima"


def _explained(error: InputErrors, outcome: str) -> str:
    assert all(problem.what and problem.fix for problem in error.problems)
    return outcome


def run(examples: int) -> Log:
    """So many mutated drafts with mutated photos. Raises AssertionError for a slow one."""
    log = Log()

    @settings(
        max_examples=examples,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(st.integers(0, 2**64), st.integers(0, 12), st.integers(0, 6))
    def example(seed: int, cuts: int, flips: int) -> None:
        text, photo = mutated(seed, _DRAFTS, cuts), mutated(seed + 1, _PHOTOS, flips)
        before = perf_counter()
        log.outcomes[check(text, photo)] += 1
        log.outcomes[take_in(photo, folder)] += 1
        took = perf_counter() - before
        log.slowest = max(log.slowest, took)
        assert took < DEADLINE, f"{took:.1f} s"

    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        example()
    assert log.memory < MAX_MEMORY, f"{log.memory:.0f} MB"
    return log


if __name__ == "__main__":
    done = run(int(sys.argv[1]))
    print(dict(done.outcomes), f"paling lama {done.slowest:.2f} s, memori {done.memory:.0f} MB")
