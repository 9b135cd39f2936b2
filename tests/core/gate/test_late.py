"""Reviews after publication: the gate's own rules, without their order."""

from __future__ import annotations

from collections.abc import Mapping

from terbit.core.gate.late import Late, late_reviews, of_procedure

from .scenario import DINKES, INSPEKTORAT, Scene, Setting, written

QUICK = INSPEKTORAT.allowing("verifikasi")
DECIDED = {501: "arif-atasan"}


def published(setting: Setting = QUICK, *deciders: str, **scene: str) -> Scene:
    made = written(setting, **scene)
    made.urgent()
    made.approve(*(deciders or ("arif-atasan",)))
    made.merged()
    return made


def late(
    scene: Scene, *steps: str, setting: Setting | None = None, signed: Mapping[int, str] = DECIDED
) -> Late:
    setting = setting or scene.setting
    facts = scene.facts()
    return late_reviews(setting.procedure, setting.office, facts, steps or ("verifikasi",), signed)


def taken(found: Late) -> list[tuple[str, str]]:
    return [(row.step, row.login) for row in found.taken]


def test_a_holder_of_the_step_makes_it_complete():
    scene = published()
    before = late(scene)
    assert (before.taken, before.owed) == ((), ("verifikasi",))
    scene.approve("hendra-irban1")
    after = late(scene)
    assert taken(after) == [("verifikasi", "hendra-irban1")]
    assert after.taken[0].capacity == "Inspektur Pembantu"
    assert (after.owed, after.able) == ((), ())


def test_one_is_enough_and_the_first_counts():
    scene = published()
    scene.approve("hendra-irban1", "maya-irban2")
    assert taken(late(scene)) == [("verifikasi", "hendra-irban1")]


def test_decider_writers_and_others_do_not_count():
    scene = published(by="maya-irban2")
    scene.approve("arif-atasan", "sari-pelaksana", "warga-iseng")
    found = late(scene)
    assert taken(found) == []
    assert {"arif-atasan", "maya-irban2"}.isdisjoint(found.able)
    assert "hendra-irban1" in found.able


def test_a_decider_with_a_second_post_does_not_follow_himself():
    both = QUICK.with_row("arif-atasan", "ketua_ppid")
    scene = published(both)
    scene.approve("arif-atasan")
    assert taken(late(scene)) == []


def test_dates_hold_on_the_day_of_the_review():
    scene = published(QUICK.dated("hendra-irban1", end="2026-11-15"))
    scene.approve("hendra-irban1")
    assert taken(late(scene)) == []


def test_somebody_appointed_since_counts():
    scene = published()
    scene.setting = QUICK.with_row("baru-irban", "inspektur_pembantu", start="2026-11-17")
    scene.approve("baru-irban", at="17 09:00")
    assert taken(late(scene)) == [("verifikasi", "baru-irban")]


def test_a_dismissed_review_is_none():
    scene = published()
    scene.dismiss(scene.approve("hendra-irban1"), "arif-atasan")
    assert taken(late(scene)) == []


def test_a_quorum_needs_that_many_people_and_one_person_fills_one_step():
    clinic = DINKES.allowing("telaah_ppid", "telaah_privasi").with_row("mira-pdp", "ppid_pelaksana")
    scene = published(clinic, "dr-salma", "gunawan-kadis")
    steps, signed = ("telaah_ppid", "telaah_privasi"), {501: "dr-salma", 502: "gunawan-kadis"}
    scene.approve("mira-pdp", "eko-data")
    found = late(scene, *steps, signed=signed)
    assert taken(found) == [("telaah_ppid", "mira-pdp"), ("telaah_privasi", "eko-data")]
    assert found.owed == ("telaah_privasi",)
    scene.approve("ratna-sekdis")
    assert late(scene, *steps, signed=signed).owed == ()


def test_objections_since_the_merge_are_told_and_earlier_ones_are_not():
    scene = written(QUICK)
    scene.urgent()
    scene.object("joko-admin")
    scene.approve("arif-atasan")
    scene.merged()
    scene.object("hendra-irban1")
    (row,) = late(scene, signed={502: "arif-atasan"}).objections
    assert (row.login, row.capacity, row.step) == ("hendra-irban1", "Inspektur Pembantu", "")


def test_people_in_roles_that_the_old_sop_does_not_know_are_left_out():
    office = DINKES.office
    kept = of_procedure(office, INSPEKTORAT.procedure)
    assert {row.role for row in kept.appointments} <= {r.id for r in INSPEKTORAT.procedure.roles}
