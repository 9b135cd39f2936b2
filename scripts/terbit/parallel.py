"""The same work on many things, on all cores of the machine."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from typing import TypeVar

Out = TypeVar("Out")

_CHUNK = 25
"""Things that a process takes at a time."""
_WORK: list[Callable[[str], object]] = []
"""What the processes do; they inherit it, for it need not be picklable."""


def each(work: Callable[[str], Out], names: Sequence[str], few: int) -> list[Out]:
    """What comes of each name, in order; up to `few` names no process is started."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 1
    if len(names) <= few or cores < 2 or "fork" not in multiprocessing.get_all_start_methods():
        return [work(name) for name in names]
    _WORK[:] = [work]
    try:
        fork = multiprocessing.get_context("fork")
        with ProcessPoolExecutor(min(cores, len(names)), mp_context=fork) as pool:
            return list(pool.map(_one, names, chunksize=_CHUNK))  # type: ignore[arg-type]
    finally:
        _WORK.clear()


def _one(name: str) -> object:
    return _WORK[0](name)
