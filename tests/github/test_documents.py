"""Facts documents served as REST answers: what GitHub would have told, and no more."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.core.gate.scenario import EXAMPLES, Scene, written
from tests.github.fake import FakeGitHub

from .conftest import Caller

ALL = sorted(path.name for path in EXAMPLES.iterdir())
REPO = "kantor/terbit"


def served(document: dict[str, Any]) -> Caller:
    """A caller of a fake that serves a document."""
    fake = FakeGitHub(document["pr"]["base"]["repo"]["full_name"])
    fake.load_facts(document)
    return Caller(fake)


def login(row: dict[str, Any] | None) -> str | None:
    return None if row is None else row["login"]


@pytest.mark.parametrize("name", ALL)
def test_an_example_is_served_whole_and_as_github_describes_it(name: str) -> None:
    document = json.loads(Path(EXAMPLES / name / "facts.json").read_text("utf-8"))
    api, pr, number = served(document), document["pr"], document["pr"]["number"]
    whole = api.get(f"pulls/{number}")
    assert (whole["head"]["sha"], whole["user"]["login"]) == (
        pr["head"]["sha"],
        pr["user"]["login"],
    )
    commits = api.get(f"pulls/{number}/commits")
    assert [row["sha"] for row in commits] == [row["sha"] for row in document["commits"]]
    assert [login(row["author"]) for row in commits] == [
        login(row["author"]) for row in document["commits"]
    ]
    files = api.get(f"pulls/{number}/files")
    assert [row["filename"] for row in files] == [row["filename"] for row in pr["files"]]
    keys = ("id", "state", "commit_id", "submitted_at", "body")
    reviews = api.get(f"pulls/{number}/reviews")
    assert [[row[key] for key in keys] for row in reviews] == [
        [row[key] for key in keys] for row in document["reviews"]
    ]
    told = [row for row in api.get(f"issues/{number}/timeline") if "dismissed_review" in row]
    assert len(told) == len(document.get("timeline", ()))
    assert api.fake.unschematic == []


def test_pushes_are_on_the_list_of_our_repository_only() -> None:
    scene = written()
    assert len(served(scene.doc).get("activity?ref=refs/heads/naskah/kabar")) == 1
    scene.doc["pr"]["head"]["repo"]["full_name"] = "warga-iseng/terbit"
    assert served(scene.doc).get("activity") == []


def test_digests_are_given_to_the_test_and_never_by_an_answer() -> None:
    scene = written()
    api = served(scene.doc)
    assert "content" not in api.get(f"commits/{scene.head}")
    assert api.fake.memory.digest_of(scene.head) == "D1"
    assert api.fake.memory.changed(scene.head)
    assert api.fake.memory.digest_of("9" * 40) is None


def test_a_commit_that_left_the_branch_can_be_fetched_unless_it_is_gone() -> None:
    scene = written()
    old = scene.head
    scene.force_push("rina-admin", "D2")
    api = served(scene.doc)
    assert [row["sha"] for row in api.get(f"compare/main...{old}")["commits"]] == [old]
    scene.doc["old_commits"][0]["gone"] = True
    api = served(scene.doc)
    assert api("GET", f"commits/{old}").status_code == 422
    assert api("GET", f"compare/main...{old}").status_code == 404


def test_commits_of_the_draft_are_found_by_its_folder_newest_first() -> None:
    scene = written()
    scene.draft_commit("rina-admin")
    scene.draft_commit("hendra-irban1")
    rows = served(scene.doc).get("commits?sha=main&path=drafts/kerja-bakti")
    assert [row["author"]["login"] for row in rows] == ["hendra-irban1", "rina-admin"]


def test_other_requests_with_the_same_head_are_open_too() -> None:
    scene = written()
    scene.also_open(42)
    api = served(scene.doc)
    rows = api.get("pulls")
    assert [(row["number"], row["head"]["sha"]) for row in rows] == [
        (42, scene.head),
        (7, scene.head),
    ]
    assert len({row["head"]["ref"] for row in rows}) == 2


def test_members_of_a_team_are_listed_and_an_unreadable_team_is_not_there() -> None:
    scene = written()
    scene.team("kantor/ketua-ppid", "warga-iseng")
    scene.doc["team_members"]["kantor/lain"] = None
    api = served(scene.doc)
    assert api.get("/orgs/kantor/teams/ketua-ppid/members")[0]["login"] == "warga-iseng"
    assert api("GET", "/orgs/kantor/teams/lain/members").status_code == 404


@pytest.mark.parametrize(
    ("part", "path"),
    [
        ("commits", "pulls/7/commits"),
        ("reviews", "pulls/7/reviews"),
        ("activity", "activity"),
        ("draft_commits", "commits?sha=main&path=drafts/kerja-bakti"),
        ("review_comments", "pulls/7/comments"),
    ],
)
def test_a_part_that_could_not_be_read_fails_every_time_and_no_other_part(
    part: str, path: str
) -> None:
    scene = written()
    scene.doc[part] = None
    api = served(scene.doc)
    assert [api("GET", path).status_code for _ in range(3)] == [502, 502, 502]
    assert api("GET", "pulls/7").ok
    assert api("GET", "issues/7/timeline").ok


@pytest.mark.parametrize(
    ("change", "path"),
    [
        (lambda doc: doc["commits"][0].update(author={"login": "x"}), "pulls/7/commits"),
        (lambda doc: doc["pr"]["head"].update(repo=None), "pulls/7"),
        (lambda doc: doc["pr"]["files"][0].update(status="baru"), "pulls/7/files"),
    ],
)
def test_what_the_description_forbids_is_served_all_the_same_and_counted(
    change: Any, path: str
) -> None:
    scene = written()
    change(scene.doc)
    api = served(scene.doc)
    assert api.get(path)
    ((method, where, why),) = api.fake.unschematic
    assert (method, where) == ("GET", f"/repos/{REPO}/{path}")
    assert "is not as GitHub describes it" in why


def test_an_unknown_state_of_a_review_is_served_as_it_is() -> None:
    scene = written()
    scene.review("hendra-irban1", "UNKNOWN")
    assert served(scene.doc).get("pulls/7/reviews")[0]["state"] == "UNKNOWN"


def test_a_document_can_be_gone_on_with() -> None:
    scene: Scene = written()
    api = served(scene.doc)
    api.fake.person("hendra-irban1", 9102)
    api.fake.review(7, "hendra-irban1")
    api.fake.act("hendra-irban1", "PUT", "pulls/7/merge", {"sha": scene.head})
    whole = api.get("pulls/7")
    assert (whole["merged"], whole["state"]) == (True, "closed")


def test_a_saved_document_is_served_after_the_restart_too() -> None:
    scene = written()
    api = served(scene.doc)
    other = FakeGitHub(REPO)
    other.restore(api.fake.state.dump())
    for path in ("pulls/7", "pulls/7/commits", "pulls/7/files", f"commits/{scene.head}"):
        assert Caller(other).get(path) == api.get(path)
