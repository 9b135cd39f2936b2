"""What is sent to a medium by machine, and what the medium may answer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import Protocol


@dataclass(frozen=True)
class Image:
    """One finished picture: its bytes, what it shows for those who do not see it, its pixels."""

    name: str
    data: bytes
    alt: str
    width: int
    height: int
    media_type: str = "image/jpeg"


@dataclass(frozen=True)
class Parcel:
    """One message as it goes out; the same parcel always makes the same request.

    `key` names it for ever (64 hex digits: item, channel, account, version and payload);
    `link` is the article's address, which stands in `text`; `at` is the moment of approval,
    not of sending.
    """

    channel: str
    account: str
    key: str
    text: str
    images: tuple[Image, ...]
    link: str
    at: datetime


@dataclass(frozen=True)
class Receipt:
    """What the medium calls the post, and where people find it."""

    id: str
    link: str


class Repeat(Enum):
    """What may be done when nobody knows whether a message arrived.

    SAFE: the same request again makes no second post. LOOK: only after looking among the
    account's own posts. NEVER: only a person can tell.
    """

    SAFE = "safe"
    LOOK = "look"
    NEVER = "never"


class SendError(Exception):
    """Something else than a receipt came back; `reason` is said in the office's language."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class RefusedError(SendError):
    """The medium looked at it and said no: nothing was posted, and nothing will be so."""


class BusyError(SendError):
    """Nothing was posted; not before `until` may it be tried again (429, Retry-After)."""

    def __init__(self, reason: str, until: datetime) -> None:
        super().__init__(reason)
        self.until = until


class UnsureError(SendError):
    """No answer, a broken one, or 5xx: it may be posted or not."""


class Prospect(Protocol):
    """What planning is given of a sender: nothing that could reach the medium."""

    def repeat(self, parcel: Parcel, since: datetime, now: datetime) -> Repeat:
        """What may be done about a parcel whose sending began at `since`; asks nobody."""


class Sender(Prospect, Protocol):
    """One account on one medium, with its token."""

    def send(self, parcel: Parcel) -> Receipt:
        """Post it. Raises SendError."""

    def find(self, parcel: Parcel) -> Receipt | None:
        """The post of this parcel among the account's own, if it is there. Raises SendError."""

    def edit(self, receipt: Receipt, parcel: Parcel) -> Receipt:
        """Make the post show this parcel instead. Raises SendError."""

    def delete(self, receipt: Receipt) -> None:
        """Take the post away; nothing happens where it is gone. Raises SendError."""
