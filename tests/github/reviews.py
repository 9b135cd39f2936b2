"""Operations on reviews: ask for them, give them, dismiss them."""

from __future__ import annotations

from tests.github.pulls import FORBIDDEN, PULL
from tests.github.routes import NOT_FOUND, Ask, Refused, Reply, route
from tests.github.state import ACTIONS, Json, Thread

STATES = {"APPROVE": "APPROVED", "REQUEST_CHANGES": "CHANGES_REQUESTED", "COMMENT": "COMMENTED"}
OPENER = {
    "APPROVE": "Can not approve your own pull request",
    "REQUEST_CHANGES": "Can not request changes on your own pull request",
}


@route("get", f"{PULL}/reviews", "pull_requests:read")
def reviews(ask: Ask) -> Reply:
    """Reviews in the order in which they were begun; a pending one only for its author."""
    thread, me = ask.thread(), ask.actor["login"]
    rows = [
        row
        for row in thread.reviews
        if row["state"] != "PENDING"
        or thread.document is not None
        or (row["user"] or {}).get("login") == me
    ]
    return ask.page(rows, lambda row: ask.fake.answers.review(row, thread))


@route("post", f"{PULL}/reviews", "pull_requests:write", role="read")
def review(ask: Ask) -> Reply:
    """A formal review; without event it stays pending."""
    thread, event = ask.thread(), ask.body.get("event")
    _may_review(ask, thread, event)
    row: Json = {
        "id": ask.fake.state.new_id(),
        "user": ask.actor,
        "body": ask.body.get("body") or "",
        "state": STATES.get(event or "", "PENDING"),
        "commit_id": ask.body.get("commit_id", thread.request["head"]["sha"]),
    }
    if event is not None:
        row["submitted_at"] = thread.updated_at = ask.fake.state.stamp()
        asked = thread.request.get("reviewers", [])
        thread.request["reviewers"] = [who for who in asked if who != ask.actor["login"]]
    thread.reviews.append(row)
    for remark in ask.body.get("comments", ()):
        _remark(ask, thread, row, remark)
    return Reply(200, ask.fake.answers.review(row, thread))


def _may_review(ask: Ask, thread: Thread, event: str | None) -> None:
    opener = (thread.user or {}).get("id") == ask.actor["id"]
    if opener and event in OPENER:
        raise Refused(422, "Unprocessable Entity", OPENER[event])
    may = ask.fake.state.workflow.get("can_approve_pull_request_reviews")
    if ask.actor["login"] == ACTIONS and event == "APPROVE" and not may:
        raise Refused(422, "Unprocessable Entity", FORBIDDEN)
    if event in ("REQUEST_CHANGES", "COMMENT") and not ask.body.get("body"):
        raise Refused(422, "Unprocessable Entity", "Could not be blank: body")


def _remark(ask: Ask, thread: Thread, row: Json, remark: Json) -> None:
    stamp = ask.fake.state.stamp()
    more = {
        "id": ask.fake.state.new_id(),
        "pull_request_review_id": row["id"],
        "commit_id": row["commit_id"],
        "original_commit_id": row["commit_id"],
        "user": ask.actor,
        "created_at": stamp,
        "updated_at": stamp,
    }
    thread.review_comments.append({**remark, **more})


@route("get", f"{PULL}/comments", "pull_requests:read")
def review_comments(ask: Ask) -> Reply:
    """Remarks beside lines."""
    thread = ask.thread()
    return ask.page(
        thread.review_comments, lambda row: ask.fake.answers.review_comment(row, thread)
    )


@route("put", f"{PULL}/reviews/{{review_id}}/dismissals", "pull_requests:write")
def dismiss(ask: Ask) -> Reply:
    """A review no longer counts; what it was, only the timeline remembers."""
    thread, number = ask.thread(), int(ask.variables["review_id"])
    row = next((row for row in thread.reviews if row["id"] == number), None)
    if row is None:
        raise Refused(404, NOT_FOUND)
    if row["state"] not in ("APPROVED", "CHANGES_REQUESTED"):
        raise Refused(422, f"Can not dismiss a {row['state'].lower()} pull request review")
    ask.body.get("event")  # there is but one: DISMISS
    told = {
        "state": row["state"].lower(),
        "review_id": number,
        "dismissal_message": ask.body["message"],
    }
    row["state"] = "DISMISSED"
    who = ask.actor["login"]
    ask.fake.happenings.event(thread, "review_dismissed", who, dismissed_review=told)
    return Reply(200, ask.fake.answers.review(row, thread))


@route("post", f"{PULL}/requested_reviewers", "pull_requests:write", role="triage")
def request(ask: Ask) -> Reply:
    """Ask people and teams for a review; never the opener, never strangers."""
    thread, fake, pull = ask.thread(), ask.fake, ask.thread().request
    people, teams = ask.body.get("reviewers", []), ask.body.get("team_reviewers", [])
    opener = str((thread.user or {}).get("login", "")).casefold()
    if opener in {login.casefold() for login in people}:
        raise Refused(422, "Review cannot be requested from pull request author.")
    known = {login.casefold(): login for login in fake.state.collaborators}
    slugs = {name.partition("/")[2] for name in fake.state.teams}
    if not {login.casefold() for login in people} <= known.keys() or not set(teams) <= slugs:
        raise Refused(
            422,
            "Reviews may only be requested from collaborators. One or more of the users or "
            f"teams you specified is not a collaborator of the {fake.repo} repository.",
        )
    for login in (known[name.casefold()] for name in people):
        if login not in pull.setdefault("reviewers", []):
            pull["reviewers"].append(login)
            _told(ask, thread, "review_requested", login)
    waiting = pull.setdefault("teams", [])
    waiting += [slug for slug in teams if slug not in waiting]
    return Reply(201, fake.answers.listed_pull(thread))


@route("delete", f"{PULL}/requested_reviewers", "pull_requests:write", role="triage")
def take_back(ask: Ask) -> Reply:
    """No longer ask these people and teams."""
    thread, pull = ask.thread(), ask.thread().request
    gone = {login.casefold() for login in ask.body["reviewers"]}
    asked = pull.get("reviewers", [])
    pull["reviewers"] = [login for login in asked if login.casefold() not in gone]
    for login in asked:
        if login.casefold() in gone:
            _told(ask, thread, "review_request_removed", login)
    teams = ask.body.get("team_reviewers", ())
    pull["teams"] = [slug for slug in pull.get("teams", ()) if slug not in teams]
    return Reply(200, ask.fake.answers.listed_pull(thread))


def _told(ask: Ask, thread: Thread, event: str, login: str) -> None:
    whom = ask.fake.state.account(login)
    me = ask.actor
    happen = ask.fake.happenings
    happen.event(thread, event, me["login"], review_requester=me, requested_reviewer=whom)
