"""Whose approval a reason still waits for: found by asking the gate what it would change."""

from __future__ import annotations

from terbit.core.finding import Finding, Level
from terbit.core.gate.lifters import NOBODY, Lifters, lifters

from .scenario import INSPEKTORAT, Scene, Setting, written

HELD = Finding("KIP-01", Level.TAHAN, "content/a/index.md", 3, "nilai temuan", "hapus", "UU")


def cleared(setting: Setting = INSPEKTORAT) -> Scene:
    scene = written(setting)
    scene.approve("maya-irban2", "arif-atasan")
    return scene


def awaited(scene: Scene, *findings: Finding) -> Lifters:
    setting = scene.setting
    procedure, office = setting.procedure, setting.office
    return lifters(scene.verdict(), procedure, office, scene.facts(), findings)


def test_whoever_holds_the_post_or_bears_the_name():
    for by in ("Sekretaris PPID", "Plh. Sekretaris PPID", "Tuti Sekppid", "Tuti, Sekretaris PPID"):
        assert awaited(cleared(), HELD.await_approval(by)).logins == ("tuti-sekppid",)


def test_one_of_those_whom_notes_on_the_same_sentence_name_is_enough():
    either = HELD.await_approval("Sekretaris PPID").await_approval("Ketua PPID")
    assert awaited(cleared(), either).groups == (("tuti-sekppid", "lukas-ketuappid"),)


def test_an_acting_official_in_office_today_and_nobody_after_the_end_date():
    acting = ("wulan-plh", "sekretaris_ppid", "2026-11-16", "2026-11-17", "plh")
    there = INSPEKTORAT.without("tuti-sekppid").with_row(*acting)
    waiting = HELD.await_approval("Sekretaris PPID")
    assert awaited(cleared(there), waiting).logins == ("wulan-plh",)
    over = there.dated("wulan-plh", end="2026-11-16")
    assert awaited(cleared(over), waiting) == Lifters(barred=("Sekretaris PPID",))


def test_who_wrote_or_took_another_step_cannot_approve_any_more():
    writer = INSPEKTORAT.without("tuti-sekppid").with_row("rina-admin", "sekretaris_ppid")
    waiting = HELD.await_approval("Sekretaris PPID")
    assert awaited(cleared(writer), waiting).barred == ("Sekretaris PPID",)
    decided = INSPEKTORAT.without("tuti-sekppid").with_row("arif-atasan", "sekretaris_ppid")
    assert awaited(cleared(decided), waiting).barred == ("Sekretaris PPID",)


def test_one_who_cannot_leaves_all_to_the_drafter():
    both = (HELD.await_approval("Sekretaris PPID"), HELD.await_approval("Admin Medsos"))
    found = awaited(cleared(), *both)
    assert (found.barred, found.logins) == (("Admin Medsos",), ())


def test_nobody_before_the_sop_is_complete_or_beside_a_finding_without_a_reason():
    waiting = HELD.await_approval("Sekretaris PPID")
    assert awaited(written(), waiting) == NOBODY
    assert awaited(cleared(), waiting, HELD) == NOBODY
    assert awaited(cleared(), waiting.lift("Sekretaris PPID", "sudah")) == NOBODY
    assert awaited(cleared()) == NOBODY
