"""Answers that go wrong on demand."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass, field

from tests.github.routes import DOCS, Reply, opened
from tests.github.state import Json

PROXY = b"<html><body><h1>502 Bad Gateway</h1></body></html>"
JSON = "application/json; charset=utf-8"


@dataclass
class Raw:
    """An answer as it goes over the wire; status 0 says that none goes."""

    status: int
    body: bytes
    headers: dict[str, str]


def _says(status: int, message: str, **headers: str) -> Callable[[Raw], Raw]:
    body = json.dumps({"message": message, "documentation_url": DOCS}).encode()
    names = {name.replace("_", "-"): value for name, value in headers.items()}
    return lambda raw: Raw(status, body, raw.headers | {"Content-Type": JSON} | names)


def _lose_page(raw: Raw) -> Raw:
    left = [part for part in raw.headers.get("Link", "").split(", ") if 'rel="next"' not in part]
    return Raw(raw.status, raw.body, raw.headers | {"Link": ", ".join(left)})


def _empty(raw: Raw) -> Raw:
    body = json.loads(raw.body)
    if isinstance(body, dict):
        lists: Json = {key: [] for key, value in body.items() if isinstance(value, list)}
        return Raw(raw.status, json.dumps(body | lists).encode(), raw.headers)
    return Raw(raw.status, b"[]", raw.headers)


SECONDARY = "You have exceeded a secondary rate limit. Please wait a few minutes before you try."
RESET = {"x_ratelimit_remaining": "0", "x_ratelimit_reset": "4102444800"}
KINDS: dict[str, Callable[[Raw], Raw]] = {
    "500": _says(500, "Server Error"),
    "502": _says(502, "Server Error"),
    "503": _says(503, "Service Unavailable"),
    "404": _says(404, "Not Found"),
    "primary limit": _says(403, "API rate limit exceeded for installation.", **RESET),
    "secondary limit": _says(403, SECONDARY, retry_after="60"),
    "secondary limit 429": _says(429, SECONDARY, retry_after="60"),
    "html": lambda raw: Raw(502, PROXY, {"Content-Type": "text/html"}),
    "timeout": lambda raw: Raw(0, b"", {}),
    "truncated": lambda raw: Raw(raw.status, raw.body[: len(raw.body) // 2], raw.headers),
    "lost page": _lose_page,
    "empty page": _empty,
}
AFTER = frozenset({"truncated", "lost page", "empty page"})
"""Kinds that spoil an answer; with all others the request never reached GitHub."""


@dataclass
class Fault:
    """One kind of fault for some requests; `times` None means always."""

    method: str
    path: re.Pattern[str]
    kind: str
    times: int | None
    page: int | None

    def meets(self, method: str, path: str, page: int) -> bool:
        """Whether this request is one of those."""
        return (
            self.times != 0
            and self.method in (method, "*")
            and self.path.search(path) is not None
            and self.page in (None, page)
        )


@dataclass
class Faults:
    """Those that wait to happen, first come first served."""

    rows: list[Fault] = field(default_factory=list)

    def add(
        self,
        method: str,
        path: str,
        kind: str | int,
        times: int | None = 1,
        page: int | None = None,
    ) -> None:
        """Let the next requests that match fail in a way that KINDS names."""
        if str(kind) not in KINDS:
            raise ValueError(f"no such fault: {kind!r}; there are {', '.join(KINDS)}")
        self.rows.append(Fault(method.upper(), re.compile(path), str(kind), times, page))

    def take(self, method: str, path: str, query: Json) -> Fault | None:
        """The fault that this request meets, used up by one."""
        page = _page(query)
        found = next((row for row in self.rows if row.meets(method, path, page)), None)
        if found is not None and found.times is not None:
            found.times -= 1
        return found


def _page(query: Json) -> int:
    """The number of the page, by number or by cursor."""
    return opened(query["after"])[1] if "after" in query else int(query.get("page", 1))


def encoded(reply: Reply) -> Raw:
    """An answer ready for the wire."""
    if reply.body is None:
        return Raw(reply.status, b"", dict(reply.headers))
    body = json.dumps(reply.body, ensure_ascii=False).encode()
    return Raw(reply.status, body, {"Content-Type": JSON, **reply.headers})
