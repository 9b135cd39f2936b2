"""The published form of a verdict."""

from __future__ import annotations

from terbit.core.verdict import Check, Reason, Sla, Verdict

from .gate.scenario import DINKES, written


def test_the_published_form_has_every_key() -> None:
    scene = written()
    first = scene.head
    scene.approve("hendra-irban1")
    scene.push("rina-admin", "D2")
    scene.approve("maya-irban2")
    assert scene.verdict().to_json() == {
        "step": 4,
        "allow_merge": False,
        "check": "pending",
        "reason": "WAIT_APPROVAL",
        "next_actor": "atasan_ppid",
        "scope": "article",
        "counted": {"verifikasi": [502], "persetujuan": []},
        "ignored": [{"review": 501, "why": "STALE_CONTENT"}],
        "blocked_by": [],
        "warnings": [],
        "hints": [],
        "approvals_needed": 1,
        "can_act": ["arif-atasan"],
        "delta_from": {"hendra-irban1": first},
        "audit": [{"review": 502, "capacity": "Inspektur Pembantu"}],
        "sla": {"step": 4, "limit_minutes": 30, "used_minutes": 660, "breached": True},
    }


def test_optional_keys_appear_only_with_something_to_say() -> None:
    verdict = Verdict(Reason.DATA_INCOMPLETE, None, Check.FAILURE, "admin_repo")
    assert {"problems", "commit_check_blocked_by_pr"}.isdisjoint(verdict.to_json())
    told = Verdict(
        Reason.SHARED_HEAD_NOT_READY,
        5,
        Check.PENDING,
        "admin_medsos",
        held_by_requests=(9,),
        problems=("files",),
    ).to_json()
    assert (told["commit_check_blocked_by_pr"], told["problems"]) == ([9], ["files"])


def test_only_ready_allows_the_merge() -> None:
    for reason in Reason:
        verdict = Verdict(reason, 5, Check.SUCCESS, None)
        assert verdict.allow_merge is (reason is Reason.READY)


def test_a_clock_is_breached_when_more_than_the_limit_is_used() -> None:
    now = written(DINKES).facts().now
    assert [Sla(3, 30, used, now).breached for used in (29, 30, 31)] == [False, False, True]
