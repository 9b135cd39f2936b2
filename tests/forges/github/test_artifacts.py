"""What GitHub tells of artifacts and runs is read to an end, and believed in no other form."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from terbit.forges.github import Address, GitHubError
from terbit.forges.github.artifacts import PAGES, Run, RunReader
from terbit.forges.github.client import PER_PAGE
from tests.forges.github.desk import client, github
from tests.github.fake import FakeGitHub
from tests.github.state import Json
from tests.rooms import MAINTAINER
from tests.rooms_github import NAME, WEB

PATH = ".github/workflows/terbit.yml"
NOW = datetime(2026, 2, 1, tzinfo=UTC)
SHA = "a" * 40


@pytest.fixture
def fake() -> FakeGitHub:
    return github()


def reader(fake: FakeGitHub) -> RunReader:
    return RunReader(Address(NAME, WEB, fake.host), client(fake, MAINTAINER))


class Answers:
    """A client that answers what a test tells it, as a broken proxy might."""

    def __init__(self, answer: Any) -> None:
        self.answer = answer

    def get(self, path: str, query: object = None) -> Any:
        return self.answer


def told(answer: Any) -> RunReader:
    return RunReader(Address(NAME, WEB, ""), Answers(answer))  # type: ignore[arg-type]


def test_the_newest_comes_first_however_the_list_is_ordered(
    fake: FakeGitHub,
) -> None:
    run = fake.ran(SHA, PATH)
    rows = [fake.kept(run, "foto-situs", size_in_bytes=size) for size in (10, 20, 30)]
    fake.state.artifacts = [rows[2], rows[0], rows[1]]
    found = reader(fake).artifacts("foto-situs", NOW)
    assert [(one.size, one.run, one.commit) for one in found] == [
        (size, run["id"], SHA) for size in (30, 20, 10)
    ]


def test_what_expired_was_deleted_or_has_another_name_is_left_out(fake: FakeGitHub) -> None:
    run = fake.ran(SHA, PATH)
    fake.kept(run, "foto-situs", expired=True)
    fake.kept(run, "foto-situs", expires_at="2026-01-31T23:59:59Z")
    fake.kept({"id": 1}, "foto-situs")  # its run was deleted
    fake.kept(run, "situs")
    there = fake.kept(run, "foto-situs", expires_at="2026-02-01T00:00:01Z")
    assert [one.id for one in reader(fake).artifacts("foto-situs", NOW)] == [there["id"]]
    assert not reader(fake).artifacts("foto-situs", NOW + timedelta(days=1))


def test_a_flood_of_artifacts_is_not_read_to_its_end(fake: FakeGitHub) -> None:
    run = fake.ran(SHA, PATH)
    for _ in range(PER_PAGE * PAGES + 1):
        fake.kept(run, "foto-situs")
    assert len(reader(fake).artifacts("foto-situs", NOW)) == PER_PAGE * PAGES
    assert len(fake.log) == PAGES


@pytest.mark.parametrize("prefix", ["", f"{NAME}/"])
def test_a_run_tells_workflow_event_and_commit(fake: FakeGitHub, prefix: str) -> None:
    row = fake.ran(SHA, f"{prefix}{PATH}@refs/heads/main", "schedule")
    run = Run(f"{PATH}@refs/heads/main", "schedule", SHA, own=True)
    assert reader(fake).run(row["id"]) == run


def test_a_run_of_a_fork_s_commit_is_not_our_own(fake: FakeGitHub) -> None:
    run = reader(fake).run(fake.ran(SHA, PATH, fork="asing/terbit")["id"])
    assert run is not None
    assert not run.own


def test_a_run_that_is_gone_is_none_and_no_fault(fake: FakeGitHub) -> None:
    assert reader(fake).run(404) is None
    fake.faults.add("GET", "/runs/", "502", times=None)
    with pytest.raises(GitHubError):
        reader(fake).run(404)


GOOD: Json = {
    "id": 5,
    "name": "foto-situs",
    "size_in_bytes": 10,
    "expired": False,
    "expires_at": None,
    "workflow_run": {"id": 7, "head_sha": SHA},
}


@pytest.mark.parametrize(
    "broken",
    [
        {"id": "5; rm -rf"},
        {"size_in_bytes": -1},
        {"size_in_bytes": True},
        {"expires_at": "besok"},
        {"expires_at": "2026-02-01T00:00:00"},
        {"workflow_run": {"id": 7.5, "head_sha": SHA}},
        {"workflow_run": {"id": 7, "head_sha": ["main"]}},
        {"workflow_run": "7"},
    ],
    ids=str,
)
def test_an_artifact_of_another_form_is_an_error_in_words(broken: Json) -> None:
    assert told({"artifacts": [GOOD]}).artifacts("foto-situs", NOW)
    with pytest.raises(GitHubError, match="tidak seperti seharusnya"):
        told({"artifacts": [GOOD | broken]}).artifacts("foto-situs", NOW)


@pytest.mark.parametrize("answer", [[], {}, {"artifacts": 7}, {"artifacts": ["x"]}, None], ids=str)
def test_a_list_of_another_form_is_an_error_in_words(answer: Any) -> None:
    with pytest.raises(GitHubError, match="tidak seperti seharusnya"):
        told(answer).artifacts("foto-situs", NOW)


@pytest.mark.parametrize(
    "broken",
    [{"id": 8}, {"path": None}, {"event": 1}, {"head_sha": None}, {"head_repository": None}],
    ids=str,
)
def test_a_run_of_another_form_is_an_error_in_words(broken: Json) -> None:
    home = {"id": 42}
    row = {"id": 7, "path": PATH, "event": "push", "head_sha": SHA}
    row |= {"repository": home, "head_repository": home}
    assert told(row).run(7) == Run(PATH, "push", SHA, own=True)
    with pytest.raises(GitHubError, match="tidak seperti seharusnya"):
        told({**row, **broken}).run(7)
