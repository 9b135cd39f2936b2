"""S9, N9, N12: what blocks, and how an objection ends."""

from __future__ import annotations

import pytest

from terbit.core.verdict import Verdict

from .scenario import DINKES, INSPEKTORAT, Scene, Setting, counted, why, written


def objected(by: str = "hendra-irban1", setting: Setting = INSPEKTORAT) -> Scene:
    scene = written(setting)
    scene.object(by)
    return scene


def corrected(by: str = "hendra-irban1", setting: Setting = INSPEKTORAT) -> Scene:
    scene = objected(by, setting)
    scene.push(scene.drafter, "D2")
    return scene


def place(verdict: Verdict) -> tuple[str, int | None, str, str | None]:
    return verdict.reason, verdict.step, verdict.check, verdict.next_actor


BACK = ("CHANGES_REQUESTED", 2, "failure", "admin_medsos")


@pytest.mark.parametrize(
    "by", ["sari-pelaksana", "joko-admin", "hendra-irban1", "arif-atasan", "rina-admin"]
)
def test_s9_an_objection_by_anyone_in_the_roles_file_blocks(by: str) -> None:
    scene = objected(by)
    verdict = scene.verdict()
    assert place(verdict) == BACK
    assert verdict.blocked_by == (501,)
    assert verdict.ignored == ()


@pytest.mark.parametrize("by", ["warga-iseng", "terbit-cms[bot]", None])
def test_s9_people_outside_the_roles_file_cannot_block(by: str | None) -> None:
    scene = written()
    scene.object(by)
    scene.approve("hendra-irban1", "arif-atasan")
    assert scene.verdict().allow_merge


def test_s9_an_objection_out_of_dates_cannot_block() -> None:
    scene = written(INSPEKTORAT.dated("maya-irban2", end="2026-11-15"))
    scene.object("maya-irban2")
    scene.approve("hendra-irban1", "arif-atasan")
    verdict = scene.verdict()
    assert verdict.allow_merge
    assert why(verdict) == {501: "OUTSIDE_DATES"}


def test_s9_an_objection_outlives_the_term_of_the_objector() -> None:
    scene = objected(setting=INSPEKTORAT.dated("hendra-irban1", end="2026-11-16"))
    assert scene.verdict().blocked_by == (501,)


def test_s9_an_objection_blocks_even_a_complete_chain() -> None:
    scene = written()
    scene.approve("hendra-irban1", "arif-atasan")
    scene.object("sari-pelaksana")
    verdict = scene.verdict()
    assert place(verdict) == BACK
    assert counted(verdict) == {"verifikasi": [501], "persetujuan": [502]}


def test_s9_it_ends_by_the_own_later_approval() -> None:
    scene = objected()
    scene.approve("hendra-irban1")
    verdict = scene.verdict()
    assert (verdict.reason, verdict.blocked_by) == ("WAIT_APPROVAL", ())
    assert why(verdict) == {501: "SUPERSEDED"}


def test_s9_the_own_later_approval_ends_it_even_of_somebody_without_a_review_post() -> None:
    scene = objected("sari-pelaksana")
    scene.approve("sari-pelaksana")
    assert scene.verdict().blocked_by == ()


def test_s9_it_ends_by_dismissal_by_the_objector() -> None:
    scene = objected()
    scene.dismiss(501, "hendra-irban1")
    verdict = scene.verdict()
    assert (verdict.reason, why(verdict)) == ("WAIT_VERIFICATION", {501: "DISMISSED"})


def test_s9_it_ends_by_dismissal_by_a_higher_ranked_non_contributor() -> None:
    scene = objected()
    scene.dismiss(501, "arif-atasan")
    assert why(scene.verdict()) == {501: "DISMISSED"}


@pytest.mark.parametrize(
    "by", ["maya-irban2", "rina-admin", "warga-iseng", "terbit-cms[bot]", None, "wati-lama"]
)
def test_s9_dismissal_by_others_is_not_accepted(by: str | None) -> None:
    setting = INSPEKTORAT.with_row("wati-lama", "atasan_ppid", end="2026-11-01")
    scene = objected(setting=setting)
    scene.dismiss(501, by)
    verdict = scene.verdict()
    assert place(verdict) == BACK
    assert (verdict.blocked_by, verdict.ignored) == ((501,), ())


def test_s9_dismissal_by_a_higher_ranked_contributor_is_not_accepted() -> None:
    scene = written()
    scene.push("arif-atasan", "D2")
    scene.object("hendra-irban1")
    scene.dismiss(501, "arif-atasan")
    assert scene.verdict().blocked_by == (501,)


def test_s9_an_objection_whose_dismissal_was_not_accepted_ends_like_any_other() -> None:
    scene = objected()
    scene.dismiss(501, "rina-admin")
    scene.approve("arif-atasan")
    verdict = scene.verdict()
    assert verdict.blocked_by == ()
    assert why(verdict)[501] == "OVERRULED_BY_SUPERIOR"


def test_s9_a_dismissed_approval_was_no_objection() -> None:
    scene = written()
    scene.approve("hendra-irban1")
    scene.dismiss(501, "rina-admin")
    verdict = scene.verdict()
    assert (verdict.reason, why(verdict)) == ("WAIT_VERIFICATION", {501: "DISMISSED"})


def test_s9_it_ends_by_a_later_approval_of_a_higher_rank() -> None:
    scene = objected()
    scene.approve("maya-irban2", "arif-atasan")
    verdict = scene.verdict()
    assert verdict.allow_merge
    assert why(verdict) == {501: "OVERRULED_BY_SUPERIOR"}


def test_n9_an_early_approval_of_a_higher_rank_ends_it_too() -> None:
    scene = objected()
    scene.approve("arif-atasan")
    verdict = scene.verdict()
    assert verdict.reason == "WAIT_VERIFICATION"
    assert why(verdict) == {501: "OVERRULED_BY_SUPERIOR", 502: "BEFORE_VERIFICATION"}


def test_s9_an_approval_before_the_objection_does_not_end_it() -> None:
    scene = written()
    scene.approve("hendra-irban1", "arif-atasan")
    scene.object("maya-irban2")
    assert scene.verdict().blocked_by == (503,)


@pytest.mark.parametrize(("objection", "approval", "blocked"), [(1, 2, ()), (2, 1, (2,))])
def test_s9_in_one_second_the_review_id_decides_what_is_later(
    objection: int, approval: int, blocked: tuple[int, ...]
) -> None:
    scene = written()
    scene.object("hendra-irban1", number=objection, at="09:00")
    scene.approve("arif-atasan", number=approval, at="09:00")
    assert scene.verdict().blocked_by == blocked


def test_s9_the_same_rank_cannot_overrule_the_same_text() -> None:
    scene = objected()
    scene.approve("maya-irban2")
    assert scene.verdict().blocked_by == (501,)


@pytest.mark.parametrize("by", ["maya-irban2", "arif-atasan"])
def test_s9_once_the_text_differs_the_same_or_a_higher_rank_ends_it(by: str) -> None:
    scene = corrected()
    scene.approve(by)
    verdict = scene.verdict()
    assert verdict.blocked_by == ()
    assert why(verdict)[501] == "RESOLVED_BY_NEW_TEXT"


def test_s9_a_lower_rank_never_ends_it() -> None:
    scene = corrected("arif-atasan")
    scene.approve("maya-irban2")
    verdict = scene.verdict()
    assert verdict.blocked_by == (501,)
    assert counted(verdict) == {"verifikasi": [502]}


def test_s9_a_new_text_alone_ends_nothing() -> None:
    assert corrected().verdict().blocked_by == (501,)


def test_s9_text_that_returned_to_the_one_objected_to_is_unchanged() -> None:
    scene = corrected()
    scene.push("rina-admin", "D1")
    scene.approve("maya-irban2")
    assert place(scene.verdict()) == BACK


def test_s9_an_objection_on_a_text_that_is_gone_counts_as_unchanged() -> None:
    scene = objected()
    scene.force_push("rina-admin", "D2", gone=True)
    scene.approve("maya-irban2")
    assert place(scene.verdict()) == BACK


def test_n9_an_approval_of_an_older_text_ends_nothing() -> None:
    scene = corrected()
    scene.approve("maya-irban2")
    scene.push("rina-admin", "D3")
    assert scene.verdict().blocked_by == (501,)


def test_n9_an_expired_approval_ends_nothing() -> None:
    scene = written(INSPEKTORAT.sop(approval_days=1))
    scene.object("hendra-irban1", at="09:00")
    scene.approve("arif-atasan", at="10:00")
    scene.doc["now"] = "2026-11-18T03:00:00Z"
    assert scene.verdict().blocked_by == (501,)


def test_n9_an_approval_by_somebody_without_a_review_step_ends_nothing() -> None:
    """joko is a drafter; equal rank with the objecting drafter, but no reviewer."""
    scene = corrected("sari-pelaksana")
    scene.approve("joko-admin")
    assert scene.verdict().blocked_by == (501,)
    scene.approve("maya-irban2")
    assert scene.verdict().blocked_by == ()


def test_n9_a_contributor_who_may_take_no_step_ends_nothing() -> None:
    scene = objected("sari-pelaksana")
    scene.push("maya-irban2", "D2")
    scene.approve("maya-irban2")
    verdict = scene.verdict()
    assert verdict.blocked_by == (501,)
    assert why(verdict) == {502: "SELF_REVIEW"}


def test_n9_the_superior_who_corrected_the_text_may_still_overrule() -> None:
    scene = objected()
    scene.push("arif-atasan", "D2")
    scene.approve("arif-atasan")
    assert why(scene.verdict())[501] == "RESOLVED_BY_NEW_TEXT"


def test_n9_rank_is_the_highest_among_the_posts_in_force_that_day() -> None:
    """maya stands in for the atasan from 16 to 20 November."""
    setting = INSPEKTORAT.with_row("maya-irban2", "atasan_ppid", "2026-11-16", "2026-11-20", "plh")
    scene = objected(setting=setting)
    scene.approve("maya-irban2")
    assert why(scene.verdict())[501] == "OVERRULED_BY_SUPERIOR"
    scene.setting = setting.dated("maya-irban2", end="2026-11-15")
    assert scene.verdict().blocked_by == (501,)


def test_n9_the_rank_of_who_ends_it_is_that_of_the_day_of_approving() -> None:
    scene = objected(
        setting=INSPEKTORAT.with_row(
            "maya-irban2", "atasan_ppid", "2026-11-17", "2026-11-20", "plh"
        )
    )
    scene.approve("maya-irban2", at="16 15:00")
    assert scene.verdict().blocked_by == (501,)
    scene.approve("maya-irban2", at="17 08:00")
    assert why(scene.verdict())[501] == "OVERRULED_BY_SUPERIOR"


def test_n9_the_rank_of_the_objector_is_that_of_the_day_of_objecting() -> None:
    setting = INSPEKTORAT.with_row(
        "hendra-irban1", "atasan_ppid", "2026-11-16", "2026-11-16", "plh"
    )
    scene = written(setting)
    scene.object("hendra-irban1")
    scene.approve("arif-atasan", at="17 09:00")
    assert scene.verdict().blocked_by == (501,)


def test_rank_is_the_tingkat_of_the_role() -> None:
    scene = objected("maya-irban2", INSPEKTORAT.ranked("ketua_ppid", 3))
    scene.approve("lukas-ketuappid")
    assert why(scene.verdict()) == {501: "OVERRULED_BY_SUPERIOR"}


def test_every_live_objection_is_listed_by_time() -> None:
    scene = written()
    scene.object("maya-irban2")
    scene.object("sari-pelaksana")
    scene.approve("lukas-ketuappid")
    scene.object("hendra-irban1")
    assert scene.verdict().blocked_by == (501, 504)


# Where a request with an objection waits (the table, N5)


def test_unchanged_text_goes_back_to_the_drafter() -> None:
    scene = written(DINKES)
    scene.object("dr-salma")
    assert place(scene.verdict()) == ("CHANGES_REQUESTED", 2, "failure", "redaktur")


def test_changed_text_waits_at_the_step_of_the_objector() -> None:
    assert place(corrected().verdict()) == ("CHANGES_REQUESTED", 3, "pending", "verifikator")


def test_a_top_objection_to_changed_text_waits_for_verification_first() -> None:
    scene = corrected("arif-atasan")
    assert place(scene.verdict()) == ("CHANGES_REQUESTED", 3, "pending", "verifikator")
    scene.approve("hendra-irban1")
    assert place(scene.verdict()) == ("CHANGES_REQUESTED", 4, "pending", "atasan_ppid")


def test_two_objections_wait_at_the_earlier_step() -> None:
    scene = written()
    scene.object("arif-atasan")
    scene.object("sari-pelaksana")
    scene.push("rina-admin", "D2")
    verdict = scene.verdict()
    assert place(verdict) == ("CHANGES_REQUESTED", 3, "pending", "verifikator")
    assert verdict.blocked_by == (501, 502)


def test_one_objection_to_the_present_text_is_enough_to_go_back() -> None:
    scene = corrected("arif-atasan")
    scene.object("hendra-irban1")
    assert place(scene.verdict()) == BACK


def test_n5_no_later_than_the_earliest_step_of_a_live_objector() -> None:
    scene = written(DINKES)
    scene.approve("dr-salma")
    scene.object("hadi-ppid")
    scene.object("gunawan-kadis")
    scene.push("wulan-redaksi", "D2")
    scene.approve("dr-salma")
    assert scene.verdict().step == 4
    scene.approve("ratna-sekdis")
    verdict = scene.verdict()
    assert verdict.blocked_by == (503,)
    assert (verdict.step, verdict.next_actor) == (4, "ppid_pelaksana")


def test_n5_but_at_the_first_incomplete_step_if_that_is_earlier() -> None:
    scene = written(DINKES)
    scene.object("gunawan-kadis")
    scene.push("wulan-redaksi", "D2")
    assert scene.verdict().step == 3


def test_n5_an_objector_who_may_take_no_step_counts_as_the_first() -> None:
    scene = written(DINKES)
    old = scene.head
    scene.push("wulan-redaksi", "D2")
    scene.approve("dr-salma", "hadi-ppid")
    scene.object("ilham-pengelola", on=old)
    assert place(scene.verdict()) == ("CHANGES_REQUESTED", 3, "pending", "penelaah_medis")


def test_n5_the_posts_name_the_step_even_where_the_objector_wrote() -> None:
    """The table speaks of rank only: whoever objects, the text waits at that post."""
    scene = written(by="arif-atasan")
    scene.object("arif-atasan")
    scene.push("rina-admin", "D2")
    scene.approve("hendra-irban1")
    assert place(scene.verdict()) == ("CHANGES_REQUESTED", 4, "pending", "atasan_ppid")


def test_changed_text_waits_at_the_objectors_step_even_where_all_signed_before() -> None:
    scene = written()
    old = scene.head
    scene.push("rina-admin", "D2")
    scene.approve("hendra-irban1", "arif-atasan")
    scene.object("maya-irban2", on=old)
    assert place(scene.verdict()) == ("CHANGES_REQUESTED", 3, "pending", "verifikator")


# Other scopes


def test_n12_a_technical_objection_ends_by_own_approval() -> None:
    scene = written(DINKES, by="ilham-pengelola", files=("Makefile",))
    scene.object("devi-pengelola")
    assert scene.verdict().blocked_by == (501,)
    scene.approve("devi-pengelola")
    assert scene.verdict().allow_merge


@pytest.mark.parametrize("by", ["dr-salma", "gunawan-kadis"])
def test_n12_a_technical_objection_ends_by_approval_of_any_higher_rank(by: str) -> None:
    scene = written(DINKES, by="ilham-pengelola", files=("Makefile",))
    scene.object("wulan-redaksi")
    scene.approve(by)
    verdict = scene.verdict()
    assert (verdict.reason, verdict.blocked_by) == ("WAIT_APPROVAL", ())
    assert why(verdict) == {501: "OVERRULED_BY_SUPERIOR", 502: "ROLE_NOT_FOR_STEP"}


def test_n12_a_technical_objection_does_not_end_by_the_same_rank_on_a_new_text() -> None:
    scene = written(DINKES, by="ilham-pengelola", files=("Makefile",))
    scene.object("wulan-redaksi")
    scene.push("ilham-pengelola", "D2")
    scene.approve("devi-pengelola")
    verdict = scene.verdict()
    assert verdict.blocked_by == (501,)
    assert place(verdict) == ("CHANGES_REQUESTED", 6, "pending", "pengelola")


def test_n12_a_technical_objection_ends_by_dismissal_by_a_higher_rank() -> None:
    scene = written(DINKES, by="ilham-pengelola", files=("Makefile",))
    scene.object("wulan-redaksi")
    scene.dismiss(501, "devi-pengelola")
    assert scene.verdict().blocked_by == (501,)
    scene.doc["timeline"][0]["actor"] = scene.account("dr-salma")
    assert scene.verdict().blocked_by == ()


def test_n12_an_objection_to_a_draft_sends_it_back_to_the_drafter() -> None:
    scene = written(files=("drafts/kabar/index.md",))
    scene.object("joko-admin")
    assert place(scene.verdict()) == BACK
    scene.push("rina-admin", "D2")
    assert place(scene.verdict()) == ("CHANGES_REQUESTED", 2, "pending", "admin_medsos")
    scene.approve("sari-pelaksana")
    verdict = scene.verdict()
    assert verdict.allow_merge
    assert why(verdict) == {501: "RESOLVED_BY_NEW_TEXT"}
