"""One story, two forges: the local one and GitHub give the same verdict at every step."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from terbit.core.gate.texts import Texts
from tests.rooms import (
    DECIDER,
    OTHER_VERIFIER,
    OTHER_WRITER,
    PUBLIC,
    VERIFIER,
    WRITER,
    Room,
    crossed,
)
from tests.rooms_github import GitHubRoom

INDEX = f"{PUBLIC}/index.md"
NUMBER = "Angka kuncinya SATU"
Told = list[Any]
Story = Callable[["Teller"], None]


class Teller:
    """Tells a story in a room and writes down the verdict after every step."""

    def __init__(self, room: Room) -> None:
        self.room = room
        self.said: Told = []

    def look(self, number: int = 1) -> None:
        """The verdict now, its reviews by their order instead of the forge's numbers."""
        assessment = self.room.newsroom.assess(number, self.room.tick())
        ids = sorted(review.id for review in assessment.facts.reviews)
        order = {review: index for index, review in enumerate(ids)}
        document = assessment.verdict.to_json()
        document["counted"] = {
            step: [order[i] for i in reviews] for step, reviews in document["counted"].items()
        }
        texts = Texts(assessment.facts)
        document["delta_from"] = {
            login: texts.digest(sha) for login, sha in document["delta_from"].items()
        }
        document["blocked_by"] = [order[i] for i in document["blocked_by"]]
        for part in ("ignored", "audit"):
            rows = document[part]
            document[part] = [{**row, "review": order[row["review"]]} for row in rows]
        self.said.append((document, assessment.verdict.head_digest, sorted(assessment.findings)))

    def change(self, by: str, new: str, old: str = NUMBER) -> None:
        self.room.push(by, {INDEX: self.room.text(old, new)})
        self.look()


def straight(tell: Teller) -> None:
    tell.room.approve(VERIFIER)
    tell.look()
    tell.room.approve(DECIDER)
    tell.look()


def early_click(tell: Teller) -> None:
    tell.room.approve(DECIDER)
    tell.look()
    straight(tell)


def sent_back_and_corrected(tell: Teller) -> None:
    tell.room.object(VERIFIER, "Angkanya keliru.")
    tell.look()
    tell.change(WRITER, "Angka kuncinya DUA")
    straight(tell)


def changed_after_approval(tell: Teller) -> None:
    straight(tell)
    tell.change(WRITER, "Angka kuncinya DUA")
    tell.change(WRITER, NUMBER, "Angka kuncinya DUA")


def force_pushed(tell: Teller) -> None:
    straight(tell)
    old = tell.room.head()
    text = tell.room.text(NUMBER, "Angka kuncinya DUA")
    draft = ("drafts/kabar-uji",)
    tell.room.push(OTHER_WRITER, _article(tell, text), draft, base=tell.room.newsroom.main())
    tell.look()
    tell.room.put(WRITER, old)
    tell.look()


def verifier_wrote_it(tell: Teller) -> None:
    tell.change(VERIFIER, "Angka kuncinya DUA")
    tell.room.approve(VERIFIER)
    tell.look()
    tell.room.approve(OTHER_VERIFIER)
    tell.look()


def decider_corrected_it(tell: Teller) -> None:
    tell.change(DECIDER, "Angka kuncinya DUA")
    straight(tell)


def main_was_merged(tell: Teller) -> None:
    straight(tell)
    tell.room.overwrite_main("catatan.txt", b"lain")
    tell.room.merge_main(WRITER)
    tell.look()


def a_change_hid_in_a_merge(tell: Teller) -> None:
    straight(tell)
    tell.room.overwrite_main("catatan.txt", b"lain")
    tell.room.merge_main(WRITER, {INDEX: tell.room.text(NUMBER, "Angka kuncinya DUA")})
    tell.look()


def an_approval_was_dismissed(tell: Teller) -> None:
    tell.room.approve(VERIFIER)
    tell.room.dismiss(WRITER)
    tell.look()


def an_objection_was_dismissed(tell: Teller) -> None:
    tell.room.object(VERIFIER)
    tell.room.dismiss(WRITER)
    tell.look()
    tell.room.object(OTHER_VERIFIER)
    tell.room.dismiss(DECIDER)
    tell.look()


def policy_came_along(tell: Teller) -> None:
    office = tell.room.newsroom.repository.file(tell.room.head(), "kantor.yml") or b""
    tell.room.push(WRITER, {"kantor.yml": office + b"# lain\n"})
    tell.look()


def only_policy(tell: Teller) -> None:
    main = tell.room.newsroom.main()
    office = tell.room.newsroom.repository.file(main, "kantor.yml") or b""
    files = {"kantor.yml": office + b"# lain\n"}
    tell.room.push(WRITER, files, base=main, branch="jabatan")
    writer = tell.room.who(WRITER)
    number = tell.room.newsroom.desk.open_request(
        branch="jabatan", title="Jabatan", body="", actor=writer.login, now=tell.room.tick()
    )
    tell.look(number)
    tell.room.approve(VERIFIER, number)
    tell.room.approve(DECIDER, number)
    tell.look(number)


def two_requests_share_a_head(tell: Teller) -> None:
    straight(tell)
    tell.room.put(WRITER, tell.room.head(), "naskah/kembar")
    writer = tell.room.who(WRITER)
    tell.room.newsroom.desk.open_request(
        branch="naskah/kembar", title="Kembar", body="", actor=writer.login, now=tell.room.tick()
    )
    tell.look()
    tell.room.approve(VERIFIER, 2)
    tell.room.approve(DECIDER, 2)
    tell.look()
    tell.look(2)


def lines_of_history_crossed(tell: Teller) -> None:
    """A merge would bring more than the list of files shows; neither forge falls for it."""
    base = crossed(tell.room, {INDEX: tell.room.text(NUMBER, "Angka kuncinya BOHONG")})
    straight(tell)
    tell.room.who(WRITER)
    tell.room.force_merge()
    note = {"drafts/lain/index.md": b"lain"}
    tell.room.push(WRITER, note, base=base, branch="naskah/lain")
    tell.room.newsroom.desk.open_request(
        branch="naskah/lain", title="Lain", body="", actor=WRITER, now=tell.room.tick()
    )
    tell.look(2)
    assert tell.said[-1][0]["problems"] == ["merge"]


def drafted_on_the_branch_itself(tell: Teller) -> None:
    """Whoever wrote the draft may not verify it, wherever it stood before it was moved (S7)."""
    room, branch = tell.room, "usulan/7-baru"
    main, place = room.newsroom.main(), PUBLIC.replace("kabar-uji", "baru")
    files = room.newsroom.repository.folder(room.head(), PUBLIC)
    for by, folder, gone in ((VERIFIER, "drafts/konsep", []), (WRITER, place, ["drafts/konsep"])):
        held = {f"{folder}/{name}": data for name, data in files.items()}
        main = room.push(by, held, gone, base=main, branch=branch)
    room.who(WRITER)
    number = room.newsroom.desk.open_request(
        branch=branch, title="Baru", body="", actor=WRITER, now=room.tick()
    )
    room.approve(VERIFIER, number)
    tell.look(number)
    assert [row["why"] for row in tell.said[-1][0]["ignored"]] == ["SELF_REVIEW"]
    room.approve(OTHER_VERIFIER, number)
    tell.look(number)
    assert tell.said[-1][0]["reason"] == "WAIT_APPROVAL"


def _article(tell: Teller, text: bytes) -> dict[str, bytes]:
    files = tell.room.newsroom.repository.folder(tell.room.head(), PUBLIC)
    return {**{f"{PUBLIC}/{name}": data for name, data in files.items()}, INDEX: text}


STORIES: tuple[Story, ...] = (
    straight,
    early_click,
    sent_back_and_corrected,
    changed_after_approval,
    force_pushed,
    verifier_wrote_it,
    decider_corrected_it,
    main_was_merged,
    a_change_hid_in_a_merge,
    an_approval_was_dismissed,
    an_objection_was_dismissed,
    policy_came_along,
    only_policy,
    two_requests_share_a_head,
    lines_of_history_crossed,
    drafted_on_the_branch_itself,
)


def told(room: Room, story: Story) -> Told:
    room.submit()
    teller = Teller(room)
    teller.look()
    story(teller)
    return teller.said


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.__name__)
def test_both_forges_tell_the_same_story(room_template: Path, tmp_path: Path, story: Story) -> None:
    local = told(Room.copy(room_template, tmp_path / "lokal"), story)
    github = told(GitHubRoom.copy(room_template, tmp_path / "github"), story)
    assert len(local) > 1
    for step, (one, other) in enumerate(zip(local, github, strict=True)):
        assert one == other, f"step {step}"


def test_the_archive_of_both_says_the_same(room_template: Path, tmp_path: Path) -> None:
    rooms = (
        Room.copy(room_template, tmp_path / "lokal"),
        GitHubRoom.copy(room_template, tmp_path / "github"),
    )
    approvals = []
    for room in rooms:
        told(room, early_click)
        room.merge()
        room.publisher().run()
        history = room.newsroom.ledger()["berita/2026/11/kabar-uji"]
        approvals.append([(e.kind, e.digest, e.actor) for e in history.events])
    assert approvals[0] == approvals[1]
    assert approvals[0][0][0] == "disetujui"
