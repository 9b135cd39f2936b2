"""Operations on pull requests: open, change, read, merge."""

from __future__ import annotations

from tests.github import rulesets
from tests.github.contract import ContractError
from tests.github.happenings import HEADS
from tests.github.routes import Ask, Refused, Reply, route
from tests.github.state import ACTIONS, Json, Thread

ONE = "/repos/{owner}/{repo}"
PULL = f"{ONE}/pulls/{{pull_number}}"
METHODS = {
    "merge": "allow_merge_commit",
    "squash": "allow_squash_merge",
    "rebase": "allow_rebase_merge",
}
FORBIDDEN = "GitHub Actions is not permitted to create or approve pull requests."


@route("get", f"{ONE}/pulls", "pull_requests:read")
def pulls(ask: Ask) -> Reply:
    """Requests in a state, the newest first unless asked otherwise."""
    query = ask.query
    state, key = query.get("state", "open"), query.get("sort", "created")
    head, base = query.get("head"), query.get("base")
    rows = [t for t in ask.fake.requests() if state in ("all", t.state) and _fits_in(t, head, base)]
    if key == "updated":
        rows.sort(key=lambda t: t.updated_at or t.created_at)
    downwards = query.get("direction", "desc" if key == "created" else "asc") == "desc"
    return ask.page(rows[::-1] if downwards else rows, ask.fake.answers.listed_pull)


def _fits_in(thread: Thread, head: str | None, base: str | None) -> bool:
    own = thread.request["head"]
    name = (own.get("repo") or {}).get("full_name", "").partition("/")[0]
    wanted_head = head in (None, f"{name}:{own['ref']}")
    return wanted_head and base in (None, thread.request["base"]["ref"])


@route("post", f"{ONE}/pulls", "pull_requests:write", role="read")
def open_pull(ask: Ask) -> Reply:
    """A new request from a branch of this repository."""
    fake, body = ask.fake, ask.body
    if ask.actor["login"] == ACTIONS and not fake.state.workflow.get(
        "can_approve_pull_request_reviews"
    ):
        raise Refused(403, FORBIDDEN)
    head, base = body["head"].rpartition(":")[2], body["base"]
    _fits(ask, head, base)
    repository = {"full_name": fake.repo}
    number = max(fake.state.threads, default=0) + 1
    sha = fake.state.refs[HEADS + head]
    thread = Thread(
        number=number,
        title=body["title"],
        user=ask.actor,
        created_at=fake.state.stamp(),
        body=body.get("body"),
        pull={
            "head": {"ref": head, "sha": sha, "repo": repository},
            "base": {"ref": base, "repo": repository},
            "draft": bool(body.get("draft")),
        },
    )
    fake.state.threads[number] = thread
    fake.objects.move(f"refs/pull/{number}/head", sha)
    return Reply(201, fake.answers.pull(thread))


def _fits(ask: Ask, head: str, base: str) -> None:
    """Raise Refused unless a request from this head to this base makes sense."""
    fake = ask.fake
    for field, name in (("head", head), ("base", base)):
        if HEADS + name not in fake.state.refs:
            raise Refused(
                422,
                "Validation Failed",
                {"resource": "PullRequest", "field": field, "code": "invalid"},
            )
    same = [
        t
        for t in fake.open_requests()
        if t.request["head"]["ref"] == head
        and t.request["base"]["ref"] == base
        and fake.own(t.request["head"])
    ]
    if same:
        _custom(f"A pull request already exists for {fake.owner}:{head}.")
    if not fake.objects.between(fake.state.refs[HEADS + base], fake.state.refs[HEADS + head]):
        _custom(f"No commits between {base} and {head}")


def _custom(message: str) -> None:
    row = {"resource": "PullRequest", "code": "custom", "message": message}
    raise Refused(422, "Validation Failed", row)


@route("get", PULL, "pull_requests:read")
def pull(ask: Ask) -> Reply:
    """One request."""
    return Reply(200, ask.fake.answers.pull(ask.thread()))


@route("patch", PULL, "pull_requests:write", role="read")
def change_pull(ask: Ask) -> Reply:
    """Another title, text, state or base; by its opener or by who may write."""
    thread, fake = ask.thread(), ask.fake
    change(ask, thread)
    base = ask.body.get("base")
    if base is not None:
        if HEADS + base not in fake.state.refs:
            raise Refused(
                422,
                "Validation Failed",
                {"resource": "PullRequest", "field": "base", "code": "invalid"},
            )
        thread.request["base"] = {"ref": base, "repo": {"full_name": fake.repo}}
    return Reply(200, fake.answers.pull(thread))


def change(ask: Ask, thread: Thread) -> None:
    """What issues and requests have in common: title, text and state."""
    who, happen = ask.actor["login"], ask.fake.happenings
    own = (thread.user or {}).get("login") == who
    if not own and ask.actor["type"] != "Bot" and ask.fake.role(who) in ("none", "read"):
        raise Refused(403, "Must have triage rights to Repository.")
    title = ask.body.get("title")
    if title is not None and str(title) != thread.title:
        rename = {"from": thread.title, "to": str(title)}
        thread.title = str(title)
        happen.event(thread, "renamed", who, rename=rename)
    if "body" in ask.body:
        thread.body = ask.body["body"]
    state = ask.body.get("state", thread.state)
    if state != thread.state and state == "closed":
        happen.close(thread, who)
        if thread.pull is None:
            thread.state_reason = ask.body.get("state_reason") or "completed"
    elif state != thread.state:
        _reopen(ask, thread)
    thread.updated_at = ask.fake.state.stamp()


def _reopen(ask: Ask, thread: Thread) -> None:
    if thread.pull is not None and thread.pull.get("merged"):
        _custom("state cannot be changed. The pull request cannot be reopened.")
    thread.state, thread.closed_at = "open", None
    thread.state_reason = None if thread.pull else "reopened"
    ask.fake.happenings.event(thread, "reopened", ask.actor["login"])


@route("get", f"{PULL}/files", "pull_requests:read")
def files(ask: Ask) -> Reply:
    """The files of a request; GitHub's list ends at 3000."""
    thread = ask.thread()
    head = thread.request["head"]["sha"]
    rows = ask.fake.files_of(thread)[: ask.fake.limits.files]
    return ask.page(rows, lambda row: ask.fake.answers.file(row, head))


@route("get", f"{PULL}/commits", "pull_requests:read")
def commits(ask: Ask) -> Reply:
    """The commits of a request, oldest first; GitHub's list ends at 250."""
    rows = ask.fake.commits_of(ask.thread())[: ask.fake.limits.commits]
    return ask.page(rows, ask.fake.answers.commit)


@route("put", f"{PULL}/merge", "contents:write")
def merge(ask: Ask) -> Reply:
    """A merge commit on the base branch, if the head is still the one that was read."""
    thread, fake, body = ask.thread(), ask.fake, ask.body
    head = thread.request["head"]["sha"]
    if body.get("sha", head) != head:
        raise Refused(409, "Head branch was modified. Review and try the merge again.")
    _mergeable(ask, thread)
    title = body.get("commit_title") or _title(thread)
    message = f"{title}\n\n{body.get('commit_message') or thread.title}"
    made = fake.happenings.merge(thread, ask.actor["login"], message)
    if made is None:
        raise Refused(405, "Pull Request is not mergeable")
    answer = {"sha": made, "merged": True, "message": "Pull Request successfully merged"}
    return Reply(200, answer)


def _title(thread: Thread) -> str:
    head: Json = thread.request["head"]
    owner = str((head.get("repo") or {}).get("full_name", "")).partition("/")[0]
    return f"Merge pull request #{thread.number} from {owner}/{head['ref']}"


def _mergeable(ask: Ask, thread: Thread) -> None:
    """Raise Refused unless the request is open, ready, fits and the rules are met."""
    fake, method = ask.fake, ask.body.get("merge_method", "merge")
    if not fake.state.repository.get(METHODS[method], True):
        raise Refused(405, f"{method.capitalize()} commits are not allowed on this repository.")
    if method != "merge":
        raise ContractError(f"this fake makes merge commits only, not {method}")
    if thread.state != "open" or thread.request.get("draft") or not fake.mergeable(thread):
        raise Refused(405, "Pull Request is not mergeable")
    found = [*rulesets.violations(fake, thread), *(rule(fake, thread) for rule in fake.rules)]
    broken = [violation for violation in found if violation]
    if broken:
        raise Refused(405, "\n".join(["Repository rule violations found", "", *broken]))
