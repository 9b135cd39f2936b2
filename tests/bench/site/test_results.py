"""What the measurements come to."""

from __future__ import annotations

import json
import re
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.bench.site import chart, report
from tests.bench.site.chart import Series
from tests.bench.site.measure import Run
from tests.bench.site.results import BLOG, HUGO, Results
from tests.bench.site.session import CLEAN, ONE_MORE, SEARCH_MORE, TERBIT, UNCHANGED, Case

MACHINE = {"date": "2026-11-22", "processor": "X", "cores": "2", "memory": "8 GiB", "hugo": "0.1"}


def run(wall: float, *, stopped: bool = False) -> Run:
    return Run(wall, wall * 2, 100.0, 80.0, stopped)


def session(**changed: float) -> Results:
    """Ours twice as slow as Hugo from nothing and ten times as fast for one article."""
    pairs = []
    for size in (300, 3_000, 10_000):
        for act, ours in ((CLEAN, size / 500), (ONE_MORE, size / 10_000), (UNCHANGED, 0.5)):
            seconds = changed.get(act, ours)
            pairs += [(Case(TERBIT, act, size), run(seconds))] * 3
            pairs += [(Case(HUGO, act, size), run(size / 1_000))] * 3
    pairs += [(Case(BLOG, CLEAN, 300), run(6)), (Case(BLOG, CLEAN, 3_000), run(120))]
    pairs += [(Case("Zensical blog", CLEAN, 3_000), run(300, stopped=True))]
    return Results.of(pairs)


def test_a_ratio_is_that_of_the_same_round() -> None:
    ours, other = Case(TERBIT, CLEAN, 3), Case(HUGO, CLEAN, 3)
    pairs = [(ours, 2), (other, 1), (ours, 40), (other, 10), (ours, 9), (other, 3)]
    results = Results.of((case, run(seconds)) for case, seconds in pairs)
    assert results.ratio(ours, other, "wall") == 3
    assert results.middle(ours, "wall") == 9


def test_growth_is_a_power_and_carries_on() -> None:
    results = session()
    assert results.exponent(TERBIT, CLEAN, "cpu", (300, 10_000)) == pytest.approx(1)
    assert results.exponent(BLOG, CLEAN, "cpu", (300, 3_000)) == pytest.approx(1.301, abs=0.001)
    assert results.extrapolated(BLOG, "wall", 10_000) == pytest.approx(575, abs=1)
    assert results.extrapolated(BLOG, "wall", 100_000) is None
    assert results.extrapolated(TERBIT, "wall", 10_000) is None


def test_what_was_stopped_has_no_figure() -> None:
    results, case = session(), Case("Zensical blog", CLEAN, 3_000)
    assert results.middle(case, "wall") is None
    assert results.ratio(case, Case(HUGO, CLEAN, 3_000), "wall") is None
    assert any("dihentikan setelah 300 detik" in line for line in report.lines(results))


def test_the_aims_of_the_issue_are_told() -> None:
    aims = {aim.name.split(",")[0]: aim for aim in session().aims() if "Hugo" not in aim.name}
    assert not aims["satu berita lagi ke 10.000"].missed
    assert aims["memori puncak pada 10.000 berita"].value == 100
    beside = [aim for aim in session().aims() if "Hugo" in aim.name]
    assert [round(aim.value, 3) for aim in beside] == [0.1, 2]
    assert [str(aim).endswith("di atas sasaran") for aim in beside] == [False, True]
    assert not any(aim.failed for aim in beside)
    slow = session(**{ONE_MORE: 3.1})
    assert next(slow.aims()).failed


def test_the_search_index_counts_with_the_article() -> None:
    more, search = Case(TERBIT, ONE_MORE, 10_000), Case(TERBIT, SEARCH_MORE, 10_000)
    found = [str(aim) for aim in Results.of([(more, run(1)), (search, run(2.5))]).aims()]
    assert [line for line in found if "dengan pencarian" in line and " 3.5 " in line]
    assert [line for line in found if "memori puncak pencarian" in line and " 100 " in line]


def test_a_short_session_has_no_aims() -> None:
    assert list(Results.of([(Case(TERBIT, CLEAN, 300), run(1))]).aims()) == []


def test_results_can_be_kept() -> None:
    kept = json.loads(json.dumps(session().to_json()))
    assert Results.from_json(kept) == session()


def test_the_chart_is_xml_with_a_line_for_each_tool() -> None:
    root = ElementTree.fromstring(report.picture(session()))  # noqa: S314  (our own)
    found = [node.text for node in root.iter() if "name" in node.get("class", "")]
    assert found == [
        f"{BLOG}  ≈ 575 s",
        f"{TERBIT}, from nothing  20 s",
        f"{HUGO}  10 s",
        f"{TERBIT}, one more article  1 s",
    ]


def test_names_in_the_chart_never_touch() -> None:
    drawn = chart.draw([Series(n, ((300, 1.0), (3_000, 2.0))) for n in "abcd"], "a", "b", "c")
    heights = [float(y) for y in re.findall(r'class="name c\d" x="\d+" y="([\d.]+)"', drawn)]
    assert len(heights) == 4
    assert all(b - a >= chart.ROW for a, b in pairwise(heights))


def test_what_is_guessed_is_dashed_and_has_no_dot() -> None:
    drawn = chart.draw([Series("a", ((300, 1.0), (3_000, 9.0), (10_000, 70.0)), 1)], "", "", "")
    assert drawn.count('class="line guess') == 1
    assert drawn.count("<circle") == 2


def test_readme_gets_table_and_chart_between_its_marks(tmp_path: Path) -> None:
    readme = tmp_path / "README.md"
    readme.write_text(f"awal\n{report.BEGIN}\nlama\n{report.END}\nakhir\n", encoding="utf-8")
    for _ in range(2):
        report.write(tmp_path, session(), MACHINE)
    text = readme.read_text("utf-8")
    assert text.startswith(f"awal\n{report.BEGIN}\n![")
    assert text.endswith(f"{report.END}\nakhir\n")
    assert "lama" not in text
    assert f"| {TERBIT}, one more article | 1.00 | 2.00 | 100 | 0.10 |" in text
    assert "| Zensical blog, from nothing | stopped at 300 | | 100 | |" in text
    assert (tmp_path / report.PICTURE).read_text("utf-8").startswith("<svg")


def test_a_readme_without_marks_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("awal\n")
    with pytest.raises(ValueError, match="tidak memuat"):
        report.write(tmp_path, session(), MACHINE)
    assert [path.name for path in tmp_path.iterdir()] == ["README.md"]
