"""Which request an event speaks of, and where the page of a request can be seen.

The address of a page comes from the job that made it, and later from the bot's own slip; either
way it is believed only where it has the form of an artifact of this very repository.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from terbit.forges import github
from terbit.forges.base import ForgeReader, RequestInfo
from terbit.report.slip import MARKER, shown_in
from terbit.repository import Repository

TOLD = "TERBIT_LIHAT"
"""The variable by which one job of a workflow tells the next: number, head and address."""
_FORM = re.compile(r"([1-9][0-9]{0,9}) ([0-9a-f]{40}) (\S{1,300})", re.ASCII)
_PLACE = re.compile(r"/actions/runs/[0-9]{1,20}/artifacts/[0-9]{1,20}", re.ASCII)


@dataclass(frozen=True)
class Pointer:
    """Where a request can be seen as it was at one commit."""

    number: int
    head: str
    address: str


def pointer(text: str, page: str) -> Pointer | None:
    """What such a line says; None unless it leads to an artifact of the repository at `page`."""
    match = _FORM.fullmatch(text)
    if match is None or not page.startswith("https://"):
        return None
    number, head, address = match.groups()
    place = address.removeprefix(page)
    if place == address or not _PLACE.fullmatch(place):
        return None
    return Pointer(int(number), head, address)


def address_of(
    repository: Repository, forge: ForgeReader, number: int, head: str, told: str
) -> str:
    """Where a request can be seen at its head: as told now, else as our slip says; "" nowhere."""
    found = github.find_address(repository.remote_url(), os.environ)
    for text in (told, shown_in(forge.own_comment(number, MARKER))) if found else ():
        known = pointer(text, found.page) if found else None
        if known and (known.number, known.head) == (number, head):
            return known.address
    return ""


def numbers_of(event: Mapping[str, Any], requests: Iterable[RequestInfo]) -> tuple[int, ...]:
    """The open requests that an event speaks of; none means all of them.

    A run that began in a fork names no request; its head commit does.
    """
    run = event.get("workflow_run") or {}
    asked = str((event.get("inputs") or {}).get("nomor") or "")
    named = {row.get("number") for row in run.get("pull_requests") or ()}
    named |= {int(asked)} if asked.isdecimal() else set()
    return tuple(
        info.number
        for info in requests
        if info.number in named or info.head_sha == run.get("head_sha")
    )
