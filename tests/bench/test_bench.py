"""The benchmarks measure what they say, and complain only where a machine is no excuse."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.bench import gate, start
from tests.bench.figure import Figure, report


@pytest.mark.parametrize("mood", gate.WEIGHTS)
@pytest.mark.parametrize("office", gate.OFFICES)
def test_a_thousand_reviews_are_judged(office: str, mood: str) -> None:
    scene = gate.quarrel(gate.OFFICES[office], mood, 20)
    assert len(scene.facts().reviews) == gate.REVIEWS
    told = scene.verdict()
    counted = sum(map(len, told.counted.values()))
    assert len(told.ignored) + counted + len(told.blocked_by) == gate.REVIEWS


def test_the_program_is_measured_with_its_bytecode(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    environment = start.as_installed(tmp_path)
    assert "PYTHONDONTWRITEBYTECODE" not in environment
    assert start.explain(start.EXAMPLES / "APV-001", environment) > 0
    assert any(tmp_path.rglob("terbit/cli/explain.*.pyc"))


def test_only_a_figure_far_above_its_aim_fails(capsys: pytest.CaptureFixture[str]) -> None:
    assert report([Figure("cepat", (0.001, 0.009, 0.002), 0.003)]) == 0
    assert report([Figure("lambat", (0.002, 0.005, 0.009), 0.003)]) == 0
    assert report([Figure("gawat", (0.007, 0.007), 0.003), Figure("cepat", (0.001,), 1)]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert [line.endswith("di atas sasaran") for line in lines] == [False, True, True, False]
    assert "min    1.0  median    2.0  sasaran 3.0 ms" in lines[0]
