"""The office's own links and proofs: have they the right form and account, and do they open?"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from time import sleep
from urllib.parse import urlsplit

import requests

from terbit import __version__
from terbit.channels import CHANNELS
from terbit.core.links import Checked
from terbit.core.office import Office
from terbit.core.recap import Case
from terbit.site import words

SITE = words.channel("situs")
TIMEOUT = (5.0, 10.0)
"""Seconds to connect and to answer."""
PAUSE = 1.0
"""Seconds between two questions to the same server."""
FINE = "sesuai"
AGENT = f"terbit/{__version__} (pemeriksaan tautan milik sendiri)"


def form(cases: Iterable[Case], office: Office) -> tuple[Checked, ...]:
    """Every address and proof, looked at without asking anybody."""
    return tuple(row for case in cases for row in _of_case(case, office))


def opened(
    rows: Iterable[Checked],
    head: Callable[[str], int] | None = None,
    pause: Callable[[float], None] = sleep,
) -> tuple[Checked, ...]:
    """The same with what the servers answered; each is asked slowly, one link after another.

    `head` gives the status of an address, 0 where there is no answer.
    """
    ask = head or _head
    asked: set[str] = set()
    return tuple(_opened(row, ask, pause, asked) for row in rows)


def _of_case(case: Case, office: Office) -> Iterator[Checked]:
    if case.address:
        ours = not office.site_url or case.address.startswith(office.site_url)
        found = FINE if ours else "bukan alamat situs kantor"
        yield Checked(case.item, case.title, SITE, case.address, found, ours)
    for proof in case.proofs:
        if not proof.proved:
            continue
        channel, setting = CHANNELS.get(proof.channel), office.channel(proof.channel)
        name = words.channel(proof.channel)
        account = setting.account if setting else ""
        fine = bool(proof.link) and channel is not None and channel.accepts(proof.link, account)
        wrong = "bukan kiriman akun kantor" if proof.link else "tautannya tidak tercatat"
        yield Checked(case.item, case.title, name, proof.link, FINE if fine else wrong, fine)


def _opened(
    row: Checked, head: Callable[[str], int], pause: Callable[[float], None], asked: set[str]
) -> Checked:
    host = urlsplit(row.link).hostname
    # what has not even the form of the office's own links is not asked for
    if not row.fine or not host:
        return row
    if host in asked:
        pause(PAUSE)
    asked.add(host)
    found, fine = _said(head(row.link))
    return replace(row, found=found, fine=fine, asked=True)


def _said(status: int) -> tuple[str, bool]:
    if not status:
        return "server tidak menjawab", False
    if status in (404, 410):
        return f"tidak ditemukan ({status})", False
    if status < 300:
        return f"dapat dibuka ({status})", True
    # media send robots to a login page or away: that says nothing of the post
    return f"tidak dapat dipastikan ({status}); periksa dengan peramban", True


def _head(link: str) -> int:
    try:
        answer = requests.head(
            link, timeout=TIMEOUT, allow_redirects=False, headers={"User-Agent": AGENT}
        )
    except requests.RequestException:
        return 0
    return answer.status_code
