"""Operations on runs of workflows and on the artifacts that they kept."""

from __future__ import annotations

from datetime import datetime, timedelta

from tests.github.routes import NOT_FOUND, Ask, Refused, Reply, route
from tests.github.shapes import fill, node_id
from tests.github.state import EPOCH, Json, iso

ONE = "/repos/{owner}/{repo}"
KEPT = timedelta(days=90)
"""How long GitHub keeps an artifact unless somebody says otherwise."""


@route("get", f"{ONE}/actions/artifacts", "actions:read")
def artifacts(ask: Ask) -> Reply:
    """Artifacts of all runs, the newest first, or those of one name."""
    name = ask.query.get("name")
    rows = [row for row in ask.fake.state.artifacts if name in (None, row["name"])]
    reply = ask.page(rows[::-1], lambda row: _artifact(ask, row))
    return Reply(200, {"total_count": len(rows), "artifacts": reply.body}, reply.headers)


def _artifact(ask: Ask, row: Json) -> Json:
    place = f"{ask.fake.answers.api}/actions/artifacts/{row['id']}"
    made = row.get("created_at", EPOCH)
    ends = iso(datetime.fromisoformat(made) + KEPT)
    times = {"created_at": made, "updated_at": made, "expires_at": ends}
    given = {key: value for key, value in row.items() if key != "run"}
    return fill(
        "artifact",
        {
            **times,
            "node_id": node_id("MDg", row["id"]),
            "size_in_bytes": 1000,
            "url": place,
            "archive_download_url": f"{place}/zip",
            "workflow_run": _short(ask, row["run"]),
            **given,
        },
    )


def _short(ask: Ask, number: int) -> Json | None:
    """A run as it stands beside an artifact; None where it was deleted."""
    row = next((row for row in ask.fake.state.runs if row["id"] == number), None)
    if row is None:
        return None
    made = _run(ask, row)
    return {
        "id": made["id"],
        "repository_id": made["repository"]["id"],
        "head_repository_id": made["head_repository"]["id"],
        "head_branch": made["head_branch"],
        "head_sha": made["head_sha"],
    }


@route("get", f"{ONE}/actions/runs/{{run_id}}", "actions:read")
def run(ask: Ask) -> Reply:
    """One run."""
    number = ask.variables["run_id"]
    found = next((row for row in ask.fake.state.runs if str(row["id"]) == number), None)
    if found is None:
        raise Refused(404, NOT_FOUND)
    return Reply(200, _run(ask, found))


def _run(ask: Ask, row: Json) -> Json:
    """`fork` names the repository whose commit a run is about, where that is another."""
    answers, given = ask.fake.answers, dict(row)
    fork = given.pop("fork", ask.fake.repo)
    place = f"{answers.api}/actions/runs/{row['id']}"
    links = ("jobs", "logs", "cancel", "rerun", "artifacts")
    return fill(
        "workflow-run",
        {
            **{f"{name}_url": f"{place}/{name}" for name in links},
            "node_id": node_id("WFR", row["id"]),
            "head_branch": "main",
            "url": place,
            "html_url": f"{answers.web}/actions/runs/{row['id']}",
            "repository": answers.repository(ask.fake.repo, "minimal-repository"),
            "head_repository": answers.repository(fork, "minimal-repository"),
            **given,
        },
    )
