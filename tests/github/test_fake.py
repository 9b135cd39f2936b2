"""What people and programs do on GitHub, and what it answers and remembers."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.github.contract import ContractError
from tests.github.fake import FakeGitHub
from tests.github.state import State, Thread

from .conftest import Caller

HEAD = "a" * 40
QUIET = settings(deadline=None, derandomize=True, max_examples=60)
NINE = datetime(2026, 11, 16, 2, 0, tzinfo=UTC)


def refused(fake: FakeGitHub, login: str, method: str, path: str, body: Any) -> str:
    """The status and the first word of a refusal."""
    answer = Caller(fake, login)(method, path, body)
    told = answer.json()
    first = next(iter(told.get("errors", [])), told["message"])
    return f"{answer.status_code} {first if isinstance(first, str) else first['message']}"


# Tokens and rights


def test_a_token_that_nobody_gave_is_refused(fake: FakeGitHub) -> None:
    answer = Caller(fake, "palsu")("GET", "pulls")
    assert (answer.status_code, answer.json()["message"]) == (401, "Bad credentials")
    answer = fake.session().get(f"{fake.host}/user")
    assert (answer.status_code, answer.json()["message"]) == (401, "Requires authentication")


def test_the_actions_token_has_no_account_of_its_own(fake: FakeGitHub) -> None:
    assert Caller(fake, "rina").get("/user")["login"] == "rina"
    assert Caller(fake)("GET", "/user").status_code == 403


def test_what_the_actions_token_writes_bears_the_bots_name(
    fake: FakeGitHub, request_1: int
) -> None:
    made = Caller(fake)("POST", f"issues/{request_1}/comments", {"body": "Lembar"}).json()
    assert (made["user"]["login"], made["user"]["id"]) == ("github-actions[bot]", 41898282)
    assert made["user"]["type"] == "Bot"


@pytest.mark.parametrize(
    ("call", "needed"),
    [
        (("GET", "pulls/1/reviews", None), {"pull-requests": "read"}),
        (("GET", "activity", None), {"contents": "read"}),
        (("GET", "issues/1/timeline", None), {"issues": "read"}),
        (("GET", "issues/1/timeline", None), {"pull_requests": "write"}),
        (("POST", f"statuses/{HEAD}", {"state": "success"}), {"statuses": "write"}),
        (("POST", "issues/1/comments", {"body": "x"}), {"pull-requests": "write"}),
        (("PUT", "pulls/1/merge", {}), {"contents": "write"}),
    ],
)
def test_a_token_may_only_what_it_was_declared_for(
    fake: FakeGitHub, request_1: int, call: tuple[str, str, Any], needed: dict[str, str]
) -> None:
    fake.permissions["uji"] = {"contents": "read"} if "contents" not in needed else {}
    answer = Caller(fake)(*call)
    assert answer.status_code == 403
    assert answer.json()["message"] == "Resource not accessible by integration"
    fake.permissions["uji"] = needed
    assert Caller(fake)(*call).ok


def test_reading_rights_are_no_writing_rights(fake: FakeGitHub, request_1: int) -> None:
    fake.permissions["uji"] = {"statuses": "read"}
    assert Caller(fake)("GET", f"commits/{HEAD}/statuses").ok
    assert refused(fake, "uji", "POST", f"statuses/{HEAD}", {"state": "success"})[:3] == "403"


def test_a_person_may_what_the_role_allows(fake: FakeGitHub, request_1: int) -> None:
    fake.person("tamu", role="read")
    told = refused(fake, "tamu", "PUT", f"pulls/{request_1}/merge", {})
    assert told == "403 Must have write rights to Repository."
    assert fake.review(request_1, "tamu", "COMMENT", "Bagus.")


def test_a_private_repository_is_not_there_for_strangers(fake: FakeGitHub) -> None:
    fake.state.repository["private"] = True
    fake.tokens["asing"] = "orang-asing"
    assert refused(fake, "asing", "GET", "pulls", None) == "404 Not Found"
    assert Caller(fake, "rina").get("pulls") == []


def test_another_repository_is_not_there(fake: FakeGitHub) -> None:
    assert Caller(fake)("GET", "/repos/contoh/lain/pulls").status_code == 404
    assert Caller(fake)("GET", "/repos/Contoh/Terbit/pulls").ok


@pytest.mark.parametrize(
    ("login", "role", "told"),
    [("rina", "maintain", "write"), ("rina", "triage", "read"), ("warga", "read", "read")],
)
def test_what_a_person_may_do_is_told(fake: FakeGitHub, login: str, role: str, told: str) -> None:
    fake.state.account("warga")
    if login in fake.state.collaborators:
        fake.state.collaborators[login] = role
    answer = Caller(fake).get(f"collaborators/{login}/permission")
    assert (answer["permission"], answer["role_name"]) == (told, role)


# Requests


def test_a_branch_has_one_open_request(fake: FakeGitHub, request_1: int) -> None:
    row = {"title": "Lagi", "head": "draf/kabar", "base": "main"}
    told = refused(fake, "rina", "POST", "pulls", row)
    assert told == "422 A pull request already exists for contoh:draf/kabar."


def test_a_branch_without_commits_of_its_own_has_none(fake: FakeGitHub, request_1: int) -> None:
    fake.push("rina", "kosong", "b" * 40)
    row = {"title": "Kosong", "head": "kosong", "base": "main"}
    assert refused(fake, "rina", "POST", "pulls", row) == ("422 No commits between main and kosong")


def test_workflows_open_no_requests_unless_the_setting_says_so(
    fake: FakeGitHub, request_1: int
) -> None:
    fake.memory.add([{"sha": "d" * 40, "parents": [{"sha": "b" * 40}]}])
    fake.push("rina", "lain", "d" * 40)
    row = {"title": "Kabar", "head": "lain", "base": "main"}
    assert refused(fake, "uji", "POST", "pulls", row)[:3] == "403"
    fake.state.workflow["can_approve_pull_request_reviews"] = True
    assert Caller(fake)("POST", "pulls", row).ok


def test_lists_of_requests_are_chosen_by_state_and_branch(fake: FakeGitHub, request_1: int) -> None:
    api = Caller(fake)
    assert [row["number"] for row in api.get("pulls")] == [request_1]
    assert api.get("pulls?head=contoh:draf/kabar&base=main")
    assert not api.get("pulls?head=contoh:lain")
    assert not api.get("pulls?base=arsip")
    Caller(fake, "rina")("PATCH", f"pulls/{request_1}", {"state": "closed"})
    assert (api.get("pulls"), len(api.get("pulls?state=closed"))) == ([], 1)


def test_closing_reopening_and_renaming_stand_in_the_timeline(
    fake: FakeGitHub, request_1: int
) -> None:
    rina = Caller(fake, "rina")
    for body in ({"title": "Kabar baru"}, {"state": "closed"}, {"state": "open"}):
        rina("PATCH", f"pulls/{request_1}", body)
    events = [row["event"] for row in rina.get(f"issues/{request_1}/timeline")]
    assert events == ["committed", "renamed", "closed", "reopened"]


def test_labels_come_and_go(fake: FakeGitHub, request_1: int) -> None:
    rina = Caller(fake, "rina")
    for names in (["siap", "berita"], ["berita"]):
        rina("PATCH", f"issues/{request_1}", {"labels": names})
    assert [row["name"] for row in rina.get(f"pulls/{request_1}")["labels"]] == ["berita"]
    rows = rina.get(f"issues/{request_1}/timeline")[1:]
    assert [(row["event"], row["label"]["name"]) for row in rows] == [
        ("labeled", "siap"),
        ("labeled", "berita"),
        ("unlabeled", "siap"),
    ]


def test_an_issue_is_no_request(fake: FakeGitHub) -> None:
    account = fake.state.account("warga")
    fake.state.threads[5] = Thread(5, "Bukti tayang", account, "2026-11-16T01:00:00Z")
    assert "pull_request" not in Caller(fake).get("issues/5")
    assert Caller(fake)("GET", "pulls/5").status_code == 404


# Reviews


def test_the_opener_cannot_approve(fake: FakeGitHub, request_1: int) -> None:
    for event, told in (
        ("APPROVE", "422 Can not approve your own pull request"),
        ("REQUEST_CHANGES", "422 Can not request changes on your own pull request"),
    ):
        body = {"event": event, "body": "x"}
        assert refused(fake, "rina", "POST", f"pulls/{request_1}/reviews", body) == told
    assert fake.review(request_1, "rina", "COMMENT", "Sudah diperbaiki.")


def test_workflows_cannot_approve(fake: FakeGitHub, request_1: int) -> None:
    told = refused(fake, "uji", "POST", f"pulls/{request_1}/reviews", {"event": "APPROVE"})
    assert told.startswith("422 GitHub Actions is not permitted")


def test_an_objection_needs_words(fake: FakeGitHub, request_1: int) -> None:
    body = {"event": "REQUEST_CHANGES", "body": ""}
    assert refused(fake, "hendra", "POST", f"pulls/{request_1}/reviews", body)[:3] == "422"


def test_a_pending_review_is_seen_by_its_author_only(fake: FakeGitHub, request_1: int) -> None:
    hendra, path = Caller(fake, "hendra"), f"pulls/{request_1}/reviews"
    hendra("POST", path, {"body": "Nanti."})
    assert Caller(fake, "rina").get(path) == []
    (row,) = hendra.get(path)
    assert row["state"] == "PENDING"
    assert "submitted_at" not in row


def test_a_review_is_bound_to_the_head_and_dated(fake: FakeGitHub, request_1: int) -> None:
    fake.now = NINE
    number = fake.review(request_1, "hendra")
    (row,) = Caller(fake).get(f"pulls/{request_1}/reviews")
    assert (row["id"], row["state"], row["commit_id"]) == (number, "APPROVED", HEAD)
    assert row["submitted_at"] == "2026-11-16T02:00:00Z"
    assert row["author_association"] == "COLLABORATOR"


def test_who_reviews_is_no_longer_asked(fake: FakeGitHub, request_1: int) -> None:
    path = f"pulls/{request_1}/requested_reviewers"
    Caller(fake, "rina")("POST", path, {"reviewers": ["Hendra"]}).raise_for_status()
    asked = Caller(fake).get(f"pulls/{request_1}")["requested_reviewers"]
    assert [person["login"] for person in asked] == ["hendra"]
    fake.review(request_1, "hendra")
    assert Caller(fake).get(f"pulls/{request_1}")["requested_reviewers"] == []


@pytest.mark.parametrize(
    ("login", "told"),
    [
        ("Rina", "422 Review cannot be requested from pull request author."),
        ("warga", "422 Reviews may only be requested from collaborators."),
    ],
)
def test_the_opener_and_strangers_cannot_be_asked(
    fake: FakeGitHub, request_1: int, login: str, told: str
) -> None:
    path = f"pulls/{request_1}/requested_reviewers"
    assert refused(fake, "hendra", "POST", path, {"reviewers": [login]}).startswith(told)


def test_what_a_dismissed_review_was_only_the_timeline_tells(
    fake: FakeGitHub, request_1: int
) -> None:
    number = fake.review(request_1, "hendra", "REQUEST_CHANGES", "Perbaiki judul.")
    path = f"pulls/{request_1}/reviews/{number}/dismissals"
    Caller(fake, "rina")("PUT", path, {"message": "Sudah."}).raise_for_status()
    (row,) = Caller(fake).get(f"pulls/{request_1}/reviews")
    assert row["state"] == "DISMISSED"
    event = Caller(fake).get(f"issues/{request_1}/timeline")[-1]
    assert (event["event"], event["actor"]["login"]) == ("review_dismissed", "rina")
    assert event["dismissed_review"] == {
        "state": "changes_requested",
        "review_id": number,
        "dismissal_message": "Sudah.",
    }
    assert refused(fake, "rina", "PUT", path, {"message": "Lagi."}) == (
        "422 Can not dismiss a dismissed pull request review"
    )


def test_a_deleted_account_leaves_its_review_behind(fake: FakeGitHub, request_1: int) -> None:
    fake.review(request_1, "hendra")
    fake.delete_account("hendra")
    (row,) = Caller(fake).get(f"pulls/{request_1}/reviews")
    assert (row["user"], row["state"]) == (None, "APPROVED")
    fake.delete_account("rina")
    assert Caller(fake).get(f"pulls/{request_1}")["user"]["login"] == "ghost"


def test_reviews_and_comments_stand_in_the_timeline_too(fake: FakeGitHub, request_1: int) -> None:
    fake.act("rina", "POST", f"issues/{request_1}/comments", {"body": "Mohon ditinjau."})
    fake.now += timedelta(minutes=1)
    fake.review(request_1, "hendra")
    rows = Caller(fake).get(f"issues/{request_1}/timeline")
    assert [row["event"] for row in rows] == ["committed", "commented", "reviewed"]
    assert rows[-1]["state"] == "approved"


# Statuses and comments


def test_the_newest_status_comes_first_and_names_its_creator(
    fake: FakeGitHub, request_1: int
) -> None:
    for token, state in (("rina", "success"), ("uji", "pending")):
        body = {"state": state, "context": "Gerbang SOP", "description": state}
        Caller(fake, token)("POST", f"statuses/{HEAD}", body).raise_for_status()
    rows = Caller(fake).get(f"commits/{HEAD}/statuses")
    assert [(row["state"], row["creator"]["login"]) for row in rows] == [
        ("pending", "github-actions[bot]"),
        ("success", "rina"),
    ]


@pytest.mark.parametrize(("length", "status"), [(140, 201), (141, 422)])
def test_a_status_has_at_most_140_characters(
    fake: FakeGitHub, request_1: int, length: int, status: int
) -> None:
    body = {"state": "success", "description": "é" * length}
    assert Caller(fake)("POST", f"statuses/{HEAD}", body).status_code == status


def test_a_status_needs_a_commit_that_is_there(fake: FakeGitHub) -> None:
    told = refused(fake, "uji", "POST", "statuses/" + "9" * 40, {"state": "success"})
    assert told == f"422 No commit found for SHA: {'9' * 40}"


def test_comments_are_made_changed_and_deleted(fake: FakeGitHub, request_1: int) -> None:
    rina, path = Caller(fake, "rina"), f"issues/{request_1}/comments"
    number = rina("POST", path, {"body": "Satu"}).json()["id"]
    fake.now += timedelta(hours=1)
    rina("PATCH", f"issues/comments/{number}", {"body": "Dua"}).raise_for_status()
    (row,) = rina.get(path)
    assert (row["body"], row["created_at"] < row["updated_at"]) == ("Dua", True)
    assert rina("DELETE", f"issues/comments/{number}").status_code == 204
    assert rina.get(path) == []
    assert rina("DELETE", f"issues/comments/{number}").status_code == 404


def test_a_comment_of_somebody_else_stays_with_those_who_may_only_read(
    fake: FakeGitHub, request_1: int
) -> None:
    number = fake.act("rina", "POST", f"issues/{request_1}/comments", {"body": "Satu"})["id"]
    fake.person("tamu", role="read")
    path = f"issues/comments/{number}"
    assert refused(fake, "tamu", "PATCH", path, {"body": "Dua"})[:3] == "403"
    assert Caller(fake, "hendra")("PATCH", path, {"body": "Dua"}).ok


@pytest.mark.parametrize(("body", "status"), [(" ", 422), ("x" * 65_536, 201), ("x" * 65_537, 422)])
def test_a_comment_is_neither_empty_nor_endless(
    fake: FakeGitHub, request_1: int, body: str, status: int
) -> None:
    path = f"issues/{request_1}/comments"
    assert Caller(fake)("POST", path, {"body": body}).status_code == status


# Lists


def walk(api: Caller, path: str) -> list[int]:
    """Ids on all pages, by the links that GitHub gives."""
    ids, url = list[int](), f"{api.fake.host}/repos/{api.fake.repo}/{path}"
    while url:
        answer = api.session.get(url)
        assert answer.json() or not ids, "a link led to an empty page"
        ids += [row["id"] for row in answer.json()]
        url = answer.links.get("next", {}).get("url", "")
        assert url.startswith((api.fake.host, "https://api.github.test")) or not url
    return ids


@QUIET
@given(count=st.integers(0, 9), size=st.integers(1, 4))
def test_pages_together_hold_every_row_once(count: int, size: int) -> None:
    fake = FakeGitHub()
    fake.state.labels = [{"id": n, "name": f"l{n}", "color": "ededed"} for n in range(count)]
    assert walk(Caller(fake), f"labels?per_page={size}") == list(range(count))


@QUIET
@given(count=st.integers(0, 9), size=st.integers(1, 4))
def test_cursors_lead_through_every_push_once_newest_first(count: int, size: int) -> None:
    fake = FakeGitHub()
    for number in range(count):
        fake.push("rina", f"cabang-{number}", f"{number + 1:040x}")
    ids = [row["id"] for row in fake.state.activity]
    assert walk(Caller(fake), f"activity?per_page={size}") == ids[::-1]
    assert walk(Caller(fake), f"activity?per_page={size}&direction=asc") == ids


def test_a_page_holds_30_rows_and_never_more_than_100(fake: FakeGitHub) -> None:
    fake.state.labels = [{"id": n, "name": f"l{n}", "color": "ededed"} for n in range(120)]
    api = Caller(fake)
    assert [len(api.get(f"labels{query}")) for query in ("", "?per_page=500", "?page=4")] == [
        30,
        100,
        30,
    ]
    assert api.get("labels?page=5") == []


def test_a_cursor_that_nobody_gave_is_refused(fake: FakeGitHub) -> None:
    assert Caller(fake)("GET", "activity?after=eA==").status_code == 422


# Rules


def test_a_ruleset_holds_the_merge_until_its_status_is_green(
    fake: FakeGitHub, request_1: int
) -> None:
    ruleset, path = fake.require("Gerbang SOP"), f"pulls/{request_1}/merge"
    told = '405 Repository rule violations found\n\nRequired status check "Gerbang SOP"'
    assert refused(fake, "hendra", "PUT", path, {}).startswith(told)
    for state in ("success", "pending"):
        row = {"state": state, "context": "Gerbang SOP"}
        Caller(fake)("POST", f"statuses/{HEAD}", row)
    assert refused(fake, "hendra", "PUT", path, {}).startswith(told)
    ruleset["enforcement"] = "disabled"
    assert Caller(fake, "hendra")("PUT", path, {}).ok


def test_a_status_of_the_wrong_source_is_not_green(fake: FakeGitHub, request_1: int) -> None:
    (check,) = fake.require("Gerbang SOP")["rules"][0]["parameters"]["required_status_checks"]
    check["integration_id"] = 15368
    row, path = {"state": "success", "context": "Gerbang SOP"}, f"pulls/{request_1}/merge"
    Caller(fake, "rina")("POST", f"statuses/{HEAD}", row)
    assert Caller(fake, "hendra")("PUT", path, {}).status_code == 405
    Caller(fake)("POST", f"statuses/{HEAD}", row)
    assert Caller(fake, "hendra")("PUT", path, {}).ok


def test_native_approvals_are_counted_of_those_who_may_write(
    fake: FakeGitHub, request_1: int
) -> None:
    ruleset = fake.require()
    parameters = {"required_approving_review_count": 1}
    ruleset["rules"] = [{"type": "pull_request", "parameters": parameters}]
    fake.person("tamu", role="read")
    fake.review(request_1, "tamu")
    path = f"pulls/{request_1}/merge"
    assert Caller(fake, "hendra")("PUT", path, {}).status_code == 405
    fake.review(request_1, "hendra")
    assert Caller(fake, "hendra")("PUT", path, {}).ok


def test_a_test_can_set_a_rule_of_its_own(fake: FakeGitHub, request_1: int) -> None:
    fake.rules.append(lambda _, thread: f"#{thread.number} is not ready")
    told = refused(fake, "hendra", "PUT", f"pulls/{request_1}/merge", {})
    assert told.endswith("#1 is not ready")


def test_methods_of_merging_can_be_forbidden(fake: FakeGitHub, request_1: int) -> None:
    fake.state.repository["allow_squash_merge"] = False
    path = f"pulls/{request_1}/merge"
    told = refused(fake, "hendra", "PUT", path, {"merge_method": "squash"})
    assert told == "405 Squash commits are not allowed on this repository."


@pytest.mark.parametrize("hindrance", [{"draft": True}, {"mergeable": False}, {"mergeable": None}])
def test_what_is_a_draft_or_does_not_fit_is_not_merged(
    fake: FakeGitHub, request_1: int, hindrance: dict[str, Any]
) -> None:
    fake.request(request_1).request.update(hindrance)
    told = refused(fake, "hendra", "PUT", f"pulls/{request_1}/merge", {})
    assert told == "405 Pull Request is not mergeable"


# The memory itself


def test_the_state_can_be_saved_and_gone_on_with(fake: FakeGitHub, request_1: int) -> None:
    fake.review(request_1, "hendra")
    fake.permissions["uji"] = {"contents": "read"}
    text = fake.state.dump()
    assert State.load(text).dump() == text
    other = FakeGitHub()
    other.restore(text)
    assert Caller(other, "rina").get("pulls/1/reviews") == Caller(fake, "rina").get(
        "pulls/1/reviews"
    )


def test_every_call_of_the_code_is_logged_and_no_act_of_people(
    fake: FakeGitHub, request_1: int
) -> None:
    Caller(fake).get("pulls?state=all")
    Caller(fake, "rina")("POST", "issues/1/comments", {"body": "x"})
    assert [tuple(call) for call in fake.log] == [
        ("GET", "/repos/contoh/terbit/pulls", {"state": "all"}, "github-actions[bot]", 200),
        ("POST", "/repos/contoh/terbit/issues/1/comments", {}, "rina", 201),
    ]


def test_a_free_plan_has_rules_for_public_repositories_only(fake: FakeGitHub) -> None:
    admin = Caller(fake, fake.person("bos", role="admin"))
    assert admin("GET", "rulesets").ok
    fake.state.repository["private"] = True
    assert admin("GET", "rulesets").json()["message"].startswith("Upgrade to GitHub Pro")
    fake.state.organization = {"plan": {"name": "team", "space": 1, "private_repos": 1}}
    assert admin("GET", "rulesets").ok


def test_who_may_bypass_is_told_to_those_only_who_may_change_it(fake: FakeGitHub) -> None:
    admin, number = Caller(fake, fake.person("bos", role="admin")), fake.require("x")["id"]
    fake.state.rulesets[0]["bypass_actors"] = []
    assert "bypass_actors" in admin.get(f"rulesets/{number}")
    assert "bypass_actors" not in Caller(fake, "rina").get(f"rulesets/{number}")


def test_an_environment_has_patterns_only_if_its_policy_says_so(fake: FakeGitHub) -> None:
    admin, path = Caller(fake, fake.person("bos", role="admin")), "environments/media-sosial"
    more = f"{path}/deployment-branch-policies"
    admin("PUT", path, {}).raise_for_status()
    assert admin("POST", more, {"name": "main"}).status_code == 404
    both = {"protected_branches": False, "custom_branch_policies": True}
    admin("PUT", path, {"deployment_branch_policy": both}).raise_for_status()
    assert admin("POST", more, {"name": "main"}).ok
    assert [row["name"] for row in admin.get(more)["branch_policies"]] == ["main"]
    admin("PUT", path, {"deployment_branch_policy": None}).raise_for_status()
    assert admin.get(more)["total_count"] == 0


def test_what_github_would_heed_and_the_fake_does_not_is_loud(
    fake: FakeGitHub, request_1: int
) -> None:
    with pytest.raises(ContractError, match="does not heed since"):
        Caller(fake)("GET", "commits?since=2026-11-16T00:00:00Z")
    with pytest.raises(ContractError, match="does not heed assignees"):
        Caller(fake)("PATCH", f"issues/{request_1}", {"assignees": ["rina"]})


def test_events_can_be_left_out_of_a_timeline(fake: FakeGitHub, request_1: int) -> None:
    fake.review(request_1, "hendra")
    rows = Caller(fake).get(f"issues/{request_1}/timeline?exclude=committed,commented")
    assert [row["event"] for row in rows] == ["reviewed"]


def test_an_issue_tells_why_it_was_closed(fake: FakeGitHub) -> None:
    account = fake.state.account("warga")
    fake.state.threads[5] = Thread(5, "Bukti tayang", account, "2026-11-16T01:00:00Z")
    for body, told in (
        ({"state": "closed", "state_reason": "not_planned"}, "not_planned"),
        ({"state": "open"}, "reopened"),
        ({"state": "closed"}, "completed"),
    ):
        assert Caller(fake)("PATCH", "issues/5", body).json()["state_reason"] == told


def test_a_commit_on_the_default_branch_names_merged_requests_only(
    fake: FakeGitHub, request_1: int
) -> None:
    assert Caller(fake).get(f"commits/{HEAD}/pulls")
    fake.state.refs["refs/heads/main"] = HEAD
    assert Caller(fake).get(f"commits/{HEAD}/pulls") == []
