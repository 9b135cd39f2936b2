"""S7, S8, S12, N7, N13: who wrote, and what that keeps them from."""

from __future__ import annotations

from typing import Any

import pytest

from .scenario import (
    ARTICLE,
    BASE,
    DESA,
    DINKES,
    INSPEKTORAT,
    Scene,
    Setting,
    counted,
    why,
    written,
)

CMS = "terbit-cms[bot]"


def trailer(login: str, number: int | str | None, key: str = "Co-authored-by") -> str:
    local = login if number is None else f"{number}+{login}"
    return f"Ubah naskah\n\n{key}: {login} <{local}@users.noreply.github.com>"


def test_s7_the_opener_cannot_verify() -> None:
    scene = Scene(opener="hendra-irban1")
    scene.push("rina-admin", "D1")
    scene.approve("hendra-irban1")
    assert why(scene.verdict()) == {501: "SELF_REVIEW"}


def test_s7_a_commit_author_cannot_verify() -> None:
    scene = written()
    scene.push("rina-admin", "D2", author="hendra-irban1")
    scene.approve("hendra-irban1")
    assert why(scene.verdict()) == {501: "SELF_REVIEW"}


def test_s7_a_human_committer_cannot_verify() -> None:
    scene = written()
    scene.push("rina-admin", "D2", committer="hendra-irban1")
    scene.approve("hendra-irban1")
    assert why(scene.verdict()) == {501: "SELF_REVIEW"}


def test_s7_the_pusher_of_a_commit_cannot_verify() -> None:
    scene = written()
    scene.push("hendra-irban1", "D2", author="rina-admin")
    scene.approve("hendra-irban1")
    assert why(scene.verdict()) == {501: "SELF_REVIEW"}


def test_s7_web_flow_is_nobody() -> None:
    scene = written(INSPEKTORAT.with_row("web-flow", "ketua_ppid"))
    scene.approve("hendra-irban1")
    assert scene.verdict().reason == "WAIT_APPROVAL"


@pytest.mark.parametrize("action", ["merge", "empty"])
def test_s7_who_changes_no_content_writes_nothing(action: str) -> None:
    scene = written()
    if action == "merge":
        scene.merge_main("hendra-irban1")
    else:
        scene.push("hendra-irban1", "D1", changed=False)
    scene.approve("hendra-irban1")
    assert counted(scene.verdict()) == {"verifikasi": [501]}


def test_s7_a_merge_with_a_resolved_conflict_is_writing() -> None:
    scene = written()
    scene.merge_main("hendra-irban1", digest="D2")
    scene.approve("hendra-irban1")
    assert why(scene.verdict()) == {501: "SELF_REVIEW"}


@pytest.mark.parametrize("gone", [False, True])
def test_s7_a_force_push_erases_nobody(gone: bool) -> None:
    scene = written()
    scene.push("hendra-irban1", "D2")
    scene.force_push("rina-admin", "D3", gone=gone)
    scene.approve("hendra-irban1")
    assert why(scene.verdict()) == {501: "SELF_REVIEW"}


def test_s7_a_force_push_does_not_erase_the_author_of_a_commit_either() -> None:
    scene = written()
    scene.push("rina-admin", "D2", author="hendra-irban1")
    scene.force_push("rina-admin", "D3")
    scene.approve("hendra-irban1")
    assert why(scene.verdict()) == {501: "SELF_REVIEW"}


def test_s7_who_pushed_a_change_that_was_undone_still_wrote() -> None:
    scene = written()
    old = scene.doc["commits"][0]
    scene.push("hendra-irban1", "D2")
    head = scene.head
    scene.doc["old_commits"].append(scene.doc["commits"].pop())
    scene.doc["pr"]["head"]["sha"] = old["sha"]
    scene._pushed("rina-admin", head, None, "force_push")
    scene.approve("hendra-irban1")
    assert why(scene.verdict()) == {501: "SELF_REVIEW"}


def test_s7_a_reset_to_the_base_is_no_text() -> None:
    scene = written()
    scene._leave()
    scene._pushed("hendra-irban1", scene.doc["old_commits"][0]["sha"], None, "force_push")
    scene.push("rina-admin", "D2")
    scene.approve("hendra-irban1")
    assert counted(scene.verdict()) == {"verifikasi": [501]}


def test_s7_co_authors_of_a_human_are_not_contributors() -> None:
    scene = Scene()
    scene.push("rina-admin", "D1", message=trailer("hendra-irban1", 2201))
    scene.approve("hendra-irban1")
    assert counted(scene.verdict()) == {"verifikasi": [501]}


@pytest.mark.parametrize("key", ["Co-authored-by", "co-authored-by", "Co-Authored-By"])
def test_s7_co_authors_of_a_bot_are(key: str) -> None:
    scene = Scene(opener=CMS)
    message = trailer("rina-admin", 2001) + "\n" + trailer("hendra-irban1", 2201, key)
    scene.push(CMS, "D1", message=message)
    scene.approve("hendra-irban1", "maya-irban2", "arif-atasan")
    verdict = scene.verdict()
    assert why(verdict) == {501: "SELF_REVIEW"}
    assert verdict.allow_merge


def test_s7_a_co_author_without_number_is_known_by_the_roles_file() -> None:
    scene = Scene(opener=CMS)
    scene.push(CMS, "D1", message=trailer("Hendra-Irban1", None))
    scene.approve("hendra-irban1")
    assert why(scene.verdict())[501] == "SELF_REVIEW"


@pytest.mark.parametrize("how", ["opener", "first author", "first author by force-push"])
def test_s7_the_top_role_never_decides_as_opener_or_first_author(how: str) -> None:
    scene = Scene(opener="arif-atasan" if how == "opener" else "rina-admin")
    scene.push("rina-admin" if how == "opener" else "arif-atasan", "D1")
    if how.endswith("force-push"):
        scene.force_push("rina-admin", "D2", gone=False)
    else:
        scene.push("rina-admin", "D2")
    scene.approve("hendra-irban1", "arif-atasan")
    verdict = scene.verdict()
    assert why(verdict) == {502: "SELF_REVIEW"}
    assert (verdict.reason, verdict.approvals_needed) == ("WAIT_APPROVAL", None)


def test_s7_whose_first_text_was_erased_and_is_gone_still_wrote_first() -> None:
    scene = Scene()
    scene.push("arif-atasan", "D1")
    scene.force_push("rina-admin", "D2", gone=True)
    scene.approve("hendra-irban1", "arif-atasan")
    assert why(scene.verdict()) == {502: "SELF_REVIEW"}


def test_s7_a_byte_identical_rebase_does_not_change_the_first_author() -> None:
    scene = Scene()
    scene.push("rina-admin", "D1")
    scene.rebase("arif-atasan", committer="arif-atasan")
    scene.approve("hendra-irban1", "arif-atasan")
    assert scene.verdict().allow_merge


def test_s7_the_top_role_may_decide_on_a_text_only_corrected() -> None:
    scene = written()
    scene.approve("hendra-irban1")
    scene.push("arif-atasan", "D2")
    scene.approve("arif-atasan")
    assert why(scene.verdict()) == {501: "STALE_CONTENT", 502: "BEFORE_VERIFICATION"}
    scene.approve("hendra-irban1", "arif-atasan")
    assert scene.verdict().allow_merge


def test_s7_the_corrector_cannot_verify_with_another_post() -> None:
    scene = written(INSPEKTORAT.with_row("arif-atasan", "ketua_ppid"))
    scene.push("arif-atasan", "D2")
    scene.approve("arif-atasan")
    verdict = scene.verdict()
    assert counted(verdict) == {}
    assert why(verdict) == {501: "BEFORE_VERIFICATION"}


def test_s7_the_bot_that_committed_first_has_its_co_author_as_first_author() -> None:
    scene = Scene(opener=CMS)
    scene.push(CMS, "D1", message=trailer("arif-atasan", 2401))
    scene.push("rina-admin", "D2")
    scene.approve("hendra-irban1", "arif-atasan")
    assert why(scene.verdict()) == {502: "SELF_REVIEW"}


def test_n7_the_top_role_means_the_roles_of_the_deciding_step() -> None:
    scene = written(DINKES)
    scene.push("ratna-sekdis", "D2")
    scene.approve("dr-salma", "hadi-ppid", "mira-pdp", "ratna-sekdis")
    assert why(scene.verdict()) == {504: "SELF_REVIEW"}
    scene = written(DINKES)
    scene.push("gunawan-kadis", "D2")
    scene.approve("dr-salma", "hadi-ppid", "mira-pdp", "eko-data", "gunawan-kadis")
    assert scene.verdict().allow_merge


def test_n7_without_a_telaah_step_no_contributor_decides() -> None:
    scene = written(DESA, by="ani-operator")
    scene.push("yohana-kades", "D2")
    scene.approve("yohana-kades")
    assert why(scene.verdict()) == {501: "SELF_REVIEW"}
    scene.approve("markus-sekdes")
    assert scene.verdict().allow_merge


def test_n7_the_drafter_may_publish() -> None:
    """S6 and S7 speak of review steps: the publishing step waits for the drafter again."""
    scene = written(DESA, by="ani-operator")
    scene.approve("yohana-kades")
    assert scene.verdict().next_actor == "penulis"


# S8


def test_s8_an_unknown_author_pushed_by_an_unknown_account() -> None:
    scene = Scene()
    scene.push(None, "D1", author=None)
    verdict = scene.verdict()
    assert (verdict.reason, verdict.step, verdict.check) == ("AUTHOR_UNKNOWN", 2, "failure")
    assert (verdict.next_actor, verdict.scope) == ("admin_medsos", "article")
    assert (verdict.counted, verdict.ignored) == ({}, ())


@pytest.mark.parametrize("author", [None, {}, {"login": "x"}])
def test_s8_a_known_pusher_is_enough(author: Any) -> None:
    scene = Scene()
    scene.push("hendra-irban1", "D1", author=author)
    scene.approve("hendra-irban1")
    assert why(scene.verdict()) == {501: "SELF_REVIEW"}


def test_s8_a_known_author_is_enough() -> None:
    scene = Scene()
    scene.push(None, "D1", author="rina-admin")
    assert scene.verdict().reason == "WAIT_VERIFICATION"


def test_s8_a_bot_without_co_author() -> None:
    scene = Scene(opener=CMS)
    scene.push(CMS, "D1")
    assert scene.verdict().reason == "AUTHOR_UNKNOWN"


def test_s8_a_bot_pushed_by_a_human_has_a_human() -> None:
    scene = Scene(opener=CMS)
    scene.push("rina-admin", "D1", author=CMS)
    assert scene.verdict().reason == "WAIT_VERIFICATION"


@pytest.mark.parametrize(
    "mail", ["rina@example.org", "warga-asing@users.noreply.github.com", "9+x[bot]@users.noreply.x"]
)
def test_s8_a_co_author_whom_the_mail_does_not_name_is_nobody(mail: str) -> None:
    scene = Scene(opener=CMS)
    scene.push(CMS, "D1", message=f"Ubah\n\nCo-authored-by: Rina <{mail}>")
    assert scene.verdict().reason == "AUTHOR_UNKNOWN"


def test_s8_one_unknown_commit_among_known_ones() -> None:
    scene = Scene(opener=CMS)
    scene.push(CMS, "D1", message=trailer("rina-admin", 2001))
    scene.push(CMS, "D2")
    assert scene.verdict().reason == "AUTHOR_UNKNOWN"


def test_s8_a_commit_that_changes_nothing_needs_no_human() -> None:
    scene = written()
    scene.push(CMS, "D1", changed=False)
    assert scene.verdict().reason == "WAIT_VERIFICATION"


@pytest.mark.parametrize("files", [("sop.yml",), ("drafts/a/index.md",), ("Makefile",)])
def test_s14_n12_what_a_bot_alone_wrote_needs_no_human_outside_of_articles(
    files: tuple[str, ...],
) -> None:
    scene = written(DINKES, by="dependabot[bot]", files=files)
    assert scene.verdict().reason.startswith("WAIT_")


@pytest.mark.parametrize("files", [("sop.yml",), ("drafts/a/index.md",), ("Makefile",)])
def test_s8_but_an_unknown_human_is_refused_everywhere(files: tuple[str, ...]) -> None:
    scene = Scene(DINKES, files=files)
    scene.push(None, "D1", author=None)
    assert scene.verdict().reason == "AUTHOR_UNKNOWN"


# S12


def magang(setting: Setting = INSPEKTORAT, files: tuple[str, ...] = (ARTICLE,)) -> Scene:
    return written(setting, by="rafi-magang", files=files)


def test_s12_without_evidence_of_drafting_the_request_waits_for_the_drafter() -> None:
    scene = magang()
    scene.approve("hendra-irban1", "arif-atasan")
    verdict = scene.verdict()
    assert (verdict.reason, verdict.step, verdict.check) == ("WAIT_ADMIN", 2, "pending")
    assert verdict.next_actor == "admin_medsos"
    assert counted(verdict) == {"verifikasi": [501], "persetujuan": [502]}
    assert (verdict.approvals_needed, verdict.can_act) == (1, ("joko-admin", "rina-admin"))


def test_s12_an_approving_reviewer_with_the_drafting_role_is_evidence() -> None:
    scene = magang()
    scene.approve("rina-admin", "hendra-irban1", "arif-atasan")
    verdict = scene.verdict()
    assert verdict.allow_merge
    assert why(verdict) == {501: "STEP2_EVIDENCE"}


def test_s12_such_an_approval_has_no_order() -> None:
    scene = magang()
    scene.approve("hendra-irban1", "arif-atasan", "rina-admin")
    assert scene.verdict().allow_merge


def test_s12_the_opener_is_evidence() -> None:
    scene = Scene(opener="rina-admin")
    scene.push("rafi-magang", "D1")
    assert scene.verdict().reason == "WAIT_VERIFICATION"


def test_s12_a_contributor_is_evidence() -> None:
    scene = magang()
    scene.push("rina-admin", "D2")
    assert scene.verdict().reason == "WAIT_VERIFICATION"


def test_s12_where_the_evidence_was_not_needed_the_approval_is_of_no_step() -> None:
    scene = written()
    scene.approve("joko-admin")
    assert why(scene.verdict()) == {501: "ROLE_NOT_FOR_STEP"}


def test_s12_who_holds_another_role_gives_no_evidence() -> None:
    scene = magang()
    scene.approve("sari-pelaksana")
    verdict = scene.verdict()
    assert (verdict.reason, why(verdict)) == ("WAIT_ADMIN", {501: "ROLE_NOT_FOR_STEP"})


def test_s12_an_approval_of_an_older_text_is_no_evidence() -> None:
    scene = magang()
    scene.approve("rina-admin")
    scene.push("rafi-magang", "D2")
    assert scene.verdict().reason == "WAIT_ADMIN"


def test_s12_s10_the_role_must_be_held_on_the_day_of_opening() -> None:
    setting = INSPEKTORAT.dated("rina-admin", start="2026-11-17")
    assert written(setting, by="rina-admin").verdict().reason == "WAIT_ADMIN"
    setting = INSPEKTORAT.dated("rina-admin", end="2026-11-16")
    assert written(setting, by="rina-admin").verdict().reason == "WAIT_VERIFICATION"


def test_s12_a_push_on_a_day_in_the_role_is_evidence() -> None:
    scene = written(INSPEKTORAT.dated("rina-admin", start="2026-11-17"), by="rina-admin")
    scene.push("rina-admin", "D2", at="17 08:00")
    assert scene.verdict().reason == "WAIT_VERIFICATION"


def test_n7_an_approval_that_counts_is_evidence_too() -> None:
    scene = magang(INSPEKTORAT.with_row("hendra-irban1", "admin_medsos"))
    scene.approve("hendra-irban1")
    verdict = scene.verdict()
    assert (verdict.reason, counted(verdict)) == ("WAIT_APPROVAL", {"verifikasi": [501]})


def test_n11_policy_needs_no_evidence_of_drafting() -> None:
    scene = magang(files=("sop.yml",))
    scene.approve("rina-admin", "hendra-irban1", "arif-atasan")
    verdict = scene.verdict()
    assert verdict.allow_merge
    assert why(verdict) == {501: "ROLE_NOT_FOR_STEP"}


# N13


def test_n13_who_wrote_the_moved_draft_is_a_contributor() -> None:
    scene = written()
    scene.draft_commit("rina-admin")
    scene.draft_commit("hendra-irban1")
    scene.approve("hendra-irban1")
    assert why(scene.verdict()) == {501: "SELF_REVIEW"}


def test_n13_the_first_author_is_the_first_of_the_draft() -> None:
    scene = written()
    scene.draft_commit("arif-atasan")
    scene.draft_commit("rina-admin")
    scene.approve("hendra-irban1", "arif-atasan")
    assert why(scene.verdict()) == {502: "SELF_REVIEW"}


def test_n13_the_drafter_of_the_moved_draft_is_evidence() -> None:
    scene = magang()
    scene.draft_commit("rina-admin")
    assert scene.verdict().reason == "WAIT_VERIFICATION"


def test_n13_s8_an_unknown_writer_of_the_draft_is_refused() -> None:
    scene = written()
    scene.draft_commit(None)
    assert scene.verdict().reason == "AUTHOR_UNKNOWN"


def test_n13_s8_the_pusher_of_our_branch_did_not_push_the_draft() -> None:
    """The branch starts from the commit that brought the draft to the base branch."""
    scene = Scene()
    scene.draft_commit(None)
    scene.doc["draft_commits"][0]["sha"] = BASE
    scene.push("rina-admin", "D1")
    assert scene.verdict().reason == "AUTHOR_UNKNOWN"


def test_n13_a_draft_history_that_cannot_be_read_is_incomplete() -> None:
    scene = written()
    scene.doc["draft_commits"] = None
    assert scene.verdict().reason == "DATA_INCOMPLETE"


def test_s7_a_trailer_of_any_form_is_read_in_no_time() -> None:
    """A commit message is anybody's text; the search must not grow with the cube of its length."""
    blanks = "co-authored-by:" + " " * 20_000 + "x"
    digits = f"co-authored-by: x <{'9' * 5000}+rina-admin@users.noreply.github.com>"
    scene = Scene()
    message = f"Ubah\n\n{blanks}\n{digits}"
    scene.push("rina-admin", "D1", author="terbit-cms[bot]", message=message)
    assert scene.verdict().reason in {"WAIT_VERIFICATION", "AUTHOR_UNKNOWN", "WAIT_ADMIN"}
