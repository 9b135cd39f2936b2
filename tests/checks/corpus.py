"""The corpus: for each rule sentences that break it, and sentences that only look like it.

One or more files a rule in `tests/checks/sentences/`. An entry is a sentence that becomes a
paragraph of a faultless article, or a mapping that says more:

    body, whole, head   a paragraph; the whole body; keys of the head
    also                other rules that rightly speak up as well
    level               the level that the finding must have
    case                what is known beside the article (`terbit/newsroom/sample_cases.py`)
    known               why the rule cannot get this right; it counts against the figures
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from terbit.checks import run
from terbit.core.article import Article
from terbit.core.finding import Finding
from terbit.newsroom import sample_cases
from tests.checks.offices import CONTEXT, LEAD, build

FOLDER = Path(__file__).parent / "sentences"


@dataclass(frozen=True)
class Entry:
    """One sentence; `bad` where it breaks `rule`."""

    rule: str
    bad: bool
    number: int
    body: str = ""
    whole: str = ""
    head: Any = None
    case: Any = None
    also: tuple[str, ...] = ()
    level: str = ""
    known: str = ""

    @property
    def id(self) -> str:
        return f"{self.rule}-{'buruk' if self.bad else 'baik'}-{self.number}"

    @property
    def expected(self) -> frozenset[str]:
        """Every rule that rightly finds something here."""
        return frozenset(self.also) | (frozenset({self.rule}) if self.bad else frozenset())

    def article(self) -> Article:
        body = self.whole or (f"{LEAD}\n{self.body}\n" if self.body else LEAD)
        return build(body, **(self.head or {}))

    def findings(self) -> tuple[Finding, ...]:
        return run(self.article(), sample_cases.known(CONTEXT, self.case or {}))


def entries(folder: Path = FOLDER) -> Iterator[Entry]:
    """Every entry of a folder of sentence files, in order; a rule may have several files."""
    counts = Counter[tuple[str, bool]]()
    for path in sorted(folder.glob("*.yaml")):
        document = yaml.load(path.read_text("utf-8"), yaml.CSafeLoader)
        for bad, key in ((True, "bad"), (False, "good")):
            for row in document.get(key) or ():
                kind = (document["rule"], bad)
                counts[kind] += 1
                yield _entry(*kind, counts[kind], row)


def _entry(rule: str, bad: bool, number: int, row: Any) -> Entry:
    if isinstance(row, str):
        return Entry(rule, bad, number, body=row)
    return Entry(rule, bad, number, **{**row, "also": tuple(row.get("also", ()))})
