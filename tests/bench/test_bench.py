"""The benchmarks measure what they say, and complain only where a machine is no excuse."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageStat

from tests.bench import checks, gate, pictures, start
from tests.bench.figure import Figure, report
from tests.checks.corpus import Entry


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


def test_a_rule_is_scored_on_what_it_should_and_should_not_find() -> None:
    fine, broken = "Rapat dihadiri 25 pegawai.", "Nomor KTP 6203025501900007 tercatat."
    corpus = [
        Entry("PII-01", True, 1, body=broken),
        Entry("PII-01", True, 2, body=fine),
        Entry("PII-01", False, 1, body=broken),
        Entry("PII-01", False, 2, body=fine),
    ]
    (score,) = (row for row in checks.scores(corpus) if row.rule == "PII-01")
    assert (score.right, score.wrong, score.missed) == (1, 1, 1)
    assert (score.precision, score.recall) == (0.5, 0.5)
    assert score.failed
    assert "di bawah sasaran" in str(score)


def test_a_milder_rule_is_told_but_fails_nothing() -> None:
    corpus = [Entry("BHS-01", True, 1, body="Semua baik.")]
    (score,) = (row for row in checks.scores(corpus) if row.rule == "BHS-01")
    assert score.recall == 0
    assert not score.failed


def test_the_articles_that_are_measured_are_news_of_some_length() -> None:
    article = next(checks._texts())
    assert 300 < len(article.body.split()) < 700
    assert not article.photos


def test_pyvips_is_measured_at_the_same_pictures() -> None:
    photo, jobs = pictures.phone_photo(), pictures.wanted()
    ours = pictures.with_ours(photo, jobs)
    theirs = pictures.with_pyvips(photo, [(job, pictures.layer(job)) for job in jobs])
    assert ours.keys() == theirs.keys()
    for name, data in ours.items():
        one, other = (Image.open(BytesIO(made)).convert("RGB") for made in (data, theirs[name]))
        assert one.size == other.size
        apart = ImageChops.difference(one.reduce(4), other.reduce(4))
        assert sum(ImageStat.Stat(apart).mean) / 3 < 5  # pyvips cuts at whole pixels
        assert len(theirs[name]) == pytest.approx(len(data), rel=0.05)


def test_pictures_are_held_to_pyvips_and_to_their_memory() -> None:
    pyvips = (pictures.Run(0.3, 0.3, 300.0),)
    again = pictures.Run(0.001, 0.001, 90.0)
    fine = pictures.Compared((pictures.Run(0.9, 0.38, 240.0),), pyvips, again)
    slow = pictures.Compared((pictures.Run(0.4, 0.4, 240.0),), pyvips, again)
    heavy = pictures.Compared((pictures.Run(0.3, 0.3, 260.0),), pyvips, again)
    assert [one.failed for one in (fine, slow, heavy)] == [False, True, True]
    assert "CPU 1.27  jam 3.00 kali" in str(fine)
