"""What people read of the results: lines for the terminal, a table and a chart for README."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from tests.bench.site import chart
from tests.bench.site.chart import Series
from tests.bench.site.results import BLOG, FULL, HUGO, Results
from tests.bench.site.session import (
    CLEAN,
    EACH,
    ONE_MORE,
    SEARCH,
    SEARCH_MORE,
    TERBIT,
    UNCHANGED,
    Case,
)

BEGIN, END = "<!-- kinerja:mulai -->", "<!-- kinerja:selesai -->"
"""The part of README between these lines is written by `--write`."""
PICTURE = ".github/gambar/kinerja.svg"
ACTS = {
    CLEAN: "from nothing",
    SEARCH: "search index from nothing",
    ONE_MORE: "one more article",
    SEARCH_MORE: "search index of its year",
    UNCHANGED: "nothing changed",
}
GUESS = "from nothing (by its growth so far)"
VERSIONS = ("python", "mkdocs-material", "hugo", "zensical")
SPANS = ((300, 3_000), (3_000, FULL))


def lines(results: Results) -> Iterator[str]:
    """Every case, then growth, then what the aims come to."""
    head = f"{'jumlah':>6} {'alat':<27} {'kerja':<19}"
    yield f"{head} {'detik':>8} {'CPU':>8} {'MB':>6} {'× Hugo':>7}"
    for case in results.runs:
        yield _line(results, case)
    for tool in results.tools():
        for few, many in SPANS:
            grown = results.exponent(tool, CLEAN, "cpu", (few, many))
            if grown is not None:
                yield f"pertumbuhan CPU {tool}, {few} → {many}: pangkat {grown:.2f}"
    guess = results.extrapolated(BLOG, "cpu", FULL)
    if guess:
        yield f"{BLOG}, {FULL} berita, menurut pangkatnya sendiri: {guess:.0f} detik CPU"


def _line(results: Results, case: Case) -> str:
    start = f"{case.size:>6} {case.tool:<27} {case.act:<19}"
    if results.stopped(case):
        run = results.runs[case][0]
        return f"{start} dihentikan setelah {run.wall:.0f} detik, {run.memory:.0f} MB"
    wall, cpu, memory = (results.middle(case, what) or 0 for what in ("wall", "cpu", "memory"))
    ratio = results.ratio(case, Case(HUGO, case.act, case.size), "wall")
    beside = f"{ratio:>7.2f}" if ratio and case.tool != HUGO else ""
    return f"{start} {wall:>8.2f} {cpu:>8.2f} {memory:>6.0f} {beside}".rstrip()


def table(results: Results, size: int) -> Iterator[str]:
    """A Markdown table of everything that was measured with so many articles."""
    yield f"| {size:,} articles | seconds | CPU seconds | peak MB | time against Hugo |"
    yield "|---|---:|---:|---:|---:|"
    for act in ACTS:
        for tool in results.tools():
            if Case(tool, act, size) in results.runs:
                yield _row(results, Case(tool, act, size))
    wall, cpu = (results.extrapolated(BLOG, what, size) for what in ("wall", "cpu"))
    if size == FULL and wall and cpu:
        yield f"| {BLOG}, {GUESS} | ≈ {wall:,.0f} | ≈ {cpu:,.0f} | | |"


def _row(results: Results, case: Case) -> str:
    name = f"{case.tool}, {ACTS[case.act]}"
    if results.stopped(case):
        run = results.runs[case][0]
        return f"| {name} | stopped at {run.wall:,.0f} | | {run.memory:,.0f} | |"
    wall, cpu, memory = (results.middle(case, what) or 0 for what in ("wall", "cpu", "memory"))
    ratio = results.ratio(case, Case(HUGO, case.act, case.size), "wall")
    beside = f"{ratio:.2f}" if ratio and case.tool != HUGO else ""
    return f"| {name} | {wall:,.2f} | {cpu:,.2f} | {memory:,.0f} | {beside} |"


def series(results: Results) -> list[Series]:
    """The lines of the chart: seconds by the clock over the number of articles."""
    tools = [tool for tool in results.tools() if tool != EACH]
    wanted = [(TERBIT, ONE_MORE), *((tool, CLEAN) for tool in tools)]
    found = []
    for tool, act in wanted:
        values = ((s, results.middle(Case(tool, act, s), "wall")) for s in results.sizes)
        points = tuple((size, value) for size, value in values if value)
        guess = results.extrapolated(tool, "wall", FULL) if act == CLEAN else None
        guessed = ((FULL, guess),) if guess and FULL in results.sizes and tool == BLOG else ()
        name = f"{tool}, {ACTS[act]}" if tool == TERBIT else tool
        if points:
            found.append(Series(name, (*points, *guessed), len(guessed)))
    return found


def picture(results: Results) -> str:
    """The chart as SVG."""
    return chart.draw(
        series(results),
        "Building the site, by number of articles",
        "Seconds by the clock on two cores (each step is ten times more)",
        "Articles",
    )


def section(results: Results, machine: Mapping[str, str]) -> str:
    """What README says between its two marks."""
    said = ", ".join(f"{name} {value}" for name, value in machine.items() if name in VERSIONS)
    where = f"{machine['processor']}, {machine['cores']} cores, {machine['memory']}"
    rows: list[str] = []
    for size in _shown(results):
        rows += [*table(results, size), ""]
    return "\n".join(
        [
            f"![Seconds to build the site, by number of articles]({PICTURE})",
            "",
            *rows,
            f"Measured by `make bench` on {machine['date']}: {where}; {said}.",
            "Medians of runs in turn; ratios are those of each round. What each tool has to do",
            "and what it is spared is told in [tests/bench/site](tests/bench/site/__init__.py).",
        ]
    )


def _shown(results: Results) -> Sequence[int]:
    """The biggest size, and the biggest that the slow tools built too."""
    slow = [case.size for case in results.runs if case.tool == BLOG]
    return sorted({results.sizes[-1], *([max(slow)] if slow else [])}, reverse=True)


def write(root: Path, results: Results, machine: Mapping[str, str]) -> None:
    """Put table and chart into README. Raises ValueError where it has no place for them."""
    readme = root / "README.md"
    text = readme.read_text("utf-8")
    before, begin, rest = text.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise ValueError(f"README.md tidak memuat {BEGIN} dan {END}")
    part = section(results, machine)
    readme.write_text(f"{before}{BEGIN}\n{part}\n{END}{after}", encoding="utf-8")
    target = root / PICTURE
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(picture(results), encoding="utf-8")
