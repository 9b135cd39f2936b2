"""Payloads of the events that wake workflows; see events/README.md."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).with_name("events")
Json = dict[str, Any]


@dataclass(frozen=True)
class Account:
    """Who did it, as GitHub vouches for."""

    login: str
    id: int


@dataclass(frozen=True)
class Head:
    """What a request asks to merge."""

    number: int
    branch: str
    sha: str


def pull_request(head: Head, by: Account, action: str = "synchronize") -> Json:
    """Something happened to a request."""
    event = _event("pull_request", by) | {"action": action, "number": head.number}
    if action == "synchronize":
        event |= {"before": head.sha, "after": head.sha}
    row = event["pull_request"]
    _request(row, head, by)
    row["draft"] = action == "converted_to_draft"
    if action == "closed":
        row |= {"state": "closed", "closed_at": row["updated_at"]}
    return event


def review(head: Head, by: Account, state: str = "approved", action: str = "submitted") -> Json:
    """Somebody gave a review, changed its text, or dismissed one."""
    event = _event("pull_request_review", by) | {"action": action}
    event["review"] |= {"state": state, "user": _account(by), "commit_id": head.sha}
    _request(event["pull_request"], head, by)
    # GitHub sends no such key; act names the ref of the run by it
    return event | {"number": head.number}


def signal(head: Head, by: Account, *, fork: bool = False) -> Json:
    """The workflow Isyarat ended; a run that began in a fork names no request."""
    event = _event("workflow_run", by)
    repository = _load("repository")
    run = event["workflow_run"]
    run |= {"head_sha": head.sha, "head_branch": head.branch}
    run |= dict.fromkeys(("actor", "triggering_actor"), _account(by))
    run |= dict.fromkeys(("repository", "head_repository"), _short(repository))
    place = {"id": repository["id"], "name": repository["name"], "url": repository["url"]}
    row = {
        "id": 1000 + head.number,
        "number": head.number,
        "url": f"{repository['url']}/pulls/{head.number}",
        "head": {"ref": head.branch, "sha": head.sha, "repo": place},
        "base": {"ref": "main", "sha": head.sha, "repo": place},
    }
    run["pull_requests"] = [] if fork else [row]
    return event


def issue(number: int, body: str, by: Account, *labels: str, action: str = "opened") -> Json:
    """Somebody filled in an issue form, or wrote an issue."""
    event = _event("issues", by) | {"action": action}
    event["issue"] |= {"number": number, "body": body, "user": _account(by)}
    event["issue"]["labels"] = [_label(name) for name in labels]
    if action == "edited":
        event["changes"] = {}
    return event


def comment(number: int, body: str, by: Account, text: str, *labels: str) -> Json:
    """Somebody wrote a comment beneath an issue."""
    event = issue(number, body, by, *labels, action="created")
    place = f"{_load('repository')['url']}/issues"
    event["comment"] = {
        **{key: event["issue"][key] for key in ("node_id", "created_at", "updated_at")},
        "id": 5000 + number,
        "url": f"{place}/comments/{5000 + number}",
        "issue_url": f"{place}/{number}",
        "html_url": f"{event['issue']['html_url']}#issuecomment-{5000 + number}",
        "author_association": "NONE",
        "user": _account(by),
        "body": text,
        "performed_via_github_app": None,
    }
    return event


def push(before: str, after: str, by: Account) -> Json:
    """`main` went on."""
    return _event("push", by) | {"before": before, "after": after}


def dispatch(inputs: dict[str, str], by: Account) -> Json:
    """Somebody pressed “Run workflow”."""
    return _event("workflow_dispatch", by) | {"inputs": inputs}


def schedule(cron: str) -> Json:
    """The clock struck."""
    return {"schedule": cron, "repository": _load("repository")}


def _event(name: str, by: Account) -> Json:
    return _load(name) | {"repository": _load("repository"), "sender": _account(by)}


def _request(row: Json, head: Head, by: Account) -> None:
    row |= {"number": head.number, "user": _account(by)}
    row["head"] |= {"ref": head.branch, "sha": head.sha, "label": f"contoh:{head.branch}"}
    for side in ("head", "base"):
        row[side] |= {"repo": _load("repository"), "user": _load("repository")["owner"]}


def _short(repository: Json) -> Json:
    """A repository as it stands inside a run: no counts, no dates, only where things are."""
    plain = ("id", "node_id", "name", "full_name", "owner", "private", "description", "fork")
    gone = ("clone_url", "git_url", "mirror_url", "ssh_url", "svn_url")
    return {
        key: value
        for key, value in repository.items()
        if key in plain or (key.endswith("url") and key not in gone)
    }


def _account(by: Account) -> Json:
    known = _load("account")
    text = json.dumps(known).replace(known["login"], by.login)
    return {**json.loads(text), "id": by.id}


def _label(name: str) -> Json:
    url = f"{_load('repository')['url']}/labels/{name}"
    row = {"id": 1, "node_id": "LA_1", "url": url, "name": name, "color": "ededed"}
    return row | {"default": False, "description": None}


@cache
def _text(name: str) -> str:
    return (FOLDER / f"{name}.json").read_text(encoding="utf-8")


def _load(name: str) -> Json:
    document: Json = json.loads(_text(name))
    return document
