"""Small servers on 127.0.0.1, and a way in front of one that loses or spoils its answers."""

from __future__ import annotations

import http.client
import re
import socket
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from http.server import BaseHTTPRequestHandler
from types import TracebackType
from urllib.parse import parse_qs, urlsplit

from tests.listening import Listening

HOP = frozenset({"connection", "transfer-encoding", "content-length", "accept-encoding"})
"""Headers that belong to one connection, or would make the answer one that is not to be read."""


@dataclass(frozen=True)
class Asked:
    """One request as it came; the names of its headers in small letters."""

    method: str
    target: str
    headers: Mapping[str, str]
    body: bytes

    @property
    def path(self) -> str:
        """The path without its query."""
        return urlsplit(self.target).path

    @property
    def query(self) -> dict[str, str]:
        """The query, each name once."""
        return {name: values[0] for name, values in parse_qs(urlsplit(self.target).query).items()}


@dataclass(frozen=True)
class Reply:
    """One answer."""

    status: int
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)


Answer = Callable[[Asked], Reply | None]
"""What a server does with a request; None: it hangs up without a word."""


class Loopback(Listening):
    """A server whose answers come from a function; it remembers what it was asked."""

    def __init__(self, answer: Answer) -> None:
        self.answer = answer
        self.asked: list[Asked] = []
        self.lock = threading.Lock()
        super().__init__(_Handler, loopback=self)

    def calls(self, pattern: str) -> list[Asked]:
        """The requests whose "METHOD path" fits the pattern."""
        return [one for one in self.asked if re.search(pattern, f"{one.method} {one.path}")]


class _Handler(BaseHTTPRequestHandler):
    loopback: Loopback

    def log_message(self, format: str, *args: object) -> None:
        """Nothing: tests speak through their asserts."""

    def _serve(self) -> None:
        body = self.rfile.read(int(self.headers.get("content-length") or 0))
        asked = Asked(
            self.command,
            self.path,
            {name.lower(): text for name, text in self.headers.items()},
            body,
        )
        with self.loopback.lock:
            self.loopback.asked.append(asked)
        reply = self.loopback.answer(asked)
        if reply is None:
            self.connection.shutdown(socket.SHUT_RDWR)
            return
        self.send_response(reply.status)
        for name, value in reply.headers.items():
            self.send_header(name, value)
        self.send_header("content-length", str(len(reply.body)))
        self.end_headers()
        self.wfile.write(reply.body)


for _method in ("GET", "POST", "PUT", "DELETE"):
    setattr(_Handler, f"do_{_method}", _Handler._serve)


class Fault(Enum):
    """What goes wrong with one request on its way."""

    LOST = "the server did it, the answer is lost"
    BROKEN = "the server did it, and 500 comes back"
    MALFORMED = "the server did it, and half an answer comes back"
    SLOW = "the server did it, and the answer comes too late"
    NEVER_CAME = "the request is lost on its way"
    BUSY = "429 before the server does anything"


class Proxy(Loopback):
    """A way to a server on which `fault` can be put for the next requests of one kind."""

    def __init__(self, server: str) -> None:
        super().__init__(self._forward)
        self.server = server
        self.late = threading.Event()
        self.waiting: list[tuple[str, Fault, Mapping[str, str]]] = []

    def fault(
        self, pattern: str, fault: Fault, headers: Mapping[str, str] | None = None, times: int = 1
    ) -> None:
        """The next requests whose "METHOD path" fits go wrong so."""
        self.waiting += [(pattern, fault, headers or {})] * times

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.late.set()
        super().__exit__(kind, error, trace)

    def _forward(self, asked: Asked) -> Reply | None:
        fault, headers = self._due(f"{asked.method} {asked.path}")
        if fault is Fault.NEVER_CAME:
            return None
        if fault is Fault.BUSY:
            return Reply(429, b'{"error":"Too many requests"}', headers)
        reply = forward(self.server, asked)
        match fault:
            case Fault.LOST:
                return None
            case Fault.BROKEN:
                return Reply(500, b"<html><h1>Internal Server Error</h1></html>")
            case Fault.MALFORMED:
                return Reply(200, b'{"id": "1', {"content-type": "application/json"})
            case Fault.SLOW:
                self.late.wait(30)
                return None
        return reply

    def _due(self, line: str) -> tuple[Fault | None, Mapping[str, str]]:
        with self.lock:
            for number, (pattern, fault, headers) in enumerate(self.waiting):
                if re.search(pattern, line):
                    del self.waiting[number]
                    return fault, headers
        return None, {}


def forward(server: str, asked: Asked) -> Reply:
    """The answer of a server to a request, read whole."""
    place = urlsplit(server)
    connection = http.client.HTTPConnection(place.hostname or "", place.port, timeout=30)
    headers = {name: value for name, value in asked.headers.items() if name not in HOP}
    try:
        connection.request(asked.method, asked.target, asked.body, headers)
        answer = connection.getresponse()
        kept = {name: value for name, value in answer.getheaders() if name.lower() not in HOP}
        return Reply(answer.status, answer.read(), kept)
    finally:
        connection.close()


def free_port() -> int:
    """A port of this machine on which nobody listens."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])
