"""Every operation once: each request and each answer is held against GitHub's description."""

from __future__ import annotations

from typing import Any

from tests.github.contract import contract

from .conftest import ARTICLE, Caller, Office

RULES = {
    "name": "main",
    "target": "branch",
    "enforcement": "active",
    "bypass_actors": [{"actor_id": None, "actor_type": "DeployKey", "bypass_mode": "always"}],
    "conditions": {"ref_name": {"include": ["~DEFAULT_BRANCH"], "exclude": []}},
    "rules": [
        {"type": "deletion"},
        {
            "type": "pull_request",
            "parameters": {
                "required_approving_review_count": 0,
                "dismiss_stale_reviews_on_push": False,
                "require_code_owner_review": True,
                "require_last_push_approval": True,
                "required_review_thread_resolution": True,
                "allowed_merge_methods": ["merge"],
            },
        },
    ],
}
POLICY = {"protected_branches": False, "custom_branch_policies": True}
READING = """
/user
/repos/contoh/terbit
activity?ref=draf/kabar
branches/draf/kabar
collaborators/hendra/permission
commits?sha=draf/kabar
commits/draf/kabar
commits/{head}/pulls
commits/draf/kabar/statuses
compare/main...draf/kabar
git/ref/heads/draf/kabar
git/trees/{head}?recursive=1
pulls
pulls/1
pulls/1/comments
pulls/1/commits
pulls/1/files
pulls/1/reviews
issues/1
issues/1/comments
issues/1/timeline
labels
/orgs/contoh
/orgs/contoh/teams/pemeriksa/members
actions/artifacts?name=foto-situs
actions/permissions
actions/permissions/workflow
actions/runs/{run}
actions/secrets
environments
environments/media-sosial
environments/media-sosial/deployment-branch-policies
environments/media-sosial/secrets
pages
rules/branches/main
rulesets
rulesets/{ruleset}
"""


def writing(number: int, head: str, review: int) -> list[tuple[str, str, Any]]:
    """Each write, in an order in which each can succeed."""
    pull = f"pulls/{number}"
    return [
        ("POST", f"{pull}/requested_reviewers", {"reviewers": ["arif"]}),
        ("DELETE", f"{pull}/requested_reviewers", {"reviewers": ["arif"]}),
        ("PUT", f"{pull}/reviews/{review}/dismissals", {"message": "Naskah berubah."}),
        ("PATCH", pull, {"title": "Kabar baik"}),
        ("PATCH", f"issues/{number}", {"labels": ["siap"], "body": "Mohon ditinjau."}),
        ("POST", f"statuses/{head}", {"state": "success", "context": "Gerbang SOP"}),
        ("POST", "labels", {"name": "bukti-tayang", "color": "0b6b3a", "description": "Bukti."}),
        ("POST", "git/refs", {"ref": "refs/heads/arsip", "sha": head}),
        ("PATCH", "", {"allow_squash_merge": False, "delete_branch_on_merge": True}),
        (
            "PUT",
            "environments/media-sosial",
            {
                "deployment_branch_policy": POLICY,
                "wait_timer": 5,
                "reviewers": [{"type": "User", "id": 13}],
            },
        ),
        ("POST", "environments/media-sosial/deployment-branch-policies", {"name": "main"}),
        ("PUT", "actions/permissions", {"enabled": True, "sha_pinning_required": True}),
        ("PUT", "actions/permissions/workflow", {"default_workflow_permissions": "read"}),
        ("POST", "pages", {"build_type": "workflow"}),
        ("PUT", "pages", {"build_type": "workflow", "https_enforced": True}),
    ]


def test_every_operation_answers_as_github_describes_it(office: Office) -> None:
    fake = office.fake
    fake.state.teams["contoh/pemeriksa"] = [fake.state.account("hendra")]
    fake.state.secrets.append("FB_TOKEN")
    admin = Caller(fake, fake.person("bos", 99, role="admin"))
    number = office.submit()
    head = fake.request(number).request["head"]["sha"]
    remark = {"path": ARTICLE, "body": "Ejaan.", "line": 3, "side": "RIGHT"}
    given = {"event": "APPROVE", "comments": [remark]}
    review = fake.act("hendra", "POST", f"pulls/{number}/reviews", given)["id"]
    for method, path, body in writing(number, head, review):
        answer = admin(method, path, body)
        assert answer.ok, (method, path, answer.text)
    ruleset = admin("POST", "rulesets", RULES).json()["id"]
    admin("PUT", f"rulesets/{ruleset}", {"enforcement": "active"}).raise_for_status()
    comment = admin("POST", f"issues/{number}/comments", {"body": "Halo."}).json()["id"]
    run = fake.ran(head, ".github/workflows/terbit.yml")
    fake.kept(run, "foto-situs")
    for path in READING.split():
        assert admin.get(path.format(head=head, ruleset=ruleset, run=run["id"]))
    admin("PATCH", f"issues/comments/{comment}", {"body": "Hai."}).raise_for_status()
    assert admin("DELETE", f"issues/comments/{comment}").status_code == 204
    assert admin("PUT", f"pulls/{number}/merge", {"sha": head}).json()["merged"]
    assert admin.get(f"pulls/{number}")["merged_by"]["login"] == "bos"
    operations = {contract().find(call.method, call.path)[0] for call in fake.log}
    opened = contract().find("POST", "/repos/contoh/terbit/pulls")[0]
    reviewed = contract().find("POST", "/repos/contoh/terbit/pulls/1/reviews")[0]
    assert operations | {opened, reviewed} == set(contract().operations)
    assert fake.unschematic == []
