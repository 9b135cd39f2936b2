"""The reasons, their precedence, the table of steps, S13, S15, N5, N6 and merging."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from terbit.core.gate import evaluate, policy_invalid
from terbit.core.verdict import Verdict

from .scenario import DESA, DINKES, INSPEKTORAT, Scene, counted, why, written


def place(verdict: Verdict) -> tuple[str, int | None, str, str | None]:
    return verdict.reason, verdict.step, verdict.check, verdict.next_actor


def sla(scene: Scene) -> dict[str, Any] | None:
    clock: dict[str, Any] | None = scene.verdict().to_json()["sla"]
    return clock


def used(scene: Scene) -> tuple[int, int]:
    clock = sla(scene)
    assert clock is not None
    return clock["step"], clock["used_minutes"]


# The table


def test_the_table_of_the_inspektorat() -> None:
    scene = written()
    assert place(scene.verdict()) == ("WAIT_VERIFICATION", 3, "pending", "verifikator")
    scene.approve("hendra-irban1")
    assert place(scene.verdict()) == ("WAIT_APPROVAL", 4, "pending", "atasan_ppid")
    scene.approve("arif-atasan")
    assert place(scene.verdict()) == ("READY", 5, "success", "admin_medsos")


def test_n5_the_table_of_seven_steps() -> None:
    scene = written(DINKES)
    assert place(scene.verdict()) == ("WAIT_VERIFICATION", 3, "pending", "penelaah_medis")
    scene.approve("dr-salma")
    assert place(scene.verdict()) == ("WAIT_VERIFICATION", 4, "pending", "ppid_pelaksana")
    scene.approve("hadi-ppid")
    assert place(scene.verdict()) == ("WAIT_VERIFICATION", 5, "pending", "tim_privasi")
    scene.approve("mira-pdp", "ratna-sekdis")
    assert place(scene.verdict()) == ("WAIT_APPROVAL", 6, "pending", "kepala_dinas")
    scene.approve("gunawan-kadis")
    assert place(scene.verdict()) == ("READY", 7, "success", "petugas_unggah")


def test_n5_the_table_of_three_steps() -> None:
    scene = written(DESA)
    assert place(scene.verdict()) == ("WAIT_APPROVAL", 2, "pending", "pimpinan_desa")
    scene.approve("yohana-kades")
    assert place(scene.verdict()) == ("READY", 3, "success", "penulis")


def draft(scene: Scene) -> None:
    scene.doc["pr"]["draft"] = True


def closed(scene: Scene) -> None:
    scene.doc["pr"]["state"] = "closed"


def fork(scene: Scene) -> None:
    scene.doc["pr"]["head"]["repo"] = {"full_name": "warga/terbit"}


def mixed(scene: Scene) -> None:
    scene.files("content/a.md", "sop.yml")


def headless(scene: Scene) -> None:
    scene.doc["pr"]["head"]["sha"] = "f" * 40


def unread(scene: Scene) -> None:
    scene.doc["fetch"] = {"reviews": "page 2: 502"}


def unknown(scene: Scene) -> None:
    scene.doc["commits"][0]["author"] = None
    scene.doc["activity"][0]["actor"] = None


def objection(scene: Scene) -> None:
    scene.object("sari-pelaksana")


def unevidenced(scene: Scene) -> None:
    scene.doc["pr"]["user"] = scene.account("rafi-magang")
    scene.doc["commits"][0]["author"] = scene.account("rafi-magang")
    scene.doc["activity"][0]["actor"] = scene.account("rafi-magang")


def drifted(scene: Scene) -> None:
    scene.doc["merge_group"] = {"digest": "D9"}


def shared(scene: Scene) -> None:
    scene.also_open(42, ready=False)


def nothing(scene: Scene) -> None:
    pass


def unsigned(scene: Scene) -> None:
    scene.doc["reviews"] = [r for r in scene.doc["reviews"] if r["state"] != "APPROVED"]


LADDER: list[tuple[str, Callable[[Scene], None]]] = [
    ("DATA_INCOMPLETE", unread),
    ("NOT_OPEN", closed),
    ("FORK_NOT_ALLOWED", fork),
    ("DATA_INCOMPLETE", headless),
    ("MIXED_SCOPE", mixed),
    ("AUTHOR_UNKNOWN", unknown),
    ("DRAFT", draft),
    ("CHANGES_REQUESTED", objection),
    ("WAIT_ADMIN", unevidenced),
    ("CONTENT_DRIFT", drifted),
    ("SHARED_HEAD_NOT_READY", shared),
    ("READY", nothing),
]


@pytest.mark.parametrize("rung", range(len(LADDER)), ids=[name for name, _ in LADDER])
def test_the_first_reason_that_holds_is_the_reason(rung: int) -> None:
    """Each rung is tried with everything that stands below it in force as well."""
    scene = written()
    scene.approve("hendra-irban1", "arif-atasan")
    spoilers = [spoil for _, spoil in LADDER[rung:]]
    if unknown in spoilers and unevidenced in spoilers:
        spoilers.remove(unevidenced)
    for spoil in spoilers:
        spoil(scene)
    assert scene.verdict().reason == LADDER[rung][0]


@pytest.mark.parametrize("spoil", [drifted, shared])
def test_without_a_counted_decision_drift_and_shared_heads_do_not_matter(
    spoil: Callable[[Scene], None],
) -> None:
    scene = written()
    spoil(scene)
    assert scene.verdict().reason == "WAIT_VERIFICATION"
    scene.approve("hendra-irban1")
    assert scene.verdict().reason == "WAIT_APPROVAL"


@pytest.mark.parametrize(
    ("spoil", "expected"),
    [
        (unread, ("DATA_INCOMPLETE", None, "failure", "admin_repo")),
        (headless, ("DATA_INCOMPLETE", None, "failure", "admin_repo")),
        (closed, ("NOT_OPEN", None, "failure", None)),
        (fork, ("FORK_NOT_ALLOWED", 2, "failure", "admin_medsos")),
        (mixed, ("MIXED_SCOPE", 2, "failure", "admin_medsos")),
        (unknown, ("AUTHOR_UNKNOWN", 2, "failure", "admin_medsos")),
        (draft, ("DRAFT", 2, "pending", "admin_medsos")),
        (objection, ("CHANGES_REQUESTED", 2, "failure", "admin_medsos")),
        (unevidenced, ("WAIT_ADMIN", 2, "pending", "admin_medsos")),
        (drifted, ("CONTENT_DRIFT", 3, "failure", "verifikator")),
        (shared, ("SHARED_HEAD_NOT_READY", 5, "pending", "admin_medsos")),
    ],
)
def test_the_table_of_the_other_reasons(
    spoil: Callable[[Scene], None], expected: tuple[str, int | None, str, str | None]
) -> None:
    scene = written()
    scene.approve("hendra-irban1", "arif-atasan")
    spoil(scene)
    verdict = scene.verdict()
    assert place(verdict) == expected
    assert not verdict.allow_merge


@pytest.mark.parametrize("spoil", [unread, headless, closed, fork, mixed, unknown])
def test_the_reasons_before_reading_carry_no_reviews(spoil: Callable[[Scene], None]) -> None:
    scene = written()
    scene.approve("warga-iseng", "hendra-irban1")
    spoil(scene)
    verdict = scene.verdict()
    assert (verdict.counted, verdict.ignored, verdict.blocked_by) == ({}, (), ())


@pytest.mark.parametrize("spoil", [draft, objection, unevidenced, drifted, shared])
def test_the_reasons_after_reading_carry_the_reviews(spoil: Callable[[Scene], None]) -> None:
    scene = written()
    scene.approve("hendra-irban1", "arif-atasan", "warga-iseng")
    spoil(scene)
    verdict = scene.verdict()
    assert counted(verdict) == {"verifikasi": [501], "persetujuan": [502]}
    assert why(verdict)[503] == "NOT_ROLE_HOLDER"


def test_s13_a_broken_configuration_is_policy_invalid() -> None:
    verdict = policy_invalid(["kantor.yml:3: rusak"])
    assert place(verdict) == ("POLICY_INVALID", None, "failure", "admin_repo")
    assert verdict.to_json()["problems"] == ["kantor.yml:3: rusak"]
    assert verdict.to_json()["scope"] is None


# S13


@pytest.mark.parametrize(
    "fetch",
    [
        {"reviews": "page 2: 502"},
        {"reviews": {"status": 502}},
        {"commits": {"pages": 3, "read": 2}},
        {"timeline": False},
        {"timeline_truncated": True},
        {"complete": False},
        {"missing": ["reviews?page=2"]},
        "timeout",
        ["reviews"],
    ],
)
def test_s13_any_fault_of_the_transport_is_incomplete(fetch: object) -> None:
    scene = written()
    scene.doc["fetch"] = fetch
    assert scene.verdict().reason == "DATA_INCOMPLETE"


@pytest.mark.parametrize(
    "fetch",
    [
        None,
        {},
        {"reviews": "ok", "commits": "OK"},
        {"reviews": {"status": 200}},
        {"complete": True},
        {"missing": []},
        {"error": None},
        "complete",
    ],
)
def test_s13_a_transport_without_faults_is_fine(fetch: object) -> None:
    scene = written()
    scene.doc["fetch"] = fetch
    assert scene.verdict().reason == "WAIT_VERIFICATION"


@pytest.mark.parametrize("key", ["commits", "reviews", "activity", "draft_commits"])
def test_s13_a_part_that_is_null_was_not_read(key: str) -> None:
    scene = written()
    scene.doc[key] = None
    verdict = scene.verdict()
    assert (verdict.reason, verdict.problems) == ("DATA_INCOMPLETE", (key,))


@pytest.mark.parametrize("files", [None, []])
def test_s13_a_request_without_its_files_is_incomplete(files: object) -> None:
    scene = written()
    scene.doc["pr"]["files"] = files
    assert scene.verdict().reason == "DATA_INCOMPLETE"


def test_s13_fewer_files_than_the_request_has_are_incomplete() -> None:
    """GitHub lists at most 3,000 files."""
    scene = written()
    scene.doc["pr"]["changed_files"] = 1
    assert scene.verdict().reason == "WAIT_VERIFICATION"
    scene.doc["pr"]["changed_files"] = 2
    assert scene.verdict().reason == "DATA_INCOMPLETE"


@pytest.mark.parametrize("key", ["timeline", "comments", "old_commits", "also_open"])
def test_parts_that_may_be_missing(key: str) -> None:
    scene = written()
    scene.approve("hendra-irban1")
    scene.doc[key] = None
    assert scene.verdict().reason == "WAIT_APPROVAL"
    del scene.doc[key]
    assert scene.verdict().reason == "WAIT_APPROVAL"


def test_s13_more_than_250_commits_are_incomplete() -> None:
    scene = Scene()
    scene.push("rina-admin", *(f"D{n}" for n in range(250)))
    assert scene.verdict().reason == "WAIT_VERIFICATION"
    scene.push("rina-admin", "D250")
    assert scene.verdict().reason == "DATA_INCOMPLETE"


def test_s13_a_request_that_says_it_has_more_commits_than_were_listed() -> None:
    scene = written()
    scene.doc["pr"]["commits"] = 1
    assert scene.verdict().reason == "WAIT_VERIFICATION"
    scene.doc["pr"]["commits"] = 2
    assert scene.verdict().reason == "DATA_INCOMPLETE"


def test_s13_a_head_without_digest_is_incomplete() -> None:
    scene = written()
    scene.doc["commits"][0]["content"] = None
    assert scene.verdict().reason == "DATA_INCOMPLETE"


def test_s13_a_dismissal_of_which_nothing_is_known_is_incomplete() -> None:
    """REST forgets what a dismissed review was; it may have been an objection."""
    scene = written()
    scene.object("hendra-irban1")
    scene.dismiss(501, "rina-admin")
    scene.doc["timeline"] = []
    verdict = scene.verdict()
    assert (verdict.reason, verdict.problems) == ("DATA_INCOMPLETE", ("timeline",))
    scene.approve("hendra-irban1")
    assert scene.verdict().reason == "WAIT_APPROVAL"


# S15


def test_s15_a_fork_whose_repository_is_gone_is_a_fork() -> None:
    scene = written()
    scene.doc["pr"]["head"]["repo"] = None
    assert scene.verdict().reason == "FORK_NOT_ALLOWED"


def test_a_merged_request_is_not_open() -> None:
    scene = written()
    scene.merged()
    assert scene.verdict().reason == "NOT_OPEN"
    scene.doc["pr"]["state"] = "open"
    assert scene.verdict().reason == "NOT_OPEN"


# N6: clocks


def test_n6_the_first_review_clock_starts_at_the_last_push_of_content() -> None:
    scene = written(now="16 10:00")
    scene.push("rina-admin", "D2", at="09:00")
    assert used(scene) == (3, 60)
    scene.merge_main("rina-admin", at="09:30")
    scene.push("rina-admin", "D2", at="09:40", changed=False)
    scene.rebase("rina-admin", at="09:50")
    assert used(scene) == (3, 60)


def test_n6_even_where_the_request_was_opened_after_the_push() -> None:
    scene = written(now="16 10:00")
    scene.doc["pr"]["created_at"] = "2026-11-16T02:00:00Z"
    assert used(scene) == (3, 120)


@pytest.mark.only_facts
def test_n6_without_any_known_push_the_clock_starts_at_the_opening() -> None:
    scene = written(now="16 10:00")
    scene.doc["activity"] = []
    assert used(scene) == (3, 120)


def test_n6_a_review_clock_starts_when_the_step_before_became_complete() -> None:
    scene = written(DINKES, now="16 11:00")
    scene.approve("dr-salma", at="09:00")
    scene.approve("yusran-p2p", at="09:30")
    assert used(scene) == (4, 120)
    scene.approve("hadi-ppid", at="10:00")
    scene.approve("mira-pdp", at="10:10")
    assert used(scene) == (5, 60)
    scene.approve("eko-data", at="10:30")
    scene.approve("ratna-sekdis", at="10:40")
    assert used(scene) == (6, 30)


def test_n6_the_publishing_clock_starts_when_the_last_review_step_became_complete() -> None:
    scene = written(now="16 10:00")
    scene.approve("hendra-irban1", at="08:30")
    scene.approve("arif-atasan", at="09:15")
    assert used(scene) == (5, 45)
    shared(scene)
    assert used(scene) == (5, 45)


def test_n6_the_drafting_clock_starts_at_the_opening() -> None:
    scene = written(now="16 10:00", by="rafi-magang")
    assert used(scene) == (2, 120)


@pytest.mark.parametrize("spoil", [fork, mixed, unknown, draft])
def test_n6_the_drafting_clock_of_what_was_refused(spoil: Callable[[Scene], None]) -> None:
    scene = written(now="16 10:00")
    spoil(scene)
    assert used(scene) == (2, 120)


def test_n6_the_drafting_clock_starts_anew_at_the_latest_live_objection() -> None:
    scene = written(now="16 11:00")
    scene.object("hendra-irban1", at="09:00")
    scene.object("sari-pelaksana", at="09:30")
    assert used(scene) == (2, 90)
    draft(scene)
    assert used(scene) == (2, 90)
    scene.approve("sari-pelaksana", at="10:00")
    assert used(scene) == (2, 120)


def test_n6_a_changed_text_with_an_objection_runs_the_clock_of_the_step_that_waits() -> None:
    scene = written(now="16 11:00")
    scene.object("arif-atasan", at="09:00")
    scene.push("rina-admin", "D2", at="10:00")
    assert used(scene) == (3, 60)
    scene.approve("hendra-irban1", at="10:30")
    assert used(scene) == (4, 30)


def test_n6_content_drift_runs_the_clock_of_the_first_review_step() -> None:
    scene = written(now="16 10:00")
    scene.approve("hendra-irban1", "arif-atasan")
    drifted(scene)
    assert used(scene) == (3, 120)


@pytest.mark.parametrize(("now", "breached"), [("16 08:30:59", False), ("16 08:31", True)])
def test_n6_breached_means_more_than_the_limit_in_whole_minutes(now: str, breached: bool) -> None:
    assert sla(written(now=now)) == {
        "step": 3,
        "limit_minutes": 30,
        "used_minutes": 31 if breached else 30,
        "breached": breached,
    }


def test_n6_a_step_without_limit_has_no_clock() -> None:
    assert sla(written(INSPEKTORAT.step("verifikasi", minutes=None))) is None


@pytest.mark.parametrize("spoil", [unread, closed])
def test_where_no_step_waits_there_is_no_clock(spoil: Callable[[Scene], None]) -> None:
    scene = written()
    spoil(scene)
    assert sla(scene) is None


def test_s16_clocks_never_decide() -> None:
    scene = written(now="2027-06-30 12:00")
    scene.approve("hendra-irban1", "arif-atasan")
    verdict = scene.verdict()
    assert verdict.allow_merge
    assert verdict.to_json()["sla"]["breached"]


# After the merge


def test_as_of_merge_a_merged_request_counts_as_open() -> None:
    scene = written()
    scene.approve("hendra-irban1", "arif-atasan")
    scene.merged()
    assert merged(scene).reason == "READY"


def test_as_of_merge_later_reviews_and_dismissals_do_not_count() -> None:
    scene = written()
    scene.approve("hendra-irban1", "arif-atasan")
    scene.merged()
    scene.object("maya-irban2")
    scene.dismiss(501, "hendra-irban1")
    assert merged(scene).reason == "READY"


def test_as_of_merge_what_was_missing_then_stays_missing() -> None:
    scene = written()
    scene.approve("hendra-irban1")
    scene.merged()
    scene.approve("arif-atasan")
    assert merged(scene).reason == "WAIT_APPROVAL"


def test_as_of_merge_a_dismissal_before_it_counts() -> None:
    scene = written()
    scene.object("sari-pelaksana")
    scene.dismiss(501, "sari-pelaksana")
    scene.approve("hendra-irban1", "arif-atasan")
    scene.merged()
    assert merged(scene).reason == "READY"


def test_as_of_merge_an_objection_dismissed_after_it_stood() -> None:
    scene = written()
    scene.approve("hendra-irban1", "arif-atasan")
    scene.object("sari-pelaksana")
    scene.merged()
    scene.dismiss(503, "sari-pelaksana")
    assert merged(scene).blocked_by == (503,)


def test_as_of_merge_other_requests_no_longer_hold_the_commit() -> None:
    scene = written()
    scene.approve("hendra-irban1", "arif-atasan")
    shared(scene)
    scene.merged()
    assert merged(scene).reason == "READY"


def test_as_of_merge_an_open_request_is_as_it_is() -> None:
    facts = written().facts()
    assert facts.as_of_merge() is facts


def merged(scene: Scene) -> Verdict:
    facts = scene.facts().as_of_merge()
    return evaluate(scene.setting.procedure, scene.setting.office, facts, facts.now)
