"""The urgent path: the decision may come before a review that the SOP lets follow."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from terbit.core.gate.urgency import is_telling

from .scenario import DESA, DINKES, DRAFT, FLOOD, INSPEKTORAT, Scene, Setting, counted, why, written
from .test_properties import Story, events

QUICK = INSPEKTORAT.allowing("verifikasi")
CLINIC = DINKES.allowing("telaah_ppid")
PAGE = "content/ppid/berkala.md"
OTHER = "content/berita/2026/11/lomba-desa/index.md"
MEDIC, PPID, PDP, DATA, HEAD = "dr-salma", "hadi-ppid", "mira-pdp", "eko-data", "gunawan-kadis"


def urgent(setting: Setting = QUICK, **scene: object) -> Scene:
    made = written(setting, **scene)
    made.urgent()
    return made


def test_the_decision_alone_lets_an_urgent_text_go_and_the_review_follows():
    scene = urgent()
    waiting = scene.verdict()
    assert (waiting.reason, waiting.approvals_needed) == ("WAIT_APPROVAL", 1)
    assert waiting.can_act == ("arif-atasan",)
    scene.approve("arif-atasan")
    verdict = scene.verdict()
    assert verdict.allow_merge
    assert verdict.postponed == ("verifikasi",)
    assert counted(verdict) == {"persetujuan": [501]}


def test_the_review_is_due_at_the_end_of_the_next_working_day():
    scene = urgent(now="17 12:00")
    assert scene.verdict().due == scene.time("18 16:00")


@pytest.mark.parametrize(
    ("now", "due"),
    [
        ("20 18:00", "23 16:00"),  # a Friday evening: Monday
        ("22 03:00", "23 16:00"),  # a Sunday night
        ("2026-12-23 10:00", "2026-12-28 16:00"),  # Christmas, its cuti bersama, the weekend
    ],
)
def test_weekends_and_holidays_are_no_working_days(now: str, due: str):
    scene = urgent(now=now)
    assert scene.verdict().due == scene.time(due)


def test_a_review_in_time_makes_it_an_ordinary_approval():
    scene = urgent()
    scene.approve("hendra-irban1")
    assert scene.verdict().postponed == ()
    scene.approve("arif-atasan")
    verdict = scene.verdict()
    assert verdict.allow_merge
    assert verdict.postponed == ()
    assert counted(verdict) == {"verifikasi": [501], "persetujuan": [502]}


def test_a_review_after_the_decision_takes_no_green_light_away():
    scene = urgent()
    scene.approve("arif-atasan", "hendra-irban1")
    verdict = scene.verdict()
    assert verdict.allow_merge
    assert verdict.postponed == ("verifikasi",)
    assert why(verdict) == {502: "FOLLOWS"}


def test_a_review_after_the_decision_by_whoever_wrote_does_not_follow():
    scene = urgent()
    scene.push("hendra-irban1", "D2")
    scene.approve("arif-atasan", "hendra-irban1")
    assert scene.verdict().allow_merge
    assert why(scene.verdict()) == {502: "SELF_REVIEW"}


def _off(scene: Scene) -> None:
    scene.setting = INSPEKTORAT


def _unmarked(scene: Scene) -> None:
    scene.doc["urgent"] = []


def _other_class(scene: Scene) -> None:
    scene.doc["urgent"][0]["classification"] = "berkala"


def _no_reason(scene: Scene) -> None:
    scene.doc["urgent"][0]["reason"] = "Penting sekali, penting."


def _other_path(scene: Scene) -> None:
    scene.doc["urgent"][0]["path"] = "content/berita/2026/11/lain"


def _only_title(scene: Scene) -> None:
    _unmarked(scene)
    scene.doc["pr"].update(title="MENDESAK: serta-merta", labels=[{"name": "mendesak"}])


def _with_page(scene: Scene) -> None:
    scene.doc["pr"]["files"].append({"filename": PAGE, "status": "modified"})


def _with_other(scene: Scene) -> None:
    scene.doc["pr"]["files"].append({"filename": OTHER, "status": "added"})


def _moves_other(scene: Scene) -> None:
    files = scene.doc["pr"]["files"]
    files.append({"filename": DRAFT, "previous_filename": OTHER, "status": "renamed"})


@pytest.mark.parametrize(
    "change",
    [
        _off,
        _unmarked,
        _other_class,
        _no_reason,
        _other_path,
        _only_title,
        _with_page,
        _with_other,
        _moves_other,
    ],
)
def test_anything_less_takes_the_ordinary_path(change):
    scene = urgent()
    change(scene)
    scene.approve("arif-atasan")
    verdict = scene.verdict()
    assert verdict.reason == "WAIT_VERIFICATION"
    assert verdict.postponed == ()
    assert why(verdict) == {501: "BEFORE_VERIFICATION"}


def test_a_draft_that_moves_along_does_not_matter():
    scene = urgent(files=())
    scene.files(("content/berita/2026/11/kerja-bakti/index.md", DRAFT))
    scene.approve("arif-atasan")
    assert scene.verdict().postponed == ("verifikasi",)


def test_policy_is_never_urgent():
    scene = urgent(files=("sop.yml",))
    scene.approve("arif-atasan")
    assert scene.verdict().reason == "WAIT_VERIFICATION"


def test_who_wrote_does_not_decide_although_the_top_role_may_correct_else():
    corrected = urgent()
    corrected.push("arif-atasan", "D2")
    corrected.approve("arif-atasan")
    verdict = corrected.verdict()
    assert verdict.reason == "WAIT_VERIFICATION"
    assert not verdict.allow_merge


def test_an_objection_blocks():
    scene = urgent()
    scene.approve("arif-atasan")
    scene.object("sari-pelaksana")
    verdict = scene.verdict()
    assert verdict.reason == "CHANGES_REQUESTED"
    assert verdict.blocked_by == (502,)


def test_whoever_objects_as_reviewer_has_looked_so_nothing_follows():
    scene = urgent()
    scene.object("hendra-irban1")
    scene.approve("arif-atasan")
    verdict = scene.verdict()
    assert verdict.reason == "WAIT_VERIFICATION"
    assert verdict.postponed == ()
    scene.approve("hendra-irban1", "arif-atasan")
    assert scene.verdict().allow_merge


def test_a_changed_byte_voids_the_decision_and_its_reason():
    scene = urgent()
    scene.approve("arif-atasan")
    scene.push("rina-admin", "D2")
    verdict = scene.verdict()
    assert verdict.reason == "WAIT_APPROVAL"
    assert why(verdict) == {501: "STALE_CONTENT"}


def test_without_a_drafter_it_waits_for_one():
    scene = urgent(by="hendra-irban1")
    scene.approve("arif-atasan")
    assert scene.verdict().reason == "WAIT_ADMIN"


def test_nobody_to_verify_does_not_hold_an_urgent_text_up():
    away = QUICK.without("maya-irban2", "lukas-ketuappid", "tuti-sekppid")
    scene = urgent(away.dated("hendra-irban1", end="2026-11-15"))
    assert scene.verdict().approvals_needed == 1
    scene.approve("arif-atasan")
    assert scene.verdict().allow_merge


def test_of_seven_steps_only_the_named_one_follows():
    scene = urgent(CLINIC)
    verdict = scene.verdict()
    assert (verdict.reason, verdict.step) == ("WAIT_VERIFICATION", 3)
    assert (verdict.postponed, verdict.approvals_needed) == (("telaah_ppid",), 4)
    scene.approve(HEAD)
    assert why(scene.verdict()) == {501: "BEFORE_VERIFICATION"}
    scene.approve(MEDIC, PDP)
    assert (scene.verdict().reason, scene.verdict().step) == ("WAIT_VERIFICATION", 5)
    scene.approve(DATA, HEAD)
    verdict = scene.verdict()
    assert verdict.allow_merge
    assert verdict.postponed == ("telaah_ppid",)


def test_of_seven_steps_the_named_one_may_still_come_in_its_turn():
    scene = urgent(CLINIC)
    scene.approve(MEDIC, PPID, PDP, DATA, HEAD)
    verdict = scene.verdict()
    assert verdict.allow_merge
    assert verdict.postponed == ()


def test_of_two_that_may_follow_only_the_missing_one_does():
    scene = urgent(DINKES.allowing("telaah_medis", "telaah_ppid"))
    scene.approve(MEDIC, PDP, DATA, HEAD)
    assert scene.verdict().postponed == ("telaah_ppid",)
    none = urgent(DINKES.allowing("telaah_medis", "telaah_ppid"))
    none.approve(PDP, DATA, HEAD)
    assert none.verdict().postponed == ("telaah_medis", "telaah_ppid")


def test_the_deciding_step_never_follows_whatever_a_sop_says():
    scene = urgent(DESA.allowing("setujui"))
    assert scene.verdict().reason == "WAIT_APPROVAL"
    scene = urgent(QUICK.allowing("verifikasi", "persetujuan"))
    scene.approve("hendra-irban1")
    assert scene.verdict().reason == "WAIT_APPROVAL"


def test_two_urgent_texts_go_together():
    scene = urgent(files=("content/berita/2026/11/kerja-bakti/index.md", OTHER))
    scene.urgent(path=OTHER)
    scene.approve("arif-atasan")
    assert scene.verdict().postponed == ("verifikasi",)


@pytest.mark.parametrize(
    ("reason", "fine"),
    [
        (FLOOD, True),
        ("Banjir bandang di Kapuas", True),
        ("", False),
        ("mendesak", False),
        ("Segera segera segera segera!", False),
        ("– – – –", False),
        ("1 2 3 4 5", False),
    ],
)
def test_a_reason_says_something(reason: str, fine: bool):
    assert is_telling(reason) is fine


@st.composite
def asked(draw: st.DrawFn) -> tuple[Story, Setting]:
    """A request with a text that asks for the urgent path, and an office that allows it."""
    office = draw(st.sampled_from([INSPEKTORAT, DESA]))
    story = Story(office, opener=draw(st.sampled_from(list(office.ids))), files=(OTHER,))
    named = draw(st.sampled_from([("verifikasi",), ("setujui",), ("verifikasi", "persetujuan")]))
    return story.tell(draw(events(office))), office.allowing(*named)


@given(asked(), st.booleans())
@settings(deadline=None, max_examples=150)
def test_without_the_key_or_an_urgent_text_nothing_changes(told: tuple[Story, Setting], off: bool):
    story, allowing = told
    plain = story.verdict()
    if off:
        story.urgent(path=OTHER)
    else:
        story.setting = allowing
    assert story.verdict() == plain


@given(asked())
@settings(deadline=None, max_examples=150)
def test_the_urgent_path_lets_nobody_wait_longer_and_nobody_decide_who_may_not(
    told: tuple[Story, Setting],
):
    story, allowing = told
    plain = story.verdict()
    story.setting = allowing
    story.urgent(path=OTHER)
    verdict = story.verdict()
    assert verdict.allow_merge or not plain.allow_merge
    if plain.allow_merge:
        assert replace(verdict, postponed=(), due=None) == plain
    if verdict.allow_merge:
        deciding = allowing.procedure.deciding.id
        decided = [row.person for row in verdict.signatures if row.step == deciding]
        wrote = {allowing.ids[login] for login in story.wrote if login in allowing.ids}
        assert decided
        assert verdict.postponed == () or not wrote & set(decided)
