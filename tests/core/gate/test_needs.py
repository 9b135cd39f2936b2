"""N8, N10: the fewest further approvals, whose approval helps now, and why nobody can."""

from __future__ import annotations

import pytest

from terbit.core.verdict import Verdict

from .scenario import DESA, DINKES, INSPEKTORAT, Scene, Setting, written

VERIFIERS = ("hendra-irban1", "lukas-ketuappid", "maya-irban2", "tuti-sekppid")


def needs(verdict: Verdict) -> tuple[int | None, tuple[str, ...]]:
    return verdict.approvals_needed, verdict.can_act


def unable(verdict: Verdict) -> list[tuple[int, str, str, int | None]]:
    return [(row.step, row.name, row.why.value, row.signed_step) for row in verdict.unable]


def test_a_fresh_request_needs_two_and_the_verifiers_can_act() -> None:
    assert needs(written().verdict()) == (2, VERIFIERS)


def test_a_verified_request_needs_the_decision_only() -> None:
    scene = written()
    scene.approve("hendra-irban1")
    assert needs(scene.verdict()) == (1, ("arif-atasan",))


def test_a_ready_request_needs_nothing_of_nobody() -> None:
    scene = written()
    scene.approve("hendra-irban1", "arif-atasan")
    assert needs(scene.verdict()) == (0, ())


def test_seven_steps_need_five() -> None:
    assert needs(written(DINKES).verdict()) == (5, ("dr-salma", "yusran-p2p"))


def test_a_half_quorum_needs_the_others() -> None:
    scene = written(DINKES)
    scene.approve("dr-salma", "hadi-ppid", "eko-data")
    assert needs(scene.verdict()) == (2, ("mira-pdp", "ratna-sekdis"))


def test_a_contributor_cannot_act() -> None:
    scene = written()
    scene.push("hendra-irban1", "D2")
    assert scene.verdict().can_act == VERIFIERS[1:]


def test_who_is_not_in_force_today_cannot_act() -> None:
    setting = INSPEKTORAT.dated("maya-irban2", end="2026-11-16")
    setting = setting.dated("tuti-sekppid", start="2026-11-18")
    assert written(setting).verdict().can_act == ("hendra-irban1", "lukas-ketuappid")


def test_today_is_a_local_day() -> None:
    setting = INSPEKTORAT.dated("maya-irban2", end="2026-11-16")
    scene = written(setting)
    scene.doc["now"] = "2026-11-16T16:59:59Z"
    assert "maya-irban2" in scene.verdict().can_act
    scene.doc["now"] = "2026-11-16T17:00:00Z"
    assert "maya-irban2" not in scene.verdict().can_act


def test_an_objection_of_the_same_rank_to_the_same_text() -> None:
    """Anyone may verify, for the decision overrules; the objector may do it too."""
    scene = written()
    scene.object("hendra-irban1")
    assert needs(scene.verdict()) == (2, VERIFIERS)


def test_an_objection_of_the_decider_ends_with_the_decision() -> None:
    scene = written()
    scene.object("arif-atasan")
    assert needs(scene.verdict()) == (2, VERIFIERS)
    scene.approve("hendra-irban1")
    assert needs(scene.verdict()) == (1, ("arif-atasan",))


def test_an_objection_after_all_signatures() -> None:
    scene = written()
    scene.approve("hendra-irban1", "arif-atasan")
    scene.object("maya-irban2")
    assert needs(scene.verdict()) == (1, ("arif-atasan", "maya-irban2"))


def test_an_objection_of_the_top_that_nobody_else_can_end() -> None:
    scene = written()
    scene.object("arif-atasan")
    scene.setting = INSPEKTORAT.dated("arif-atasan", end="2026-11-16").with_row(
        "wati-plh", "atasan_ppid", "2026-11-17", "2026-11-20", "plh"
    )
    scene.approve("hendra-irban1", at="17 08:00")
    verdict = scene.verdict()
    assert verdict.reason == "CHANGES_REQUESTED"
    assert needs(verdict) == (None, ("wati-plh",))


def test_only_the_objector_is_left_to_end_the_own_objection() -> None:
    """Somebody of the same post and rank, who did not object, is no substitute."""
    scene = written()
    scene.approve("hendra-irban1", "arif-atasan")
    scene.object("maya-irban2")
    setting = INSPEKTORAT.with_row("abdul-irban3", "inspektur_pembantu")
    scene.setting = setting.dated("arif-atasan", end="2026-11-16")
    assert needs(scene.verdict()) == (1, ("maya-irban2",))


def test_missing_evidence_adds_one() -> None:
    scene = written(by="rafi-magang")
    assert needs(scene.verdict()) == (3, tuple(sorted((*VERIFIERS, "joko-admin", "rina-admin"))))


def test_evidence_by_somebody_who_verifies_adds_nothing() -> None:
    setting = INSPEKTORAT.with_row("hendra-irban1", "admin_medsos")
    assert needs(written(setting, by="rafi-magang").verdict()) == (2, ("hendra-irban1",))


def test_one_person_for_two_steps_is_not_enough() -> None:
    """In a village of two, the secretary wrote and only the head is left."""
    setting = DESA.without("ani-operator").with_row("markus-sekdes", "operator_desa")
    verdict = written(setting, by="markus-sekdes").verdict()
    assert needs(verdict) == (1, ("yohana-kades",))


def test_n8_too_few_in_force_today_is_nobody_can() -> None:
    setting = INSPEKTORAT.dated("arif-atasan", end="2026-11-16")
    scene = written(setting)
    verdict = scene.verdict()
    assert (verdict.reason, verdict.approvals_needed) == ("WAIT_VERIFICATION", None)
    assert verdict.can_act == VERIFIERS
    assert unable(verdict) == [(4, "Arif Atasan", "OUT_OF_DATES", None)]


def test_n10_it_names_the_step_each_holder_and_the_reason() -> None:
    setting = INSPEKTORAT.without("tuti-sekppid").dated("lukas-ketuappid", end="2026-11-16")
    scene = Scene(setting)
    scene.push("hendra-irban1", "D1")
    scene.push("maya-irban2", "D2")
    verdict = scene.verdict()
    assert needs(verdict) == (None, ())
    assert unable(verdict) == [
        (3, "Hendra Irban1", "WROTE", None),
        (3, "Maya Irban2", "WROTE", None),
        (3, "Lukas Ketuappid", "OUT_OF_DATES", None),
    ]


def test_n10_it_names_the_step_that_a_holder_already_signed() -> None:
    setting = INSPEKTORAT.without("arif-atasan", "maya-irban2", "lukas-ketuappid", "tuti-sekppid")
    scene = written(setting.with_row("hendra-irban1", "atasan_ppid"))
    scene.approve("hendra-irban1")
    verdict = scene.verdict()
    assert needs(verdict) == (None, ())
    assert unable(verdict) == [(4, "Hendra Irban1", "SIGNED", 3)]


def test_n10_where_the_opener_is_the_only_decider() -> None:
    scene = Scene(opener="arif-atasan")
    scene.push("rina-admin", "D1")
    verdict = scene.verdict()
    assert verdict.approvals_needed is None
    assert unable(verdict) == [(4, "Arif Atasan", "WROTE", None)]


def test_n10_where_somebody_can_there_is_nothing_to_explain() -> None:
    scene = written()
    assert scene.verdict().unable == ()
    scene.approve("hendra-irban1", "arif-atasan")
    assert scene.verdict().unable == ()


def test_n2_a_quorum_of_a_post_held_by_one_definitive_and_one_acting_official() -> None:
    """Two people, but one seat: nobody can."""
    setting = DESA.step("setujui", quorum=2, roles=("kepala_desa",))
    setting = setting.with_row("petrus-plh", "kepala_desa", end="2026-12-31", status="plh")
    scene = written(setting, by="ani-operator")
    assert needs(scene.verdict())[0] is None
    scene.approve("yohana-kades")
    assert needs(scene.verdict()) == (None, ())


@pytest.mark.parametrize("quorum", [1, 2, 3])
def test_the_quorum_adds_up(quorum: int) -> None:
    scene = written(DINKES.step("telaah_privasi", quorum=quorum))
    assert scene.verdict().approvals_needed == 3 + quorum


def test_n3_who_may_still_move_to_a_later_step_can_act() -> None:
    """dr-salma's signature moves on, since yusran signed the first step too."""
    setting = DINKES.without("hadi-ppid").with_row("dr-salma", "ppid_pelaksana")
    scene = written(setting)
    scene.approve("dr-salma", "yusran-p2p")
    assert needs(scene.verdict()) == (4, ("dr-salma",))
    assert scene.verdict().unable == ()


def test_n3_who_alone_holds_two_steps_needs_another_for_the_first() -> None:
    setting: Setting = DINKES.without("hadi-ppid").with_row("dr-salma", "ppid_pelaksana")
    scene = written(setting)
    scene.approve("dr-salma")
    assert needs(scene.verdict()) == (5, ("yusran-p2p",))


def test_what_is_refused_before_reading_needs_nothing_of_anybody() -> None:
    scene = written(files=("content/a.md", "sop.yml"))
    assert needs(scene.verdict()) == (None, ())
