"""The shapes of this repository's own things: requests, commits, reviews, comments, events."""

from __future__ import annotations

from functools import cache
from hashlib import sha1
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from tests.github.shapes import fill, node_id, schema, user
from tests.github.state import GHOST, Json, Thread

if TYPE_CHECKING:
    from tests.github.fake import FakeGitHub

EVENTS = {
    "labeled": "labeled-issue-event",
    "unlabeled": "unlabeled-issue-event",
    "renamed": "renamed-issue-event",
    "review_requested": "review-requested-issue-event",
    "review_request_removed": "review-request-removed-issue-event",
    "review_dismissed": "review-dismissed-issue-event",
    "committed": "timeline-committed-event",
    "reviewed": "timeline-reviewed-event",
    "commented": "timeline-comment-event",
}
"""The schema of an event; that of a mere change of state for all others."""


class Answers:
    """Makes full answers from the reduced rows of a fake's state."""

    def __init__(self, fake: FakeGitHub) -> None:
        self.fake = fake

    # Where things are

    @property
    def api(self) -> str:
        """The repository's address in the API."""
        return f"{self.fake.host}/repos/{self.fake.repo}"

    @property
    def web(self) -> str:
        """The repository's address for people."""
        return f"https://github.test/{self.fake.repo}"

    # People and repositories

    def user(self, row: Json | None) -> Json | None:
        """An account, or None where it is deleted."""
        gone = row is not None and row.get("login") in self.fake.state.deleted
        return None if gone else user(row)

    def association(self, row: Json | None) -> str:
        """How an account stands to the repository."""
        login = (row or {}).get("login", "")
        if str(login).casefold() == self.fake.owner.casefold():
            return "OWNER"
        role = self.fake.state.collaborators.get(login, "none")
        return "NONE" if role == "none" else "COLLABORATOR"

    def repository(self, name: str, kind: str = "repository") -> Json:
        """A repository by its full name; one of another owner is a fork of ours."""
        own = name.casefold() == self.fake.repo.casefold()
        given = dict(self.fake.state.repository) if own else {"fork": True}
        known = schema(kind)["properties"].keys()
        row = _repository(self.fake.host, name, kind)
        return row | {key: value for key, value in given.items() if key in known}

    # Commits and files

    def commit(self, row: Json) -> Json:
        """A commit as lists show it."""
        sha, written = row["sha"], row.get("commit") or {}
        people = {role: written.get(role) or None for role in ("author", "committer")}
        tree = row.get("tree") or sha1(sha.encode(), usedforsecurity=False).hexdigest()
        return fill(
            "commit",
            {
                "sha": sha,
                "node_id": node_id("C", sha),
                "url": f"{self.api}/commits/{sha}",
                "html_url": f"{self.web}/commit/{sha}",
                "comments_url": f"{self.api}/commits/{sha}/comments",
                "author": self.user(row.get("author")),
                "committer": self.user(row.get("committer")),
                "parents": [self._parent(parent["sha"]) for parent in row.get("parents") or ()],
                "commit": {
                    **people,
                    "url": f"{self.api}/git/commits/{sha}",
                    "message": written.get("message", ""),
                    "comment_count": 0,
                    "tree": {"sha": tree, "url": f"{self.api}/git/trees/{tree}"},
                },
            },
        )

    def _parent(self, sha: str) -> Json:
        page = f"{self.web}/commit/{sha}"
        return {"sha": sha, "url": f"{self.api}/commits/{sha}", "html_url": page}

    def file(self, row: Json, head: str) -> Json:
        """One changed file."""
        name, sha = quote(row["filename"]), row.get("sha")
        return fill(
            "diff-entry",
            {
                **row,
                "sha": sha or sha1(name.encode(), usedforsecurity=False).hexdigest(),
                "blob_url": f"{self.web}/blob/{head}/{name}",
                "raw_url": f"{self.web}/raw/{head}/{name}",
                "contents_url": f"{self.api}/contents/{name}?ref={head}",
            },
        )

    # Requests and issues

    def pull(self, thread: Thread) -> Json:
        """A request by itself, with what GitHub counts only there."""
        pull, commits = thread.request, self.fake.commits_of(thread)
        files = self.fake.files_of(thread)
        merged = bool(pull.get("merged"))
        mergeable = None if thread.state == "closed" else self.fake.mergeable(thread)
        counted = {name: sum(row.get(name, 0) for row in files) for name in _LINES}
        state = {True: "clean", False: "dirty", None: "unknown"}[mergeable]
        return self._pull(thread, "pull-request") | {
            "merged": merged,
            "merged_by": self.user(pull.get("merged_by")),
            "mergeable": mergeable,
            "mergeable_state": "draft" if pull.get("draft") else state,
            "rebaseable": mergeable,
            "comments": len(thread.comments),
            "review_comments": len(thread.review_comments),
            "commits": pull.get("commits", len(commits)),
            "changed_files": pull.get("changed_files", len(files)),
            **counted,
        }

    def listed_pull(self, thread: Thread) -> Json:
        """A request as lists show it."""
        return self._pull(thread, "pull-request-simple")

    def _pull(self, thread: Thread, kind: str) -> Json:
        pull, number = thread.request, thread.number
        base = {"sha": self.fake.base_tip(thread), **pull["base"]}
        people = [user(self.fake.state.account(login)) for login in pull.get("reviewers", ())]
        return fill(
            kind,
            {
                **self._thread(thread),
                "url": f"{self.api}/pulls/{number}",
                "html_url": f"{self.web}/pull/{number}",
                "user": self.user(thread.user) or (user(GHOST) if thread.user else None),
                "draft": bool(pull.get("draft")),
                "merged_at": pull.get("merged_at"),
                "merge_commit_sha": pull.get("merge_commit_sha") or self._trial(thread),
                "head": self._end(pull["head"]),
                "base": self._end(base),
                "requested_reviewers": people,
                "requested_teams": [self.team(slug) for slug in pull.get("teams", ())],
            },
        )

    def _trial(self, thread: Thread) -> str | None:
        """The commit of GitHub's own trial merge, which says nothing of what was merged."""
        if thread.state == "closed" or self.fake.mergeable(thread) is not True:
            return None
        ends = f"{self.fake.base_tip(thread)} {thread.request['head']['sha']}"
        return sha1(ends.encode(), usedforsecurity=False).hexdigest()

    def _end(self, row: Json) -> Json:
        name = (row.get("repo") or {}).get("full_name")
        repository = self.repository(name) if name else None
        owner = repository["owner"] if repository else None
        login = owner["login"] if owner else "unknown"
        label = f"{login}:{row['ref']}"
        own = {"label": label, "repo": repository, "user": owner}
        return {"ref": row["ref"], "sha": row["sha"], **own}

    def issue(self, thread: Thread) -> Json:
        """A thread as an issue; a request is one too."""
        made: Json = {
            **self._thread(thread),
            "url": f"{self.api}/issues/{thread.number}",
            "html_url": f"{self.web}/issues/{thread.number}",
            "repository_url": self.api,
            "user": self.user(thread.user),
            "comments": len(thread.comments),
            "state_reason": thread.state_reason,
        }
        if thread.pull is not None:
            page = f"{self.web}/pull/{thread.number}"
            links = {"diff_url": f"{page}.diff", "html_url": page, "patch_url": f"{page}.patch"}
            links["url"] = f"{self.api}/pulls/{thread.number}"
            made["pull_request"] = links | {"merged_at": thread.pull.get("merged_at")}
            made["draft"] = bool(thread.pull.get("draft"))
        return fill("issue", made)

    def _thread(self, thread: Thread) -> Json:
        return {
            "id": 900_000 + thread.number,
            "node_id": node_id("T", thread.number),
            "number": thread.number,
            "state": thread.state,
            "title": thread.title,
            "body": thread.body,
            "labels": [self.label(self.fake.label(name)) for name in thread.labels],
            "created_at": thread.created_at,
            "updated_at": thread.updated_at or thread.created_at,
            "closed_at": thread.closed_at,
            "author_association": self.association(thread.user),
        }

    def label(self, row: Json) -> Json:
        """A label."""
        place = {"url": f"{self.api}/labels/{quote(row['name'])}"}
        blank = {"description": "", "node_id": node_id("L", row["id"])}
        return fill("label", {**blank, **place, **row})

    def team(self, slug: str) -> Json:
        """A team by its short name."""
        return fill("team-simple", {"slug": slug, "name": slug, "type": "organization"})

    # What people say

    def review(self, row: Json, thread: Thread) -> Json:
        """A formal review."""
        page = f"{self.web}/pull/{thread.number}#pullrequestreview-{row['id']}"
        place = f"{self.api}/pulls/{thread.number}"
        account = self.user(row.get("user"))
        given = {key: value for key, value in row.items() if key in _REVIEW}
        return fill(
            "pull-request-review",
            {
                "body": "",
                "author_association": self.association(row.get("user")),
                **given,
                "user": account,
                "node_id": node_id("R", row["id"]),
                "html_url": page,
                "pull_request_url": place,
                "_links": {"html": {"href": page}, "pull_request": {"href": place}},
            },
        )

    def review_comment(self, row: Json, thread: Thread) -> Json:
        """A remark beside a line."""
        place = f"{self.api}/pulls/comments/{row['id']}"
        page = f"{self.web}/pull/{thread.number}#discussion_r{row['id']}"
        request = f"{self.api}/pulls/{thread.number}"
        hrefs = {"self": place, "html": page, "pull_request": request}
        return fill(
            "pull-request-review-comment",
            {
                "diff_hunk": "",
                "author_association": self.association(row.get("user")),
                **row,
                "user": self.user(row.get("user")),
                "url": place,
                "html_url": page,
                "pull_request_url": request,
                "_links": {name: {"href": href} for name, href in hrefs.items()},
            },
        )

    def comment(self, row: Json, thread: Thread) -> Json:
        """A plain comment."""
        page = f"{self.web}/pull/{thread.number}#issuecomment-{row['id']}"
        return fill(
            "issue-comment",
            {
                **row,
                "user": self.user(row.get("user")),
                "node_id": node_id("IC", row["id"]),
                "url": f"{self.api}/issues/comments/{row['id']}",
                "html_url": page,
                "issue_url": f"{self.api}/issues/{thread.number}",
                "author_association": self.association(row.get("user")),
            },
        )

    def event(self, row: Json) -> Json:
        """A line of the timeline."""
        kind = EVENTS.get(row["event"], "state-change-issue-event")
        people = ("actor", "review_requester", "requested_reviewer")
        named = {key: self.user(row[key]) for key in people if key in row}
        place: dict[str, Any] = {}
        if "id" in row and kind.endswith("issue-event"):
            place = {"url": f"{self.api}/issues/events/{row['id']}"}
            place["node_id"] = node_id("E", row["id"])
        return fill(kind, {**place, **row, **named})


_LINES = ("additions", "deletions")
_REVIEW = frozenset("id user body state commit_id submitted_at author_association".split())


@cache
def _repository(host: str, name: str, kind: str) -> Json:
    owner, _, short = name.partition("/")
    page = f"https://github.test/{name}"
    account = {"login": owner, "id": 70_000 + sum(owner.encode()), "type": "Organization"}
    row = {
        "id": 60_000 + sum(name.encode()),
        "node_id": node_id("Repo", name),
        "name": short,
        "full_name": name,
        "owner": user(account),
        "url": f"{host}/repos/{name}",
        "html_url": page,
        "clone_url": f"{page}.git",
        "default_branch": "main",
        "visibility": "public",
        "has_issues": True,
    }
    return fill(kind, row)
