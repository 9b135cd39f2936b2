"""`terbit reuse`: of which earlier run pictures are believed, on real lines of history."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
from click.testing import CliRunner

from terbit import cli
from terbit.cli.reuse import reuse as command
from terbit.commands import reuse
from terbit.forges.github import Address, GitHubError
from tests.github.state import Json
from tests.rooms import MAINTAINER, Room
from tests.rooms_github import NAME, WEB, GitHubRoom

NOW = datetime.fromisoformat("2026-02-01T00:00:00Z")
OTHER = ".github/workflows/gerbang.yml"


@pytest.fixture
def room(room_template: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> GitHubRoom:
    """A newsroom on GitHub in which one request was merged, with the workflow's own token."""
    made = GitHubRoom.copy(room_template, tmp_path / "github")
    made.publish_request()
    made.bot()
    made.fake.permissions["uji"] = {"actions": "read"}
    behind = (Address(NAME, WEB, made.fake.host), made.client)
    monkeypatch.setattr(reuse, "github_behind", lambda _: behind)
    return made


def main(room: Room) -> str:
    room.newsroom.repository.fetch()
    return room.newsroom.main()


def ran(room: GitHubRoom, commit: str = "", path: str = reuse.WORKFLOW, **more: object) -> Json:
    """A run kept pictures."""
    run = room.fake.ran(commit or main(room), path, **more)  # type: ignore[arg-type]
    room.fake.kept(run, reuse.PICTURES)
    return run


def found(room: Room) -> int | None:
    return reuse.reuse(room.newsroom.repository, NOW)


def test_without_any_run_there_is_nothing_to_use_again(room: GitHubRoom) -> None:
    assert found(room) is None


@pytest.mark.parametrize("event", ["push", "schedule", "workflow_dispatch"])
def test_the_newest_run_of_main_is_believed(room: GitHubRoom, event: str) -> None:
    ran(room)
    newest = ran(room, event=event)
    assert found(room) == newest["id"]


def test_a_run_of_main_as_it_stood_before_is_believed(room: GitHubRoom) -> None:
    old = room.newsroom.repository.parent(main(room))
    assert old
    assert found(room) is None
    assert ran(room, old)["id"] == found(room)


@pytest.mark.parametrize("ref", ["@main", "@refs/heads/main"])
def test_a_workflow_may_be_named_with_its_branch(room: GitHubRoom, ref: str) -> None:
    assert ran(room, path=f"{reuse.WORKFLOW}{ref}")["id"] == found(room)


@pytest.mark.parametrize(
    "other",
    [
        {"path": OTHER},
        {"path": f"{reuse.WORKFLOW}@refs/tags/main"},
        {"path": f"{reuse.WORKFLOW}@lain.yml"},
        {"path": f"asing/terbit/{reuse.WORKFLOW}"},
        {"event": "pull_request"},
        {"event": "pull_request_target"},
        {"event": "workflow_run"},
        {"fork": "asing/terbit"},
    ],
    ids=lambda row: " ".join(row.values()),
)
def test_a_foreign_run_is_passed_over(room: GitHubRoom, other: dict[str, str]) -> None:
    ours = ran(room)
    ran(room, **other)
    assert found(room) == ours["id"]


def test_a_merged_branch_whose_workflow_was_another_is_not_believed(room: GitHubRoom) -> None:
    """Its commits are in the history of main, but main itself never stood there."""
    merged = room.newsroom.repository.resolve(f"{main(room)}^2")
    assert merged
    ran(room, merged)
    assert found(room) is None


@pytest.mark.parametrize("where", ["refs/heads/naskah/jahat", "refs/tags/main"])
def test_a_commit_beside_main_is_not_believed_whatever_its_name(
    room: GitHubRoom, where: str
) -> None:
    repository = room.newsroom.repository
    files = {reuse.WORKFLOW: b"name: Terbit\n"}
    by, at = room.who(MAINTAINER), room.tick()
    room.bot()
    commit = repository.make_commit(main(room), files, message="Lain", by=by, at=at)
    repository.git.update_ref(where, commit)
    ran(room, commit, head_branch="main")
    assert found(room) is None


def test_what_github_says_of_the_run_counts_and_not_what_stands_beside_the_artifact(
    room: GitHubRoom,
) -> None:
    number = ran(room, "b" * 40)["id"]
    room.fake.kept(
        {"id": number}, reuse.PICTURES, workflow_run={"id": number, "head_sha": main(room)}
    )
    assert found(room) is None


def test_an_expired_or_a_huge_artifact_is_passed_over(room: GitHubRoom) -> None:
    ours = ran(room)
    room.fake.kept(room.fake.ran(main(room), reuse.WORKFLOW), reuse.PICTURES, expired=True)
    huge = room.fake.ran(main(room), reuse.WORKFLOW)
    room.fake.kept(huge, reuse.PICTURES, size_in_bytes=reuse.LARGEST + 1)
    assert found(room) == ours["id"]


def test_a_flood_of_foreign_runs_costs_few_calls(room: GitHubRoom) -> None:
    ours = ran(room)
    for _ in range(2 * reuse.ASKED):
        ran(room, "b" * 40)
    room.fake.log.clear()
    assert found(room) == ours["id"]
    assert len(room.fake.log) == 2
    for _ in range(2 * reuse.ASKED):
        ran(room, path=OTHER)
    room.fake.log.clear()
    assert found(room) is None
    assert len(room.fake.log) == 1 + reuse.ASKED


def test_an_answer_that_is_no_answer_is_an_error_in_words(room: GitHubRoom) -> None:
    ran(room)
    room.fake.permissions["uji"] = {"contents": "read"}
    with pytest.raises(GitHubError, match="menolak"):
        found(room)


def test_without_github_nothing_is_asked(room_template: Path, tmp_path: Path) -> None:
    practice = Room.copy(room_template, tmp_path / "latihan")
    assert found(practice) is None


def test_the_run_is_printed_and_told_to_later_steps(
    room: GitHubRoom, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    output = tmp_path / "keluaran"
    monkeypatch.setenv("GITHUB_OUTPUT", str(output))
    monkeypatch.chdir(room.clone)
    now = ["--now", NOW.isoformat()]
    nothing = CliRunner().invoke(command, now)
    assert (nothing.exit_code, nothing.stdout, output.exists()) == (0, "", False)
    assert "semuanya dibuat dari arsip" in nothing.stderr
    number = ran(room)["id"]
    done = CliRunner().invoke(command, now)
    assert done.exit_code == 0
    assert done.stdout == output.read_text("utf-8") == f"run-id={number}\n"


def test_staff_are_not_told_of_a_command_that_is_not_for_them() -> None:
    shown = CliRunner().invoke(cli.terbit, ["--help"]).output
    assert "publish" in shown
    assert "reuse" not in shown
