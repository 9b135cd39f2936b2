"""Whose turn it is: one next action for each person who can act, one line for all others."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from terbit.core.finding import Finding, Level
from terbit.core.verdict import Reason
from terbit.report.account import Report
from terbit.report.verdict import report
from tests.core.gate.scenario import DINKES, DRAFT, INSPEKTORAT, Scene, written
from tests.core.gate.test_properties import OFFICES, Story, events

READ = "baca naskahnya, lalu tekan Approve atau Request changes"
FOUND = Finding("KIP-01", Level.TAHAN, "content/a/index.md", 3, "nilai temuan", "hapus", "UU")

PRIVACY = "Yang lain menunggu telaah privasi oleh"


def told(scene: Scene, *findings: Finding) -> Report:
    setting = scene.setting
    return report(scene.verdict(), setting.procedure, setting.office, scene.facts(), findings)


def awaited(scene: Scene, *findings: Finding) -> tuple[str, ...]:
    return told(scene, *findings).awaited


def test_everybody_who_may_verify_has_one_line_and_the_others_wait() -> None:
    assert awaited(written(now="08:30")) == (
        f"Hendra Irban1 (Inspektur Pembantu): {READ}",
        f"Maya Irban2 (Inspektur Pembantu): {READ}",
        f"Lukas Ketuappid (Ketua PPID): {READ}",
        f"Tuti Sekppid (Sekretaris PPID): {READ}",
        "Yang lain menunggu verifikasi oleh salah satu dari mereka; naskah ini masih"
        " memerlukan sedikitnya 2 persetujuan",
    )


def test_for_one_person_the_others_wait_by_name() -> None:
    scene = written()
    scene.approve("maya-irban2")
    assert awaited(scene) == (
        f"Arif Atasan (Atasan PPID): {READ}",
        "Yang lain menunggu Arif Atasan",
    )


def test_a_quorum_says_how_many_are_still_awaited() -> None:
    scene = written(DINKES)
    scene.approve("dr-salma", "hadi-ppid")
    assert told(scene).others.startswith(f"{PRIVACY} 2 orang di antara mereka;")
    scene.approve("mira-pdp")
    assert told(scene).others.startswith(f"{PRIVACY} salah satu dari mereka;")


def test_who_came_too_early_is_told_when_to_come_again() -> None:
    scene = written()
    scene.approve("arif-atasan")
    assert awaited(scene)[-2] == (
        "Arif Atasan (Atasan PPID): tunggu dahulu; tekan Approve sekali lagi sesudah"
        " verifikasi selesai"
    )
    scene.approve("maya-irban2")
    assert awaited(scene)[0] == "Arif Atasan (Atasan PPID): tekan Approve sekali lagi"


def test_who_signed_an_earlier_text_is_told_to_look_at_the_changes() -> None:
    scene = written()
    scene.approve("maya-irban2")
    scene.push("rina-admin", "D2")
    assert awaited(scene)[:2] == (
        f"Hendra Irban1 (Inspektur Pembantu): {READ}",
        "Maya Irban2 (Inspektur Pembantu): lihat perubahannya, lalu tekan Approve lagi",
    )


def test_an_acting_decider_who_may_also_verify_waits_for_the_verification() -> None:
    acting = ("hendra-irban1", "atasan_ppid", "2026-11-16", "2026-11-20", "plh")
    scene = written(INSPEKTORAT.without("arif-atasan").with_row(*acting))
    scene.approve("maya-irban2", "hendra-irban1")
    scene.push("rina-admin", "D2")
    assert awaited(scene)[-2] == (
        "Hendra Irban1 (Plh. Atasan PPID): tunggu dahulu; lihat perubahannya, lalu tekan Approve"
        " lagi sesudah verifikasi selesai"
    )
    scene.approve("maya-irban2")
    assert awaited(scene)[0] == (
        "Hendra Irban1 (Plh. Atasan PPID): lihat perubahannya, lalu tekan Approve lagi"
    )


def test_after_an_objection_the_drafters_mend() -> None:
    scene = written()
    scene.object("maya-irban2", body="Nama keliru.")
    mend = "perbaiki naskah menurut petunjuk di bawah, lalu kirim perubahannya"
    assert awaited(scene) == (
        f"Rina Admin (Admin Medsos): {mend}",
        f"Joko Admin (Admin Medsos): {mend}",
        "Yang lain menunggu perbaikan naskah oleh salah satu dari mereka; naskah ini"
        " masih memerlukan sedikitnya 2 persetujuan",
    )


def test_who_objects_without_words_is_asked_for_them_first() -> None:
    scene = written()
    scene.object("maya-irban2")
    asked = "Maya Irban2 (Inspektur Pembantu): keberatan ini belum berisi petunjuk"
    assert awaited(scene)[0].startswith(asked)
    assert awaited(scene)[1] == (
        "Rina Admin (Admin Medsos): tanyakan kepada Maya Irban2 apa yang perlu diperbaiki, lalu"
        " perbaiki naskahnya"
    )
    scene.review("maya-irban2", "COMMENTED", body="Nama keliru.")
    assert not awaited(scene)[0].startswith(asked)


def test_what_was_said_before_an_objection_does_not_explain_it() -> None:
    scene = written()
    scene.review("maya-irban2", "COMMENTED", body="Sekilas sudah baik.")
    scene.object("maya-irban2")
    assert awaited(scene)[0].startswith("Maya Irban2 (Inspektur Pembantu): keberatan ini")


def test_a_drafter_who_objects_mends() -> None:
    scene = written(by="joko-admin")
    scene.object("rina-admin", body="Nama keliru.")
    assert awaited(scene)[0].startswith("Rina Admin (Admin Medsos): perbaiki naskah menurut")


def test_while_the_drafters_mend_an_early_signer_has_nothing_to_do() -> None:
    scene = written()
    scene.approve("arif-atasan")
    scene.object("maya-irban2", body="Nama keliru.")
    assert not any(line.startswith("Arif Atasan") for line in awaited(scene))


def test_somebody_of_another_step_who_alone_can_help_is_called() -> None:
    scene = written()
    verdict = replace(scene.verdict(), can_act=("arif-atasan",))
    setting = scene.setting
    found = report(verdict, setting.procedure, setting.office, scene.facts())
    assert [turn.who for turn in found.turns] == ["Arif Atasan"]


def test_line_notes_are_words_too() -> None:
    scene = written()
    review = scene.object("maya-irban2")
    scene.doc["review_comments"] = [
        {
            "id": 1,
            "user": scene.account("maya-irban2"),
            "body": "Nama keliru.",
            "path": "content/a/index.md",
            "line": 3,
            "created_at": scene.tick(None),
            "pull_request_review_id": review,
        }
    ]
    assert awaited(scene)[0].startswith("Rina Admin (Admin Medsos): perbaiki naskah")


def test_one_wordless_objection_beside_a_clear_one_leaves_the_drafter_with_the_clear_one() -> None:
    scene = written()
    scene.object("maya-irban2")
    scene.object("lukas-ketuappid", body="Nama keliru.")
    lines = awaited(scene)
    assert lines[0].startswith("Maya Irban2 (Inspektur Pembantu): keberatan ini")
    assert lines[1].startswith("Rina Admin (Admin Medsos): perbaiki naskah menurut petunjuk")


@pytest.mark.parametrize("body", ["Nama keliru.", ""])
def test_after_the_correction_the_objector_looks_at_the_changes(body: str) -> None:
    scene = written()
    scene.object("maya-irban2", body=body)
    scene.push("rina-admin", "D2")
    look = "lihat perubahannya, lalu tekan Approve bila sudah sesuai"
    assert f"Maya Irban2 (Inspektur Pembantu): {look}" in awaited(scene)
    assert f"Hendra Irban1 (Inspektur Pembantu): {READ}" in awaited(scene)


def test_a_cleared_request_is_merged_by_one_of_those_who_publish() -> None:
    scene = written()
    scene.approve("maya-irban2", "arif-atasan")
    assert awaited(scene) == (
        "Rina Admin (Admin Medsos): tekan Merge",
        "Joko Admin (Admin Medsos): tekan Merge",
        "Yang lain menunggu publikasi oleh salah satu dari mereka",
    )


def test_a_finding_that_blocks_is_mended_by_the_drafters_at_any_time() -> None:
    scene = written()
    mend = "Rina Admin (Admin Medsos): perbaiki naskah menurut temuan yang menahan"
    assert awaited(scene, FOUND)[0] == f"Hendra Irban1 (Inspektur Pembantu): {READ}"
    assert any(line.startswith(mend) for line in awaited(scene, FOUND))
    scene.approve("maya-irban2", "arif-atasan")
    assert awaited(scene, FOUND)[0].startswith(mend)
    waiting = "Yang lain menunggu perbaikan naskah oleh salah satu dari mereka"
    assert awaited(scene, FOUND)[-1] == waiting


def cleared(by: str) -> tuple[Scene, Finding]:
    """A request that the SOP cleared, and a held finding with a reason in somebody's name."""
    scene = written()
    scene.approve("maya-irban2", "arif-atasan")
    return scene, FOUND.await_approval(by)


SIGN = (
    "baca temuan yang ditahan dan alasannya atas nama Anda di catatan_pemeriksaan, lalu tekan"
    " Approve bila sependapat, atau Request changes"
)


def test_a_reason_that_lacks_an_approval_waits_for_the_official_whom_it_names() -> None:
    scene, waiting = cleared("Sekretaris PPID")
    found = told(scene, waiting)
    assert found.awaited == (
        f"Tuti Sekppid (Sekretaris PPID): {SIGN}",
        "Yang lain menunggu persetujuan Sekretaris PPID",
    )
    assert found.sentence == (
        "Sudah disetujui, tetapi alasan untuk temuan TAHAN menunggu persetujuan Sekretaris PPID"
    )
    assert found.rows[-1].text.startswith(
        "Admin Medsos; sesudah alasan untuk temuan TAHAN disetujui Sekretaris PPID;"
    )


def test_a_reason_may_name_a_person_and_several_reasons_several_officials() -> None:
    scene = written()
    scene.approve("lukas-ketuappid", "arif-atasan")
    other = replace(FOUND, line=9).await_approval("Inspektur Pembantu")
    found = told(scene, FOUND.await_approval("Tuti Sekppid"), other)
    assert [turn.who for turn in found.turns] == ["Tuti Sekppid", "Hendra Irban1", "Maya Irban2"]
    assert found.others == "Yang lain menunggu persetujuan Sekretaris PPID dan Inspektur Pembantu"


def test_beside_a_finding_without_a_reason_the_drafters_mend_first() -> None:
    scene, waiting = cleared("Sekretaris PPID")
    lines = awaited(scene, waiting, replace(FOUND, line=9))
    assert lines[0].startswith("Rina Admin (Admin Medsos): perbaiki naskah menurut temuan")
    assert not any(line.startswith("Tuti Sekppid") for line in lines)


def test_where_whom_a_reason_names_cannot_approve_the_drafters_name_another() -> None:
    scene = written(INSPEKTORAT.with_row("rina-admin", "sekretaris_ppid").without("tuti-sekppid"))
    scene.approve("maya-irban2", "arif-atasan")
    lines = awaited(scene, FOUND.await_approval("Sekretaris PPID"))
    assert lines[0].startswith(
        "Rina Admin (Admin Medsos): naskah ini tidak dapat lagi disetujui Sekretaris PPID"
    )
    assert lines[-1].startswith("Yang lain menunggu perbaikan naskah oleh")


def test_before_the_sop_is_complete_a_reason_changes_no_turn() -> None:
    scene = written()
    waiting = FOUND.lift("Sekretaris PPID", "sudah").await_approval("Sekretaris PPID")
    assert awaited(scene, waiting) == awaited(scene)


def test_where_nobody_can_act_nobody_is_called() -> None:
    scene = written(INSPEKTORAT.dated("arif-atasan", end="2026-11-01"))
    scene.approve("maya-irban2")
    found = told(scene)
    assert found.awaited == ()
    assert found.way_out.startswith("minta pengelola repositori")


def test_a_draft_is_open_to_everybody() -> None:
    scene = written(by="warga-iseng", files=(DRAFT,))
    assert scene.verdict().reason is Reason.WAIT_ADMIN
    assert awaited(scene) == (
        "Siapa pun yang berjabatan di kantor ini: ikut mengolah naskah ini, atau baca lalu tekan"
        " Approve",
    )


def test_a_post_that_nobody_holds_today_is_still_named() -> None:
    scene = written(INSPEKTORAT.dated("rina-admin", end="2026-11-16"))
    scene.object("maya-irban2", body="Nama keliru.")
    office = scene.setting.office
    rows = tuple(replace(r, end=date(2026, 11, 16)) for r in office.appointments)
    nobody = replace(scene.setting, office=replace(office, appointments=rows))
    found = report(scene.verdict(), nobody.procedure, nobody.office, scene.facts())
    assert str(found.turns[0]).startswith("Admin Medsos: perbaiki naskah")
    assert found.others.startswith("Yang lain menunggu perbaikan naskah")


def test_a_closed_request_calls_nobody() -> None:
    scene = written()
    scene.doc["pr"]["state"] = "closed"
    assert awaited(scene) == ()


def test_what_could_not_be_read_calls_the_maintainers() -> None:
    scene = written()
    scene.doc["reviews"] = None
    assert awaited(scene) == (
        "Pengelola repositori: coba lagi nanti",
        "Yang lain menunggu pengelola repositori",
    )


@settings(max_examples=120, deadline=None, derandomize=True, database=None)
@given(st.data())
def test_each_reader_has_one_next_action_at_most(data: st.DataObject) -> None:
    setting = data.draw(st.sampled_from(OFFICES))
    scene = Story(setting).tell(data.draw(events(setting)))
    verdict, found = scene.verdict(), told(scene)
    called = [turn.who for turn in found.turns]
    assert len(called) == len(set(called))
    assert all(turn.act for turn in found.turns)
    if verdict.reason in {Reason.WAIT_VERIFICATION, Reason.WAIT_APPROVAL} and not found.way_out:
        names = {row.login: row.name for row in setting.office.appointments}
        able = {names[login] for login in verdict.can_act}
        now = {turn.who for turn in found.turns if not turn.act.startswith("tunggu dahulu")}
        assert now <= able
        assert now
        assert found.others.startswith("Yang lain menunggu ")


@pytest.mark.parametrize("state", ["APPROVED", "CHANGES_REQUESTED"])
def test_somebody_with_two_posts_is_called_once(state: str) -> None:
    setting = INSPEKTORAT.with_row("rina-admin", "ketua_ppid")
    scene = written(setting, by="joko-admin")
    scene.review("maya-irban2", state, body="Nama keliru.")
    assert sum(line.startswith("Rina Admin") for line in awaited(scene, FOUND)) == 1
