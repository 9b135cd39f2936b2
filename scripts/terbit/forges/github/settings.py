"""What a repository's settings should be, in the shapes of GitHub's REST API.

The rules on `main` hold for everybody: nothing in Terbit pushes there, so nobody may pass them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from terbit.forges.github.desk import CONTEXT

ACTIONS_APP = 15368
"""GitHub Actions as the app that sets a status; a person's status does not fulfil the rule."""
APPROVALS = 1
"""Native approvals by default: a net below the SOP, whose own counting is the status."""
GATE_RULESET = "main - gerbang SOP"
ARCHIVE_RULESET = "arsip - hanya bertambah"

Row = Mapping[str, Any]


@dataclass(frozen=True)
class Settings:
    """The wanted values. `branch` is published and is the only one that environments serve."""

    branch: str
    repository: Row
    actions: Row
    workflow: Row
    pages: Row
    environments: tuple[str, ...]
    labels: tuple[Row, ...]
    rulesets: tuple[Row, ...]


def wanted(branch: str, archive: str, approvals: int = APPROVALS) -> Settings:
    """The settings of a newsroom.

    Without native approvals (`approvals` 0) nobody but the gate counts them: for offices whose
    leaders may only read. GitHub counts no reader's approval, and so the rule that somebody else
    approves the last push, which asks for such an approval, must be off as well.
    """
    return Settings(
        branch=branch,
        repository=REPOSITORY,
        actions={"enabled": True, "sha_pinning_required": True},
        workflow={
            "default_workflow_permissions": "read",
            "can_approve_pull_request_reviews": False,
        },
        pages={"build_type": "workflow"},
        environments=ENVIRONMENTS,
        labels=LABELS,
        rulesets=(gate_ruleset(approvals), archive_ruleset(archive)),
    )


REPOSITORY: Row = {
    "allow_merge_commit": True,
    "allow_squash_merge": False,
    "allow_rebase_merge": False,
    "allow_auto_merge": False,
    "has_issues": True,
}
ENVIRONMENTS = ("arsip", "github-pages", "media-sosial", "server-situs")
LABELS: tuple[Row, ...] = (
    {
        "name": "bukti-tayang",
        "color": "0b6b3a",
        "description": "Bukti tayang: tautan kiriman yang diunggah ke sebuah kanal",
    },
    {
        "name": "usulan-berita",
        "color": "1d76db",
        "description": "Usulan berita: jawaban enam pertanyaan dan foto dari lapangan",
    },
)


def gate_ruleset(approvals: int) -> dict[str, Any]:
    """Nothing reaches the default branch but a request that the gate lets through."""
    review = {
        "required_approving_review_count": approvals,
        # the content digest is finer, and this would void approvals on every Update branch
        "dismiss_stale_reviews_on_push": False,
        "require_code_owner_review": True,
        "require_last_push_approval": approvals > 0,
        "required_review_thread_resolution": True,
        # squash and rebase make commits that nobody signed
        "allowed_merge_methods": ["merge"],
    }
    checks = {
        "strict_required_status_checks_policy": False,
        "do_not_enforce_on_create": False,
        "required_status_checks": [{"context": CONTEXT, "integration_id": ACTIONS_APP}],
    }
    rules = [
        *_kept(),
        {"type": "pull_request", "parameters": review},
        {"type": "required_status_checks", "parameters": checks},
    ]
    return _ruleset(GATE_RULESET, "~DEFAULT_BRANCH", rules)


def archive_ruleset(archive: str) -> dict[str, Any]:
    """The archive branch is never deleted and never rewritten."""
    return _ruleset(ARCHIVE_RULESET, f"refs/heads/{archive}", _kept())


def _kept() -> list[dict[str, Any]]:
    return [{"type": "deletion"}, {"type": "non_fast_forward"}]


def _ruleset(name: str, ref: str, rules: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "name": name,
        "target": "branch",
        "enforcement": "active",
        "bypass_actors": [],
        "conditions": {"ref_name": {"include": [ref], "exclude": []}},
        "rules": rules,
    }
