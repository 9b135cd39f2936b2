"""Cut the operations that Terbit uses out of GitHub's official OpenAPI description.

    python -m tests.github.slice path/to/api.github.com.json

The same description gives the same bytes. README.md beside this file says where it comes from.
"""

from __future__ import annotations

import gzip
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

Json = dict[str, Any]

SLICE = Path(__file__).with_name("openapi.json.gz")
SOURCE = {"package": "@octokit/openapi", "version": "23.0.2", "license": "MIT"}
ACCEPTED = "application/vnd.github+json"
"""The media type that GitHub asks clients to accept; its description names the plain one only."""
UNUSED = frozenset(
    "description example examples summary externalDocs deprecated title headers links".split()
)
ONE = "/repos/{owner}/{repo}"
PULL = f"{ONE}/pulls/{{pull_number}}"
ISSUE = f"{ONE}/issues/{{issue_number}}"
ENVIRONMENT = f"{ONE}/environments/{{environment_name}}"
OPERATIONS = {
    "/user": "get",
    ONE: "get patch",
    f"{ONE}/activity": "get",
    f"{ONE}/branches/{{branch}}": "get",
    f"{ONE}/collaborators/{{username}}/permission": "get",
    f"{ONE}/commits": "get",
    f"{ONE}/commits/{{ref}}": "get",
    f"{ONE}/commits/{{commit_sha}}/pulls": "get",
    f"{ONE}/commits/{{ref}}/statuses": "get",
    f"{ONE}/compare/{{basehead}}": "get",
    f"{ONE}/git/ref/{{ref}}": "get",
    f"{ONE}/git/refs": "post",
    f"{ONE}/git/trees/{{tree_sha}}": "get",
    f"{ONE}/statuses/{{sha}}": "post",
    f"{ONE}/pulls": "get post",
    PULL: "get patch",
    f"{PULL}/comments": "get",
    f"{PULL}/commits": "get",
    f"{PULL}/files": "get",
    f"{PULL}/merge": "put",
    f"{PULL}/requested_reviewers": "post delete",
    f"{PULL}/reviews": "get post",
    f"{PULL}/reviews/{{review_id}}/dismissals": "put",
    ISSUE: "get patch",
    f"{ISSUE}/comments": "get post",
    f"{ISSUE}/timeline": "get",
    f"{ONE}/issues/comments/{{comment_id}}": "patch delete",
    f"{ONE}/labels": "get post",
    "/orgs/{org}": "get",
    "/orgs/{org}/teams/{team_slug}/members": "get",
    f"{ONE}/actions/artifacts": "get",
    f"{ONE}/actions/permissions": "get put",
    f"{ONE}/actions/permissions/workflow": "get put",
    f"{ONE}/actions/runs/{{run_id}}": "get",
    f"{ONE}/actions/secrets": "get",
    f"{ONE}/environments": "get",
    ENVIRONMENT: "get put",
    f"{ENVIRONMENT}/deployment-branch-policies": "get post",
    f"{ENVIRONMENT}/secrets": "get",
    f"{ONE}/pages": "get post put",
    f"{ONE}/rules/branches/{{branch}}": "get",
    f"{ONE}/rulesets": "get post",
    f"{ONE}/rulesets/{{ruleset_id}}": "get put",
}


def cut(document: Json, operations: dict[str, str] = OPERATIONS) -> Json:
    """The slice of a whole description."""
    paths = {path: _item(document, path, verbs) for path, verbs in sorted(operations.items())}
    refused = {"schema": {"$ref": "#/components/schemas/basic-error"}}
    for item in paths.values():
        for operation in item.values():
            # GitHub declares few of the refusals that it gives (401 nearly never): any refusal
            # that it does not declare must have the form that it gives all of them
            operation["responses"]["4XX"] = {
                "description": "",
                "content": {"application/json": refused, ACCEPTED: refused},
            }
    return {
        "openapi": document["openapi"],
        "info": {"title": "GitHub", "version": document["info"]["version"]},
        "x-terbit-source": SOURCE,
        "servers": document["servers"],
        "paths": paths,
        "components": _components(document, paths),
    }


def _item(document: Json, path: str, verbs: str) -> Json:
    source = document["paths"][path]
    return {verb: _operation(source[verb]) for verb in verbs.split()}


def _operation(source: Json) -> Json:
    kept = {
        key: source[key]
        for key in ("operationId", "parameters", "requestBody", "responses")
        if key in source
    }
    made: Json = _slim(kept)
    return made


def _slim(value: Any, *, names: bool = False) -> Any:
    """Without prose and examples; where keys are names of the API's own, all of them stay."""
    if isinstance(value, list):
        return [_slim(item) for item in value]
    if not isinstance(value, dict):
        return value
    made = {
        key: _slim(item, names=key == "properties" and not names)
        for key, item in value.items()
        if names or not (key in UNUSED or key.startswith("x-"))
    }
    if made.get("nullable") is True and not names:
        _allow_null(made)
    if "responses" in made and not names:
        for answer in made["responses"].values():
            answer.setdefault("description", "")  # OpenAPI wants one
    content = made.get("content")
    if isinstance(content, dict) and "application/json" in content and not names:
        content[ACCEPTED] = content["application/json"]
    return made


def _allow_null(made: Json) -> None:
    """GitHub means "nullable" beside choices and enumerations too, where the dialect does not."""
    null = {"enum": [None], "nullable": True}
    for choice in ("oneOf", "anyOf"):
        if null not in made.get(choice, [null]):
            made[choice] = [*made[choice], null]
    if None not in made.get("enum", [None]):
        made["enum"] = [*made["enum"], None]


def _components(document: Json, paths: Json) -> Json:
    found: dict[str, Json] = {"schemas": {}}
    waiting = [*_references(paths), "#/components/schemas/basic-error"]
    while waiting:
        _, _, kind, name = waiting.pop().split("/")
        if name in found.setdefault(kind, {}):
            continue
        made = _slim(document["components"][kind][name])
        if kind == "responses":
            made.setdefault("description", "")
        found[kind][name] = made
        waiting += _references(made)
    return {kind: dict(sorted(rows.items())) for kind, rows in sorted(found.items())}


def _references(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        if isinstance(value.get("$ref"), str):
            yield value["$ref"]
        value = list(value.values())
    if isinstance(value, list):
        for item in value:
            yield from _references(item)


def packed(document: Json) -> bytes:
    """The slice as it is stored; the archive carries no time, so equal slices are equal bytes."""
    text = json.dumps(document, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return gzip.compress(text.encode(), 9, mtime=0)


def load() -> Json:
    """The stored slice."""
    document: Json = json.loads(gzip.decompress(SLICE.read_bytes()))
    return document


def main(source: str) -> None:
    """Write the slice of the description in a file."""
    SLICE.write_bytes(packed(cut(json.loads(Path(source).read_text("utf-8")))))


if __name__ == "__main__":
    main(sys.argv[1])
