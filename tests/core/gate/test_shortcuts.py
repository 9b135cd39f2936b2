"""The look-ahead counts one more approval on top of the others: as if all were counted anew."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from terbit.core.gate.needs import Needs
from terbit.core.verdict import Verdict

from .scenario import DINKES, INSPEKTORAT, Scene, Setting, iso, written
from .test_properties import Story, few, stories

SEVERAL_POSTS = (
    DINKES.step("telaah_privasi", quorum=2)
    .with_row("dr-salma", "ppid_pelaksana")
    .with_row("gunawan-kadis", "ppid_pelaksana")
    .with_row("gunawan-kadis", "kabid_p2p")
    .with_row("eko-data", "dokter_penelaah")
)
TWO_POSTS = INSPEKTORAT.with_row("arif-atasan", "ketua_ppid")


def counted_anew(scene: Scene) -> Verdict:
    """The verdict without any shortcut: every look ahead reads all approvals again."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Needs, "_overtaken", lambda *_: True)
        patch.setattr(Needs, "_least", lambda *_: 0)
        return scene.verdict()


def approved(setting: Setting, people: Iterable[str], ahead: int = 0) -> Scene:
    """Approvals in this order, objections with "!"; the last `ahead` minutes before now."""
    scene = written(setting)
    for who in people:
        if who.startswith("!"):
            scene.object(who[1:])
        else:
            scene.approve(who)
    scene.doc["now"] = iso(scene.last + timedelta(minutes=5 - ahead))
    return scene


@pytest.mark.parametrize(
    ("setting", "people"),
    [
        (INSPEKTORAT, ["arif-atasan", "tuti-sekppid"]),
        (TWO_POSTS, ["arif-atasan"]),
        (TWO_POSTS, ["arif-atasan", "tuti-sekppid", "arif-atasan"]),
        (SEVERAL_POSTS, ["eko-data", "gunawan-kadis", "eko-data", "!mira-pdp", "mira-pdp"]),
        (DINKES, ["gunawan-kadis"]),
        (DINKES, ["hadi-ppid", "dr-salma", "hadi-ppid", "!eko-data"]),
    ],
)
@pytest.mark.parametrize("ahead", [0, 15, 35])
def test_one_more_approval_counts_as_if_all_were_counted_anew(
    setting: Setting, people: list[str], ahead: int
) -> None:
    """Also where a reviewer's clock runs ahead, so that the next approval is not the last."""
    scene = approved(setting, people, ahead)
    assert scene.verdict() == counted_anew(scene)


@few
@given(stories((INSPEKTORAT, TWO_POSTS)), st.integers(0, 40))
def test_whatever_is_told_the_shortcuts_change_nothing(scene: Story, ahead: int) -> None:
    scene.doc["now"] = iso(scene.last - timedelta(minutes=ahead))
    assert scene.verdict() == counted_anew(scene)
