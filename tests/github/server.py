"""The fake behind a real socket on 127.0.0.1, for programs that run in other processes.

    python -m tests.github.server --git BARE --state FILE --port N

What a test does there as a person goes through /_uji/…; those calls are no part of GitHub and
are not held against its description.
"""

from __future__ import annotations

import argparse
import json
import sys
import threading
from collections.abc import Callable
from datetime import datetime
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from shlex import quote
from types import TracebackType
from typing import Any
from urllib.parse import urlsplit

from tests.github.contract import ContractError
from tests.github.fake import FakeGitHub
from tests.github.faults import Raw
from tests.github.state import Json
from tests.listening import Listening

CONTROL = "/_uji/"
WRONG = 418
"""The status of an answer to a request that GitHub's description does not know."""
HOOK = """#!/bin/sh
exec {python} -c '
import json, os, urllib.request
body = json.dumps({{"actor": os.environ.get("UJI_ACTOR", "{actor}")}}).encode()
urllib.request.urlopen(urllib.request.Request("{url}/_uji/received", body)).read()
'
"""


class Server(Listening):
    """Serves one fake; on leaving it raises what went against GitHub's description."""

    def __init__(self, fake: FakeGitHub, state: Path | None = None, port: int = 0) -> None:
        """`state` is a file to which the state is saved after each write."""
        self.fake, self.state = fake, state
        self.failures: list[str] = []
        self.lock = threading.Lock()
        super().__init__(Handler, port, server_of=self)
        fake.host = self.url
        self.save()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        super().__exit__(kind, error, trace)
        if self.failures and kind is None:
            raise ContractError("\n".join(self.failures))

    def save(self) -> None:
        """Write the state to its file, whole or not at all."""
        if self.state is not None:
            fresh = self.state.with_suffix(".baru")
            fresh.write_text(self.fake.state.dump(), encoding="utf-8")
            fresh.replace(self.state)

    def answer(self, method: str, path: str, headers: Any, body: bytes) -> Raw:
        """One answer at a time, as if there were one GitHub."""
        with self.lock:
            try:
                if path.startswith(CONTROL):
                    raw = self._control(method, urlsplit(path).path, body)
                else:
                    raw = self.fake.answer(method, self.url + path, headers, body)
            except Exception as error:  # a thread of its own would swallow it
                self.failures.append(f"{method} {path}: {type(error).__name__}: {error}")
                said = self.failures[-1].encode()
                raw = Raw(WRONG, said, {"Content-Type": "text/plain; charset=utf-8"})
            if method != "GET":
                self.save()
            return raw

    def _control(self, method: str, path: str, body: bytes) -> Raw:
        name = path.removeprefix(CONTROL)
        told = json.loads(body) if body else {}
        made = LOOKS[name](self) if method == "GET" else DEEDS[name](self.fake, told)
        text = json.dumps(made, ensure_ascii=False).encode()
        return Raw(200, text, {"Content-Type": "application/json"})


LOOKS: dict[str, Callable[[Server], Any]] = {
    "state": lambda server: json.loads(server.fake.state.dump()),
    "log": lambda server: [call._asdict() for call in server.fake.log],
    "unschematic": lambda server: server.fake.unschematic,
    "failures": lambda server: server.failures,
}
"""What GET /_uji/<name> shows."""


def _clock(fake: FakeGitHub, told: Json) -> None:
    fake.now = datetime.fromisoformat(told["now"])


def _allow(fake: FakeGitHub, told: Json) -> None:
    fake.tokens[told["token"]] = told["login"]
    if "permissions" in told:
        fake.permissions[told["token"]] = told["permissions"]


def _at(told: Json) -> datetime | None:
    return datetime.fromisoformat(told["at"]) if told.get("at") else None


DEEDS: dict[str, Callable[[FakeGitHub, Json], Any]] = {
    "facts": lambda fake, told: fake.load_facts(told).number,
    "push": lambda fake, told: fake.push(told["actor"], told["branch"], told["sha"], _at(told)),
    "received": lambda fake, told: fake.received(told["actor"], _at(told)),
    "person": lambda fake, told: fake.person(**told),
    "token": _allow,
    "open": lambda fake, told: fake.open(**told),
    "review": lambda fake, told: fake.review(**told),
    "act": lambda fake, told: fake.act(**told),
    "require": lambda fake, told: fake.require(*told["contexts"]),
    "fault": lambda fake, told: fake.faults.add(**told),
    "clock": _clock,
}
"""What POST /_uji/<name> does; the body holds the arguments."""


class Handler(BaseHTTPRequestHandler):
    """Hands requests to the server's fake."""

    server_of: Server
    protocol_version = "HTTP/1.1"

    def _serve(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        raw = self.server_of.answer(self.command, self.path, self.headers, body)
        if raw.status == 0:
            self.close_connection = True
            return
        self.send_response(raw.status)
        for name, value in raw.headers.items():
            self.send_header(name, value)
        if raw.status != 204:
            self.send_header("Content-Length", str(len(raw.body)))
        self.end_headers()
        self.wfile.write(raw.body)

    def do_GET(self) -> None:
        self._serve()

    def do_POST(self) -> None:
        self._serve()

    def do_PUT(self) -> None:
        self._serve()

    def do_PATCH(self) -> None:
        self._serve()

    def do_DELETE(self) -> None:
        self._serve()

    def log_message(self, format: str, *args: Any) -> None:
        """The log is the fake's own."""


def announce_pushes(bare: Path, url: str, actor: str) -> None:
    """Let a bare repository tell a server of every push; UJI_ACTOR names another pusher."""
    hook = bare / "hooks" / "post-receive"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text(HOOK.format(python=quote(sys.executable), actor=actor, url=url), "utf-8")
    hook.chmod(0o755)


def main() -> None:
    """Serve until the process is ended."""
    parser = argparse.ArgumentParser(prog="python -m tests.github.server")
    parser.add_argument("--git", type=Path, help="a bare repository")
    parser.add_argument("--state", type=Path, help="the file of the state, read if it is there")
    parser.add_argument("--repo", default="contoh/terbit")
    parser.add_argument("--port", type=int, default=0)
    given = parser.parse_args()
    fake = FakeGitHub(given.repo, given.git)
    if given.state is not None and given.state.is_file():
        fake.restore(given.state.read_text("utf-8"))
    server = Server(fake, given.state, given.port)
    print(server.url, flush=True)
    with server.http as http:
        http.serve_forever()


if __name__ == "__main__":
    main()
