"""S1, S2, S10, S11, S16: whose latest decision stands, and the order of the whys."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from .scenario import INSPEKTORAT, Scene, counted, why, written

PLH = INSPEKTORAT.with_row("wati-plh", "atasan_ppid", "2026-11-10", "2026-11-14", "plh")


def test_s1_only_formal_reviews_count() -> None:
    scene = written()
    scene.comment("hendra-irban1", "Saya setuju, silakan tayang")
    scene.review("hendra-irban1", "COMMENTED", body="Setuju")
    scene.doc["pr"]["labels"] = [{"name": "disetujui"}]
    scene.doc["review_edits"] = [{"review_id": 501, "body": "APPROVED"}]
    verdict = scene.verdict()
    assert counted(verdict) == {}
    assert why(verdict) == {501: "NOT_DECISIVE"}


def test_s1_a_review_request_changes_nothing() -> None:
    scene = written()
    scene.approve("hendra-irban1")
    scene.doc["timeline"].append({"event": "review_requested", "actor": None})
    assert counted(scene.verdict()) == {"verifikasi": [501]}


def test_s2_the_latest_decisive_review_of_a_person_rules() -> None:
    scene = written()
    scene.object("hendra-irban1")
    scene.approve("hendra-irban1")
    verdict = scene.verdict()
    assert counted(verdict) == {"verifikasi": [502]}
    assert why(verdict) == {501: "SUPERSEDED"}


def test_s2_a_later_objection_ends_the_own_approval() -> None:
    scene = written()
    scene.approve("hendra-irban1")
    scene.object("hendra-irban1")
    verdict = scene.verdict()
    assert (verdict.reason, verdict.blocked_by) == ("CHANGES_REQUESTED", (502,))
    assert why(verdict) == {501: "SUPERSEDED"}


def test_s2_latest_means_submitted_last_and_not_the_highest_id() -> None:
    scene = written()
    scene.approve("hendra-irban1", number=600, at="09:00")
    scene.object("hendra-irban1", number=501, at="09:30")
    assert scene.verdict().blocked_by == (501,)


def test_s2_in_one_second_the_higher_id_is_the_later() -> None:
    scene = written()
    scene.object("hendra-irban1", number=502, at="09:00")
    scene.approve("hendra-irban1", number=501, at="09:00")
    assert scene.verdict().blocked_by == (502,)


@pytest.mark.parametrize("state", ["COMMENTED", "PENDING"])
def test_s2_a_comment_after_an_approval_leaves_it_standing(state: str) -> None:
    scene = written()
    scene.approve("hendra-irban1")
    scene.review("hendra-irban1", state)
    assert counted(scene.verdict()) == {"verifikasi": [501]}


def test_s2_a_dismissed_review_never_revives_an_older_approval() -> None:
    scene = written()
    scene.approve("hendra-irban1", "hendra-irban1")
    scene.dismiss(502, "rina-admin")
    verdict = scene.verdict()
    assert counted(verdict) == {}
    assert why(verdict) == {501: "SUPERSEDED", 502: "DISMISSED"}


def test_s2_dismissing_an_older_approval_leaves_the_newer_one() -> None:
    scene = written()
    scene.approve("hendra-irban1", "hendra-irban1")
    scene.dismiss(501, "rina-admin")
    assert counted(scene.verdict()) == {"verifikasi": [502]}


def test_s2_a_review_that_comes_twice_over_two_pages_is_one() -> None:
    scene = written()
    scene.approve("hendra-irban1")
    scene.doc["reviews"] *= 2
    verdict = scene.verdict()
    assert counted(verdict) == {"verifikasi": [501]}
    assert verdict.ignored == ()


def test_s10_dates_are_inclusive_local_days() -> None:
    """The last minute of 14 November in Kalimantan is 16:59 UTC."""
    for at, expected in {
        "2026-11-09 23:59:59": "OUTSIDE_DATES",
        "2026-11-10 00:00:00": None,
        "2026-11-14 23:59:59": None,
        "2026-11-15 00:00:00": "OUTSIDE_DATES",
    }.items():
        scene = Scene(PLH, opened="2026-11-09 08:00")
        scene.push("rina-admin", "D1")
        scene.approve("hendra-irban1", at="2026-11-09 09:00")
        scene.approve("wati-plh", at=at)
        assert why(scene.verdict()).get(502) == expected, at


def test_s10_the_day_is_that_of_the_review_and_not_of_the_evaluation() -> None:
    scene = Scene(PLH, opened="12 08:00", now="30 12:00")
    scene.push("rina-admin", "D1")
    scene.approve("hendra-irban1", "wati-plh")
    assert scene.verdict().reason == "READY"


def test_s10_end_dating_keeps_what_was_signed_before() -> None:
    scene = written(INSPEKTORAT.dated("hendra-irban1", end="2026-11-16"))
    scene.approve("hendra-irban1")
    assert counted(scene.verdict()) == {"verifikasi": [501]}


def test_s10_deleting_a_row_revokes() -> None:
    scene = written()
    scene.approve("hendra-irban1", "arif-atasan")
    scene.setting = INSPEKTORAT.without("hendra-irban1")
    verdict = scene.verdict()
    assert why(verdict) == {501: "NOT_ROLE_HOLDER", 502: "BEFORE_VERIFICATION"}


def test_s10_an_acting_official_does_not_displace_the_definitive_one() -> None:
    scene = Scene(PLH, opened="12 08:00")
    scene.push("rina-admin", "D1")
    scene.approve("hendra-irban1", "arif-atasan")
    assert scene.verdict().reason == "READY"


def test_s10_a_review_out_of_dates_does_not_supersede_one_within() -> None:
    """SUPERSEDED only among the person's reviews that passed so far."""
    scene = written(INSPEKTORAT.dated("hendra-irban1", end="2026-11-16"))
    scene.approve("hendra-irban1")
    scene.object("hendra-irban1", at="17 08:00")
    verdict = scene.verdict()
    assert counted(verdict) == {"verifikasi": [501]}
    assert why(verdict) == {502: "OUTSIDE_DATES"}


@pytest.mark.parametrize("login", ["Hendra-IRBAN1", "hendra-baru", ""])
def test_s11_the_numeric_id_counts_and_the_login_is_a_label(login: str) -> None:
    scene = written()
    scene.approve({"login": login, "id": 2201, "type": "User"})
    assert counted(scene.verdict()) == {"verifikasi": [501]}


@pytest.mark.parametrize("login", ["hendra-irban1", "HENDRA-irban1"])
def test_s11_a_login_of_the_roles_file_under_another_id_is_a_mismatch(login: str) -> None:
    scene = written()
    scene.approve({"login": login, "id": 6666, "type": "User"})
    assert why(scene.verdict()) == {501: "ID_MISMATCH"}


def test_s11_a_lookalike_login_is_an_outsider() -> None:
    scene = written()
    scene.approve({"login": "hendra-irb\u0430n1", "id": 6666, "type": "User"})
    assert why(scene.verdict()) == {501: "NOT_ROLE_HOLDER"}


def test_s11_permission_and_association_are_irrelevant() -> None:
    scene = written()
    scene.approve("hendra-irban1")
    scene.approve("warga-iseng")
    scene.doc["reviews"][0]["author_association"] = "NONE"
    scene.doc["reviews"][1]["author_association"] = "OWNER"
    verdict = scene.verdict()
    assert counted(verdict) == {"verifikasi": [501]}
    assert why(verdict) == {502: "NOT_ROLE_HOLDER"}


def test_s11_bots_never_count() -> None:
    scene = written()
    scene.approve("terbit-cms[bot]", {"login": "hendra-irban1", "id": 2201, "type": "Bot"})
    scene.approve({"login": "hendra-irban1[bot]", "id": 2201, "type": "User"})
    assert why(scene.verdict()) == {501: "BOT", 502: "BOT", 503: "BOT"}


@pytest.mark.parametrize("user", [None, {}, {"login": "hendra-irban1", "id": None}])
def test_s11_a_deleted_account_never_counts_and_is_reported(user: object) -> None:
    scene = written()
    scene.approve(user)
    verdict = scene.verdict()
    assert why(verdict) == {501: "USER_DELETED"}
    assert verdict.warnings == ("UNATTRIBUTED_REVIEW",)


def test_an_unknown_state_is_reported() -> None:
    scene = written()
    scene.review("hendra-irban1", "BLESSED")
    scene.approve(None)
    verdict = scene.verdict()
    assert why(verdict) == {501: "UNKNOWN_STATE", 502: "USER_DELETED"}
    assert verdict.warnings == ("UNATTRIBUTED_REVIEW", "UNKNOWN_REVIEW_STATE")


def test_states_in_lower_case_are_the_same_states() -> None:
    scene = written()
    scene.review("hendra-irban1", "approved")
    scene.review("arif-atasan", "changes_requested")
    assert scene.verdict().blocked_by == (502,)


@pytest.mark.parametrize("state", ["PENDING", "APPROVED", "CHANGES_REQUESTED"])
def test_a_review_that_was_not_submitted_is_none(state: str) -> None:
    scene = written()
    scene.review("hendra-irban1", state)
    del scene.doc["reviews"][0]["submitted_at"]
    assert why(scene.verdict()) == {501: "NOT_SUBMITTED"}


def test_s16_the_age_limit_is_off_unless_configured() -> None:
    scene = written(now="2028-11-16 12:00")
    scene.approve("hendra-irban1", "arif-atasan")
    assert scene.verdict().reason == "READY"


def test_n16_the_age_limit_counts_calendar_days_from_submission() -> None:
    scene = written(INSPEKTORAT.sop(approval_days=3))
    scene.approve("hendra-irban1", at="16 23:00")
    scene.doc["now"] = "2026-11-19T16:59:59Z"
    assert counted(scene.verdict()) == {"verifikasi": [501]}
    scene.doc["now"] = "2026-11-19T17:00:00Z"
    assert why(scene.verdict()) == {501: "EXPIRED"}


def test_n1_when_a_verification_expires_the_decision_must_be_repeated() -> None:
    scene = written(INSPEKTORAT.sop(approval_days=1), now="18 12:00")
    scene.approve("hendra-irban1")
    scene.approve("arif-atasan", at="17 09:00")
    assert why(scene.verdict()) == {501: "EXPIRED", 502: "BEFORE_VERIFICATION"}
    scene.approve("hendra-irban1", at="18 09:00")
    assert why(scene.verdict()) == {501: "SUPERSEDED", 502: "BEFORE_VERIFICATION"}


@pytest.mark.parametrize("word", ["Setuju, Pak", "approve", "ACC", "  lanjut tayang"])
def test_a_comment_of_a_role_holder_that_looks_like_approval_gives_a_hint(word: str) -> None:
    scene = written()
    scene.comment("hendra-irban1", word)
    scene.comment("hendra-irban1", word)
    assert scene.verdict().hints == ("COMMENT_LOOKS_LIKE_APPROVAL",)


@pytest.mark.parametrize(
    ("who", "body"),
    [
        ("warga-iseng", "Setuju"),
        (None, "Setuju"),
        ("hendra-irban1", "Belum setuju"),
        ("hendra-irban1", ""),
    ],
)
def test_other_comments_give_no_hint(who: str | None, body: str) -> None:
    scene = written()
    scene.comment(who, body)
    assert scene.verdict().hints == ()


def test_a_commenting_review_gives_the_hint_too() -> None:
    scene = written()
    scene.review("arif-atasan", "COMMENTED", body="setuju")
    assert scene.verdict().hints == ("COMMENT_LOOKS_LIKE_APPROVAL",)


def opened_by_the_reviewer(scene: Scene) -> None:
    scene.doc["pr"]["user"] = scene.account("arif-atasan")


def in_another_post(scene: Scene) -> None:
    setting = scene.setting.without("arif-atasan").with_row("arif-atasan", "pelaksana")
    ids = {"arif-atasan": 2401}
    rows = (replace(r, id=ids.get(r.login, r.id)) for r in setting.office.appointments)
    scene.setting = setting._rows(rows)


def too_old(scene: Scene) -> None:
    scene.setting = scene.setting.sop(approval_days=1)
    scene.doc["now"] = "2026-11-20T05:00:00Z"


def other_text(scene: Scene) -> None:
    scene.push("rina-admin", "D2")


def lost(scene: Scene) -> None:
    scene.doc["commits"][0]["gone"] = True


def dismissed(scene: Scene) -> None:
    scene.dismiss(501, "rina-admin")


def repeated(scene: Scene) -> None:
    scene.approve("arif-atasan")


def out_of_dates(scene: Scene) -> None:
    scene.setting = scene.setting.dated("arif-atasan", end="2026-11-15")


def user(account: object) -> Callable[[Scene], None]:
    return lambda scene: scene.doc["reviews"][0].update(user=account)


def field(**changes: object) -> Callable[[Scene], None]:
    return lambda scene: scene.doc["reviews"][0].update(changes)


LADDER: list[tuple[str, Callable[[Scene], None]]] = [
    ("BEFORE_VERIFICATION", lambda _: None),
    ("SELF_REVIEW", opened_by_the_reviewer),
    ("ROLE_NOT_FOR_STEP", in_another_post),
    ("EXPIRED", too_old),
    ("STALE_CONTENT", other_text),
    ("NOT_VERIFIABLE", lost),
    ("DISMISSED", dismissed),
    ("SUPERSEDED", repeated),
    ("OUTSIDE_DATES", out_of_dates),
    ("NOT_ROLE_HOLDER", user({"login": "warga-iseng", "id": 7777, "type": "User"})),
    ("ID_MISMATCH", user({"login": "arif-atasan", "id": 7777, "type": "User"})),
    ("BOT", user({"login": "arif-atasan", "id": 7777, "type": "Bot"})),
    ("USER_DELETED", user(None)),
    ("NOT_DECISIVE", field(state="COMMENTED")),
    ("UNKNOWN_STATE", field(state="BLESSED")),
    ("NOT_SUBMITTED", field(submitted_at=None)),
]


@pytest.mark.parametrize("rung", range(len(LADDER)), ids=[name for name, _ in LADDER])
def test_a_review_gets_the_first_why_that_holds(rung: int) -> None:
    """Each rung is tried with all the flaws below it as well."""
    scene = written()
    scene.approve("arif-atasan")
    for _, spoil in LADDER[: rung + 1]:
        spoil(scene)
    assert why(scene.verdict())[501] == LADDER[rung][0]


def test_ignored_reviews_are_listed_in_the_order_in_which_they_were_given() -> None:
    scene = written()
    scene.approve("warga-iseng", number=700, at="09:00")
    scene.approve("rafi-magang", number=600, at="09:30")
    scene.doc["reviews"][1]["submitted_at"] = "2026-11-16T01:30:00-01:00"
    assert list(why(scene.verdict())) == [700, 600]
