"""Kill -9 at every step, every fault, every recovery: one post, and an archive that says so."""

from __future__ import annotations

from pathlib import Path

import pytest

from terbit.core.sending import Repeat
from tests.channels.exactly_once import STEPS, Bench, check, matrix, prepare
from tests.channels.tiny import Tiny, TinySender, serving
from tests.rooms import Room

CHANNEL = "mastodon"


@pytest.fixture(scope="module")
def template(room_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sekali") / "room"
    return prepare(Room.copy(room_template, folder), CHANNEL).folder


@pytest.mark.parametrize("rule", [Repeat.SAFE, Repeat.LOOK])
@pytest.mark.parametrize("step", STEPS)
def test_exactly_one_post(
    template: Path, tmp_path: Path, step: str, rule: Repeat, capsys: pytest.CaptureFixture[str]
) -> None:
    tiny, tried = Tiny(rule), 0
    with serving(tiny) as port:
        bench = Bench(CHANNEL, lambda: TinySender(port, rule), tiny.arm, tiny.count)
        for tried, case in enumerate(matrix((step,)), start=1):
            tiny.posts.clear()
            check(bench, template, tmp_path / str(tried), case)
    with capsys.disabled():
        print(f"\nexactly once, {rule.value}, {step or 'no death'}: {tried} combinations")
