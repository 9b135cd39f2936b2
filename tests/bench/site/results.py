"""What the measurements come to: medians, ratios of pairs, growth, and the aims of the issue."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from math import log
from statistics import median
from typing import Any

from tests.bench.figure import TOLERANCE
from tests.bench.site.measure import Run
from tests.bench.site.session import CLEAN, ONE_MORE, SEARCH, SEARCH_MORE, TERBIT, Case

HUGO, BLOG = "Hugo", "mkdocs-material blog"
FULL = 10_000
"""The size that the aims speak of."""
ONE_ARTICLE = 1.5
"""Seconds for one article into ten thousand."""
MEMORY, SEARCH_MEMORY = 300.0, 600.0
"""Megabytes of a build at its peak, and of the search step."""
WITH_SEARCH = 4.0
"""Seconds for one article into ten thousand with the search bundle of its year."""


@dataclass(frozen=True)
class Aim:
    """A figure and what it should not be above."""

    name: str
    value: float
    aim: float
    unit: str = ""

    @property
    def missed(self) -> bool:
        """Whether it is above."""
        return self.value > self.aim

    @property
    def failed(self) -> bool:
        """Whether it is above by more than a slow machine explains."""
        return self.value > TOLERANCE * self.aim

    def __str__(self) -> str:
        mark = "  di atas sasaran" if self.missed else ""
        unit = f" {self.unit}" if self.unit else ""
        return f"{self.name:<60} {self.value:>8.3g}  sasaran {self.aim:.3g}{unit}{mark}"


@dataclass(frozen=True)
class Results:
    """All runs of a session by case, in the order in which they were made."""

    runs: Mapping[Case, tuple[Run, ...]]

    @classmethod
    def of(cls, pairs: Iterable[tuple[Case, Run]]) -> Results:
        """The runs collected by case."""
        found: dict[Case, tuple[Run, ...]] = {}
        for case, run in pairs:
            found[case] = (*found.get(case, ()), run)
        return cls(found)

    @classmethod
    def from_json(cls, document: Mapping[str, Any]) -> Results:
        """The results of an earlier session."""
        rows = document["cases"]
        return cls(
            {
                Case(row["tool"], row["act"], row["size"]): tuple(Run(**r) for r in row["runs"])
                for row in rows
            }
        )

    def to_json(self) -> dict[str, Any]:
        """All runs, and the aims that they can be held to."""
        return {
            "cases": [
                {**asdict(case), "runs": [asdict(run) for run in runs]}
                for case, runs in self.runs.items()
            ],
            "aims": [{**asdict(aim), "missed": aim.missed} for aim in self.aims()],
        }

    @property
    def sizes(self) -> list[int]:
        """How many articles there were, the fewest first."""
        return sorted({case.size for case in self.runs})

    def tools(self) -> list[str]:
        """The tools, in the order in which they came."""
        return list(dict.fromkeys(case.tool for case in self.runs))

    def stopped(self, case: Case) -> bool:
        """Whether the time limit came first."""
        return any(run.stopped for run in self.runs.get(case, ()))

    def middle(self, case: Case, what: str) -> float | None:
        """The median of "wall", "cpu" or "memory", None where it was not measured to its end."""
        runs = self.runs.get(case, ())
        return median(getattr(r, what) for r in runs) if runs and not self.stopped(case) else None

    def ratio(self, case: Case, other: Case, what: str) -> float | None:
        """The median over the rounds of one divided by the other, each by its own round."""
        pairs = zip(self.runs.get(case, ()), self.runs.get(other, ()), strict=False)
        if self.stopped(case) or self.stopped(other):
            return None
        found = [getattr(a, what) / (getattr(b, what) or 1e-9) for a, b in pairs]
        return median(found) if found else None

    def exponent(self, tool: str, act: str, what: str, sizes: tuple[int, int]) -> float | None:
        """How fast a figure grows with the number of articles: 1 is linear, 2 quadratic."""
        few, many = (self.middle(Case(tool, act, size), what) for size in sizes)
        if not few or not many:
            return None
        return log(many / few) / log(sizes[1] / sizes[0])

    def extrapolated(self, tool: str, what: str, size: int) -> float | None:
        """What a clean build of more articles would take, by the tool's own growth so far.

        Not for more than ten times what was measured.
        """
        known = [s for s in self.sizes if self.middle(Case(tool, CLEAN, s), what)]
        if len(known) < 2 or not known[-1] < size <= 10 * known[-1]:
            return None
        grown = self.exponent(tool, CLEAN, what, (known[-2], known[-1]))
        last = self.middle(Case(tool, CLEAN, known[-1]), what)
        return last * (size / known[-1]) ** grown if last and grown else None

    def aims(self) -> Iterator[Aim]:
        """The aims that this session can speak of."""
        clean, more = Case(TERBIT, CLEAN, FULL), Case(TERBIT, ONE_MORE, FULL)
        blog, own = self.extrapolated(BLOG, "cpu", FULL), self.middle(clean, "cpu")
        memory = [self.middle(case, "memory") or 0 for case in (clean, more)]
        n = f"{FULL:,}".replace(",", ".")
        hugo_more, hugo_clean = (Case(HUGO, act, FULL) for act in (ONE_MORE, CLEAN))
        search = [Case(TERBIT, act, FULL) for act in (SEARCH, SEARCH_MORE)]
        indexed = self.middle(search[1], "wall")
        built = self.middle(more, "wall")
        rows = (
            (f"satu berita lagi ke {n}, waktu", self.middle(more, "wall"), ONE_ARTICLE, "detik"),
            (
                f"satu berita lagi ke {n}, waktu dibanding Hugo",
                self.ratio(more, hugo_more, "wall"),
                0.1,
                "kali",
            ),
            (
                f"situs bersih {n}, waktu dibanding Hugo",
                self.ratio(clean, hugo_clean, "wall"),
                1.5,
                "kali",
            ),
            (
                f"situs bersih {n}, CPU dibanding plugin blog (ekstrapolasi)",
                own / blog if own and blog else None,
                1 / 9,
                "kali",
            ),
            (
                "pertumbuhan CPU situs bersih, pangkat 3.000→10.000",
                self.exponent(TERBIT, CLEAN, "cpu", (3_000, FULL)),
                1.05,
                "",
            ),
            (f"memori puncak pada {n} berita", max(memory) or None, MEMORY, "MB"),
            (
                f"satu berita lagi ke {n} dengan pencarian, waktu",
                built + indexed if built and indexed else None,
                WITH_SEARCH,
                "detik",
            ),
            (
                f"memori puncak pencarian pada {n} berita",
                max(self.middle(case, "memory") or 0 for case in search) or None,
                SEARCH_MEMORY,
                "MB",
            ),
        )
        return (Aim(name, value, aim, unit) for name, value, aim, unit in rows if value is not None)
