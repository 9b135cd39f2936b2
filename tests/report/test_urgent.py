"""What people read of the urgent path: in the status, on the slip, and after publication."""

from __future__ import annotations

from terbit.report.slip import slip
from terbit.report.verdict import explanation, sentence
from tests.core.gate.scenario import INSPEKTORAT, Scene, written

QUICK = INSPEKTORAT.allowing("verifikasi")
FOLLOWS = "verifikasi menyusul paling lambat Rabu, 18 November 2026 pukul 16.00 WIB"


def urgent() -> Scene:
    scene = written(QUICK)
    scene.urgent()
    return scene


def line(scene: Scene) -> str:
    setting = scene.setting
    found = sentence(scene.verdict(), setting.procedure, setting.office, facts=scene.facts())
    assert len(found) <= 140
    return found


def told(scene: Scene) -> list[str]:
    setting = scene.setting
    return explanation(scene.verdict(), setting.procedure, setting.office, scene.facts())


def published() -> Scene:
    scene = urgent()
    scene.approve("arif-atasan", at="17 08:00")
    scene.merged("17 09:00")
    scene.doc["now"] = scene.tick("17 10:00")
    return scene


def test_the_status_says_which_path_it_is_and_who_is_awaited():
    scene = urgent()
    assert line(scene).startswith("Jalur mendesak, menunggu persetujuan: Atasan PPID")
    scene.approve("arif-atasan")
    assert line(scene).startswith(
        "Jalur mendesak, siap digabung oleh Admin Medsos; verifikasi menyusul paling lambat"
        " 18 November 2026"
    )


def test_explain_and_slip_say_until_when_and_that_a_review_in_time_still_helps():
    scene = urgent()
    lines = "\n".join(told(scene))
    assert f"Jalur mendesak: {FOLLOWS} bila digabung hari ini" in lines
    assert "tetap boleh menyetujui sebelum digabung" in lines
    assert "↷ 3. Verifikasi – menyusul sesudah terbit" in lines
    setting = scene.setting
    shown = slip(scene.verdict(), setting.procedure, setting.office, scene.facts())
    assert FOLLOWS in shown


def test_after_the_merge_the_slip_asks_those_who_owe_the_review():
    lines = told(published())
    assert lines[0] == (
        "Sudah terbit lewat jalur mendesak; verifikasi menyusul paling lambat 18 November 2026"
    )
    asked = [line for line in lines if "baca berita yang sudah terbit" in line]
    assert len(asked) == 4
    assert not any("Arif" in line for line in asked)


def test_after_the_deadline_it_says_that_nothing_came():
    scene = published()
    scene.doc["now"] = scene.tick("19 08:00")
    assert line(scene).endswith("18 November 2026, belum dibuat")


def test_after_the_review_nothing_is_owed():
    scene = published()
    scene.approve("hendra-irban1", at="17 11:00")
    scene.doc["now"] = scene.tick("17 12:00")
    lines = told(scene)
    assert lines[0] == "Permintaan ini sudah digabung"
    assert any("pemeriksaan yang menyusul sudah lengkap" in line for line in lines)
    assert any("Hendra Irban1" in line and "✓ 3. Verifikasi" in line for line in lines)


def test_an_objection_after_publication_asks_for_a_correction():
    scene = published()
    scene.object("hendra-irban1", at="17 11:00", body="Nama desa keliru.")
    scene.doc["now"] = scene.tick("17 12:00")
    lines = told(scene)
    assert lines[0].endswith("ada keberatan: buat ralat atau cabut beritanya")
    asked = [line for line in lines if line.endswith("): buat ralat atau cabut beritanya")]
    assert asked
    assert all("(Admin Medsos)" in line for line in asked)
    assert not any("baca berita yang sudah terbit" in line for line in lines)


def test_whoever_decides_reads_why_it_is_urgent_on_the_slip():
    scene = urgent()
    reason = scene.doc["urgent"][0]["reason"]
    assert any(f"Alasan mendesak: {reason}" in line for line in told(scene))
    scene.doc["urgent"][0]["reason"] = "Banjir *besar* <b>datang</b> malam ini juga"
    shown = slip(scene.verdict(), scene.setting.procedure, scene.setting.office, scene.facts())
    assert "Alasan mendesak: Banjir" in shown
    assert "<b>datang" not in shown
