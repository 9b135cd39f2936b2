"""Tools take turns, and one that builds nothing is not fast."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.bench.site.competitors import Hugo
from tests.bench.site.session import CLEAN, ONE_MORE, SEARCH, SEARCH_MORE, UNCHANGED, Case, Session

BUILD = """
from pathlib import Path
for path in Path("content/berita").glob("*/*/*.md"):
    page = Path("public") / path.stem / "index.html"
    page.parent.mkdir(parents=True, exist_ok=True)
    page.touch()
"""


@dataclass
class Copier(Hugo):
    """Makes an empty page of every article of Hugo's folder."""

    name: str = "satu"
    code: str = field(default=BUILD)

    @property
    def command(self) -> Sequence[str]:
        return sys.executable, "-c", self.code


def test_every_tool_does_everything_in_every_round(tmp_path: Path) -> None:
    tools = (Copier, lambda folder: Copier(folder, name="dua"))
    slow = (lambda folder: Copier(folder, name="lambat"),)
    cases = [case for case, _ in Session(tmp_path, tools, slow, rounds=2).run([3])]
    acts = [Case(name, act, 3) for act in (CLEAN, ONE_MORE, UNCHANGED) for name in ("satu", "dua")]
    assert cases == [*acts[:2], Case("lambat", CLEAN, 3), *acts[2:], *acts]


def test_the_search_index_is_a_step_of_its_own(tmp_path: Path) -> None:
    index = (sys.executable, "-c", "open('indeks', 'a').write('x')")
    tools = (lambda folder: Copier(folder, search=index),)
    acts = [case.act for case, _ in Session(tmp_path, tools, rounds=1).run([3])]
    assert acts == [CLEAN, SEARCH, ONE_MORE, SEARCH_MORE, UNCHANGED]


def test_a_tool_that_leaves_articles_out_ends_the_session(tmp_path: Path) -> None:
    session = Session(tmp_path, (lambda folder: Copier(folder, code="pass"),))
    with pytest.raises(RuntimeError, match="0 halaman dari 3 berita"):
        list(session.run([3]))
