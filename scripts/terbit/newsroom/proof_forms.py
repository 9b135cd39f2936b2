"""What a person filled in about a post: the issue form for proofs, or the run form."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from terbit import channels
from terbit.errors import TerbitError
from terbit.forges.github import attachments, form
from terbit.forges.github.address import PUBLIC_HOST

ITEM, CHANNEL, LINK = "Berita", "Kanal", "Tautan hasil"
SCREENSHOT = "Tangkapan layar"
"""The labels of the form `.github/ISSUE_TEMPLATE/bukti-tayang.yml`."""
NOT_SENT = "tidak terkirim"
"""What the form holds in place of a link where somebody looked and found nothing."""
_ITEM = re.compile(r"berita/[0-9]{4}/[0-9]{2}/[a-z0-9-]+")
_CHANNEL = re.compile(r"[a-z_]+")
_BEHIND = re.compile(r"\(([a-z_]+)\)\s*$")


@dataclass(frozen=True)
class Proposal:
    """What was filled in, by whom; `issue` is None for the run form.

    `screenshot` is the address of an upload to GitHub, "" for none.
    """

    item: str
    channel: str
    link: str
    screenshot: str
    login: str
    account: int
    issue: int | None


def proposal(event: Mapping[str, Any], host: str = PUBLIC_HOST) -> Proposal:
    """Read an event of the issue form or of the run form. Raises TerbitError where it is none.

    `host` is the server to which screenshots are uploaded.
    """
    sender, issue = event.get("sender") or {}, event.get("issue")
    if "id" not in sender:
        raise TerbitError("peristiwa ini tidak menyebut pengirimnya", "ulangi dari GitHub")
    if issue is not None:
        told = form.answers(str(issue.get("body") or ""))
        filled = [told.get(label, "") for label in (ITEM, CHANNEL, LINK)]
        shown = attachments.links(told.get(SCREENSHOT, "") + filled[2], host)
    else:
        inputs = event.get("inputs") or {}
        filled = [str(inputs.get(name) or "") for name in ("berita", "kanal", "tautan")]
        shown = ()
    item = _ITEM.search(filled[0])
    return Proposal(
        item=item[0] if item else "",
        channel=_channel(*filled),
        link=attachments.without(filled[2], host).strip(),
        screenshot=shown[0] if shown else "",
        login=str(sender.get("login", "")),
        account=int(sender["id"]),
        issue=int(issue["number"]) if issue is not None else None,
    )


def _channel(item: str, chosen: str, link: str) -> str:
    """The channel that was chosen; else the one that the kit put behind the item, or the link's.

    A word that is no channel is handed on, so that the answer can name it.
    """
    word, behind = _CHANNEL.match(chosen), _BEHIND.search(item)
    if word and word[0] in channels.CHANNELS:
        return word[0]
    if behind:
        return behind[1]
    found = channels.of_link(link.strip())
    return found[0] if len(found) == 1 else word[0] if word else ""
