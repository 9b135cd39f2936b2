"""The facts document: the shapes of GitHub's REST API, with what they leave out."""

from __future__ import annotations

from copy import deepcopy
from datetime import UTC, datetime
from typing import Any

import pytest

from terbit.core.facts import Account, FactsError, account, from_json, moment

from .gate.scenario import written


def document() -> dict[str, Any]:
    scene = written()
    review = scene.approve("hendra-irban1")
    note = {
        "id": 9001,
        "user": scene.account("hendra-irban1"),
        "body": "Angka ini?",
        "path": "content/berita/2026/11/kerja-bakti/index.md",
        "line": 12,
        "original_line": 11,
        "created_at": scene.tick(None),
        "in_reply_to_id": None,
        "pull_request_review_id": review,
        "original_commit_id": scene.head,
    }
    scene.doc["review_comments"] = [note]
    return deepcopy(scene.doc)


def test_a_document_becomes_facts() -> None:
    facts = from_json(document())
    assert facts.request.number == 7
    assert facts.request.opener == Account("rina-admin", 2001)
    assert facts.commits[0].digest == "D1"
    assert facts.activity[0].kind == "branch_creation"
    assert facts.reviews[0].state == "APPROVED"
    assert facts.line_notes[0].review == facts.reviews[0].id
    assert (facts.line_notes[0].line, facts.line_notes[0].original_line) == (12, 11)
    assert facts.faults == ()


@pytest.mark.parametrize(
    ("text", "hour"),
    [
        ("2026-11-16T01:00:00Z", 1),
        ("2026-11-16T08:00:00+07:00", 1),
        ("2026-11-16T01:00:00", 1),
        ("2026-11-16T01:00:00.000Z", 1),
    ],
)
def test_moments(text: str, hour: int) -> None:
    assert moment(text) == datetime(2026, 11, 16, hour, tzinfo=UTC)


@pytest.mark.parametrize("text", ["kemarin", None, ""])
def test_what_is_no_moment(text: object) -> None:
    with pytest.raises(FactsError, match="not a time"):
        moment(text)


@pytest.mark.parametrize("row", [None, {}, [], "hendra", {"login": "hendra"}, {"id": None}])
def test_an_account_without_a_number_is_gone(row: object) -> None:
    assert account(row) is None


@pytest.mark.parametrize(
    ("row", "human"),
    [
        ({"id": 1, "login": "hendra"}, True),
        ({"id": 1, "login": "hendra", "type": None}, True),
        ({"id": 1, "login": "hendra", "type": "Bot"}, False),
        ({"id": 1, "login": "hendra", "type": "Organization"}, False),
        ({"id": 1, "login": "hendra", "type": "Mannequin"}, False),
        ({"id": 1, "login": "x[bot]", "type": "User"}, False),
        ({"id": 19864447, "login": "web-flow", "type": "User"}, False),
    ],
)
def test_who_is_human(row: dict[str, Any], human: bool) -> None:
    found = account(row)
    assert found is not None
    assert found.human is human


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("pr", "user"), None),
        (("pr", "user"), {}),
        (("pr", "base", "repo"), None),
        (("pr", "title"), None),
        (("pr", "labels"), None),
        (("commits", 0, "author"), {}),
        (("commits", 0, "committer"), None),
        (("commits", 0, "commit"), None),
        (("commits", 0, "commit", "author"), None),
        (("commits", 0, "commit", "message"), None),
        (("commits", 0, "parents"), None),
        (("activity", 0, "actor"), None),
        (("activity", 0, "before"), None),
        (("reviews", 0, "user"), None),
        (("reviews", 0, "body"), None),
        (("reviews", 0, "state"), None),
        (("reviews", 0, "commit_id"), None),
        (("reviews", 0, "submitted_at"), None),
        (("review_comments",), None),
        (("review_comments", 0, "user"), None),
        (("review_comments", 0, "body"), None),
        (("review_comments", 0, "path"), None),
        (("review_comments", 0, "line"), None),
        (("review_comments", 0, "original_line"), None),
        (("review_comments", 0, "in_reply_to_id"), None),
        (("review_comments", 0, "pull_request_review_id"), None),
        (("review_comments", 0, "original_commit_id"), None),
        (("timeline",), None),
        (("team_members",), None),
        (("team_members",), []),
        (("merge_group",), None),
    ],
)
def test_fields_that_may_be_null_or_missing(path: tuple[Any, ...], value: object) -> None:
    doc = document()
    place: Any = doc
    for part in path[:-1]:
        place = place[part]
    place[path[-1]] = value
    from_json(doc)
    del place[path[-1]]
    from_json(doc)


@pytest.mark.parametrize("path", [("now",), ("pr",), ("pr", "head"), ("pr", "created_at")])
def test_what_no_verdict_can_do_without(path: tuple[str, ...]) -> None:
    doc = document()
    place: Any = doc
    for part in path[:-1]:
        place = place[part]
    del place[path[-1]]
    with pytest.raises(FactsError):
        from_json(doc)


@pytest.mark.parametrize("doc", [None, [], "x", {"now": "2026-11-16T01:00:00Z", "pr": []}])
def test_what_is_no_document(doc: object) -> None:
    with pytest.raises(FactsError):
        from_json(doc)


def test_a_state_in_capitals_is_the_same_state() -> None:
    doc = document()
    doc["pr"]["state"] = "OPEN"
    assert from_json(doc).request.state == "open"


def test_a_renamed_file_touches_both_names() -> None:
    doc = document()
    doc["pr"]["files"] = [{"filename": "a", "previous_filename": "b"}, {"filename": "c"}]
    files = from_json(doc).request.files
    assert files is not None
    assert [file.names for file in files] == [("a", "b"), ("c",)]


def test_timeline_events_other_than_dismissals_are_passed_over() -> None:
    doc = document()
    doc["timeline"] = [{"event": "labeled"}, {"event": "committed", "sha": "1"}]
    assert from_json(doc).dismissals == ()


def test_a_commit_without_content_counts_as_a_change_of_unknown_text() -> None:
    doc = document()
    del doc["commits"][0]["content"]
    commit = from_json(doc).commits[0]
    assert (commit.digest, commit.changed) == (None, True)


def test_the_activity_list_is_put_into_its_order() -> None:
    scene = written()
    for number in range(2, 6):
        scene.push("rina-admin", f"D{number}", at="09:00")
    expected = [push.after for push in scene.facts().activity]
    assert expected == [row["after"] for row in scene.doc["activity"]]
    scene.doc["activity"].reverse()
    assert [push.after for push in scene.facts().activity] == expected


def test_a_line_note_without_a_line_is_outdated() -> None:
    doc = document()
    assert not from_json(doc).line_notes[0].outdated
    doc["review_comments"][0]["line"] = None
    assert from_json(doc).line_notes[0].outdated


def test_names_of_faults() -> None:
    doc = document()
    doc["reviews"] = None
    doc["fetch"] = {"timeline": "502", "commits": {"page 2": "timeout", "page 1": "ok"}}
    assert from_json(doc).faults == ("reviews", "timeline", "page 2")


def test_teams() -> None:
    doc = document()
    member = {"login": "a", "id": 1}
    doc["team_members"] = {"x/satu": [member, "b", None], "x/dua": None}
    teams = from_json(doc).teams
    assert teams == {"x/satu": (Account("a", 1), Account("b", 0)), "x/dua": None}


@pytest.mark.parametrize("fetch", [{"truncated": False}, {"reviews": {"missing_pages": 0}}])
def test_a_flag_of_trouble_that_is_not_raised_is_no_fault(fetch: object) -> None:
    assert from_json({**document(), "fetch": fetch}).faults == ()


@pytest.mark.parametrize("fetch", [{"complete": False}, {"reviews": {"missing_pages": 1}}])
def test_what_is_not_clearly_fine_is_a_fault(fetch: object) -> None:
    assert from_json({**document(), "fetch": fetch}).faults
