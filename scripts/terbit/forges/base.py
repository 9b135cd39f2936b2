"""What Terbit asks of a forge. Reading and writing are separate, so a dry run cannot write."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, Protocol


class Decision(StrEnum):
    """The three buttons of a review."""

    APPROVE = "APPROVED"
    REQUEST_CHANGES = "CHANGES_REQUESTED"
    COMMENT = "COMMENTED"


@dataclass(frozen=True)
class RequestInfo:
    """A pull request in a list."""

    number: int
    title: str
    branch: str
    opener: str
    state: str
    head_sha: str
    merge_commit: str | None = None


@dataclass(frozen=True)
class Notice:
    """What the forge shall show of a request: one status, one slip, and whose turn it is.

    `state` is success, pending or failure; `marker` begins the slip and finds it again;
    `turn` holds the logins whose review is asked for.
    """

    number: int
    head_sha: str
    state: str
    sentence: str
    slip: str
    marker: str
    turn: tuple[str, ...] = ()


class ForgeReader(Protocol):
    """Reading: what the gate and the publisher need to know."""

    def facts(self, number: int, now: datetime) -> dict[str, Any]:
        """The facts document of one request."""

    def requests(self, state: str = "open") -> Sequence[RequestInfo]:
        """The requests in a state: open, merged, or closed."""

    def page(self, commit: str, path: str) -> str | None:
        """Where people read a file of a commit in a browser, or None."""

    def own_comment(self, number: int, marker: str) -> str:
        """What we said beneath a request when its facts were last read, found by its beginning.

        "" where there is nothing of ours; somebody else's words are never taken for ours.
        """

    def opening(self, branch: str, title: str, *, body: str = "", template: str = "") -> str | None:
        """Where a person opens a request for a branch with one more press, or None.

        It is filled in with a body, or with a template of the repository.
        """

    def editor(self, branch: str, path: str) -> str | None:
        """Where a person edits a text file of a branch in a browser, or None."""

    def request_of(self, merge_commit: str) -> int | None:
        """The merged request that made this commit on the default branch, or None."""


class ForgeWriter(Protocol):
    """Writing: what people and the publisher do on the forge."""

    def open_request(self, *, branch: str, title: str, body: str, actor: str, now: datetime) -> int:
        """Open a request from a branch to the default branch; returns its number."""

    def review(
        self, number: int, *, actor: str, decision: Decision, body: str, now: datetime
    ) -> int:
        """Give a formal review of the present head; returns its id."""

    def merge(self, number: int, *, actor: str, head_sha: str, now: datetime) -> str:
        """Merge, refused unless the head is still this one; returns the merge commit."""

    def announce(self, notice: Notice, now: datetime) -> tuple[str, ...]:
        """Show a notice, writing only what differs from what stands there; tells what it wrote.

        Raises MovedError, and writes nothing, where the request is not as it was judged.
        """

    def withhold(self, number: int, head_sha: str, sentence: str) -> tuple[str, ...]:
        """Turn the status red where no verdict could be reached; tells what it wrote."""

    def answer(self, issue: int, text: str, *, close: bool) -> None:
        """Answer in an issue that somebody filled in, and close it when it is done."""

    def reply(self, issue: int, text: str, marker: str) -> bool:
        """Keep one answer in an issue, found again by the marker that begins it.

        Tells whether anything was written.
        """
