"""Posting by machine: which of the office's accounts can be posted to, and with what token."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from importlib import import_module
from types import MappingProxyType
from typing import cast

from terbit.channels.sending.answers import secret
from terbit.core.office import ChannelSetting, Office
from terbit.core.sending import Parcel, Prospect, Receipt, Repeat, Sender

BY_MACHINE = "api"
ADAPTERS = ("telegram", "mastodon", "bluesky")
"""The channels that take posts by machine; each has a module here with `sender`."""


def senders(office: Office, environ: Mapping[str, str]) -> Mapping[str, Sender]:
    """The senders by channel: `tersedia`, `mode: api`, an adapter, and a token.

    A token stands in the environment under its `secret` name, such as TERBIT_MASTODON_TOKEN. A
    channel that is not here falls back to the upload kit.
    """
    made: dict[str, Sender] = {}
    for setting in by_machine(office):
        token = environ.get(secret(setting.id), "").strip()
        if token:
            made[setting.id] = Account(setting, token)
    return MappingProxyType(made)


def prospects(office: Office) -> Mapping[str, Prospect]:
    """The channels that shall be posted to by machine, for planning where no token is."""
    return MappingProxyType({setting.id: Account(setting, "") for setting in by_machine(office)})


def by_machine(office: Office) -> tuple[ChannelSetting, ...]:
    """The channels that the office wants posted to by machine, whether a token is there or not."""
    return tuple(
        setting
        for setting in office.channels
        if setting.available and setting.mode == BY_MACHINE and setting.id in ADAPTERS
    )


@dataclass(frozen=True)
class Account:
    """A sender whose library is loaded when it is first used: the three take 3 s and 100 MB."""

    setting: ChannelSetting
    token: str = field(repr=False)

    @cached_property
    def _sender(self) -> Sender:
        adapter = import_module(f"{__name__}.{self.setting.id}")
        return cast(Sender, adapter.sender(self.setting, self.token))

    def repeat(self, parcel: Parcel, since: datetime, now: datetime) -> Repeat:
        """What may be done about a parcel whose sending began at `since`."""
        return self._sender.repeat(parcel, since, now)

    def send(self, parcel: Parcel) -> Receipt:
        """Post it. Raises SendError."""
        return self._sender.send(parcel)

    def find(self, parcel: Parcel) -> Receipt | None:
        """The post of this parcel, if it is there. Raises SendError."""
        return self._sender.find(parcel)

    def edit(self, receipt: Receipt, parcel: Parcel) -> Receipt:
        """Make the post show this parcel instead. Raises SendError."""
        return self._sender.edit(receipt, parcel)

    def delete(self, receipt: Receipt) -> None:
        """Take the post away. Raises SendError."""
        self._sender.delete(receipt)


__all__ = ["Account", "by_machine", "prospects", "secret", "senders"]
