"""What is measured is the whole tree of processes."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.bench.site.measure import measure

BURN = """
import time
while time.process_time() < {seconds}: pass
"""
HOLD = """
import subprocess, sys
child = "data = bytearray(60_000_000); print(flush=True); input()"
pipes = dict(stdin=subprocess.PIPE, stdout=subprocess.PIPE)
children = [subprocess.Popen([sys.executable, "-c", child], **pipes) for _ in range(2)]
for child in children: child.stdout.readline()
import time; time.sleep(0.3)
for child in children: child.communicate(b"x")
"""


def test_the_cpu_of_children_is_counted(tmp_path: Path) -> None:
    child = [sys.executable, "-c", BURN.format(seconds=0.2)]
    parent = f"import subprocess\nfor _ in range(2): subprocess.run({child!r})"
    assert measure([sys.executable, "-c", parent], tmp_path).cpu >= 0.4


def test_the_memory_of_processes_that_run_together_is_added(tmp_path: Path) -> None:
    run = measure([sys.executable, "-c", HOLD], tmp_path)
    assert run.memory > 2 * 57
    assert run.memory > run.biggest > 57


def test_a_run_ends_at_its_limit_and_says_so(tmp_path: Path) -> None:
    run = measure(["sleep", "60"], tmp_path, limit=0.1)
    assert run.stopped
    assert 0.1 <= run.wall < 60


def test_a_command_that_fails_is_told_with_its_last_words(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError, match="rusak"):
        measure([sys.executable, "-c", "raise SystemExit('rusak')"], tmp_path)


def test_a_run_ends_when_it_holds_too_much(tmp_path: Path) -> None:
    greedy = "import time; data = bytearray(80_000_000); time.sleep(60)"
    run = measure([sys.executable, "-c", greedy], tmp_path, most=50)
    assert run.stopped
    assert run.memory > 50
