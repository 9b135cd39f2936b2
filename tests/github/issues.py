"""Operations on threads as issues: labels, comments, the timeline."""

from __future__ import annotations

from tests.github.pulls import change
from tests.github.routes import NOT_FOUND, Ask, Refused, Reply, route
from tests.github.state import EPOCH, Json, Thread

ONE = "/repos/{owner}/{repo}"
ISSUE = f"{ONE}/issues/{{issue_number}}"
COMMENT = f"{ONE}/issues/comments/{{comment_id}}"
READ, WRITE = "issues|pull_requests:read", "issues|pull_requests:write"
MAX_BODY = 65_536


@route("get", ISSUE, READ)
def issue(ask: Ask) -> Reply:
    """A thread as an issue."""
    return Reply(200, ask.fake.answers.issue(ask.thread()))


@route("patch", ISSUE, WRITE, role="read")
def change_issue(ask: Ask) -> Reply:
    """Another title, text, state or other labels."""
    thread, labels = ask.thread(), ask.body.get("labels")
    change(ask, thread)
    if labels is not None:
        _relabel(ask, thread, [row if isinstance(row, str) else row["name"] for row in labels])
    return Reply(200, ask.fake.answers.issue(thread))


def _relabel(ask: Ask, thread: Thread, names: list[str]) -> None:
    old, thread.labels = thread.labels, list(dict.fromkeys(names))
    changes = [("labeled", name) for name in thread.labels if name not in old]
    changes += [("unlabeled", name) for name in old if name not in names]
    for event, name in changes:
        row = ask.fake.label(name)
        label = {"name": name, "color": row["color"]}
        ask.fake.happenings.event(thread, event, ask.actor["login"], label=label)


@route("get", f"{ISSUE}/timeline", READ)
def timeline(ask: Ask) -> Reply:
    """What happened, in order: commits first, then everything that has a time."""
    thread = ask.thread()
    left_out = str(ask.query.get("exclude", "")).split(",")
    rows = [*_commits(ask, thread), *sorted(_dated(ask, thread), key=_when)]
    rows = [row for row in rows if row["event"] not in left_out]
    return ask.page(rows, ask.fake.answers.event)


def _when(row: Json) -> tuple[str, int]:
    return str(row.get("created_at") or row.get("submitted_at") or ""), row.get("id", 0)


def _commits(ask: Ask, thread: Thread) -> list[Json]:
    if thread.pull is None:
        return []
    made = map(ask.fake.answers.commit, ask.fake.commits_of(thread))
    person = {"name": "", "email": "", "date": EPOCH}
    return [
        {
            "event": "committed",
            "sha": row["sha"],
            "node_id": row["node_id"],
            "url": row["commit"]["url"],
            "html_url": row["html_url"],
            "author": person | (row["commit"]["author"] or {}),
            "committer": person | (row["commit"]["committer"] or {}),
            "message": row["commit"]["message"],
            "tree": row["commit"]["tree"],
            "parents": row["parents"],
        }
        for row in made
    ]


def _dated(ask: Ask, thread: Thread) -> list[Json]:
    answers = ask.fake.answers
    said = [answers.comment(row, thread) for row in thread.comments]
    given = [answers.review(row, thread) for row in thread.reviews if row.get("submitted_at")]
    return [
        *thread.timeline,
        *({**row, "event": "commented", "actor": row["user"]} for row in said),
        *({**row, "event": "reviewed", "state": row["state"].lower()} for row in given),
    ]


@route("get", f"{ISSUE}/comments", READ)
def comments(ask: Ask) -> Reply:
    """Comments, oldest first."""
    thread = ask.thread()
    rows = [row for row in thread.comments if row["updated_at"] >= ask.query.get("since", "")]
    return ask.page(rows, lambda row: ask.fake.answers.comment(row, thread))


@route("post", f"{ISSUE}/comments", WRITE, role="read")
def comment(ask: Ask) -> Reply:
    """A new comment."""
    thread, stamp = ask.thread(), ask.fake.state.stamp()
    row = {
        "id": ask.fake.state.new_id(),
        "user": ask.actor,
        "body": _body(ask),
        "created_at": stamp,
        "updated_at": stamp,
    }
    thread.comments.append(row)
    thread.updated_at = stamp
    return Reply(201, ask.fake.answers.comment(row, thread))


def _body(ask: Ask) -> str:
    body = str(ask.body["body"])
    if not body.strip() or len(body) > MAX_BODY:
        long = "is too long (maximum is 65536 characters)"
        raise Refused(
            422,
            "Validation Failed",
            {
                "resource": "IssueComment",
                "code": "unprocessable" if body.strip() else "missing_field",
                "field": "data" if body.strip() else "body",
                "message": f"Body {long}" if body.strip() else "Body cannot be blank",
            },
        )
    return body


@route("patch", COMMENT, WRITE, role="read")
def change_comment(ask: Ask) -> Reply:
    """Another text."""
    thread, row = _own(ask)
    row["body"], row["updated_at"] = _body(ask), ask.fake.state.stamp()
    return Reply(200, ask.fake.answers.comment(row, thread))


@route("delete", COMMENT, WRITE, role="read")
def delete_comment(ask: Ask) -> Reply:
    """The comment is gone."""
    thread, row = _own(ask)
    thread.comments.remove(row)
    return Reply(204)


def _own(ask: Ask) -> tuple[Thread, Json]:
    """A comment that this account may change: its own, or any if it may write."""
    number, me = int(ask.variables["comment_id"]), ask.actor
    for thread in ask.fake.state.threads.values():
        for row in thread.comments:
            if row["id"] == number:
                mine = (row["user"] or {}).get("id") == me["id"]
                if mine or me["type"] == "Bot" or ask.fake.role(me["login"]) in _WRITERS:
                    return thread, row
                raise Refused(403, "Must have admin rights to Repository.")
    raise Refused(404, NOT_FOUND)


_WRITERS = ("write", "maintain", "admin")


@route("get", f"{ONE}/labels", READ)
def labels(ask: Ask) -> Reply:
    """The repository's labels."""
    return ask.page(ask.fake.state.labels, ask.fake.answers.label)


@route("post", f"{ONE}/labels", WRITE)
def make_label(ask: Ask) -> Reply:
    """A new label."""
    if any(row["name"].casefold() == ask.body["name"].casefold() for row in ask.fake.state.labels):
        row = {"resource": "Label", "code": "already_exists", "field": "name"}
        raise Refused(422, "Validation Failed", row)
    made = ask.fake.label(ask.body["name"])
    made.update({key: ask.body[key] for key in ("color", "description") if key in ask.body})
    return Reply(201, ask.fake.answers.label(made))
