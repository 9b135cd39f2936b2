"""Kill -9 at every step, every fault, every recovery: one post, and an archive that says so."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from terbit.core.sending import Repeat
from tests.channels.exactly_once import STEPS, Bench, Case, check, matrix, prepare, sample
from tests.channels.tiny import Tiny, TinySender, serving
from tests.rooms import Room

CHANNEL = "mastodon"


@pytest.fixture(scope="module")
def template(room_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sekali") / "room"
    return prepare(Room.copy(room_template, folder), CHANNEL).folder


Record = Callable[[str, object], None]


@pytest.mark.parametrize("rule", [Repeat.SAFE, Repeat.LOOK])
@pytest.mark.parametrize("step", STEPS)
def test_exactly_one_post(
    template: Path, tmp_path: Path, step: str, rule: Repeat, record_property: Record
) -> None:
    play(sample((step,)), template, tmp_path, rule, record_property)


@pytest.mark.slow
@pytest.mark.parametrize("rule", [Repeat.SAFE, Repeat.LOOK])
@pytest.mark.parametrize("step", STEPS)
def test_exactly_one_post_in_every_combination(
    template: Path, tmp_path: Path, step: str, rule: Repeat, record_property: Record
) -> None:
    play(matrix((step,)), template, tmp_path, rule, record_property)


def play(cases: Iterator[Case], template: Path, folder: Path, rule: Repeat, record: Record) -> None:
    """Some combinations, one after another, on a server of their own."""
    tiny, tried = Tiny(rule), 0
    with serving(tiny) as port:
        bench = Bench(CHANNEL, lambda: TinySender(port, rule), tiny.arm, tiny.count)
        for case in cases:
            tried += 1
            check(bench, template, folder / str(tried), case)
            shutil.rmtree(folder / str(tried))
            tiny.posts.clear()
    record(f"a small medium where repeats are {rule.value}", tried)
