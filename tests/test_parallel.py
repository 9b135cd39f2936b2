"""Work on many things: the same results in the same order, however many processes do it."""

from __future__ import annotations

import os
import signal

import pytest

from terbit import parallel
from terbit.errors import InputErrors, LedgerError, Problem, TerbitError

NAMES = [str(number) for number in range(200)]


def test_few_things_are_done_in_this_process() -> None:
    assert set(parallel.each(lambda name: os.getpid(), NAMES, few=200)) == {os.getpid()}


def test_many_things_come_back_in_order_whatever_the_work_refers_to() -> None:
    factor = 3
    assert parallel.each(lambda name: int(name) * factor, NAMES, few=10) == [
        3 * number for number in range(200)
    ]


def test_processes_begin_anew_and_the_order_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parallel, "_RENEWED", 50)
    found = parallel.each(lambda name: (int(name), os.getpid()), NAMES, few=10)
    assert [number for number, _ in found] == list(range(200))
    if parallel.cores() > 1:
        parts = [{process for _, process in found[start : start + 50]} for start in (0, 50, 100)]
        assert not parts[0] & parts[1]
        assert not parts[1] & parts[2]


def test_an_error_of_one_is_the_error_of_all() -> None:
    with pytest.raises(ValueError, match="abc"):
        parallel.each(int, [*NAMES, "abc"], few=10)


@pytest.mark.parametrize(
    "error",
    [
        InputErrors([Problem("b.md", 2, "kurang", "isi"), Problem("a.md", 1, "salah", "perbaiki")]),
        LedgerError("rantai putus", "bandingkan dengan salinan lain"),
    ],
)
def test_an_error_for_people_arrives_with_all_that_it_says(error: TerbitError) -> None:
    def refuse(_: str) -> None:
        raise error

    with pytest.raises(type(error)) as caught:
        parallel.each(refuse, NAMES, few=10)
    arrived = caught.value
    assert (str(arrived), arrived.what, arrived.fix) == (str(error), error.what, error.fix)
    assert getattr(arrived, "problems", ()) == getattr(error, "problems", ())


def test_work_aside_goes_on_elsewhere_and_its_result_is_waited_for() -> None:
    here = os.getpid()
    result = parallel.aside(lambda: (os.getpid(), 7))
    there, found = result()
    assert found == 7
    assert (there == here) == (parallel.cores() < 2)


def test_an_error_aside_is_raised_where_the_result_is_asked_for() -> None:
    result = parallel.aside(lambda: int("abc"))
    with pytest.raises(ValueError, match="abc"):
        result()


def test_work_whose_helper_was_killed_is_done_here() -> None:
    here = os.getpid()

    def work() -> int:
        if os.getpid() != here:
            os.kill(os.getpid(), signal.SIGKILL)
        return 7

    assert parallel.aside(work)() == 7
