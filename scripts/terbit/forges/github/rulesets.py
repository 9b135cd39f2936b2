"""Rulesets as plain keys and values, so that they can be compared and told."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from terbit.forges.github.settings import Row


def flatten(ruleset: Row, like: Row | None = None) -> dict[str, Any]:
    """A ruleset as plain keys and values; of parameters only those that `like` has."""
    names = (ruleset.get("conditions") or {}).get("ref_name") or {}
    flat: dict[str, Any] = {
        "target": ruleset.get("target"),
        "enforcement": ruleset["enforcement"],
        "bypass_actors": actors(ruleset),
        "include": tuple(names.get("include") or ()),
        "exclude": tuple(names.get("exclude") or ()),
    }
    known = _parameters(like or ruleset)
    for kind, parameters in _parameters(ruleset).items():
        flat[kind] = True
        keys = known.get(kind, {})
        flat |= {key: _plain(value) for key, value in parameters.items() if key in keys}
    return flat


def comparable(wanted: Row, there: Row) -> Row:
    """The wanted ruleset; a rule that is not there at all is missing as one, not by its parts."""
    known = _parameters(there)
    rules = [rule if rule["type"] in known else {"type": rule["type"]} for rule in wanted["rules"]]
    return {**wanted, "rules": rules}


def _parameters(ruleset: Row) -> dict[str, Row]:
    return {rule["type"]: rule.get("parameters") or {} for rule in ruleset.get("rules") or ()}


def merged(wanted: Row, there: Row) -> Row:
    """The wanted ruleset; parameters of its rules on which Terbit is silent stay as they are."""
    before = _parameters(there)
    rules = [
        {**rule, "parameters": {**before.get(rule["type"], {}), **rule["parameters"]}}
        if "parameters" in rule
        else rule
        for rule in wanted["rules"]
    ]
    return {**wanted, "rules": rules}


def actors(ruleset: Row) -> tuple[str, ...]:
    """Who may pass a ruleset, by kind and number."""
    return tuple(sorted(map(_actor, ruleset.get("bypass_actors") or ())))


def _actor(actor: Row) -> str:
    number = f" {actor['actor_id']}" if actor.get("actor_id") else ""
    return f"{actor['actor_type']}{number}"


def _plain(value: Any) -> Any:
    """A list as a tuple of words, so that it can be compared and printed."""
    if not isinstance(value, list):
        return value
    return tuple(sorted(_check(item) if isinstance(item, Mapping) else str(item) for item in value))


def _check(row: Row) -> str:
    """A required status with the app that must have set it."""
    source = row.get("integration_id")
    return f"{row.get('context')} (dari aplikasi {source})" if source else f"{row.get('context')}"
