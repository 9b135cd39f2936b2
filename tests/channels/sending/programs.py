"""Servers that are programs of others: started on 127.0.0.1, awaited, and ended with the tests."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import pytest

from tests import npm
from tests.channels.sending.loopback import Asked, forward, free_port

PASSWORD = "rahasia-uji-1"
MASTODON_TOKEN = "mock_token"
MASTODON_USER = "testuser"
POSTS = "app.bsky.feed.post"
PATIENCE = 60
"""Seconds until a program that does not answer is given up."""


@dataclass(frozen=True)
class Place:
    """A running server."""

    url: str

    def ask(self, path: str, given: Any = None, method: str | None = None, token: str = "") -> Any:
        """One JSON document of it, as any other client would ask for it."""
        headers = {"Content-Type": "application/json"}
        headers |= {"Authorization": f"Bearer {token}"} if token else {}
        data = None if given is None else json.dumps(given).encode()
        way = method or ("GET" if data is None else "POST")
        reply = forward(self.url, Asked(way, path, headers, data or b""))
        if reply.status != 200:
            raise OSError(reply.status)
        return json.loads(reply.body)


@contextmanager
def mastodon() -> Iterator[Place]:
    """mastodon-mock with nothing posted."""
    port = free_port()
    command = [sys.executable, "-m", "mastodon_mock", "serve", "--in-memory"]
    command += ["--host", "127.0.0.1", "--port", str(port), "--log-level", "critical"]
    place = Place(f"http://127.0.0.1:{port}")
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as program:
        try:
            _await(place, "/api/v2/instance", program)
            yield place
        finally:
            program.terminate()


@contextmanager
def pds() -> Iterator[Place]:
    """The reference PDS with no account; skips, or fails in CI, where it is not installed."""
    command = npm.command("pds.mjs")
    port = free_port()
    setting = {"PDS_PORT": str(port), "PLC_PORT": str(free_port()), "LOG_ENABLED": "false"}
    with subprocess.Popen(
        command,
        env=os.environ | setting,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as program:
        try:
            assert program.stdout is not None
            if '"ready":true' not in program.stdout.readline():
                pytest.fail("the reference PDS does not start")
            yield Place(f"http://127.0.0.1:{port}")
        finally:
            program.terminate()


def account(place: Place, handle: str) -> str:
    """A new account of a PDS; its DID."""
    given = {"handle": handle, "email": f"{handle}@example.test", "password": PASSWORD}
    return str(place.ask("/xrpc/com.atproto.server.createAccount", given)["did"])


def posts(place: Place, handle: str) -> list[dict[str, Any]]:
    """The posts of an account of a PDS, the highest key first."""
    query = f"repo={handle}&collection={POSTS}"
    return list(place.ask(f"/xrpc/com.atproto.repo.listRecords?{query}")["records"])


def empty(place: Place, handle: str) -> None:
    """Remove all posts of an account of a PDS."""
    given = {"identifier": handle, "password": PASSWORD}
    session = place.ask("/xrpc/com.atproto.server.createSession", given)
    for record in posts(place, handle):
        key = record["uri"].rpartition("/")[2]
        where = {"repo": handle, "collection": POSTS, "rkey": key}
        place.ask("/xrpc/com.atproto.repo.deleteRecord", where, token=session["accessJwt"])


def _await(place: Place, path: str, program: subprocess.Popen[bytes]) -> None:
    for _ in range(PATIENCE * 20):
        try:
            place.ask(path)
        except OSError:
            assert program.poll() is None, "the server ended at once"
            time.sleep(0.05)
        else:
            return
    pytest.fail(f"no answer from {place.url}")
