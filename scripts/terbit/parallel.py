"""The same work on many things, on all cores of the machine."""

from __future__ import annotations

import gc
import multiprocessing
import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing.connection import Connection
from typing import TypeVar, cast

Out = TypeVar("Out")

_CHUNK = 100
"""Things that a process takes at a time, at most."""
_RENEWED = 5000
"""Things after which the processes begin anew: what one touches of all that it inherited
becomes its own copy, which it never gives back."""
_WORK: list[Callable[[str], object]] = []
"""What the processes do; they inherit it, for it need not be picklable."""


def cores() -> int:
    """How many processes can work at a time; one where the system cannot fork."""
    if "fork" not in multiprocessing.get_all_start_methods():
        return 1
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 1


def each(work: Callable[[str], Out], names: Sequence[str], few: int) -> list[Out]:
    """What comes of each name, in order; up to `few` names no process is started."""
    return list(stream(work, names, few))


def stream(work: Callable[[str], Out], names: Sequence[str], few: int) -> Iterator[Out]:
    """The same one by one, as it comes, for results that are too much at once."""
    hands = min(cores(), len(names))
    if len(names) <= few or hands < 2:
        yield from map(work, names)
        return
    _WORK[:] = [work]
    chunk = max(1, min(_CHUNK, len(names) // (4 * hands)))
    # what is there already is not moved by the collector, so the processes share it
    gc.freeze()
    try:
        fork = multiprocessing.get_context("fork")
        for start in range(0, len(names), _RENEWED):
            part = names[start : start + _RENEWED]
            with ProcessPoolExecutor(hands, mp_context=fork, initializer=gc.enable) as pool:
                yield from cast(Iterator[Out], pool.map(_one, part, chunksize=chunk))
    finally:
        gc.unfreeze()
        _WORK.clear()


def aside(work: Callable[[], Out]) -> Callable[[], Out]:
    """Begin some work on another core; what is returned waits for it and gives what came of it.

    Its result must be picklable; an error in it is raised where the result is asked for.
    """
    if cores() < 2:
        return work
    fork = multiprocessing.get_context("fork")
    receiver, sender = fork.Pipe(duplex=False)
    helper = fork.Process(target=_tell, args=(work, sender), daemon=True)
    helper.start()
    sender.close()

    def result() -> Out:
        try:
            done, found = receiver.recv()
        except EOFError:
            return work()  # the helper was killed: then it is done here
        finally:
            helper.join()
            receiver.close()
        if not done:
            raise found
        return cast(Out, found)

    return result


def _tell(work: Callable[[], object], sender: Connection) -> None:
    try:
        sender.send((True, work()))
    except Exception as error:
        sender.send((False, error))


def _one(name: str) -> object:
    return _WORK[0](name)
