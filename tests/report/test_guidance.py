"""Objections and numbered notes as the slip tells them."""

from __future__ import annotations

from typing import Any

import pytest

from terbit.report.account import Report
from terbit.report.slip import slip
from terbit.report.verdict import report
from tests.core.gate.scenario import Scene, written

PATH = "content/berita/2026/11/kerja-bakti/index.md"


def told(scene: Scene) -> Report:
    setting = scene.setting
    return report(scene.verdict(), setting.procedure, setting.office, scene.facts())


def shown(scene: Scene) -> str:
    setting = scene.setting
    return slip(scene.verdict(), setting.procedure, setting.office, scene.facts())


def beside(scene: Scene, by: str, body: str, **row: Any) -> int:
    """A note beside line 12, or what the row says."""
    rows = scene.doc.setdefault("review_comments", [])
    made = {
        "id": 9000 + len(rows),
        "user": scene.account(by),
        "body": body,
        "path": PATH,
        "line": 12,
        "original_line": 12,
        "created_at": scene.tick(None),
    }
    rows.append({**made, **row})
    return int(made["id"])


def outcome(scene: Scene) -> tuple[str, bool]:
    row = told(scene).instructions[0]
    return row.outcome, row.done


def test_a_note_says_who_when_where_and_with_which_decision() -> None:
    scene = written()
    review = scene.object("maya-irban2", at="08:20")
    beside(scene, "maya-irban2", "Angka ini?", pull_request_review_id=review)
    first = beside(scene, "lukas-ketuappid", "Foto kurang terang.", line=None, original_line=None)
    beside(scene, "rina-admin", "Sudah @saya ganti.\nTerima kasih.", in_reply_to_id=first)
    assert (
        "### Petunjuk perbaikan\n\n"
        "**1. Maya Irban2** (Inspektur Pembantu), 16 November 2026 08.20 WIB, bersama keberatan,"
        " kerja-bakti/index.md baris 12\n\n"
        "> Angka ini?\n\n"
        "● Belum dijawab\n\n"
        "**2. Lukas Ketuappid** (Ketua PPID), 16 November 2026 08.40 WIB, kerja-bakti/index.md\n\n"
        "> Foto kurang terang.\n\n"
        "Rina Admin menjawab:\n\n"
        "> Sudah @&#8203;saya ganti.\n> Terima kasih.\n\n"
        "● Dijawab; naskah belum berubah sesudah itu\n\n"
    ) in shown(scene)


def test_an_objection_points_to_its_notes_instead_of_repeating_them() -> None:
    scene = written()
    scene.review("lukas-ketuappid", "COMMENTED", body="Sekilas sudah baik.")
    scene.object("maya-irban2", body="Nama keliru.")
    scene.review("maya-irban2", "COMMENTED", body="Tanggal juga.")
    text = shown(scene)
    end = "Keberatan ini berakhir bila salah satu hal berikut terjadi:\n"
    assert f": lihat petunjuk 2 dan 3. {end}" in text
    assert text.count("Nama keliru.") == 1
    assert told(scene).objections[0].words == "Nama keliru.\n\nTanggal juga."


def test_what_was_done_about_a_note() -> None:
    scene = written()
    review = scene.object("maya-irban2", body="Nama keliru.")
    assert outcome(scene) == ("Belum dijawab", False)
    scene.push("rina-admin", "D2", message="Perbaiki nama\n\nDan seterusnya")
    scene.push("rina-admin", "D3", message="Rapikan")
    assert outcome(scene) == ("Sudah dikerjakan: Perbaiki nama; Rapikan", True)
    scene.doc["reviews"][0]["body"] = ""
    beside(scene, "maya-irban2", "Ini.", pull_request_review_id=review, line=None)
    assert outcome(scene) == (
        "Sudah dikerjakan: Perbaiki nama; Rapikan; baris ini sudah berubah",
        True,
    )


def test_a_changed_line_is_said() -> None:
    scene = written()
    beside(scene, "maya-irban2", "Ini.", line=None)
    assert outcome(scene) == ("Baris ini sudah berubah", True)


def test_kind_words_at_an_approval_ask_for_nothing() -> None:
    scene = written()
    scene.approve("maya-irban2", body="Bagus.")
    assert outcome(scene) == ("", False)
    assert "Belum dijawab" not in shown(scene)


@pytest.mark.parametrize("stranger", ["warga-iseng", "dependabot[bot]"])
def test_notes_from_outside_the_office_are_only_counted(stranger: str) -> None:
    scene = written()
    scene.review(stranger, "COMMENTED", body="Beli di sini!")
    scene.review("maya-irban2", "COMMENTED", body="Nama keliru.")
    text = shown(scene)
    assert "Beli" not in text
    assert "**2. Maya Irban2**" in text
    assert "1 catatan dari orang di luar kantor tidak ditampilkan di sini." in text


def test_who_opened_the_request_is_heard_whoever_it_is() -> None:
    scene = written(by="warga-iseng")
    scene.doc["pr"]["user"] = scene.account("warga-iseng")
    beside(scene, "warga-iseng", "Sumber angka ada di lampiran.")
    assert [row.who.name for row in told(scene).instructions] == ["akun warga-iseng"]


def test_the_words_of_a_deleted_account_are_kept() -> None:
    scene = written()
    scene.review(None, "COMMENTED", body="Nama keliru.")
    assert [row.who.name for row in told(scene).instructions] == ["akun yang sudah dihapus"]
