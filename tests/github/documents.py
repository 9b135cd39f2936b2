"""A facts document of Terbit, served as GitHub would have told it.

What no answer of GitHub holds is left to the test: digests (`FakeGitHub.memory` has them), the
faults of `fetch`, and the merge group, of which only the event tells.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from copy import deepcopy
from typing import TYPE_CHECKING, Any

from tests.github.happenings import HEADS
from tests.github.state import NO_COMMIT, Json, Thread

if TYPE_CHECKING:
    from tests.github.fake import FakeGitHub

UNREADABLE = {
    "commits": "/pulls/{n}/commits$",
    "reviews": "/pulls/{n}/reviews$",
    "activity": "/activity$",
    "draft_commits": "^/repos/[^/]+/[^/]+/commits$",
    "files": "/pulls/{n}/files$",
    "review_comments": "/pulls/{n}/comments$",
}
"""Parts that a document may call unreadable (null), and the lists that then fail."""
FROM_DOCUMENT = frozenset({"user", "created_at", "number", "title", "body", "state", "labels"})


def load(fake: FakeGitHub, document: Json) -> Thread:
    """Take in a document: from now on its request is on this GitHub."""
    document = deepcopy(document)
    pr = document["pr"]
    thread = _thread(fake, document)
    fake.state.threads[thread.number] = thread
    _commits(fake, document)
    _places(fake, thread, document)
    _people(fake, document)
    _unreadable(fake, thread.number, document)
    # a document may hold what the description forbids, such as a fork that is deleted
    own = rf"/(pulls|issues)/{thread.number}(/|$)"
    fake.excused.append(re.compile(rf"{own}|/(pulls|activity|commits)$|/commits/|/compare/"))
    for row in document.get("also_open") or ():
        load(fake, _beside(row, pr))
    return thread


def _thread(fake: FakeGitHub, document: Json) -> Thread:
    pr, created = document["pr"], document["pr"]["created_at"]
    state = str(pr.get("state", "open")).lower()
    labels = [row if isinstance(row, str) else row["name"] for row in pr.get("labels") or ()]
    merged_at = pr.get("merged_at")
    return Thread(
        number=pr["number"],
        title=pr.get("title") or "",
        user=pr.get("user"),
        created_at=created,
        body=pr.get("body"),
        state=state,
        closed_at=None if state == "open" else pr.get("closed_at") or merged_at or created,
        labels=labels,
        pull={key: value for key, value in pr.items() if key not in FROM_DOCUMENT | {"files"}},
        reviews=list(document.get("reviews") or ()),
        comments=[_said(fake, row, created) for row in document.get("comments") or ()],
        review_comments=[_remark(row, created) for row in document.get("review_comments") or ()],
        timeline=[_event(fake, row) for row in document.get("timeline") or ()],
        document=document,
    )


def _said(fake: FakeGitHub, row: Json, created: str) -> Json:
    times = {"created_at": created, "updated_at": row.get("created_at", created)}
    return {"id": fake.state.new_id(), **times, **row}


def _remark(row: Json, created: str) -> Json:
    blank = {"created_at": created, "updated_at": row.get("created_at", created), "path": ""}
    given = {key: value for key, value in row.items() if value is not None or key == "user"}
    return {**blank, "commit_id": row.get("original_commit_id", ""), **given}


def _event(fake: FakeGitHub, row: Json) -> Json:
    told = row.get("dismissed_review")
    more: Json = {}
    if told:
        more["dismissed_review"] = {"dismissal_message": None, **told}
    return {"id": fake.state.new_id(), **row, **more}


def restore(fake: FakeGitHub) -> None:
    """Take in again what the requests of a saved state brought with them."""
    for thread in fake.requests():
        if thread.document is not None:
            _commits(fake, thread.document)
            _known(fake, thread)
    fake.memory.branches = dict(fake.state.refs)


def _commits(fake: FakeGitHub, document: Json) -> None:
    """All commits can be fetched, but for those that the document calls gone."""
    for part in ("old_commits", "commits", "draft_commits"):
        shas = fake.memory.add(document.get(part) or ())
        if part == "draft_commits":
            fake.memory.touched.setdefault("drafts", []).extend(shas)


def _places(fake: FakeGitHub, thread: Thread, document: Json) -> None:
    """Branches, the base commit, and the rows of the activity list."""
    head, base = thread.request["head"], thread.request["base"]
    rows = (document.get("old_commits") or []) + (document.get("commits") or [])
    known = {row["sha"] for row in rows}
    parents = (parent["sha"] for row in rows for parent in row.get("parents") or ())
    base.setdefault("sha", next((sha for sha in parents if sha not in known), "b" * 40))
    _known(fake, thread)
    places = {base["ref"]: base["sha"]}
    if fake.own(head):
        places[head["ref"]] = head["sha"]
        _activity(fake, head["ref"], document)
    for name, sha in places.items():
        fake.memory.branches[HEADS + name] = fake.state.refs[HEADS + name] = sha


def _known(fake: FakeGitHub, thread: Thread) -> None:
    pull, document = thread.request, thread.document or {}
    for end in (pull["base"], pull["head"]):
        fake.memory.add_unknown(end["sha"])
    fake.memory.changes[pull["head"]["sha"]] = document["pr"].get("files") or []


def _activity(fake: FakeGitHub, branch: str, document: Json) -> None:
    # pushes to a fork are on the fork's list, not on ours
    for row in document.get("activity") or ():
        place = {"id": fake.state.new_id(), "ref": HEADS + branch}
        blank = {"before": NO_COMMIT, "activity_type": "push", "actor": None}
        fake.state.activity.append({**blank, **row, **place})


def _people(fake: FakeGitHub, document: Json) -> None:
    """Everyone whom the document names has an account, and the teams have their members."""
    for row in _accounts(document):
        fake.state.accounts.setdefault(row["login"].casefold(), row)
    teams = document.get("team_members")
    for name, rows in (teams if isinstance(teams, dict) else {}).items():
        listed = name if "/" in name else f"{fake.owner}/{name}"
        known = isinstance(rows, list)
        fake.state.teams[listed] = [_member(fake, row) for row in rows] if known else None


def _member(fake: FakeGitHub, row: Any) -> Json:
    found: Json = fake.state.account(row) if isinstance(row, str) else row
    return found


def _accounts(value: Any) -> Iterable[Json]:
    if isinstance(value, dict):
        if {"login", "id", "type"} <= value.keys():
            yield value
        value = list(value.values())
    if isinstance(value, list):
        for item in value:
            yield from _accounts(item)


def _unreadable(fake: FakeGitHub, number: int, document: Json) -> None:
    parts = {**document, "files": document["pr"].get("files", ())}
    for part, path in UNREADABLE.items():
        if parts.get(part, ()) is None:
            fake.faults.add("GET", path.format(n=number), 502, times=None)


def _beside(row: Json, pr: Json) -> Json:
    """Another open request with the same head; a bare row names only its number."""
    if "pr" in row:
        needed = {key: pr[key] for key in ("created_at", "head", "base")}
        return {**row, "pr": {**needed, **row["pr"]}}
    head = {**pr["head"], "ref": f"{pr['head']['ref']}-{row['number']}"}
    number = {"number": row["number"], "head": head}
    return {"pr": {**pr, **number}, "reviews": [], "commits": [], "timeline": []}
