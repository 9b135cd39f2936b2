"""What a verdict says of each review: every one is counted or ignored, never lost."""

from __future__ import annotations

from .scenario import DINKES, INSPEKTORAT, counted, why, written


def test_every_review_is_accounted_for() -> None:
    scene = written()
    scene.approve("warga-iseng", "hendra-irban1", "hendra-irban1", "rina-admin", "arif-atasan")
    scene.review("maya-irban2", "COMMENTED")
    scene.object("sari-pelaksana")
    verdict = scene.verdict()
    known = {id_ for ids in verdict.counted.values() for id_ in ids} | set(why(verdict))
    assert known | set(verdict.blocked_by) == set(range(501, 508))


def test_counted_has_a_key_for_each_review_step_in_order() -> None:
    assert list(written(DINKES).verdict().counted) == [
        "telaah_medis",
        "telaah_ppid",
        "telaah_privasi",
        "keputusan",
    ]


def test_counted_is_listed_by_the_time_that_counts() -> None:
    scene = written()
    scene.approve("hendra-irban1", number=900, at="09:00")
    scene.approve("maya-irban2", number=800, at="09:30")
    assert counted(scene.verdict()) == {"verifikasi": [900, 800]}


def test_a_review_without_any_step_is_of_no_role() -> None:
    scene = written()
    scene.approve("sari-pelaksana")
    assert why(scene.verdict()) == {501: "ROLE_NOT_FOR_STEP"}


def test_role_not_for_step_comes_before_self_review() -> None:
    scene = written()
    scene.approve("rina-admin")
    assert why(scene.verdict()) == {501: "ROLE_NOT_FOR_STEP"}


def test_self_review_comes_before_before_verification() -> None:
    scene = written(DINKES)
    scene.push("hadi-ppid", "D2")
    scene.approve("hadi-ppid")
    assert why(scene.verdict()) == {501: "SELF_REVIEW"}


def test_a_holder_barred_from_one_step_only_is_early_for_the_other() -> None:
    """The corrector may not verify, but may decide once somebody else has verified."""
    scene = written(INSPEKTORAT.with_row("arif-atasan", "ketua_ppid"))
    scene.push("arif-atasan", "D2")
    scene.approve("arif-atasan")
    assert why(scene.verdict()) == {501: "BEFORE_VERIFICATION"}


def test_a_live_objection_is_not_among_the_ignored() -> None:
    scene = written()
    scene.object("hendra-irban1")
    verdict = scene.verdict()
    assert (verdict.ignored, verdict.blocked_by) == ((), (501,))


def test_resolved_by_new_text_comes_before_overruled_by_superior() -> None:
    scene = written()
    scene.object("hendra-irban1")
    scene.push("rina-admin", "D2")
    scene.approve("arif-atasan")
    assert why(scene.verdict())[501] == "RESOLVED_BY_NEW_TEXT"


def test_the_signature_names_the_person_and_the_account_of_the_roles_file() -> None:
    scene = written()
    scene.approve({"login": "hendra-lama", "id": 2201, "type": "User"})
    signed = scene.verdict().signatures[0]
    assert (signed.name, signed.login, signed.step) == (
        "Hendra Irban1",
        "hendra-irban1",
        "verifikasi",
    )
