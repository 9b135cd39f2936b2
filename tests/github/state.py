"""What GitHub remembers of one repository: plain data that a test may change at any time."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field, fields
from datetime import UTC, datetime
from typing import Any

Json = dict[str, Any]

ACTIONS = "github-actions[bot]"
WEB_FLOW = "web-flow"
GHOST: Json = {"login": "ghost", "id": 10137, "type": "User"}
"""Whom GitHub names as the opener of a request whose account is deleted."""
NO_COMMIT = "0" * 40
EPOCH = "2026-01-01T00:00:00Z"
"""When things happened of which nobody asks when."""
ROLES = ("none", "read", "triage", "write", "maintain", "admin")


@dataclass
class Limits:
    """Where GitHub's lists end; a test may lower them."""

    commits: int = 250
    files: int = 3000
    compared_files: int = 300
    tree_entries: int = 100_000


@dataclass
class Thread:
    """An issue, or a request if `pull` is there; rows in the reduced shapes of the REST API."""

    number: int
    title: str
    user: Json | None
    created_at: str
    body: str | None = ""
    state: str = "open"
    updated_at: str = ""
    closed_at: str | None = None
    state_reason: str | None = None
    labels: list[str] = field(default_factory=list)
    pull: Json | None = None
    reviews: list[Json] = field(default_factory=list)
    comments: list[Json] = field(default_factory=list)
    review_comments: list[Json] = field(default_factory=list)
    timeline: list[Json] = field(default_factory=list)
    document: Json | None = None
    """The facts document that it came from, and from which its files and commits are served."""

    @property
    def request(self) -> Json:
        """The part that only pull requests have."""
        assert self.pull is not None, f"#{self.number} is an issue"
        return self.pull


@dataclass
class State:
    """All of it, but for the objects that Git keeps."""

    accounts: dict[str, Json] = field(default_factory=dict)
    deleted: list[str] = field(default_factory=list)
    """Logins of accounts that are gone."""
    emails: dict[str, str] = field(default_factory=lambda: {"noreply@github.com": WEB_FLOW})
    tokens: dict[str, str] = field(default_factory=dict)
    permissions: dict[str, dict[str, str]] = field(default_factory=dict)
    collaborators: dict[str, str] = field(default_factory=dict)
    repository: Json = field(default_factory=dict)
    """What differs from a new public repository."""
    organization: Json = field(default_factory=dict)
    teams: dict[str, list[Json] | None] = field(default_factory=dict)
    """Members by "org/slug"; None where the team cannot be read."""
    refs: dict[str, str] = field(default_factory=dict)
    threads: dict[int, Thread] = field(default_factory=dict)
    activity: list[Json] = field(default_factory=list)
    statuses: dict[str, list[Json]] = field(default_factory=dict)
    labels: list[Json] = field(default_factory=list)
    rulesets: list[Json] = field(default_factory=list)
    environments: dict[str, Json] = field(default_factory=dict)
    secrets: list[str] = field(default_factory=list)
    """Names of the repository's secrets; those of an environment stand in it."""
    runs: list[Json] = field(default_factory=list)
    """Runs of workflows in the reduced shape of the REST API, oldest first."""
    artifacts: list[Json] = field(default_factory=list)
    """What runs kept, likewise; the files themselves are nowhere."""
    pages: Json | None = None
    actions: Json = field(default_factory=dict)
    workflow: Json = field(default_factory=dict)
    now: datetime = datetime(2026, 11, 16, 1, 0, tzinfo=UTC)
    last_id: int = 1000

    def new_id(self) -> int:
        """A number that nothing else has."""
        self.last_id += 1
        return self.last_id

    def stamp(self) -> str:
        """The present moment as the API writes it."""
        return iso(self.now)

    def account(self, login: str, kind: str = "User") -> Json:
        """The account of a login, made on first sight."""
        found = self.accounts.get(login.casefold())
        if found is None:
            known = {ACTIONS: (41898282, "Bot"), WEB_FLOW: (19864447, "User")}
            number, kind = known.get(login, (self.new_id(), kind))
            kind = "Bot" if login.endswith("[bot]") else kind
            found = {"login": login, "id": number, "type": kind}
            self.accounts[login.casefold()] = found
        return found

    def dump(self) -> str:
        """The state as JSON text."""
        return json.dumps(asdict(self) | {"now": self.stamp()}, ensure_ascii=False, indent=1)

    @classmethod
    def load(cls, text: str) -> State:
        """The state from its JSON text."""
        given = json.loads(text)
        given["now"] = datetime.fromisoformat(given["now"])
        given["threads"] = {int(n): Thread(**row) for n, row in given["threads"].items()}
        return cls(**{f.name: given[f.name] for f in fields(cls)})


def iso(moment: datetime) -> str:
    """A moment as the API writes it."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
