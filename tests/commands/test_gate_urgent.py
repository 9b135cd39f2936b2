"""`terbit gate` after an urgent publication: whoever owes the review is asked until it is there."""

from __future__ import annotations

from pathlib import Path

import pytest

from terbit.commands.gate import gate
from tests.rooms import DECIDER, OTHER_VERIFIER, VERIFIER, WRITER, Room
from tests.rooms_github import GitHubRoom


def published(room: Room) -> Room:
    number = room.submit()
    room.approve(DECIDER, number)
    room.merge(number=number)
    room.publisher().run()
    return room


def test_the_merged_request_is_looked_at_until_the_review_is_there(urgent_room: Room):
    room = published(urgent_room)
    (said,) = gate(room.newsroom, (), room.tick(), dry_run=False)
    assert said.number == 1
    assert said.sentence.startswith("Sudah terbit lewat jalur mendesak; verifikasi menyusul")
    assert "giliran diperbarui" in said.wrote
    assert not gate(room.newsroom, (), room.tick(), dry_run=False)[0].wrote

    room.approve(VERIFIER)
    room.publisher().run()
    (said,) = gate(room.newsroom, (), room.tick(), dry_run=False)
    assert said.sentence == "Permintaan ini sudah digabung"
    assert "giliran diperbarui" in said.wrote
    room.tick(5 * 24 * 60)
    assert gate(room.newsroom, (), room.tick(), dry_run=False) == ()


def test_an_ordinary_office_looks_at_no_merged_request(room: Room):
    room.publish_request()
    room.publisher().run()
    assert gate(room.newsroom, (), room.tick(), dry_run=False) == ()


@pytest.fixture
def github(urgent_template: Path, tmp_path: Path) -> GitHubRoom:
    made = GitHubRoom.copy(urgent_template, tmp_path / "github")
    made.make_urgent()
    return made


def test_on_github_the_reviewers_are_asked_after_the_merge(github: GitHubRoom):
    number = github.submit()
    github.approve(DECIDER, number)
    github.merge(number=number)
    github.bot()
    (said,) = gate(github.newsroom, (number,), github.tick(), dry_run=False)
    assert said.sentence.startswith("Sudah terbit lewat jalur mendesak")
    asked = " ".join(said.wrote)
    assert VERIFIER in asked
    assert OTHER_VERIFIER in asked
    assert WRITER not in asked
    assert "gagal" not in asked
    github.approve(VERIFIER, number)
    assert github.verdict(number).postponed == ()
