"""From what is wanted and what is found to the changes between them, each as a printable value."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from terbit.forges.github.address import Address
from terbit.forges.github.client import Client
from terbit.forges.github.inspection import NO_RIGHT, Found, Unread
from terbit.forges.github.meanings import NAMES, say
from terbit.forges.github.rulesets import comparable, flatten, merged
from terbit.forges.github.settings import Row, Settings


@dataclass(frozen=True)
class Difference:
    """One setting that is not as it should be; values in words."""

    name: str
    wanted: str
    found: str
    why: str


@dataclass(frozen=True)
class Call:
    """One write; `path` is within the repository."""

    method: str
    path: str
    body: Row


@dataclass(frozen=True)
class Change:
    """What differs in one part, and the calls that mend it; `by_hand` is left to a person."""

    part: str
    differences: tuple[Difference, ...]
    calls: tuple[Call, ...] = ()
    by_hand: str = ""


@dataclass(frozen=True)
class Changes:
    """All of them, and the parts that could not be compared."""

    changes: tuple[Change, ...]
    unread: Mapping[str, Unread]


def compare(wanted: Settings, found: Found) -> Changes:
    """What to change so that the found settings become the wanted ones."""
    steps = (
        *_flat("Repositori", wanted.repository, found.repository, Call("PATCH", "", {})),
        *_default_branch(wanted, found),
        *_actions(wanted, found),
        *(step for name in wanted.environments for step in _environment(wanted, found, name)),
        *_pages(wanted, found),
        *_labels(wanted, found),
        *(step for row in wanted.rulesets for step in _ruleset(row, found)),
    )
    unread = {part: step for part, step in steps if isinstance(step, Unread)}
    return Changes(tuple(step for _, step in steps if isinstance(step, Change)), unread)


Step = tuple[str, Change | Unread]


def _differences(wanted: Row, found: Row) -> tuple[Difference, ...]:
    """The keys whose values differ; keys that are not wanted at all are told as well."""
    keys = dict.fromkeys((*wanted, *found))
    return tuple(
        _difference(key, wanted.get(key), found.get(key))
        for key in keys
        if wanted.get(key) != found.get(key)
    )


def _difference(key: str, wanted: Any, found: Any) -> Difference:
    name, why = NAMES.get(key, (f"aturan tambahan {key}", "tidak termasuk aturan Terbit"))
    return Difference(name, say(wanted), say(found), why)


def _flat(part: str, wanted: Row, found: Row | Unread, call: Call) -> Iterator[Step]:
    """A part that is one object of plain values, set by one call with those that differ."""
    if isinstance(found, Unread):
        yield part, found
        return
    hidden = [key for key in wanted if key not in found]
    if hidden:
        names = ", ".join(NAMES[key][0] for key in hidden)
        yield f"{part} ({names})", NO_RIGHT
    seen = {key: value for key, value in wanted.items() if key in found}
    rows = _differences(seen, {key: found[key] for key in seen})
    if rows:
        changed = {key: value for key, value in seen.items() if found[key] != value}
        yield part, Change(part, rows, (Call(call.method, call.path, {**changed, **call.body}),))


def _default_branch(wanted: Settings, found: Found) -> Iterator[Step]:
    name = found.repository["default_branch"]
    if name != wanted.branch:
        rows = (_difference("default_branch", wanted.branch, name),)
        hand = f"ganti cabang utama menjadi {wanted.branch} di Settings → General"
        yield "Cabang utama", Change("Cabang utama", rows, by_hand=hand)


def _actions(wanted: Settings, found: Found) -> Iterator[Step]:
    part, path = "GitHub Actions", "actions/permissions"
    actions = found.actions
    kept: Row = {}
    if isinstance(actions, Mapping):
        # GitHub leaves out what was never set, and a call replaces what it leaves out
        actions = {"sha_pinning_required": False, **actions}
        kept = {key: value for key, value in actions.items() if key == "allowed_actions"}
    yield from _flat(part, wanted.actions, actions, Call("PUT", path, {**kept, **wanted.actions}))
    call = Call("PUT", f"{path}/workflow", wanted.workflow)
    yield from _flat("Hak token GitHub Actions", wanted.workflow, found.workflow, call)


def _environment(wanted: Settings, found: Found, name: str) -> Iterator[Step]:
    part, path = f"Lingkungan {name}", f"environments/{name}"
    row = found.environments[name]
    if isinstance(row, Unread):
        yield part, row
        return
    branches = row["branches"] if row else None
    if row is not None and branches == (wanted.branch,):
        return
    before = ("semua cabang",) if row is not None and branches is None else branches
    rows = (_difference("branches", (wanted.branch,), before),)
    calls = []
    if branches is None:
        calls.append(Call("PUT", path, _only_named_branches(row or {})))
    if wanted.branch not in (branches or ()):
        calls.append(Call("POST", f"{path}/deployment-branch-policies", {"name": wanted.branch}))
    others = [branch for branch in branches or () if branch != wanted.branch]
    hand = f"hapus {', '.join(others)} di Settings → Environments → {name}" if others else ""
    yield part, Change(part, rows, tuple(calls), hand)


def _only_named_branches(row: Row) -> Row:
    """An environment that serves named branches only, its other protection as it was."""
    body: dict[str, Any] = {}
    for rule in row.get("protection_rules") or ():
        body |= {key: rule[key] for key in ("wait_timer", "prevent_self_review") if key in rule}
        if "reviewers" in rule:
            people = rule["reviewers"]
            body["reviewers"] = [{"type": p["type"], "id": p["reviewer"]["id"]} for p in people]
    policy = {"protected_branches": False, "custom_branch_policies": True}
    return {**body, "deployment_branch_policy": policy}


def _pages(wanted: Settings, found: Found) -> Iterator[Step]:
    part = "GitHub Pages"
    if found.pages is None:
        rows = _differences(wanted.pages, {})
        yield part, Change(part, rows, (Call("POST", "pages", wanted.pages),))
    else:
        yield from _flat(part, wanted.pages, found.pages, Call("PUT", "pages", {}))


def _labels(wanted: Settings, found: Found) -> Iterator[Step]:
    for label in wanted.labels:
        part = f"Label {label['name']}"
        if isinstance(found.labels, Unread):
            yield part, found.labels
        elif label["name"] not in found.labels:
            rows = (_difference("label", "ada", None),)
            yield part, Change(part, rows, (Call("POST", "labels", label),))


def _ruleset(wanted: Row, found: Found) -> Iterator[Step]:
    part = f"Aturan “{wanted['name']}”"
    there = found.rulesets[wanted["name"]]
    if isinstance(there, Unread):
        yield part, there
        return
    if there is None:
        missing = (_difference("ruleset", "ada", None),)
        yield part, Change(part, missing, (Call("POST", "rulesets", wanted),))
        return
    if "bypass_actors" not in there:
        yield f"{part} (yang dikecualikan)", NO_RIGHT
    rows = _differences(flatten(comparable(wanted, there)), flatten(there, wanted))
    if rows:
        call = Call("PUT", f"rulesets/{there['id']}", merged(wanted, there))
        yield part, Change(part, rows, (call,))


class SettingsWriter:
    """Carries changes out."""

    def __init__(self, address: Address, client: Client) -> None:
        """The repository at an address, changed with the client's token."""
        self._address, self._client = address, client

    def apply(self, change: Change) -> None:
        """Make the calls of one change. Raises GitHubError where GitHub refuses one."""
        for call in change.calls:
            path = f"repos/{self._address.name}/{call.path}".rstrip("/")
            self._client.send(call.method, path, call.body)
