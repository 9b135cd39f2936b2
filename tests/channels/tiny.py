"""A small medium on loopback: it takes posts, finds them by their link, and breaks when told."""

from __future__ import annotations

import http.client
import json
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler
from threading import Lock
from time import sleep
from typing import Any

from terbit.core.sending import BusyError, Parcel, Receipt, Repeat, UnsureError
from tests.listening import Listening

PATIENCE = 0.5
"""Seconds after which the sender gives up."""


@dataclass
class Tiny:
    """The server's state; `repeat` says whether it knows keys again."""

    repeat: Repeat
    posts: dict[str, dict[str, str]] = field(default_factory=dict)
    fault: str = ""
    lock: Lock = field(default_factory=Lock)

    def arm(self, fault: str) -> None:
        self.fault = fault

    def count(self) -> int:
        return len(self.posts)

    def accept(self, sent: dict[str, str]) -> str:
        with self.lock:
            known = [n for n, post in self.posts.items() if post["key"] == sent["key"]]
            if known and self.repeat is Repeat.SAFE:
                return known[0]
            number = str(len(self.posts) + 1)
            self.posts[number] = sent
            return number


@contextmanager
def serving(tiny: Tiny) -> Iterator[int]:
    """The port at which it listens."""

    class Handler(BaseHTTPRequestHandler):
        def log_message(self, *_: Any) -> None:
            """Quiet."""

        def do_GET(self) -> None:
            link = self.path.partition("?")[2]
            found = [n for n, post in tiny.posts.items() if link in post["text"]]
            self.answer(200, json.dumps({"id": found[-1] if found else ""}).encode())

        def do_POST(self) -> None:
            sent = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            fault, tiny.fault = tiny.fault, ""
            if fault == "429":
                self.answer(429, b"{}")
                return
            number = tiny.accept(sent)
            if fault == "slow":
                sleep(2 * PATIENCE)
            if fault == "lost":
                self.close_connection = True
                return
            body = b"<html>" if fault == "malformed" else json.dumps({"id": number}).encode()
            self.answer(500 if fault == "500 after accept" else 200, body)

        def answer(self, status: int, body: bytes) -> None:
            with suppress(OSError):  # whoever asked has died or lost patience
                self.send_response(status)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

    with Listening(Handler) as server:
        yield server.http.server_port


@dataclass(frozen=True)
class TinySender:
    """A sender for it."""

    port: int
    rule: Repeat

    def repeat(self, parcel: Parcel, since: datetime, now: datetime) -> Repeat:
        return self.rule

    def send(self, parcel: Parcel) -> Receipt:
        answer = self._ask("POST", "/", {"key": parcel.key, "text": parcel.text})
        return self._receipt(answer["id"])

    def find(self, parcel: Parcel) -> Receipt | None:
        number = self._ask("GET", f"/?{parcel.link}", None)["id"]
        return self._receipt(number) if number else None

    def edit(self, receipt: Receipt, parcel: Parcel) -> Receipt:
        raise NotImplementedError

    def delete(self, receipt: Receipt) -> None:
        raise NotImplementedError

    def _receipt(self, number: str) -> Receipt:
        return Receipt(number, f"http://127.0.0.1:{self.port}/{number}")

    def _ask(self, method: str, path: str, body: dict[str, str] | None) -> dict[str, str]:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            connection.request(method, path, json.dumps(body) if body else None)
            response = connection.getresponse()
            data = response.read()
            if response.status == 429:
                raise BusyError("terlalu sering", datetime.now(UTC) + timedelta(seconds=1))
            if response.status != 200:
                raise UnsureError(f"galat {response.status}")
            answer: dict[str, str] = json.loads(data)
        except (OSError, http.client.HTTPException, ValueError) as error:
            raise UnsureError("tidak ada jawaban") from error
        else:
            return answer
        finally:
            connection.close()
