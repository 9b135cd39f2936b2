"""On what was measured: the machine, the day, the versions."""

from __future__ import annotations

import os
import platform
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import terbit
from tests.bench.site import competitors

PROC = Path("/proc")
PACKAGES = ("mkdocs", "mkdocs-material")
INSTALLED = ("hugo", "zensical")


def describe(cores: int, environment: Path) -> dict[str, str]:
    """Everything by name, as people read it; what is not there is left out."""
    found = {
        "date": f"{datetime.now(UTC):%Y-%m-%d}",
        "processor": processor((PROC / "cpuinfo").read_text("utf-8")),
        "cores": str(cores),
        "memory": memory((PROC / "meminfo").read_text("ascii")),
        "system": f"{platform.system()} {platform.release()}",
        "python": platform.python_version(),
        "terbit": terbit.__version__,
        "commit": commit(),
        **{name: competitors.version(name) for name in PACKAGES},
        **{name: competitors.version(name, environment) for name in INSTALLED},
        "load": f"{os.getloadavg()[0]:.1f}",
    }
    return {name: value for name, value in found.items() if value}


def processor(cpuinfo: str) -> str:
    """The model's name; the architecture where the kernel tells none, as on ARM."""
    named = cpuinfo.partition("model name")[2].partition(":")[2].partition("\n")[0]
    return named.strip() or platform.machine()


def memory(meminfo: str) -> str:
    """How much there is, in GiB."""
    kilobytes = int(meminfo.partition("MemTotal:")[2].split()[0])
    return f"{kilobytes / 1024**2:.0f} GiB"


def commit() -> str:
    """The commit that is measured, with a + where the working tree differs from it."""
    command = ["git", "describe", "--always", "--exclude=*", "--dirty=+"]
    done = subprocess.run(
        command, cwd=competitors.HERE, capture_output=True, text=True, check=False
    )
    return done.stdout.strip()
