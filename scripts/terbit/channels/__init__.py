"""Every medium that Terbit knows; the site itself is none of them.

To add one: a module of the id's name with what `base.Channel` asks for, its id in
`core.office.CHANNEL_IDS`, and what the guide for maintainers names beside them.
"""

from __future__ import annotations

from importlib import import_module
from typing import cast

from terbit.channels.base import Channel
from terbit.core.office import CHANNEL_IDS, SITE

CHANNELS: dict[str, Channel] = {
    channel_id: cast(Channel, import_module(f"{__name__}.{channel_id}"))
    for channel_id in CHANNEL_IDS
    if channel_id != SITE
}
"""By id, in the order in which an office usually posts."""


def of_link(link: str) -> tuple[str, ...]:
    """The channels whose posts have an address of this form, whoever's they are."""
    return tuple(id for id, channel in CHANNELS.items() if channel.permalink.fullmatch(link))
