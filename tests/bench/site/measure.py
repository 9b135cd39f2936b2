"""One run of a command: wall clock, CPU and peak memory of it and everything it starts.

CPU is what the kernel counted for the process and the children it waited for (wait4); memory
is the sum of the proportional set sizes (PSS: shared pages counted once) of the whole tree,
looked at every 20 ms, from /proc.
"""

from __future__ import annotations

import os
import signal
import subprocess
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from math import inf
from pathlib import Path
from time import perf_counter

PROC = Path("/proc")
INTERVAL = 0.02
"""Seconds between two looks at the memory."""
CORES = 2
TAIL = 2000
"""Letters of what a failed command said."""


@dataclass(frozen=True)
class Run:
    """Seconds of wall clock and CPU, megabytes of the tree and of its biggest process.

    The biggest is the kernel's own high-water mark since the program began (VmHWM; ru_maxrss
    would count what the measuring process holds, of which a child begins as the copy).
    `stopped` says that a limit came first; then these are what was used until there.
    """

    wall: float
    cpu: float
    memory: float
    biggest: float
    stopped: bool = False


def measure(
    command: Sequence[str],
    folder: Path,
    environment: Mapping[str, str] | None = None,
    limit: float | None = None,
    most: float | None = None,
) -> Run:
    """Run a command to its end, or until it took `limit` seconds or holds `most` megabytes.

    Raises RuntimeError where it fails.
    """
    log = folder / ".keluaran"
    with log.open("wb") as out:
        start = perf_counter()
        process = subprocess.Popen(
            command, cwd=folder, env=environment, stdout=out, stderr=out, start_new_session=True
        )
        watcher = _Watcher(process.pid, limit or inf, (most or inf) * 1024)
        watcher.start()
        _, status, used = os.wait4(process.pid, 0)
        wall = perf_counter() - start
        watcher.end()
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode and not watcher.stopped:
        raise RuntimeError(f"{' '.join(command)}: {log.read_text('utf-8', 'replace')[-TAIL:]}")
    log.unlink()
    cpu = used.ru_utime + used.ru_stime
    return Run(wall, cpu, watcher.peak / 1024, watcher.biggest / 1024, watcher.stopped)


def pin(count: int = CORES) -> int:
    """Keep this process and what it starts on so many cores; how many there are."""
    cores = sorted(os.sched_getaffinity(0))[:count]
    os.sched_setaffinity(0, cores)
    return len(cores)


def tree(pid: int) -> Iterator[int]:
    """A process and everything that it started, as far as it still runs."""
    yield pid
    with suppress(OSError):
        for task in (PROC / str(pid) / "task").iterdir():
            for child in (task / "children").read_text("ascii").split():
                yield from tree(int(child))


def _kilobytes(pid: int, file: str, row: str) -> int:
    """One row of what the kernel tells of a process, 0 where that has ended."""
    with suppress(OSError, ValueError, IndexError):
        text = (PROC / str(pid) / file).read_text("utf-8", "replace")
        return int(text.partition(f"\n{row}:")[2].split()[0])
    return 0


class _Watcher(threading.Thread):
    """Looks at a tree of processes until it ends, and kills it at its limits."""

    def __init__(self, pid: int, limit: float, most: float) -> None:
        super().__init__(daemon=True)
        self.pid, self.limit, self.most = pid, limit, most
        self.peak, self.biggest, self.stopped = 0, 0, False
        self._ended = threading.Event()
        self._start = perf_counter()

    def run(self) -> None:
        """Until `end` is called."""
        while not self._ended.wait(INTERVAL):
            self._look()
            if perf_counter() - self._start > self.limit or self.peak > self.most:
                self.stopped = True
                with suppress(ProcessLookupError):
                    os.killpg(self.pid, signal.SIGKILL)
                return

    def _look(self) -> None:
        """Keep the most that the tree and one of its processes ever held."""
        alive = list(tree(self.pid))
        self.peak = max(self.peak, sum(_kilobytes(p, "smaps_rollup", "Pss") for p in alive))
        self.biggest = max(self.biggest, *(_kilobytes(p, "status", "VmHWM") for p in alive))

    def end(self) -> None:
        """The process is gone."""
        self._ended.set()
        self.join()
