"""Reading a repository's settings; what may not be read is said, never guessed.

The reader only reads: a plan and a diagnosis are made with it, and cannot change anything.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from terbit.forges.github.address import Address
from terbit.forges.github.client import MAX_PAGES, PER_PAGE, Client, GitHubError
from terbit.forges.github.settings import Row, Settings

PLAN_WORDS = "upgrade to"
"""How GitHub begins to say that the plan does not offer something for private repositories."""
LIMIT_WORDS = "batas panggilan"
"""How the client says that GitHub answers no more for a while, with the status of a refusal."""
HIDDEN = frozenset({401, 403, 404})
"""What GitHub answers where a token has too few rights, or the plan does not offer a thing."""
UPGRADE = "pakai paket Pro, Team, atau Enterprise, atau jadikan repositori ini publik"


@dataclass(frozen=True)
class Unread:
    """A part that could not be read: why, and what to do about it."""

    why: str
    fix: str = "ulangi dengan token milik admin repositori"
    plan: bool = False

    @classmethod
    def of(cls, error: GitHubError) -> Unread:
        """What a refusal means."""
        if PLAN_WORDS in error.what.casefold():
            why = "paket GitHub ini tidak menyediakannya untuk repositori privat"
            return cls(why, UPGRADE, plan=True)
        if error.status in HIDDEN:
            return NO_RIGHT
        return cls(error.what, error.fix)


NO_RIGHT = Unread("token ini tidak berhak melihatnya")

Part = Row | Unread | None
"""A part of the settings; None where it is not there."""


@dataclass(frozen=True)
class Found:
    """The settings as they are; environments and rulesets by name."""

    repository: Row
    actions: Row | Unread
    workflow: Row | Unread
    pages: Part
    environments: Mapping[str, Part]
    labels: tuple[str, ...] | Unread
    rulesets: Mapping[str, Part]


class SettingsReader:
    """Reads the settings of one repository."""

    def __init__(self, address: Address, client: Client) -> None:
        """The repository at an address, seen with the client's token."""
        self.address, self._client = address, client

    def _at(self, path: str) -> str:
        return f"repos/{self.address.name}/{path}" if path else f"repos/{self.address.name}"

    def found(self, wanted: Settings) -> Found:
        """Everything that has a wanted value. Raises GitHubError where nobody answers."""
        repository: Row = self._client.get(self._at(""))
        # to others than administrators GitHub says "not found" of a site that is there
        admin = (repository.get("permissions") or {}).get("admin", False)
        return Found(
            repository=repository,
            actions=self._part("actions/permissions"),
            workflow=self._part("actions/permissions/workflow"),
            pages=self._optional("pages") if admin else self._part("pages"),
            environments={name: self._environment(name) for name in wanted.environments},
            labels=self._names("labels", self._client.pages),
            rulesets=self._rulesets([str(row["name"]) for row in wanted.rulesets]),
        )

    def _part(self, path: str) -> Row | Unread:
        """One document, or why it could not be read."""
        try:
            row: Row = self._client.get(self._at(path))
        except GitHubError as error:
            return _hidden(error)
        return row

    def _optional(self, path: str) -> Part:
        """One document; "not found" means that it is not there."""
        try:
            row: Row = self._client.get(self._at(path))
        except GitHubError as error:
            return None if error.status == 404 else _hidden(error)
        return row

    def _environment(self, name: str) -> Part:
        """An environment, with `branches`: the branches that it serves, None for all."""
        row = self._optional(f"environments/{name}")
        if row is None or isinstance(row, Unread):
            return row
        policy = row.get("deployment_branch_policy") or {}
        if not policy.get("custom_branch_policies"):
            return {**row, "branches": None}
        path = f"environments/{name}/deployment-branch-policies"
        try:
            rows = self._counted(self._at(path), "branch_policies")
        except GitHubError as error:
            return _hidden(error)
        return {**row, "branches": tuple(sorted(map(_branch, rows)))}

    def _rulesets(self, names: Iterable[str]) -> dict[str, Part]:
        try:
            # an organisation's rulesets are not the repository's to change
            rows = self._client.pages(self._at("rulesets"), {"includes_parents": "false"})
        except GitHubError as error:
            return dict.fromkeys(names, _hidden(error))
        ids = {row["name"]: row["id"] for row in rows}
        return {
            name: self._optional(f"rulesets/{ids[name]}") if name in ids else None for name in names
        }

    def rules(self, branch: str) -> tuple[Row, ...] | Unread:
        """The rules that hold for a branch, from whatever ruleset."""
        return self._rows(lambda: self._client.pages(self._at(f"rules/branches/{branch}")))

    def secrets(self) -> tuple[str, ...] | Unread:
        """The names of the repository's secrets."""
        return self._names("actions/secrets", lambda path: self._counted(path, "secrets"))

    def access(self, login: str) -> Part:
        """What an account may do here, None where GitHub knows no such account."""
        return self._optional(f"collaborators/{login}/permission")

    def team(self, name: str) -> tuple[Row, ...] | Unread:
        """The members of a team, named as org/team."""
        organization, _, slug = name.partition("/")
        path = f"orgs/{organization}/teams/{slug}/members"
        return self._rows(lambda: self._client.pages(path))

    def plan(self, repository: Row) -> str:
        """The name of the organisation's plan; "" where it is nobody's to see."""
        if repository["owner"].get("type") != "Organization":
            return ""
        try:
            row = self._client.get(f"orgs/{self.address.owner}")
        except GitHubError as error:
            _hidden(error)
            return ""
        return str((row.get("plan") or {}).get("name", ""))

    def _names(self, path: str, read: Callable[[str], list[Any]]) -> tuple[str, ...] | Unread:
        rows = self._rows(lambda: read(self._at(path)))
        return rows if isinstance(rows, Unread) else tuple(str(row["name"]) for row in rows)

    def _rows(self, read: Callable[[], list[Any]]) -> tuple[Row, ...] | Unread:
        try:
            return tuple(read())
        except GitHubError as error:
            return _hidden(error)

    def _counted(self, path: str, key: str) -> list[Any]:
        """The rows of a list that comes in a document with its length."""
        rows: list[Any] = []
        for number in range(1, MAX_PAGES + 1):
            document = self._client.get(path, {"per_page": PER_PAGE, "page": number})
            rows += document[key]
            if not document[key] or len(rows) >= document["total_count"]:
                break
        if len(rows) < document["total_count"]:
            raise GitHubError(f"daftar {path} tidak lengkap", "coba lagi beberapa menit lagi")
        return rows


def _hidden(error: GitHubError) -> Unread:
    """A refusal as an answer; where GitHub does not answer at all the error goes on."""
    if error.status not in HIDDEN or LIMIT_WORDS in error.what:
        raise error
    return Unread.of(error)


def _branch(row: Row) -> str:
    """The pattern of a deployment policy, tags marked as such."""
    kind = row.get("type", "branch")
    return str(row["name"]) if kind == "branch" else f"{kind} {row['name']}"
