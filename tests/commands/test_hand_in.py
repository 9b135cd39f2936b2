"""`/ajukan`: a comment on a phone moves a draft as `terbit submit` would, and says how to go on."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from terbit.commands import hand_in
from terbit.core.digest import ABSENT
from terbit.core.verdict import Reason
from terbit.errors import TerbitError
from terbit.newsroom import between
from terbit.repository import Repository
from tests.filled import OF_PHOTOS, TOLD
from tests.proposing import BRANCH, LINKS, NUMBER, PLACE, SLUG, event, send
from tests.rooms import (
    DECIDER,
    DRAFT,
    OTHER_VERIFIER,
    PUBLIC,
    REPOSITORY,
    VERIFIER,
    WRITER,
)
from tests.rooms_github import GitHubRoom

TARGET = f"content/berita/2026/11/{SLUG}"
OPENING = f"https://github.com/contoh/terbit/compare/main...{BRANCH}?quick_pull=1&title=Tim%20"
RAW = REPOSITORY / "tests/newsroom/kamera/IMG_20261117_083512.jpg"
COMMENT = 5001


@pytest.fixture
def github(room_template: Path, tmp_path: Path) -> GitHubRoom:
    return GitHubRoom.copy(room_template, tmp_path / "github")


@pytest.fixture
def proposed(github: GitHubRoom) -> GitHubRoom:
    """The same after the form was sent and made a draft on its branch."""
    send(github, event(github, links=LINKS))
    return github


def comment(
    room: GitHubRoom, by: str = WRITER, text: str = "/ajukan", number: int = COMMENT
) -> dict[str, Any]:
    """The event of a comment beneath the proposal."""
    issue = {"number": NUMBER, "body": room.fake.state.threads[NUMBER].body}
    user = room.fake.state.account(by)
    return {"issue": issue, "comment": {"id": number, "body": text, "user": user}, "sender": user}


def pressed(room: GitHubRoom, name: str, by: str = WRITER) -> dict[str, Any]:
    """The event of the run form."""
    return {"inputs": {hand_in.INPUT: name}, "sender": room.fake.state.account(by)}


def first(room: GitHubRoom, told: dict[str, Any]) -> Path:
    """The half without rights; returns what it leaves."""
    room.bot()
    out = room.folder / f"ajukan-{room.tick():%H%M}"
    hand_in.prepare(room.newsroom, hand_in.order(told), out, room.now)
    return out


def ask(room: GitHubRoom, told: dict[str, Any] | None = None) -> str:
    """Both halves; returns the answer."""
    told = told or comment(room)
    return hand_in.deliver(room.newsroom, hand_in.order(told), first(room, told), room.now).text


def git(room: GitHubRoom) -> Repository:
    room.newsroom.repository.fetch()
    return room.newsroom.repository


def tip(room: GitHubRoom, branch: str = BRANCH) -> str:
    found = git(room).tip(branch)
    assert found
    return found


def answers(room: GitHubRoom) -> list[str]:
    return [row["body"] for row in room.fake.state.threads[NUMBER].comments]


def edited(room: GitHubRoom, name: str, data: bytes, by: str = WRITER) -> str:
    """Somebody changes a file of the draft on its branch, in the browser."""
    return room.push(by, {f"{PLACE}/{name}": data}, base=tip(room), branch=BRANCH)


def test_a_comment_moves_the_draft_and_leads_to_the_request(proposed: GitHubRoom) -> None:
    before = git(proposed).folder(tip(proposed), PLACE)
    said = ask(proposed)
    assert OPENING in said
    assert "closes%20%237" in said
    assert f"https://github.com/contoh/terbit/edit/{BRANCH}/{TARGET}/index.md" in said
    assert dict(git(proposed).folder(tip(proposed), TARGET)) == dict(before)
    assert git(proposed).entry(tip(proposed), PLACE) == ABSENT
    changed = git(proposed).changed(proposed.newsroom.main(), tip(proposed))
    assert {path.rpartition("/")[0] for path in changed} == {TARGET}
    assert [text.partition("\n")[0] for text in answers(proposed)] == [
        "<!-- terbit:usulan -->",
        f"<!-- terbit:ajukan {COMMENT} -->",
    ]
    assert all("Buka permintaan persetujuan" in text for text in answers(proposed))


def test_what_comes_of_it_is_what_terbit_submit_makes(
    proposed: GitHubRoom, room_template: Path, tmp_path: Path
) -> None:
    """To the byte: the tree, the author and the message; a raw photo is cleaned on both ways."""
    desk = GitHubRoom.copy(room_template, tmp_path / "meja")
    send(desk, event(desk, links=LINKS))
    for room in (proposed, desk):
        edited(room, "foto-2.jpg", RAW.read_bytes())
    ask(proposed)
    repository = git(desk)
    repository.start_branch("kerja", tip(desk))
    desk.submit(PLACE)
    form = "--format=%T %an %ae %cn %ce %s"
    assert git(proposed).git.log("-1", form, tip(proposed)) == repository.git.log(
        "-1", form, tip(desk, f"naskah/{SLUG}")
    )
    assert b"Exif" not in git(proposed).folder(tip(proposed), TARGET)["foto-2.jpg"]


def test_the_proposer_stays_a_writer_and_the_one_who_asked_does_the_drafting(
    github: GitHubRoom,
) -> None:
    """A verifier who proposed does not verify; the comment is the evidence of step 2 (S7, S12)."""
    send(github, event(github, links=LINKS, by=VERIFIER))
    ask(github)
    number = github.fake.open("warga", BRANCH, "Klinik")
    github.approve(VERIFIER, number)
    told = github.newsroom.assess(number, github.tick())
    assert told.verdict.reason is Reason.WAIT_VERIFICATION
    assert [row.why.value for row in told.verdict.ignored] == ["SELF_REVIEW"]
    github.approve(OTHER_VERIFIER, number)
    github.approve(DECIDER, number)
    assert github.newsroom.assess(number, github.tick()).may_merge


# Who may


@pytest.mark.parametrize("by", ["warga", VERIFIER, DECIDER])
def test_only_who_takes_the_drafting_step_may_ask(proposed: GitHubRoom, by: str) -> None:
    before = tip(proposed)
    for number in (1, 2, 3):
        said = ask(proposed, comment(proposed, by, number=number))
    assert "Yang dapat mengajukan naskah: Admin Medsos" in said
    assert tip(proposed) == before
    assert len(answers(proposed)) == 2, "however often it is asked, it is said once"


def test_nothing_of_a_stranger_is_worked_on(proposed: GitHubRoom) -> None:
    assert list(first(proposed, comment(proposed, "warga")).iterdir()) == []


def test_a_login_taken_over_by_another_account_may_not_ask(proposed: GitHubRoom) -> None:
    told = comment(proposed)
    told["sender"] = {"login": WRITER, "id": 4242}
    assert "Yang dapat mengajukan" in ask(proposed, told)


@pytest.mark.parametrize(
    "told",
    [
        {},
        {"inputs": {}, "sender": {"id": 1}},
        {"issue": {"number": 7}, "comment": {"id": 1, "body": "setuju"}, "sender": {"id": 1}},
        {"issue": {"number": 7}, "comment": {"id": 1, "body": "/ajukannya"}, "sender": {"id": 1}},
        {
            "issue": {"number": 7, "pull_request": {}, "body": ""},
            "comment": {"id": 1, "body": "/ajukan"},
            "sender": {"id": 1},
        },
    ],
)
def test_another_event_is_no_order(told: dict[str, Any]) -> None:
    with pytest.raises(TerbitError, match="/ajukan"):
        hand_in.order(told)


@pytest.mark.parametrize("text", ["/ajukan", "/Ajukan ya", "/ajukan\n\nterima kasih", " /ajukan."])
def test_the_command_is_known_as_phones_write_it(github: GitHubRoom, text: str) -> None:
    event(github)
    assert hand_in.order(comment(github, text=text)).issue == NUMBER


# Again


def test_asked_again_it_repeats_the_link_and_does_nothing(proposed: GitHubRoom) -> None:
    ask(proposed)
    before, said = tip(proposed), answers(proposed)
    ask(proposed)
    assert (tip(proposed), answers(proposed)) == (before, said)
    again = ask(proposed, comment(proposed, number=COMMENT + 1))
    assert OPENING in again
    assert tip(proposed) == before
    assert len(answers(proposed)) == 3, "each comment has its answer"


def test_a_form_that_is_edited_afterwards_changes_nothing_and_says_where_the_text_is(
    proposed: GitHubRoom,
) -> None:
    ask(proposed)
    before = tip(proposed)
    said = send(proposed, event(proposed, {**TOLD, "Judul": "Judul Lain"}))
    assert tip(proposed) == before
    assert "*Edit file*" in said
    assert "mengubahnya tidak lagi mengubah naskah" in said
    assert OPENING in said
    assert "Judul Lain" in (proposed.fake.state.threads[NUMBER].body or ""), "nothing is lost"


def test_what_a_person_wrote_on_the_branch_goes_along(proposed: GitHubRoom) -> None:
    text = git(proposed).folder(tip(proposed), PLACE)["index.md"]
    edited(proposed, "index.md", text.replace(b"Klinik konsultasi", b"Layanan konsultasi"))
    ask(proposed)
    assert b"Layanan konsultasi" in git(proposed).folder(tip(proposed), TARGET)["index.md"]


def test_a_folder_that_a_person_renamed_is_found(proposed: GitHubRoom) -> None:
    files = git(proposed).folder(tip(proposed), PLACE)
    held = {f"drafts/nama-lain/{name}": data for name, data in files.items()}
    proposed.push(WRITER, held, (PLACE,), base=tip(proposed), branch=BRANCH)
    assert "Buka permintaan" in ask(proposed)
    assert git(proposed).entry(tip(proposed), TARGET.replace(SLUG, "nama-lain")) != ABSENT


def test_a_form_that_is_still_being_worked_on_is_waited_for(proposed: GitHubRoom) -> None:
    """The comment may be quicker than the run that takes the last edit over."""
    before, newer = tip(proposed), event(proposed, {**TOLD, **OF_PHOTOS, "Apa": "Dibatalkan"})
    assert "perubahannya belum masuk ke naskah" in ask(proposed)
    assert tip(proposed) == before
    send(proposed, newer)
    assert OPENING in ask(proposed)


def test_a_form_saved_anew_without_a_change_of_the_draft_does_not_hold_it_up(
    proposed: GitHubRoom,
) -> None:
    before = git(proposed).entry(tip(proposed), PLACE)
    body = f"{proposed.fake.state.threads[NUMBER].body}\r\n{LINKS[0]}"
    send(proposed, event(proposed, body=body))
    assert git(proposed).entry(tip(proposed), PLACE) == before
    assert OPENING in ask(proposed)


def test_a_branch_that_moves_between_the_halves_is_not_written_over(
    proposed: GitHubRoom,
) -> None:
    told = comment(proposed)
    left = first(proposed, told)
    theirs = edited(proposed, "index.md", b"---\njudul: Milik penyunting\n")
    said = hand_in.deliver(proposed.newsroom, hand_in.order(told), left, proposed.tick()).text
    assert "berubah pada saat yang sama" in said
    assert tip(proposed) == theirs


# What keeps it back


def test_what_must_be_mended_is_told_and_nothing_moves(github: GitHubRoom) -> None:
    send(github, event(github, {**TOLD, "Mengapa": ""}))
    before = tip(github)
    said = ask(github)
    assert "harus diperbaiki: pertanyaan “mengapa” belum dijawab" in said
    assert "Sunting isian usulan ini" in said
    assert "sebaiknya" not in said, "the first answer tells everything"
    assert tip(github) == before


def test_a_draft_that_a_person_broke_is_mended_where_it_lies(proposed: GitHubRoom) -> None:
    broken = edited(proposed, "index.md", b"---\njudul: [\n---\nIsi.\n")
    said = ask(proposed)
    assert "belum dapat diajukan" in said
    assert f"/edit/{BRANCH}/{PLACE}/index.md" in said
    assert tip(proposed) == broken


def test_a_proposal_without_a_draft_is_told_so(github: GitHubRoom) -> None:
    send(github, event(github, {**TOLD, "Judul": ""}))
    assert "usulan ini belum menjadi naskah" in ask(github)


# A draft on main


def test_a_proposal_that_was_merged_as_a_draft_can_be_handed_in_too(
    proposed: GitHubRoom,
) -> None:
    git(proposed).git.push("origin", f"{tip(proposed)}:refs/heads/main", f":{BRANCH}")
    said = ask(proposed)
    assert f"compare/main...naskah/{SLUG}?quick_pull=1" in said
    assert "closes%20%237" in said
    assert git(proposed).entry(tip(proposed, f"naskah/{SLUG}"), TARGET) != ABSENT
    assert git(proposed).entry(tip(proposed, f"naskah/{SLUG}"), PLACE) == ABSENT
    assert ask(proposed) == said


def test_of_what_is_on_its_way_to_the_public_nobody_is_asked_to_hand_it_in(
    proposed: GitHubRoom,
) -> None:
    ask(proposed)
    git(proposed).git.push("origin", f"{tip(proposed)}:refs/heads/main", f":{BRANCH}")
    said = send(proposed, event(proposed, {**TOLD, "Judul": "Judul Lain"}))
    assert "sudah digabung" in said
    assert "/ajukan" not in said
    assert "diajukan sebagai ralat" in ask(proposed)


@pytest.mark.parametrize("name", ["kabar-uji", " drafts/kabar-uji/ ", f"{DRAFT}/index.md"])
def test_the_button_takes_a_draft_by_its_folder(github: GitHubRoom, name: str) -> None:
    said = ask(github, pressed(github, name))
    assert "compare/main...naskah/kabar-uji?quick_pull=1&title=Kabar%20Uji" in said
    assert "isian" not in said.casefold()
    folder = git(github).folder(tip(github, "naskah/kabar-uji"), PUBLIC)
    assert folder["index.md"] == (github.clone / DRAFT / "index.md").read_bytes()


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("tidak-ada", "tidak ada drafts/tidak-ada di main"),
        ("kabar-lama", "tidak ada drafts/kabar-lama di main"),
        ("../../kantor.yml", "tidak dikenali"),
        ("-x; rm -rf /", "tidak dikenali"),
        ("content/berita/2026/10/kabar-lama", "tidak dikenali"),
    ],
)
def test_what_is_no_draft_is_told(github: GitHubRoom, name: str, message: str) -> None:
    assert message in ask(github, pressed(github, name))


def test_a_draft_that_a_desk_handed_in_already_gets_its_link(github: GitHubRoom) -> None:
    github.submit()
    before = tip(github, "naskah/kabar-uji")
    assert "compare/main...naskah/kabar-uji" in ask(github, pressed(github, "kabar-uji"))
    assert tip(github, "naskah/kabar-uji") == before


def test_a_desk_corrects_what_a_phone_handed_in(proposed: GitHubRoom) -> None:
    ask(proposed)
    number = proposed.fake.open(WRITER, BRANCH, "Klinik")
    repository = git(proposed)
    repository.start_branch("kerja", tip(proposed))
    proposed.edit("Klinik konsultasi", "Layanan konsultasi", f"{TARGET}/index.md")
    assert proposed.submit(TARGET) == number
    assert b"Layanan" in git(proposed).folder(tip(proposed), TARGET)["index.md"]


# What the first half leaves is data


def left(room: GitHubRoom, folder: Path, **told: Any) -> str:
    """The second half upon what somebody else left."""
    folder.mkdir(exist_ok=True)
    result = {"foto": [], "temuan": [], "komit": tip(room), "bersih": [], **told}
    (folder / between.RESULT).write_text(json.dumps(result))
    room.bot()
    return hand_in.deliver(room.newsroom, hand_in.order(comment(room)), folder, room.tick()).text


def test_a_half_that_did_not_end_moves_nothing(proposed: GitHubRoom, tmp_path: Path) -> None:
    before = tip(proposed)
    proposed.bot()
    order = hand_in.order(comment(proposed))
    said = hand_in.deliver(proposed.newsroom, order, tmp_path / "kosong", proposed.tick()).text
    assert "belum dapat diperiksa" in said
    assert tip(proposed) == before


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("index.md", b"---\njudul: Palsu\n---\n"),
        ("../../../kantor.yml", b"\xff\xd8\xff"),
        ("baru.jpg", b"\xff\xd8\xff"),
        ("foto-1.jpg", b"<svg onload=alert(1)>"),
    ],
)
def test_a_taken_over_half_changes_no_text_and_adds_no_file(
    proposed: GitHubRoom, tmp_path: Path, name: str, data: bytes
) -> None:
    before, folder = tip(proposed), tmp_path / "sisa"
    folder.mkdir()
    (folder / "0").write_bytes(data)
    assert "tidak dapat dibersihkan" in left(proposed, folder, bersih=[name])
    assert tip(proposed) == before


def test_words_of_a_taken_over_half_stay_words(proposed: GitHubRoom, tmp_path: Path) -> None:
    row = {"level": "TOLAK", "message": "@semua <img src=x> " + "a" * 999, "fix": "#1 ![x](y)"}
    said = left(proposed, tmp_path / "sisa", temuan=[row] * 99)
    assert "@semua" not in said
    assert "<img" not in said
    assert len(said) < 20_000


def test_a_summary_of_a_stranger_mentions_and_closes_nothing(github: GitHubRoom) -> None:
    """GitHub reads the body of a request; only the proposal itself is closed with it."""
    evil = "Fixes #1 @inspektorat/semua ![x](https://jahat.example/x.png)"
    send(github, event(github, {**TOLD, **OF_PHOTOS, "Ringkasan": evil}, links=LINKS))
    said = ask(github)
    assert "%40inspektorat" not in said
    assert "%20%231%20" not in said
