"""S3, S4: approval follows the text that its author saw, whatever commit carries it."""

from __future__ import annotations

import pytest

from .scenario import ARTICLE, BASE, INSPEKTORAT, Scene, counted, why, written

READY = {"verifikasi": [501], "persetujuan": [502]}


def approved() -> Scene:
    scene = written()
    scene.approve("hendra-irban1", "arif-atasan")
    return scene


def test_s3_an_empty_commit_keeps_approvals() -> None:
    scene = approved()
    scene.push("rina-admin", "D1", changed=False)
    assert counted(scene.verdict()) == READY


def test_s3_an_update_branch_merge_keeps_approvals() -> None:
    scene = approved()
    scene.merge_main("rina-admin")
    assert scene.verdict().reason == "READY"


def test_s3_a_byte_identical_rebase_keeps_approvals() -> None:
    scene = approved()
    scene.rebase("rina-admin")
    assert counted(scene.verdict()) == READY


def test_s3_a_return_to_the_approved_text_brings_the_approvals_back() -> None:
    scene = approved()
    scene.push("rina-admin", "D2")
    assert scene.verdict().reason == "WAIT_VERIFICATION"
    scene.push("rina-admin", "D1")
    assert counted(scene.verdict()) == READY


def test_s3_one_changed_byte_voids_every_approval() -> None:
    scene = approved()
    scene.push("rina-admin", "D2")
    assert why(scene.verdict()) == {501: "STALE_CONTENT", 502: "STALE_CONTENT"}


def test_s3_a_merge_that_changes_our_text_voids_approvals() -> None:
    scene = approved()
    scene.merge_main("rina-admin", digest="D2")
    assert scene.verdict().reason == "WAIT_VERIFICATION"


def test_s3_each_is_told_the_commit_that_he_or_she_last_signed() -> None:
    scene = written()
    first = scene.head
    scene.approve("hendra-irban1")
    second = scene.push("rina-admin", "D2")
    scene.approve("maya-irban2", "arif-atasan")
    scene.push("rina-admin", "D3")
    assert scene.verdict().delta_from == {
        "hendra-irban1": first,
        "maya-irban2": second,
        "arif-atasan": second,
    }


def test_s3_whoever_signed_the_present_text_has_no_difference_to_read() -> None:
    scene = written()
    scene.approve("hendra-irban1")
    scene.push("rina-admin", "D2")
    scene.approve("hendra-irban1")
    assert scene.verdict().delta_from == {}


def test_s4_the_text_seen_is_that_of_commit_id_even_after_later_pushes() -> None:
    scene = written()
    old = scene.head
    scene.push("rina-admin", "D2")
    scene.approve("hendra-irban1", on=old)
    assert why(scene.verdict()) == {501: "STALE_CONTENT"}


def test_s4_a_repointed_commit_id_stands_for_the_head_that_was_live() -> None:
    scene = written()
    scene.approve("hendra-irban1")
    after = scene.force_push("rina-admin", "D2")
    scene.doc["reviews"][0]["commit_id"] = after
    assert why(scene.verdict()) == {501: "STALE_CONTENT"}


def test_s4_a_repointed_approval_still_counts_if_the_bytes_are_the_same() -> None:
    scene = written()
    scene.approve("hendra-irban1")
    before = scene.head
    scene.doc["reviews"][0]["commit_id"] = scene.rebase("rina-admin")
    assert counted(scene.verdict()) == {"verifikasi": [501]}
    scene.push("rina-admin", "D2")
    assert scene.verdict().delta_from == {"hendra-irban1": before}


def test_s4_without_commit_id_the_live_head_counts() -> None:
    scene = written()
    scene.approve("hendra-irban1", on=None)
    assert counted(scene.verdict()) == {"verifikasi": [501]}


def test_s4_a_commit_id_that_was_never_pushed_stands_for_the_live_head() -> None:
    scene = written()
    scene.approve("hendra-irban1", on="e" * 40)
    assert counted(scene.verdict()) == {"verifikasi": [501]}


def test_s4_a_commit_inside_a_push_was_pushed_with_it() -> None:
    scene = Scene()
    scene.push("rina-admin", "D1", "D2", "D1")
    middle = scene.doc["commits"][1]["sha"]
    scene.approve("hendra-irban1", on=middle)
    assert why(scene.verdict()) == {501: "STALE_CONTENT"}


def test_s4_a_commit_that_is_gone_cannot_be_verified() -> None:
    scene = written()
    scene.approve("hendra-irban1")
    scene.force_push("rina-admin", "D1", gone=True)
    assert why(scene.verdict()) == {501: "NOT_VERIFIABLE"}


def test_s4_an_old_commit_marked_gone_cannot_be_verified() -> None:
    scene = written()
    scene.approve("hendra-irban1")
    scene.force_push("rina-admin", "D1")
    scene.doc["old_commits"][0].update(gone=True)
    assert why(scene.verdict()) == {501: "NOT_VERIFIABLE"}


@pytest.mark.only_facts
def test_s4_without_an_activity_list_nothing_can_be_verified() -> None:
    scene = written()
    scene.approve("hendra-irban1")
    scene.doc["activity"] = []
    assert why(scene.verdict()) == {501: "NOT_VERIFIABLE"}


def test_s4_a_review_from_before_the_first_known_push_cannot_be_verified() -> None:
    scene = written()
    scene.approve("hendra-irban1", at="07:00")
    assert why(scene.verdict()) == {501: "NOT_VERIFIABLE"}


def test_s4_while_the_branch_was_deleted_there_was_no_text() -> None:
    scene = written()
    head = scene.head
    scene.doc["pr"]["head"]["sha"] = "0" * 40
    scene._pushed("rina-admin", head, None, "branch_deletion")
    scene.approve("hendra-irban1", on=None)
    scene.doc["pr"]["head"]["sha"] = head
    scene._pushed("rina-admin", "0" * 40, None, "branch_creation")
    assert why(scene.verdict()) == {501: "NOT_VERIFIABLE"}


def test_s4_dates_inside_commits_are_never_believed() -> None:
    scene = written()
    scene.approve("hendra-irban1")
    after = scene.force_push("rina-admin", "D2")
    for person in ("author", "committer"):
        scene.doc["commits"][0]["commit"][person] = {"date": "2020-01-01T00:00:00Z"}
    scene.doc["reviews"][0]["commit_id"] = after
    assert why(scene.verdict()) == {501: "STALE_CONTENT"}


def test_s4_two_pushes_of_one_second_follow_each_other_by_their_commits() -> None:
    scene = Scene()
    scene.push("rina-admin", "D1", at="08:00")
    scene.push("rina-admin", "D2", at="08:00")
    scene.doc["activity"].reverse()
    scene.approve("hendra-irban1", on=None)
    assert counted(scene.verdict()) == {"verifikasi": [501]}


def test_s4_the_activity_list_may_come_newest_first() -> None:
    scene = approved()
    scene.push("rina-admin", "D2")
    scene.approve("maya-irban2", on=None)
    forwards = scene.verdict()
    scene.doc["activity"].reverse()
    assert scene.verdict() == forwards


def test_s7_a_branch_that_starts_at_the_base_brings_no_text() -> None:
    """Somebody who only made the branch wrote nothing."""
    scene = Scene()
    scene._pushed("hendra-irban1", BASE, None)
    scene.push("rina-admin", "D1")
    scene.approve("hendra-irban1")
    assert counted(scene.verdict()) == {"verifikasi": [501]}


def test_n14_the_digest_rules_and_not_the_names_of_the_files() -> None:
    """The gate takes the folder's digest as the forge computed it."""
    scene = approved()
    scene.files(ARTICLE, ARTICLE.replace("index.md", "foto-2.jpg"))
    assert scene.verdict().reason == "READY"
    assert scene.verdict().head_digest == "D1"


def test_n14_two_commits_of_one_digest_are_one_text() -> None:
    scene = Scene(INSPEKTORAT)
    first = scene.push("rina-admin", "D1")
    scene.push("rina-admin", "D1", changed=False)
    scene.approve("hendra-irban1", on=first)
    scene.approve("arif-atasan")
    assert scene.verdict().reason == "READY"
