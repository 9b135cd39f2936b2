"""REST answers reduced to what the facts document holds: small, stable, and without private data.

Shapes and names stay GitHub's own, so that whoever knows its REST API can read a document.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

Json = dict[str, Any]
Row = Mapping[str, Any]

LINE_NOTE = (
    "id body path line original_line created_at in_reply_to_id pull_request_review_id"
    " original_commit_id"
).split()


def account(user: Row | None) -> Json | None:
    """A user as login, id and type; None where the account is gone or empty."""
    if not user or user.get("id") is None:
        return None
    return {"login": user.get("login", ""), "id": user["id"], "type": user.get("type", "User")}


def request(row: Row, files: Sequence[Row] | None) -> Json:
    """The request itself; the test merge of an open one is no merge commit."""
    merged = bool(row.get("merged_at"))
    return {
        "number": row["number"],
        "title": row["title"],
        "state": row["state"],
        "draft": bool(row.get("draft")),
        "merged": merged,
        "merged_at": row.get("merged_at"),
        "merge_commit_sha": row.get("merge_commit_sha") if merged else None,
        "merged_by": account(row.get("merged_by")),
        "user": account(row.get("user")),
        "created_at": row["created_at"],
        "head": _side(row["head"]),
        "base": _side(row["base"]),
        "labels": [label["name"] for label in row.get("labels") or ()],
        "commits": row.get("commits"),
        "changed_files": row.get("changed_files"),
        "files": None if files is None else [file(one) for one in files],
    }


def _side(side: Row) -> Json:
    repository = side.get("repo")
    named = {"full_name": repository["full_name"]} if repository else None
    return {"sha": side["sha"], "ref": side["ref"], "repo": named}


def file(row: Row) -> Json:
    """A file with its old name where it was renamed."""
    kept = {"filename": row["filename"], "status": row["status"]}
    old = row.get("previous_filename")
    return kept if old is None else {**kept, "previous_filename": old}


def commit(row: Row) -> Json:
    """A commit without its content, which only Git can tell."""
    written = row.get("commit") or {}
    author, committer = written.get("author") or {}, written.get("committer") or {}
    return {
        "sha": row["sha"],
        "author": account(row.get("author")),
        "committer": account(row.get("committer")),
        "commit": {
            "author": {"email": author.get("email"), "date": author.get("date")},
            "committer": {"date": committer.get("date")},
            "message": written.get("message", ""),
        },
        "parents": [{"sha": parent["sha"]} for parent in row.get("parents") or ()],
    }


def review(row: Row) -> Json:
    """A review; a pending one has no time yet."""
    return {
        "id": row["id"],
        "user": account(row.get("user")),
        "state": row["state"],
        "commit_id": row.get("commit_id"),
        "body": row.get("body") or "",
        "author_association": row.get("author_association"),
        "submitted_at": row.get("submitted_at"),
    }


def dismissals(timeline: Iterable[Row]) -> list[Json]:
    """The events that tell what a dismissed review was, and who dismissed it."""
    kept = ("state", "review_id", "dismissal_message", "dismissal_commit_id")
    return [
        {
            "event": event["event"],
            "actor": account(event.get("actor")),
            "created_at": event["created_at"],
            "dismissed_review": {key: event["dismissed_review"].get(key) for key in kept},
        }
        for event in timeline
        if event.get("dismissed_review")
    ]


def comments(timeline: Iterable[Row]) -> list[Json]:
    """The plain comments of a timeline; they never count."""
    return [
        {
            "user": account(event.get("user") or event.get("actor")),
            "body": event.get("body") or "",
            "created_at": event["created_at"],
        }
        for event in timeline
        if event.get("event") == "commented"
    ]


def line_note(row: Row) -> Json:
    """A comment on a line of a file."""
    return {**{key: row.get(key) for key in LINE_NOTE}, "user": account(row.get("user"))}


def push(row: Row) -> Json:
    """A row of the activity list."""
    kept = ("activity_type", "before", "after", "timestamp")
    return {**{key: row[key] for key in kept}, "actor": account(row.get("actor"))}
