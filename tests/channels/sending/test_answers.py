"""What an answer means for the message: posted, refused, later, or nobody knows."""

from __future__ import annotations

import json
import traceback
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from terbit.channels.sending.answers import (
    LONGEST_PAUSE,
    PAUSE,
    ForeignError,
    Wire,
    private,
)
from terbit.core.sending import BusyError, RefusedError, SendError, UnsureError

NOW = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)
SERVER = "https://media.contoh.id"
TOKEN = "rahasia-sekali"
JSON = {"error": "Validation failed"}


def wire(token: str = TOKEN) -> Wire:
    return Wire("Media", SERVER, token, "TERBIT_MEDIA_TOKEN", lambda: NOW)


def answered(status: int, said: object = JSON, **headers: str) -> Callable[[Wire], None]:
    """A library that asks once, gets this, and fails on it."""

    def call(way: Wire) -> None:
        body = said if isinstance(said, bytes) else json.dumps(said).encode()
        way.leaving(f"{SERVER}/api")
        way.came(status, {name.replace("_", "-"): text for name, text in headers.items()}, body)
        raise RuntimeError(f"library error with {TOKEN}")

    return call


def silent(error: Exception) -> Callable[[Wire], None]:
    """A library that gets no answer."""

    def call(way: Wire) -> None:
        way.leaving(f"{SERVER}/api")
        raise error

    return call


def outcome(call: Callable[[Wire], None], *, posting: bool = True) -> SendError:
    way = wire()
    with pytest.raises(SendError) as caught:
        (way.post if posting else way.prepare)(lambda: call(way))
    return caught.value


ConnectError = type("ConnectError", (Exception,), {})
"""As httpx names what comes before the first byte is written."""

CASES = {
    "busy": (answered(429), BusyError, BusyError),
    "refused with a reason": (answered(422), RefusedError, RefusedError),
    "wrong token": (answered(401), RefusedError, RefusedError),
    "a gateway's page": (answered(403, b"<html>Forbidden</html>"), UnsureError, BusyError),
    "no time for the request": (answered(408), UnsureError, BusyError),
    "the server's fault": (answered(503, Retry_After="60"), UnsureError, BusyError),
    "half an answer": (answered(200, b'{"id"'), UnsureError, BusyError),
    "no answer": (silent(TimeoutError()), UnsureError, BusyError),
    "no connection": (silent(ConnectError()), BusyError, BusyError),
    "another address": (answered(301), RefusedError, RefusedError),
}


@pytest.mark.parametrize("name", CASES)
def test_an_answer_is_split_by_what_it_proves(name: str) -> None:
    call, posting, preparing = CASES[name]
    assert type(outcome(call)) is posting
    assert type(outcome(call, posting=False)) is preparing


TIMES = {
    "seconds": ({"Retry_After": "90"}, NOW + timedelta(seconds=90)),
    "an HTTP date": ({"Retry_After": "Mon, 23 Nov 2026 01:02:00 GMT"}, NOW + timedelta(minutes=2)),
    "Mastodon's": ({"X_RateLimit_Reset": "2026-11-23T01:03:00.000Z"}, NOW + timedelta(minutes=3)),
    "Bluesky's": ({"ratelimit_reset": str(int(NOW.timestamp()) + 240)}, NOW + timedelta(minutes=4)),
    "the past": ({"Retry_After": "Mon, 23 Nov 2020 01:00:00 GMT"}, NOW),
    "nonsense": ({"Retry_After": "nanti"}, NOW + PAUSE),
    "endless": ({"Retry_After": "999999999"}, NOW + LONGEST_PAUSE),
    "not a number": ({"Retry_After": "nan"}, NOW + PAUSE),
    "nothing": ({}, NOW + PAUSE),
}


@pytest.mark.parametrize("name", TIMES)
def test_a_busy_medium_names_its_time(name: str) -> None:
    headers, until = TIMES[name]
    error = outcome(answered(429, **headers))
    assert isinstance(error, BusyError)
    assert error.until == until


def test_telegram_names_its_time_in_the_answer() -> None:
    error = outcome(answered(429, {"ok": False, "parameters": {"retry_after": 35}}))
    assert isinstance(error, BusyError)
    assert error.until == NOW + timedelta(seconds=35)


def test_a_reason_is_one_plain_line_without_markup_or_token() -> None:
    said = {"error": f"<script>x</script> Teks\n\x1b[31m terlalu   panjang untuk {TOKEN}"}
    reason = outcome(answered(422, said)).reason
    assert reason == (
        "Media menolak: isinya tidak diterima (galat 422)"
        " (kata server: “x Teks [31m terlalu panjang untuk …”)"
    )


def test_a_long_reason_is_cut() -> None:
    assert len(outcome(answered(422, {"error": "a" * 5000})).reason) < 300


def test_the_token_is_nowhere_in_what_is_shown() -> None:
    error = outcome(answered(500))
    shown = "".join(traceback.format_exception(error)) + repr(wire())
    assert TOKEN not in shown
    assert error.__cause__ is None
    assert error.__context__ is None


def test_an_older_error_says_nothing_about_this_request() -> None:
    """Sent again while another error is handled, a timeout is no refused connection."""
    with pytest.raises(ConnectError) as older:
        raise ConnectError
    try:
        raise older.value
    except ConnectError:
        assert type(outcome(silent(TimeoutError()))) is UnsureError


@pytest.mark.parametrize("token", ["dua kata", "baris\nkedua", ""])
def test_what_is_no_token_is_never_sent(token: str) -> None:
    with pytest.raises(RefusedError, match="TERBIT_MEDIA_TOKEN bukan sebuah token"):
        wire(token).post(lambda: pytest.fail("asked"))


@pytest.mark.parametrize(
    "url",
    [
        "https://lain.id/api",
        "http://media.contoh.id/api",
        "https://media.contoh.id:8443/api",
        "https://media.contoh.id@lain.id/api",
    ],
)
def test_a_request_goes_to_the_accounts_own_server_only(url: str) -> None:
    with pytest.raises(ForeignError):
        wire().leaving(url)


def test_a_token_leaves_this_machine_only_encrypted() -> None:
    way = replace(wire(), server="http://10.0.0.7")
    with pytest.raises(RefusedError, match="hanya dikirim lewat https"):
        way.post(lambda: way.leaving("http://10.0.0.7/api"))
    assert private("https://media.contoh.id")
    assert private("http://127.0.0.1:8080")
    assert not private("http://10.0.0.7")
    assert not private("ftp://127.0.0.1")
    assert not private("https-contoh.id")
