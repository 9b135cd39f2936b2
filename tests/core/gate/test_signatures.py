"""S5, S6, N1-N4: order, quorum, and one person for one step."""

from __future__ import annotations

import itertools

import pytest

from .scenario import DESA, DINKES, INSPEKTORAT, Scene, Setting, counted, why, written

MEDICAL, PPID = "dr-salma", "hadi-ppid"
PRIVACY = ("mira-pdp", "eko-data", "ratna-sekdis")
HEAD = "gunawan-kadis"


def test_s5_an_early_decision_must_be_repeated() -> None:
    scene = written()
    scene.approve("arif-atasan", "hendra-irban1")
    verdict = scene.verdict()
    assert why(verdict) == {501: "BEFORE_VERIFICATION"}
    assert (verdict.reason, verdict.can_act) == ("WAIT_APPROVAL", ("arif-atasan",))
    scene.approve("arif-atasan")
    assert scene.verdict().reason == "READY"


@pytest.mark.parametrize(("verification", "decision", "ready"), [(1, 2, True), (2, 1, False)])
def test_s5_in_one_second_the_review_id_decides(
    verification: int, decision: int, ready: bool
) -> None:
    scene = written()
    scene.approve("hendra-irban1", number=verification, at="09:00")
    scene.approve("arif-atasan", number=decision, at="09:00")
    assert scene.verdict().allow_merge is ready


def test_s5_the_order_of_the_list_is_irrelevant() -> None:
    scene = written()
    scene.approve("arif-atasan", "hendra-irban1", "arif-atasan", "maya-irban2")
    verdicts = set()
    for reviews in itertools.permutations(scene.doc["reviews"]):
        scene.doc["reviews"] = list(reviews)
        verdicts.add(str(scene.verdict().to_json()))
    assert len(verdicts) == 1


def test_s6_one_person_with_both_posts_cannot_verify_and_decide() -> None:
    setting = INSPEKTORAT.with_row("hendra-irban1", "atasan_ppid")
    scene = written(setting)
    scene.approve("hendra-irban1", "hendra-irban1")
    verdict = scene.verdict()
    assert counted(verdict) == {"verifikasi": [502]}
    assert verdict.reason == "WAIT_APPROVAL"


def test_s6_a_decision_is_not_also_listed_as_verification() -> None:
    scene = written(INSPEKTORAT.with_row("arif-atasan", "ketua_ppid"))
    scene.approve("hendra-irban1", "arif-atasan")
    assert counted(scene.verdict()) == {"verifikasi": [501], "persetujuan": [502]}


def test_s6_a_holder_of_both_posts_may_decide_on_what_another_verified() -> None:
    scene = written(INSPEKTORAT.with_row("hendra-irban1", "atasan_ppid"))
    scene.approve("hendra-irban1", "maya-irban2", "hendra-irban1")
    verdict = scene.verdict()
    assert counted(verdict) == {"verifikasi": [502], "persetujuan": [503]}
    assert verdict.allow_merge


def test_n1_every_earlier_step_must_be_complete_before() -> None:
    scene = written(DINKES)
    scene.approve(PPID, MEDICAL, *PRIVACY[:2], HEAD)
    assert why(scene.verdict()) == {
        501: "BEFORE_VERIFICATION",
        503: "BEFORE_VERIFICATION",
        504: "BEFORE_VERIFICATION",
        505: "BEFORE_VERIFICATION",
    }


def test_n1_the_whole_chain_in_its_order() -> None:
    scene = written(DINKES)
    scene.approve(MEDICAL, PPID, *PRIVACY[:2], HEAD)
    verdict = scene.verdict()
    assert verdict.reason == "READY"
    assert counted(verdict) == {
        "telaah_medis": [501],
        "telaah_ppid": [502],
        "telaah_privasi": [503, 504],
        "keputusan": [505],
    }


def test_n1_the_first_review_step_needs_nothing_before_it_even_if_it_decides() -> None:
    scene = written(DESA)
    scene.approve("yohana-kades")
    assert counted(scene.verdict()) == {"setujui": [501]}


def test_n1_later_signatures_must_be_repeated_when_an_earlier_one_is_dismissed() -> None:
    scene = written(DINKES)
    scene.approve(MEDICAL, PPID, *PRIVACY[:2], HEAD)
    scene.dismiss(502, PPID)
    verdict = scene.verdict()
    assert counted(verdict) == {"telaah_medis": [501]}
    assert why(verdict) == {
        502: "DISMISSED",
        503: "BEFORE_VERIFICATION",
        504: "BEFORE_VERIFICATION",
        505: "BEFORE_VERIFICATION",
    }
    scene.approve(PPID, *PRIVACY[:2], HEAD)
    assert scene.verdict().allow_merge


def test_n1_a_second_verifier_keeps_the_step_complete() -> None:
    """The decision came after both; one of them taking it back hurts nobody."""
    scene = written()
    scene.approve("hendra-irban1", "maya-irban2", "arif-atasan")
    scene.dismiss(501, "hendra-irban1")
    assert counted(scene.verdict()) == {"verifikasi": [502], "persetujuan": [503]}


def test_n1_a_verifier_who_came_after_the_decision_does_not_save_it() -> None:
    scene = written()
    scene.approve("hendra-irban1", "arif-atasan", "maya-irban2")
    scene.dismiss(501, "hendra-irban1")
    verdict = scene.verdict()
    assert counted(verdict) == {"verifikasi": [503]}
    assert why(verdict)[502] == "BEFORE_VERIFICATION"


def test_n2_a_quorum_needs_different_people() -> None:
    scene = written(DINKES)
    scene.approve(MEDICAL, PPID, "mira-pdp", "mira-pdp")
    verdict = scene.verdict()
    assert counted(verdict)["telaah_privasi"] == [504]
    assert (verdict.reason, verdict.step) == ("WAIT_VERIFICATION", 5)


def test_n2_a_person_with_several_of_the_posts_counts_once() -> None:
    scene = written(
        DINKES.with_row("mira-pdp", "kasi_data").with_row("mira-pdp", "sekretaris_dinas")
    )
    scene.approve(MEDICAL, PPID, "mira-pdp")
    assert scene.verdict().step == 5


def test_n2_two_holders_of_one_post_count_as_two() -> None:
    scene = written(DINKES.with_row("tono-pdp", "petugas_pdp"))
    scene.approve(MEDICAL, PPID, "mira-pdp", "tono-pdp")
    assert scene.verdict().step == 6


def test_n2_two_acting_holders_of_one_post_count_as_two() -> None:
    setting = DINKES.with_row("tono-pdp", "petugas_pdp", end="2026-12-31", status="plh")
    setting = setting.with_row("beni-pdp", "petugas_pdp", end="2026-12-31", status="plt")
    scene = written(setting.without("mira-pdp"))
    scene.approve(MEDICAL, PPID, "tono-pdp", "beni-pdp")
    assert scene.verdict().step == 6


@pytest.mark.parametrize("status", ["plt", "plh", "pj"])
def test_n2_the_definitive_and_the_acting_holder_of_a_post_count_as_one(status: str) -> None:
    setting = DINKES.with_row("tono-plh", "petugas_pdp", end="2026-12-31", status=status)
    scene = written(setting)
    scene.approve(MEDICAL, PPID, "mira-pdp", "tono-plh")
    verdict = scene.verdict()
    assert counted(verdict)["telaah_privasi"] == [503, 504]
    assert (verdict.step, verdict.approvals_needed) == (5, 2)
    scene.approve("eko-data")
    assert scene.verdict().step == 6


def test_n2_an_acting_holder_with_another_post_still_counts_for_that_one() -> None:
    setting = DINKES.with_row("eko-data", "petugas_pdp", end="2026-12-31", status="plh")
    scene = written(setting)
    scene.approve(MEDICAL, PPID, "mira-pdp", "eko-data")
    assert scene.verdict().step == 6


def test_n2_further_approvals_are_counted_and_move_nothing() -> None:
    scene = written(DINKES)
    scene.approve(MEDICAL, "yusran-p2p", PPID, *PRIVACY, HEAD)
    verdict = scene.verdict()
    assert verdict.allow_merge
    assert counted(verdict)["telaah_medis"] == [501, 502]
    assert counted(verdict)["telaah_privasi"] == [504, 505, 506]


def two_posts() -> Setting:
    """dr-salma also is the PPID of the second review step."""
    return DINKES.with_row(MEDICAL, "ppid_pelaksana")


def test_n3_who_may_take_two_steps_counts_for_the_latest_that_is_open() -> None:
    scene = written(two_posts())
    scene.approve("yusran-p2p", MEDICAL)
    assert counted(scene.verdict()) == {"telaah_medis": [501], "telaah_ppid": [502]}


def test_n3_a_step_that_only_oneself_completed_is_not_open_to_oneself() -> None:
    scene = written(two_posts())
    scene.approve(MEDICAL, MEDICAL)
    assert counted(scene.verdict()) == {"telaah_medis": [502]}


def test_n3_a_repeat_later_moves_the_signature_to_the_later_step() -> None:
    scene = written(two_posts())
    scene.approve(MEDICAL, "yusran-p2p")
    assert counted(scene.verdict()) == {"telaah_medis": [501, 502]}
    scene.approve(MEDICAL)
    assert counted(scene.verdict()) == {"telaah_medis": [502], "telaah_ppid": [503]}


def test_n3_nobody_moves_where_later_signatures_rest_on_the_earlier_one() -> None:
    """hadi came after dr-salma alone; if she moved, hadi's approval would be too early."""
    scene = written(DINKES.with_row(MEDICAL, "petugas_pdp"))
    scene.approve(MEDICAL, PPID, "yusran-p2p", MEDICAL)
    assert counted(scene.verdict()) == {"telaah_medis": [504, 503], "telaah_ppid": [502]}


def test_n3_moves_where_others_complete_every_earlier_step() -> None:
    scene = written(DINKES.with_row(MEDICAL, "petugas_pdp"))
    scene.approve(MEDICAL, "yusran-p2p", PPID, MEDICAL)
    assert counted(scene.verdict()) == {
        "telaah_medis": [502],
        "telaah_ppid": [503],
        "telaah_privasi": [504],
    }


def test_n4_a_repeated_approval_keeps_its_place_in_the_order() -> None:
    scene = written()
    scene.approve("hendra-irban1", "arif-atasan", "hendra-irban1")
    verdict = scene.verdict()
    assert counted(verdict) == {"verifikasi": [503], "persetujuan": [502]}
    assert why(verdict) == {501: "SUPERSEDED"}
    assert verdict.allow_merge


def test_n4_the_clock_uses_the_first_that_counted() -> None:
    scene = written(now="16 10:00")
    scene.approve("hendra-irban1", at="09:00")
    scene.approve("hendra-irban1", at="09:50")
    assert scene.verdict().to_json()["sla"]["used_minutes"] == 60


def test_n4_an_early_click_before_does_not_count_for_the_place() -> None:
    scene = written(now="16 10:00")
    scene.approve("arif-atasan", at="08:30")
    scene.approve("hendra-irban1", at="09:00")
    scene.approve("arif-atasan", at="09:30")
    scene.approve("arif-atasan", at="09:40")
    verdict = scene.verdict()
    assert counted(verdict) == {"verifikasi": [502], "persetujuan": [504]}
    assert verdict.to_json()["sla"]["used_minutes"] == 30


@pytest.mark.parametrize("between", ["object", "dismiss", "other text"])
def test_n4_with_another_decisive_review_between_the_place_is_lost(between: str) -> None:
    scene = written()
    scene.approve("hendra-irban1", "arif-atasan")
    if between == "object":
        scene.object("hendra-irban1")
    elif between == "dismiss":
        scene.approve("hendra-irban1")
        scene.dismiss(503, "hendra-irban1")
    else:
        scene.push("rina-admin", "D2")
        scene.approve("hendra-irban1")
        scene.push("rina-admin", "D1")
    scene.approve("hendra-irban1")
    verdict = scene.verdict()
    assert counted(verdict) == {"verifikasi": [504]}
    assert why(verdict)[502] == "BEFORE_VERIFICATION"


def test_n4_a_comment_between_does_not_break_the_run() -> None:
    scene = written()
    scene.approve("hendra-irban1", "arif-atasan")
    scene.review("hendra-irban1", "COMMENTED")
    scene.approve("hendra-irban1")
    assert counted(scene.verdict()) == {"verifikasi": [504], "persetujuan": [502]}


def test_n4_a_repeat_after_leaving_the_post_keeps_what_was_signed_in_it() -> None:
    """S10: end-dating keeps what was signed before, and the latest id is listed."""
    setting = INSPEKTORAT.dated("hendra-irban1", end="2026-11-16")
    scene = written(setting.with_row("hendra-irban1", "pelaksana", "2026-11-17"))
    scene.approve("hendra-irban1")
    scene.approve("hendra-irban1", at="17 09:00")
    verdict = scene.verdict()
    assert counted(verdict) == {"verifikasi": [502]}
    assert why(verdict) == {501: "SUPERSEDED"}
    assert verdict.to_json()["audit"] == [{"review": 502, "capacity": "Inspektur Pembantu"}]


def test_n11_policy_asks_for_the_same_steps_quorum_and_order() -> None:
    scene = written(DINKES, files=("sop.yml",))
    scene.approve(MEDICAL, PPID, "mira-pdp", HEAD)
    verdict = scene.verdict()
    assert why(verdict) == {504: "BEFORE_VERIFICATION"}
    assert (verdict.reason, verdict.step, verdict.scope) == ("WAIT_VERIFICATION", 5, "policy")


def test_a_procedure_with_two_deciders_needs_both() -> None:
    scene = written(DESA.step("setujui", quorum=2), by="ani-operator")
    scene.approve("yohana-kades")
    assert (scene.verdict().reason, scene.verdict().approvals_needed) == ("WAIT_APPROVAL", 1)
    scene.approve("markus-sekdes")
    assert counted(scene.verdict()) == {"setujui": [501, 502]}
    assert scene.verdict().allow_merge


def test_a_scene_without_reviews_counts_nothing() -> None:
    scene = Scene()
    scene.push("rina-admin", "D1")
    assert scene.verdict().counted == {"verifikasi": (), "persetujuan": ()}
