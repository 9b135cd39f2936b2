"""Operations on settings: rulesets, environments, secrets' names, Pages, Actions."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tests.github.routes import NOT_FOUND, Ask, Refused, Reply, route
from tests.github.rulesets import rules_of
from tests.github.shapes import fill, node_id
from tests.github.state import EPOCH, Json

ONE = "/repos/{owner}/{repo}"
ENVIRONMENT = f"{ONE}/environments/{{environment_name}}"
POLICIES = f"{ENVIRONMENT}/deployment-branch-policies"
ACTIONS = {"enabled": True, "allowed_actions": "all", "sha_pinning_required": False}
WORKFLOW = {"default_workflow_permissions": "read", "can_approve_pull_request_reviews": False}
UPGRADE = "Upgrade to GitHub Pro or make this repository public to enable this feature."
LISTED = "id name target source_type source enforcement node_id created_at updated_at".split()
"""What a list tells of a ruleset; its rules must be asked for one by one."""


def _listed(ask: Ask, key: str, rows: list[Any], shape: Any) -> Reply:
    """A list in an object that also tells how many there are."""
    reply = ask.page(rows, shape)
    return Reply(200, {"total_count": len(rows), key: reply.body}, reply.headers)


def _plan(ask: Ask) -> None:
    """Raise Refused where the plan has no rules and no Pages: Free has them for public only."""
    given = ask.fake.state.organization or {}
    plan = (given.get("plan") or {}).get("name", "free")
    if ask.fake.state.repository.get("private") and plan == "free":
        raise Refused(403, UPGRADE)


# Rulesets


@route("get", f"{ONE}/rulesets")
def rulesets(ask: Ask) -> Reply:
    """Rulesets, without their rules."""
    _plan(ask)
    ask.query.get("includes_parents")  # there are none
    return ask.page(
        ask.fake.state.rulesets,
        lambda row: {key: value for key, value in _ruleset(ask, row).items() if key in LISTED},
    )


def _ruleset(ask: Ask, row: Json) -> Json:
    given = {
        "source_type": "Repository",
        "source": ask.fake.repo,
        "node_id": node_id("RRS", row["id"]),
        "current_user_can_bypass": "never",
        **row,
    }
    granted = ask.fake.permissions.get(ask.token, {}).get("administration")
    if ask.fake.role(ask.actor["login"]) != "admin" and granted != "write":
        # who may not change a ruleset is not told who may bypass it
        given.pop("bypass_actors", None)
    return fill("repository-ruleset", given)


@route("post", f"{ONE}/rulesets", "administration:write", role="admin")
def make_ruleset(ask: Ask) -> Reply:
    """A new ruleset under a name of its own."""
    _plan(ask)
    if any(row["name"] == ask.body["name"] for row in ask.fake.state.rulesets):
        told = {"resource": "Ruleset", "code": "custom", "message": "Name must be unique"}
        raise Refused(422, "Validation Failed", told)
    stamp = ask.fake.state.stamp()
    row = {
        "target": "branch",
        "bypass_actors": [],
        "rules": [],
        **ask.body,
        "id": ask.fake.state.new_id(),
        "created_at": stamp,
        "updated_at": stamp,
    }
    ask.fake.state.rulesets.append(row)
    return Reply(201, _ruleset(ask, row))


def _one_ruleset(ask: Ask) -> Json:
    number = ask.variables["ruleset_id"]
    found = next((row for row in ask.fake.state.rulesets if str(row["id"]) == number), None)
    if found is None:
        raise Refused(404, NOT_FOUND)
    return found


@route("get", f"{ONE}/rulesets/{{ruleset_id}}")
def ruleset(ask: Ask) -> Reply:
    """One ruleset with its rules."""
    return Reply(200, _ruleset(ask, _one_ruleset(ask)))


@route("put", f"{ONE}/rulesets/{{ruleset_id}}", "administration:write", role="admin")
def change_ruleset(ask: Ask) -> Reply:
    """Other rules, or switched off."""
    row = _one_ruleset(ask)
    row.update(ask.body, updated_at=ask.fake.state.stamp())
    return Reply(200, _ruleset(ask, row))


@route("get", f"{ONE}/rules/branches/{{branch}}")
def rules_of_branch(ask: Ask) -> Reply:
    """Rules that hold for a branch, whether or not it is there."""
    _plan(ask)
    source = {"ruleset_source_type": "Repository", "ruleset_source": ask.fake.repo}
    rows = [
        {**rule, **source, "ruleset_id": ruleset["id"]}
        for ruleset, rule in rules_of(ask.fake, ask.variables["branch"])
    ]
    return ask.page(rows, lambda row: row)


# Environments and secrets


def _environment(ask: Ask, row: Json) -> Json:
    answers, name = ask.fake.answers, row["name"]
    page = f"{answers.web}/deployments/activity_log?environments_filter={name}"
    own = ("id", "name", "created_at", "updated_at", "deployment_branch_policy")
    return fill(
        "environment",
        {
            **{key: row[key] for key in own if key in row},
            "node_id": node_id("EN", row["id"]),
            "url": f"{answers.api}/environments/{name}",
            "html_url": page,
            "protection_rules": [
                {"id": row["id"] + place, "node_id": node_id("G", row["id"] + place), **rule}
                for place, rule in enumerate(_protection(ask, row))
            ],
        },
    )


def _protection(ask: Ask, row: Json) -> Iterator[Json]:
    if row.get("wait_timer"):
        yield {"type": "wait_timer", "wait_timer": row["wait_timer"]}
    if row.get("reviewers"):
        people = [_reviewer(ask, one) for one in row["reviewers"]]
        alone = bool(row.get("prevent_self_review"))
        yield {"type": "required_reviewers", "prevent_self_review": alone, "reviewers": people}
    if row.get("deployment_branch_policy"):
        yield {"type": "branch_policy"}


def _reviewer(ask: Ask, one: Json) -> Json:
    accounts = ask.fake.state.accounts.values()
    found = next((row for row in accounts if row["id"] == one["id"]), None)
    return {"type": one["type"], "reviewer": ask.fake.answers.user(found)}


@route("get", f"{ONE}/environments", "actions:read")
def environments(ask: Ask) -> Reply:
    """All environments."""
    rows = list(ask.fake.state.environments.values())
    return _listed(ask, "environments", rows, lambda row: _environment(ask, row))


def _one_environment(ask: Ask) -> Json:
    found = ask.fake.state.environments.get(ask.variables["environment_name"])
    if found is None:
        raise Refused(404, NOT_FOUND)
    return found


@route("get", ENVIRONMENT, "actions:read")
def environment(ask: Ask) -> Reply:
    """One environment."""
    return Reply(200, _environment(ask, _one_environment(ask)))


@route("put", ENVIRONMENT, "administration:write", role="admin")
def put_environment(ask: Ask) -> Reply:
    """Make or change an environment; what the body leaves out is switched off."""
    name, state = ask.variables["environment_name"], ask.fake.state
    policy = ask.body.get("deployment_branch_policy")
    if policy and policy["protected_branches"] == policy["custom_branch_policies"]:
        raise Refused(422, "protected_branches and custom_branch_policies cannot be the same")
    stamp = state.stamp()
    old = state.environments.get(name) or {
        "id": state.new_id(),
        "name": name,
        "created_at": stamp,
        "policies": [],
        "secrets": [],
    }
    kept = {key: old[key] for key in ("id", "name", "created_at", "policies", "secrets")}
    if not (policy and policy["custom_branch_policies"]):
        kept["policies"] = []
    state.environments[name] = {**kept, **ask.body, "updated_at": stamp}
    return Reply(200, _environment(ask, state.environments[name]))


@route("get", POLICIES, "actions:read")
def policies(ask: Ask) -> Reply:
    """Patterns of the branches that may use an environment."""
    rows = _one_environment(ask)["policies"]
    return _listed(ask, "branch_policies", rows, lambda row: row)


@route("post", POLICIES, "administration:write", role="admin")
def make_policy(ask: Ask) -> Reply:
    """One more pattern, where the environment has patterns of its own."""
    row = _one_environment(ask)
    if not (row.get("deployment_branch_policy") or {}).get("custom_branch_policies"):
        raise Refused(404, NOT_FOUND)
    made = {"type": "branch", **ask.body}
    if any(one["name"] == made["name"] and one["type"] == made["type"] for one in row["policies"]):
        return Reply(303)
    made["id"] = ask.fake.state.new_id()
    made["node_id"] = node_id("GBP", made["id"])
    row["policies"].append(made)
    return Reply(200, made)


@route("get", f"{ENVIRONMENT}/secrets", "environments:read", role="write")
def environment_secrets(ask: Ask) -> Reply:
    """Names of an environment's secrets; their values nobody ever gets."""
    return _listed(ask, "secrets", _one_environment(ask)["secrets"], _secret)


@route("get", f"{ONE}/actions/secrets", "secrets:read", role="write")
def secrets(ask: Ask) -> Reply:
    """Names of the repository's secrets."""
    return _listed(ask, "secrets", ask.fake.state.secrets, _secret)


def _secret(name: str) -> Json:
    return {"name": name, "created_at": EPOCH, "updated_at": EPOCH}


# Pages


@route("get", f"{ONE}/pages", "pages:read")
def pages(ask: Ask) -> Reply:
    """The site, if there is one."""
    if ask.fake.state.pages is None:
        raise Refused(404, NOT_FOUND)
    return Reply(200, _page(ask))


def _page(ask: Ask) -> Json:
    place = {
        "url": f"{ask.fake.answers.api}/pages",
        "html_url": f"https://{ask.fake.owner}.github.test/",
        "public": True,
        "https_enforced": True,
    }
    return fill("page", {**place, **(ask.fake.state.pages or {})})


@route("post", f"{ONE}/pages", "pages:write", role="admin")
def make_pages(ask: Ask) -> Reply:
    """Switch the site on."""
    _plan(ask)
    if ask.fake.state.pages is not None:
        raise Refused(409, "GitHub Pages is already enabled.")
    build = ask.body.get("build_type", "legacy")
    source = {"path": "/", "branch": "main", **ask.body.get("source", {})}
    ask.fake.state.pages = {"build_type": build, "source": source}
    return Reply(201, _page(ask))


@route("put", f"{ONE}/pages", "pages:write", role="admin")
def change_pages(ask: Ask) -> Reply:
    """Another way of building, address or source."""
    if ask.fake.state.pages is None:
        raise Refused(404, NOT_FOUND)
    ask.fake.state.pages.update(ask.body)
    return Reply(204)


# Actions


@route("get", f"{ONE}/actions/permissions", "administration:read", role="admin")
def actions(ask: Ask) -> Reply:
    """Which actions workflows may use."""
    return Reply(200, ACTIONS | ask.fake.state.actions)


@route("put", f"{ONE}/actions/permissions", "administration:write", role="admin")
def change_actions(ask: Ask) -> Reply:
    """Other actions, or none."""
    ask.fake.state.actions.update(ask.body)
    return Reply(204)


@route("get", f"{ONE}/actions/permissions/workflow", "administration:read", role="admin")
def workflow(ask: Ask) -> Reply:
    """What the token of a workflow may unless it says otherwise."""
    return Reply(200, WORKFLOW | ask.fake.state.workflow)


@route("put", f"{ONE}/actions/permissions/workflow", "administration:write", role="admin")
def change_workflow(ask: Ask) -> Reply:
    """Other rights for workflows."""
    ask.fake.state.workflow.update(ask.body)
    return Reply(204)
