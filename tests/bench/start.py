"""How much CPU `terbit explain` takes from the prompt to the answer, on every example."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from tests.bench.figure import Figure
from tests.core.gate.scenario import EXAMPLES

AIM = 0.3
RUNS = 5


def figures() -> Iterator[Figure]:
    """One figure for each example, then one for all."""
    everything: list[float] = []
    with tempfile.TemporaryDirectory() as cache:
        environment = as_installed(Path(cache))
        folders = sorted(path.parent for path in EXAMPLES.glob("*/facts.json"))
        explain(folders[0], environment)
        for folder in folders:
            seconds = tuple(explain(folder, environment) for _ in range(RUNS))
            everything += seconds
            yield Figure(f"terbit explain, contoh {folder.name}", seconds, AIM)
    yield Figure(f"terbit explain, {len(folders)} contoh", tuple(everything), AIM)


def as_installed(cache: Path) -> Mapping[str, str]:
    """The environment of an installed program: its bytecode is kept from one run to the next."""
    kept = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "PYTHONPYCACHEPREFIX": str(cache)}


def explain(folder: Path, environment: Mapping[str, str]) -> float:
    """The seconds of CPU, of user and system, that one call took."""
    told = ["--facts", str(folder / "facts.json"), "--config", str(folder), "--json"]
    before = spent()
    subprocess.run(
        [sys.executable, "-m", "terbit", "explain", *told],
        env=environment,
        stdout=subprocess.DEVNULL,
        check=True,
    )
    return spent() - before


def spent() -> float:
    """The seconds of CPU that all finished subprocesses took."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
