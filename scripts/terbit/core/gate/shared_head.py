"""A commit's status is shared by every open request with that head (S15)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from terbit.core.facts import Facts, FactsError, from_json

SIGNS = (("allow_merge", True), ("ready", True), ("reason", "READY"), ("check", "success"))
"""How a row of `also_open` may say that the other request is ready, the first found rules."""


def holding_requests(facts: Facts, is_ready: Callable[[Facts], bool]) -> Iterator[int]:
    """Numbers of the other open requests with this head that are not ready."""
    for row in facts.also_open:
        nested = row.get("pr")
        request: Mapping[str, Any] = nested if isinstance(nested, Mapping) else row
        head = request.get("head")
        sha = head.get("sha") if isinstance(head, Mapping) else facts.request.head_sha
        if sha == facts.request.head_sha and not _other_is_ready(row, facts, is_ready):
            yield int(request.get("number", 0))


def _other_is_ready(
    row: Mapping[str, Any], facts: Facts, is_ready: Callable[[Facts], bool]
) -> bool:
    """What cannot be read is not ready."""
    for key, value in SIGNS:
        if key in row:
            return bool(row[key] == value)
    if "pr" not in row:
        return False
    try:
        other = from_json({"now": facts.now.isoformat(), **row})
    except FactsError:
        return False
    if not other.commits:
        other = replace(
            other,
            commits=facts.commits,
            old_commits=facts.old_commits,
            activity=other.activity or facts.activity,
            teams=facts.teams,
        )
    return is_ready(replace(other, also_open=()))
