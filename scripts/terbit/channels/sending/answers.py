"""What an answer of a medium means for a message: posted, refused, later, or nobody knows.

The libraries say it each in its own way and lose half of it, so it is read here from the answer
itself: its status, its headers, its JSON, and whether a connection ever stood.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from ipaddress import ip_address
from typing import Any, TypeVar
from urllib.parse import urlsplit

from terbit.core.sending import BusyError, RefusedError, SendError, UnsureError

CONNECT_SECONDS = 10.0
ANSWER_SECONDS = 60.0
"""Between two bytes of an answer; a server scales pictures before it answers."""

PAUSE = timedelta(minutes=5)
"""How long a medium is left alone that names no time of its own."""

LONGEST_PAUSE = timedelta(days=1)
"""The most that a medium's own time is believed."""

UNDECIDED = frozenset({408, 409, 425, 499})
"""4xx that speak of the way a request came, not of what it holds."""

MOVED = range(300, 400)

_UNREACHED = frozenset(
    {"ConnectError", "ConnectTimeout", "PoolTimeout", "NewConnectionError", "NameResolutionError"}
)
"""Errors of httpx, requests and urllib3 that come before the first byte of a request is written."""

Result = TypeVar("Result")

_TAG = re.compile(r"<[^<>]*>")
_GRAPHIC = re.compile(r"[!-~]+")
_WORDS = 200


class ForeignError(Exception):
    """A request would have gone elsewhere than to the server of the account, or in clear."""


def secret(channel: str) -> str:
    """The name under which a channel's token is kept, in the environment and at the forge."""
    return f"TERBIT_{channel.upper()}_TOKEN"


@dataclass
class Wire:
    """One account's way to its server: where requests may go, and what the last one came to."""

    medium: str
    server: str
    token: str = field(repr=False)
    secret: str
    clock: Callable[[], datetime] = field(default=lambda: datetime.now(UTC), repr=False)
    patience: float = field(default=ANSWER_SECONDS, repr=False)
    status: int | None = field(default=None, init=False)
    headers: Mapping[str, str] = field(default_factory=dict, init=False)
    body: bytes = field(default=b"", init=False, repr=False)
    foreign: bool = field(default=False, init=False, repr=False)

    def leaving(self, url: str) -> None:
        """A request is about to go. Raises ForeignError where it may not go there."""
        self.status, self.headers, self.body = None, {}, b""
        self.foreign = origin(url) != origin(self.server) or not private(url)
        if self.foreign:
            raise ForeignError

    def came(self, status: int, headers: Mapping[str, str], body: bytes) -> None:
        """An answer came. Raises ForeignError for a redirect: none is ever followed."""
        self.status, self.body = status, body
        self.headers = {name.lower(): value for name, value in headers.items()}
        self.foreign = status in MOVED
        if self.foreign:
            raise ForeignError

    @property
    def said(self) -> Mapping[str, Any]:
        """The JSON object of the last answer; empty where it is none."""
        try:
            document = json.loads(self.body)
        except ValueError:
            return {}
        return document if isinstance(document, dict) else {}

    def prepare(self, call: Callable[[], Result]) -> Result:
        """Requests that cannot make a post: whatever fails in `call`, nothing was posted."""
        return self._judged(call, posting=False)

    def post(self, call: Callable[[], Result]) -> Result:
        """The request that makes, changes or removes a post."""
        return self._judged(call, posting=True)

    def _judged(self, call: Callable[[], Result], *, posting: bool) -> Result:
        """Every error as a SendError of its own, without the chain that may hold the token."""
        if not _GRAPHIC.fullmatch(self.token):
            raise RefusedError(f"isi rahasia {self.secret} bukan sebuah token")
        around = sys.exception()
        self.status, self.headers, self.body, self.foreign = None, {}, b"", False
        try:
            return call()
        except SendError:
            raise
        except Exception as error:  # libraries fail in any way on a broken answer
            outcome = self._outcome(error, around, posting=posting)
        raise outcome

    def _outcome(
        self, error: BaseException, around: BaseException | None, *, posting: bool
    ) -> SendError:
        if self.status == 429:
            return BusyError(f"{self.medium} meminta menunggu", self.until())
        if self.status is None and _unreached(error, around):
            return self.later(f"{self.medium} tidak dapat dihubungi")
        if self.foreign:
            return RefusedError(
                f"token {self.medium} hanya dikirim lewat https ke server di kantor.yml;"
                " betulkan alamat itu bila servernya pindah"
            )
        if self._refused():
            return RefusedError(self._why())
        if not posting:
            return self.later(f"{self.medium} {self._silence()}")
        return UnsureError(f"{self.medium} {self._silence()}; mungkin sudah terkirim")

    def _refused(self) -> bool:
        """A 4xx of the medium itself, which says why in JSON; a gateway's page proves nothing."""
        status = self.status or 0
        return 400 <= status < 500 and status not in UNDECIDED and bool(self.said)

    def later(self, reason: str) -> BusyError:
        """Nothing was posted, for a reason that passes."""
        return BusyError(reason, self.clock() + PAUSE)

    def _silence(self) -> str:
        if self.status is None:
            return "tidak menjawab"
        if self.status >= 400:
            return f"sedang terganggu (galat {self.status})"
        return "memberi jawaban yang tidak terbaca"

    def _why(self) -> str:
        status = self.status or 0
        plain = {
            401: f"token ditolak; periksa rahasia {self.secret}",
            403: f"tidak diizinkan; periksa hak token {self.secret}",
            404: "kiriman, akun, atau tokennya tidak dikenal",
            413: "gambarnya terlalu besar",
        }.get(status, f"isinya tidak diterima (galat {status})")
        words = self.plain(self._words())
        return f"{self.medium} menolak: {plain}" + (f" (kata server: “{words}”)" if words else "")

    def _words(self) -> str:
        """The medium's own sentence: Telegram's `description`, the others' `message`, `error`."""
        for name in ("description", "message", "error_description", "error"):
            if isinstance(value := self.said.get(name), str):
                return value
        return ""

    def plain(self, text: str) -> str:
        """Words of a server as one short line: no markup, no control characters, no token."""
        bare = _TAG.sub(" ", text.replace(self.token, "…") if self.token else text)
        line = " ".join("".join(c if c.isprintable() else " " for c in bare).split())
        return line if len(line) <= _WORDS else f"{line[:_WORDS]}…"

    def until(self) -> datetime:
        """When it may be tried again: the medium's own time, within reason."""
        now = self.clock()
        parameters = self.said.get("parameters")
        told = [
            _moment(self.headers.get("retry-after"), now),
            _moment(str(parameters.get("retry_after")), now)
            if isinstance(parameters, dict)
            else None,
            _moment(self.headers.get("x-ratelimit-reset"), now),
            _moment(self.headers.get("ratelimit-reset"), now),
        ]
        moment = next((one for one in told if one), now + PAUSE)
        return min(max(moment, now), now + LONGEST_PAUSE)


def origin(url: str) -> tuple[str, str, int | None]:
    """Scheme, host and port of an address, with the port that the scheme means."""
    parts = urlsplit(url)
    try:
        port = parts.port or {"https": 443, "http": 80}.get(parts.scheme)
    except ValueError:
        port = None
    return parts.scheme, parts.hostname or "", port


def private(url: str) -> bool:
    """Whether nobody on the way reads what goes there: https, or this machine itself."""
    scheme, host, _ = origin(url)
    if scheme == "https" or host == "localhost":
        return scheme in ("https", "http")
    try:
        return scheme == "http" and ip_address(host).is_loopback
    except ValueError:
        return False


def _moment(text: str | None, now: datetime) -> datetime | None:
    """Seconds from now, seconds since 1970, an HTTP date or an ISO date; None for anything else."""
    try:
        number = float(text or "")
        # no medium bids anyone wait for thirty years, and none counts from before 2001
        return datetime.fromtimestamp(number, UTC) if number > 1e9 else now + timedelta(0, number)
    except (ValueError, OverflowError, OSError):
        pass
    for read in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            moment = read(text or "")
        except (ValueError, TypeError):
            continue
        return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return None


def _unreached(error: BaseException | None, around: BaseException | None) -> bool:
    """Whether a connection was never made, so that nothing can have been posted."""
    while error is not None and error is not around:
        if type(error).__name__ in _UNREACHED:
            return True
        error = error.__cause__ or error.__context__
    return False
