"""Announcing a verdict on GitHub: one status, one slip, one question to whose turn it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from terbit.forges.base import Notice
from terbit.forges.github.desk import CONTEXT
from tests.rooms import DECIDER, OTHER_VERIFIER, VERIFIER, WRITER
from tests.rooms_github import BOT, GitHubRoom

MARKER = "<!-- tanda -->"
WRITES = {"POST", "PATCH", "PUT", "DELETE"}


@pytest.fixture
def room(room_template: Path, tmp_path: Path) -> GitHubRoom:
    made = GitHubRoom.copy(room_template, tmp_path / "github")
    made.submit()
    return made


def notice(room: GitHubRoom, **changes: Any) -> Notice:
    made = Notice(
        number=1,
        head_sha=room.head(),
        state="pending",
        sentence="Menunggu verifikasi",
        slip=f"{MARKER}\n\n**Menunggu verifikasi**\n",
        marker=MARKER,
        turn=(VERIFIER, OTHER_VERIFIER),
    )
    return replace(made, **changes)


def announce(room: GitHubRoom, said: Notice) -> tuple[str, ...]:
    """As a workflow does it: read everything anew, then announce."""
    room.bot()
    room.tick()
    room.newsroom.forge.facts(said.number, room.now)
    room.fake.log.clear()
    return room.newsroom.desk.announce(said, room.now)


def writes(room: GitHubRoom) -> list[tuple[str, str]]:
    return [(call.method, call.path) for call in room.fake.log if call.method in WRITES]


def statuses(room: GitHubRoom) -> list[tuple[str, str, str]]:
    """Newest first, as people see them."""
    rows = room.client.get(f"repos/contoh/terbit/commits/{room.head()}/statuses")
    return [(row["context"], row["state"], row["creator"]["login"]) for row in rows]


def asked(room: GitHubRoom) -> list[str]:
    row = room.client.get("repos/contoh/terbit/pulls/1")
    return [user["login"] for user in row["requested_reviewers"]]


def slips(room: GitHubRoom) -> Sequence[dict[str, Any]]:
    return [row for row in room.fake.request(1).comments if MARKER in row["body"]]


def test_the_first_announcement_writes_everything_once(room: GitHubRoom) -> None:
    assert announce(room, notice(room)) == (
        "lembar disposisi dibuat",
        "status pending",
        f"tinjauan diminta: {VERIFIER}",
        f"tinjauan diminta: {OTHER_VERIFIER}",
    )
    assert statuses(room) == [(CONTEXT, "pending", BOT)]
    assert len(slips(room)) == 1
    assert asked(room) == [VERIFIER, OTHER_VERIFIER]


def test_the_second_announcement_writes_nothing(room: GitHubRoom) -> None:
    announce(room, notice(room))
    assert announce(room, notice(room)) == ()
    assert writes(room) == []


def test_a_new_verdict_edits_the_slip_in_place(room: GitHubRoom) -> None:
    announce(room, notice(room))
    said = announce(room, notice(room, state="success", slip=f"{MARKER}\n\nSiap\n", turn=()))
    assert said[:2] == ("lembar disposisi diperbarui", "status success")
    assert [row["body"] for row in slips(room)] == [f"{MARKER}\n\nSiap\n"]
    assert statuses(room)[0] == (CONTEXT, "success", BOT)


def test_the_status_stands_on_the_head_and_links_to_the_slip(room: GitHubRoom) -> None:
    announce(room, notice(room))
    row = room.fake.state.statuses[room.head()][0]
    assert "/contoh/terbit/pull/1#issuecomment-" in row["target_url"]
    announce(room, notice(room))
    assert len(room.fake.state.statuses[room.head()]) == 1


def test_a_forged_green_status_is_covered_by_ours(room: GitHubRoom) -> None:
    announce(room, notice(room))
    room.who(WRITER)
    room.client.send(
        "POST",
        f"repos/contoh/terbit/statuses/{room.head()}",
        {"state": "success", "context": CONTEXT, "description": "Siap digabung"},
    )
    assert statuses(room)[0] == (CONTEXT, "success", WRITER)
    assert announce(room, notice(room)) == ("status pending",)
    assert statuses(room)[0] == (CONTEXT, "pending", BOT)


def test_a_comment_that_only_looks_like_the_slip_is_left_alone(room: GitHubRoom) -> None:
    room.who(WRITER)
    body = {"body": f"{MARKER}\n\n**Sudah disetujui semua**"}
    room.client.send("POST", "repos/contoh/terbit/issues/1/comments", body)
    assert "lembar disposisi dibuat" in announce(room, notice(room))
    assert [row["user"]["login"] for row in slips(room)] == [WRITER, BOT]
    assert announce(room, notice(room)) == ()


def test_a_doubled_slip_is_removed(room: GitHubRoom) -> None:
    announce(room, notice(room))
    room.bot()
    body = {"body": notice(room).slip}
    room.client.send("POST", "repos/contoh/terbit/issues/1/comments", body)
    assert announce(room, notice(room)) == ("lembar disposisi ganda dihapus",)
    assert len(slips(room)) == 1


def test_the_opener_and_strangers_are_not_asked(room: GitHubRoom) -> None:
    """GitHub refuses both; one refusal does not keep the others from being asked."""
    turn = (WRITER, "bukan-kolaborator", VERIFIER)
    said = announce(room, notice(room, turn=turn))
    assert said[-2:] == (
        "gagal: tinjauan diminta: bukan-kolaborator (bukan kolaborator repositori)",
        f"tinjauan diminta: {VERIFIER}",
    )
    assert asked(room) == [VERIFIER]


def test_whoever_has_no_turn_any_more_is_not_asked_any_more(room: GitHubRoom) -> None:
    announce(room, notice(room))
    room.approve(VERIFIER)
    said = announce(room, notice(room, turn=(DECIDER,)))
    assert said == (
        f"tinjauan diminta: {DECIDER}",
        f"permintaan tinjauan ditarik: {OTHER_VERIFIER}",
    )
    assert asked(room) == [DECIDER]


def test_a_turn_that_comes_back_is_asked_again(room: GitHubRoom) -> None:
    announce(room, notice(room))
    announce(room, notice(room, turn=(DECIDER,)))
    assert f"tinjauan diminta: {VERIFIER}" in announce(room, notice(room))


def test_an_early_click_is_asked_for_again_in_its_turn(room: GitHubRoom) -> None:
    room.approve(DECIDER)
    announce(room, notice(room))
    room.approve(VERIFIER)
    assert f"tinjauan diminta: {DECIDER}" in announce(room, notice(room, turn=(DECIDER,)))


def test_a_comment_is_no_reason_to_ask_again(room: GitHubRoom) -> None:
    announce(room, notice(room))
    room.who(VERIFIER)
    body = {"event": "COMMENT", "body": "Saya baca nanti sore."}
    room.client.send("POST", "repos/contoh/terbit/pulls/1/reviews", body)
    assert VERIFIER not in asked(room)
    assert announce(room, notice(room)) == ()


def test_whoever_was_asked_by_a_person_is_left_alone(room: GitHubRoom) -> None:
    room.who(WRITER)
    path = "repos/contoh/terbit/pulls/1/requested_reviewers"
    room.client.send("POST", path, {"reviewers": [DECIDER]})
    announce(room, notice(room))
    assert DECIDER in asked(room)


def test_a_new_text_is_asked_for_anew(room: GitHubRoom) -> None:
    announce(room, notice(room, turn=(VERIFIER,)))
    room.object(VERIFIER)
    index = "content/berita/2026/11/kabar-uji/index.md"
    room.push(WRITER, {index: room.text("SATU", "DUA")})
    assert f"tinjauan diminta: {VERIFIER}" in announce(room, notice(room, turn=(VERIFIER,)))


def test_the_least_rights_are_enough(room: GitHubRoom) -> None:
    """What the workflow declares for its token, and nothing more."""
    room.fake.permissions["uji"] = {
        "contents": "read",
        "pull_requests": "write",
        "statuses": "write",
    }
    assert len(announce(room, notice(room))) == 4


def test_a_refused_question_does_not_take_the_verdict_down(room: GitHubRoom) -> None:
    room.fake.faults.add("POST", "/requested_reviewers$", "502", times=None)
    said = announce(room, notice(room, state="success", turn=(VERIFIER,)))
    assert said[1] == "status success"
    assert said[2].startswith(f"gagal: tinjauan diminta: {VERIFIER} (GitHub menolak")
    assert statuses(room)[0] == (CONTEXT, "success", BOT)


def test_a_timeline_that_cannot_be_read_doubles_no_slip(room: GitHubRoom) -> None:
    announce(room, notice(room))
    room.fake.faults.add("GET", "/timeline$", "502", times=None)
    said = announce(room, notice(room, state="failure", slip=f"{MARKER}\n\nLain\n"))
    assert said == ("status failure",)
    assert len(slips(room)) == 1


# One answer beneath an issue


def said(room: GitHubRoom) -> list[tuple[str, str]]:
    rows = room.client.get("repos/contoh/terbit/issues/1/comments")
    return [(row["user"]["login"], row["body"]) for row in rows]


def test_an_answer_is_edited_in_place_and_written_only_where_it_differs(room: GitHubRoom) -> None:
    room.bot()
    before = said(room)
    assert room.newsroom.desk.reply(1, f"{MARKER}\nsatu\n", MARKER)
    assert not room.newsroom.desk.reply(1, f"{MARKER}\nsatu\r\n", MARKER)
    assert room.newsroom.desk.reply(1, f"{MARKER}\ndua", MARKER)
    assert said(room)[len(before) :] == [(BOT, f"{MARKER}\ndua")]


def test_the_same_words_of_somebody_else_are_no_answer_of_ours(room: GitHubRoom) -> None:
    room.who(WRITER)
    room.client.send("POST", "repos/contoh/terbit/issues/1/comments", {"body": f"{MARKER}\nsatu"})
    room.bot()
    assert room.newsroom.desk.reply(1, f"{MARKER}\nsatu", MARKER)
    assert [row for row in said(room) if row[1].startswith(f"{MARKER}\nsatu")] == [
        (WRITER, f"{MARKER}\nsatu"),
        (BOT, f"{MARKER}\nsatu"),
    ]


def test_a_request_is_opened_by_one_press_with_any_title(room: GitHubRoom) -> None:
    link = room.newsroom.forge.opening("usulan/7-kabar", "A & B (satu) @x #1", template="usulan.md")
    assert link == (
        "https://github.com/contoh/terbit/compare/main...usulan/7-kabar"
        "?quick_pull=1&title=A%20%26%20B%20%28satu%29%20%40x%20%231&template=usulan.md"
    )
