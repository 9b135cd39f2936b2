"""The office's own accounts, as kantor.yml names them: each profile once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from terbit.core.office import SITE, ChannelSetting, Office
from terbit.site import words


@dataclass(frozen=True)
class Account:
    """A medium, the name of the office there, and its address; "" where that cannot be told."""

    medium: str
    name: str
    link: str


def accounts(office: Office) -> tuple[Account, ...]:
    """The accounts that are in use, in the office's order; none stands there twice."""
    found: dict[str, Account] = {}
    for account in _accounts(office):
        found.setdefault(account.link or account.medium, account)
    return tuple(found.values())


def _accounts(office: Office) -> Iterator[Account]:
    for channel in office.channels:
        account = _account(channel)
        link, name = words.profile(channel.id, account), account or channel.options.get("nama", "")
        if channel.available and channel.id != SITE and (link or name):
            yield Account(words.channel(channel.id), _shown(name), link)


def _account(channel: ChannelSetting) -> str:
    """The account, with its server where it needs one."""
    host = urlsplit(channel.options.get("server", "")).hostname or ""
    alone = channel.account and "@" not in channel.account.removeprefix("@")
    return f"{channel.account}@{host}" if host and alone else channel.account


def _shown(name: str) -> str:
    return name.removeprefix("https://").rstrip("/")
