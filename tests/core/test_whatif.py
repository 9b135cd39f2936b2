"""What if somebody pressed one more button."""

from __future__ import annotations

from terbit.core.facts import Account, Facts
from terbit.core.gate import evaluate
from terbit.core.verdict import Reason
from terbit.core.whatif import with_review
from tests.core.gate.scenario import INSPEKTORAT, Scene, written


def pressed(scene: Scene, *presses: tuple[str, str]) -> Reason:
    facts: Facts = scene.facts()
    for login, state in presses:
        facts = with_review(facts, Account(login, scene.setting.ids[login]), state)
    return evaluate(scene.setting.procedure, scene.setting.office, facts, facts.now).reason


def test_one_more_approval_is_judged_like_a_real_one() -> None:
    scene = written(INSPEKTORAT)
    assert pressed(scene, ("hendra-irban1", "APPROVED")) is Reason.WAIT_APPROVAL
    both = (("hendra-irban1", "APPROVED"), ("arif-atasan", "APPROVED"))
    assert pressed(scene, *both) is Reason.READY
    assert pressed(scene, *reversed(both)) is Reason.WAIT_APPROVAL


def test_an_objection_sends_it_back() -> None:
    scene = written(INSPEKTORAT)
    scene.approve("hendra-irban1")
    assert pressed(scene, ("arif-atasan", "CHANGES_REQUESTED")) is Reason.CHANGES_REQUESTED


def test_the_facts_themselves_stay_as_they_were() -> None:
    scene = written(INSPEKTORAT)
    facts = scene.facts()
    with_review(facts, Account("arif-atasan", 1), "APPROVED")
    assert facts == scene.facts()
