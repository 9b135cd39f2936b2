"""From found to wanted: every difference is told, mended once, and nothing else is touched."""

from __future__ import annotations

from dataclasses import replace

import pytest

from terbit.forges.github.changes import compare
from terbit.forges.github.client import GitHubError
from terbit.forges.github.settings import GATE_RULESET, wanted
from tests.forges.github.breakages import BREAKAGES
from tests.forges.github.desk import (
    OFFICE,
    github,
    look,
    parameters,
    prepared,
    reader,
    ruleset,
    writer,
)
from tests.github.fake import FakeGitHub
from tests.rooms import MAINTAINER, VERIFIER

BY_HAND = {"Cabang utama: nama cabang utama"}
NEW = {"type": "branch", "id": 1, "node_id": "x"}


def _told(fake: FakeGitHub) -> list[str]:
    return [f"{c.part}: {row.name}" for c in look(fake).changes for row in c.differences]


def _mend(fake: FakeGitHub) -> None:
    for change in look(fake).changes:
        writer(fake).apply(change)


def _writes(fake: FakeGitHub) -> list[str]:
    return [f"{call.method} {call.path}" for call in fake.log if call.method != "GET"]


def test_a_new_repository_becomes_as_wanted() -> None:
    fake = prepared()
    assert look(fake).changes == ()
    assert look(fake).unread == {}
    assert _writes(fake) == []


@pytest.mark.parametrize("words", BREAKAGES)
def test_each_setting_that_drifts_is_told_alone_and_mended(words: str) -> None:
    fake = prepared()
    BREAKAGES[words](fake)
    (told,) = _told(fake)
    assert told.startswith(words)
    if words not in BY_HAND:
        _mend(fake)
        assert _told(fake) == []


@pytest.mark.parametrize("words", BREAKAGES)
def test_only_the_part_that_differs_is_written(words: str) -> None:
    fake = prepared()
    BREAKAGES[words](fake)
    fake.log.clear()
    _mend(fake)
    assert len({call.partition("/deployment")[0].split()[1] for call in _writes(fake)}) <= 1


def test_to_look_is_not_to_write() -> None:
    fake = github()
    assert look(fake).changes
    assert _writes(fake) == []


def test_what_the_office_has_added_to_a_rule_stays() -> None:
    fake = prepared()
    restriction = {"enabled": True, "allowed_actors": []}
    review = parameters(fake, GATE_RULESET, "pull_request")
    review |= {"dismissal_restriction": restriction}
    assert _told(fake) == []
    review |= {"require_code_owner_review": False}
    _mend(fake)
    found = parameters(fake, GATE_RULESET, "pull_request")
    assert found["dismissal_restriction"] == restriction
    assert found["require_code_owner_review"] is True


def test_an_environments_reviewers_and_timer_stay() -> None:
    fake = prepared()
    person = fake.state.account(VERIFIER)
    row = fake.state.environments["media-sosial"]
    row.update(wait_timer=30, reviewers=[{"type": "User", "id": person["id"]}])
    row.update(prevent_self_review=True, deployment_branch_policy=None)
    _mend(fake)
    row = fake.state.environments["media-sosial"]
    assert row["wait_timer"] == 30
    assert row["reviewers"] == [{"type": "User", "id": person["id"]}]
    assert row["prevent_self_review"] is True
    assert [policy["name"] for policy in row["policies"]] == ["main"]


def test_the_actions_that_the_office_allows_stay() -> None:
    fake = prepared()
    fake.state.actions.update(allowed_actions="local_only", sha_pinning_required=False)
    (change,) = look(fake).changes
    assert change.calls[0].body["allowed_actions"] == "local_only"
    _mend(fake)
    assert fake.state.actions["allowed_actions"] == "local_only"
    assert fake.state.actions["sha_pinning_required"] is True


@pytest.mark.parametrize("kind", ["branch", "tag"])
def test_a_further_place_in_an_environment_is_left_to_a_person(kind: str) -> None:
    fake = prepared()
    policies = fake.state.environments["server-situs"]["policies"]
    policies.append({**NEW, "name": "coba", "type": kind})
    (change,) = look(fake).changes
    assert change.calls == ()
    assert "coba" in change.by_hand
    assert "Settings → Environments → server-situs" in change.by_hand


def test_a_tag_that_is_called_like_the_branch_is_not_the_branch() -> None:
    fake = prepared()
    fake.state.environments["server-situs"]["policies"] = [{**NEW, "name": "main", "type": "tag"}]
    (change,) = look(fake).changes
    assert [call.method for call in change.calls] == ["POST"]
    assert "tag main" in change.by_hand


def test_where_the_leaders_only_read_no_native_approval_is_asked() -> None:
    goal = wanted("main", "arsip", 0)
    fake = prepared(goal)
    assert look(fake, goal).changes == ()
    review = parameters(fake, GATE_RULESET, "pull_request")
    assert review["required_approving_review_count"] == 0
    (change,) = look(fake).changes
    assert {row.found for row in change.differences} == {"0", "tidak"}


def test_rulesets_of_others_are_neither_read_nor_changed() -> None:
    fake = prepared()
    own = {**ruleset(fake, GATE_RULESET), "id": 77, "name": "punya kantor", "rules": []}
    fake.state.rulesets.append(own)
    assert _told(fake) == []
    asked = next(call for call in fake.log if call.path.endswith("/rulesets"))
    assert asked.query["includes_parents"] == "false"


def test_a_token_without_rights_sees_less_and_nothing_is_taken_for_wrong() -> None:
    fake = prepared()
    found = look(fake, token=VERIFIER)
    assert found.changes == ()
    assert set(found.unread) == {
        "GitHub Actions",
        "Hak token GitHub Actions",
        f"Aturan “{GATE_RULESET}” (yang dikecualikan)",
        "Aturan “arsip - hanya bertambah” (yang dikecualikan)",
    }


def test_a_site_that_the_token_cannot_see_is_not_called_missing() -> None:
    fake = github()
    assert "GitHub Pages" in look(fake, token=VERIFIER).unread
    assert "GitHub Pages" in {change.part for change in look(fake).changes}


def test_a_setting_that_the_answer_leaves_out_is_not_called_wrong() -> None:
    goal = wanted("main", "arsip")
    found = reader(prepared()).found(goal)
    less = {key: value for key, value in found.repository.items() if "merge" not in key}
    seen = compare(goal, replace(found, repository=less))
    assert seen.changes == ()
    (part,) = seen.unread
    assert "penggabungan dengan squash" in part


def test_a_free_plan_offers_no_rules_for_a_private_repository() -> None:
    fake = prepared()
    fake.state.repository["private"] = True
    unread = look(fake).unread
    assert unread[f"Aturan “{GATE_RULESET}”"].plan
    assert "paket" in unread[f"Aturan “{GATE_RULESET}”"].why


@pytest.mark.parametrize("kind", ["500", "timeout", "primary limit"])
def test_where_github_does_not_answer_there_is_no_plan(kind: str) -> None:
    fake = prepared()
    fake.faults.add("GET", "/labels$", kind, times=None)
    with pytest.raises(GitHubError):
        look(fake)


def test_a_list_is_read_to_its_end() -> None:
    fake = prepared()
    fake.state.secrets += [f"RAHASIA_{number}" for number in range(130)]
    assert reader(fake).secrets() == tuple(fake.state.secrets)


def test_a_list_that_ends_too_early_is_not_believed() -> None:
    fake = prepared()
    fake.state.secrets += ["A", "B"]
    fake.faults.add("GET", "/secrets$", "empty page", times=None)
    with pytest.raises(GitHubError, match="tidak lengkap"):
        reader(fake).secrets()


def test_everybody_of_the_office_is_known() -> None:
    fake = prepared()
    part = reader(fake).access(MAINTAINER)
    assert isinstance(part, dict)
    assert part["permission"] == "admin"
    assert reader(fake).access("tidak-ada") is None
    assert len(OFFICE.office.appointments) > 5
