"""What the rulesets of a repository ask of a merge."""

from __future__ import annotations

from collections.abc import Iterator
from fnmatch import fnmatch
from typing import TYPE_CHECKING

from tests.github.state import ROLES, Json, Thread

if TYPE_CHECKING:
    from tests.github.fake import FakeGitHub

ACTIONS_APP = 15368


def rules_of(fake: FakeGitHub, branch: str) -> Iterator[tuple[Json, Json]]:
    """Rules that hold for a branch, each with its ruleset."""
    for ruleset in fake.state.rulesets:
        if ruleset["enforcement"] == "active" and _covers(fake, ruleset, branch):
            yield from ((ruleset, rule) for rule in ruleset.get("rules", ()))


def _covers(fake: FakeGitHub, ruleset: Json, branch: str) -> bool:
    names = (ruleset.get("conditions") or {}).get("ref_name") or {}
    default = fake.state.repository.get("default_branch", "main")
    words = {"~ALL": "*", "~DEFAULT_BRANCH": f"refs/heads/{default}"}

    def listed(key: str) -> bool:
        patterns = (words.get(word, word) for word in names.get(key, ()))
        return any(fnmatch(f"refs/heads/{branch}", pattern) for pattern in patterns)

    return (
        ruleset.get("target", "branch") == "branch" and listed("include") and not listed("exclude")
    )


def violations(fake: FakeGitHub, thread: Thread) -> Iterator[str]:
    """What is still missing, in GitHub's words."""
    for _, rule in rules_of(fake, thread.request["base"]["ref"]):
        parameters = rule.get("parameters") or {}
        if rule["type"] == "required_status_checks":
            for check in parameters["required_status_checks"]:
                if not _green(fake, thread, check):
                    yield f'Required status check "{check["context"]}" is expected.'
        elif rule["type"] == "pull_request":
            needed = parameters.get("required_approving_review_count", 0)
            if len(approvers(fake, thread)) < needed:
                yield f"At least {needed} approving review is required by reviewers with write."


def _green(fake: FakeGitHub, thread: Thread, check: Json) -> bool:
    rows = [
        row
        for row in fake.state.statuses.get(thread.request["head"]["sha"], ())
        if row["context"] == check["context"]
    ]
    if not rows or rows[-1]["state"] != "success":
        return False
    bound = check.get("integration_id") == ACTIONS_APP
    return not bound or rows[-1]["creator"]["login"] == "github-actions[bot]"


def approvers(fake: FakeGitHub, thread: Thread) -> set[str]:
    """People with write rights whose last decisive review approves, as GitHub counts natively."""
    last: dict[str, str] = {}
    for row in thread.reviews:
        if row["user"] and row["state"] in ("APPROVED", "CHANGES_REQUESTED", "DISMISSED"):
            last[row["user"]["login"]] = row["state"]
    writes = ROLES.index("write")
    return {
        login
        for login, state in last.items()
        if state == "APPROVED" and ROLES.index(fake.role(login)) >= writes
    }
