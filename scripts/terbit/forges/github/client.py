"""GitHub's REST API over `requests`: pages to the end, waits as it is told, errors in words.

What could not be read whole is an error, never a shorter list.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

import requests

from terbit.errors import ForgeError

API_VERSION = "2022-11-28"
PER_PAGE = 100
"""The most rows that GitHub puts on one page (REST, pagination)."""
MAX_PAGES = 100
TIMEOUT = (10, 30)
"""Seconds to connect, and between two bytes of an answer."""
TRIES = 4
MAX_WAIT = 90
"""Seconds that one call may wait for GitHub altogether; a workflow's next run goes on."""
TRANSIENT = frozenset({500, 502, 503, 504})
LIMITED = frozenset({403, 429})
SAFE = frozenset({"GET", "PUT", "PATCH", "DELETE"})
"""Methods that may be sent twice: here all of them set something to a value."""


class GitHubError(ForgeError):
    """GitHub refused or did not answer; `status` is 0 where no answer came."""

    def __init__(self, what: str, fix: str, status: int = 0) -> None:
        super().__init__(what, fix)
        self.status = status


@contextmanager
def as_promised() -> Iterator[None]:
    """An answer that is not as GitHub's description promises is an error in words, no bug."""
    try:
        yield
    except (KeyError, TypeError, ValueError, AttributeError, IndexError) as error:
        what = f"jawaban GitHub tidak seperti seharusnya ({type(error).__name__})"
        raise GitHubError(what, "coba lagi; bila berulang, beri tahu pengelola") from error


@dataclass
class Client:
    """One API with one token."""

    api: str
    token: str | None = field(default=None, repr=False)
    session: requests.Session = field(default_factory=requests.Session)
    sleep: Callable[[float], None] = time.sleep
    clock: Callable[[], float] = time.time
    account: str | None = None

    @property
    def login(self) -> str:
        """Whose token this is; an installation's token cannot ask, so `account` names it."""
        if self.account is None:
            self.account = str(self.get("user")["login"])
        return self.account

    def get(self, path: str, query: Mapping[str, Any] | None = None) -> Any:
        """One document. Raises GitHubError."""
        return self._call("GET", self._url(path), query=query).json()

    def pages(
        self, path: str, query: Mapping[str, Any] | None = None, *, cursor: bool = False
    ) -> list[Any]:
        """Every row of a list, over all its pages. Raises GitHubError where one is missing.

        A full page without a next link may be a lost link: the next page is asked by its
        number, and an empty one ends the list. Lists with a `cursor` have no numbers.
        """
        rows, seen = list[Any](), set[str]()
        first = {**(query or {}), "per_page": PER_PAGE}
        url, asked, linked = self._url(path), first, False
        for number in range(1, MAX_PAGES + 1):
            answer = self._call("GET", url, query=asked)
            page = answer.json()
            if not isinstance(page, list) or (linked and not page):
                break
            rows += page
            following = answer.links.get("next", {}).get("url")
            if following is None and (len(page) < PER_PAGE or cursor):
                return rows
            linked = following is not None
            url, asked = (
                following or self._url(path),
                {} if linked else {**first, "page": number + 1},
            )
            if url in seen or not url.startswith(f"{self.api}/"):
                break
            seen |= {url} if linked else set()
        raise GitHubError(f"daftar {path} tidak lengkap", "coba lagi beberapa menit lagi")

    def send(self, method: str, path: str, body: Mapping[str, Any] | None = None) -> Any:
        """One write. Raises GitHubError; what GitHub says of a refusal is in its words."""
        answer = self._call(method, self._url(path), body=body)
        return answer.json() if answer.content else None

    def _url(self, path: str) -> str:
        return f"{self.api}/{path}"

    def _call(
        self,
        method: str,
        url: str,
        *,
        query: Mapping[str, Any] | None = None,
        body: Mapping[str, Any] | None = None,
    ) -> requests.Response:
        """One answer that is no error, tried again as long as that can help."""
        waited, problem = 0.0, GitHubError("GitHub tidak menjawab", "coba lagi nanti")
        for attempt in range(TRIES):
            try:
                answer = self.session.request(
                    method,
                    url,
                    params=query,
                    json=body,
                    headers=self._headers(),
                    timeout=TIMEOUT,
                )
                wait = self._wait(answer, attempt)
                if wait is None:
                    return _checked(answer, method)
                problem = _problem(answer, method)
                again = method in SAFE or answer.status_code in LIMITED
            except requests.RequestException as error:
                # the error's own text may hold an address with a query; its kind is enough
                what = f"GitHub tidak menjawab ({type(error).__name__})"
                problem = GitHubError(what, "periksa sambungan, lalu coba lagi")
                wait, again = float(2**attempt), method in SAFE
            waited += wait
            if not again or waited > MAX_WAIT or attempt == TRIES - 1:
                break
            self.sleep(wait)
        raise problem

    def _headers(self) -> dict[str, str]:
        headers = {
            "Accept": "application/vnd.github+json",
            "X-GitHub-Api-Version": API_VERSION,
            "User-Agent": "terbit",
            "Cache-Control": "no-cache",
        }
        return {**headers, "Authorization": f"Bearer {self.token}"} if self.token else headers

    def _wait(self, answer: requests.Response, attempt: int) -> float | None:
        """Seconds until the call may be tried again; None where that is no use."""
        told = answer.headers.get("Retry-After", "")
        if answer.status_code in LIMITED and told.isdigit():
            return float(told)
        if answer.status_code in LIMITED and answer.headers.get("X-RateLimit-Remaining") == "0":
            reset = answer.headers.get("X-RateLimit-Reset", "")
            return max(0.0, int(reset) - self.clock()) + 1 if reset.isdigit() else None
        if answer.status_code in TRANSIENT or answer.status_code == 429 or _broken(answer):
            return float(told) if told.isdigit() else float(2**attempt)
        return None


def _broken(answer: requests.Response) -> bool:
    """Whether a good answer holds no JSON, as of a proxy or a broken line."""
    if not answer.ok or (not answer.content and answer.request.method != "GET"):
        return False
    try:
        answer.json()
    except requests.JSONDecodeError:
        return True
    return False


def _checked(answer: requests.Response, method: str) -> requests.Response:
    if not answer.ok:
        raise _problem(answer, method)
    return answer


def _problem(answer: requests.Response, method: str) -> GitHubError:
    """A refusal as a sentence; GitHub's own message is shortened and never trusted as markup."""
    code = answer.status_code
    where = urlsplit(answer.url).path
    if code == 401:
        fix = "periksa GITHUB_TOKEN: mungkin salah atau kedaluwarsa"
        return GitHubError("GitHub tidak mengenali token", fix, code)
    if code in LIMITED and (
        "Retry-After" in answer.headers or answer.headers.get("X-RateLimit-Remaining") == "0"
    ):
        return GitHubError("batas panggilan GitHub tercapai", "coba lagi nanti", code)
    if code == 404:
        fix = "periksa alamat dan hak baca token"
        return GitHubError(f"GitHub tidak menemukan {where}", fix, code)
    said = f": {_said(answer)}" if _said(answer) else ""
    fix = "periksa hak token" if code == 403 else "periksa pesan itu, lalu coba lagi"
    return GitHubError(f"GitHub menolak {method} {where} ({code}){said}", fix, code)


def _said(answer: requests.Response) -> str:
    """The message of a refusal and of its first error, on one line."""
    try:
        document = answer.json()
    except requests.JSONDecodeError:
        return ""
    if not isinstance(document, dict):
        return ""
    errors = document.get("errors")
    first = errors[0] if isinstance(errors, list) and errors else ""
    detail = first.get("message", "") if isinstance(first, dict) else first
    parts = [str(part) for part in (document.get("message"), detail) if part]
    return " ".join(" – ".join(parts).split())[:300]
