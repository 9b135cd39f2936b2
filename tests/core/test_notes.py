"""The notes of a request: whose words, in which order, and what was done about each."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from terbit.core.dossier import dossier
from terbit.core.notes import Note, notes

from .gate.scenario import INSPEKTORAT, Scene, written

PATH = "content/berita/2026/11/kerja-bakti/index.md"


def said(scene: Scene) -> list[str]:
    return [note.text for note in notes(scene.facts())]


def beside(scene: Scene, by: str, body: str, **row: Any) -> int:
    """A note beside line 12, or what the row says."""
    rows = scene.doc.setdefault("review_comments", [])
    number = 9000 + len(rows)
    made = {
        "id": number,
        "user": scene.account(by),
        "body": body,
        "path": PATH,
        "line": 12,
        "original_line": 12,
        "created_at": scene.tick(row.pop("at", None)),
        "in_reply_to_id": None,
        "pull_request_review_id": None,
        "original_commit_id": scene.head,
    }
    rows.append({**made, **row})
    return number


def test_only_submitted_words_are_notes() -> None:
    scene = written()
    scene.object("hendra-irban1", body="Nama keliru.")
    scene.approve("maya-irban2", body="  \n")
    scene.review("lukas-ketuappid", "PENDING", body="Belum dikirim.")
    scene.review("tuti-sekppid", "PENDING", body="Ini juga belum.")
    pending = scene.doc["reviews"][-1]
    pending["submitted_at"] = None
    beside(scene, "lukas-ketuappid", "Juga belum.", pull_request_review_id=pending["id"])
    beside(scene, "maya-irban2", " ")
    scene.comment("tuti-sekppid", "Sekadar komentar.")
    assert said(scene) == ["Nama keliru."]


def test_words_of_every_state_are_kept() -> None:
    scene = written()
    scene.review("hendra-irban1", "COMMENTED", body="Satu.")
    scene.approve("maya-irban2", body="Dua.")
    scene.dismiss(scene.object("lukas-ketuappid", body="Tiga."), "lukas-ketuappid")
    assert [(n.number, n.state, n.text) for n in notes(scene.facts())] == [
        (1, "COMMENTED", "Satu."),
        (2, "APPROVED", "Dua."),
        (3, "DISMISSED", "Tiga."),
    ]


def test_a_line_note_speaks_with_its_review_after_the_reviews_own_words() -> None:
    scene = written()
    early = beside(scene, "hendra-irban1", "Angka ini?", at="08:20")
    beside(scene, "maya-irban2", "Sendiri.", at="08:25", line=None, original_line=4)
    review = scene.object("hendra-irban1", body="Lihat catatan.", at="08:40")
    scene.doc["review_comments"][0]["pull_request_review_id"] = review
    first, second, third = notes(scene.facts())
    assert (first.text, first.state, first.path, first.line) == ("Sendiri.", "COMMENTED", PATH, 4)
    assert first.outdated
    assert (second.text, second.path) == ("Lihat catatan.", "")
    assert (third.id, third.state, third.at) == (early, "CHANGES_REQUESTED", second.at)
    assert not third.outdated


def test_a_note_on_a_whole_file_has_no_line_and_is_not_outdated() -> None:
    scene = written()
    beside(scene, "hendra-irban1", "Judul folder keliru.", line=None, original_line=None)
    (note,) = notes(scene.facts())
    assert (note.path, note.line, note.outdated) == (PATH, None, False)


def test_replies_stand_below_what_they_answer() -> None:
    scene = written()
    first = beside(scene, "hendra-irban1", "Angka ini?")
    beside(scene, "rina-admin", "Sudah diganti.", in_reply_to_id=first)
    beside(scene, "hendra-irban1", "Terima kasih.", in_reply_to_id=first)
    (note,) = notes(scene.facts())
    assert [reply.text for reply in note.replies] == ["Sudah diganti.", "Terima kasih."]


def test_a_reply_whose_note_was_deleted_is_not_lost() -> None:
    scene = written()
    beside(scene, "rina-admin", "Sudah diganti.", in_reply_to_id=1)
    assert said(scene) == ["Sudah diganti."]


def answers(scene: Scene) -> list[tuple[str, ...]]:
    return [note.answers for note in notes(scene.facts())]


def test_what_was_pushed_after_a_note_answers_it_until_people_speak_again() -> None:
    scene = written()
    scene.object("hendra-irban1", body="Nama keliru.")
    scene.push("rina-admin", "D2", message="Perbaiki nama\n\nPanjang")
    scene.object("maya-irban2", body="Tanggal keliru.")
    scene.push("rina-admin", "D3", message="Perbaiki tanggal")
    scene.review("maya-irban2", "COMMENTED", body="Sudah baik.")
    assert answers(scene) == [("Perbaiki nama",), ("Perbaiki tanggal",), ()]


def test_notes_of_one_round_are_answered_by_the_same_correction() -> None:
    scene = written()
    scene.object("hendra-irban1", body="Nama keliru.")
    scene.object("maya-irban2", body="Tanggal keliru.")
    scene.push("rina-admin", "D2", message="Perbaiki keduanya")
    assert answers(scene) == [("Perbaiki keduanya",)] * 2


def test_a_word_in_the_very_second_of_a_correction_comes_after_it() -> None:
    scene = written()
    scene.object("hendra-irban1", body="Nama keliru.", at="08:20")
    scene.push("rina-admin", "D2", message="Perbaiki nama", at="08:30")
    scene.object("maya-irban2", body="Tanggal keliru.", at="08:30")
    scene.push("rina-admin", "D3", message="Perbaiki tanggal", at="08:40")
    assert answers(scene) == [("Perbaiki nama",), ("Perbaiki tanggal",)]


def test_a_merge_of_main_answers_nothing() -> None:
    scene = written()
    scene.object("hendra-irban1", body="Nama keliru.")
    scene.merge_main("rina-admin")
    assert answers(scene) == [()]


def test_a_commit_without_a_subject_is_named_by_its_number() -> None:
    scene = written()
    scene.object("hendra-irban1", body="Nama keliru.")
    sha = scene.push("rina-admin", "D2", message=" ")
    assert answers(scene) == [(sha[:7],)]


def test_a_changed_line_is_an_answer_of_its_own() -> None:
    scene = written()
    beside(scene, "hendra-irban1", "Angka ini?")
    assert not notes(scene.facts())[0].answered
    scene.doc["review_comments"][0]["line"] = None
    assert notes(scene.facts())[0].answered


def test_after_the_merge_nothing_is_added() -> None:
    scene = written()
    review = scene.object("hendra-irban1", body="Nama keliru.")
    beside(scene, "hendra-irban1", "Angka ini?", pull_request_review_id=review)
    early = beside(scene, "maya-irban2", "Ditulis sebelum, dikirim sesudah.")
    scene.merged()
    late = scene.review("maya-irban2", "COMMENTED", body="Terlambat.")
    beside(scene, "maya-irban2", "Juga terlambat.")
    next(r for r in scene.doc["review_comments"] if r["id"] == early)["pull_request_review_id"] = (
        late
    )
    kept = notes(scene.facts().as_of_merge())
    assert [note.text for note in kept] == ["Nama keliru.", "Angka ini?"]


def test_line_notes_never_count() -> None:
    scene = written()
    scene.approve("hendra-irban1")
    before = scene.verdict()
    beside(scene, "arif-atasan", "Setuju, lanjut.")
    assert scene.verdict() == before


def test_the_archive_keeps_capacities_and_no_accounts() -> None:
    scene = written()
    scene.object("hendra-irban1", body="Nama keliru.")
    first = beside(scene, "warga-iseng", "Angka ini?")
    beside(scene, "rina-admin", "Sudah.", in_reply_to_id=first)
    facts, setting = scene.facts(), INSPEKTORAT
    kept = dossier(setting.procedure, setting.office, facts, scene.verdict(), findings=())["notes"]
    assert kept[0] == {
        "number": 1,
        "at": "2026-11-16T01:10:00+00:00",
        "capacity": "Inspektur Pembantu",
        "state": "CHANGES_REQUESTED",
        "text": "Nama keliru.",
        "place": None,
        "replies": [],
        "answer": [],
    }
    assert kept[1]["capacity"] == ""
    assert kept[1]["place"] == {"path": PATH, "line": 12, "changed": False}
    assert kept[1]["replies"] == [
        {"at": "2026-11-16T01:30:00+00:00", "capacity": "Admin Medsos", "text": "Sudah."}
    ]


steady = settings(deadline=None, derandomize=True, database=None)
acts = st.lists(st.sampled_from(["object", "comment", "push", "beside", "merge"]), max_size=12)


@steady
@given(acts)
def test_every_word_is_a_note_once_and_in_order(story: list[str]) -> None:
    scene, spoken = written(), []
    for number, act in enumerate(story):
        if act == "push":
            scene.push("rina-admin", f"D{number}")
        elif act == "merge":
            scene.merge_main("rina-admin")
        elif act == "beside":
            beside(scene, "maya-irban2", str(number))
        else:
            state = {"object": "CHANGES_REQUESTED", "comment": "COMMENTED"}[act]
            scene.review("hendra-irban1", state, body=str(number))
        spoken += [str(number)] if act not in {"push", "merge"} else []
    found: tuple[Note, ...] = notes(scene.facts())
    assert [note.text for note in found] == spoken
    assert [note.number for note in found] == list(range(1, len(found) + 1))
    pushed_after = {n: "push" in story[int(n.text) :] for n in found}
    assert {n: bool(n.answers) for n in found} == pushed_after
