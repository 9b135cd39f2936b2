"""S15: merge groups are compared by digest; a commit's status is shared by every request."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import pytest

from .scenario import DRAFT, Scene, written


def complete() -> Scene:
    scene = written()
    scene.approve("hendra-irban1", "arif-atasan")
    return scene


@pytest.mark.parametrize(
    "row",
    [
        {"allow_merge": False},
        {"ready": False},
        {"reason": "WAIT_VERIFICATION"},
        {"check": "pending"},
        {},
    ],
)
def test_s15_another_open_request_that_is_not_ready_holds_the_commit(row: dict[str, Any]) -> None:
    scene = complete()
    scene.also_open(42, **row)
    verdict = scene.verdict()
    assert (verdict.reason, verdict.step, verdict.check) == ("SHARED_HEAD_NOT_READY", 5, "pending")
    assert (verdict.next_actor, verdict.allow_merge) == ("admin_medsos", False)
    assert verdict.to_json()["commit_check_blocked_by_pr"] == [42]


@pytest.mark.parametrize(
    "row", [{"allow_merge": True}, {"ready": True}, {"reason": "READY"}, {"check": "success"}]
)
def test_s15_another_ready_request_holds_nothing(row: dict[str, Any]) -> None:
    scene = complete()
    scene.also_open(42, **row)
    verdict = scene.verdict()
    assert verdict.reason == "READY"
    assert "commit_check_blocked_by_pr" not in verdict.to_json()


def nested(scene: Scene, number: int, **changes: Any) -> dict[str, Any]:
    pr = deepcopy(scene.doc["pr"])
    pr.update(number=number, **changes)
    return {"pr": pr, "reviews": []}


def test_s15_another_request_given_whole_is_evaluated() -> None:
    scene = complete()
    scene.doc["also_open"] = [nested(scene, 43), nested(scene, 42)]
    assert scene.verdict().held_by_requests == (42, 43)
    for row in scene.doc["also_open"]:
        row["reviews"] = deepcopy(scene.doc["reviews"])
    assert scene.verdict().reason == "READY"


def test_s15_another_request_is_judged_by_its_own_files() -> None:
    scene = complete()
    other = nested(scene, 42, files=[{"filename": DRAFT, "status": "added"}])
    scene.doc["also_open"] = [other]
    assert scene.verdict().reason == "READY"
    other["pr"]["draft"] = True
    assert scene.verdict().held_by_requests == (42,)


def test_s15_another_request_that_cannot_be_read_is_not_ready() -> None:
    scene = complete()
    scene.doc["also_open"] = [{"pr": {"number": 42}}]
    assert scene.verdict().held_by_requests == (42,)


def test_s15_a_request_with_another_head_holds_nothing() -> None:
    scene = complete()
    scene.also_open(42, head={"sha": "f" * 40}, ready=False)
    assert scene.verdict().reason == "READY"


def test_s15_it_matters_only_once_the_own_request_is_complete() -> None:
    scene = written()
    scene.also_open(42, ready=False)
    assert scene.verdict().reason == "WAIT_VERIFICATION"


def test_s15_it_holds_for_drafts_too() -> None:
    scene = written(files=(DRAFT,))
    scene.also_open(42, ready=False)
    assert scene.verdict().reason == "SHARED_HEAD_NOT_READY"


@pytest.mark.parametrize("group", [{"content": {"digest": "D1"}}, {"digest": "D1"}, None, {}])
def test_s15_a_merge_group_with_the_same_digest_passes(group: Any) -> None:
    scene = complete()
    scene.doc["merge_group"] = group
    assert scene.verdict().reason == "READY"


@pytest.mark.parametrize(
    "group", [{"content": {"digest": "D9"}}, {"digest": "D9"}, {"head_sha": "f" * 40}]
)
def test_s15_a_merge_group_with_another_digest_has_drifted(group: Any) -> None:
    scene = complete()
    scene.doc["merge_group"] = group
    scene.also_open(42, ready=False)
    verdict = scene.verdict()
    assert (verdict.reason, verdict.step, verdict.check) == ("CONTENT_DRIFT", 3, "failure")
    assert (verdict.next_actor, verdict.approvals_needed) == ("verifikator", None)


def test_s15_drift_matters_only_with_a_counted_decision() -> None:
    scene = written()
    scene.doc["merge_group"] = {"digest": "D9"}
    scene.approve("hendra-irban1")
    assert scene.verdict().reason == "WAIT_APPROVAL"
