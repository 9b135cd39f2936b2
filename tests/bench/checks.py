"""How right the rules are on the corpus, and how much CPU they take.

`python -m tests.bench.checks FOLDER` scores them on other sentences of the same form.
"""

from __future__ import annotations

import random
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from time import perf_counter
from typing import Any

from terbit import config
from terbit.checks import RULES
from terbit.checks.reading.prose import sentences
from terbit.commands.check import check
from terbit.core.article import INDEX, Article
from terbit.core.finding import Level
from terbit.newsroom import samples
from tests.bench.figure import Figure, report
from tests.bench.start import as_installed, spent
from tests.checks.corpus import FOLDER as SENTENCES
from tests.checks.corpus import Entry, entries
from tests.checks.offices import CONTEXT, FRONT, LEAD, build

ONE_ARTICLE, TEN_THOUSAND = 1.5, 60.0
"""Seconds, of CPU and by the clock."""
HERE = Path(__file__).parents[2]
NEWS = HERE / "content/berita"
ARTICLES = 10_000
RUNS = 3
GRAVE = frozenset({Level.TOLAK, Level.TAHAN})
PRECISION, RECALL = 0.98, 0.95
"""What the grave rules are held to."""


@dataclass(frozen=True)
class Score:
    """How often a rule was right: found and right, found and wrong, missed."""

    rule: str
    right: int
    wrong: int
    missed: int

    @property
    def precision(self) -> float:
        """The part of what was found that was right."""
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 1.0

    @property
    def recall(self) -> float:
        """The part of what was there that was found."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0

    @property
    def failed(self) -> bool:
        """Whether a grave rule is below its aim."""
        grave = RULES[self.rule].level in GRAVE
        return grave and (self.precision < PRECISION or self.recall < RECALL)

    def __str__(self) -> str:
        count = self.right + self.missed
        mark = "  di bawah sasaran" if self.failed else ""
        said = f"presisi {self.precision:.3f}  perolehan {self.recall:.3f}"
        return f"{self.rule:<8} {RULES[self.rule].level:<6} {count:>4} kasus  {said}{mark}"


def scores(corpus: Iterable[Entry] | None = None) -> Iterator[Score]:
    """One score for each rule, over the sentences of all rules.

    A milder rule is held to its own sentences only: nobody labelled the others for it.
    """
    right, wrong, missed = Counter[str](), Counter[str](), Counter[str]()
    for entry in corpus if corpus is not None else entries():
        found = {finding.rule for finding in entry.findings()} & set(RULES)
        found = {r for r in found if r == entry.rule or RULES[r].level in GRAVE}
        right.update(found & entry.expected)
        wrong.update(found - entry.expected)
        missed.update({entry.rule} & entry.expected - found)
    for rule in RULES:
        yield Score(rule, right[rule], wrong[rule], missed[rule])


def figures() -> Iterator[Figure]:
    """One article with five photos from the prompt, and the text of ten thousand."""
    yield Figure("terbit check, satu berita dengan lima foto", tuple(_commands()), ONE_ARTICLE)
    yield Figure("teks 10.000 berita, dibaca dan diperiksa di semua inti", (_many(),), TEN_THOUSAND)


def _commands() -> Iterator[float]:
    """Seconds of CPU of `terbit check` on a newsroom of one article."""
    with tempfile.TemporaryDirectory() as place, tempfile.TemporaryDirectory() as cache:
        root, environment = Path(place), as_installed(Path(cache))
        for name in ("sop.yml", "kantor.yml"):
            (root / name).write_bytes((HERE / name).read_bytes())
        folder = _five_photos(root)
        command = [sys.executable, "-m", "terbit", "check", folder]
        quiet: Any = {"cwd": root, "env": environment, "stdout": subprocess.DEVNULL}
        for _ in range(RUNS + 1):
            before = spent()
            subprocess.run(command, check=False, **quiet)
            yield spent() - before


def _five_photos(root: Path) -> str:
    """An article with five photos as a phone takes them, after intake (2400 x 1800)."""
    names = [f"foto-{number}.jpg" for number in range(1, 6)]
    row = samples.HEAD["foto"][0]
    rows: Any = [{**row, "berkas": name} for name in names]
    files = {name: samples.photo((2400, 1800)) for name in names}
    body = "\n\n".join([LEAD, *_paragraphs(random.Random(1))])  # noqa: S311
    made = build(body, files=files, foto=rows)
    folder = root / made.folder
    folder.mkdir(parents=True)
    for name, data in made.files.items():
        (folder / name).write_bytes(data)
    return made.folder


def _many() -> float:
    """Seconds by the clock that `terbit check` takes for ten thousand articles.

    The rules and the channels are those of this repository's own kantor.yml.
    """
    office = config.load(HERE).office
    with tempfile.TemporaryDirectory() as place:
        root = Path(place)
        for number, article in enumerate(_texts()):
            folder = root / f"content/berita/2026/{number % 12 + 1:02}/berita-{number}"
            folder.mkdir(parents=True)
            (folder / INDEX).write_text(article.source, encoding="utf-8")
        before = perf_counter()
        result = check(root, ["content"], CONTEXT.today, office, frozenset())
        assert not result.problems
        return perf_counter() - before


def _texts() -> Iterator[Article]:
    """Articles without photos, every one another and with a title of its own."""
    chance = random.Random(7)  # noqa: S311
    for number in range(1, ARTICLES + 1):
        title = f"{FRONT['judul']} Tahap {number}"
        yield build("\n\n".join([LEAD, *_paragraphs(chance)]), foto=[], judul=title)


def _paragraphs(chance: random.Random) -> Iterator[str]:
    """Eight paragraphs of four sentences: some 400 words, the length that the guides want.

    Three of four sentences are those of the published samples, the fourth only looks dangerous.
    """
    for _ in range(8):
        chosen = [*chance.sample(_ordinary(), 3), chance.choice(_tricky())]
        chance.shuffle(chosen)
        yield " ".join(chosen)


@cache
def _ordinary() -> list[str]:
    """Sentences of the repository's own published articles; of the corpus where there are none."""
    bodies = (path.read_text("utf-8").split("---", 2)[2] for path in NEWS.rglob(INDEX))
    lines = (line for body in bodies for line in body.splitlines() if line[:1].isalpha())
    return [line[a:b].strip() for line in lines for a, b in sentences(line)] or _tricky()


@cache
def _tricky() -> list[str]:
    """Sentences of the corpus that are fine."""
    return [e.body for e in entries() if not e.bad and e.body and "\n" not in e.body]


if __name__ == "__main__":
    chosen = Path(sys.argv[1]) if sys.argv[1:] else SENTENCES
    sys.exit(report(scores(entries(chosen))))
