"""The list of channels: each id is a module that keeps the Protocol."""

from __future__ import annotations

from pathlib import Path

import pytest

from terbit import channels
from terbit.channels import CHANNELS, base
from terbit.core.office import CHANNEL_IDS, SITE

HELPERS = {
    "__init__",
    "base",
    "counting",
    "design_limits",
    "designs",
    "kit",
    "mockup_text",
    "mockups",
    "kit_page",
    "overrides",
    "pictures",
    "renditions",
    "wording",
}


@pytest.mark.parametrize("channel_id", sorted(CHANNELS))
def test_a_channel_keeps_the_protocol_under_its_own_id(channel_id: str) -> None:
    channel = CHANNELS[channel_id]
    assert isinstance(channel, base.Channel)
    assert channel.id == channel_id


def test_every_known_id_has_a_module_and_every_module_an_id() -> None:
    modules = {path.stem for path in Path(str(channels.__file__)).parent.glob("*.py")}
    assert modules - HELPERS == set(CHANNELS) == set(CHANNEL_IDS) - {SITE}
