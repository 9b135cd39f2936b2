"""Full answers from reduced rows: what a schema requires and nobody looks at is filled up."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from functools import cache
from typing import Any
from urllib.parse import quote

from tests.github.contract import ContractError, contract
from tests.github.state import EPOCH, Json

WORDS = {"uri": "https://github.test/", "date-time": EPOCH, "email": "a@contoh.test"}


def schema(name: str) -> Json:
    """A schema of GitHub's description."""
    found: Json = contract().document["components"]["schemas"][name]
    return found


@cache
def defaults(name: str) -> Json:
    """The least that a schema accepts, but for null."""
    return _object(schema(name))


def _value(kind: Json) -> Any:
    if "$ref" in kind:
        return _value(schema(kind["$ref"].rsplit("/", 1)[-1]))
    if kind.get("nullable"):
        return None
    if "enum" in kind:
        return kind["enum"][0]
    for choice in ("anyOf", "oneOf"):
        if choice in kind and "properties" not in kind:
            return _value(kind[choice][0])
    return _object(kind) if "properties" in kind or "allOf" in kind else _plain(kind)


def _object(kind: Json) -> Json:
    made: Json = {}
    for part in kind.get("allOf", ()):
        made |= _value(part)
    properties = kind.get("properties", {})
    return made | {key: _value(properties[key]) for key in kind.get("required", ())}


def _plain(kind: Json) -> Any:
    text = WORDS.get(str(kind.get("format")), "")
    return {"integer": 0, "number": 0, "boolean": False, "array": [], "object": {}}.get(
        str(kind.get("type")), text
    )


@cache
def _properties(name: str) -> frozenset[str]:
    return frozenset(schema(name).get("properties", ()))


def fill(name: str, given: Mapping[str, Any]) -> Json:
    """A row with all that its schema requires. Raises ContractError for a field GitHub lacks."""
    unknown = given.keys() - _properties(name) if _properties(name) else ()
    if unknown:
        raise ContractError(f"GitHub's {name} has no {sorted(unknown)}")
    return {**defaults(name), **given}


def node_id(kind: str, number: object) -> str:
    """An opaque name, as GraphQL wants it."""
    return base64.b64encode(f"{kind}{number}".encode()).decode()


@cache
def _user(login: str, number: int, kind: str) -> Json:
    page = f"https://github.test/{quote(login)}"
    row = {"login": login, "id": number, "type": kind, "html_url": page}
    return fill("simple-user", {**row, "node_id": node_id("U", number), "avatar_url": page})


def user(row: Json | None) -> Json | None:
    """An account; one that a document gives without number or login stays as it is."""
    if row is None or row.get("id") is None or "login" not in row:
        return row
    return _user(row["login"], row["id"], row.get("type") or "User")
