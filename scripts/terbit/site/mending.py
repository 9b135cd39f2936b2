"""“Ada yang keliru?”: how anybody, without an account, tells that a page is wrong.

A letter with subject and address of the page filled in (RFC 6068: everything percent-encoded,
lines end with CRLF), the office's telephone, and LAPOR!, the government's own complaints service.
"""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import dataclass
from urllib.parse import quote

from terbit.core.office import Contacts

RULES = "tentang/ralat-dan-hak-jawab/"
"""The page that tells what happens with what people report."""
LAPOR = "https://www.lapor.go.id/"
_DESK = "ppid"
"""Every public body has a PPID (Law 14 of 2008, article 13); its own address goes first."""


@dataclass(frozen=True)
class Ways:
    """What a page offers: a letter ("" without an address), numbers as (shown, dialled)."""

    letter: str
    phones: tuple[tuple[str, str], ...]
    rules: str
    lapor: str = LAPOR


def ways(contacts: Contacts, known: Container[str], title: str, url: str) -> Ways:
    """The ways for a page with its title and absolute address."""
    desk = next((one for one in contacts.emails if _DESK in one.casefold().split("@")[0]), "")
    email = desk or next(iter(contacts.emails), "")
    phones = tuple((number, re.sub(r"[^\d+]", "", number)) for number in contacts.phones)
    rules = RULES if RULES in known else ""
    return Ways(_letter(email, title, url) if email else "", phones, rules)


def _letter(email: str, title: str, url: str) -> str:
    lines = (f"Halaman: {url}", "", "Bagian yang keliru:", "", "Keterangan yang benar:", "")
    subject, body = quote(f"Keliru: {title}", safe=""), quote("\r\n".join(lines), safe="")
    return f"mailto:{quote(email, safe='@')}?subject={subject}&body={body}"
