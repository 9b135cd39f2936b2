"""Which accounts can be posted to: what kantor.yml wants, and the environment has a token for."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from datetime import timedelta

import pytest

from terbit.channels import sending
from terbit.core.office import ChannelSetting, Office
from terbit.core.sending import Repeat
from tests.channels.desk import office
from tests.channels.sending.parcels import AT, parcel

TOKENS = {
    "TERBIT_MASTODON_TOKEN": "rahasia-m",
    "TERBIT_BLUESKY_TOKEN": "rahasia-b",
    "TERBIT_TELEGRAM_TOKEN": "1:rahasia-t",
    "TERBIT_X_TOKEN": "rahasia-x",
}


def automatic(*absent: str) -> Office:
    """The office that wants every channel posted to by machine."""
    usual = office(*absent)
    return replace(usual, channels=tuple(replace(one, mode="api") for one in usual.channels))


def test_a_sender_needs_an_adapter_and_a_token() -> None:
    assert set(sending.senders(automatic(), TOKENS)) == {"telegram", "mastodon", "bluesky"}
    assert set(sending.senders(automatic(), {"TERBIT_BLUESKY_TOKEN": "a"})) == {"bluesky"}
    assert not sending.senders(automatic(), {"TERBIT_BLUESKY_TOKEN": " \n"})


def test_the_office_decides_what_is_posted_by_machine() -> None:
    assert not sending.senders(office(), TOKENS)
    assert set(sending.senders(automatic("mastodon"), TOKENS)) == {"telegram", "bluesky"}


def test_a_channel_without_a_token_is_still_wanted() -> None:
    """So that the command can say why a kit is made after all."""
    assert [one.id for one in sending.by_machine(automatic())] == [
        "telegram",
        "mastodon",
        "bluesky",
    ]
    assert sending.secret("mastodon") == "TERBIT_MASTODON_TOKEN"


def test_tokens_are_not_shown() -> None:
    senders = sending.senders(automatic(), TOKENS)
    for sender in senders.values():
        sender.repeat(parcel("x"), AT, AT)
        assert "rahasia" not in repr(sender) + repr(vars(sender)["_sender"])


@pytest.mark.parametrize(
    ("channel", "soon", "late"),
    [
        ("bluesky", Repeat.SAFE, Repeat.SAFE),
        ("mastodon", Repeat.SAFE, Repeat.LOOK),
        ("telegram", Repeat.NEVER, Repeat.NEVER),
    ],
)
def test_what_may_be_done_when_nobody_knows(channel: str, soon: Repeat, late: Repeat) -> None:
    for sender in (
        sending.senders(automatic(), TOKENS)[channel],
        sending.prospects(automatic())[channel],  # `terbit post --di` plans without any token
    ):
        assert sender.repeat(parcel(channel), AT, AT + timedelta(minutes=54)) is soon
        assert sender.repeat(parcel(channel), AT, AT + timedelta(minutes=55)) is late
        # an intent from the future: another runner's clock; its key may be older than it says
        assert sender.repeat(parcel(channel), AT, AT - timedelta(minutes=1)) is late


@pytest.mark.parametrize("account", ["", "@", "https://", "kantor"])
def test_planning_bears_an_account_that_nobody_could_post_to(account: str) -> None:
    wanted = tuple(ChannelSetting(id, True, "api", account) for id in sending.ADAPTERS)
    for prospect in sending.prospects(replace(office(), channels=wanted)).values():
        assert prospect.repeat(parcel("x"), AT, AT) in Repeat


def test_a_library_is_loaded_only_when_something_is_sent() -> None:
    """They take three seconds and 100 MB, which most runs need not pay."""
    code = (
        "import sys; from terbit.channels import sending;"
        "from tests.channels.sending.test_senders import automatic, TOKENS;"
        "assert sending.senders(automatic(), TOKENS);"
        "print(sorted({'atproto', 'mastodon', 'telegram', 'httpx'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_every_adapter_is_a_channel() -> None:
    settings = [ChannelSetting(id, True, "api") for id in sending.ADAPTERS]
    assert [one.id for one in sending.by_machine(replace(office(), channels=tuple(settings)))] == [
        *sending.ADAPTERS
    ]
