"""Operations on the repository: commits, refs, trees, statuses, who may what."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import Any

from tests.github.happenings import HEADS
from tests.github.routes import NOT_FOUND, Ask, Refused, Reply, route
from tests.github.shapes import fill, node_id
from tests.github.state import ROLES, Json

ONE = "/repos/{owner}/{repo}"
MERGING = {
    "allow_merge_commit": True,
    "allow_squash_merge": True,
    "allow_rebase_merge": True,
    "allow_auto_merge": False,
    "delete_branch_on_merge": False,
}
"""How a new repository merges; GitHub tells it to those only who may push."""
PERIODS = {"day": 1, "week": 7, "month": 31, "quarter": 92, "year": 366}
PUBLIC_ROLES = {"maintain": "write", "triage": "read"}


@route("get", "/user")
def user(ask: Ask) -> Reply:
    """The account of the token; the Actions token has none."""
    if ask.actor["type"] == "Bot":
        raise Refused(403, "Resource not accessible by integration")
    made = {**(ask.fake.answers.user(ask.actor) or {}), "user_view_type": "public"}
    return Reply(200, fill("public-user", made))


@route("get", ONE)
def repository(ask: Ask) -> Reply:
    """The repository, with what the token's account may do in it."""
    made = {**MERGING, **ask.fake.answers.repository(ask.fake.repo, "full-repository")}
    place = ROLES.index(ask.fake.role(ask.actor["login"]))
    if place < ROLES.index("write"):
        made = {key: value for key, value in made.items() if key not in MERGING}
    names = {
        "pull": "read",
        "triage": "triage",
        "push": "write",
        "maintain": "maintain",
        "admin": "admin",
    }
    may = {name: place >= ROLES.index(role) for name, role in names.items()}
    return Reply(200, made | {"permissions": may})


@route("patch", ONE, "administration:write", role="admin")
def change_repository(ask: Ask) -> Reply:
    """Other settings."""
    ask.fake.state.repository.update(ask.body)
    return repository(ask)


@route("get", f"{ONE}/activity", "contents:read")
def activity(ask: Ask) -> Reply:
    """Pushes to branches, the newest first unless asked otherwise."""
    rows = [row for row in ask.fake.state.activity if _wanted(ask, row)]
    rows.sort(key=lambda row: row["timestamp"])
    newest_first = ask.query.get("direction", "desc") == "desc"
    return ask.cursor(rows[::-1] if newest_first else rows, lambda row: _activity(ask, row))


def _wanted(ask: Ask, row: Json) -> bool:
    query = ask.query
    login = (row["actor"] or {}).get("login")
    if "time_period" in query:
        since = ask.fake.now - timedelta(days=PERIODS[query["time_period"]])
        if datetime.fromisoformat(row["timestamp"]) < since:
            return False
    return (
        query.get("ref", row["ref"]) in (row["ref"], row["ref"].removeprefix(HEADS))
        and query.get("actor", login) == login
        and query.get("activity_type", row["activity_type"]) == row["activity_type"]
    )


def _activity(ask: Ask, row: Json) -> Json:
    actor = ask.fake.answers.user(row["actor"])
    return fill("activity", {**row, "node_id": node_id("A", row["id"]), "actor": actor})


def found(ask: Ask, name: str, status: int = 404) -> str:
    """The commit that a name means. Raises Refused."""
    sha = ask.fake.resolve(name)
    if sha is None:
        raise Refused(status, NOT_FOUND if status == 404 else f"No commit found for SHA: {name}")
    return sha


@route("get", f"{ONE}/commits", "contents:read")
def commits(ask: Ask) -> Reply:
    """Commits from a branch or a commit backwards, or those of them that touched a path."""
    default = str(ask.fake.state.repository.get("default_branch", "main"))
    tip = found(ask, ask.query.get("sha") or default)
    shas = ask.fake.objects.history(tip, ask.query.get("path"))
    return ask.page(shas, lambda sha: _commit(ask, sha))


def _commit(ask: Ask, sha: str) -> Json:
    return ask.fake.answers.commit(ask.fake.objects.commit(sha) or {"sha": sha})


@route("get", f"{ONE}/commits/{{ref}}", "contents:read")
def commit(ask: Ask) -> Reply:
    """One commit with its files against the first parent."""
    sha = found(ask, ask.variables["ref"], 422)
    made = _commit(ask, sha)
    parents = made["parents"]
    rows = ask.fake.objects.files(parents[0]["sha"], sha) if parents else []
    reply = ask.page(rows, lambda row: ask.fake.answers.file(row, sha))
    lines = {key: sum(row.get(key, 0) for row in rows) for key in ("additions", "deletions")}
    stats = lines | {"total": sum(lines.values())}
    return Reply(200, made | {"stats": stats, "files": reply.body}, reply.headers)


@route("get", f"{ONE}/commits/{{commit_sha}}/pulls", "pull_requests:read")
def pulls_of_commit(ask: Ask) -> Reply:
    """Requests that hold a commit; for one on the default branch only the merged ones."""
    fake, sha = ask.fake, found(ask, ask.variables["commit_sha"], 422)
    main = fake.state.refs.get(HEADS + fake.state.repository.get("default_branch", "main"), "")
    published = bool(main) and fake.objects.merge_base(sha, main) == sha
    rows = [
        thread
        for thread in fake.requests()
        if (thread.request.get("merged") or not published)
        and (
            thread.request.get("merge_commit_sha") == sha
            or any(row["sha"] == sha for row in fake.commits_of(thread))
            or thread.request["head"]["sha"] == sha
        )
    ]
    return ask.page(rows, fake.answers.listed_pull)


@route("get", f"{ONE}/commits/{{ref}}/statuses", "statuses:read")
def statuses(ask: Ask) -> Reply:
    """Statuses of a commit, the newest first."""
    sha = found(ask, ask.variables["ref"], 422)
    rows = ask.fake.state.statuses.get(sha, [])[::-1]
    return ask.page(rows, lambda row: _status(ask, row, sha))


def _status(ask: Ask, row: Json, sha: str) -> Json:
    place = f"{ask.fake.answers.api}/statuses/{sha}"
    creator = ask.fake.answers.user(row["creator"])
    return fill(
        "status", {**row, "url": place, "node_id": node_id("S", row["id"]), "creator": creator}
    )


@route("post", f"{ONE}/statuses/{{sha}}", "statuses:write")
def set_status(ask: Ask) -> Reply:
    """One more status; at most 1000 of one context on one commit."""
    sha = found(ask, ask.variables["sha"], 422)
    context = ask.body.get("context", "default")
    if len(ask.body.get("description") or "") > 140:
        raise Refused(422, "Validation Failed", "description is too long (maximum is 140)")
    rows = ask.fake.state.statuses.setdefault(sha, [])
    if sum(row["context"] == context for row in rows) >= 1000:
        raise Refused(422, "Validation Failed", "This SHA and context has reached the maximum")
    row = {
        "id": ask.fake.state.new_id(),
        "state": ask.body["state"],
        "context": context,
        "description": ask.body.get("description"),
        "target_url": ask.body.get("target_url"),
        "created_at": ask.fake.state.stamp(),
        "updated_at": ask.fake.state.stamp(),
        "creator": ask.actor,
    }
    rows.append(row)
    return Reply(201, _status(ask, row, sha))


@route("get", f"{ONE}/compare/{{basehead}}", "contents:read")
def compare(ask: Ask) -> Reply:
    """What head has that base has not, and the files that differ since they parted."""
    fake, (first, _, second) = ask.fake, ask.variables["basehead"].partition("...")
    base, head = found(ask, first), found(ask, second)
    fork = fake.objects.merge_base(base, head)
    if fork is None:
        raise Refused(404, f"No common ancestor between {first} and {second}.")
    ahead, behind = fake.objects.between(base, head), fake.objects.between(head, base)
    if "page" not in ask.query and "per_page" not in ask.query:
        ask.query["per_page"] = str(fake.limits.commits)
    reply = _page_of_comparison(ask, ahead)
    files = fake.objects.files(fork, head)[: fake.limits.compared_files]
    first_page = ask.query.get("page", "1") == "1"
    status = {(True, False): "ahead", (False, True): "behind", (True, True): "diverged"}
    page = f"{fake.answers.web}/compare/{first}...{second}"
    made = {
        "url": f"{fake.answers.api}/compare/{first}...{second}",
        "html_url": page,
        "permalink_url": page,
        "base_commit": _commit(ask, base),
        "merge_base_commit": _commit(ask, fork),
        "status": status.get((bool(ahead), bool(behind)), "identical"),
        "ahead_by": len(ahead),
        "behind_by": len(behind),
        "total_commits": len(ahead),
        "commits": reply.body,
        "files": [fake.answers.file(row, head) for row in files] if first_page else [],
    }
    return Reply(200, fill("commit-comparison", made), reply.headers)


def _page_of_comparison(ask: Ask, shas: list[str]) -> Reply:
    """Without paging as many commits as the limit says, which may be more than a page holds."""
    size = int(ask.query["per_page"]) if "per_page" in ask.query else 30
    if size > 100:
        return Reply(200, [_commit(ask, sha) for sha in shas[:size]])
    return ask.page(shas, lambda sha: _commit(ask, sha))


@route("get", f"{ONE}/git/trees/{{tree_sha}}", "contents:read")
def tree(ask: Ask) -> Reply:
    """A tree by its own sha, or that of a commit or branch."""
    name = ask.variables["tree_sha"]
    known = ask.fake.objects.tree(ask.fake.resolve(name) or name, deep="recursive" in ask.query)
    if known is None:
        raise Refused(404, NOT_FOUND)
    sha, rows = known
    end = ask.fake.limits.tree_entries
    url = f"{ask.fake.answers.api}/git/trees/{sha}"
    blob = f"{ask.fake.answers.api}/git/blobs"
    listed = [
        row | ({} if row["type"] == "commit" else {"url": f"{blob}/{row['sha']}"})
        for row in rows[:end]
    ]
    return Reply(200, {"sha": sha, "url": url, "tree": listed, "truncated": len(rows) > end})


@route("get", f"{ONE}/git/ref/{{ref}}", "contents:read")
def ref(ask: Ask) -> Reply:
    """One ref."""
    name = f"refs/{ask.variables['ref']}"
    if name not in ask.fake.state.refs:
        raise Refused(404, NOT_FOUND)
    return Reply(200, _ref(ask, name))


def _ref(ask: Ask, name: str) -> Json:
    sha, api = ask.fake.state.refs[name], ask.fake.answers.api
    target = {"type": "commit", "sha": sha, "url": f"{api}/git/commits/{sha}"}
    place = f"{api}/git/{name}"
    return fill(
        "git-ref", {"ref": name, "node_id": node_id("F", name), "url": place, "object": target}
    )


@route("post", f"{ONE}/git/refs", "contents:write")
def make_ref(ask: Ask) -> Reply:
    """A new branch on a commit that is there."""
    name, sha = ask.body["ref"], ask.body["sha"]
    if not re.fullmatch(r"refs/heads/\S+", name):
        raise Refused(422, "Reference name must start with 'refs/'")
    if name in ask.fake.state.refs:
        raise Refused(422, "Reference already exists")
    if ask.fake.objects.commit(sha) is None:
        raise Refused(422, "Object does not exist")
    ask.fake.push(ask.actor["login"], name.removeprefix(HEADS), sha)
    return Reply(201, _ref(ask, name))


@route("get", f"{ONE}/branches/{{branch}}", "contents:read")
def branch(ask: Ask) -> Reply:
    """A branch and the commit it stands on."""
    name = ask.variables["branch"]
    sha = ask.fake.state.refs.get(HEADS + name)
    if sha is None:
        raise Refused(404, "Branch not found")
    place = f"{ask.fake.answers.api}/branches/{name}"
    links = {"self": place, "html": f"{ask.fake.answers.web}/tree/{name}"}
    made: dict[str, Any] = {"name": name, "commit": _commit(ask, sha), "_links": links}
    made["protection_url"] = f"{place}/protection"
    return Reply(200, fill("branch-with-protection", made))


@route("get", f"{ONE}/collaborators/{{username}}/permission")
def permission(ask: Ask) -> Reply:
    """What a person may do in the repository."""
    login = ask.variables["username"]
    account = ask.fake.state.accounts.get(login.casefold())
    if account is None or login in ask.fake.state.deleted:
        raise Refused(404, NOT_FOUND)
    role = ask.fake.role(account["login"])
    person = fill("nullable-collaborator", ask.fake.answers.user(account) or {})
    body = {"permission": PUBLIC_ROLES.get(role, role), "role_name": role, "user": person}
    return Reply(200, body)
