"""Runs of workflows and their artifacts, as GitHub tells of them."""

from __future__ import annotations

from tests.github.conftest import Caller
from tests.github.fake import FakeGitHub
from tests.github.state import State

PATH = ".github/workflows/terbit.yml"
LIST = "actions/artifacts"


def caller(fake: FakeGitHub) -> Caller:
    return Caller(fake, "rina")


def test_artifacts_are_listed_newest_first_and_by_name(fake: FakeGitHub) -> None:
    run = fake.ran("a" * 40, PATH)
    ids = [fake.kept(run, name)["id"] for name in ("foto-situs", "situs", "foto-situs")]
    found = caller(fake).get(LIST)
    assert [row["id"] for row in found["artifacts"]] == ids[::-1]
    named = caller(fake).get(f"{LIST}?name=foto-situs&per_page=1")
    assert (named["total_count"], [row["id"] for row in named["artifacts"]]) == (2, [ids[2]])


def test_an_artifact_names_the_commit_and_the_repositories_of_its_run(fake: FakeGitHub) -> None:
    fake.kept(fake.ran("a" * 40, PATH, fork="asing/terbit"), "foto-situs")
    (row,) = caller(fake).get(LIST)["artifacts"]
    run = caller(fake).get(f"actions/runs/{row['workflow_run']['id']}")
    assert row["workflow_run"]["head_sha"] == run["head_sha"] == "a" * 40
    assert run["repository"]["full_name"] == "contoh/terbit"
    assert run["head_repository"]["full_name"] == "asing/terbit"
    assert row["workflow_run"]["head_repository_id"] == run["head_repository"]["id"]


def test_a_run_that_was_deleted_is_not_found_and_leaves_its_artifact(fake: FakeGitHub) -> None:
    run = fake.ran("a" * 40, PATH)
    fake.kept(run, "foto-situs")
    fake.state.runs.clear()
    assert caller(fake)("GET", f"actions/runs/{run['id']}").status_code == 404
    assert caller(fake).get(LIST)["artifacts"][0]["workflow_run"] is None


def test_a_token_without_the_right_sees_neither(fake: FakeGitHub) -> None:
    run = fake.ran("a" * 40, PATH)
    fake.permissions["uji"] = {"contents": "read"}
    for path in (LIST, f"actions/runs/{run['id']}"):
        assert Caller(fake, "uji")("GET", path).status_code == 403


def test_runs_and_artifacts_are_remembered(fake: FakeGitHub) -> None:
    fake.kept(fake.ran("a" * 40, PATH), "foto-situs")
    loaded = State.load(fake.state.dump())
    assert (loaded.runs, loaded.artifacts) == (fake.state.runs, fake.state.artifacts)
