"""The slice of GitHub's description, and that it really judges."""

from __future__ import annotations

import json
from typing import Any

import pytest
from openapi_spec_validator import validate

from tests.github import slice as slicing
from tests.github.contract import ContractError, contract
from tests.github.fake import FakeGitHub
from tests.github.routes import ROUTES
from tests.github.shapes import fill, user

from .conftest import Caller

REVIEWS = "/repos/contoh/terbit/pulls/1/reviews"


def test_the_slice_is_a_valid_description() -> None:
    validate(slicing.load())


def test_the_slice_is_what_the_slicer_makes() -> None:
    stored = slicing.load()
    assert slicing.cut(stored) == stored
    assert slicing.packed(stored) == slicing.packed(json.loads(json.dumps(stored)))


def test_the_slicer_keeps_forms_and_drops_prose() -> None:
    row = {
        "type": "object",
        "description": "Prose.",
        "properties": {
            "description": {"type": "string", "example": "Prose."},
            "state": {"type": "string", "nullable": True, "enum": ["built"]},
            "author": {"nullable": True, "oneOf": [{"$ref": "#/components/schemas/person"}]},
        },
    }
    content = {"application/json": {"schema": row, "examples": {"x": {"value": 1}}}}
    responses = {"200": {"description": "Prose.", "headers": {}, "content": content}}
    item = {"operationId": "x", "summary": "Prose.", "tags": [], "responses": responses}
    schemas: dict[str, Any] = {name: {"type": "object"} for name in ("basic-error", "person", "no")}
    whole = {
        "openapi": "3.0.3",
        "info": {"version": "1"},
        "servers": [],
        "paths": {"/x": {"get": item, "put": item}, "/y": {"get": item}},
        "components": {"schemas": schemas},
    }
    made = slicing.cut(whole, {"/x": "get"})
    assert "rose" not in json.dumps(made)
    assert list(made["components"]["schemas"]) == ["basic-error", "person"]
    (answer, refusal) = made["paths"].pop("/x")["get"]["responses"].values()
    assert made["paths"] == {}
    assert sorted(answer["content"]) == ["application/json", "application/vnd.github+json"]
    assert "basic-error" in json.dumps(refusal)
    kept = answer["content"]["application/json"]["schema"]["properties"]
    assert kept["state"]["enum"] == ["built", None]
    assert kept["author"]["oneOf"][-1] == {"enum": [None], "nullable": True}
    assert kept["description"] == {"type": "string"}


def test_the_slice_says_where_it_comes_from() -> None:
    source = slicing.load()["x-terbit-source"]
    assert source == {"package": "@octokit/openapi", "version": "23.0.2", "license": "MIT"}


def test_every_operation_of_the_slice_is_answered_and_no_other() -> None:
    FakeGitHub()
    assert {(o.verb, o.template) for o in contract().operations} == set(ROUTES)


@pytest.mark.parametrize(
    ("path", "template"),
    [
        ("pulls/1/files", "pulls/{pull_number}/files"),
        ("git/ref/heads/draf/kabar", "git/ref/{ref}"),
        ("compare/main...draf/kabar", "compare/{basehead}"),
        ("commits/draf/kabar", "commits/{ref}"),
        ("commits/abc/pulls", "commits/{commit_sha}/pulls"),
        ("issues/comments/7", "issues/comments/{comment_id}"),
    ],
)
def test_the_nearest_operation_is_found(path: str, template: str) -> None:
    verb = "PATCH" if "comments" in path else "GET"
    operation, _ = contract().find(verb, f"/repos/contoh/terbit/{path}")
    assert operation.template == "/repos/{owner}/{repo}/" + template


@pytest.mark.parametrize(
    ("method", "path", "body", "told"),
    [
        ("GET", "stargazers", None, "not an operation"),
        ("DELETE", "pulls/1", None, "not an operation"),
        ("GET", "pulls?perpage=100", None, "no such query parameter: .'perpage'"),
        ("GET", "pulls?state=merged", None, "'merged' is not one of"),
        ("GET", "pulls/satu", None, "pull_number"),
        ("POST", "statuses/" + "a" * 40, {"state": "ok"}, "'ok' is not one of"),
        ("POST", "statuses/" + "a" * 40, {"context": "x"}, "'state' is a required property"),
        ("POST", "issues/1/comments", {"body": "x", "text": "y"}, "no such field.*'text'"),
        ("PUT", "pulls/1/merge", {"sha": 7}, "7 is not of type 'string'"),
        ("POST", "git/refs", None, "MissingRequiredRequestBody"),
    ],
)
def test_a_request_that_github_does_not_know_is_loud(
    fake: FakeGitHub, method: str, path: str, body: Any, told: str
) -> None:
    with pytest.raises(ContractError, match=told):
        Caller(fake)(method, path, body)


def test_an_answer_without_a_field_that_github_always_gives_is_loud() -> None:
    operation, _ = contract().find("GET", REVIEWS)
    good = fill("pull-request-review", {"state": "APPROVED", "user": None})
    contract().check_answer(operation, 200, json.dumps([good]).encode())
    del good["user"]
    with pytest.raises(ContractError, match="'user' is a required property"):
        contract().check_answer(operation, 200, json.dumps([good]).encode())


def test_a_state_that_github_cannot_have_is_loud_when_it_is_asked_for(fake: FakeGitHub) -> None:
    fake.state.labels = [{"id": "satu", "name": "siap", "color": "ededed"}]
    with pytest.raises(ContractError, match="'satu' is not of type 'integer'"):
        Caller(fake).get("labels")
    assert fake.unschematic == []


def test_an_answer_with_a_status_that_github_never_gives_is_loud() -> None:
    operation, _ = contract().find("GET", REVIEWS)
    with pytest.raises(ContractError, match="ResponseNotFound"):
        contract().check_answer(operation, 299, b"[]")


def test_a_refusal_has_the_form_of_all_refusals() -> None:
    operation, _ = contract().find("GET", REVIEWS)
    contract().check_answer(operation, 401, b'{"message": "Bad credentials"}')
    with pytest.raises(ContractError, match="7 is not of type 'string'"):
        contract().check_answer(operation, 401, b'{"message": 7}')


def test_no_field_can_be_invented() -> None:
    with pytest.raises(ContractError, match="digest"):
        fill("commit", {"digest": "D1"})


def test_an_account_without_number_is_never_given_one() -> None:
    assert user({"login": "x"}) == {"login": "x"}
    assert (user({"login": "x", "id": 7}) or {})["node_id"]
