"""The wanted settings: what they ask, and that GitHub's own description allows them."""

from __future__ import annotations

import json

import pytest

from terbit.forges.github.settings import wanted
from tests.github.contract import ContractError, contract
from tests.github.state import Json
from tests.rooms_github import NAME

RULESETS = f"/repos/{NAME}/rulesets"


def _ask(document: Json) -> None:
    operation, variables = contract().find("POST", RULESETS)
    contract().check_request(operation, variables, {}, json.dumps(document).encode())


@pytest.mark.parametrize("approvals", [0, 1])
def test_githubs_description_allows_the_rulesets(approvals: int) -> None:
    for ruleset in wanted("main", "arsip", approvals).rulesets:
        _ask(dict(ruleset))


def test_githubs_description_would_notice_a_wrong_ruleset() -> None:
    gate = json.loads(json.dumps(wanted("main", "arsip").rulesets[0]))
    del gate["rules"][-1]["parameters"]["required_status_checks"][0]["context"]
    with pytest.raises(ContractError):
        _ask(gate)


def test_nobody_stands_above_the_rules() -> None:
    for ruleset in wanted("main", "arsip").rulesets:
        assert ruleset["bypass_actors"] == []
        assert ruleset["enforcement"] == "active"
        assert {"deletion", "non_fast_forward"} <= {rule["type"] for rule in ruleset["rules"]}


@pytest.mark.parametrize(("approvals", "by_another"), [(0, False), (1, True)])
def test_without_native_approvals_the_last_push_needs_none_either(
    approvals: int, by_another: bool
) -> None:
    rules = wanted("main", "arsip", approvals).rulesets[0]["rules"]
    review = next(rule["parameters"] for rule in rules if rule["type"] == "pull_request")
    assert review["required_approving_review_count"] == approvals
    assert review["require_last_push_approval"] is by_another
    assert review["allowed_merge_methods"] == ["merge"]


def test_the_archives_rules_hold_for_the_archive_alone() -> None:
    names = [row["conditions"]["ref_name"]["include"] for row in wanted("main", "arsip").rulesets]
    assert names == [["~DEFAULT_BRANCH"], ["refs/heads/arsip"]]
