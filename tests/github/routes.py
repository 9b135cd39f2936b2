"""What an operation gets and gives, which right it needs, and how lists are divided in pages."""

from __future__ import annotations

import base64
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from tests.github.contract import ContractError
from tests.github.state import ROLES, Json, Thread

if TYPE_CHECKING:
    from tests.github.fake import FakeGitHub

DOCS = "https://docs.github.com/rest"


class Refused(Exception):
    """An answer that says no."""

    def __init__(self, status: int, message: str, *errors: Any) -> None:
        super().__init__(message)
        self.status, self.message, self.errors = status, message, errors

    def body(self) -> Json:
        """The body, as GitHub words all its refusals."""
        made: Json = {"message": self.message, "documentation_url": DOCS}
        if self.errors:
            made["errors"] = list(self.errors)
        return made | {"status": str(self.status)}


NOT_FOUND = "Not Found"


@dataclass
class Reply:
    """An answer: status, body, headers; without body where that is None."""

    status: int
    body: Any = None
    headers: dict[str, str] = field(default_factory=dict)


class Given(dict[str, Any]):
    """A query or a body that remembers what of it was looked at."""

    def __init__(self, rows: Mapping[str, Any]) -> None:
        super().__init__(rows)
        self.unseen = set(rows)

    def __getitem__(self, key: str) -> Any:
        self.unseen.discard(key)
        return super().__getitem__(key)

    def __contains__(self, key: object) -> bool:
        self.unseen -= {key}
        return super().__contains__(key)

    def __iter__(self) -> Iterator[str]:
        self.unseen.clear()
        return super().__iter__()

    def get(self, key: str, default: Any = None) -> Any:
        """A value, or the default."""
        self.unseen.discard(key)
        return super().get(key, default)


@dataclass
class Ask:
    """One request, read and allowed."""

    fake: FakeGitHub
    path: str
    variables: dict[str, str]
    query: Given
    body: Given
    actor: Json
    token: str

    def check_all_seen(self) -> None:
        """Raise ContractError for what GitHub would heed and this fake does not."""
        left = sorted(self.query.unseen | self.body.unseen)
        if left:
            raise ContractError(f"{self.path}: this fake does not heed {', '.join(left)}")

    def thread(self) -> Thread:
        """The issue or request of the path. Raises Refused."""
        number = self.variables.get("pull_number") or self.variables["issue_number"]
        found = self.fake.state.threads.get(int(number)) if number.isdigit() else None
        if found is None or ("pull_number" in self.variables and found.pull is None):
            raise Refused(404, NOT_FOUND)
        return found

    def page(self, rows: Sequence[Any], shape: Callable[[Any], Any]) -> Reply:
        """The page of a list that the query asks for."""
        size, number = self.size(), max(1, int(self.query.get("page", 1)))
        start = (number - 1) * size
        last = max(1, -(-len(rows) // size))
        links = {"prev": number - 1, "next": number + 1, "last": last, "first": 1}
        if number >= last:
            links = {"prev": min(number - 1, last), "first": 1}
        if number == 1:
            links = {rel: to for rel, to in links.items() if rel in ("next", "last")}
        found = {rel: {"page": str(to)} for rel, to in links.items()}
        return Reply(200, [shape(row) for row in rows[start : start + size]], self.links(found))

    def cursor(self, rows: Sequence[Json], shape: Callable[[Any], Any]) -> Reply:
        """The part of a list behind a row that the query names by an opaque word."""
        size, ids = self.size(), [row["id"] for row in rows]
        start = 0
        if "after" in self.query:
            start = self._place(ids, self.query["after"]) + 1
        elif "before" in self.query:
            start = max(0, self._place(ids, self.query["before"]) - size)
        chosen = rows[start : start + size]
        found = {}
        if start:
            found["prev"] = {"before": _opaque(chosen[0]["id"] if chosen else ids[-1], 1)}
        if start + size < len(rows):
            found["next"] = {"after": _opaque(chosen[-1]["id"], start // size + 2)}
        return Reply(200, [shape(row) for row in chosen], self.links(found))

    def _place(self, ids: list[int], word: str) -> int:
        try:
            return ids.index(opened(word)[0])
        except ValueError as error:
            raise Refused(422, "Invalid cursor") from error

    def size(self) -> int:
        """Rows on a page: 30 unless asked for, never more than 100."""
        return min(100, max(1, int(self.query.get("per_page", 30))))

    def links(self, found: dict[str, dict[str, str]]) -> dict[str, str]:
        """The header that leads to other pages; none where there is only one."""
        places = ("page", "after", "before")
        kept = {key: value for key, value in self.query.items() if key not in places}
        rows = [
            f'<{self.fake.host}{self.path}?{urlencode(kept | place)}>; rel="{rel}"'
            for rel, place in found.items()
        ]
        return {"Link": ", ".join(rows)} if rows else {}


def _opaque(number: int, page: int) -> str:
    return base64.urlsafe_b64encode(f"{number}:{page}".encode()).decode()


def opened(word: str) -> tuple[int, int]:
    """The row and the page that an opaque word of ours names; row -1 if it is none of ours."""
    try:
        number, _, page = base64.urlsafe_b64decode(word).decode().partition(":")
        return int(number), int(page)
    except ValueError:
        return -1, 1


Handler = Callable[[Ask], Reply]


@dataclass(frozen=True)
class Route:
    """An operation, the rights any one of which a token needs for it, and the person's role."""

    handler: Handler
    rights: tuple[str, ...]
    level: str
    role: str

    def allows(self, granted: dict[str, str]) -> bool:
        """Whether a token with these permissions may."""
        enough = ("read", "write") if self.level == "read" else ("write",)
        return not self.rights or any(
            granted.get(name, granted.get(name.replace("_", "-"))) in enough for name in self.rights
        )

    def trusts(self, role: str) -> bool:
        """Whether a person with this role in the repository may."""
        return ROLES.index(role) >= ROLES.index(self.role)


ROUTES: dict[tuple[str, str], Route] = {}


def route(
    verb: str, template: str, rights: str = "", *, role: str = ""
) -> Callable[[Handler], Handler]:
    """Register an operation; `rights` such as "issues|pull_requests:write", none for metadata."""
    names, _, level = rights.partition(":")
    split = tuple(names.split("|")) if names else ()

    def register(handler: Handler) -> Handler:
        needed = role or ("write" if level == "write" else "read")
        ROUTES[verb, template] = Route(handler, split, level, needed)
        return handler

    return register
