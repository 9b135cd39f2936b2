"""S14, N11, N12: what a request touches decides which rules it follows."""

from __future__ import annotations

import pytest

from terbit.core.gate.scope import is_guarded

from .scenario import ARTICLE, DESA, DINKES, DRAFT, INSPEKTORAT, Scene, counted, why, written

SCRIPT = "scripts/terbit/site/stage.py"
EVERYBODY = tuple(sorted(INSPEKTORAT.ids))


def scope(*files: str | tuple[str, str], setting: object = INSPEKTORAT) -> str | None:
    scene = written(setting)  # type: ignore[arg-type]
    scene.files(*files)
    return scene.verdict().scope


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ([ARTICLE], "article"),
        (["content/index.md"], "article"),
        ([ARTICLE, DRAFT], "article"),
        ([(ARTICLE, DRAFT)], "article"),
        ([(DRAFT, ARTICLE)], "article"),
        ([DRAFT], "draft"),
        ([DRAFT, "drafts/lain/index.md"], "draft"),
        (["sop.yml"], "policy"),
        (["README.md"], "policy"),
        (["contents/index.md"], "policy"),
        (["docs/content/index.md"], "policy"),
        (["drafts.md"], "policy"),
    ],
)
def test_s14_scope(files: list[str | tuple[str, str]], expected: str) -> None:
    assert scope(*files) == expected


@pytest.mark.parametrize(
    "files",
    [
        [ARTICLE, "sop.yml"],
        [ARTICLE, "README.md"],
        [DRAFT, "kantor.yml"],
        [(ARTICLE, "kantor.yml")],
        [("kantor.yml", ARTICLE)],
        [("templates/a.md", DRAFT)],
    ],
)
def test_s14_article_and_policy_in_one_request_is_mixed(
    files: list[str | tuple[str, str]],
) -> None:
    scene = written(DINKES)
    scene.files(*files)
    scene.approve("dr-salma")
    verdict = scene.verdict()
    assert (verdict.reason, verdict.step, verdict.check) == ("MIXED_SCOPE", 2, "failure")
    assert (verdict.next_actor, verdict.scope) == ("redaktur", None)
    assert (verdict.counted, verdict.ignored) == ({}, ())


def test_s14_policy_alone_needs_the_same_two_signatures() -> None:
    scene = written(files=("kantor.yml",))
    assert scene.verdict().reason == "WAIT_VERIFICATION"
    scene.approve("hendra-irban1", "arif-atasan")
    verdict = scene.verdict()
    assert (verdict.scope, verdict.reason, verdict.step) == ("policy", "READY", 5)


def test_s14_s7_policy_keeps_independence() -> None:
    scene = written(files=("kantor.yml",), by="hendra-irban1")
    scene.approve("hendra-irban1")
    assert why(scene.verdict()) == {501: "SELF_REVIEW"}


def test_s14_a_policy_request_of_a_bot_alone_needs_both_signatures() -> None:
    scene = written(files=("requirements.txt",), by="dependabot[bot]")
    assert scene.verdict().approvals_needed == 2
    scene.approve("hendra-irban1", "arif-atasan")
    assert scene.verdict().allow_merge


# Drafts


@pytest.mark.parametrize("by", ["rina-admin", "sari-pelaksana", "arif-atasan"])
def test_s14_a_draft_by_any_role_holder_is_ready(by: str) -> None:
    verdict = written(by=by, files=(DRAFT,)).verdict()
    assert (verdict.reason, verdict.step, verdict.scope) == ("READY", 5, "draft")
    assert (verdict.check, verdict.next_actor) == ("success", "admin_medsos")
    assert (verdict.approvals_needed, verdict.can_act) == (0, ())
    assert verdict.counted == {"draft": ()}


def test_s14_a_draft_with_a_contributor_in_a_role_is_ready() -> None:
    scene = written(by="rafi-magang", files=(DRAFT,))
    scene.push("sari-pelaksana", "D2")
    assert scene.verdict().allow_merge


def test_n12_a_draft_by_an_outsider_waits_for_one_approval_by_anybody() -> None:
    scene = written(by="rafi-magang", files=(DRAFT,))
    verdict = scene.verdict()
    assert (verdict.reason, verdict.step, verdict.check) == ("WAIT_ADMIN", 2, "pending")
    assert (verdict.next_actor, verdict.approvals_needed) == ("admin_medsos", 1)
    assert verdict.can_act == EVERYBODY
    assert verdict.counted == {"draft": ()}


@pytest.mark.parametrize("by", ["sari-pelaksana", "arif-atasan"])
def test_n12_one_approval_by_any_role_holder_clears_a_draft(by: str) -> None:
    scene = written(by="rafi-magang", files=(DRAFT,))
    scene.approve(by)
    verdict = scene.verdict()
    assert verdict.allow_merge
    assert counted(verdict) == {"draft": [501]}


def test_n12_the_capacity_in_a_draft_is_the_post() -> None:
    scene = written(by="rafi-magang", files=(DRAFT,))
    scene.approve("sari-pelaksana")
    audit = scene.verdict().to_json()["audit"]
    assert audit == [{"review": 501, "capacity": "Pelaksana Kegiatan"}]


def test_n12_an_approval_of_an_outsider_clears_nothing() -> None:
    scene = written(by="rafi-magang", files=(DRAFT,))
    scene.approve("warga-iseng")
    assert scene.verdict().reason == "WAIT_ADMIN"


def test_n12_an_approval_of_an_older_draft_clears_nothing() -> None:
    scene = written(by="rafi-magang", files=(DRAFT,))
    scene.approve("sari-pelaksana")
    scene.push("rafi-magang", "D2")
    assert scene.verdict().reason == "WAIT_ADMIN"


def test_n12_holding_any_role_is_judged_on_the_day_of_opening_or_push() -> None:
    setting = INSPEKTORAT.dated("sari-pelaksana", end="2026-11-15")
    scene = written(setting, by="sari-pelaksana", files=(DRAFT,))
    assert scene.verdict().reason == "WAIT_ADMIN"
    assert "sari-pelaksana" not in scene.verdict().can_act
    setting = INSPEKTORAT.dated("sari-pelaksana", end="2026-11-16")
    assert written(setting, by="sari-pelaksana", files=(DRAFT,)).verdict().allow_merge


def test_n12_who_wrote_before_the_own_term_may_clear_the_draft_within_it() -> None:
    """S7 keeps from verifying and deciding; a draft is neither verified nor decided."""
    setting = INSPEKTORAT.dated("sari-pelaksana", start="2026-11-17")
    scene = written(setting, by="sari-pelaksana", files=(DRAFT,))
    assert scene.verdict().reason == "WAIT_ADMIN"
    scene.approve("sari-pelaksana", at="17 08:00")
    assert scene.verdict().allow_merge


def test_n12_the_drafting_clock_runs_while_a_draft_waits() -> None:
    scene = written(by="rafi-magang", files=(DRAFT,), now="16 09:00")
    sla = scene.verdict().to_json()["sla"]
    assert sla == {"step": 2, "limit_minutes": 120, "used_minutes": 60, "breached": False}


def test_n12_a_draft_of_a_bot_alone_needs_one_approval() -> None:
    scene = written(by="terbit-cms[bot]", files=(DRAFT,))
    assert (scene.verdict().reason, scene.verdict().approvals_needed) == ("WAIT_ADMIN", 1)
    scene.approve("rina-admin")
    assert scene.verdict().allow_merge


def test_s14_a_draft_request_marked_draft_still_waits() -> None:
    scene = written(files=(DRAFT,))
    scene.doc["pr"]["draft"] = True
    assert (scene.verdict().reason, scene.verdict().scope) == ("DRAFT", "draft")


# Technical requests


def technical(*files: str, by: str = "ilham-pengelola") -> Scene:
    return written(DINKES, by=by, files=files or (SCRIPT,))


def test_n12_a_technical_request_waits_for_a_maintainer() -> None:
    verdict = technical().verdict()
    assert (verdict.reason, verdict.step, verdict.check) == ("WAIT_APPROVAL", 6, "pending")
    assert (verdict.next_actor, verdict.scope) == ("pengelola", "technical")
    assert (verdict.approvals_needed, verdict.can_act) == (1, ("devi-pengelola",))
    assert verdict.counted == {"technical": ()}


def test_s14_one_approval_of_another_maintainer_is_enough() -> None:
    scene = technical()
    scene.approve("devi-pengelola")
    verdict = scene.verdict()
    assert (verdict.reason, verdict.step) == ("READY", 7)
    assert (verdict.check, verdict.next_actor) == ("success", "petugas_unggah")
    assert counted(verdict) == {"technical": [501]}
    assert verdict.to_json()["audit"] == [{"review": 501, "capacity": "Pengelola Sistem"}]


def test_n12_others_hold_no_role_for_it_and_a_contributor_reviews_himself() -> None:
    scene = technical()
    scene.approve("gunawan-kadis", "wulan-redaksi", "ilham-pengelola")
    assert why(scene.verdict()) == {
        501: "ROLE_NOT_FOR_STEP",
        502: "ROLE_NOT_FOR_STEP",
        503: "SELF_REVIEW",
    }


def test_s14_a_maintainer_who_pushed_into_it_cannot_approve() -> None:
    scene = technical()
    scene.push("devi-pengelola", "D2")
    scene.approve("devi-pengelola")
    verdict = scene.verdict()
    assert (why(verdict), verdict.approvals_needed) == ({501: "SELF_REVIEW"}, None)


def test_n12_a_technical_request_of_a_bot_alone_needs_one_maintainer() -> None:
    scene = technical("requirements.txt", by="dependabot[bot]")
    assert scene.verdict().can_act == ("devi-pengelola", "ilham-pengelola")
    scene.approve("ilham-pengelola")
    assert scene.verdict().allow_merge


def test_n12_a_technical_request_needs_no_evidence_of_drafting() -> None:
    scene = technical(by="warga-iseng")
    scene.approve("ilham-pengelola")
    assert scene.verdict().allow_merge


GUARDED = [
    "sop.yml",
    "kantor.yml",
    ".github/workflows/gate.yml",
    "scripts/terbit/core/clock.py",
    "scripts/terbit/forges/github.py",
    "scripts/terbit/archive/ledger.py",
    "scripts/terbit/config.py",
    "scripts/terbit/config/problems.py",
]


@pytest.mark.parametrize("path", GUARDED)
def test_n11_guarded_paths_stay_policy_where_a_maintainer_is_named(path: str) -> None:
    assert scope(path, setting=DINKES) == "policy"
    assert scope((SCRIPT, path), setting=DINKES) == "policy"
    assert scope(SCRIPT, path, setting=DINKES) == "policy"


@pytest.mark.parametrize(
    "path",
    [
        SCRIPT,
        "Makefile",
        "docs/sop.yml",
        "tests/kantor.yml",
        "scripts/terbit/cores/x.py",
        "scripts/terbit/config.pyi",
        "tests/scripts/terbit/core/x.py",
        "Sop.yml",
    ],
)
def test_n11_other_paths_are_technical(path: str) -> None:
    assert not is_guarded(path)
    assert scope(path, setting=DINKES) == "technical"


@pytest.mark.parametrize("setting", [INSPEKTORAT, DESA])
def test_s14_without_a_maintaining_role_technical_paths_are_policy(setting: object) -> None:
    assert scope(SCRIPT, setting=setting) == "policy"
